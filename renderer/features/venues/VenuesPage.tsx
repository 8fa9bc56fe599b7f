import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { Figures } from '../../records/Figures.tsx';
import { FigureRules } from '../../records/WorkFigures.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { YearPick } from '../../ui/YearPick.tsx';
import { CheckDialog } from './CheckDialog.tsx';
import { Roster } from './Roster.tsx';
import { SixTable } from './SixTable.tsx';
import { StreetDrawer } from './StreetDrawer.tsx';
import { Tiles } from './Tiles.tsx';
import './venues.css';

/** 阵地: 1 + 14 + N by street, the six, who is on duty. */
export function VenuesPage() {
  const { year: asked, tab = 'map' } = useSearch({ from: '/desk/venues' });
  const navigate = useNavigate();
  const year = asked ?? new Date().getFullYear();
  const query = useQuery(queries.workVenues.map.queryOptions({ input: { year } }));
  const [street, setStreet] = useState<string>();
  const [checking, setChecking] = useState<readonly string[]>();
  const change = (next: { year?: number; tab?: string }) =>
    void navigate({ to: '/desk/venues', search: { year, tab, ...next }, replace: true });
  if (query.isPending) return <RouteLoading />;
  const { data } = query;
  const venues = data ? [...data.district, ...data.streets.flatMap((one) => one.venues)] : [];
  const tile = data?.streets.find(({ id }) => id === street);
  return (
    <PageFrame
      title="阵地"
      sub={`${year} 年 · ${venues.length} 个`}
      verbs={
        <>
          <YearPick year={year} onChange={(next) => change({ year: next })} />
          <Button onClick={() => window.print()}>打印</Button>
          <Link to="/records/$kind/new" params={{ kind: 'venue' }} search={{}}>
            <Button type="primary" tabIndex={-1}>
              登记阵地
            </Button>
          </Link>
        </>
      }
    >
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      {data && venues.length === 0 && data.streets.length === 0 && (
        <EmptyState
          title="还没有登记阵地"
          verbs={
            <>
              <Link to="/records/$kind/new" params={{ kind: 'subdistrictOffice' }} search={{}}>
                登记街道政协工委
              </Link>
              <Link to="/import" search={{ as: 'venue' }}>
                导入阵地
              </Link>
            </>
          }
        >
          区级一个、每个街道一个、社区（村）若干（1+14+N）。先登记街道和社区，再登记协商议事室，覆盖了多少就能看出来。
        </EmptyState>
      )}
      {data && (venues.length > 0 || data.streets.length > 0) && (
        <div className="work-page">
          <Figures figures={data.figures} />
          <Tabs
            activeKey={tab}
            onChange={(next) => change({ tab: next })}
            items={[
              { key: 'map', label: '按街道', children: <Tiles data={data} onOpen={setStreet} /> },
              {
                key: 'six',
                label: '“六有”核验',
                children: <SixTable data={data} onCheck={setChecking} />,
              },
              { key: 'duties', label: `值班（${data.duties.length}）`, children: <Roster data={data} /> },
            ]}
          />
          <FigureRules rules={data.figures} />
        </div>
      )}
      {tile && <StreetDrawer tile={tile} onClose={() => setStreet(undefined)} onCheck={setChecking} />}
      {checking && (
        <CheckDialog venues={venues.filter(({ id }) => checking.includes(id))} onClose={() => setChecking(undefined)} />
      )}
    </PageFrame>
  );
}
