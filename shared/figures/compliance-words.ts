import { kindOf, type ListFilter, type RecordKind } from '../records/index.ts';
import type { ComplianceRule } from './compliance-rules.ts';

const PERIODS = { month: '每月', quarter: '每季', year: '全年' } as const;
const DAY_TYPES = ['date', 'dateTime', 'month'];

/** 每季至少 2 次：按开始时间数街道的会议活动，状态是进行中、已结束、已归档，协商形式是微协商 */
export function ruleSentence({ period, measure, atLeast }: ComplianceRule): string {
  const kind = kindOf(measure.kind);
  if (!kind) return `${PERIODS[period]}至少 ${atLeast} 条`;
  const day = kind.fields[measure.dayField]?.label ?? measure.dayField;
  const conditions = measure.filters.map((filter) => filterWords(kind, filter)).filter(Boolean);
  const told = [`按“${day}”数各街道的${kind.label}`, ...conditions].join('，');
  return `${PERIODS[period]}至少 ${atLeast} ${kind.unit}：${told}`;
}

function filterWords(kind: RecordKind, { field, type, values, text, from, to }: ListFilter): string {
  const label = kind.fields[field]?.label ?? field;
  if (type === 'blank') return `${label}没有填`;
  if (type === 'filled') return `${label}填了`;
  if (type === 'contains') return `${label}含“${text ?? ''}”`;
  if (type === 'between') return `${label}从 ${from ?? '最早'} 到 ${to ?? '最晚'}`;
  return values && values.length > 0 ? `${label}是${values.map(String).join('、')}` : '';
}

/** Why a rule cannot be counted: a kind or a field it names is not there. Undefined when all is well. */
export function ruleProblem({ label, measure }: ComplianceRule): string | undefined {
  const kind = kindOf(measure.kind);
  if (!kind) return `“${label}”要数的“${measure.kind}”不是一种登记`;
  if (!DAY_TYPES.includes(kind.fields[measure.dayField]?.type ?? '')) {
    return `“${label}”：${kind.label}里没有“${measure.dayField}”这个日期栏目`;
  }
  const strange = measure.streetFields.find((field) => {
    const found = kind.fields[field];
    return !(found && 'target' in found && found.target === 'subdistrictOffice');
  });
  if (strange !== undefined) return `“${label}”：${kind.label}的“${strange}”不是街道栏目`;
  const missing = measure.filters.find(({ field }) => !fieldExists(kind, field));
  return missing ? `“${label}”：${kind.label}里没有“${missing.field}”这个栏目` : undefined;
}

function fieldExists(kind: RecordKind, path: string): boolean {
  const [name = '', column] = path.split('.');
  const field = kind.fields[name];
  if (!field || column === undefined) return field !== undefined;
  return field.type === 'rows' && field.row?.[column] !== undefined;
}

export interface MeasurableKind {
  readonly id: string;
  readonly label: string;
  readonly days: readonly { readonly field: string; readonly label: string }[];
  readonly streetFields: readonly string[];
  readonly conditions: readonly { readonly field: string; readonly label: string; readonly enumeration: string }[];
}

/** Kinds a rule can count: those with a day and a street, and their choices as conditions. */
export function measurable(kind: RecordKind): MeasurableKind | undefined {
  const fields = Object.entries(kind.fields);
  const days = fields.flatMap(([field, { type, label }]) => (DAY_TYPES.includes(type) ? [{ field, label }] : []));
  const streetFields = fields.flatMap(([field, own]) =>
    'target' in own && own.target === 'subdistrictOffice' ? [field] : [],
  );
  if (days.length === 0 || streetFields.length === 0) return undefined;
  const conditions = fields.flatMap(([field, own]) =>
    (own.type === 'choice' || own.type === 'choices') && own.enumeration
      ? [{ field, label: own.label, enumeration: own.enumeration }]
      : [],
  );
  return { id: kind.id, label: kind.label, days, streetFields, conditions };
}
