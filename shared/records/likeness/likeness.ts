import { bodyText } from '../../text/index.ts';
import { asBody } from '../body-shape.ts';
import type { RecordKind } from '../kind.ts';
import { textOf } from '../read-value.ts';
import type { StoredRecord, Values } from '../record.ts';
import { comparable, isOfPeople, type Likeness, likenessByFields, likenessOfPeople, namesOf } from './evidence.ts';
import { withoutSetPhrases } from './set-phrases.ts';
import { TextJoin, withinGroup } from './text-join.ts';

export interface LikePair extends Likeness {
  readonly a: StoredRecord;
  readonly b: StoredRecord;
}

export interface LikeRecord extends Likeness {
  readonly record: StoredRecord;
}

/** Below this, likeness is chance: nothing is said. */
const WORTH_SAYING = 0.45;
/** Records that share a key are compared with each other up to this number; beyond it the key says too little. */
const MOST_IN_BLOCK = 60;

/** Whether records of the kind can be looked through for duplicates at all. */
export function canBeAlike(kind: RecordKind): boolean {
  return (
    isOfPeople(kind) || Boolean(kind.unique || kind.alike || kind.similar) || namesOf(kind, { name: '一' }).length > 0
  );
}

interface Rule {
  /** Records are compared that have a key of the rule in common. */
  readonly keys: (values: Values) => readonly string[];
  readonly compare: (a: Values, b: Values) => Likeness | undefined;
}

function rulesOf(kind: RecordKind): Rule[] {
  const rules: Rule[] = [];
  const first = (field: string) => (values: Values) => [comparable(values, field) ?? ''].filter(Boolean);
  for (const fields of kind.unique ?? []) {
    rules.push({
      keys: (values) => {
        const parts = fields.map((field) => comparable(values, field));
        return parts.some((part) => part === undefined) ? [] : [parts.join('\u0000')];
      },
      compare: () => ({
        score: 1,
        why: [`${fields.map((field) => kind.fields[field]?.label ?? field).join('、')}相同`],
      }),
    });
  }
  if (isOfPeople(kind)) rules.push({ keys: first('name'), compare: (a, b) => likenessOfPeople(kind, a, b) });
  else
    for (const fields of kind.alike ?? [])
      rules.push({ keys: first(fields[0] ?? ''), compare: (a, b) => likenessByFields(kind, fields, a, b) });
  const scope = kind.unique?.find((fields) => fields.includes('name'))?.filter((field) => field !== 'name') ?? [];
  rules.push({ keys: (values) => namesOf(kind, values).map(({ name }) => name), compare: sharedName(kind, scope) });
  return rules;
}

/** One goes by a name of the other: 区教委 once, 区教育局 now. Within one term where names belong to terms. */
function sharedName(kind: RecordKind, scope: readonly string[]): Rule['compare'] {
  return (a, b) => {
    if (scope.some((field) => comparable(a, field) !== comparable(b, field))) return undefined;
    const names = namesOf(kind, b);
    for (const { name, label } of namesOf(kind, a)) {
      const other = names.find((one) => one.name === name);
      if (other) return { score: 0.8, why: [label === other.label ? `${label}相同` : `${label}与${other.label}相同`] };
    }
    return undefined;
  };
}

/** The records of a kind, ready to be asked which of them look like the same thing. For a list that does not change. */
export class LikenessIndex {
  readonly #kind: RecordKind;
  readonly #records: readonly StoredRecord[];
  readonly #rules: readonly { readonly rule: Rule; readonly blocks: Map<string, StoredRecord[]> }[];
  #pairs: readonly LikePair[] | undefined;
  readonly #texts: readonly { readonly field: string; readonly join: TextJoin }[];

