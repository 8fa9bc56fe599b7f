import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLibrary } from '../../electron/library/index.ts';
import { createSample } from '../../electron/sample/index.ts';
import { defaultFigures } from '../../shared/figures/definitions/index.ts';
import { FigureEngine } from '../../shared/figures/engine.ts';
import { yearPeriod } from '../../shared/figures/figure-result.ts';
import { namedRules } from '../../shared/figures/named-rules.ts';
import { LiveWorld } from '../../shared/records/conditions/index.ts';
import type { Diff, StoredRecord } from '../../shared/records/record.ts';
import { ScoreEngine } from '../../shared/scoring/engine.ts';
import { defaultSchemes, schemeFor } from '../../shared/scoring/schemes/index.ts';
import { workContext } from '../../shared/workflow/index.ts';
import { plainFigures } from '../support/plain-figures.ts';
import { quantile, report } from './row.ts';

/**
 * Figures and scores in libraries of 10,000 and 100,000 records: counted from scratch, and after one change, against the
 * plain way (test/support/plain-figures.ts: every figure goes through the records once), which a program without an
 * engine does after every change. The records are whole copies of the sample, each a year earlier than the last.
 */
const YEAR = 2024;
const TODAY = '2026-11-20';
const CHANGES = 60;

/** Records in memory, as the library hands them out: a list stays the same until something of its kind changes. */
class Shelf {
  readonly #kinds = new Map<string, Map<string, StoredRecord>>();
  readonly #lists = new Map<string, readonly StoredRecord[]>();

  constructor(records: Iterable<StoredRecord>) {
    for (const record of records) this.#set(record);
  }

  readonly list = (kind: string): readonly StoredRecord[] => {
    const known = this.#lists.get(kind);
    if (known) return known;
    const made = [...(this.#kinds.get(kind)?.values() ?? [])];
    this.#lists.set(kind, made);
    return made;
  };

  readonly lookup = (kind: string, id: string): StoredRecord | undefined => this.#kinds.get(kind)?.get(id);

  change(before: StoredRecord, after: StoredRecord): Diff {
    this.#set(after);
    return { added: [], updated: [[before, after]], removed: [] };
  }

  #set(record: StoredRecord): void {
    const own = this.#kinds.get(record.kind) ?? new Map<string, StoredRecord>();
    this.#kinds.set(record.kind, own.set(record.id, record));
    this.#lists.delete(record.kind);
  }
}

/** The sample so many times over; ids and years differ from copy to copy, references lead inside the copy. */
function copies(sample: readonly StoredRecord[], times: number): StoredRecord[] {
  const ids = new Set(sample.map(({ id }) => id));
  return Array.from({ length: times }, (_, copy) =>
    sample.map((record) => (copy === 0 ? record : (shifted(record, copy, ids) as StoredRecord))),
  ).flat();
}

function shifted(value: unknown, copy: number, ids: ReadonlySet<string>): unknown {
  if (typeof value === 'string') {
    if (ids.has(value)) return `${value}~${copy}`;
    return /^20\d\d-\d\d/u.test(value) ? `${Number(value.slice(0, 4)) - copy}${value.slice(4)}` : value;
  }
  if (Array.isArray(value)) return value.map((one) => shifted(one, copy, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shifted(one, copy, ids)]));
}

function timed<T>(work: () => T): [result: T, ms: number] {
  const at = performance.now();
  const result = work();
  return [result, performance.now() - at];
}

const median = (times: readonly number[]): number => quantile(times, 0.5);

function worldOf(shelf: Shelf): LiveWorld {
  const work = workContext({ ...shelf, today: TODAY, setting: () => undefined, newId: () => 'new' });
  return new LiveWorld({ ...shelf, rule: namedRules(work) });
}

