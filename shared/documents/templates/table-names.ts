import type { DocumentCell, DocumentTable } from '../model.ts';
import { gridOf } from '../table-setting.ts';

/** How a table is offered to templates: rows that come again, single fields of a form, or only as a whole. */
export type TableShape = 'register' | 'form' | 'whole';

/** A cell that is filled in, with the name its value has in templates. */
export interface NamedCell {
  readonly row: number;
  readonly cell: number;
  readonly name: string;
  readonly text: string;
}

const LONGEST_NAME = 20;

const cellText = (cell: DocumentCell): string => cell.runs.map((run) => run.text).join('');

/** A text as a name: no spaces, no marks a template gives a meaning. Empty when nothing is left. */
export function placeholderName(text: string): string {
  return text.replace(/[\s\u3000{}｛｝#/^@=：:、，。.\-—（）()“”"'《》*&<>]/gu, '').slice(0, LONGEST_NAME);
}

/** The name itself, or with 2, 3 … behind it when it is taken. */
function free(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let count = 2;
  while (taken.has(`${name}${count}`)) count += 1;
  return `${name}${count}`;
}

/** Whether rows below the head are all alike, one cell a column: only those can come again by one row of a template. */
function isRegister(table: DocumentTable): boolean {
  if (table.headRows < 1 || table.rows.length <= table.headRows) return false;
  return table.rows
    .slice(table.headRows)
    .every(
      (row) =>
        row.length === table.columns.length &&
        row.every((cell) => (cell.colSpan ?? 1) === 1 && (cell.rowSpan ?? 1) === 1),
    );
}

/** Names of the columns of a register, from what stands lowest in its head; 列1, 列2 … where the head says nothing. */
export function columnNames(table: DocumentTable): string[] {
  const heads: string[] = table.columns.map(() => '');
  for (const { cells } of gridOf(table).slice(0, table.headRows)) {
    for (const { cell, column, colSpan } of cells) {
      if (colSpan === 1) heads[column] = placeholderName(cellText(cell)) || (heads[column] ?? '');
    }
  }
  const taken = new Set<string>();
  return heads.map((head, index) => {
    const name = free(head || `列${index + 1}`, taken);
    taken.add(name);
    return name;
  });
}

/**
 * Cells of a form with the label that stands left of them in their row. Undefined when a filled cell has no such label:
 * then rows come and go with the record, and only the table as a whole is right for the next one.
 */
function formCells(table: DocumentTable, taken: ReadonlySet<string>): NamedCell[] | undefined {
  const used = new Set(taken);
  const named: NamedCell[] = [];
  for (const [row, { cells }] of gridOf(table).entries()) {
    let label = '';
    for (const { cell, index } of cells) {
      const text = cellText(cell);
      if (cell.label) {
        label = placeholderName(text);
        continue;
      }
      if (!label) {
        if (text.trim() === '') continue;
        return undefined;
      }
      const name = free(label, used);
      used.add(name);
      named.push({ row, cell: index, name, text });
    }
  }
  return named.length > 0 ? named : undefined;
}

export interface NamedTable {
  readonly shape: TableShape;
  /** register: names of its columns. */
  readonly columns: readonly string[];
  /** form: its fields. */
  readonly cells: readonly NamedCell[];
}

/** @param taken names that already mean something else; the fields of a form get a number behind them then. */
export function nameTable(table: DocumentTable, taken: ReadonlySet<string>): NamedTable {
  if (isRegister(table)) return { shape: 'register', columns: columnNames(table), cells: [] };
  const cells = table.headRows === 0 ? formCells(table, taken) : undefined;
  if (cells) return { shape: 'form', columns: [], cells };
  return { shape: 'whole', columns: [], cells: [] };
}
