import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FigurePeriod } from '../../../shared/figures/figure-result.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

/** Lines shown of one part; the ledger itself is the place for thousands. */
const LISTED = 500;

interface FigureRecordsProps {
  readonly figure: string;
  readonly period: FigurePeriod;
}

/** How a figure is counted and exactly the records that make it. */
export function FigureRecords({ figure, period }: FigureRecordsProps) {
  const { data, error } = useQuery({
    ...queries.figures.evidence.queryOptions({ input: { id: figure, ...period } }),
    placeholderData: keepPreviousData,
  });
  if (error) return <RefusalNote refusal={explain(error)} />;
  if (!data) return null;
  return (
    <>
      <p className="quiet">口径：{data.figure.rule}</p>
      {data.groups.length === 0 && <EmptyState title="没有记录">这个数是 0：这段时间里还没有这样的记录。</EmptyState>}
      {data.groups.map(({ label, kind, id, items }, index) => (
        <section key={id ?? `${index} ${label}`} aria-label={label || '依据'}>
          {label && (
            <h3>
              {kind && id ? (
                <RecordLink kind={kind} id={id}>
                  {label}
                </RecordLink>
              ) : (
                label
              )}
            </h3>
          )}
          <ol className="evidence-list">
            {items.slice(0, LISTED).map((item) => (
              <li key={`${item.kind}/${item.id}`}>
                {item.gone ? (
                  item.title
                ) : (
                  <RecordLink kind={item.kind} id={item.id}>
                    {item.title}
                  </RecordLink>
                )}
                <span className="quiet small">
                  {[item.on, item.note, item.gone && '已删除'].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ol>
          {items.length > LISTED && <p className="quiet">还有 {items.length - LISTED} 条，请到台账里看。</p>}
        </section>
      ))}
    </>
  );
}
