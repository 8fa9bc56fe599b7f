import { MoreOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { queries, type StoredRecord, type Titles } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { goToPlace } from '../go-to-place.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { Deadlines } from './Deadlines.tsx';
import { MoveButtons } from './MoveButtons.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { ProcessLog } from './ProcessLog.tsx';
import { StateTag } from './StateTag.tsx';
import type { Move, Moved } from './types.ts';
import './process.css';

interface ProcessPanelProps {
  readonly kind: RecordKind;
  readonly record: StoredRecord;
  readonly titles: Titles;
}

/** Where a record stands on its way through the office, what can be done with it, what is owed, what was done. */
export function ProcessPanel({ kind, record, titles }: ProcessPanelProps) {
  const query = useQuery(queries.workflow.status.queryOptions({ input: { kind: kind.id, id: record.id } }));
  const [chosen, setChosen] = useState<{ readonly move: Move; readonly place?: string | undefined }>();
  const [correcting, setCorrecting] = useState(false);
  const [made, setMade] = useState<Moved['made']>([]);
  const navigate = useNavigate();
  const status = query.data;
  const show = (place: string | undefined) => {
    if (place !== undefined && goToPlace(place)) return;
    void navigate({
      to: '/records/$kind/$id/edit',
      params: { kind: kind.id, id: record.id },
      search: place === undefined ? {} : { field: place.split('/')[0] },
    });
  };
  if (query.error && kind.process) return <RefusalNote refusal={explain(query.error)} />;
  if (!status) return null;
  const { machine, state, moves, deadlines, log } = status;
  if (machine === undefined && deadlines.length === 0) return null;

  return (
    <section className="card process" aria-label="办理">
      <div className="process-now">
        {machine !== undefined && (
          <div className="process-state">
            <StateTag state={state} tone={status.tone} />
            <span>{status.meaning ?? (state === undefined ? '还没有状态，可用“更正状态”补上。' : '')}</span>
            <Dropdown
              trigger={['click']}
              menu={{
                items: [{ key: 'correct', label: '更正状态…' }],
                onClick: () => setCorrecting(true),
              }}
            >
              <Button type="text" size="small" icon={<MoreOutlined />} aria-label="更多办理操作" />
            </Dropdown>
          </div>
        )}
        {moves.length > 0 && <MoveButtons moves={moves} onMove={(move) => setChosen({ move })} />}
        {machine !== undefined && moves.length === 0 && <p className="quiet small">没有下一步：已经办到头了。</p>}
        <MadeNote made={made} />
        <Deadlines
          deadlines={deadlines}
          moves={moves}
          onMove={(move, place) => setChosen({ move, place })}
          onPlace={show}
        />
      </div>
      {log.length > 0 && <ProcessLog log={log} />}
      {chosen && (
        <MoveDialog
          key={chosen.move.id}
          kind={kind}
          ids={[record.id]}
          record={record}
          titles={titles}
          move={chosen.move}
          place={chosen.place}
          onClose={() => setChosen(undefined)}
          onMoved={(moved) => setMade(moved.made)}
        />
      )}
      {correcting && machine !== undefined && (
        <CorrectDialog
          kind={kind}
          id={record.id}
          machine={machine}
          state={state}
          onClose={() => setCorrecting(false)}
        />
      )}
    </section>
  );
}

/** What the last move made, at hand right away. */
function MadeNote({ made }: { readonly made: Moved['made'] }) {
  if (made.length === 0) return null;
  return (
    <p role="status" className="process-made">
      已生成：
      {made.map((item) => (
        <RecordLink key={item.id} kind={item.kind} id={item.id}>
          {item.title}
        </RecordLink>
      ))}
    </p>
  );
}
