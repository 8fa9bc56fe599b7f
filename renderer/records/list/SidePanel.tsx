import { CloseOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { CountsIn } from '../CountsIn.tsx';
import { FieldList } from '../detail/FieldList.tsx';
import { RecordVerbs } from '../verbs.tsx';

interface SidePanelProps {
  readonly kind: RecordKind;
  readonly id: string;
  readonly onClose: () => void;
}

/** The record beside the list: enough to recognise it and its verbs; the page has everything. */
export function SidePanel({ kind, id, onClose }: SidePanelProps) {
  const navigate = useNavigate();
  const query = useQuery({
    ...queries.records.get.queryOptions({ input: { kind: kind.id, id } }),
    placeholderData: keepPreviousData,
  });
  const shown = query.data;
  return (
    <aside className="side" aria-label={`${kind.label}摘要`}>
      <div className="side-head">
        <h2>{shown ? spacedName(shown.title) : '…'}</h2>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label="收起" onClick={onClose} />
      </div>
      {shown?.subtitle && <p className="quiet">{shown.subtitle}</p>}
      <RefusalNote refusal={query.error ? explain(query.error) : undefined} />
      {shown && (
        <>
          <div className="side-verbs">
            <Button
              type="primary"
              onClick={() => void navigate({ to: '/records/$kind/$id', params: { kind: kind.id, id } })}
            >
              打开
            </Button>
            {!kind.appendOnly && (
              <Button onClick={() => void navigate({ to: '/records/$kind/$id/edit', params: { kind: kind.id, id } })}>
                修改
              </Button>
            )}
            <RecordVerbs record={shown.record} />
          </div>
          <FieldList kind={kind} record={shown.record} titles={shown.titles} brief />
          <CountsIn kind={kind.id} id={id} />
        </>
      )}
    </aside>
  );
}
