import type { UseQueryResult } from '@tanstack/react-query';
import { kindOf } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { api, Output } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

interface UsesTabProps {
  readonly kind: RecordKind;
  readonly query: UseQueryResult<Output<typeof api.records.uses>>;
}

/** Every record that refers to this one, by kind. */
export function UsesTab({ kind, query }: UsesTabProps) {
  if (query.error) return <RefusalNote refusal={explain(query.error)} />;
  if (!query.data) return null;
  const { total, uses } = query.data;
  if (total === 0) {
    return (
      <EmptyState title="没有别处引用它">
        别的记录里选到这{kind.unit}
        {kind.label}时，会列在这里。
      </EmptyState>
    );
  }
  return (
    <section className="card">
      <ul className="uses-list">
        {uses.map((use) => (
          <li key={`${use.kind}/${use.id}/${use.label}`}>
            <span className="tag" data-tone="quiet">
              {kindOf(use.kind)?.label ?? use.kind}
            </span>
            <RecordLink kind={use.kind} id={use.id}>
              {use.title || use.label}
            </RecordLink>
            <span className="quiet small">{use.label}</span>
          </li>
        ))}
      </ul>
      {total > uses.length && (
        <p className="quiet">
          只列出前 {uses.length} 处，共 {total} 处。
        </p>
      )}
    </section>
  );
}
