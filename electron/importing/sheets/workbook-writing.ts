import { Workbook, type Worksheet } from '@cj-tech-master/excelts';

export interface Column {
  readonly heading: string;
  /** Characters. */
  readonly width: number;
}

const HEAD_FILL = 'FFE8EEF7';

/** A sheet with a bold heading row that stays in sight and is repeated on every printed page. */
export function addTable(
  workbook: Workbook,
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const head = sheet.addRow(columns.map(({ heading }) => heading));
  head.font = { bold: true };
  head.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEAD_FILL } };
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
  for (const row of rows) {
    // Strings stay strings in .xlsx: a cell that begins with = or + is text and never a formula (reliability T-35).
    const added = sheet.addRow([...row]);
    added.eachCell((cell) => {
      cell.numFmt = '@';
      cell.alignment = { vertical: 'top', wrapText: true };
    });
  }
  return sheet;
}

export async function toBytes(workbook: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export { Workbook };
