import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type api, type Output, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EvidenceChart, FigureButton } from '../../records/ChartEvidence.tsx';
import type { ChartLine } from '../../ui/chart/chart-words.ts';
import { isEmpty } from '../../ui/chart/chart-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { YearPick } from '../../ui/YearPick.tsx';
import './dashboards.css';

type Dashboards = Output<typeof api.portraits.dashboards>;

/** How the lines of each chart are called, and what belongs there while there is nothing. */
const CHARTS: Readonly<Record<string, { readonly head: string; readonly empty: string }>> = {
  proposalCategories: { head: '类别', empty: '还没有提案。登记或导入提案台账以后，这里按类别分。' },
  proposalStates: { head: '办理阶段', empty: '还没有提案。登记以后，这里看各件办到哪一步。' },
  proposalUnits: { head: '承办单位', empty: '还没有交办的提案。交办以后，这里看各单位办多少。' },
  opinionFunnel: { head: '步骤', empty: '还没有社情民意。登记来稿和采用以后，这里看收了多少、用了多少。' },
  attendanceTypes: { head: '类型', empty: '还没有登记出席。在会议活动里点名以后，这里看出席率。' },
  attendanceMeetings: { head: '会议', empty: '还没有全会、常委会的出席登记。' },
  streetConsultations: {
    head: '街道政协工委',
    empty: '还没有协商议事。登记大类为“协商”的事项、填上街道以后在这里列出。',
  },
  contributionTypes: { head: '类型', empty: '还没有“已核”的履职为民。登记并审核以后，这里按类型数。' },
};

/** 看板: the year in few charts, last year beside it; every mark and every number opens onto its records. */
export function DashboardsPage() {
  const { year: asked } = useSearch({ from: '/results/dashboards' });
  const year = asked ?? new Date().getFullYear();
  const navigate = useNavigate();
  const query = useQuery({
    ...queries.portraits.dashboards.queryOptions({ input: { year } }),
    placeholderData: keepPreviousData,
  });
  useKeys({ print: () => window.print() });
  const { data } = query;
  const verbs = (
    <>
      <YearPick
        year={year}
        years={data?.years}
        onChange={(next) => void navigate({ to: '/results/dashboards', search: { year: next }, replace: true })}
      />
      <Button onClick={() => window.print()}>打印</Button>
    </>
  );
  if (query.error)
    return (
      <PageFrame title="看板" verbs={verbs}>
        <RefusalNote refusal={explain(query.error)} />
      </PageFrame>
    );
  if (!data) return <RouteLoading />;
  const nothing = data.charts.every(isEmpty) && data.groups.length === 0;
  return (
    <PageFrame title="看板" sub={`${year} 年，与上年对照`} verbs={verbs}>
      {nothing ? (
        <EmptyState title={`${year} 年还没有记录`} verbs={<Link to="/import">导入台账</Link>}>
          登记或导入提案、社情民意、会议活动以后，这里画出全年的情况。有记录的年份在右上角选。
        </EmptyState>
      ) : (
        <Shown data={data} year={year} />
      )}
    </PageFrame>
  );
}

function Shown({ data, year }: { readonly data: Dashboards; readonly year: number }) {
  return (
    <div className="dashboards">
      {data.charts.map((chart) => {
        const { head, empty } = CHARTS[chart.id] ?? { head: '', empty: '还没有记录。' };
        return (
          <EvidenceChart
            key={chart.id}
            data={chart}
            cases={data.cases}
            form="bars"
            head={head}
            about={`${year} 年`}
            empty={`${year} 年${empty}`}
            {...(chart.id === 'streetConsultations' ? { name: (line: ChartLine) => streetLink(line, year) } : {})}
          />
        );
      })}
      {data.groups.length > 0 && <MainFigures data={data} year={year} />}
    </div>
  );
}

const streetLink = ({ key, label }: ChartLine, year: number) => (
  <Link to="/desk/streets/$id/portrait" params={{ id: key }} search={{ year }}>
    {label}
  </Link>
);

/** Year on year: the figures of the annual report that are not nothing in both years. */
function MainFigures({ data, year }: { readonly data: Dashboards; readonly year: number }) {
  return (
    <section className="card" aria-label="主要数字与上年">
      <h2>主要数字与上年</h2>
      <table className="work-table dashboard-figures">
        <thead>
          <tr>
            <th>数字</th>
            <th className="number">{year} 年</th>
            <th className="number">{year - 1} 年</th>
            <th className="number">增减</th>
          </tr>
        </thead>
        {data.groups.map(({ label: group, figures }) => (
          <tbody key={group}>
            <tr>
              <th colSpan={4} scope="rowgroup" className="dashboard-group">
                {group}
              </th>
            </tr>
            {figures.map((figure) => {
              const shared = { measure: figure.measure, cases: data.cases, unit: figure.unit, rule: figure.rule };
              return (
                <tr key={figure.id}>
                  <th scope="row" title={`口径：${figure.rule}`}>
                    {figure.label}
                  </th>
                  <td className="number">
                    <FigureButton label={figure.label} cell={figure.now} {...shared} />
                  </td>
                  <td className="number">
                    {figure.before && (
                      <FigureButton label={`${year - 1} 年${figure.label}`} cell={figure.before} {...shared} />
                    )}
                  </td>
                  <td className="number">{changeWords(figure)}</td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** +12（+5.6%）: the share only where last year was something. */
function changeWords({ now, before, measure }: Dashboards['groups'][number]['figures'][number]): string {
  if (!before || before.shown === '—' || now.shown === '—') return '';
  const change = Math.round((now.figure - before.figure) * 100) / 100;
  const signed = change > 0 ? `+${change}` : String(change);
  if (measure === 'percent') return `${signed} 个百分点`;
  if (before.figure === 0 || change === 0) return signed;
  const share = Math.round((change / before.figure) * 1000) / 10;
  return `${signed}（${share > 0 ? '+' : ''}${share}%）`;
}
