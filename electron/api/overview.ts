import { kindOf, kinds } from '../../shared/records/index.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { openTasks, type Task } from './owed.ts';
import { describe } from './record-titles.ts';
import { taskTitle } from './tasks.ts';

/** What falls due later than this is not yet shown. */
const HORIZON_DAYS = 7;
const SHOWN = 12;
/** What has been late for longer than this stands last: it is no news, and must not hide what is. */
const LONG_LATE_DAYS = 60;

/** Latest first, then what falls due soon, then what has long been late. */
function urgency(days: number): number {
  return days < -LONG_LATE_DAYS ? HORIZON_DAYS - days : days;
}

/** The first of the tasks (待办), one line each: what is owed, and of which record. */
function dueOf(desk: Desk, task: Task) {
  const { about, label, responsible, verb, place } = task.deadline;
  const title = taskTitle(desk, task);
  // A resolution is known by its own words, a proposal by its title and what is owed on it.
  const own = task.kind === 'event' && about && task.deadline.key.startsWith('resolution/');
  const detail = own ? [responsible, title] : [label, about === responsible ? undefined : about, responsible];
  return {
    days: task.days,
    title: own ? about : title,
    detail: detail.filter(Boolean).join(' · '),
    verb,
    kind: task.kind,
    id: task.id,
    ...(place ? { place } : {}),
  };
}

function countsOf(desk: Desk, year: number) {
  const { library } = desk.opened;
  return kinds
    .filter((kind) => !kind.parent)
    .map((kind) => {
      const records = library.list(kind.id);
      const yearField = kind.search.year;
      const dated = yearField
        ? {
            thisYear: records.filter((record) => String(record.values[yearField] ?? '').startsWith(String(year)))
              .length,
          }
        : {};
      return { kind: kind.id, label: kind.label, unit: kind.unit, count: records.length, ...dated };
    });
}

const home = os.overview.home.handler(({ context: { desk } }) => {
  const { library } = desk.opened;
  const { lookup, today } = desk;
  const due = openTasks(desk)
    .filter(({ days }) => days <= HORIZON_DAYS)
    .sort((a, b) => urgency(a.days) - urgency(b.days))
    .slice(0, SHOWN)
    .map((task) => dueOf(desk, task));
  const recent = [...library.all()]
    .filter((record) => kindOf(record.kind))
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, SHOWN)
    .map((record) => ({
      kind: record.kind,
      id: record.id,
      ...describe(record, lookup),
      at: record.updatedAt,
      who: record.updatedBy,
    }));
  const year = Number(today.slice(0, 4));
  return { today, due, recent, counts: countsOf(desk, year), year };
});

export const overview = { home };
