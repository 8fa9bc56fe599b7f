import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setImmediate as tick } from 'node:timers/promises';
import { createSearch } from '../../electron/search/index.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import { bodyFromText } from '../../shared/text/body.ts';
import { searchText } from '../../shared/text/fold.ts';
import { quantile, report } from './row.ts';

/**
 * Search over three million characters, against a plain scan: `indexOf` over the same folded units, which only says
 * which records hold the terms. The program's own time holds more: ranking, counting and fifty hits with snippets.
 * Every query is run several times in turn with its scan and the median of its times taken, so that what else the
 * machine does strikes both; a class of queries is judged by the 95th percentile over its queries.
 */
const AREA = '检索';
const RUNS = 7;

interface Row {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** The project's folder is the working folder; the corpus lies beside it. */
const corpus = join(process.cwd(), '..', 'shared', 'corpus', 'keep-3m.jsonl');

/** Without the corpus: as many characters, drawn with the frequencies of Chinese (a few characters very often). */
function invented(): Row[] {
  let state = 7;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const character = (): string => String.fromCharCode(0x4e00 + Math.floor(next(2500) ** 2 / 2500));
  const line = (length: number): string => Array.from({ length }, character).join('');
  return Array.from({ length: 11_700 }, (_, id) => ({
    id,
    title: line(12),
    text: [line(60), line(90), line(40), line(60)].join('\n'),
  }));
}

function records(rows: readonly Row[]): StoredRecord[] {
  return rows.map(({ id, title, text }) => ({
    id: String(id),
    kind: 'material',
    rev: 1,
    createdAt: '2024-01-01T00:00:00.000Z',
    createdBy: '',
    updatedAt: new Date(Date.UTC(2024, 0, 1 + (id % 700))).toISOString(),
    updatedBy: '',
    values: { title, body: bodyFromText(text) },
  }));
}

interface Query {
  readonly text: string;
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

/** Classes of queries, from what stands in nearly every record to what stands in none. */
function classes(units: readonly (readonly string[])[]): Map<string, Query[]> {
  const text = units.map((record) => record.join('\n')).join('\n');
  const ranked = (length: number): string[] => {
    const counts = new Map<string, number>();
    for (let at = 0; at + length <= text.length; at += 1) {
      const gram = text.slice(at, at + length);
      if (/^[\u4e00-\u9fff]+$/u.test(gram)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1]).map(([gram]) => gram);
  };
  const [one, two, four] = [ranked(1), ranked(2), ranked(4)];
  const drawn = (length: number): string[] => {
    const found: string[] = [];
    for (let at = 997; found.length < 40; at = (at * 48271) % 2147483647) {
      const gram = text.slice(at % text.length, (at % text.length) + length);
      if (gram.length === length && !/[\s"-]/u.test(gram)) found.push(gram);
    }
    return found;
  };
  const plain = (terms: readonly string[]): Query[] =>
    terms.map((term) => ({ text: term, positive: [term], negative: [] }));
  const middle = (list: readonly string[]): string[] => list.slice(Math.floor(list.length / 3)).slice(0, 40);
  return new Map([
    ['一字·最常用', plain(one.slice(0, 40))],
    ['一字·少用', plain(middle(one))],
    ['两字·最常用', plain(two.slice(0, 40))],
    ['两字·少用', plain(middle(two))],
    ['四字·最常用', plain(four.slice(0, 40))],
    ['四字·任取', plain(drawn(4))],
    ['八字·任取', plain(drawn(8))],
    ['没有的词', plain(middle(two).map((term, at) => `${term}龘${two[at] ?? ''}`))],
    [
      '两词都有',
      two.slice(0, 40).map((term, at) => {
        const positive = [term, two[at + 60] ?? ''];
        return { text: positive.join(' '), positive, negative: [] };
      }),
    ],
    [
      '有此无彼',
      two.slice(0, 40).map((term, at) => {
        const other = two[at + 60] ?? '';
        return { text: `${term} -${other}`, positive: [term], negative: [other] };
      }),
    ],
  ]);
}

/** The plain scan: which records hold every positive term in some unit and no negative term in any. */
function scan(units: readonly (readonly string[])[], { positive, negative }: Query): number {
  let found = 0;
  for (const record of units) {
    if (positive.every((term) => holds(record, term)) && !negative.some((term) => holds(record, term))) found += 1;
  }
  return found;
}

function holds(record: readonly string[], term: string): boolean {
  for (const unit of record) if (unit.indexOf(term) >= 0) return true;
  return false;
}

function timed(work: () => number): readonly [milliseconds: number, answer: number] {
  const start = performance.now();
  const answer = work();
  return [performance.now() - start, answer];
}

async function main(): Promise<void> {
  const real = existsSync(corpus);
  process.stderr.write(real ? '检索：三百万字语料\n' : '检索：旁边没有语料，改用同样长的生成文字\n');
  const rows = real
    ? readFileSync(corpus, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Row)
    : invented();
  const stored = records(rows);
  const began = performance.now();
  const search = createSearch(stored, () => undefined);
  const first = search.query({ text: '提案', kinds: ['material'] }).total;
  report({ area: AREA, name: '从记录到第一个正确答案', value: performance.now() - began, unit: 'ms', target: 2000 });
  const expected = rows.filter((row) =>
    [row.title, ...row.text.split('\n')].some((line) => searchText(line).includes('提案')),
  );
  if (first !== expected.length) throw new Error(`第一个答案不对：${first} ≠ ${expected.length}`);
  while (!search.indexed) await tick();
  report({ area: AREA, name: '索引在后台建好', value: performance.now() - began, unit: 'ms' });
  report({ area: AREA, name: '内存峰值（含记录原文）', value: process.resourceUsage().maxRSS / 1024, unit: 'MB' });

  const units = rows.map(({ title, text }) => [title, ...text.split('\n')].map(searchText));
  let worst = { ratio: 0, ours: 0, name: '' };
  for (const [name, queries] of classes(units)) {
    const ours: number[] = [];
    const plain: number[] = [];
    for (const query of queries) {
      const pairs = Array.from({ length: RUNS }, () => {
        const mine = timed(() => search.query({ text: query.text }).total);
        const theirs = timed(() => scan(units, query));
        if (mine[1] !== theirs[1]) throw new Error(`“${query.text}”：${mine[1]} ≠ ${theirs[1]}`);
        return [mine[0], theirs[0]] as const;
      });
      ours.push(
        quantile(
          pairs.map(([mine]) => mine),
          0.5,
        ),
      );
      plain.push(
        quantile(
          pairs.map(([, theirs]) => theirs),
          0.5,
        ),
      );
      await tick();
    }
    const [mine, theirs] = [quantile(ours, 0.95), quantile(plain, 0.95)];
    report({ area: AREA, name: `${name}：p95（朴素扫描 ${theirs.toFixed(2)} ms）`, value: mine, unit: 'ms' });
    if (mine / theirs > worst.ratio) worst = { ratio: mine / theirs, ours: mine, name };
  }
  report({
    area: AREA,
    name: `最差一类（${worst.name}）p95 ÷ 朴素扫描 p95`,
    value: worst.ratio,
    unit: '倍',
    target: 1,
  });
  search.close();
  peer(rows);
}

/** For information: MiniSearch with the same characters and pairs, which finds candidates and checks nothing. */
function peer(rows: readonly Row[]): void {
  interface MiniSearchLike {
    addAll(documents: readonly Row[]): void;
    search(text: string, options: object): readonly unknown[];
  }
  let MiniSearch: (new (options: object) => MiniSearchLike) | undefined;
  try {
    const require = createRequire(join(process.cwd(), 'test', 'bench', 'package.json'));
    MiniSearch = require('minisearch') as new (options: object) => MiniSearchLike;
  } catch {
    process.stderr.write('MiniSearch 没有装上，略去对照\n');
    return;
  }
  const tokenize = (text: string): string[] => {
    const folded = searchText(text);
    return folded.length < 2
      ? [folded]
      : Array.from({ length: folded.length - 1 }, (_, at) => folded.slice(at, at + 2));
  };
  const mini = new MiniSearch({ fields: ['title', 'text'], tokenize, processTerm: (term: string) => term });
  const began = performance.now();
  // A tenth: the whole takes it a minute.
  mini.addAll(rows.filter((_, at) => at % 10 === 0));
  report({
    area: AREA,
    name: '对照：MiniSearch 建索引（十分之一的文字）',
    value: performance.now() - began,
    unit: 'ms',
  });
  const times = ['社会保障', '人民', '提案', '工作'].flatMap((text) =>
    Array.from({ length: RUNS }, () => timed(() => mini.search(text, { combineWith: 'AND' }).length)[0]),
  );
  report({ area: AREA, name: '对照：MiniSearch 查询 p95（十分之一的文字）', value: quantile(times, 0.95), unit: 'ms' });
}

await main();
