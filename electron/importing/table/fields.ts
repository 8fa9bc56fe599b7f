import type { Field } from '../../../shared/records/field.ts';
import { defaultEnumerations, enumerationOf, kindOf } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { bare } from './words.ts';

/** A field that a column can fill: 'person.name', 'member.sector', 'proposal.assignments.unit'. */
export interface ImportField {
  readonly key: string;
  readonly kind: string;
  /** Field of the kind; of a sub-table the field that holds its rows. */
  readonly name: string;
  /** Column of the sub-table. */
  readonly column?: string;
  /** What the heading says besides: a column 会办单位 holds units in the role 会办. */
  readonly fixed?: { readonly column: string; readonly value: string };
  readonly label: string;
  /** As the cell is read: for a sub-table the field of its column. */
  readonly field: Field;
  readonly required: boolean;
  /** Headings it goes by, the likeliest first. */
  readonly headings: readonly string[];
}

/** Types a spreadsheet cell can carry. */
const CELL_TYPES: ReadonlySet<Field['type']> = new Set([
  'text',
  'longText',
  'body',
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

/** Words office spreadsheets use where the program's label is another, and the label alone would not tell. */
const MORE_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  'proposal.feedback.result': ['满意度', '满意情况', '满意程度', '征询结果'],
  'proposal.replies.class': ['办理结果类别', '答复分类'],
  'proposal.assignments.handedOn': ['交办时间'],
  'proposal.replies.repliedOn': ['答复时间'],
  'event.attendance.member': ['参会委员', '参加委员', '出席委员', '姓名'],
  'event.attendance.state': ['出席情况', '签到情况', '到会情况'],
};

/** Numbers the program gives to new records; old ledgers bring their own. */
const isGivenNumber = (field: Field): boolean =>
  field.readOnly === true && !field.computed && (field.type === 'text' || field.type === 'integer');

/** Fields the columns of a sheet can fill. A member roster makes person and appointment together. */
export function importFields(kindId: string): ImportField[] {
  if (kindId === 'member') return memberFields();
  const kind = kindOf(kindId);
  return kind
    ? [...ownFields(kind), ...Object.entries(kind.fields).flatMap(([name, field]) => subFields(kind, name, field))]
    : [];
}

function ownFields(kind: RecordKind): ImportField[] {
  const fields: ImportField[] = [];
  for (const [name, field] of Object.entries(kind.fields)) {
    const key = `${kind.id}.${name}`;
    const closed = field.readOnly && name !== kind.process?.field && !isGivenNumber(field);
    if (closed || field.computed || !CELL_TYPES.has(field.type)) continue;
    fields.push({
      key,
      kind: kind.id,
      name,
      label: field.label,
      field,
      required: field.required === true && field.initial === undefined,
      headings: [field.label, ...(field.aliases ?? []), ...(MORE_HEADINGS[key] ?? [])],
    });
  }
  return fields;
}

/** The columns of a sub-table: a flat sheet has a line for each of its rows. */
function subFields(kind: RecordKind, name: string, rows: Field): ImportField[] {
  if (rows.type !== 'rows' || rows.readOnly || rows.computed) return [];
  const fields: ImportField[] = [];
  for (const [column, field] of Object.entries(rows.row ?? {})) {
    if (field.readOnly || field.computed || !CELL_TYPES.has(field.type)) continue;
    const key = `${kind.id}.${name}.${column}`;
    const headings = [
      `${rows.label}${field.label}`,
      `${rows.label}（${field.label}）`,
      field.label,
      ...(field.aliases ?? []),
      ...(MORE_HEADINGS[key] ?? []),
    ];
    const label = `${rows.label}·${field.label}`;
    fields.push({ key, kind: kind.id, name, column, label, field, required: false, headings });
  }
  return [...fields, ...fixedFields(kind, name, rows)];
}

/** 主办单位, 会办单位, 列席人员, 请假人员: the heading says role or state, the cells hold the names. */
function fixedFields(kind: RecordKind, name: string, rows: Field): ImportField[] {
  const named = Object.entries(rows.row ?? {}).find(([, { type }]) => type === 'reference');
  if (!named) return [];
  const [column, field] = named;
  return ['role', ...(name === 'attendance' ? ['state'] : [])].flatMap((by) => {
    const choice = rows.row?.[by];
    const words = enumerationOf(defaultEnumerations, choice?.enumeration ?? '')?.values ?? [];
    const seen = new Set<string>();
    return words.flatMap(({ value, retired }): ImportField[] => {
      const word = bare(value);
      if (retired || seen.has(word)) return [];
      seen.add(word);
      return [
        {
          key: `${kind.id}.${name}.${column}@${value}`,
          kind: kind.id,
          name,
          column,
          fixed: { column: by, value },
          label: `${rows.label}·${field.label}（${word}）`,
          field,
          required: false,
          headings: [`${word}${field.label}`, `${word}单位`, `${word}人员`, `${word}名单`, `${word}委员`],
        },
      ];
    });
  });
}

/** Person and appointment side by side; a label both have keeps its name with the appointment. */
function memberFields(): ImportField[] {
  const [person, member] = [kindOf('person'), kindOf('member')];
  if (!person || !member) return [];
  const own = ownFields(member).filter(({ key }) => key !== 'member.person');
  const about = ownFields(person).map((one) => {
    if (!own.some(({ label }) => label === one.label)) return one;
    const label = `${one.label}（${person.label}）`;
    return { ...one, label, headings: [label] };
  });
  return [...about, ...own];
}
