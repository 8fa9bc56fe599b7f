import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { Evidence } from '../../records/Evidence.tsx';
import { Figures } from '../../records/Figures.tsx';
import { FigureRules } from '../../records/WorkFigures.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { YearPick } from '../../ui/YearPick.tsx';
import { Problems } from './Problems.tsx';
import './rounds.css';

/** 走访联络: firms and members reached in a year, those not yet reached, and the problems firms named. */
export function VisitsPage() {
  const { year: asked } = useSearch({ from: '/desk/visits' });
  const navigate = useNavigate();
  const year = asked ?? new Date().getFullYear();
  const query = useQuery(queries.workRounds.visits.queryOptions({ input: { year } }));
  if (query.isPending) return <RouteLoading />;
  const data = query.data;
  const none = data?.figures.every(({ figure }) => figure === 0);
  return (
    <PageFrame
      title="走访联络"
      sub={`${year} 年`}
      verbs={
        <>
          <YearPick
            year={year}
            onChange={(chosen) => void navigate({ to: '/desk/visits', search: { year: chosen }, replace: true })}
          />
          <Button onClick={() => window.print()}>打印</Button>
          <Link to="/records/$kind/new" params={{ kind: 'event' }} search={{ with: { category: '走访' } }}>
            <Button type="primary" tabIndex={-1}>
              登记走访
            </Button>
          </Link>
        </>
      }
    >
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      {data && none && (
        <EmptyState title={`${year} 年还没有走访`}>
          走访登记在“会议活动”里，大类选“走访”，填走访了哪些委员、企业；党外委员的人次会自己数出来。
        </EmptyState>
      )}
      {data && (
        <div className="rounds">
          {!none && <Figures figures={data.figures} />}
          <Tabs
            items={[
              {
                key: 'companies',
                label: `企业（${data.companies.length}）`,
                children: (
                  <Reached
                    head="企业"
                    kind="organisation"
                    lines={data.companies.map((one) => ({ ...one, note: one.isMember ? '委员企业' : '' }))}
                  />
                ),
              },
              {
                key: 'members',
                label: `委员（${data.members.length}）`,
                children: <Reached head="委员" kind="member" lines={data.members} />,
              },
              {
                key: 'unvisited',
                label: `还没走访的党外委员（${data.unvisited.length}）`,
                children: (
                  <ul className="round-names">
                    {data.unvisited.map(({ kind, id, title, note }) => (
                      <li key={id}>
                        <RecordLink kind={kind} id={id} titles={{ [`${kind}/${id}`]: { title } }} />
                        <span className="quiet small">{note}</span>
                      </li>
                    ))}
                  </ul>
                ),
              },
              {
                key: 'problems',
                label: `企业反映问题清单（${data.problems.length}）`,
                children: <Problems problems={data.problems} />,
              },
            ]}
          />
          <FigureRules rules={data.figures} />
        </div>
      )}
    </PageFrame>
  );
}

interface ReachedProps {
  readonly head: string;
  readonly kind: string;
  readonly lines: readonly {
    readonly id: string;
    readonly title: string;
    readonly note: string;
    readonly rounds: Parameters<typeof Evidence>[0]['items'];
  }[];
}

function Reached({ head, kind, lines }: ReachedProps) {
  if (lines.length === 0) return <p className="quiet">这一年还没有登记。</p>;
  return (
    <table className="round-table">
      <thead>
        <tr>
          <th>{head}</th>
          <th>说明</th>
          <th className="number">次数</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, title, note, rounds }) => (
          <tr key={id}>
            <td>
              <RecordLink kind={kind} id={id} titles={{ [`${kind}/${id}`]: { title } }} />
            </td>
            <td>{note}</td>
            <td className="number">
              <Evidence label={`${title}：走访`} items={rounds} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
