import { existsSync, readFileSync } from 'node:fs';
import { setImmediate as tick } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createSearch, type Search } from '../../../electron/search/index.ts';
import type { StoredRecord, Transaction, Values } from '../../../shared/records/record.ts';
import { bodyFromText } from '../../../shared/text/body.ts';
import { fold, searchText } from '../../../shared/text/fold.ts';
import { NaiveLibrary, testKind } from './naive.ts';

/** A small generator of numbers with a seed, so that a failure can be run again. */
function chance(seed: number): { next(limit: number): number; pick<T>(from: readonly T[]): T } {
  let state = seed >>> 0;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { next, pick: (from) => from[next(from.length)] as (typeof from)[number] };
}
type Chance = ReturnType<typeof chance>;

/** Few different characters, so that random queries hit often and words run into each other. */
const ALPHABET = '政协委员提案社情民意会议的了，。国國臺台ＡaB1２ \n\t\u3000𬭎😀-"';
const words = ({ next, pick }: Chance, length: number): string => {
  let text = '';
  for (let at = 0; at < length; at += 1) text += pick([...ALPHABET]);
  return next(9) === 0 ? `${text}政协提案` : text;
};

function randomValues(random: Chance, kind: string): Values {
  const { next } = random;
  if (kind === 'sector') return { name: words(random, 1 + next(4)) };
  if (kind === 'person') return { name: words(random, 1 + next(3)), sector: `s${next(4)}` };
  const span = (): { text: string; note?: string } =>
    next(6) === 0 ? { text: words(random, next(9)), note: words(random, 4) } : { text: words(random, 1 + next(12)) };
  return {
    title: words(random, next(8)),
    tags: [words(random, 2), words(random, 3)],
    ...(next(2) ? { summary: words(random, next(40)) } : {}),
    author: `p${next(8)}`,
    readers: [`p${next(8)}`, `p${next(8)}`],
    rows: [
      { member: `p${next(8)}`, remark: words(random, 5), secret: '政协委员提案', count: 3 },
      { remark: words(random, 3) },
    ],
    code: '委员',
    date: `20${10 + next(15)}-01-01`,
    body: {
      blocks: [
        { type: 'heading', level: 1, text: [span()] },
        { type: 'paragraph', text: [span(), span()] },
        { type: 'list', ordered: false, items: [[span()], [span()]] },
        { type: 'table', headRows: 0, rows: [[{ text: [span()] }, { text: [span()] }], [{ text: [span()] }]] },
        { type: 'figure', sha256: '0', name: '图', caption: words(random, 4) },
      ],
    },
  };
}

/** A query of 1–8 characters: drawn from a text of the library, or made up. Without blanks: those part terms. */
function randomTerm(random: Chance, texts: readonly string[]): string {
  const { next, pick } = random;
  const length = 1 + next(8);
  let raw = words(random, length);
  if (texts.length > 0 && next(4) > 0) {
    const characters = [...searchText(pick(texts))];
    const from = next(Math.max(1, characters.length - length));
    raw = characters.slice(from, from + length).join('');
  }
  return raw.replace(/[\s"“”\u3000]/gu, '').replace(/^-+/u, '');
}

const found = (search: Search, text: string): string[] =>
  search
    .query({ text, limit: 1e9 })
    .hits.map(({ kind, id }) => `${kind}/${id}`)
    .sort();

/** Letters alone also find names by pinyin; the oracle knows nothing of that. */
const isLetters = (term: string): boolean => /^[a-z]+$/u.test(searchText(term));

function compare(search: Search, library: NaiveLibrary, random: Chance, texts: readonly string[]): void {
  const term = randomTerm(random, texts);
  if (searchText(term) === '' || isLetters(term)) return;
  expect(found(search, term), `“${term}”`).toEqual(library.contains([term]));
  for (const { kind, id, occurrences } of search.query({ text: term, limit: 1e9 }).hits) {
    expect(occurrences, `“${term}”`).toBe(library.occurrences(kind, id, term));
  }
  const other = randomTerm(random, texts);
  if (searchText(other) === '' || isLetters(other)) return;
  expect(found(search, `${term} ${other}`), `“${term} ${other}”`).toEqual(library.contains([term, other]));
  expect(found(search, `${term} -${other}`), `“${term} -${other}”`).toEqual(library.contains([term], [other]));
  expect(found(search, `-${other}`), `“-${other}”`).toEqual(library.contains([], [other]));
}

let queries = 0;
afterAll(() => console.log(`检索对照：${queries} 组随机查询`));

describe('检索与逐字包含完全一致', () => {
  it('增、改、删、撤销、重新载入，以及建索引的过程中', async () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const random = chance(seed);
      const library = new NaiveLibrary();
      for (let id = 0; id < 4; id += 1) library.put('sector', `s${id}`, randomValues(random, 'sector'));
      for (let id = 0; id < 6; id += 1) library.put('person', `p${id}`, randomValues(random, 'person'));
      for (let id = 0; id < 15; id += 1) library.put('note', `n${id}`, randomValues(random, 'note'));
      let search = createSearch([...library.records.values()], library.lookup, testKind);
      const done: Transaction[] = [];
      for (let step = 0; step < 40; step += 1) {
        const [kind, id] = random.pick([
          ['note', `n${random.next(20)}`],
          ['person', `p${random.next(8)}`],
          ['sector', `s${random.next(4)}`],
        ] as const);
        const act = random.next(6);
        const last = act === 5 ? done.pop() : undefined;
        const change = last
          ? library.undo(last)
          : act === 0
            ? library.remove(kind, id)
            : library.put(kind, id, randomValues(random, kind));
        if (!last) done.push(change);
        search.apply(change);
        if (random.next(4) === 0) await tick();
        if (random.next(12) === 0) {
          search.close();
          search = createSearch([...library.records.values()], library.lookup, testKind);
          done.length = 0;
        }
        const texts = [...library.records.values()].flatMap((record) => library.pieces(record));
        compare(search, library, random, texts);
        queries += 4;
      }
      search.close();
    }
    expect(queries).toBeGreaterThan(3000);
  });

  it('改动多到要另起一段、重新归并，答案不变', async () => {
    for (let seed = 100; seed < 106; seed += 1) {
      const random = chance(seed);
      const library = new NaiveLibrary();
      // Limits so low that every few changes make a segment and every dozen puts all together anew.
      const limits = { tail: 900, segments: 3, dead: 0.3, index: 4000 };
      const search = createSearch([], library.lookup, testKind, limits);
      for (let round = 0; round < 90; round += 1) {
        const id = `n${random.next(12)}`;
        search.apply(
          random.next(5) === 0 ? library.remove('note', id) : library.put('note', id, randomValues(random, 'note')),
        );
        if (round % 3 === 0) search.apply(library.put('person', `p${random.next(8)}`, randomValues(random, 'person')));
        for (let wait = random.next(6); wait > 0; wait -= 1) await tick();
        const texts = [...library.records.values()].flatMap((record) => library.pieces(record));
        compare(search, library, random, texts);
        queries += 4;
      }
      search.close();
    }
  });
});

