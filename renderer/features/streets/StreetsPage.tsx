import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { YearPick } from '../../ui/YearPick.tsx';
import { Coverage, Membership } from './Coverage.tsx';
import { Lights } from './Lights.tsx';
import { RulesDialog } from './RulesDialog.tsx';
import './streets.css';

/** 街道工作: lights of the rules, what each street has, members and branches. */
export function StreetsPage() {
  const { year: asked, tab = 'lights', rule } = useSearch({ from: '/desk/streets' });
  const navigate = useNavigate();
  const year = asked ?? new Date().getFullYear();
  const lights = useQuery(queries.workStreets.compliance.queryOptions({ input: { year } }));
  const coverage = useQuery(queries.workStreets.coverage.queryOptions({ input: { year } }));
  const [editing, setEditing] = useState(false);
  const change = (next: { year?: number; tab?: string; rule?: string | undefined }) =>
    void navigate({ to: '/desk/streets', search: { year, tab, rule, ...next }, replace: true });
  const problem = lights.error ?? coverage.error;
  if (!problem && (!lights.data || !coverage.data)) return <RouteLoading />;
  return (
    <PageFrame
      title="街道工作"
      sub={`${year} 年 · ${lights.data?.streets.length ?? 0} 个街道`}
      verbs={
        <>
          <YearPick year={year} onChange={(next) => change({ year: next })} />
          <Button onClick={() => window.print()}>打印</Button>
          <Button onClick={() => setEditing(true)}>达标规则…</Button>
        </>
      }
    >
      {problem && <RefusalNote refusal={explain(problem)} />}
      {lights.data && lights.data.streets.length === 0 && (
        <EmptyState
          title="还没有登记街道政协工委"
          verbs={
            <>
              <Link to="/records/$kind/new" params={{ kind: 'subdistrictOffice' }} search={{}}>
                登记一个街道
              </Link>
              <Link to="/import" search={{ as: 'subdistrictOffice' }}>
                导入街道
              </Link>
            </>
          }
        >
          先登记各街道政协工委，会议活动和社情民意选上街道，这里就亮出每个街道每季、每月达没达标。
        </EmptyState>
      )}
      {lights.data && coverage.data && lights.data.streets.length > 0 && (
        <Tabs
          activeKey={tab}
          onChange={(next) => change({ tab: next })}
          items={[
            {
              key: 'lights',
              label: '达标灯',
              children: <Lights data={lights.data} chosen={rule} onChoose={(next) => change({ rule: next })} />,
            },
            { key: 'coverage', label: '组织覆盖', children: <Coverage data={coverage.data} year={year} /> },
            { key: 'members', label: '全员入委与党支部', children: <Membership data={coverage.data} /> },
          ]}
        />
      )}
      {editing && lights.data && <RulesDialog rules={lights.data.rules} onClose={() => setEditing(false)} />}
    </PageFrame>
  );
}
