import { displayValue, type ListFilter } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { Lookup } from '../../../shared/records/record.ts';

const SEVERAL: ReadonlySet<string> = new Set(['choices', 'tags', 'references', 'files', 'rows']);

/** What the list was narrowed by, for the line under its title: “界别：教育；案由含“养老””. Empty when it is whole. */
export function describeConditions(
  kind: RecordKind,
  text: string | undefined,
  filters: readonly ListFilter[],
  lookup: Lookup,
): string {
  const words = filters.map((filter) => describe(kind, filter, lookup));
  const typed = text?.trim();
  return [...(typed ? [`含“${typed}”`] : []), ...words].join('；');
}

function describe(kind: RecordKind, filter: ListFilter, lookup: Lookup): string {
  const [name = '', cell] = filter.field.split('.');
  const whole = kind.fields[name];
  const field = cell === undefined ? whole : whole?.row?.[cell];
  const label = cell === undefined ? (field?.label ?? name) : `${whole?.label ?? name}·${field?.label ?? cell}`;
  const shown = (value: unknown) =>
    value === null
      ? '空白'
      : field
        ? displayValue(field, SEVERAL.has(field.type) ? [value] : value, lookup)
        : String(value);
  switch (filter.type) {
    case 'blank':
      return `${label}为空`;
    case 'filled':
      return `${label}不为空`;
    case 'contains':
      return `${label}含“${filter.text ?? ''}”`;
    case 'between':
      if (filter.from !== undefined && filter.to !== undefined) return `${label}${filter.from}至${filter.to}`;
      return filter.from !== undefined ? `${label}${filter.from}起` : `${label}到${filter.to ?? ''}为止`;
    case 'any':
      return `${label}：${(filter.values ?? []).map(shown).join('、')}`;
  }
}
