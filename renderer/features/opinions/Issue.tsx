import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { api, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { useCommand } from '../../app/use-command.ts';
import { DateInput } from '../../records/form/DateInput.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Draft } from './answers.ts';
import { IssueOrder } from './IssueOrder.tsx';
import { Receivers } from './Receivers.tsx';
import { type IssueDraft, useIssue } from './use-issue.ts';

const PUBLICATIONS = ['信息专刊', '社情民意', '委员建言', '政协简报', '增刊'];
const STATES: readonly IssueDraft['state'][] = ['组稿', '送审', '已签发', '已印发'];

/** 期刊组期: choose, put in order, and make the issue; its opinions are moved in the same change. */
export function Issue({ year }: { readonly year: number }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { draft, change, toggle, put } = useIssue(year);
  const query = useQuery({
    ...queries.workOpinions.issueDraft.queryOptions({ input: { publication: draft.publication, year: draft.year } }),
    placeholderData: keepPreviousData,
  });
  const publish = useCommand(api.workOpinions.publish);
  const data = query.data;
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  if (!data) return <p className="quiet">正在看备选…</p>;
  const candidates = new Map(data.candidates.map((line) => [line.id, line]));
  // What somebody else has put into an issue meanwhile is no candidate any more.
  const chosen = draft.chosen.filter((id) => candidates.has(id));
  const stays = chosen.filter((id) => candidates.get(id)?.placing === 'stays').length;
  const run = async () => {
    const done = await publish.run(inputOf({ ...draft, chosen }, data));
    if (!done) return;
    change({ chosen: [], number: undefined, totalNumber: undefined });
    message.success({
      content: (
        <>
          已组成《{done.title}》，编入 {done.moved + done.stayed} 条。可按 Ctrl+Z 一次撤销。{' '}
          <Button
            size="small"
            type="link"
            onClick={() =>
              void navigate({ to: '/records/$kind/$id', params: { kind: 'bulletin', id: done.id }, search: {} })
            }
          >
            打开这一期
          </Button>
        </>
      ),
      duration: 8,
    });
  };
  return (
    <div className="issue">
      <section className="card">
        <h2>备选（{data.candidates.length}）</h2>
        {data.candidates.length === 0 ? (
          <p className="quiet">没有可以编入的。信息签发以后就在这里；已经编过的不再列出。</p>
        ) : (
          <ul className="issue-candidates">
            {data.candidates.map((line) => (
              <li key={line.id}>
                <Checkbox checked={chosen.includes(line.id)} onChange={() => toggle(line.id)} aria-label={line.title} />
                <div>
                  <RecordLink kind="opinion" id={line.id}>
                    {line.title}
                  </RecordLink>
                  <p className="quiet small">
                    {[line.on, line.note, line.words === undefined ? '' : `${line.words} 字`]
                      .filter(Boolean)
                      .join(' · ')}
                    {line.placing === 'stays' && '；已经办出去了，编入后状态不变，只补一条编发记录'}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card">
        <h2>这一期</h2>
        <RefusalNote refusal={publish.refusal} onClose={publish.reset} />
        <IssueFields draft={draft} data={data} onChange={change} />
        <h3>
          条目 {chosen.length} 条{stays > 0 && `（其中 ${stays} 条状态不变）`}
        </h3>
        <IssueOrder ids={chosen} candidates={candidates} onPut={put} onDrop={toggle} />
        <h3>发送对象</h3>
        <Receivers
          value={draft.receivers ?? data.receivers}
          onChange={(receivers) => change({ receivers })}
          fromOffice={draft.receivers === undefined}
        />
        <div className="issue-verbs">
          <Button type="primary" disabled={chosen.length === 0} loading={publish.saving} onClick={() => void run()}>
            组成这一期，编入 {chosen.length} 条
          </Button>
        </div>
      </section>
      <section className="card issue-past">
        <h2>已有的{draft.publication}</h2>
        {data.issues.length === 0 ? (
          <p className="quiet">还没有。</p>
        ) : (
          <ul>
            {data.issues.map((one) => (
              <li key={one.id}>
                <RecordLink kind="bulletin" id={one.id}>
                  {one.title}
                </RecordLink>{' '}
                <span className="quiet small">{[one.on, one.note].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function inputOf(draft: IssueDraft, data: Draft): Parameters<typeof api.workOpinions.publish>[0] {
  const { chosen, receivers, ...rest } = draft;
  const filled = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  const totalNumber = draft.totalNumber ?? data.totalNumber;
  return {
    publication: draft.publication,
    year: draft.year,
    printedOn: draft.printedOn,
    ...Object.fromEntries(filled),
    number: draft.number ?? data.number,
    ...(totalNumber === undefined ? {} : { totalNumber }),
    ...(data.issuer ? { issuer: data.issuer } : {}),
    signer: draft.signer ?? data.signer,
    editor: draft.editor ?? data.editor,
    receivers: (receivers ?? data.receivers).filter(({ label, text }) => label && text).map((row) => ({ ...row })),
    opinions: [...chosen],
  };
}

interface IssueFieldsProps {
  readonly draft: IssueDraft;
  readonly data: Draft;
  readonly onChange: (next: Partial<IssueDraft>) => void;
}

function IssueFields({ draft, data, onChange }: IssueFieldsProps) {
  return (
    <div className="issue-fields">
      <span>刊名</span>
      <Select
        aria-label="刊名"
        value={draft.publication}
        options={PUBLICATIONS.map((value) => ({ value, label: value }))}
        onChange={(publication: string) => onChange({ publication, number: undefined, totalNumber: undefined })}
      />
      <span>年度</span>
      <InputNumber
        aria-label="年度"
        min={1900}
        max={2199}
        value={draft.year}
        onChange={(year) => year && onChange({ year, number: undefined })}
      />
      <span>期号</span>
      <InputNumber
        aria-label="期号"
        min={1}
        max={9999}
        value={draft.number ?? data.number}
        onChange={(number) => onChange({ number: number ?? undefined })}
      />
      <span>总期号</span>
      <InputNumber
        aria-label="总期号"
        min={1}
        max={99_999}
        value={draft.totalNumber ?? data.totalNumber ?? null}
        placeholder="不编"
        onChange={(totalNumber) => onChange({ totalNumber: totalNumber ?? undefined })}
      />
      <span>印发日期</span>
      <DateInput
        id="issue-printed"
        type="date"
        aria-label="印发日期"
        value={draft.printedOn}
        onChange={(on) => onChange({ printedOn: typeof on === 'string' ? on : '' })}
      />
      <span>签发人</span>
      <Input
        aria-label="签发人"
        value={draft.signer ?? data.signer}
        onChange={(event) => onChange({ signer: event.target.value })}
      />
      <span>编辑</span>
      <Input
        aria-label="编辑"
        value={draft.editor ?? data.editor}
        onChange={(event) => onChange({ editor: event.target.value })}
      />
      <span>印数</span>
      <InputNumber
        aria-label="印数"
        min={0}
        max={100_000}
        value={draft.copies ?? null}
        onChange={(copies) => onChange({ copies: copies ?? undefined })}
      />
      <span>状态</span>
      <Select
        aria-label="期次状态"
        value={draft.state}
        options={STATES.map((value) => ({ value, label: value }))}
        onChange={(state: IssueDraft['state']) => onChange({ state })}
      />
    </div>
  );
}
