import { Fragment, type ReactNode } from 'react';
import { kindOf } from '../../shared/records/index.ts';
import type { HistoryEntry } from '../app/api.ts';
import { formatTime } from '../app/time.ts';
import { RecordLink } from '../ui/RecordLink.tsx';
import './detail/detail.css';

interface HistoryListProps {
  readonly entries: readonly HistoryEntry[];
  /** Shows the changes of this record only. */
  readonly only?: { readonly kind: string; readonly id: string };
  readonly verb?: (entry: HistoryEntry, index: number) => ReactNode;
}

const ORIGINS: Readonly<Record<string, string>> = {
  import: '导入',
  undo: '撤销',
  redo: '重做',
  restore: '恢复',
  sample: '样例',
  migration: '升级',
  settings: '设置',
};

/** Who changed what, when: before → after. */
export function HistoryList({ entries, only, verb }: HistoryListProps) {
  return (
    <ol className="history">
      {entries.map((entry, index) => {
        const changes = entry.changes.filter((change) => !only || (change.kind === only.kind && change.id === only.id));
        return (
          <li key={entry.seq} className="history-entry">
            <div className="history-head">
              <span className="quiet small">第 {entry.seq} 笔</span>
              <strong>{entry.label}</strong>
              {ORIGINS[entry.origin] && (
                <span className="tag" data-tone="quiet">
                  {ORIGINS[entry.origin]}
                </span>
              )}
              <span className="quiet small">
                {entry.who} · {formatTime(entry.at)} · {entry.machine}
              </span>
              {verb?.(entry, index)}
            </div>
            {changes.map((change) => (
              <Change key={`${change.kind}/${change.id}`} change={change} named={!only} />
            ))}
            {!only && entry.changeCount > entry.changes.length && (
              <p className="quiet small">……共 {entry.changeCount} 条记录</p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

const TYPES = { added: '新建', updated: '修改', removed: '删除' } as const;

function Change({ change, named }: { readonly change: HistoryEntry['changes'][number]; readonly named: boolean }) {
  return (
    <>
      {named && (
        <p className="small">
          {TYPES[change.type]}
          {kindOf(change.kind)?.label ?? ''}{' '}
          {change.type === 'removed' ? (
            change.title
          ) : (
            <RecordLink kind={change.kind} id={change.id}>
              {change.title}
            </RecordLink>
          )}
        </p>
      )}
      {change.fields.length > 0 && change.type === 'updated' && (
        <dl className="history-changes">
          {change.fields.map((field) => (
            <Fragment key={field.field}>
              <dt>{field.label}</dt>
              <dd>
                <span className="history-before">{field.before || '（空）'}</span>
                {' → '}
                <span>{field.after || '（空）'}</span>
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </>
  );
}
