import type { Field } from '../../../shared/records/field.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { fieldAt, labelAt } from '../fields.ts';

/** One line of a pasted block and where it goes. */
export interface PastedLine {
  /** Place of the record it changes; absent: a new record. */
  readonly row?: number;
  /** What stands in the cells, by field; blank cells are left out, for they change nothing. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface PastedBlock {
  readonly lines: readonly PastedLine[];
  /** What was not taken, in words for the clerk. */
  readonly notes: readonly string[];
}

const NO_TEXT: readonly Field['type'][] = ['rows', 'files', 'body'];

/** Whether a cell can be typed or pasted: not what the program sets, not tables, files and long papers, not the state of a process. */
export function isEditable(kind: RecordKind, path: string): boolean {
  const field = fieldAt(kind, path);
  if (!field || path.includes('.') || field.readOnly || field.computed || NO_TEXT.includes(field.type)) return false;
  return kind.process?.field !== path && kind.process?.log !== path;
}

/**
 * Lays a block over the list from the cursor on: over records that are there, past the last one as new records. When its
 * first line holds nothing but headings of the kind, columns go by their headings, wherever they stand.
 */
export function layOver(
  cells: readonly (readonly string[])[],
  start: { readonly row: number; readonly column: number },
  kind: RecordKind,
  fields: readonly string[],
  total: number,
): PastedBlock {
  const heads = headingsOf(cells[0] ?? [], kind, fields);
  const body = heads ? cells.slice(1) : cells;
  const width = body.reduce((most, line) => Math.max(most, line.length), 0);
  const columns = heads ?? fields.slice(start.column, start.column + width);
  const locked = new Set<string>();
  const lines = body.flatMap((line, index): PastedLine[] => {
    const texts: Record<string, string> = {};
    for (const [at, raw] of line.entries()) {
      const field = columns[at];
      const text = raw.trim();
      if (field === undefined || text === '') continue;
      if (isEditable(kind, field)) texts[field] = text;
      else locked.add(labelAt(kind, field));
    }
    if (Object.keys(texts).length === 0) return [];
    const row = start.row + index;
    return [row < total ? { row, texts } : { texts }];
  });
  const beyond = width - columns.length;
  return {
    lines,
    notes: [
      ...(locked.size > 0 ? [`${[...locked].join('、')}不能在列表里粘贴，没有采用`] : []),
      ...(beyond > 0 ? [`右边多出 ${beyond} 栏，列表里没有对应的栏目，没有采用`] : []),
      ...(heads ? ['第一行是栏目名，已按栏目名对应'] : []),
    ],
  };
}

/** The fields of a line of headings; undefined when it is a line like the others. */
function headingsOf(line: readonly string[], kind: RecordKind, fields: readonly string[]): string[] | undefined {
  const filled = line.filter((text) => text.trim() !== '');
  if (filled.length < 2) return undefined;
  const names = [...new Set([...fields, ...Object.keys(kind.fields)])];
  const found = line.map((text) => names.find((name) => labelAt(kind, name) === text.trim()) ?? '');
  return found.filter(Boolean).length === filled.length ? found : undefined;
}
