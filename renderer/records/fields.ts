import type { Field } from '../../shared/records/field.ts';
import { kindOf } from '../../shared/records/index.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import { fieldAt } from '../../shared/records/list-fields.ts';
import type { Sort } from '../app/list-state.ts';

export { fieldAt };

/** 界别, or 出席情况·委员 for a column of rows. */
export function labelAt(kind: RecordKind, path: string): string {
  const head = kind.fields[path.split('.')[0] ?? '']?.label ?? path;
  const field = fieldAt(kind, path);
  return path.includes('.') && field ? `${head}·${field.label}` : head;
}

export const isNumeric = (field: Field | undefined): boolean => field?.type === 'integer' || field?.type === 'decimal';

const isPersonName = (field: Field): boolean =>
  field.format === 'name' || (field.type === 'reference' && ['person', 'member'].includes(field.target ?? ''));

/** The orders a column goes through as its head is pressed: people by 姓氏笔画, then by pinyin. */
export const ordersOf = (field: Field | undefined): readonly Sort[1][] =>
  field && isPersonName(field) ? ['stroke', 'asc'] : ['asc', 'desc'];

/** 姓氏笔画, 姓名拼音, 日期（倒序）. */
export function orderWords(field: Field | undefined, label: string, order: Sort[1]): string {
  if (order === 'stroke') return '姓氏笔画';
  if (order === 'desc') return `${label}（倒序）`;
  return field && isPersonName(field) ? `${label}拼音` : label;
}

const UNSORTABLE: readonly Field['type'][] = ['rows', 'files', 'body', 'longText'];
export const isSortable = (field: Field | undefined): boolean => !!field && !UNSORTABLE.includes(field.type);

const DEFAULT_WIDTH = 120;
export const widthOf = (field: Field | undefined): number => field?.width ?? DEFAULT_WIDTH;

/** Of a character of a head, and of what stands beside its words: the filter sign, and the sign of the order. */
const HEAD = { character: 15, filter: 42, order: 24 } as const;

/** The width below which the words of a head would be cut off, in pixels at the standard type size. */
export const headWidthOf = (field: Field | undefined, sorted: boolean): number =>
  [...(field?.label ?? '')].length * HEAD.character + HEAD.filter + (sorted ? HEAD.order : 0);

/** A kind that the address names; undefined when there is none. */
export const findKind = (id: string): RecordKind | undefined => kindOf(id);
