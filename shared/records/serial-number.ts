import { numberOf, textOf } from './read-value.ts';
import type { StoredRecord } from './record.ts';

/**
 * Numbers the program gives: one more than the highest in use. A number whose record was deleted in between is not
 * given again while a higher one stands, and one in use never is. `self` is the record's own id: a record whose number
 * was cleared gets the same one back, since papers that bear it are out.
 */
export function nextSerial(
  records: readonly StoredRecord[],
  field: string,
  among: (values: StoredRecord['values']) => boolean,
  self?: string,
): number {
  let highest = 0;
  for (const { id, values } of records) {
    if (!among(values)) continue;
    const number = numberOf(values, field);
    if (id === self && number !== undefined) return number;
    highest = Math.max(highest, number ?? 0);
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
    if (!code.startsWith(head)) continue;
    if (id === self) return code;
    const tail = code.slice(head.length);
    if (/^\d{1,9}$/.test(tail)) highest = Math.max(highest, Number(tail));
  }
  return `${head}${String(highest + 1).padStart(width, '0')}`;
}
