import type { Field } from '../../../shared/records/field.ts';
import type { StoredRecord } from '../../../shared/records/record.ts';
import { cellOf, type SheetCell, textCell } from './cell.ts';
import { addDropDowns, type ChoiceContext } from './choices.ts';
import { sheetColumn } from './columns.ts';
import { IN_ONE_GO, mapPaced, type Pace } from './pace.ts';
import { addTable, headingRowOf, newWorkbook, PACKING, type SheetColumn, type SheetTable, toBytes } from './table.ts';

/** A column that import can take: its heading is one that import knows. */
export interface FillColumn {
  readonly heading: string;
  readonly field: Field;
  readonly required: boolean;
  /** What stands in it for a record. */
  readonly value: (record: StoredRecord) => unknown;
}

export interface UpdateBook {
  readonly label: string;
  readonly title: string;
  readonly note: string;
  readonly records: readonly StoredRecord[];
  readonly columns: readonly FillColumn[];
  /** Headings of the two hidden columns by which import finds the records again. */
  readonly idHeading: string;
  readonly revisionHeading: string;
  readonly revision: (record: StoredRecord) => string;
  readonly context: ChoiceContext;
}

/**
 * A list to be changed in WPS and taken in again: every column import can take, as it stands, with drop-downs, and the
 * record's id and revision in two hidden columns.
 */
export async function writeUpdateBook(book: UpdateBook, pace: Pace = IN_ONE_GO): Promise<Uint8Array> {
  const { context, columns } = book;
  const workbook = newWorkbook();
  const taken = new Set<string>();
  const hidden = (heading: string): SheetColumn => ({ heading, width: 12, hidden: true });
  const rowOf = (record: StoredRecord): SheetCell[] => [
    textCell(record.id),
    textCell(book.revision(record)),
    ...columns.map(({ field, value }) => cellOf(field, value(record), { lookup: context.lookup, exact: true })),
  ];
  const rows = await mapPaced(book.records, rowOf, pace, '正在取出各栏');
  const table: SheetTable = {
    name: book.label,
    head: { title: book.title, note: book.note },
    columns: [
      hidden(book.idHeading),
      hidden(book.revisionHeading),
      ...columns.map(({ field, heading }) => sheetColumn(field, heading)),
    ],
    groups: [{ rows }],
    frozen: 3,
    look: 'exact',
    fit: false,
  };
  const sheet = await addTable(workbook, table, taken, pace);
  const first = headingRowOf(table) + 1;
  if (rows.length > 0) {
    const at = columns.map(({ field }, index) => ({ column: index + 3, field }));
    addDropDowns(workbook, sheet, at, [first, first + rows.length - 1], context, taken);
  }
  await pace(rows.length, rows.length, PACKING);
  return toBytes(workbook);
}
