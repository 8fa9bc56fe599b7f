import type { OfficeClient } from '../../electron/api/index.ts';
import type { Library } from '../../electron/library/types.ts';
import { defaultEnumerations, enumerationOf, type Field } from '../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';

/** Whole numbers by a seed: the same seed gives the same work on every machine (mulberry32, public domain). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  }

  one<T>(of: readonly T[]): T {
    if (of.length === 0) throw new Error('nothing to choose from');
    return of[this.below(of.length)] as T;
  }

  some<T>(of: readonly T[], most: number): T[] {
    return Array.from({ length: Math.min(this.below(most + 1), of.length) }, () => this.one(of));
  }
}

export const WORDS = ['停车', '食堂', '养老', '校门口', '老街', '河道', '充电桩', '托育'];
export const NAMES = ['金明', '伍思', '陆远', '齐安', '沈可', '方宁'];
export const DAYS = ['2026-01-05', '2026-03-09', '2026-05-20', '2026-07-01', '2026-09-30'];
/** Kinds the random clerk works with, with values that are mostly good. */
export const MAKERS: Readonly<Record<string, (dice: Dice, pick: (kind: string) => string | undefined) => Values>> = {
  person: (dice) => ({ name: dice.one(NAMES), sex: dice.one(['男', '女']), org: dice.one(WORDS) }),
  sector: (dice, pick) => ({ name: `${dice.one(WORDS)}界${dice.below(9)}`, term: pick('term') }),
  member: (dice, pick) => ({
    ...{ person: pick('person'), term: pick('term'), sector: pick('sector') },
    code: String(dice.below(99)),
  }),
  organisation: (dice) => ({ name: `区${dice.one(WORDS)}局${dice.below(20)}`, category: '政府', isHandling: true }),
  event: (dice, pick) => ({
    ...{ title: `${dice.one(WORDS)}座谈会`, category: '会议', subtype: '主席会议', start: dice.one(DAYS) },
    attendance: [...new Set(dice.some([pick('member'), pick('member'), pick('member')], 3))].flatMap((member) =>
      member ? [{ member, state: dice.one(['出席', '缺席']) }] : [],
    ),
  }),
  material: (dice) => ({ title: `${dice.one(WORDS)}的由来`, date: dice.one(DAYS), keywords: dice.some(WORDS, 3) }),
  proposal: (dice, pick) => ({
    title: `关于${dice.one(WORDS)}的建议`,
    lead: pick('member'),
    submittedOn: dice.one(DAYS),
  }),
  opinion: (dice, pick) => ({ title: `${dice.one(WORDS)}难的反映`, lead: pick('member'), receivedOn: dice.one(DAYS) }),
  suggestion: (dice, pick) => ({
    text: `建议${dice.one(WORDS)}`,
    event: pick('event'),
    mainUnit: pick('organisation'),
  }),
};
export const KINDS = Object.keys(MAKERS);

/** What the operations need of the office at which the clerk works. */
export interface Clerk {
  readonly client: OfficeClient;
  readonly library: Library;
  /** Some record of the kind, or of any. */
  any(kind?: string): StoredRecord | undefined;
  /** Values for a new record of the kind. */
  make(kind: string): Values;
  /** A spreadsheet to import. */
  readonly sheet: string;
}

/** What a clerk might put into a field; undefined leaves it blank. */
export function filling(work: Clerk, dice: Dice, name: string, field: Field | undefined): unknown {
  switch (field?.type) {
    case 'date':
      return dice.one(DAYS);
    case 'choice':
      return choiceOf(dice, field);
    case 'choices': {
      const value = choiceOf(dice, field);
      return value === undefined ? undefined : [value];
    }
    case 'reference':
      return work.any(field.target ?? '')?.id;
    case 'references': {
      const target = work.any(field.target ?? '');
      return target ? [target.id] : undefined;
    }
    case 'text':
    case 'longText':
      return `${dice.one(WORDS)}${name.length}`;
    case 'integer':
    case 'decimal':
      return 1 + dice.below(5);
    case 'boolean':
      return dice.below(2) === 0;
    default:
      return undefined;
  }
}

function choiceOf(dice: Dice, field: Field): string | undefined {
  const values = enumerationOf(defaultEnumerations, field.enumeration ?? '')?.values ?? [];
  return values.length > 0 ? dice.one(values).value : undefined;
}
