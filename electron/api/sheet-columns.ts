import type { Field } from '../../shared/records/field.ts';
import { kindOf } from '../../shared/records/index.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import type { Lookup, StoredRecord } from '../../shared/records/record.ts';
import type { FillColumn } from '../exporting/sheet/update-book.ts';

/** Types a cell can carry; sub-tables, files and manuscripts cannot be written in one. */
const CELL_TYPES: ReadonlySet<Field['type']> = new Set([
  'text',
  'longText',
  'integer',
  'decimal',
  'year',
  'boolean',
  'date',
  'month',
  'dateTime',
  'choice',
  'choices',
  'tags',
  'reference',
  'references',
]);

/** Columns of a sheet to be filled in and taken in again, in the order of the form; a member brings its person along. */
export function fillColumns(kind: RecordKind, lookup: Lookup): FillColumn[] {
  if (kind.id !== 'member') return own(kind, (record) => record);
  const person = kindOf('person');
  const about = person
    ? own(person, (record) =>
        typeof record.values.person === 'string' ? lookup('person', record.values.person) : undefined,
      )
    : [];
  const rest = own(kind, (record) => record).filter(({ heading }) => heading !== kind.fields.person?.label);
  const twice = new Set(rest.map(({ heading }) => heading));
  return [
    ...about.map((column) =>
      twice.has(column.heading) ? { ...column, heading: `${column.heading}（${person?.label ?? ''}）` } : column,
    ),
    ...rest,
  ];
}

function own(kind: RecordKind, of: (record: StoredRecord) => StoredRecord | undefined): FillColumn[] {
  const order = kind.form.flatMap(({ fields }) => fields);
  const names = [...order, ...Object.keys(kind.fields).filter((name) => !order.includes(name))];
  return names.flatMap((name): FillColumn[] => {
    const field = kind.fields[name];
    if (!field || field.readOnly || field.computed || !CELL_TYPES.has(field.type)) return [];
    return [
      {
        heading: field.label,
        field,
        required: field.required === true && field.initial === undefined,
        value: (record) => of(record)?.values[name],
      },
    ];
  });
}
