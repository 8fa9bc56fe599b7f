import type { Values } from '../../../shared/records/record.ts';
import { fold, squeeze } from '../../../shared/text/index.ts';

/** Headings and names as they compare: width, case, blanks, brackets, quotes and stars do not count. */
export function plain(text: string): string {
  return squeeze(fold(text)).replace(/[\s*＊:：()（）[\]【】《》<>"'/／、·.。-]/gu, '');
}

const IN_BRACKETS = /[（(【[][^）)】\]]*[）)】\]]/gu;

/** The heading without what stands in brackets: 手机号码（必填） → 手机号码. */
export function bare(text: string): string {
  return plain(text.replace(IN_BRACKETS, ''));
}

/** What stands in brackets: 张三（教育界） → 教育界. */
export function bracketed(text: string): readonly string[] {
  return (text.match(IN_BRACKETS) ?? []).map((part) => part.slice(1, -1).trim()).filter(Boolean);
}

export function textOf(values: Values, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

/** What clerks write into a cell that has nothing to say. */
export function isDash(text: string): boolean {
  return /^(?:[-—–―/／\\]+|无|没有|暂无|空|N\/?A)$/iu.test(text.trim());
}

/** Between several things in one cell. */
export const SEPARATORS = /[、,，;；/／|\n]+/u;

/** Blank cells do not count. */
export function partsOf(text: string): string[] {
  return text
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Order of keys does not count at the first level. */
export function sameValues(a: Values, b: Values): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(values: Values): unknown[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
