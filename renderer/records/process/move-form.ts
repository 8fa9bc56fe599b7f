import type { Field } from '../../../shared/records/field.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { Problems, Values } from '../../../shared/records/record.ts';
import type { Row } from '../form/row.ts';
import type { Move, MoveField } from './types.ts';

/** What stands in the dialog of a move. */
export interface MoveDraft {
  readonly values: Values;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** 'YYYY-MM-DD', or what was typed and could not be read. */
  readonly on: string;
  readonly note: string;
}

/** One thing the dialog asks for. */
export type Asked =
  | { readonly type: 'field'; readonly name: string; readonly field: Field }
  | { readonly type: 'row'; readonly name: string; readonly field: Field; readonly columns: readonly [string, Field][] }
  | { readonly type: 'rows'; readonly name: string; readonly field: Field };

const isRows = (item: MoveField): item is Extract<MoveField, { rows: string }> => 'rows' in item;

/** The form of a move with the fields of its kind, required where the move wants it. Unknown fields are left out. */
export function askedBy(kind: RecordKind, move: Move): readonly Asked[] {
  return move.form.flatMap((item): Asked[] => {
    if (!isRows(item)) {
      const field = kind.fields[item.field];
      return field ? [{ type: 'field', name: item.field, field: { ...field, required: item.required } }] : [];
    }
    const table = kind.fields[item.rows];
    if (!table?.row) return [];
    const columns = item.columns.flatMap((column): [string, Field][] => {
      const field = table.row?.[column];
      if (!field) return [];
      // What is put into a row that is there must not begin with the initial values of a new one.
      const { initial, ...plain } = field;
      const fresh = item.into === undefined && initial !== undefined ? { initial } : {};
      return [[column, { ...plain, ...fresh, required: item.required.includes(column) }]];
    });
    if (columns.length === 0) return [];
    return item.repeated
      ? [{ type: 'rows', name: item.rows, field: { ...table, row: Object.fromEntries(columns) } }]
      : [{ type: 'row', name: item.rows, field: table, columns }];
  });
}

/**
 * What the dialog starts with: single fields as the office proposes them or the record has them; one new row with the
 * initial values of its columns, or the rows proposed. Several records at once start blank: what stays blank is then
 * taken for each of them from the office's proposal or left as it is.
 */
export function startOf(
  asked: readonly Asked[],
  move: Move,
  values: Values | undefined,
  today: string,
  place?: string,
): MoveDraft {
  const preset = values ? move.preset : undefined;
  const single = asked.flatMap((item) => {
    const present = item.type === 'field' ? (preset?.values?.[item.name] ?? values?.[item.name]) : undefined;
    return present === undefined ? [] : [[item.name, present] as const];
  });
  const tables = asked.flatMap((item) =>
    item.type === 'field'
      ? []
      : [
          [
            item.name,
            startRows(item, aboutUnit(item, preset?.rows?.[item.name] ?? [], unitAt(values, place))),
          ] as const,
        ],
  );
  return { values: Object.fromEntries(single), rows: Object.fromEntries(tables), on: today, note: '' };
}

/** Unit of the row that a deadline is about: `assignments/1` is the second one. */
function unitAt(values: Values | undefined, place: string | undefined): unknown {
  const [table = '', index] = place?.split('/') ?? [];
  const rows = values?.[table];
  const row: unknown = Array.isArray(rows) && index !== undefined ? rows[Number(index)] : undefined;
  return typeof row === 'object' && row !== null && 'unit' in row ? row.unit : undefined;
}

/** Coming from what one unit owes, the dialog is about that unit alone. */
function aboutUnit(item: Asked, proposed: readonly Values[], unit: unknown): readonly Values[] {
  if (unit === undefined || !columnsOf(item).some(([name]) => name === 'unit')) return proposed;
  return [proposed.find((row) => row.unit === unit) ?? { unit }];
}

/** A form of one row cannot show a proposal of several: left blank, it stands for all of them. */
function startRows(item: Asked, proposed: readonly Values[]): readonly Row[] {
  const initial = initialRow(item);
  if (proposed.length === 0 || (item.type === 'row' && proposed.length > 1)) return [initial];
  return proposed.map((row) => ({ ...initial, ...row }));
}

const initialRow = (item: Asked): Row =>
  Object.fromEntries(
    columnsOf(item).flatMap(([name, field]) => (field.initial === undefined ? [] : [[name, field.initial]])),
  );

const columnsOf = (item: Asked): readonly (readonly [string, Field])[] =>
  item.type === 'row' ? item.columns : item.type === 'rows' ? Object.entries(item.field.row ?? {}) : [];

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

interface MoveValues {
  readonly values: Record<string, unknown>;
  readonly rows: Record<string, Row[]>;
}

/**
 * What is sent: fields that are filled in, null for one that was cleared, and rows that say something. A row that only
 * holds its initial values was not filled in.
 */
export function sentBy(asked: readonly Asked[], draft: MoveDraft, present: Values | undefined): MoveValues {
  const values: Record<string, unknown> = {};
  const rows: Record<string, Row[]> = {};
  for (const item of asked) {
    if (item.type === 'field') {
      const value = draft.values[item.name];
      if (!isBlank(value)) values[item.name] = value;
      else if (!isBlank(present?.[item.name])) values[item.name] = null;
      continue;
    }
    const initial = initialRow(item);
    const filled = (draft.rows[item.name] ?? []).filter((row) =>
      Object.entries(row).some(([name, value]) => !isBlank(value) && value !== initial[name]),
    );
    if (filled.length > 0) rows[item.name] = filled.map(withoutBlanks);
  }
  return { values, rows };
}

const withoutBlanks = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => !isBlank(value)));

/** Problems whose place the dialog does not show: they are said in a list above it. */
export function elsewhere(asked: readonly Asked[], problems: Problems): readonly string[] {
  const shown = (path: string) =>
    path === 'on' ||
    path === 'note' ||
    asked.some((item) => path === item.name || (item.type !== 'field' && path.startsWith(`${item.name}.`)));
  return Object.entries(problems).flatMap(([path, text]) => (shown(path) ? [] : [text]));
}
