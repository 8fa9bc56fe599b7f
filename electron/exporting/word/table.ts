import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  CELL_PADDING,
  columnWidths,
  type PageGeometry,
  POINTS_PER_MM,
  TABLE_TEXT,
  textHeightOf,
} from '../../../shared/documents/layout.ts';
import type { DocumentCell, DocumentTable } from '../../../shared/documents/model.ts';
import {
  type CellLook,
  cellLook,
  cellParagraphs,
  type GridCell,
  gridOf,
  setTable,
  type TableType,
  tableType,
} from '../../../shared/documents/table-setting.ts';
import { marked } from './marks.ts';
import { NO_LINES } from './places.ts';
import { type Ink, wordRuns } from './runs.ts';
import { STYLE, twips } from './styles.ts';

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const VALIGN = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 0 };
const BORDERS = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin };

/** A table with fixed widths, heading rows that come again on every page, and rows that stay whole where they can. */
export function wordTable(table: DocumentTable, geometry: PageGeometry, ink: Ink, block?: number): Table {
  const widths = columnWidths(table.columns, geometry);
  const set = setTable(table, geometry);
  const tallest = textHeightOf(geometry) / 2;
  const heads = Math.min(table.headRows, table.rows.length - 1);
  const headHeight = set.slice(0, heads).reduce((sum, row) => sum + row.height, 0);
  const rows = gridOf(table).map(({ cells, missing }, index) => {
    const all = [...cells, ...missing.map(emptyCell)].sort((a, b) => a.column - b.column);
    const opensGroup = cells.length === 1 && cells[0]?.colSpan === widths.length && index + 1 < table.rows.length;
    const splits = set[index]?.splits === true;
    const least = table.heights?.[index] ?? 0;
    return new TableRow({
      // A heading taller than half a page would leave no room for the table.
      tableHeader: index < heads && headHeight < tallest,
      cantSplit: !splits,
      ...(least > 0 ? { height: { value: twips(least * POINTS_PER_MM), rule: HeightRule.ATLEAST } } : {}),
      children: all.map((cell) => {
        const look = cellLook(table, cell, index < table.headRows);
        const place = block === undefined || cell.index < 0 ? undefined : { block, row: index, cell: cell.index };
        return wordCell(
          cell,
          widths,
          splits ? { ...look, valign: 'top' } : look,
          tableType(table),
          opensGroup,
          ink,
          place,
        );
      }),
    });
  });
  return new Table({
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: table.lines === 'none' ? NO_LINES : BORDERS,
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

/** @param look where its text stands and in which face. */
function wordCell(
  placed: GridCell,
  widths: readonly number[],
  { face, align, valign }: CellLook,
  { size, lineHeight }: TableType,
  keepNext: boolean,
  ink: Ink,
  place: Parameters<typeof marked>[1],
): TableCell {
  const { cell, column, colSpan, rowSpan } = placed;
  const width = widths.slice(column, column + colSpan).reduce((a, b) => a + b, 0);
  const own = size === TABLE_TEXT.size ? undefined : size;
  const head = face === TABLE_TEXT.headFace;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VALIGN[valign],
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    children: cellParagraphs(cell.runs).map(
      ({ runs }, line) =>
        new Paragraph({
          style: head ? STYLE.cellHead : STYLE.cell,
          alignment: ALIGN[align],
          // The mark of the paragraph as well: an empty one is as tall as its mark.
          ...(own
            ? { spacing: { line: twips(lineHeight), lineRule: LineRuleType.AT_LEAST }, run: { size: own * 2 } }
            : {}),
          ...(keepNext ? { keepNext: true } : {}),
          children: marked(
            wordRuns(runs, face, ink, { notesInline: true, ...(own ? { size: own } : {}) }),
            line === 0 ? place : undefined,
            ink,
          ),
        }),
    ),
  });
}
