import { AntouError } from '../../shared/api/errors.ts';
import { displayValue, measured, type RecordKind, type StoredRecord } from '../../shared/records/index.ts';
import { contentKey, isList, LikenessIndex, type LikePair, pairKey } from '../../shared/records/likeness/index.ts';
import { sameContent } from '../library/records.ts';
import type { Library } from '../library/types.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { type Merging, planMerge, turnedOver } from './merging.ts';
import { describe } from './record-titles.ts';
import { requireKind, requireRecord } from './records.ts';
import { inTurn, worldOf } from './saving.ts';
import { spokenValues } from './spoken-values.ts';

/** Setting under which pairs are remembered that a clerk said to be different. */
const DISMISSED = 'duplicates.different';
const SHOWN_PAIRS = 200;
const SHOWN_SIMILAR = 5;
const LONGEST_TITLE = 40;

/** By kind. `ids`: pairs as they stand; `contents`: the same pairs by what they say, for when they are imported anew. */
type Dismissed = Readonly<Record<string, { readonly ids: readonly string[]; readonly contents: readonly string[] }>>;

/** Lists of the library are never changed but replaced, so an index stands until then. */
const indexes = new WeakMap<readonly StoredRecord[], LikenessIndex>();

function indexOf(library: Library, kind: RecordKind): LikenessIndex {
  const records = library.list(kind.id);
  let index = indexes.get(records);
  if (!index) {
    index = new LikenessIndex(kind, records);
    indexes.set(records, index);
  }
  return index;
}

class Different {
  readonly #ids: ReadonlySet<string>;
  readonly #contents: ReadonlySet<string>;
  readonly #desk: Desk;
  readonly #kind: RecordKind;

  constructor(desk: Desk, kind: RecordKind) {
    const known = desk.opened.library.setting<Dismissed>(DISMISSED)?.[kind.id];
    this.#ids = new Set(known?.ids);
    this.#contents = new Set(known?.contents);
    this.#desk = desk;
    this.#kind = kind;
  }

  get count(): number {
    return this.#ids.size;
  }

