import type { api, Output } from '../../app/api.ts';

export type Register = Output<typeof api.numbers.register>;
export type RegisterRow = Register['rows'][number];
export type RegisterSeries = Register['series'][number];
export type Issues = Output<typeof api.numbers.issues>;
export type Publication = Issues['publications'][number];
export type SeriesList = Output<typeof api.numbers.series>;

/** 漏号 or 漏号：4号至6号，共3个 */
export const gapWords = (from: number, to: number, unit: string): string =>
  from === to ? '漏号' : `漏号：${from}${unit}至${to}${unit}，共${to - from + 1}个`;
