import type { ReadingWorld } from '../records/conditions/index.ts';
import { rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { CANDIDATE_STATES, EXIT_STATES } from '../records/service.ts';
import { daysInMonth, isoDate } from '../text/calendar.ts';
import { type Audience, SUBJECT_KINDS } from './scheme.ts';

/** Kind of the records that say who is judged. */
export const rosterKind = (audience: Audience): string => (audience === 'unit' ? 'proposal' : SUBJECT_KINDS[audience]);

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/**
 * Subjects a record of `rosterKind` brings in: a member who serves in the year and is scored (计分), every 街道政协工委,
 * the units a proposal of the year was given to, a proposal filed in the year.
 */
export function subjectsBroughtBy(record: StoredRecord, audience: Audience, year: number): readonly string[] {
  const { id, values } = record;
  switch (audience) {
    case 'member':
      return values.scoreEnabled !== false && monthsServed(record, year) > 0 ? [id] : [];
    case 'street':
      return [id];
    case 'unit':
      if (values.year !== year || ['草稿', '撤回'].includes(textOf(values, 'state'))) return [];
      return [...new Set(rowsOf(values, 'assignments').map((row) => textOf(row, 'unit')))].filter(Boolean);
    default:
      return isFiledIn(values, year) ? [id] : [];
  }
}

/** By the day of filing; an old register without it has the case number and the year. */
const isFiledIn = (values: StoredRecord['values'], year: number): boolean => {
  const filed = textOf(values, 'filedOn');
  return filed ? filed.startsWith(`${year}-`) : textOf(values, 'caseNumber') !== '' && values.year === year;
};

/**
 * Months of the year in which an appointment ran, the first and the last one counted whole, 0..12. Undated appointments
 * run from the beginning; one that ended without a day is taken as ended before.
 */
export function monthsServed({ values }: StoredRecord, year: number): number {
  const status = textOf(values, 'status');
  const since = textOf(values, 'appointedOn');
  const until = textOf(values, 'exitOn');
  if (CANDIDATE_STATES.includes(status) || (!until && EXIT_STATES.includes(status))) return 0;
  return MONTHS.filter((month) => {
    const first = isoDate(year, month, 1);
    return since <= isoDate(year, month, daysInMonth(year, month)) && (!until || until > first);
  }).length;
}

/** Only members serve by the month; everybody else is there all year. */
export function monthsOf(subject: StoredRecord, audience: Audience, year: number): number {
  return audience === 'member' ? monthsServed(subject, year) : 12;
}

/** Who is judged, kept up to date record by record. */
export class Roster {
  readonly #audience: Audience;
  readonly #year: number;
  readonly #brought = new Map<string, readonly string[]>();
  readonly #count = new Map<string, number>();

  constructor(audience: Audience, year: number, { list }: Pick<ReadingWorld, 'list'>) {
    this.#audience = audience;
    this.#year = year;
    for (const record of list(rosterKind(audience))) this.turn(record.id, record);
  }

  has(subject: string): boolean {
    return this.#count.has(subject);
  }

  all(): readonly string[] {
    return [...this.#count.keys()].sort();
  }

  /** Puts a record in as it is now; undefined takes it out. Returns the subjects that came or went. */
  turn(id: string, record: StoredRecord | undefined): readonly string[] {
    const before = this.#brought.get(id) ?? [];
    const after = record ? subjectsBroughtBy(record, this.#audience, this.#year) : [];
    for (const subject of before) this.#step(subject, -1);
    for (const subject of after) this.#step(subject, 1);
    if (after.length > 0) this.#brought.set(id, after);
    else this.#brought.delete(id);
    return [...before, ...after];
  }

  #step(subject: string, by: number): void {
    const count = (this.#count.get(subject) ?? 0) + by;
    if (count > 0) this.#count.set(subject, count);
    else this.#count.delete(subject);
  }
}
