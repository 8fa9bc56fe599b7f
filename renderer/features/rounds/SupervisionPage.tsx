import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Tabs } from 'antd';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { Evidence } from '../../records/Evidence.tsx';
import { Figures } from '../../records/Figures.tsx';
import { FigureRules } from '../../records/WorkFigures.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { YearPick } from '../../ui/YearPick.tsx';
import { Problems } from './Problems.tsx';
import './rounds.css';

const ALL = '全部形式';

/** 民主监督: rounds by street and project, what was found, and the list of problems with who is in charge. */
export function SupervisionPage() {
  const { year: asked, form } = useSearch({ from: '/desk/supervision' });
  const navigate = useNavigate();
  const year = asked ?? new Date().getFullYear();
  const query = useQuery(queries.workRounds.supervision.queryOptions({ input: { year, ...(form ? { form } : {}) } }));
  const change = (next: { year?: number; form?: string | undefined }) =>
    void navigate({ to: '/desk/supervision', search: { year, ...(form ? { form } : {}), ...next }, replace: true });
  if (query.isPending) return <RouteLoading />;
  const data = query.data;
  const held = data?.figures[0]?.figure ?? 0;
  return (
    <PageFrame
      title="民主监督"
      sub={`${year} 年${form ? ` · ${form}` : ''}`}
      verbs={
        <>
          <Select
            aria-label="监督形式"
            className="round-form"
            value={form ?? ALL}
            onChange={(chosen: string) => change({ form: chosen === ALL ? undefined : chosen })}
            options={[ALL, ...(data?.forms ?? [])].map((value) => ({ value, label: value }))}
          />
          <YearPick year={year} onChange={(chosen) => change({ year: chosen })} />
          <Button onClick={() => window.print()}>打印</Button>
          <Link to="/records/$kind/new" params={{ kind: 'event' }} search={{ with: { category: '监督' } }}>
            <Button type="primary" tabIndex={-1}>
              登记监督
            </Button>
          </Link>
        </>
      }
    >
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      {data && held === 0 && (
        <EmptyState title={`${year} 年还没有监督活动`}>
          监督登记在“会议活动”里，大类选“监督”，填街道、项目；发现的问题逐条登记为意见建议。
        </EmptyState>
      )}
      {data && held > 0 && (
        <div className="rounds">
          <Figures figures={data.figures} />
          <Tabs
            items={[
              {
                key: 'streets',
                label: '按街道',
                children: (
                  <table className="round-table">
                    <thead>
                      <tr>
                        <th>街道政协工委</th>
                        <th className="number">监督次数</th>
                        <th className="number">项目</th>
                        <th className="number">意见建议</th>
                      </tr>
                    </thead>
                    <tbody>
                      {data.streets.map((street) => (
                        <tr key={street.id}>
                          <td>{street.title}</td>
                          <td className="number">
                            <Evidence label={`${street.title}监督`} items={street.rounds} />
                          </td>
                          <td className="number">
                            <Evidence label={`${street.title}项目`} items={street.projects} />
                          </td>
                          <td className="number">
                            <Evidence label={`${street.title}意见建议`} items={street.suggestions} />
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                ),
              },
              {
                key: 'problems',
                label: `问题清单（${data.problems.length}）`,
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
