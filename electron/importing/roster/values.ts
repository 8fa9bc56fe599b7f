import type { Values } from '../../../shared/records/record.ts';

export function textOf(values: Values, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

/** What clerks write into a cell that has nothing to say. */
export function isDash(text: string): boolean {
  return /^(?:[-—–―/／\\]+|无|没有|暂无|空|N\/?A)$/iu.test(text.trim());
}

/** Order of keys does not count. */
export function sameValues(a: Values, b: Values): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(values: Values): unknown[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