/** Opinions, events and proposals of the year, each turned a little: what a clerk saves all day. */
function* edits(shelf: Shelf): Generator<readonly [before: StoredRecord, after: StoredRecord]> {
  for (let index = 0; index < CHANGES; index += 1) {
    const kind = ['opinion', 'event', 'proposal', 'contribution'][index % 4] ?? 'opinion';
    const list = shelf.list(kind);
    const before = list[(index * 37) % Math.min(list.length, 250)];
    if (!before) continue;
    const day = { opinion: 'receivedOn', event: 'start', proposal: 'filedOn', contribution: 'on' }[kind] ?? 'on';
    const after = {
      ...before,
      rev: before.rev + 1,
      values: { ...before.values, [day]: `${YEAR}-05-0${(index % 9) + 1}` },
    };
    yield [before, after];
  }
}

function measure(area: string, records: readonly StoredRecord[], full: boolean): { scratch: number; change: number } {
  const shelf = new Shelf(records);
  const world = worldOf(shelf);
  const [figures, scratch] = timed(() => {
    const engine = new FigureEngine(defaultFigures, world);
    for (const { id } of defaultFigures) engine.prepare(id);
    return engine;
  });
  const scheme = schemeFor(defaultSchemes, 'zhongyuan', YEAR);
  const [scores, scoring] = timed(() => scheme && new ScoreEngine(scheme, YEAR, world, TODAY));
  const plain = plainFigures(shelf.list, shelf.lookup, String(YEAR));
  const period = yearPeriod(YEAR);
  const times = { change: [] as number[], score: [] as number[], plain: [] as number[], page: [] as number[] };
  for (const [before, after] of edits(shelf)) {
    const diff = shelf.change(before, after);
    const [, own] = timed(() => {
      world.apply(diff);
      return figures.apply(diff);
    });
    times.change.push(own);
    times.page.push(timed(() => defaultFigures.map(({ id }) => figures.result(id, period)))[1]);
    times.score.push(timed(() => scores?.apply(diff))[1] + timed(() => scores?.results())[1]);
    if (full && times.plain.length < 12) times.plain.push(timed(() => plain.map(([, , count]) => count()))[1]);
  }
  const say = (name: string, value: number, unit: string, target?: number) =>
    report({ area, name, value, unit, ...(target === undefined ? {} : { target }) });
  say('全部指标从头数', scratch, 'ms');
  say('改一条之后，全部指标', median(times.change), 'ms');
  say('改一条之后，最慢的一次', Math.max(...times.change), 'ms');
  say('一年的数取一遍', median(times.page), 'ms');
  say('默认方案全体委员计分，从头算', scoring, 'ms');
  say('改一条之后，重新计分并排名', median(times.score), 'ms');
  if (full) {
    say('对照：每项照直过一遍', median(times.plain), 'ms');
    say('从头数与对照之比', scratch / median(times.plain), '倍');
    say(
      '改一条之后（数完、取出一年）与对照之比',
      (median(times.change) + median(times.page)) / median(times.plain),
      '倍',
      1,
    );
  }
  return { scratch, change: median(times.change) };
}

const folder = await mkdtemp(join(tmpdir(), 'antou-bench-'));
try {
  const library = await createLibrary(join(folder, 'library'), '测量');
  await createSample(library, {
    who: '测量',
    now: new Date(`${TODAY}T09:00:00`),
    resourcesPath: join(process.cwd(), 'resources', 'sample'),
  });
  const sample = [...library.all()].filter(({ kind }) => kind !== 'setting');
  await library.close();
  const small = copies(sample, Math.ceil(10_000 / sample.length));
  const large = copies(sample, Math.ceil(100_000 / sample.length));
  // Once unmeasured: both ways then run compiled.
  const warm = new Shelf(sample);
  new FigureEngine(defaultFigures, worldOf(warm));
  for (const [, , count] of plainFigures(warm.list, warm.lookup, String(YEAR))) count();
  const ten = measure(`指标与计分，${small.length} 条记录`, small, true);
  const hundred = measure(`指标与计分，${large.length} 条记录`, large, true);
  const growth = large.length / small.length;
  const say = (name: string, value: number) => report({ area: '指标：记录多十倍', name, value, unit: '倍' });
  say('记录数', growth);
  say('从头数的时间', hundred.scratch / ten.scratch);
  say('改一条之后的时间', hundred.change / ten.change);
} finally {
  await rm(folder, { recursive: true, force: true });
}