const corpus = fileURLToPath(new URL('../../../../shared/corpus/keep-3m.jsonl', import.meta.url));

describe.skipIf(!existsSync(corpus))('三百万字语料（旁边没有语料时跳过）', () => {
  it('扫描与索引的答案都与逐段包含一致', async () => {
    const random = chance(7);
    const rows = readFileSync(corpus, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: number; title: string; text: string });
    const records = rows.map(
      ({ id, title, text }): StoredRecord => ({
        id: String(id),
        kind: 'note',
        rev: 1,
        createdAt: '2024-01-01T00:00:00.000Z',
        createdBy: '',
        updatedAt: '2024-01-01T00:00:00.000Z',
        updatedBy: '',
        values: { title, body: bodyFromText(text) },
      }),
    );
    // One text a record for the oracle, its pieces apart by a character that no query holds.
    const folded = rows.map(({ title, text }) => [title, ...text.split('\n')].map(searchText).join('\u0000'));
    const search = createSearch(records, () => undefined, testKind);
    const ask = (term: string): void => {
      const answer = search.query({ text: term, limit: 20_000 });
      const expected = rows.filter((_, at) => folded[at]?.includes(searchText(term))).map(({ id }) => `note/${id}`);
      expect(answer.total, `“${term}”`).toBe(expected.length);
      if (expected.length < 300) {
        expect(answer.hits.map(({ id }) => `note/${id}`).sort(), `“${term}”`).toEqual(expected.sort());
      }
    };
    const pool = rows.flatMap(({ text }) => text.split('\n'));
    const terms = (many: number): string[] => {
      const list: string[] = [];
      while (list.length < many) {
        const term = randomTerm(random, pool);
        if (searchText(term) !== '') list.push(term);
      }
      return list;
    };
    for (const term of terms(40)) ask(term);
    while (!search.indexed) await tick();
    for (const term of terms(360)) ask(term);
    queries += 400;
    search.close();
  }, 120_000);
});

describe('每个片段的标记都盖住词', () => {
  it('标出的字折叠后就是要找的词；标记升序、不重叠、不出界', () => {
    const random = chance(3);
    const library = new NaiveLibrary();
    for (let id = 0; id < 8; id += 1) library.put('person', `p${id}`, randomValues(random, 'person'));
    for (let id = 0; id < 60; id += 1) library.put('note', `n${id}`, randomValues(random, 'note'));
    const search = createSearch([...library.records.values()], library.lookup, testKind);
    const texts = [...library.records.values()].flatMap((record) => library.pieces(record));
    let marks = 0;
    for (let round = 0; round < 800; round += 1) {
      const term = randomTerm(random, texts);
      if (searchText(term) === '' || isLetters(term)) continue;
      for (const hit of search.query({ text: term, limit: 100 }).hits) {
        expect(hit.occurrences).toBeGreaterThan(0);
        expect(hit.snippets.length).toBeGreaterThan(0);
        expect(hit.snippets.length).toBeLessThanOrEqual(3);
        for (const { text, marks: ranges } of [...hit.snippets, { text: hit.title, marks: hit.titleMarks }]) {
          let before = -1;
          for (const [start, end] of ranges) {
            expect(start).toBeGreaterThan(before);
            expect(end).toBeLessThanOrEqual(text.length);
            before = end;
            expect(searchText(text.slice(start, end)), `“${term}”`).toContain(searchText(term));
            marks += 1;
          }
        }
        for (const snippet of hit.snippets) expect(snippet.marks.length, `“${term}”`).toBeGreaterThan(0);
      }
    }
    expect(marks).toBeGreaterThan(2000);
    expect(fold('')).toBe('');
    search.close();
  });
});
