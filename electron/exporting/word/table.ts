import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import {
  CELL_PADDING,
  columnWidths,
  type PageGeometry,
  TABLE_TEXT,
  textHeightOf,
} from '../../../shared/documents/layout.ts';
import type { DocumentCell, DocumentTable } from '../../../shared/documents/model.ts';
import { type GridCell, gridOf, setTable } from '../../../shared/documents/table-setting.ts';
import { type Ink, wordRuns } from './runs.ts';
import { STYLE, twips } from './styles.ts';

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 0 };
const BORDERS = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin };

/** A table with fixed widths, heading rows that come again on every page, and rows that stay whole where they can. */
export function wordTable(table: DocumentTable, geometry: PageGeometry, ink: Ink): Table {
  const widths = columnWidths(table.columns, geometry);
  const heights = setTable(table, geometry).map((row) => row.height);
  const tallest = textHeightOf(geometry) / 2;
  const heads = Math.min(table.headRows, table.rows.length - 1);
  const headHeight = heights.slice(0, heads).reduce((a, b) => a + b, 0);
  const rows = gridOf(table).map(({ cells, missing }, index) => {
    const all = [...cells, ...missing.map(emptyCell)].sort((a, b) => a.column - b.column);
    const head = index < table.headRows;
    const opensGroup = cells.length === 1 && cells[0]?.colSpan === widths.length && index + 1 < table.rows.length;
    return new TableRow({
      // A heading taller than half a page would leave no room for the table.
      tableHeader: index < heads && headHeight < tallest,
      cantSplit: (heights[index] ?? 0) < tallest,
      children: all.map((cell) => wordCell(cell, widths, head, opensGroup, ink)),
    });
  });
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: {
      marginUnitType: WidthType.DXA,
      top: twips(CELL_PADDING.y),
      bottom: twips(CELL_PADDING.y),
      left: twips(CELL_PADDING.x),
      right: twips(CELL_PADDING.x),
    },
    rows,
  });
}

/** A row shorter than the table is filled up: a row without a cell does not open in Word. */
function emptyCell(column: number): GridCell {
  const cell: DocumentCell = { runs: [] };
  return { index: -1, cell, column, colSpan: 1, rowSpan: 1 };
}

function wordCell(placed: GridCell, widths: readonly number[], head: boolean, keepNext: boolean, ink: Ink): TableCell {
  const { cell, column, colSpan, rowSpan } = placed;
  const size = widths.slice(column, column + colSpan).reduce((a, b) => a + b, 0);
  const face = head ? TABLE_TEXT.headFace : TABLE_TEXT.face;
  return new TableCell({
    width: { size, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    children: [
      new Paragraph({
        style: head ? STYLE.cellHead : STYLE.cell,
        ...(cell.align ? { alignment: ALIGN[cell.align] } : {}),
        ...(keepNext ? { keepNext: true } : {}),
        children: wordRuns(cell.runs, face, ink, { notesInline: true }),
      }),
    ],
  });
}
