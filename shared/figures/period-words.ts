import type { FigurePeriod } from './figure-result.ts';
import { partsOf } from './year-parts.ts';

/** 2024年, 2024年上半年, 2024年二季度, 2024年3月, otherwise 2024年3月5日至2024年4月1日. */
export function periodWords({ from, to }: FigurePeriod): string {
  const year = Number(from.slice(0, 4));
  const named = yearParts(year).find((part) => part.from === from && part.to === to);
  return named ? `${year}年${named.label}` : `${dayWords(from)}至${dayWords(to)}`;
}

/** A year and its parts, for choosing. */
export function yearParts(year: number): readonly (FigurePeriod & { readonly id: string; readonly label: string })[] {
  const half = (id: string, label: string, from: string, to: string) => ({
    id: `${year}-${id}`,
    label,
    from: `${year}-${from}`,
    to: `${year}-${to}`,
  });
  return [
    half('year', '', '01-01', '12-31'),
    half('H1', '上半年', '01-01', '06-30'),
    half('H2', '下半年', '07-01', '12-31'),
    ...partsOf(year, 'quarter'),
    ...partsOf(year, 'month'),
  ];
}

function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
