import type { ImportField } from './fields.ts';
import { bare, plain } from './words.ts';

export interface Heading {
  /** Zero-based index of the (last) heading row. */
  readonly row: number;
  /** One a column; a heading under a merged one is written 专委会／职务. */
  readonly headings: readonly string[];
}

/** A heading stands within the first rows, under a title, a note and the date of the list. */
const LOOK_AT = 20;

/**
 * Finds the heading row: the row whose cells are most often names of fields. Headings of two or three rows, with merged
 * cells above, count as one. Undefined when no row has at least two known names.
 */
export function detectHeading(
  rows: readonly (readonly string[])[],
  fields: readonly ImportField[],
): Heading | undefined {
  const known = knownHeadings(fields);
  let best = -1;
  let bestScore = 1;
  rows.slice(0, LOOK_AT).forEach((row, index) => {
    const score = scoreOf(row, known);
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  });
  if (best < 0) return undefined;
  const next = rows[best + 1];
  // A second heading row: it has names of its own where the first repeats a merged one, and no cell of data.
  const last = next && isSecondRow(rows[best] ?? [], next, known) ? best + 1 : best;
  return { row: last, headings: headingsAt(rows, last, fields) };
}

/** The headings when the clerk says which row they stand in. */
export function headingsAt(
  rows: readonly (readonly string[])[],
  row: number,
  fields: readonly ImportField[],
): string[] {
  const known = knownHeadings(fields);
  const own = rows[row] ?? [];
  const above = row > 0 && isUpperRow(rows[row - 1] ?? [], own, known) ? (rows[row - 1] ?? []) : [];
  const width = Math.max(own.length, above.length);
  const headings: string[] = [];
  for (let column = 0; column < width; column++) {
    const child = oneLine(own[column]);
    const parent = oneLine(above[column]);
    headings.push(child && parent && child !== parent ? `${parent}／${child}` : child || parent);
  }
  return headings;
}

const oneLine = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

function knownHeadings(fields: readonly ImportField[]): ReadonlySet<string> {
  return new Set(fields.flatMap((field) => field.headings.map(plain)).concat(['序号', '编号', '备注']));
}

const isKnown = (text: string, known: ReadonlySet<string>): boolean => known.has(plain(text)) || known.has(bare(text));

/** Different known names in the row; a title merged over all columns counts once at most. */
function scoreOf(row: readonly string[], known: ReadonlySet<string>): number {
  const names = new Set(row.filter((cell) => cell.length <= 30 && isKnown(cell, known)).map(plain));
  return names.size;
}

function isSecondRow(first: readonly string[], second: readonly string[], known: ReadonlySet<string>): boolean {
  const fresh = second.filter((cell, column) => cell && cell !== first[column]);
  const repeated = second.filter((cell, column) => cell && cell === first[column]).length;
  if (fresh.length === 0 || repeated === 0) return false;
  return fresh.every((cell) => cell.length <= 20 && !/\d{4,}/.test(cell)) && fresh.some((cell) => isKnown(cell, known));
}

/** The row above belongs to the heading when a merged cell reaches down from it, or it groups several columns. */
function isUpperRow(above: readonly string[], own: readonly string[], known: ReadonlySet<string>): boolean {
  const filled = above.filter(Boolean);
  if (filled.length < 2 || new Set(filled).size < 2) return false;
  return above.some(
    (cell, column) => cell && (cell === own[column] || (isKnown(cell, known) && !isKnown(own[column] ?? '', known))),
  );
}
