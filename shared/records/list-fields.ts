import type { Field } from './field.ts';
import type { RecordKind } from './kind.ts';

/** The field at a path of a list: `sector`, or `attendance.member` for a column of rows; undefined when there is none. */
export function fieldAt(kind: RecordKind, path: string): Field | undefined {
  const [name = '', cell] = path.split('.');
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (cell === undefined) return field;
  return field?.row && Object.hasOwn(field.row, cell) ? field.row[cell] : undefined;
}
