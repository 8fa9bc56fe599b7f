import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { api, Output } from '../app/api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { RecordLink } from '../ui/RecordLink.tsx';

type EvidenceGroup = Output<typeof api.figures.evidence>['groups'][number];
type EvidenceItem = EvidenceGroup['items'][number];

/** Lines shown at first: a list of thousands is looked through in the ledger, not here. */
const FIRST = 200;

/** The records of a figure, in the parts it is counted by. */
export function EvidenceGroups({ groups }: { readonly groups: readonly EvidenceGroup[] }) {
  if (groups.length === 0) return <EmptyState title="没有记录">这个数是 0：这段时间里还没有这样的记录。</EmptyState>;
  return (
    <>
      {groups.map((group, index) => (
        <section key={group.id ?? `${index} ${group.label}`} className="evidence-group" aria-label={group.label}>
          {group.label && (
            <h3>
              {group.kind && group.id ? (
                <RecordLink kind={group.kind} id={group.id}>
                  {group.label}
                </RecordLink>
              ) : (
                group.label
              )}
              <span className="quiet small"> {group.items.length} 条</span>
            </h3>
          )}
          <EvidenceLines items={group.items} />
        </section>
      ))}
    </>
  );
}

export function EvidenceLines({ items }: { readonly items: readonly EvidenceItem[] }) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? items : items.slice(0, FIRST);
  return (
    <>
      <ol className="evidence-list">
        {shown.map((item) => (
          <li key={`${item.kind}/${item.id}`}>
            {item.gone ? (
              <Link to="/history" title="已删除，可以从变动历史里找回">
                {item.title}
              </Link>
            ) : (
              <RecordLink kind={item.kind} id={item.id}>
                {item.title}
              </RecordLink>
            )}
            <span className="quiet small">
              {[item.on, item.note, item.gone ? '已删除' : ''].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {shown.length < items.length && (
        <Button type="link" onClick={() => setWhole(true)}>
          看全部 {items.length} 条
        </Button>
      )}
    </>
  );
}
