import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Tabs } from 'antd';
import { useMemo } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { casesById } from '../../records/case-evidence.ts';
import { FigureRules, Shares, Spread, Tallies } from '../../records/WorkFigures.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Overview } from './answers.ts';
import { Board } from './Board.tsx';
import { Likes } from './Likes.tsx';
import { Urging } from './Urging.tsx';
import './proposals.css';

/** Numbers shown first; the rest stands in the tab of figures. */
const HEADLINES = ['received', 'filed', 'merged', 'rejected', 'toOpinion', 'examining', 'classB', 'key'];

const SPREAD_COLUMNS = [
  { id: 'received', label: '收件', rule: '提交上来的，草稿不算' },
  { id: 'filed', label: '立案', rule: '立案的主案' },
  { id: 'key', label: '重点' },
  { id: 'unhappy', label: '不满意', late: true, rule: '最近一次征询有提案人不满意的' },
];
const UNIT_COLUMNS = [
  { id: 'all', label: '承办', rule: '立案主案里由它承办的，主办、独办、分办、会办都算' },
  { id: 'answering', label: '主办', rule: '主办、独办、分办的' },
  { id: 'helping', label: '会办', rule: '会办的' },
  { id: 'answered', label: '已答复', rule: '主办、独办、分办里已经答复的' },
  { id: 'late', label: '超期未答', late: true, rule: '过了答复期限（批准延期的按延长后）还没有答复的' },
  { id: 'unhappy', label: '不满意', late: true, rule: '最近一次征询有提案人不满意的' },
];

/** 提案: where the cases of a session stand, what is late, and the figures the office is asked for. */
export function ProposalsPage() {
  const search = useSearch({ from: '/desk/proposals' });
  const navigate = useNavigate();
  const { session, year, unit, tab = 'board' } = search;
  const query = useQuery({
    ...queries.workProposals.overview.queryOptions({
      input: { ...(session ? { session } : {}), ...(year ? { year } : {}), ...(unit ? { unit } : {}) },
    }),
    placeholderData: keepPreviousData,
  });
  const data = query.data;
  const cases = useMemo(() => casesById(data?.cases ?? []), [data]);
  useKeys({ print: () => window.print() });
  const change = (next: Partial<typeof search>) =>
    void navigate({ to: '/desk/proposals', search: { ...search, ...next }, replace: true });
  if (query.error) {
    return (
      <PageFrame title="提案">
        <RefusalNote refusal={explain(query.error)} />
      </PageFrame>
    );
  }
  if (!data) return <RouteLoading />;
  const late = data.owed.filter(({ days }) => days < 0).length;
  return (
    <PageFrame
      title="提案"
      sub={`${data.cases.length} 件${late > 0 ? ` · 超期 ${late} 项` : ''}`}
      verbs={
        <>
          <Scope data={data} session={session} year={year} unit={unit} onChange={change} />
          <Button onClick={() => window.print()}>打印</Button>
          <Link to="/records/$kind/new" params={{ kind: 'proposal' }} search={{}}>
            <Button type="primary" tabIndex={-1}>
              登记提案
            </Button>
          </Link>
        </>
      }
    >
      {data.cases.length === 0 ? (
        <EmptyState
          title={unit || session || year ? '这个范围里还没有提案' : '还没有提案'}
          verbs={
            <Link to="/import" search={{ as: 'proposal' }}>
              导入提案台账
            </Link>
          }
        >
          登记或导入提案以后，这里按审查、交办、办理、征询分列，期限由程序盯着，办复率、满意率自己算。
        </EmptyState>
      ) : (
        <div className="work-page">
          <Tallies tallies={data.tallies.filter(({ id }) => HEADLINES.includes(id))} cases={cases} />
          <Shares shares={data.shares} cases={cases} />
          <Tabs
            activeKey={tab}
            onChange={(key) => change({ tab: key === 'board' ? undefined : key })}
            items={[
              { key: 'board', label: '看板', children: <Board data={data} scope={search} /> },
              { key: 'owed', label: `期限与催办（${data.owed.length}）`, children: <Urging data={data} /> },
              { key: 'likes', label: '并案建议', children: <Likes data={data} /> },
              {
                key: 'figures',
                label: '分布与督办',
                children: (
                  <div className="work-page">
                    <Tallies tallies={data.tallies.filter(({ id }) => !HEADLINES.includes(id))} cases={cases} />
                    <div className="work-columns">
                      <Spread head="界别" lines={data.sectors} columns={SPREAD_COLUMNS} cases={cases} bar="received" />
                      <Spread
                        head="类别"
                        lines={data.categories}
                        columns={SPREAD_COLUMNS}
                        cases={cases}
                        bar="received"
                      />
                    </div>
                    <Spread head="承办单位" lines={data.byUnit} columns={UNIT_COLUMNS} cases={cases} bar="all" />
                  </div>
                ),
              },
            ]}
          />
          <FigureRules rules={[...data.tallies, ...data.shares]} />
        </div>
      )}
    </PageFrame>
  );
}

interface ScopeProps {
  readonly data: Overview;
  readonly session: string | undefined;
  readonly year: number | undefined;
  readonly unit: string | undefined;
  readonly onChange: (next: {
    session?: string | undefined;
    year?: number | undefined;
    unit?: string | undefined;
  }) => void;
}

/** Session or year, and the handling unit. */
function Scope({ data, session, year, unit, onChange }: ScopeProps) {
  const present = year ? `year:${year}` : `session:${session ?? data.session ?? 'all'}`;
  // The year asked for may have no proposal yet; it is still the one that is shown.
  const years = [...new Set([...(year ? [year] : []), ...data.years])].sort((a, b) => b - a);
  const choose = (value: string) => {
    const [type, id] = value.split(':');
    onChange(type === 'year' ? { session: undefined, year: Number(id) } : { session: id, year: undefined });
  };
  return (
    <>
      <Select
        aria-label="会次或年度"
        className="proposal-scope"
        popupMatchSelectWidth={false}
        value={present}
        onChange={choose}
        options={[
          {
            label: '会次',
            options: [
              ...data.sessions.map(({ id, label }) => ({ value: `session:${id}`, label })),
              { value: 'session:all', label: '全部提案' },
            ],
          },
          { label: '年度', options: years.map((one) => ({ value: `year:${one}`, label: `${one} 年` })) },
        ]}
      />
      <Select
        aria-label="承办单位"
        className="proposal-unit"
        placeholder="全部承办单位"
        allowClear
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        {...(unit ? { value: unit } : {})}
        onChange={(value?: string) => onChange({ unit: value })}
        options={data.units.map(({ id, label }) => ({ value: id, label }))}
      />
    </>
  );
}
