import type { Attachment } from '../../../shared/records/field.ts';
import { defaultSpecialDays } from '../../../shared/workflow/index.ts';
import type { Chance } from '../chance.ts';
import type { MakeId } from '../people.ts';
import type { RollData } from '../roll.ts';
import { type Seat, servedOn } from '../roll.ts';
import { type NewRecord, said } from '../sheet.ts';
import type { Issue } from './issues.ts';

/** The year whose figures come out as the fixture column of the figures table has them. */
export const YEAR = 2024;

/** What the makers of the year share: the roll, the texts, and the records made so far. */
export interface YearSetting {
  readonly data: RollData;
  readonly seats: readonly Seat[];
  readonly issues: readonly Issue[];
  readonly id: MakeId;
  readonly now: Date;
  /** A source of chance of its own for each purpose, so that one maker's change leaves the others as they were. */
  readonly chance: (purpose: string) => Chance;
  readonly ledger: Ledger;
  /** One small file stands for every proof of the sample, one drawn picture for every photograph. */
  readonly proof: Attachment;
  readonly picture: Attachment;
}

/** The records of the year, by kind, in the order made. */
export class Ledger {
  readonly records: NewRecord[] = [];
  readonly #id: MakeId;

  constructor(id: MakeId, already: readonly NewRecord[]) {
    this.#id = id;
    this.#already = already;
  }

  readonly #already: readonly NewRecord[];

  /** Adds a record under a key that is stable for ever, and answers its id. */
  add(kind: string, key: string, values: Record<string, unknown>): string {
    const id = this.#id(kind, key);
    this.records.push({ id, kind, values: said(values) });
    return id;
  }

  /** All records of a kind, those with authored texts first. */
  of(kind: string): NewRecord[] {
    return [...this.#already, ...this.records].filter((record) => record.kind === kind);
  }

  /** How many events of the year answer to `fits`: what is authored counts, the makers add only what is missing. */
  events(fits: (values: NewRecord['values']) => boolean): number {
    return this.of('event').filter(({ values }) => String(values.start).startsWith(String(YEAR)) && fits(values))
      .length;
  }
}

const HOLIDAYS: ReadonlySet<string> = new Set(
  defaultSpecialDays.filter(({ type }) => type === 'off').map(({ date }) => date),
);

/** 'YYYY-MM-DD', moved on to a day that is neither a weekend nor a holiday: the calendar of the sample is looked at. */
export function workday(month: number, day: number, year: number = YEAR): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  const written = () => date.toISOString().slice(0, 10);
  while (date.getUTCDay() === 0 || date.getUTCDay() === 6 || HOLIDAYS.has(written())) {
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return written();
}

/** `days` after a day, on a working day. */
export function later(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return workday(date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCFullYear());
}

/** The n-th of `count` days spread evenly over the months `from` to `to`. */
export function spread(index: number, count: number, from = 1, to = 12): string {
  const span = (to - from + 1) * 28;
  const at = Math.floor((index * span) / Math.max(1, count));
  return workday(from + Math.floor(at / 28), 2 + (at % 28 === 27 ? 24 : at % 28));
}

export const servingOn = (seats: readonly Seat[], day: string): Seat[] => seats.filter((seat) => servedOn(seat, day));

/** Item `index` of a list that goes round. */
export function turn<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('an empty list has no turn');
  return item;
}
