import { pointingAt } from '../records/counting.ts';
import type { List } from '../records/kind.ts';
import { listOf, numberOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { daysInMonth, isoDate } from '../text/calendar.ts';
import { isHeld } from './held.ts';
import { type Light, lightOf } from './year-parts.ts';

export interface PlanLine {
  readonly item: StoredRecord;
  /** 1..12; undefined when the plan says no month: it then has the whole year. */
  readonly month: number | undefined;
  readonly target: number;
  /** Events that carry it out and took place, oldest first. */
  readonly done: readonly StoredRecord[];
  /** Linked events that are still to come. */
  readonly ahead: readonly StoredRecord[];
  readonly light: Light;
  readonly missing: number;
}

/** The plan of a year: items in the order of their months, with what was done and how they stand on `today`. */
export function planLines(list: List, year: number, today: string): PlanLine[] {
  const events = new Map(list('event').map((event) => [event.id, event]));
  return list('planItem')
    .filter(({ values }) => numberOf(values, 'year') === year)
    .map((item) => {
      const linked = new Map<string, StoredRecord>();
      for (const event of pointingAt(list('event'), 'planItem', item.id)) linked.set(event.id, event);
      for (const id of listOf(item.values, 'events')) {
        const event = events.get(id);
        if (event) linked.set(id, event);
      }
      const all = [...linked.values()].sort((a, b) =>
        textOf(a.values, 'start').localeCompare(textOf(b.values, 'start')),
      );
      const done = all.filter(isHeld);
      const month = monthOf(item);
      const target = numberOf(item.values, 'target') ?? 1;
      const part = {
        from: isoDate(year, month ?? 1, 1),
        to: isoDate(year, month ?? 12, daysInMonth(year, month ?? 12)),
      };
      return {
        item,
        month,
        target,
        done,
        ahead: all.filter(({ values }) => ['', '拟办', '已通知', '延期'].includes(textOf(values, 'status'))),
        // Owed at the end of its month, as the to-do list has it (planDeadlines).
        light: lightOf(done.length, target, part, today),
        missing: Math.max(0, target - done.length),
      };
    })
    .sort((a, b) => (a.month ?? 13) - (b.month ?? 13));
}

function monthOf({ values }: StoredRecord): number | undefined {
  const month = numberOf(values, 'month');
  return month !== undefined && month >= 1 && month <= 12 ? month : undefined;
}
