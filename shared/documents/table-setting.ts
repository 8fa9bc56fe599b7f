import {
  CELL_PADDING,
  columnWidths,
  type PageGeometry,
  POINTS_PER_MM,
  TABLE_LINE,
  TABLE_TEXT,
  textHeightOf,
} from './layout.ts';
import type { EngineHabits } from './line-breaking.ts';
import type { DocumentCell, DocumentTable, Run } from './model.ts';
import type { Face, PlacedRun } from './page.ts';
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
  readonly look: CellLook;
  readonly lines: readonly (readonly PlacedRun[])[];
}

export interface SetRow {
  readonly row: number;
  /** Points. */
  readonly height: number;
  readonly head: boolean;
  /** Long text: the row goes on over the page, line by line; others move to the next page whole. */
  readonly splits: boolean;
  readonly cells: readonly SetCell[];
}

/** Points. */
export interface TableType {
  readonly size: number;
  readonly lineHeight: number;
}

/** Type of a table: half a line of white between lines, so that forms can be filled in by hand. */
export function tableType({ size = TABLE_TEXT.size }: Pick<DocumentTable, 'size'>): TableType {
  return { size, lineHeight: size === TABLE_TEXT.size ? TABLE_TEXT.lineHeight : Math.round(size * 1.5 * 2) / 2 };
}

export interface CellLook {
  readonly face: Face;
  readonly align: 'left' | 'center' | 'right';
  readonly valign: 'top' | 'middle' | 'bottom';
}

/** How the text of a cell stands: what it says itself, then what its kind asks for, then its column. */
export function cellLook(table: DocumentTable, { cell, column }: GridCell, head: boolean): CellLook {
  const heading = head || cell.label === true;
  const align = cell.align ?? (heading ? 'center' : (table.columns[column]?.align ?? 'left'));
  return { face: heading ? TABLE_TEXT.headFace : TABLE_TEXT.face, align, valign: cell.valign ?? 'middle' };
}

/** A paragraph of a cell: pieces of its runs, each with the run it was cut from and where in it. */
export interface CellParagraph {
  readonly runs: readonly Run[];
  readonly from: readonly { readonly run: number; readonly start: number }[];
}

/** Line ends in a cell make paragraphs; there is always one. */
export function cellParagraphs(runs: readonly Run[]): readonly CellParagraph[] {
  const paragraphs: { runs: Run[]; from: { run: number; start: number }[] }[] = [{ runs: [], from: [] }];
  runs.forEach(({ note, ...run }, index) => {
    let start = 0;
    const parts = run.text.split('\n');
    parts.forEach((text, part) => {
      if (part > 0) paragraphs.push({ runs: [], from: [] });
      const own = note && part === parts.length - 1 ? { ...run, text, note } : { ...run, text };
      paragraphs.at(-1)?.runs.push(own);
      paragraphs.at(-1)?.from.push({ run: index, start });
      start += text.length + 1;
    });
  });
  return paragraphs;
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

/** Rows of a table with the lines of their cells. */
export function setTable(table: DocumentTable, geometry: PageGeometry, habits?: EngineHabits): SetRow[] {
  const type = tableType(table);
  const widths = columnWidths(table.columns, geometry).map((twips) => twips / 20);
  const lefts: number[] = [];
  widths.reduce((sum, width) => {
    lefts.push(sum);
    return sum + width;
  }, 0);
  const heightOf = (lines: number): number => lines * type.lineHeight + 2 * CELL_PADDING.y + TABLE_LINE;
  const rows = gridOf(table).map(({ cells }, row) => {
    const head = row < table.headRows;
    const set = cells.map((placed): SetCell => {
      const width = widths.slice(placed.column, placed.column + placed.colSpan).reduce((a, b) => a + b, 0);
      const look = cellLook(table, placed, head);
      const lines = cellLines(placed.cell.runs, type, width, look.face, habits);
      return { ...placed, x: lefts[placed.column] ?? 0, width, look, lines };
    });
    const tallest = Math.max(1, ...set.filter(({ rowSpan }) => rowSpan === 1).map(({ lines }) => lines.length));
    const text = heightOf(tallest);
    const least = (table.heights?.[row] ?? 0) * POINTS_PER_MM;
    const splits = text >= textHeightOf(geometry) / 2;
    return { row, height: Math.max(text, least), head, splits, cells: set };
  });
  return stretchedForSpans(rows, heightOf);
}

/** A cell over several rows that needs more than they give makes the last of them taller. */
function stretchedForSpans(rows: readonly SetRow[], heightOf: (lines: number) => number): SetRow[] {
  const heights = rows.map(({ height }) => height);
  for (const { row, cells } of rows) {
    for (const { rowSpan, lines } of cells) {
      if (rowSpan === 1) continue;
      const last = Math.min(rows.length, row + rowSpan) - 1;
      const given = heights.slice(row, last + 1).reduce((a, b) => a + b, 0);
      heights[last] = (heights[last] ?? 0) + Math.max(0, heightOf(lines.length) - given);
    }
  }
  return rows.map((row, index) => ({ ...row, height: heights[index] ?? row.height }));
}

function cellLines(
  runs: readonly Run[],
  type: TableType,
  width: number,
  face: Face,
  habits: EngineHabits | undefined,
): PlacedRun[][] {
  const room = Math.max(type.size, width - 2 * CELL_PADDING.x);
  return cellParagraphs(runs).flatMap(({ runs: own, from }) =>
    setPlain(own, { size: type.size, spacing: 0 }, room, face, habits).map((line) =>
      line.map((placed): PlacedRun => {
        const origin = placed.run === undefined ? undefined : from[placed.run];
        if (!origin) return placed;
        const { start = 0, end = 0 } = placed;
        return { ...placed, run: origin.run, start: origin.start + start, end: origin.start + end };
      }),
    ),
  );
}
