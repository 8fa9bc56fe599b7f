import type { FigurePeriod } from '../../../figures/figure-result.ts';
import { periodWords, yearParts } from '../../../figures/period-words.ts';
import { DocumentError, type DocumentMaterial, type DocumentParameter } from '../../definition.ts';
import { choiceParam, integerParam } from '../../wording.ts';

const PARTS = ['全年', '上半年', '下半年', '一季度', '二季度', '三季度', '四季度'] as const;

/** A year or a part of it, as papers that look back ask for it. */
export const spanParams: readonly DocumentParameter[] = [
  { name: 'year', label: '年度', type: 'integer', help: '例如 2024；留空用今年' },
  { name: 'part', label: '时段', type: 'choice', options: PARTS, initial: PARTS[0] },
];

export interface Span extends FigurePeriod {
  readonly year: number;
  /** The whole year. */
  readonly whole: boolean;
  /** 2024年, 2024年二季度 */
  readonly words: string;
}

/** @throws DocumentError when the year or the part is none */
export function spanParam(params: Readonly<Record<string, unknown>>, { today }: Pick<DocumentMaterial, 'today'>): Span {
  const year = yearParam(params, today);
  const part = choiceParam(params, 'part', '时段', PARTS);
  const named = yearParts(year).find(({ label }) => label === (part === PARTS[0] ? '' : part));
  const period = { from: named?.from ?? `${year}-01-01`, to: named?.to ?? `${year}-12-31` };
  return { ...period, year, whole: part === PARTS[0], words: part === PARTS[0] ? `${year}年` : periodWords(period) };
}

/** @throws DocumentError when it is no year */
export function yearParam(params: Readonly<Record<string, unknown>>, today: string): number {
  const year = integerParam(params, 'year', '年度') ?? Number(today.slice(0, 4));
  if (year < 1900 || year > 2199) throw new DocumentError(`年度应是四位年份，现在是“${year}”。`, 'year');
  return year;
}

/** Whether a day, or a date with time, lies in the span. */
export const isIn = ({ from, to }: FigurePeriod, day: string): boolean =>
  day !== '' && from <= day.slice(0, 10) && day.slice(0, 10) <= to;