  constructor(kind: RecordKind, records: readonly StoredRecord[]) {
    this.#kind = kind;
    this.#records = records;
    this.#rules = rulesOf(kind).map((rule) => ({ rule, blocks: blocksOf(rule, records) }));
    const { fields = [], threshold = 1 } = kind.similar ?? {};
    this.#texts = fields.map((field) => {
      const texts = records.map(({ values }) => textToCompare(values, field));
      return { field, join: new TextJoin(texts, threshold) };
    });
  }

  /** Every pair that looks like one thing, the likeliest first. Worked out once. */
  pairs(): readonly LikePair[] {
    this.#pairs ??= this.#findPairs();
    return this.#pairs;
  }

  #findPairs(): LikePair[] {
    const found = new Found();
    for (const { rule, blocks } of this.#rules)
      for (const block of blocks.values())
        for (const [a, b] of withinGroup(block)) found.add(a, b, rule.compare(a.values, b.values));
    for (const { field, join } of this.#texts) {
      for (const [left, right, score] of join.pairs()) {
        const [a, b] = [this.#records[left], this.#records[right]];
        if (a && b) found.add(a, b, { score, why: [this.#share(field, score)] });
      }
    }
    return found.pairs();
  }

  /** Records that look like these values; `id` is the record that has them, when it is there already. */
  like(values: Values, id?: string): LikeRecord[] {
    const found = new Found();
    const asked: StoredRecord = {
      ...{ id: id ?? '', kind: this.#kind.id, rev: 0 },
      ...{ createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' },
      values,
    };
    const add = (other: StoredRecord | undefined, likeness: Likeness | undefined) => {
      if (other && other.id !== id) found.add(asked, other, likeness);
    };
    for (const { rule, blocks } of this.#rules)
      for (const key of rule.keys(values))
        for (const other of (blocks.get(key) ?? []).slice(0, MOST_IN_BLOCK))
          add(other, rule.compare(values, other.values));
    for (const { field, join } of this.#texts) {
      const text = textToCompare(values, field);
      for (const [place, score] of text ? join.like(text) : [])
        add(this.#records[place], { score, why: [this.#share(field, score)] });
    }
    return found.pairs().map(({ b, score, why }) => ({ record: b, score, why }));
  }

  #share(field: string, score: number): string {
    const label = this.#kind.fields[field]?.label ?? field;
    return score === 1 ? `${label}相同` : `${label}有 ${Math.floor(score * 100)}% 相同`;
  }
}

function blocksOf(rule: Rule, records: readonly StoredRecord[]): Map<string, StoredRecord[]> {
  const blocks = new Map<string, StoredRecord[]>();
  for (const record of records) {
    for (const key of new Set(rule.keys(record.values))) {
      const there = blocks.get(key);
      if (there) there.push(record);
      else blocks.set(key, [record]);
    }
  }
  return blocks;
}

function textToCompare(values: Values, field: string): string | undefined {
  const text = textOf(values, field);
  if (text) return withoutSetPhrases(text) || undefined;
  const body = asBody(values[field]);
  return body ? withoutSetPhrases(bodyText(body)) || undefined : undefined;
}

/** Several rules may find the same pair: the strongest counts, all reasons are told. */
class Found {
  readonly #pairs = new Map<string, { a: StoredRecord; b: StoredRecord; score: number; why: string[] }>();

  add(a: StoredRecord, b: StoredRecord, likeness: Likeness | undefined): void {
    if (!likeness || likeness.score < WORTH_SAYING || a.id === b.id) return;
    const key = a.id < b.id ? `${a.id}\u0000${b.id}` : `${b.id}\u0000${a.id}`;
    const known = this.#pairs.get(key);
    if (!known) {
      this.#pairs.set(key, { a, b, score: likeness.score, why: [...likeness.why] });
      return;
    }
    known.score = Math.max(known.score, likeness.score);
    for (const reason of likeness.why) if (!known.why.includes(reason)) known.why.push(reason);
  }

  /** Equally likely ones stand in the order of their records, so that the page does not jump. */
  pairs(): LikePair[] {
    return [...this.#pairs.values()].sort((x, y) => y.score - x.score || order(x.a, y.a) || order(x.b, y.b));
  }
}

function order(a: StoredRecord, b: StoredRecord): number {
  return a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
