import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
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
import { AttachDialog } from './AttachDialog.tsx';
import { PlanTable } from './PlanTable.tsx';
import type { PlanYear } from './types.ts';
import './plans.css';

/** 年度计划: by type with what is done; 年度有计划、月月有主题. */
export function PlansPage() {
  const { year: asked, type, street } = useSearch({ from: '/desk/plans' });
  const navigate = useNavigate();
  const year = asked ?? new Date().getFullYear();
  const input = { year, ...(type ? { planType: type } : {}), ...(street ? { street } : {}) };
  const query = useQuery(queries.workPlans.year.queryOptions({ input, placeholderData: (before) => before }));
  const [attaching, setAttaching] = useState<string>();
  const change = (next: { year?: number; type?: string | undefined; street?: string | undefined }) =>
    void navigate({ to: '/desk/plans', search: { year, type, street, ...next }, replace: true });
  if (query.isPending) return <RouteLoading />;
  const { data } = query;
  const line = data?.lines.find(({ id }) => id === attaching);
  const fresh = { year, ...(type ? { planType: type } : {}), ...(street ? { subdistrictOffice: street } : {}) };
  return (
    <PageFrame
      title="年度计划"
      sub={`${year} 年 · ${data?.lines.length ?? 0} 项`}
      verbs={
        <>
          <Button onClick={() => window.print()}>打印</Button>
          <Link to="/import" search={{ as: 'planItem' }}>
            <Button tabIndex={-1}>导入计划</Button>
          </Link>
          <Link to="/records/$kind/new" params={{ kind: 'planItem' }} search={{ with: fresh }}>
            <Button type="primary" tabIndex={-1}>
              新建计划项
            </Button>
          </Link>
        </>
      }
      bar={
        <div className="plan-filters">
          <YearPick year={year} years={data?.years} onChange={(next) => change({ year: next })} />
          <Select
            aria-label="计划类型"
            className="plan-type"
            value={type ?? ''}
            onChange={(next: string) => change({ type: next || undefined })}
            options={[
              { value: '', label: '全部类型' },
              ...(data?.types ?? []).map((value) => ({ value, label: value })),
            ]}
          />
          <Select
            aria-label="街道"
            className="plan-street"
            value={street ?? ''}
            onChange={(next: string) => change({ street: next || undefined })}
            options={[
              { value: '', label: '全部街道' },
              ...(data?.streets ?? []).map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        </div>
      }
    >
      {query.error && <RefusalNote refusal={explain(query.error)} />}
      {data && data.lines.length === 0 ? (
        <EmptyState
          title={`${year} 年还没有这样的计划项`}
          verbs={
            <Link to="/records/$kind/new" params={{ kind: 'planItem' }} search={{ with: fresh }}>
              新建计划项
            </Link>
          }
        >
          年初把协商计划、街道计划、界别计划、专委会要点一项一项登记，写上月份和目标次数；活动挂上计划项，完成几次、是否达标自动算。
        </EmptyState>
      ) : (
        data && (
          <div className="work-page">
            <Figures figures={data.figures} />
            <Months months={data.months} />
            <PlanTable lines={data.lines} year={year} onAttach={setAttaching} />
            <FigureRules rules={data.figures} />
          </div>
        )
      )}
      {line && <AttachDialog key={line.id} line={line} onClose={() => setAttaching(undefined)} />}
    </PageFrame>
  );
}

const MONTH_WORDS = { met: '有主题', missed: '没有主题', running: '还没有主题', ahead: '还没有主题' } as const;

/** Whether every month has its theme, and what was done in it. */
function Months({ months }: Pick<PlanYear, 'months'>) {
  const filled = months.filter(({ items }) => items.length > 0).length;
  return (
    <section className="card" aria-label="月月有主题">
      <h2>
        月月有主题 <span className="quiet small">12 个月里 {filled} 个月有计划项</span>
      </h2>
      <ul className="plan-months">
        {months.map(({ month, items, done, light }) => (
          <li key={month} data-light={light}>
            <strong>{month} 月</strong>
            <span>
              {items.length > 0 ? (
                <Evidence label={`${month} 月计划项`} items={items} unit="项" rule="计划月份是这个月的计划项" />
              ) : (
                MONTH_WORDS[light]
              )}
            </span>
            <span className="small">
              做了{' '}
              <Evidence
                label={`${month} 月完成的计划活动`}
                items={done}
                unit="次"
                rule="挂在这些计划项下、这个月开展的活动，计划在别的月份的也算"
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
