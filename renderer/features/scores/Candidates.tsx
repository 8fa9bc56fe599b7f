import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { points, type Which } from './types.ts';

/** 优秀候选: who fulfils the conditions and why, and what the next ones lack. */
export function Candidates({ which }: { readonly which: Which }) {
  const query = useQuery(queries.scores.candidates.queryOptions({ input: which, placeholderData: (before) => before }));
  if (query.isPending) return <RouteLoading />;
  if (!query.data) return <RefusalNote refusal={explain(query.error)} />;
  const { rule, quota, candidates, missed } = query.data;
  if (!rule)
    return (
      <EmptyState title="这个方案没有评优条件">在“方案与推演”里写上总分、各类下限和名额，候选人自己列出来。</EmptyState>
    );
  return (
    <div className="score-tab score-lists">
      <p>
        {rule}
        {quota !== undefined && `，名额 ${quota} 名`}。审定前公示 5 个工作日。
        <Link
          to="/documents/$document"
          params={{ document: 'scorePublicity' }}
          search={{ scheme: which.scheme, year: which.year }}
        >
          <Button size="small" tabIndex={-1}>
            出公示
          </Button>
        </Link>
      </p>
      <List title={`候选（${candidates.length}）`} lines={candidates} which={which} empty="还没有人够条件。" />
      <List title={`差一点的（${missed.length}）`} lines={missed} which={which} empty="没有。" />
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly which: Which;
  readonly empty: string;
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly total: number;
    readonly rank: number;
    readonly reasons: readonly string[];
  }[];
}

function List({ title, lines, which, empty }: ListProps) {
  return (
    <section className="card">
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <table className="work-table">
          <thead>
            <tr>
              <th className="number">名次</th>
              <th>姓名</th>
              <th className="number">总分</th>
              <th>理由</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, title: name, total, rank, reasons }) => (
              <tr key={id}>
                <td className="number">{rank}</td>
                <th scope="row">
                  <Link to="/results/scores/$subject" params={{ subject: id }} search={which}>
                    {spacedName(name)}
                  </Link>
                </th>
                <td className="number">{points(total)}</td>
                <td>{reasons.join('；')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
