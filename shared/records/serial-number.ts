import { numberOf, textOf } from './read-value.ts';
import type { StoredRecord } from './record.ts';

/**
 * Numbers the program gives: one more than the highest in use. A number whose record was deleted in between is not
 * given again while a higher one stands, and one in use never is.
 */
export function nextSerial(
  records: readonly StoredRecord[],
  field: string,
  among: (values: StoredRecord['values']) => boolean,
  self?: string,
): number {
  let highest = 0;
  for (const { id, values } of records) {
    if (id !== self && among(values)) highest = Math.max(highest, numberOf(values, field) ?? 0);
  }
  return Math.floor(highest) + 1;
}

/** SQ-2024-0001: `series` (SQ-2024) and the number after the highest of the series, with at least `width` digits. */
export function nextCode(
  records: readonly StoredRecord[],
  field: string,
  series: string,
  width: number,
  self?: string,
): string {
  const head = `${series}-`;
  let highest = 0;
  for (const { id, values } of records) {
    const code = textOf(values, field);
    if (id === self || !code.startsWith(head)) continue;
    const tail = code.slice(head.length);
    if (/^\d{1,9}$/.test(tail)) highest = Math.max(highest, Number(tail));
  }
  return `${head}${String(highest + 1).padStart(width, '0')}`;
}
