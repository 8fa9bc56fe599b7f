import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Tabs } from 'antd';
import { useMemo } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { type Cases, casesById, itemsOf } from '../../records/case-evidence.ts';
import { Evidence } from '../../records/Evidence.tsx';
import { FigureRules, Spread, Tallies } from '../../records/WorkFigures.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RecordLink } from '../../ui/RecordLink.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import type { Overview } from './answers.ts';
import { Issue } from './Issue.tsx';
import { Registering } from './Registering.tsx';
import './opinions.css';

const COLUMNS = [
  { id: 'collected', label: '收集' },
  { id: 'published', label: '编发' },
  { id: 'reported', label: '报送' },
  { id: 'city', label: '市采用' },
  { id: 'province', label: '转省以上' },
  { id: 'nation', label: '全国' },
  { id: 'instructed', label: '批示' },
];

/** 社情民意: the funnel of a year, what breaks it, who gave how many, and the next issue. */
export function OpinionsPage() {
  const search = useSearch({ from: '/desk/opinions' });
  const navigate = useNavigate();
  const year = search.year ?? new Date().getFullYear();
  const tab = search.tab ?? 'funnel';
  const query = useQuery({
    ...queries.workOpinions.overview.queryOptions({ input: { year } }),
    placeholderData: keepPreviousData,
  });
  const data = query.data;
  const cases = useMemo(() => casesById(data?.cases ?? []), [data]);
  useKeys({ print: () => window.print() });
  const change = (next: Partial<typeof search>) =>
    void navigate({ to: '/desk/opinions', search: { ...search, ...next }, replace: true });
  if (query.error) {
    return (
      <PageFrame title="民意编报">
        <RefusalNote refusal={explain(query.error)} />
      </PageFrame>
    );
  }
  if (!data) return <RouteLoading />;
  return (
    <PageFrame
      title="民意编报"
      sub={`${year} 年收集 ${data.cases.length} 条`}
      verbs={
        <>
          <Select
            aria-label="年度"
            value={year}
            onChange={(chosen: number) => change({ year: chosen })}
            options={[...new Set([year, ...data.years])]
              .sort((a, b) => b - a)
              .map((one) => ({ value: one, label: `${one} 年` }))}
          />
          <Button onClick={() => window.print()}>打印</Button>
          <Link to="/records/$kind/new" params={{ kind: 'opinion' }} search={{}}>
            <Button type="primary" tabIndex={-1}>
              登记来稿
            </Button>
          </Link>
        </>
      }
    >
      <Tabs
        activeKey={tab}
        onChange={(key) => change({ tab: key === 'funnel' ? undefined : key })}
        destroyOnHidden
        items={[
          { key: 'funnel', label: '漏斗', children: <Funnel data={data} cases={cases} year={year} /> },
          {
            key: 'breaches',
            label: `对不上的（${data.breaches.length}）`,
            children: <Breaches breaches={data.breaches} />,
          },
          {
            key: 'ranking',
            label: '排名',
            children: (
              <div className="work-page">
                <Spread head="第一反映人" lines={data.members} columns={COLUMNS} cases={cases} cap={20} />
                <Spread head="报送单位" lines={data.units} columns={COLUMNS} cases={cases} cap={20} />
                <Spread head="街道政协工委" lines={data.streets} columns={COLUMNS} cases={cases} />
                <p className="quiet small">
                  按第一反映人计；街道按登记的街道，没有登记的按第一反映人所在街道。先比市采用，再比报送，再比收集。
                </p>
              </div>
            ),
          },
          { key: 'registering', label: '登记采用批示', children: <Registering data={data} /> },
          { key: 'issue', label: '期刊组期', children: <Issue year={year} /> },
        ]}
      />
    </PageFrame>
  );
}

interface FunnelProps {
  readonly data: Overview;
  readonly cases: Cases;
  readonly year: number;
}

function Funnel({ data, cases, year }: FunnelProps) {
  if (data.cases.length === 0) {
    return (
      <EmptyState
        title={`${year} 年还没有收集社情民意`}
        verbs={
          <Link to="/import" search={{ as: 'opinion' }}>
            导入社情民意台账
          </Link>
        }
      >
        登记来稿以后，编发、报送、采用、批示一条条记下，这里的漏斗自己算。
      </EmptyState>
    );
  }
  const widest = Math.max(1, data.funnel[0]?.ids.length ?? 0);
  return (
    <div className="work-page">
      <ol className="funnel" aria-label="漏斗">
        {data.funnel.map(({ id, label, unit, rule, ids }) => (
          <li key={id}>
            <span className="funnel-label">{label}</span>
            <span className="funnel-track">
              <span className="funnel-bar" style={{ width: `${(ids.length / widest) * 100}%` }} />
            </span>
            <span className="funnel-number">
              <Evidence label={label} items={itemsOf(cases, ids)} unit={unit} rule={rule} />
            </span>
          </li>
        ))}
      </ol>
      {data.breaches.length > 0 && (
        <p className="funnel-breach" role="note">
          有 {data.breaches.length} 处对不上，见“对不上的”一页，每条都写了怎么改。
        </p>
      )}
      <Tallies tallies={data.beside} cases={cases} />
      <FigureRules rules={[...data.funnel, ...data.beside]} />
    </div>
  );
}

function Breaches({ breaches }: Pick<Overview, 'breaches'>) {
  if (breaches.length === 0) {
    return <p className="quiet">没有对不上的：上报的都收集过，市采用的都上报过，转省以上的都有市采用或直报说明。</p>;
  }
  return (
    <table className="work-table">
      <thead>
        <tr>
          <th>信息</th>
          <th>哪里对不上</th>
          <th>怎么改</th>
        </tr>
      </thead>
      <tbody>
        {breaches.map((breach) => (
          <tr key={`${breach.id}/${breach.what}`}>
            <td>
              <RecordLink kind="opinion" id={breach.id}>
                {breach.title}
              </RecordLink>
              <div className="quiet small">{[breach.on, breach.note].filter(Boolean).join(' · ')}</div>
            </td>
            <td className="late">{breach.what}</td>
            <td>
              {breach.mend}。{' '}
              <Link
                to="/records/$kind/$id/edit"
                params={{ kind: 'opinion', id: breach.id }}
                search={{ field: breach.field }}
              >
                去改
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
