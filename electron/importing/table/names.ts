import { kindOf, type List, type Lookup, type StoredRecord } from '../../../shared/records/index.ts';
import { plain } from './words.ts';

/** How near a name is to the word: the smaller wins. */
type Rank = 'own' | 'other' | 'former' | 'core';
const RANKS: readonly Rank[] = ['own', 'other', 'former', 'core'];

export interface Named {
  readonly record: StoredRecord;
  readonly rank: Rank;
}

/** Fields that hold the name of a record, names it goes by besides, and names it had. */
const OWN = ['name', 'title'] as const;
const OTHER = ['shortName', 'street', 'code', 'caseNumber', 'regNumber', 'serial', 'aliases'] as const;
const FORMER = ['formerNames'] as const;

/** Ends that spreadsheets leave off or add: 教育 for 教育界, 提案委 for 提案委员会, 新街 for 新街街道. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  sector: /(?:界别|界)$/u,
  committee: /(?:委员会|委)$/u,
  subdistrictOffice: /(?:街道政协工委|街道政协联络组|政协工委|政协联络组|工委|联络组|街道|街道办事处)$/u,
  community: /(?:社区居民委员会|社区居委会|村民委员会|居委会|村委会|社区|村)$/u,
  partyBranch: /(?:功能型党支部|党支部|支部)$/u,
};

/** The district before its departments: 区教育局, 示例区教育局 → 教育局. Never 市: that is another office. */
const DISTRICT = /^[^社园辖郊小景校街市省]{0,3}区(?=.{3,})/u;

function core(kind: string, name: string): string {
  const ending = ENDINGS[kind];
  const short = ending ? name.replace(ending, '') : kind === 'organisation' ? name.replace(DISTRICT, '') : name;
  return short || name;
}

interface Entry {
  readonly id: string;
  readonly rank: Rank;
}

/**
 * Records by the names under which a cell may mean them, kind by kind, built when first asked for: a sheet of thousands
 * of rows must not walk through all records for every cell.
 */
export class NameIndex {
  readonly lookup: Lookup;
  readonly #list: List;
  readonly #kinds = new Map<string, Map<string, Entry[]>>();

  constructor(known: { readonly lookup: Lookup; readonly list: List }) {
    this.lookup = known.lookup;
    this.#list = known.list;
  }

  /** Records of the kind that go by this name; only the nearest: a full name leaves the short ones out. */
  find(kind: string, text: string): readonly Named[] {
    const word = plain(text);
    if (!word) return [];
    const entries = this.#of(kind).get(word) ?? this.#of(kind).get(`~${core(kind, word)}`) ?? [];
    const rank = RANKS.find((one) => entries.some((entry) => entry.rank === one));
    const ids = new Set(entries.filter((entry) => entry.rank === rank).map(({ id }) => id));
    return [...ids].flatMap((id) => {
      const record = this.lookup(kind, id);
      return record && rank ? [{ record, rank }] : [];
    });
  }

  /** A record was made or changed; `lookup` must know it already. */
  add(record: StoredRecord): void {
    const index = this.#kinds.get(record.kind);
    if (index) this.#put(index, record);
  }

  /** A record is gone, or has changed and is about to be added anew. */
  remove(record: StoredRecord): void {
    const index = this.#kinds.get(record.kind);
    if (!index) return;
    for (const [key] of this.#names(record)) {
      const left = (index.get(key) ?? []).filter(({ id }) => id !== record.id);
      if (left.length > 0) index.set(key, left);
      else index.delete(key);
    }
  }

  /** Names of this kind come from other records that have changed: an appointment goes by the name of its person. */
  forget(kind: string): void {
    this.#kinds.delete(kind);
  }

  #of(kind: string): Map<string, Entry[]> {
    const known = this.#kinds.get(kind);
    if (known) return known;
    const index = new Map<string, Entry[]>();
    for (const record of this.#list(kind)) this.#put(index, record);
    this.#kinds.set(kind, index);
    return index;
  }

  #put(index: Map<string, Entry[]>, record: StoredRecord): void {
    for (const [key, rank] of this.#names(record)) {
      const entries = index.get(key);
      if (!entries) index.set(key, [{ id: record.id, rank }]);
      else if (!entries.some((entry) => entry.id === record.id && entry.rank === rank))
        entries.push({ id: record.id, rank });
    }
  }

  /** 10届 and 10届3次会议: what the many ways of writing a 届 or 会次 come down to. */
  #ordinal({ kind, values }: StoredRecord): string {
    if (kind === 'term') return `${values.number}届`;
    if (kind !== 'session') return '';
    return `${this.lookup('term', String(values.term))?.values.number}届${values.number}次会议`;
  }

  #names(record: StoredRecord): [key: string, rank: Rank][] {
    const kind = kindOf(record.kind);
    const names: [string, Rank][] = [];
    const put = (value: unknown, rank: Rank): void => {
      for (const item of Array.isArray(value) ? value : [value]) {
        const word = typeof item === 'string' ? plain(item) : '';
        if (word) names.push([word, rank]);
      }
    };
    const { values } = record;
    for (const field of OWN) if (kind?.fields[field]?.type === 'text') put(values[field], 'own');
    // An appointment goes by the name of the person, with and without the remark that tells namesakes apart.
    const through = kind?.fields.person?.target === 'person' ? this.lookup('person', String(values.person)) : undefined;
    if (through) put(through.values.name, 'own');
    if (kind) put(kind.title(values, this.lookup), 'own');
    for (const field of OTHER) put(values[field], 'other');
    put(this.#ordinal(record), 'other');
    for (const field of FORMER) put(values[field], 'former');
    const cores = names
      .filter(([, rank]) => rank !== 'former')
      .map(([word]): [string, Rank] => [`~${core(record.kind, word)}`, 'core']);
    return [...names, ...cores];
  }
}
