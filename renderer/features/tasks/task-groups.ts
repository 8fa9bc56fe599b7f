import { dayNumber, isoFromDayNumber } from '../../../shared/text/calendar.ts';
import type { api, Output } from '../../app/api.ts';

export type Tasks = Output<typeof api.tasks.list>;
export type Task = Tasks['items'][number];

export interface TimeGroup {
  readonly label: string;
  readonly late: boolean;
  readonly items: readonly Task[];
}

/** What has been late for longer than this stands last: it is no news, and must not hide what is (as on the home page). */
const LONG_LATE_DAYS = 60;

/** 已超期, 今天, 本周, 以后, 超期已久: in order, without empty ones. The week ends on Sunday. */
export function groupByTime(items: readonly Task[], today: string): readonly TimeGroup[] {
  const sunday = endOfWeek(today);
  const of = (fits: (item: Task) => boolean) => items.filter(fits);
  return [
    { label: '已超期', late: true, items: of((item) => item.days < 0 && item.days >= -LONG_LATE_DAYS) },
    { label: '今天到期', late: false, items: of((item) => item.days === 0) },
    { label: '本周到期', late: false, items: of((item) => item.days > 0 && item.due <= sunday) },
    { label: '以后', late: false, items: of((item) => item.days > 0 && item.due > sunday) },
    { label: '超期两个月以上', late: true, items: of((item) => item.days < -LONG_LATE_DAYS) },
  ].filter((group) => group.items.length > 0);
}

/** Sunday of the week that `today` lies in. 1970-01-01 was a Thursday. */
export function endOfWeek(today: string): string {
  const day = dayNumber(today);
  if (day === undefined) return today;
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  return isoFromDayNumber(monday + 6);
}
