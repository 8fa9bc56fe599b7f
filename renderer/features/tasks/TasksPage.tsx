import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { kindOf } from '../../../shared/records/index.ts';
import { queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { MoveOfTask } from './MoveOfTask.tsx';
import { People } from './People.tsx';
import { TaskGroup } from './TaskGroup.tsx';
import { groupByTime, type Task } from './task-groups.ts';
import './tasks.css';

/** As many as one answer brings (shared/api/areas/workflow.ts). */
const MOST = 5000;

/** 待办: everything owed, worked out of the records; what is late first. */
export function TasksPage() {
  const search = useSearch({ from: '/tasks' });
  const navigate = useNavigate();
  const [moving, setMoving] = useState<Task>();
  const everything = useQuery(queries.tasks.list.queryOptions({ input: { limit: MOST } }));
  const query = useQuery({
    ...queries.tasks.list.queryOptions({
      input: {
        limit: MOST,
        ...(search.who === undefined ? {} : { responsible: search.who }),
        ...(search.kinds ? { kinds: search.kinds } : {}),
        ...(search.level ? { level: search.level } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  });
  useKeys({ print: () => window.print() });
  const change = (next: Partial<typeof search>) =>
    void navigate({ to: '/tasks', search: { ...search, ...next }, replace: true });

  if (query.error) {
    return (
      <PageFrame title="待办">
        <RefusalNote refusal={explain(query.error)} />
      </PageFrame>
    );
  }
  if (!query.data || !everything.data) return <RouteLoading />;
  const { items, today } = query.data;
  const { counts, people } = everything.data;
  const total = counts.overdue + counts.today + counts.week + counts.later;
  const kinds = [...new Set(everything.data.items.map((item) => item.kind))];
  const narrowed = search.who !== undefined || search.kinds !== undefined || search.level !== undefined;

  return (
    <PageFrame
      title="待办"
      sub={`${total} 件 · 超期 ${counts.overdue} 件 · 今天 ${counts.today} 件 · 七天内 ${counts.week} 件`}
      verbs={<Button onClick={() => window.print()}>打印</Button>}
      bar={
        <>
          <Select
            mode="multiple"
            className="tasks-kinds"
            aria-label="按台账筛选"
            placeholder="全部台账"
            maxTagCount="responsive"
            value={search.kinds ?? []}
            onChange={(next: string[]) => change({ kinds: next.length > 0 ? next : undefined })}
            options={kinds.map((id) => ({ value: id, label: kindOf(id)?.label ?? id }))}
          />
          <Checkbox
            checked={search.level === 'overdue'}
            onChange={(event) => change({ level: event.target.checked ? 'overdue' : undefined })}
          >
            只看超期
          </Checkbox>
        </>
      }
    >
      {total === 0 ? (
        <EmptyState title="没有待办">
          提案、社情民意、意见建议等办到一半的事，凡有期限的都会自动列在这里，办完自动消失，不用另外登记。
        </EmptyState>
      ) : (
        <div className="tasks">
          <People
            people={people}
            total={total}
            overdue={counts.overdue}
            chosen={search.who}
            onChoose={(who) => change({ who })}
          />
          <div className="tasks-list">
            {items.length === 0 && (
              <EmptyState
                title="没有符合条件的待办"
                verbs={
                  narrowed && (
                    <Button onClick={() => void navigate({ to: '/tasks', search: {}, replace: true })}>看全部</Button>
                  )
                }
              />
            )}
            {groupByTime(items, today).map((group) => (
              <TaskGroup key={group.label} group={group} onMove={setMoving} />
            ))}
          </div>
        </div>
      )}
      {moving && <MoveOfTask task={moving} onClose={() => setMoving(undefined)} />}
    </PageFrame>
  );
}
