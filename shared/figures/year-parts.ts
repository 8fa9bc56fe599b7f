import { daysInMonth, isoDate } from '../text/calendar.ts';

export type PartLength = 'month' | 'quarter' | 'year';

/** A stretch of a year something is counted in. Both days belong to it. */
export interface YearPart {
  /** 2024-03, 2024-Q1, 2024 */
  readonly id: string;
  /** 3月, 一季度, 全年 */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];
const MONTHS: Readonly<Record<PartLength, number>> = { month: 1, quarter: 3, year: 12 };

/** The months, quarters, or the one whole of a year, in order. */
export function partsOf(year: number, length: PartLength): YearPart[] {
  const months = MONTHS[length];
  return Array.from({ length: 12 / months }, (_, index) => {
    const last = (index + 1) * months;
    return {
      id: length === 'year' ? String(year) : length === 'month' ? `${year}-${two(last)}` : `${year}-Q${index + 1}`,
      label: length === 'year' ? '全年' : length === 'month' ? `${last}月` : (QUARTERS[index] ?? ''),
      from: isoDate(year, index * months + 1, 1),
      to: isoDate(year, last, daysInMonth(year, last)),
    };
  });
}

const two = (value: number): string => String(value).padStart(2, '0');

/** 2024-Q2 of 2024-05-06; '' of what is no day or month. */
export function quarterOfDay(day: string): string {
  const found = /^(\d{4})-(\d{2})/u.exec(day);
  return found ? `${found[1]}-Q${Math.ceil(Number(found[2]) / 3)}` : '';
}

export type Light =
  /** Enough has been done. */
  | 'met'
  /** The time is over and something is missing. */
  | 'missed'
  /** The time still runs and something is missing. */
  | 'running'
  /** The time has not begun and nothing is owed. */
  | 'ahead';

/** How a count stands against what is asked of a stretch of time. `today` is 'YYYY-MM-DD'. */
export function lightOf(count: number, atLeast: number, part: Pick<YearPart, 'from' | 'to'>, today: string): Light {
  if (count >= atLeast) return 'met';
  if (part.to < today) return 'missed';
  return part.from > today ? 'ahead' : 'running';
}
