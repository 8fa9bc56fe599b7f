import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { spacedName } from '../../ui/spaced-name.ts';
import { points, type Which } from './types.ts';

/** 季度通报: what everybody has by now and what is missing; 未履职名单 is one press away. */
export function Notice({ which }: { readonly which: Which }) {
  const [idleOnly, setIdleOnly] = useState(false);
  const query = useQuery(queries.scores.notice.queryOptions({ input: which, placeholderData: (before) => before }));
  if (query.isPending) return <RouteLoading />;
  if (!query.data) return <RefusalNote refusal={explain(query.error)} />;
  const { lines, sections } = query.data;
  const idle = lines.filter((line) => line.idle);
  const shown = idleOnly ? idle : lines;
  if (lines.length === 0)
    return <EmptyState title="还没有可通报的委员">导入委员名册以后，每季度打印这一页发给委员。</EmptyState>;
  return (
    <div className="score-tab score-lists">
      <p>
        共 {lines.length} 名；除了参加会议什么都没有的 {idle.length} 名（未履职名单）。
        <Checkbox checked={idleOnly} onChange={(event) => setIdleOnly(event.target.checked)}>
          只看未履职名单
        </Checkbox>
      </p>
      {shown.length === 0 ? (
        <p className="quiet">没有未履职的委员。</p>
      ) : (
        <table className="work-table score-notice">
          <thead>
            <tr>
              <th>姓名</th>
              <th>界别</th>
              <th className="number">总分</th>
              <th>等次</th>
              {sections.map(({ id, label }) => (
                <th key={id} className="number">
                  {label}
                </th>
              ))}
              <th>还差什么</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  <Link to="/results/scores/$subject" params={{ subject: line.id }} search={which}>
                    {spacedName(line.title)}
                  </Link>
                </th>
                <td>{line.sector}</td>
                <td className="number">{points(line.total)}</td>
                <td>{line.grade}</td>
                {sections.map(({ id }) => (
                  <td key={id} className="number">
                    {points(line.sections[id] ?? 0)}
                  </td>
                ))}
                <td className="small">{line.gaps.join('；')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
