import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useState } from 'react';
import type { DocumentParameter } from '../../../../shared/documents/definition.ts';
import { kindOf } from '../../../../shared/records/index.ts';
import { type api, type Output, queries } from '../../../app/api.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PageFrame } from '../../../ui/PageFrame.tsx';
import { ParameterForm, type Params } from '../ParameterForm.tsx';
import { ManyResult } from './ManyResult.tsx';
import { useMany } from './use-many.ts';
import '../paper.css';
import './many.css';

type Definition = Output<typeof api.documents.list>['documents'][number];

/** A document that is made once for each of the ticked records, with the parameter that names the record. */
interface Offer {
  readonly definition: Definition;
  readonly parameter: DocumentParameter;
}

function offersFor(documents: readonly Definition[], kind: string): Offer[] {
  return documents.flatMap((definition) => {
    const able = definition.parameters.filter(({ type, targets }) => type === 'reference' && targets?.includes(kind));
    const parameter = able.find(({ required }) => required) ?? able[0];
    return parameter ? [{ definition, parameter }] : [];
  });
}

/** 批量出文书: which document, its options once for all, and what came of it. */
export function ManyPage() {
  const { kind: kindId = '', ids = [], document } = useSearch({ from: '/documents/many' });
  const kind = kindOf(kindId);
  const documents = useQuery(queries.documents.list.queryOptions({ input: {} })).data?.documents ?? [];
  const offers = offersFor(documents, kindId);
  const [chosen, setChosen] = useState(document);
  const [format, setFormat] = useState<'docx' | 'pdf'>('docx');
  const [replace, setReplace] = useState(false);
  const [last, setLast] = useState<Params>({});
  const many = useMany();
  const offer = offers.find(({ definition }) => definition.id === chosen) ?? offers[0];
  if (!kind || ids.length === 0)
    return (
      <PageFrame title="批量出文书">
        <EmptyState title="还没有选记录">
          在委员、提案、社情民意等列表里勾选记录，再按“批量出文书”，一条记录出一份。
        </EmptyState>
      </PageFrame>
    );
  const run = (params: Params, which: readonly string[]) => {
    if (!offer) return;
    setLast(params);
    void many.run({
      document: offer.definition.id,
      parameter: offer.parameter.name,
      ids: [...which],
      params: { ...params },
      format,
      ...(replace ? { replace } : {}),
    });
  };
  return (
    <PageFrame title="批量出文书" sub={`选中的 ${ids.length} ${kind.unit}${kind.label}，一${kind.unit}一份`}>
      <div className="many">
        <section className="many-form card" inert={many.running} aria-label="出什么">
          {offers.length === 0 && (
            <p className="quiet">
              没有按一{kind.unit}
              {kind.label}一份出的文书。
            </p>
          )}
          {offer && (
            <>
              <h2>文书</h2>
              <Radio.Group
                className="many-choices"
                aria-label="文书"
                value={offer.definition.id}
                onChange={(event) => setChosen(String(event.target.value))}
                options={offers.map(({ definition }) => ({ value: definition.id, label: definition.label }))}
              />
              <p className="quiet small">{offer.definition.description}</p>
              <h2>格式和存放</h2>
              <Radio.Group
                aria-label="格式"
                value={format}
                onChange={(event) => setFormat(event.target.value as 'docx' | 'pdf')}
                options={[
                  { value: 'docx', label: 'Word' },
                  { value: 'pdf', label: 'PDF' },
                ]}
              />
              <Radio.Group
                aria-label="文件夹里已有同名的"
                value={replace}
                onChange={(event) => setReplace(event.target.value === true)}
                options={[
                  { value: false, label: '有同名的另存为（2）' },
                  { value: true, label: '换掉同名的' },
                ]}
              />
              <h2>选项（各份相同）</h2>
              {offer.definition.series && (
                <p className="quiet small">文号从填的序号（留空为下一个号）起依次往下排，都是预取的，印发前请取号。</p>
              )}
              <ParameterForm
                key={offer.definition.id}
                parameters={offer.definition.parameters.filter(({ name }) => name !== offer.parameter.name)}
                initial={{}}
                submit={`出 ${ids.length} 份`}
                onSubmit={(params) => run(params, ids)}
              />
            </>
          )}
        </section>
        <section className="many-result" aria-label="结果" aria-live="polite">
          <ManyResult many={many} kind={kindId} onRetry={(which) => run(last, which)} />
        </section>
      </div>
    </PageFrame>
  );
}
