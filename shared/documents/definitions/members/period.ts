import type { FigurePeriod } from '../../../figures/figure-result.ts';
import type { DocumentMaterial, DocumentParameter } from '../../definition.ts';
import { chineseDay, choiceParam, integerParam } from '../../wording.ts';

export const HALVES = ['全年', '上半年', '下半年'] as const;
export const QUARTERS = ['全年', '第一季度', '第二季度', '第三季度', '第四季度'] as const;
type Part = (typeof HALVES)[number] | (typeof QUARTERS)[number];

/** First and last month and day of a part of a year. */
const BOUNDS: Readonly<Record<Part, readonly [from: string, to: string]>> = {
  全年: ['01-01', '12-31'],
  上半年: ['01-01', '06-30'],
  下半年: ['07-01', '12-31'],
  第一季度: ['01-01', '03-31'],
  第二季度: ['04-01', '06-30'],
  第三季度: ['07-01', '09-30'],
  第四季度: ['10-01', '12-31'],
};

export const yearParameter: DocumentParameter = {
  name: 'year',
  label: '年度',
  type: 'integer',
  help: '例如 2024；留空用今年',
};

export interface Stretch {
  readonly year: number;
  /** 1 to 4, of a quarter. */
  readonly quarter?: number;
  readonly period: FigurePeriod;
  /** 2024年, 2024年上半年, 2024年第二季度 */
  readonly words: string;
  /** The last day that has come: what still runs is counted up to today. */
  readonly until: string;
  /** 2024年1月1日至12月31日, or up to today where the period still runs. */
  readonly days: string;
}

export function yearOf(params: Readonly<Record<string, unknown>>, { today }: DocumentMaterial): number {
  return integerParam(params, 'year', '年度') ?? Number(today.slice(0, 4));
}

/** @param name parameter with the part of the year: half or quarter */
export function stretchOf(
  params: Readonly<Record<string, unknown>>,
  name: 'half' | 'quarter',
  material: DocumentMaterial,
): Stretch {
  const year = yearOf(params, material);
  const parts: readonly Part[] = name === 'half' ? HALVES : QUARTERS;
  const part = choiceParam(params, name, name === 'half' ? '时段' : '季度', parts);
  const [first, last] = BOUNDS[part];
  const period = { from: `${year}-${first}`, to: `${year}-${last}` };
  const running = period.to > material.today && period.from <= material.today;
  const until = running ? material.today : period.to;
  const quarter = name === 'quarter' ? QUARTERS.indexOf(part as (typeof QUARTERS)[number]) : 0;
  return {
    year,
    ...(quarter > 0 ? { quarter } : {}),
    period,
    words: part === '全年' ? `${year}年` : `${year}年${part}`,
    until,
    days: `${chineseDay(period.from)}至${chineseDay(until).slice(`${year}年`.length)}`,
  };
}
