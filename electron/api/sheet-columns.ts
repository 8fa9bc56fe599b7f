import type { RecordKind } from '../../shared/records/kind.ts';
import type { Lookup, StoredRecord } from '../../shared/records/record.ts';
import type { FillColumn, TemplateBook } from '../exporting/sheet/index.ts';
import { type ImportField, importFields } from '../importing/table/fields.ts';

/** Of a member's row some columns tell of the person. */
function partOf(kind: RecordKind, field: ImportField, record: StoredRecord, lookup: Lookup): StoredRecord | undefined {
  if (field.kind === kind.id) return record;
  return typeof record.values.person === 'string' ? lookup('person', record.values.person) : undefined;
}

/**
 * Columns of a list that is changed in WPS and taken in again: what import takes for an update. States move by their
 * process, numbers are given by the program, and a manuscript would lose its shape in a cell.
 */
export function updateColumns(kind: RecordKind, lookup: Lookup): FillColumn[] {
  const fields = importFields(kind.id).filter(
    (one) => one.column === undefined && one.field.type !== 'body' && !one.field.readOnly && !isState(kind, one),
  );
  return inOrder(kind, fields).map((one) => ({
    heading: one.label,
    field: one.field,
    required: one.required,
    value: (record) => partOf(kind, one, record, lookup)?.values[one.name],
  }));
}

/** 3, and 3+5 of a member: of the appointment and of its person. */
export function revisionOf(record: StoredRecord, lookup: Lookup): string {
  const person = record.kind === 'member' ? lookup('person', String(record.values.person)) : undefined;
  return person ? `${record.rev}+${person.rev}` : String(record.rev);
}

/** Columns of a roster as offices keep them; the rest of a person's fields would bury them. */
const ROSTER = [
  'person.name',
  'person.sex',
  'person.ethnicity',
  'person.birth',
  'person.nativePlace',
  'person.parties',
  'person.education',
  'person.degree',
  'person.professionalTitle',
  'person.org',
  'person.orgDuty',
  'person.mobile',
  'person.email',
  'person.address',
  'member.code',
  'member.sector',
  'member.committee',
  'member.committeeDuty',
  'member.subdistrictOffice',
  'member.roles',
  'member.isStanding',
  'member.appointedOn',
  'member.remark',
];

/** Columns of the template: the kind's own fields, and what a sub-table says by a heading (主办单位, 会办单位). */
export function templateColumns(kind: RecordKind): TemplateBook['columns'] {
  const fields = importFields(kind.id);
  if (kind.id === 'member')
    return ROSTER.flatMap((key) => fields.filter((one) => one.key === key)).map((one) => templateColumn(one));
  const own = fields.filter((one) => one.column === undefined && (!one.field.readOnly || isState(kind, one)));
  const byRole = fields.filter(({ fixed, name }) => fixed?.column === 'role' && name !== 'attendance');
  return [...inOrder(kind, own), ...byRole].map((one) => templateColumn(one));
}

const isState = (kind: RecordKind, { name }: ImportField): boolean => name === kind.process?.field;

function templateColumn({ fixed, field, headings, label, required }: ImportField): TemplateBook['columns'][number] {
  if (!fixed) return { heading: label, field, required };
  // 主办承办单位 is understood too; 主办单位 is what offices write.
  const usual = field.target === 'organisation' ? headings.filter((heading) => heading.endsWith('单位')) : headings;
  const shortest = [...usual].sort((a, b) => a.length - b.length)[0];
  return { heading: shortest ?? label, field, required };
}

/** Required ones first, then as the list shows them, then as the form does. */
function inOrder(kind: RecordKind, fields: readonly ImportField[]): ImportField[] {
  const order = [...kind.list.columns, ...kind.form.flatMap((group) => group.fields)];
  const placeOf = (one: ImportField): number => {
    // A person's fields stand before the appointment's, in their own order.
    if (one.kind !== kind.id) return -1000 + fields.indexOf(one);
    const place = order.indexOf(one.name);
    return (one.required ? -500 : 0) + (place < 0 ? order.length : place);
  };
  return [...fields].sort((a, b) => placeOf(a) - placeOf(b));
}
