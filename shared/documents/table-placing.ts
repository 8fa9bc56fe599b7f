import { CELL_PADDING, POINTS_PER_MM, TABLE_LINE } from './layout.ts';
import type { EngineHabits } from './line-breaking.ts';
import type { DocumentTable } from './model.ts';
import type { PlacedCell } from './page.ts';
import type { Sheet } from './sheet.ts';
import { type SetCell, type SetRow, setTable, type TableType, tableType } from './table-setting.ts';

/** A row, or a part of one, on the page that is being filled. */
interface Placed {
  readonly row: SetRow;
  /** Points from the upper edge of the type area. */
  readonly y: number;
  readonly repeated: boolean;
}

/** Sets a table onto pages: heading rows come again, rows move whole, long ones go on line by line. */
export function putTable(sheet: Sheet, block: DocumentTable, index: number, habits: EngineHabits | undefined): void {
  const rows = setTable(block, sheet.geometry, habits);
  const type = tableType(block);
  const heads = rows.filter((row) => row.head);
  const headHeight = heads.reduce((sum, row) => sum + row.height, 0);
  const repeatable = headHeight < sheet.textHeight / 2 && heads.length < rows.length;
  let placed: Placed[] = [];
  const put = (row: SetRow, repeated: boolean): void => {
    placed.push({ row, y: sheet.y, repeated });
    sheet.skip(row.height);
  };
  const flush = (): void => {
    putRows(sheet, block, index, rows, placed);
    placed = [];
  };
  const turn = (row: SetRow): void => {
    flush();
    sheet.newPage();
    if (repeatable && !row.head) for (const head of heads) put(head, true);
  };
  for (const row of rows) {
    let rest = row;
    while (!sheet.fits(rest.height)) {
      const fresh = sheet.isEmpty || (placed.length > 0 && placed.every(({ repeated }) => repeated));
      if (rest.splits || fresh) {
        const { now, later } = cut(rest, sheet.left, type);
        // Not even a line has room: it stays, and what stands too low is seen.
        if (fresh && !later) rest = now ?? rest;
        if (fresh && !later) break;
        if (now && later) put(now, false);
        rest = later ?? rest;
      }
      turn(rest);
    }
    put(rest, false);
  }
  flush();
}

/** As many lines of a row as have room, and what is left of it; nothing is cut off when not a line has room. */
function cut(row: SetRow, room: number, type: TableType): { readonly now?: SetRow; readonly later?: SetRow } {
  const pad = 2 * CELL_PADDING.y + TABLE_LINE;
  const count = Math.floor((room - pad + 0.1) / type.lineHeight);
  if (count < 1) return {};
  const longest = Math.max(1, ...row.cells.map((cell) => cell.lines.length));
  if (longest <= count) return { now: { ...row, height: Math.min(row.height, room) } };
  const part = (from: number, to?: number): SetRow => {
    const cells = row.cells.map((cell): SetCell => ({ ...cell, lines: cell.lines.slice(from, to) }));
    const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
    return { ...row, cells, height: lines * type.lineHeight + pad, splits: true };
  };
  return { now: part(0, count), later: part(count) };
}

/** Draws what stands on one page; a cell over several rows reaches as far as its rows do here and goes on on the next. */
function putRows(
  sheet: Sheet,
  block: DocumentTable,
  index: number,
  rows: readonly SetRow[],
  placed: readonly Placed[],
): void {
  const type = tableType(block);
  const bottomOf = (from: number, last: number): number => {
    let bottom = 0;
    for (const { row, y, repeated } of placed.slice(from)) {
      if (row.row > last || repeated !== placed[from]?.repeated) break;
      bottom = y + row.height;
    }
    return bottom;
  };
  const one = (cell: SetCell, y: number, height: number, lines: SetCell['lines'], splits: boolean): PlacedCell => ({
    ...sheet.box(cell.x, y, cell.width, height),
    cell: cell.index,
    align: cell.look.align,
    ...(splits || cell.look.valign !== 'middle' ? { valign: splits ? 'top' : cell.look.valign } : {}),
    ...(block.lines === 'none' ? { lined: false } : {}),
    face: cell.look.face,
    size: type.size,
    lineHeight: Math.round((type.lineHeight / POINTS_PER_MM) * 1000) / 1000,
    lines,
  });
  placed.forEach(({ row, y, repeated }, at) => {
    const cells = row.cells.map((cell) => {
      const height = bottomOf(at, row.row + cell.rowSpan - 1) - y;
      return one(cell, y, height, cell.lines, row.splits);
    });
    const box = sheet.box(0, y, sheet.textWidth, row.height);
    sheet.putItem({ kind: 'tableRow', ...box, block: index, row: row.row, repeated, cells }, 0);
  });
  const first = placed.findIndex(({ repeated }) => !repeated);
  const opening = placed[first]?.row.row ?? 0;
  for (const row of rows.slice(0, opening)) {
    if (row.head !== (rows[opening]?.head ?? false)) continue;
    const over = row.cells.filter((cell) => row.row + cell.rowSpan > opening);
    const y = placed[first]?.y ?? 0;
    const cells = over.map((cell) => one(cell, y, bottomOf(first, row.row + cell.rowSpan - 1) - y, [], false));
    if (cells.length === 0) continue;
    const box = sheet.box(0, y, sheet.textWidth, cells[0]?.height ?? 0);
    sheet.putItem({ kind: 'tableRow', ...box, block: index, row: row.row, repeated: true, cells }, 0);
  }
}
