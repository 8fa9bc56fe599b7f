import * as xlsx from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';

/** The parts of an .xlsx by path, as text. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** A cell as another program than the writer reads it. */
export function bookOf(bytes: Uint8Array) {
  const book = xlsx.read(bytes, { type: 'array', cellNF: true, cellDates: true, UTC: true, cellStyles: true });
  return {
    sheets: book.SheetNames,
    hidden: (name: string) => book.Workbook?.Sheets?.find((sheet) => sheet.name === name)?.Hidden ?? 0,
    cell: (sheet: string, address: string): xlsx.CellObject | undefined => book.Sheets[sheet]?.[address],
    rows: (sheet: string): unknown[][] =>
      xlsx.utils.sheet_to_json<unknown[]>(book.Sheets[sheet] ?? {}, { header: 1, raw: true, defval: null, UTC: true }),
    columns: (sheet: string) => book.Sheets[sheet]?.['!cols'] ?? [],
  };
}

/** Every formula of the book; there must be none. */
export const formulasIn = (bytes: Uint8Array): string[] =>
  Object.entries(partsOf(bytes)).flatMap(([name, text]) =>
    name.startsWith('xl/worksheets/')
      ? [...text.matchAll(/<f[ >/][\s\S]*?(?:<\/f>|\/>)/gu)].map(([found]) => found)
      : [],
  );
