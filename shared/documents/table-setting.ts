import { CELL_PADDING, columnWidths, type PageGeometry, TABLE_LINE, TABLE_TEXT } from './layout.ts';
import type { EngineHabits } from './line-breaking.ts';
import type { DocumentCell, DocumentTable } from './model.ts';
import type { PlacedRun } from './page.ts';
import { setPlain } from './paragraph-setting.ts';

/** A cell in its place in the table. */
export interface GridCell {
  /** Index into the row of the model. */
  readonly index: number;
  readonly cell: DocumentCell;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface SetCell extends GridCell {
  /** Points from the left edge of the text. */
  readonly x: number;
  readonly width: number;
  readonly lines: readonly (readonly PlacedRun[])[];
}

export interface SetRow {
  readonly row: number;
  /** Points. */
  readonly height: number;
  readonly head: boolean;
  readonly cells: readonly SetCell[];
}

/**
 * Places cells in columns: cells of earlier rows that reach down take their columns, spans are cut to the table, and
 * columns left over at the end of a row are returned as `missing` so that a file can be made whole.
 */
export function gridOf(table: DocumentTable): { cells: GridCell[]; missing: number[]; held: number[] }[] {
  const columns = table.columns.length;
  const taken: number[] = new Array<number>(columns).fill(0);
  return table.rows.map((row, rowIndex) => {
    const cells: GridCell[] = [];
    const held = taken.flatMap((rows, column) => (rows > 0 ? [column] : []));
    let column = 0;
    row.forEach((cell, index) => {
      while (column < columns && (taken[column] ?? 0) > 0) column += 1;
      if (column >= columns) return;
      let colSpan = 1;
      const wanted = Math.max(1, Math.floor(cell.colSpan ?? 1));
      while (colSpan < wanted && column + colSpan < columns && (taken[column + colSpan] ?? 0) === 0) colSpan += 1;
      const rowSpan = Math.max(1, Math.min(Math.floor(cell.rowSpan ?? 1), table.rows.length - rowIndex));
      for (let i = 0; i < colSpan; i += 1) taken[column + i] = -rowSpan;
      cells.push({ index, cell, column, colSpan, rowSpan });
      column += colSpan;
    });
    const missing = taken.flatMap((rows, at) => (rows === 0 ? [at] : []));
    for (let i = 0; i < columns; i += 1) {
      const rows = taken[i] ?? 0;
      // Cells just placed were noted as negative counts, so that they do not hold columns in their own row.
      taken[i] = Math.max(0, Math.abs(rows) - 1);
    }
    return { cells, missing, held };
  });
}

export function setTable(table: DocumentTable, geometry: PageGeometry, habits?: EngineHabits): SetRow[] {
  const widths = columnWidths(table.columns, geometry).map((twips) => twips / 20);
  const lefts: number[] = [];
  widths.reduce((sum, width) => {
    lefts.push(sum);
    return sum + width;
  }, 0);
  return gridOf(table).map(({ cells }, row) => {
    const head = row < table.headRows;
    let tallest = 1;
    const set = cells.map((placed): SetCell => {
      const width = widths.slice(placed.column, placed.column + placed.colSpan).reduce((a, b) => a + b, 0);
      const room = Math.max(TABLE_TEXT.size, width - 2 * CELL_PADDING.x);
      const face = head ? TABLE_TEXT.headFace : TABLE_TEXT.face;
      const lines = setPlain(placed.cell.runs, { size: TABLE_TEXT.size, spacing: 0 }, room, face, habits);
      if (placed.rowSpan === 1) tallest = Math.max(tallest, lines.length);
      return { ...placed, x: lefts[placed.column] ?? 0, width, lines };
    });
    const height = tallest * TABLE_TEXT.lineHeight + 2 * CELL_PADDING.y + TABLE_LINE;
    return { row, height, head, cells: set };
  });
}
