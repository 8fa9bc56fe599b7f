import { numberOf, rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { daysInMonth, isoDate } from '../text/calendar.ts';
import type { Deadline, WorkContext } from './machine.ts';
import { titleOfRecord } from './proposal-reading.ts';

/** What is owed on records that go through no process of their own. */

/** 六有 are looked at again every half year; the first time counts from the day the place was built or rebuilt. */
export function venueDeadlines({ values }: StoredRecord, context: WorkContext): readonly Deadline[] {
  if (!['已建', '改造中'].includes(textOf(values, 'state'))) return [];
  const days = rowsOf(values, 'checks').map((row) => textOf(row, 'checkedOn'));
  // The place is as fresh as the item that was looked at longest ago.
  const checked = days.length > 0 && days.every(Boolean) ? ([...days].sort()[0] ?? '') : '';
  const from = checked || textOf(values, 'upgradedOn') || textOf(values, 'builtOn');
  if (!from) return [];
  const responsible = titleOfRecord('subdistrictOffice', textOf(values, 'subdistrictOffice'), context) || '委员联络';
  const due = context.after(from, 'venue.check');
  return [{ key: 'check', label: '“六有”复核', due, responsible, verb: '复核', place: 'checks' }];
}

const LIVELIHOOD_OPEN = ['未启动', '进行中', '延期'];

export function livelihoodDeadlines({ values }: StoredRecord, context: WorkContext): readonly Deadline[] {
  const due = textOf(values, 'due');
  const state = textOf(values, 'state') || '未启动';
  if (!due || state === '取消') return [];
  const responsible = titleOfRecord('organisation', textOf(values, 'responsible'), context);
  const done = LIVELIHOOD_OPEN.includes(state) ? '' : textOf(values, 'doneOn') || due;
  const verb = '跟踪办理';
  return [
    {
      key: 'due',
      label: '民生实事时限',
      due,
      verb,
      ...(responsible ? { responsible } : {}),
      ...(done ? { doneOn: done } : {}),
    },
  ];
}

/** A planned item is owed at the end of its month; events that carry it out are pointed at by themselves or by it. */
export function planDeadlines(record: StoredRecord, context: WorkContext): readonly Deadline[] {
  const { values } = record;
  const [year, month] = [numberOf(values, 'year'), numberOf(values, 'month')];
  if (year === undefined || month === undefined || month < 1 || month > 12) return [];
  const due = isoDate(year, month, daysInMonth(year, month));
  const target = numberOf(values, 'target') ?? 1;
  const held = heldFor(record, context);
  const responsible = textOf(values, 'responsible');
  const last = held[target - 1];
  const about = target > 1 ? `已开展 ${held.length} 次，计划 ${target} 次` : '';
  return [
    {
      key: 'month',
      label: '年度计划',
      due,
      verb: '安排',
      ...(about ? { about } : {}),
      ...(responsible ? { responsible } : {}),
      ...(last ? { doneOn: last } : {}),
    },
  ];
}

const byPlan = new WeakMap<readonly StoredRecord[], ReadonlyMap<string, readonly StoredRecord[]>>();

/** Events by the plan item they carry out; a frozen list never changes and is looked through once. */
function eventsByPlan(all: readonly StoredRecord[]): ReadonlyMap<string, readonly StoredRecord[]> {
  const known = byPlan.get(all);
  if (known) return known;
  const found = new Map<string, StoredRecord[]>();
  for (const event of all) {
    const plan = textOf(event.values, 'planItem');
    if (!plan) continue;
    const there = found.get(plan);
    if (there) there.push(event);
    else found.set(plan, [event]);
  }
  if (Object.isFrozen(all)) byPlan.set(all, found);
  return found;
}

/** Days of the events held for a plan item, in order. */
function heldFor(record: StoredRecord, context: WorkContext): readonly string[] {
  const listed = Array.isArray(record.values.events) ? (record.values.events as readonly unknown[]) : [];
  const named = listed.flatMap((id) => (typeof id === 'string' ? (context.lookup('event', id) ?? []) : []));
  const pointing = eventsByPlan(context.list('event')).get(record.id) ?? [];
  const days = new Map([...named, ...pointing].map(({ id, values }) => [id, values] as const));
  return [...days.values()]
    .filter((values) => textOf(values, 'status') !== '取消')
    .map((values) => textOf(values, 'start').slice(0, 10))
    .filter((day) => day && day <= context.today)
    .sort();
}