  has(a: StoredRecord, b: StoredRecord): boolean {
    if (this.#ids.has(pairKey(a.id, b.id))) return true;
    if (this.#contents.size === 0) return false;
    const [left, right] = [a, b].map((record) => contentKey(this.#kind, record, this.#desk.lookup));
    return left !== undefined && right !== undefined && left !== right && this.#contents.has(pairKey(left, right));
  }
}

const find = os.duplicates.find.handler(({ input, context: { desk } }) => {
  const kind = requireKind(input.kind);
  const different = new Different(desk, kind);
  const pairs = indexOf(desk.opened.library, kind)
    .pairs()
    .filter(({ a, b }) => !different.has(a, b));
  return {
    total: pairs.length,
    pairs: pairs.slice(0, input.limit ?? SHOWN_PAIRS).map((pair) => shownPair(pair, desk)),
    dismissed: different.count,
  };
});

function shownPair({ a, b, score, why }: LikePair, desk: Desk) {
  const [left, right] = [describe(a, desk.lookup), describe(b, desk.lookup)];
  return {
    ids: [a.id, b.id] as [string, string],
    titles: [left.title, right.title] as [string, string],
    subtitles: [left.subtitle ?? '', right.subtitle ?? ''] as [string, string],
    score,
    why: [...why],
  };
}

const similar = os.duplicates.similar.handler(({ input, context: { desk } }) => {
  const kind = requireKind(input.kind);
  const { library } = desk.opened;
  const different = new Different(desk, kind);
  const values = spokenValues(kind, input.values, worldOf(library));
  const self = input.id === undefined ? undefined : library.get(kind.id, input.id);
  const found = indexOf(library, kind)
    .like(values, input.id)
    .filter(({ record }) => !self || !different.has(self, record));
  return {
    items: found.slice(0, input.limit ?? SHOWN_SIMILAR).map(({ record, score, why }) => ({
      id: record.id,
      ...describe(record, desk.lookup),
      score,
      why: [...why],
    })),
  };
});

function mergingOf(desk: Desk, input: { kind: string; keep: string; drop: string }): Merging {
  const kind = requireKind(input.kind);
  if (input.keep === input.drop) throw new AntouError('invalid', '要合并的是同一条记录，请选两条不同的。');
  return { kind, keep: requireRecord(desk, kind.id, input.keep), drop: requireRecord(desk, kind.id, input.drop) };
}

const compare = os.duplicates.compare.handler(({ input, context: { desk } }) => {
  const merging = mergingOf(desk, input);
  const { kind, keep, drop } = merging;
  const fields = Object.entries(kind.fields).flatMap(([name, field]) => {
    const [own, other] = [keep.values[name], drop.values[name]];
    if (field.computed || name === kind.process?.log || (own === undefined && other === undefined)) return [];
    return [
      {
        field: name,
        label: field.label,
        keep: displayValue(field, own, desk.lookup),
        drop: displayValue(field, other, desk.lookup),
        same: sameContent(own, other),
        both: isList(field),
      },
    ];
  });
  const links = turnedOver(desk.opened.library, merging).reduce((sum, { over }) => sum + over.links, 0);
  return { fields, links };
});

const merge = os.duplicates.merge.handler(async ({ input, context: { desk } }) => {
  const who = await desk.who();
  const { library } = desk.opened;
  return inTurn(library, async () => {
    const merging = { ...mergingOf(desk, input), take: input.take ?? {} };
    const { links, ...change } = planMerge(library, merging);
    const label = labelOfMerge(desk, merging, input.reason?.trim());
    const transaction = await library.commit({ label, who, ...change });
    return { seq: transaction.seq, label, links };
  });
});

function labelOfMerge(desk: Desk, { kind, keep, drop }: Merging, reason: string | undefined): string {
  const [kept, gone] = [keep, drop].map((record) => shortened(kind.title(record.values, desk.lookup)));
  return `合并${kind.label} ${kept}${gone === kept ? '' : ` 与 ${gone}`}${reason ? `（${reason}）` : ''}`;
}

function shortened(title: string): string {
  const characters = [...title];
  return characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')}…` : title;
}

const dismiss = os.duplicates.dismiss.handler(async ({ input, context: { desk } }) => {
  const who = await desk.who();
  const kind = requireKind(input.kind);
  const { library } = desk.opened;
  return inTurn(library, async () => {
    const [a, b] = input.ids.map((id) => requireRecord(desk, kind.id, id));
    if (!a || !b || a.id === b.id) throw new AntouError('invalid', '请指明两条不同的记录。');
    const all = library.setting<Dismissed>(DISMISSED) ?? {};
    const known = all[kind.id] ?? { ids: [], contents: [] };
    const [left, right] = [a, b].map((record) => contentKey(kind, record, desk.lookup));
    // Two records that say the very same cannot be told from a third one by what they say.
    const contents = left !== undefined && right !== undefined && left !== right ? [pairKey(left, right)] : [];
    const now = {
      ids: [...new Set([...known.ids, pairKey(a.id, b.id)])],
      contents: [...new Set([...known.contents, ...contents])],
    };
    const label = `标为不是重复：${labelOfPair(kind, a, b, desk)}`;
    const { seq } = await library.saveSetting(DISMISSED, { ...all, [kind.id]: now }, who, label);
    return { seq, label };
  });
});

function labelOfPair(kind: RecordKind, a: StoredRecord, b: StoredRecord, desk: Desk): string {
  const [left, right] = [a, b].map((record) => shortened(kind.title(record.values, desk.lookup)));
  return left === right ? `两${measured(kind)} ${left}` : `${kind.label} ${left} 与 ${right}`;
}

const restore = os.duplicates.restore.handler(async ({ input, context: { desk } }) => {
  const who = await desk.who();
  const kind = requireKind(input.kind);
  const { library } = desk.opened;
  return inTurn(library, async () => {
    const all: Dismissed = library.setting<Dismissed>(DISMISSED) ?? {};
    const label = `恢复${kind.label}的重复提示`;
    const left = Object.fromEntries(Object.entries(all).filter(([id]) => id !== kind.id));
    const { seq } = await library.saveSetting(DISMISSED, left, who, label);
    return { seq, label };
  });
});

export const duplicates = { find, similar, compare, merge, dismiss, restore };
