import { titleOf } from '../../shared/records/index.ts';
import { type Deadline, daysBetween } from '../../shared/workflow/index.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { type Owed, owed } from './owed.ts';

const SOON_DAYS = 7;
const SHOWN = 500;
/** Nobody is named: the office itself sees to it. */
const NOBODY = '未定责任人';

/** One thing owed. Its record's title is only looked up when it is shown. */
export interface Task {
  readonly owed: Owed;
  readonly deadline: Deadline;
  /** Until it is due; negative when late. */
  readonly days: number;
}

/** Everything owed, what has been late longest first. */
export function openTasks(desk: Desk, wanted: (task: Task) => boolean = () => true): Task[] {
  const tasks: Task[] = [];
  for (const entry of owed(desk)) {
    for (const deadline of entry.open) {
      const task = { owed: entry, deadline, days: daysBetween(desk.today, deadline.due) };
      if (wanted(task)) tasks.push(task);
    }
  }
  return tasks.sort(
    (a, b) =>
      a.days - b.days ||
      a.owed.kind.localeCompare(b.owed.kind) ||
      a.owed.id.localeCompare(b.owed.id) ||
      a.deadline.key.localeCompare(b.deadline.key),
  );
}

export function taskTitle(desk: Desk, { owed: { kind, id } }: Task): string {
  const record = desk.lookup(kind, id);
  return record ? titleOf(record, desk.lookup) : '';
}

function shown(desk: Desk, task: Task) {
  const { owed: entry, deadline, days } = task;
  const { about, responsible } = deadline;
  // The unit that owes is named once, in its own column.
  const detail = about && about !== responsible ? about : '';
  return {
    key: `${entry.kind}/${entry.id}/${deadline.key}`,
    kind: entry.kind,
    id: entry.id,
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
    const entry = people.get(name) ?? { count: 0, overdue: 0 };
    people.set(name, { count: entry.count + 1, overdue: entry.overdue + (days < 0 ? 1 : 0) });
  }
  return [...people.entries()]
    .map(([responsible, counts]) => ({ responsible, ...counts }))
    .sort((a, b) => b.overdue - a.overdue || b.count - a.count || a.responsible.localeCompare(b.responsible, 'zh'));
}

const list = os.tasks.list.handler(({ input, context: { desk } }) => {
  const kinds = input.kinds ? new Set(input.kinds) : undefined;
  const all = openTasks(desk, ({ owed: { kind } }) => !kinds || kinds.has(kind));
  const mine =
    input.responsible === undefined
      ? all
      : all.filter(({ deadline }) => (deadline.responsible ?? NOBODY) === input.responsible);
  const within = (from: number, to: number) => mine.filter(({ days }) => days >= from && days <= to).length;
  const level = input.level ?? 'all';
  const chosen = mine.filter(
    ({ days }) => level === 'all' || (level === 'overdue' ? days < 0 : days >= 0 && days <= SOON_DAYS),
  );
  return {
    today: desk.today,
    counts: {
      overdue: within(Number.NEGATIVE_INFINITY, -1),
      today: within(0, 0),
      week: within(1, SOON_DAYS),
      later: within(SOON_DAYS + 1, Number.POSITIVE_INFINITY),
    },
    people: peopleOf(all),
    items: chosen.slice(0, input.limit ?? SHOWN).map((task) => shown(desk, task)),
  };
});

export const tasks = { list };
