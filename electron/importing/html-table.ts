import { type DefaultTreeAdapterTypes as T, defaultTreeAdapter as tree } from 'parse5';
import type { Cell, Span, Table } from '../../shared/text/body.ts';

const MOST_CELLS = 200_000;

interface Row {
  readonly cells: readonly T.Element[];
  readonly head: boolean;
}

/**
 * Reads a table. 'layout' for a table of a single cell, which pages use as a frame around text;
 * undefined for one without any text.
 */
export function readTable(table: T.Element, read: (cell: T.Element) => Span[]): Table | 'layout' | undefined {
  const rows = rowsOf(table);
  const total = rows.reduce((sum, row) => sum + row.cells.length, 0);
  if (total <= 1) return 'layout';
  if (total > MOST_CELLS) return undefined;
  const read1 = rows.map((row) => row.cells.map((cell) => cellOf(cell, read(cell))));
  if (!read1.some((row) => row.some((cell) => cell.text.length > 0))) return undefined;
  const headRows = rows.findIndex((row) => !row.head);
  return { type: 'table', headRows: headRows < 0 ? Math.min(1, rows.length) : headRows, rows: read1 };
}

/** Rows of the table itself, not of tables inside its cells. */
function rowsOf(table: T.Element): Row[] {
  const rows: Row[] = [];
  const visit = (parent: T.Element, inHead: boolean): void => {
    for (const child of parent.childNodes) {
      if (!tree.isElementNode(child)) continue;
      if (child.tagName === 'tr') {
        const cells = child.childNodes.filter(
          (cell): cell is T.Element => tree.isElementNode(cell) && (cell.tagName === 'td' || cell.tagName === 'th'),
        );
        if (cells.length > 0) rows.push({ cells, head: inHead || cells.every((cell) => cell.tagName === 'th') });
      } else if (child.tagName === 'thead' || child.tagName === 'tbody' || child.tagName === 'tfoot')
        visit(child, child.tagName === 'thead');
    }
  };
  visit(table, false);
  return rows;
}

function cellOf(element: T.Element, text: Span[]): Cell {
  const span = (name: string, most: number): number => {
    const value = Number(element.attrs.find((item) => item.name === name)?.value ?? 1);
    return Number.isInteger(value) && value > 1 ? Math.min(value, most) : 1;
  };
  const colSpan = span('colspan', 100);
  const rowSpan = span('rowspan', 1000);
  return { text, ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
}
