import { titleOf } from '../../shared/records/index.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { openTasks, type Task } from './owed.ts';

const SOON_DAYS = 7;
const SHOWN = 500;
/** Nobody is named: the office itself sees to it. */
const NOBODY = '未定责任人';

export function taskTitle(desk: Desk, { kind, id }: Task): string {
  const record = desk.lookup(kind, id);
  return record ? titleOf(record, desk.lookup) : '';
}

function shown(desk: Desk, task: Task) {
  const { kind, id, deadline, days } = task;
  const { about, responsible } = deadline;
  // The unit that owes is named once, in its own column.
  const detail = about && about !== responsible ? about : '';
  return {
    key: `${kind}/${id}/${deadline.key}`,
    kind,
    id,
    title: taskTitle(desk, task),
    label: deadline.label,
    detail,
    due: deadline.due,
    days,
    ...(responsible ? { responsible } : {}),
    verb: deadline.verb,
    ...(deadline.move ? { move: deadline.move } : {}),
    ...(deadline.place ? { place: deadline.place } : {}),
  };
}

function peopleOf(tasks: readonly Task[]) {
  const people = new Map<string, { count: number; overdue: number }>();
  for (const { deadline, days } of tasks) {
    const name = deadline.responsible ?? NOBODY;
    let entry = people.get(name);
    if (!entry) {
      entry = { count: 0, overdue: 0 };
      people.set(name, entry);
    }
    entry.count += 1;
    if (days < 0) entry.overdue += 1;
  }
  return [...people.entries()]
    .map(([responsible, counts]) => ({ responsible, ...counts }))
    .sort((a, b) => b.overdue - a.overdue || b.count - a.count || a.responsible.localeCompare(b.responsible, 'zh'));
}

function countsOf(tasks: readonly Task[]) {
  const counts = { overdue: 0, today: 0, week: 0, later: 0 };
  for (const { days } of tasks)
    counts[days < 0 ? 'overdue' : days === 0 ? 'today' : days <= SOON_DAYS ? 'week' : 'later'] += 1;
  return counts;
}

const list = os.tasks.list.handler(({ input, context: { desk } }) => {
  const kinds = input.kinds ? new Set(input.kinds) : undefined;
  const all = kinds ? openTasks(desk).filter(({ kind }) => kinds.has(kind)) : openTasks(desk);
  const mine =
    input.responsible === undefined
      ? all
      : all.filter(({ deadline }) => (deadline.responsible ?? NOBODY) === input.responsible);
  const level = input.level ?? 'all';
  const chosen = mine.filter(
    ({ days }) => level === 'all' || (level === 'overdue' ? days < 0 : days >= 0 && days <= SOON_DAYS),
  );
  return {
    today: desk.today,
    counts: countsOf(mine),
    people: peopleOf(all),
    items: chosen.slice(0, input.limit ?? SHOWN).map((task) => shown(desk, task)),
  };
});

export const tasks = { list };
