import type { Field } from '../../../shared/records/field.ts';
import { titleOf } from '../../../shared/records/index.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { groupOf } from '../../../shared/records/list-groups.ts';
import type { Lookup, StoredRecord } from '../../../shared/records/record.ts';
import { cellOf, type SheetCell, textCell } from './cell.ts';
import { columnsOf, type FieldColumn, isAdded, sheetColumn } from './columns.ts';
import { IN_ONE_GO, mapPaced, type Pace } from './pace.ts';
import { addTable, newWorkbook, PACKING, type SheetColumn, type SheetGroup, toBytes } from './table.ts';

export interface ListBook {
  readonly kind: RecordKind;
  /** In order, with the values of computed fields; records of a group together. */
  readonly records: readonly StoredRecord[];
  readonly title: string;
  /** Line under the title. */
  readonly note: string;
  /** Fields shown, in order. */
  readonly columns: readonly string[];
  /** Field whose values make groups with sums of their own. */
  readonly group?: string | undefined;
  /** Leaves mobiles, addresses and the like out, in sub-tables too. */
  readonly withoutPersonal?: boolean;
  readonly lookup: Lookup;
}

const SERIAL: SheetColumn = { heading: '序号', width: 6 };

/** A list as an .xlsx for reading and printing: groups, sums, and a sheet of its own for every sub-table in use. */
export async function writeListBook(book: ListBook, pace: Pace = IN_ONE_GO): Promise<Uint8Array> {
  const { kind, lookup } = book;
  const columns = columnsOf(kind, book.columns, book.withoutPersonal === true);
  const workbook = newWorkbook();
  const taken = new Set<string>();
  const added = columns.flatMap(({ field }, index) => (isAdded(field) ? [index + 1] : []));
  let serial = 0;
  const rowOf = (record: StoredRecord): SheetCell[] => {
    serial += 1;
    return [
      { value: serial, format: 'integer' },
      ...columns.map(({ name, field }) => cellOf(field, record.values[name], { lookup })),
    ];
  };
  const parted = groupsOf(book);
  // In the order of the groups, so that the numbers run on.
  const made = await mapPaced(
    parted.flatMap(({ members }) => members),
    rowOf,
    pace,
    '正在取出各栏',
  );
  let from = 0;
  const groups = parted.map(({ label, members }): SheetGroup => {
    const rows = made.slice(from, from + members.length);
    from += members.length;
    return label === undefined ? { rows } : { label, rows, sums: sumsOf(rows, added) };
  });
  await addTable(
    workbook,
    {
      name: kind.label,
      head: { title: book.title, note: book.note },
      columns: [SERIAL, ...columns.map(({ field }) => sheetColumn(field))],
      groups,
      ...lastRow(made, added),
      frozen: 2,
    },
    taken,
    pace,
  );
  for (const part of partsOf(kind, book.withoutPersonal === true)) await addPart(book, part, workbook, taken, pace);
  await pace(book.records.length, book.records.length, PACKING);
  return toBytes(workbook);
}

function groupsOf({ kind, records, group, lookup }: ListBook): { label?: string; members: StoredRecord[] }[] {
  const field = group === undefined ? undefined : kind.fields[group];
  if (!field || group === undefined) return [{ members: [...records] }];
  const groups = new Map<string, StoredRecord[]>();
  for (const record of records) {
    const value = groupOf(field, record.values[group], lookup).label;
    const members = groups.get(value) ?? [];
    if (members.length === 0) groups.set(value, members);
    members.push(record);
  }
  return [...groups].map(([value, members]) => ({
    label: `${field.label}：${value || '未填'}（${members.length}${kind.unit}）`,
    members,
  }));
}

function sumsOf(rows: readonly (readonly SheetCell[])[], columns: readonly number[]): Record<number, SheetCell> {
  const sums: Record<number, SheetCell> = {};
  for (const column of columns) {
    const cells = rows.map((row) => row[column]).filter((cell) => typeof cell?.value === 'number');
    if (cells.length === 0) continue;
    const digits = cells.reduce((most, cell) => Math.max(most, cell?.digits ?? 0), 0);
    // Tenths are not exact in binary: 0.1 + 0.2 must not be shown as 0.30000000000000004.
    const total = cells.reduce((sum, cell) => sum + (typeof cell?.value === 'number' ? cell.value : 0), 0);
    const value = Number(total.toFixed(digits));
    sums[column] = digits > 0 ? { value, format: 'decimal', digits } : { value, format: 'integer' };
  }
  return sums;
}

/** The row of sums, where there is anything to add up. */
function lastRow(rows: readonly (readonly SheetCell[])[], columns: readonly number[]) {
  const sums = sumsOf(rows, columns);
  return Object.keys(sums).length > 0 ? { sums } : {};
}

interface Part {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly FieldColumn[];
}

/** Sub-tables of a kind with the columns of their rows. */
function partsOf(kind: RecordKind, withoutPersonal: boolean): Part[] {
  return Object.entries(kind.fields).flatMap(([name, field]): Part[] => {
    if (field.type !== 'rows' || (withoutPersonal && field.personal)) return [];
    const columns = Object.entries(field.row ?? {}).flatMap(([key, cell]: [string, Field]): FieldColumn[] =>
      withoutPersonal && cell.personal ? [] : [{ name: key, field: cell }],
    );
    return columns.length > 0 ? [{ name, label: field.label, columns }] : [];
  });
}

/** One line a row: what no cell of the first sheet can be sorted or counted by. */
async function addPart(
  { kind, records, lookup, title }: ListBook,
  part: Part,
  workbook: ReturnType<typeof newWorkbook>,
  taken: Set<string>,
  pace: Pace,
): Promise<void> {
  const rows: SheetCell[][] = [];
  const take = (record: StoredRecord) => {
    const value = record.values[part.name];
    if (!Array.isArray(value)) return;
    const owner = textCell(titleOf(record, lookup));
    for (const row of value) {
      if (typeof row !== 'object' || row === null) continue;
      rows.push([
        { value: rows.length + 1, format: 'integer' },
        owner,
        ...part.columns.map(({ name, field }) => cellOf(field, (row as Record<string, unknown>)[name], { lookup })),
      ]);
    }
  };
  await mapPaced(records, take, pace, `正在取出“${part.label}”`);
  if (rows.length === 0) return;
  const added = part.columns.flatMap(({ field }, index) => (isAdded(field) ? [index + 2] : []));
  await addTable(
    workbook,
    {
      name: part.label,
      head: { title: `${title}·${part.label}`, note: `一行一项，共${rows.length}项` },
      columns: [SERIAL, { heading: kind.label, width: 24 }, ...part.columns.map(({ field }) => sheetColumn(field))],
      groups: [{ rows }],
      ...lastRow(rows, added),
      frozen: 2,
    },
    taken,
    pace,
  );
}
