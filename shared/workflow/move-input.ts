import type { Enumeration } from '../records/enumerations.ts';
import type { Field } from '../records/field.ts';
import type { RecordKind } from '../records/kind.ts';
import { isValues, rowsOf } from '../records/read-value.ts';
import type { Lookup, Problems, StoredRecord, Values } from '../records/record.ts';
import { validateKind } from '../records/validate.ts';
import type { Move, MoveField, Preset } from './machine.ts';

/** What the clerk gave, as it came. Absent values leave the record as it is, blank ones clear it. */
export interface RawInput {
  readonly values?: Values;
  readonly rows?: Readonly<Record<string, readonly Values[]>>;
}

export interface ReadInput {
  readonly values: Values;
  /** Fields of the form that were given blank. */
  readonly cleared: readonly string[];
  readonly rows: Readonly<Record<string, readonly Values[]>>;
  readonly problems: Problems;
}

type RowsForm = Extract<MoveField, { rows: string }>;

export const isRowsForm = (item: MoveField): item is RowsForm => 'rows' in item;

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * The input in its stored form, checked field by field like any other value: the form of the move is taken as a small
 * kind of its own, whose required fields are those the move asks for. What is left blank comes from `preset`, then,
 * for single fields, from the record.
 */
export function readInput(
  kind: RecordKind,
  move: Move,
  record: StoredRecord,
  raw: RawInput,
  preset: Preset,
  world: { readonly lookup: Lookup; readonly enumerations: readonly Enumeration[] },
): ReadInput {
  const given: Record<string, unknown> = {};
  const cleared: string[] = [];
  for (const [name, value] of Object.entries(raw.values ?? {})) {
    if (value === undefined) continue;
    given[name] = value;
  }
  for (const item of move.form) {
    if (isRowsForm(item)) {
      const rows = (raw.rows?.[item.rows] ?? []).filter((row) => isValues(row) && !Object.values(row).every(isBlank));
      given[item.rows] = rows.length > 0 ? rows : (preset.rows?.[item.rows] ?? []);
    } else if (isBlank(given[item.field])) {
      const wasGiven = Object.hasOwn(given, item.field);
      const fallback = preset.values?.[item.field];
      if (!isBlank(fallback)) given[item.field] = fallback;
      else if (item.required) given[item.field] = wasGiven ? undefined : record.values[item.field];
      else if (wasGiven) cleared.push(item.field);
    }
  }
  const strange = Object.keys(raw.rows ?? {}).filter(
    (name) => !move.form.some((item) => isRowsForm(item) && item.rows === name),
  );
  const form = formKind(kind, move);
  const checked = validateKind(form, given, {
    lookup: world.lookup,
    enumerations: world.enumerations,
    before: record.values,
  });
  const problems: Record<string, string> = { ...checked.problems };
  for (const name of strange) problems[name] = `“${move.label}”不填写“${kind.fields[name]?.label ?? name}”`;
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(form.fields, name)) {
      problems[name] = `“${move.label}”不填写“${kind.fields[name]?.label ?? name}”`;
    }
  }
  for (const item of move.form) {
    const several = isRowsForm(item) && !item.repeated && rowsOf(given, item.rows).length > 1;
    // Presets of a single-row form may stand for several rows (all units that have not signed).
    if (several && (raw.rows?.[item.rows]?.length ?? 0) > 1) {
      problems[item.rows] = `“${move.label}”一次只登记一条${kind.fields[item.rows]?.label ?? ''}`;
    }
  }
  const rows = Object.fromEntries(
    move.form.filter(isRowsForm).map((item) => [item.rows, rowsOf(checked.values, item.rows)] as const),
  );
  const values = Object.fromEntries(Object.entries(checked.values).filter(([name]) => !Object.hasOwn(rows, name)));
  return { values, cleared: cleared.filter((name) => !Object.hasOwn(values, name)), rows, problems };
}

/** The form of a move as a kind: no rules over several fields, those come when the whole record stands. */
function formKind(kind: RecordKind, move: Move): RecordKind {
  const fields: Record<string, Field> = {};
  for (const item of move.form) {
    const name = isRowsForm(item) ? item.rows : item.field;
    const field = kind.fields[name];
    if (!field) continue;
    fields[name] = isRowsForm(item) ? rowsField(field, item) : { ...field, required: item.required === true };
  }
  return {
    id: `${kind.id}.${move.id}`,
    label: move.label,
    unit: kind.unit,
    group: kind.group,
    purpose: '',
    fields,
    title: () => '',
    list: { columns: [], filters: [], sort: [] },
    form: [],
    search: {},
    migrations: [],
  };
}

function rowsField(field: Field, item: RowsForm): Field {
  const row: Record<string, Field> = {};
  for (const column of item.columns) {
    const cell = field.row?.[column];
    if (!cell) continue;
    const needed = item.required?.includes(column) === true || (cell.required === true && !item.into);
    const { initial: _initial, ...plain } = cell;
    // A row put into another must not overwrite what stands there with the initial values of a new row.
    row[column] = { ...(item.into ? plain : cell), required: needed };
  }
  return { ...field, row, required: (item.required?.length ?? 0) > 0 };
}
