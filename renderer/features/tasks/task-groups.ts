import { dayNumber, isoFromDayNumber } from '../../../shared/text/calendar.ts';
import type { api, Output } from '../../app/api.ts';

export type Tasks = Output<typeof api.tasks.list>;
export type Task = Tasks['items'][number];

export interface TimeGroup {
  readonly label: string;
  readonly late: boolean;
  readonly items: readonly Task[];
}

/** 已超期, 今天, 本周（到11月22日）, 以后: in order, without empty ones. The week ends on Sunday. */
export function groupByTime(items: readonly Task[], today: string): readonly TimeGroup[] {
  const sunday = endOfWeek(today);
  const of = (fits: (item: Task) => boolean) => items.filter(fits);
  return [
    { label: '已超期', late: true, items: of((item) => item.days < 0) },
    { label: '今天到期', late: false, items: of((item) => item.days === 0) },
    { label: '本周到期', late: false, items: of((item) => item.days > 0 && item.due <= sunday) },
    { label: '以后', late: false, items: of((item) => item.days > 0 && item.due > sunday) },
  ].filter((group) => group.items.length > 0);
}

/** Sunday of the week that `today` lies in. 1970-01-01 was a Thursday. */
export function endOfWeek(today: string): string {
  const day = dayNumber(today);
  if (day === undefined) return today;
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  return isoFromDayNumber(monday + 6);
}
