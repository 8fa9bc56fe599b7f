import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayValue, kindOf } from '../../shared/records/index.ts';
import type { Scheme } from '../../shared/scoring/scheme.ts';
import { defaultSchemes } from '../../shared/scoring/schemes/index.ts';
import { antou } from '../support/cli.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

/** Versions of a scheme: tried out, adopted from a year on, and every year keeps the one it was counted by. */
let desk: TestOffice;
const YEAR = 2024;
const SCHEME = 'zhongyuan';
const which = { scheme: SCHEME, year: YEAR };

beforeAll(async () => {
  desk = await startOffice({ sample: true, now: new Date('2026-11-20T09:30:00') });
});
afterAll(() => desk.end());

type Given = Parameters<TestOffice['client']['scores']['saveScheme']>[0]['scheme'];

/** The scheme with the points of one item changed. */
function changed(scheme: Scheme, code: string, points: number): Given {
  const copy = structuredClone(scheme) as Given;
  const item = copy.items.find((one) => one.code === code);
  if (!item) throw new Error(`the scheme has an item ${code}`);
  item.points = points;
  return copy;
}

const present = async () => (await desk.client.scores.scheme({ ...which })).scheme;
const totals = async (year = YEAR) =>
  new Map((await desk.client.scores.ranking({ scheme: SCHEME, year })).lines.map(({ id, total }) => [id, total]));

describe('计分方案', () => {
  it('自带的方案各有能读的名称，记录里写的方案显示成名称，导入时写名称也认得', async () => {
    const field = kindOf('scoreEntry')?.fields.scheme;
    if (!field) throw new Error('the kind has a scheme');
    for (const { id, label } of defaultSchemes)
      expect(
        displayValue(field, id, () => undefined),
        id,
      ).toBe(label);
    const { lines } = await desk.client.scores.ranking(which);
    const saved = await desk.client.records.save({
      kind: 'scoreEntry',
      values: {
        ...{ member: lines[0]?.id, scheme: displayValue(field, SCHEME, () => undefined), item: 'X6' },
        ...{ on: '2024-03-01', points: -5, reason: '失实', approver: '主席会议' },
      },
    });
    expect(saved.record.values.scheme).toBe(SCHEME);
    await desk.client.history.undo();
  });

  it('每一项的规则都有一句中文', async () => {
    const { schemes } = await desk.client.scores.schemes({ year: YEAR });
    expect(schemes.length).toBeGreaterThanOrEqual(12);
    for (const { id } of schemes) {
      const { scheme, words } = await desk.client.scores.scheme({ scheme: id, year: YEAR });
      for (const { code } of scheme.items) expect(words[code], `${id} ${code}`).toMatch(/[\u4e00-\u9fff]{2}.*分/u);
    }
  });

  it('推演列出的正是施行以后分数变了的人，一个不多一个不少；推演本身什么也不改', async () => {
    const { client } = desk;
    const scheme = changed(await present(), 'C1', 3);
    const before = await totals();
    const found = await client.scores.whatIf({ scheme, year: YEAR });
    expect(found.moves.length).toBeGreaterThan(0);
    expect(await totals()).toEqual(before);
    for (const { reasons } of found.moves) expect(reasons.length).toBeGreaterThan(0);

    const { version } = await client.scores.saveScheme({ scheme });
    expect(version).toBe(2);
    expect(await totals()).toEqual(before);
    await client.scores.adopt({ scheme: SCHEME, version, fromYear: YEAR, adoptedBy: '测试常委会' });
    const after = await totals();
    const moved = [...after].filter(([id, total]) => before.get(id) !== total).map(([id]) => id);
    const told = found.moves.filter(({ before: from, after: to }) => from.total !== to.total);
    expect(told.map(({ id }) => id).sort()).toEqual(moved.sort());
    for (const { id, after: to } of told) expect(after.get(id)).toBe(to.total);

    // The year before keeps its version, and so does a year it is asked for by name.
    const past = await client.scores.ranking({ scheme: SCHEME, year: YEAR - 1 });
    expect(past.scheme.version).toBe(1);
    expect(new Map((await client.scores.ranking({ ...which, version: 1 })).lines.map((l) => [l.id, l.total]))).toEqual(
      before,
    );
    await client.history.undo();
    expect(await totals()).toEqual(before);
    await client.history.undo();
  });

  it('草稿可以改、可以删，施行的不能改不能删，要留着供查', async () => {
    const { client } = desk;
    const first = await client.scores.saveScheme({ scheme: changed(await present(), 'C1', 2) });
    const stored = (await client.scores.scheme({ scheme: SCHEME, version: first.version })).scheme;
    const again = await client.scores.saveScheme({ scheme: changed(stored, 'C1', 2.5) });
    expect(again.version).toBe(first.version);
    await client.scores.adopt({ scheme: SCHEME, version: first.version, fromYear: 2025, adoptedBy: '测试常委会' });
    expect((await refusalOf(client.scores.removeDraft({ scheme: SCHEME, version: first.version }))).message).toContain(
      '已经施行',
    );
    const inForce = (await client.scores.scheme({ scheme: SCHEME, year: 2025 })).scheme;
    expect(inForce.version).toBe(first.version);
    const next = await client.scores.saveScheme({ scheme: changed(inForce, 'C1', 1) });
    expect(next.version).toBe(first.version + 1);
    await client.scores.removeDraft({ scheme: SCHEME, version: next.version });
    expect((await refusalOf(client.scores.removeDraft({ scheme: SCHEME, version: 1 }))).message).toContain(
      '自带的方案不能删除',
    );
    expect(
      (await refusalOf(client.scores.adopt({ scheme: SCHEME, version: 1, fromYear: 2025, adoptedBy: '测试' }))).code,
    ).toBe('conflict');
    for (let count = 0; count < 5; count += 1) await client.history.undo();
    expect((await client.scores.schemes({ year: YEAR })).schemes.find(({ id }) => id === SCHEME)?.versions.length).toBe(
      1,
    );
  });

  it('写错的方案不收，说得出哪一项', async () => {
    const { client } = desk;
    const scheme = await present();
    const wrong = structuredClone(scheme) as Given;
    const [item] = wrong.items;
    if (item) item.section = '没有的类';
    const { code, message } = await refusalOf(client.scores.saveScheme({ scheme: wrong }));
    expect(code).toBe('invalid');
    expect(message).toContain(item?.code);
    expect((await refusalOf(client.scores.whatIf({ scheme: wrong, year: YEAR }))).code).toBe('invalid');
  });
});

describe('年度结账', () => {
  it('试算、公示、审定依次来，总分连同校验码留着；之后改一条记录，差异列得出，排名上标着', async () => {
    const { client } = desk;
    const early = await refusalOf(client.scores.settle({ ...which, step: 'confirmed', meeting: '测试常委会' }));
    expect(early.message).toContain('还没有公示');
    const trial = await client.scores.settle({ ...which, step: 'trial' });
    await client.scores.settle({ ...which, step: 'published' });
    expect((await refusalOf(client.scores.settle({ ...which, step: 'confirmed' }))).message).toContain('哪次会议');
    await client.scores.settle({ ...which, step: 'confirmed', meeting: '测试常委会' });
    const kept = await client.scores.settlements(which);
    expect(kept.steps.map(({ step }) => step)).toEqual(['trial', 'published', 'confirmed']);
    expect(new Set(kept.steps.map(({ hash }) => hash))).toEqual(new Set([trial.hash]));
    expect(kept.differences).toEqual([]);
    expect(kept.intact).toBe(true);

    const { lines } = await client.scores.ranking(which);
    const [line] = lines;
    const given = { scheme: SCHEME, subject: line?.id ?? '', item: 'X6', on: '2024-09-03', points: -5 };
    await client.scores.addEntry({ ...given, reason: '失实', approver: '主席会议' });
    const later = await client.scores.settlements(which);
    expect(later.differences).toEqual([
      expect.objectContaining({ id: line?.id, settled: line?.total, now: (line?.total ?? 0) - 5 }),
    ]);
    const shown = (await client.scores.ranking(which)).lines.find(({ id }) => id === line?.id);
    expect(shown?.settled).toBe(line?.total);
    for (let count = 0; count < 4; count += 1) await client.history.undo();
    expect((await client.scores.settlements(which)).steps).toEqual([]);
  });

  it('没有施行的方案不能结账', async () => {
    const { message } = await refusalOf(desk.client.scores.settle({ scheme: 'jinan', year: YEAR, step: 'trial' }));
    expect(message).toContain('还没有施行');
  });
});

describe('计分的文书、表格与命令行', () => {
  it('明细和公示由同一份计分做成：总分、名次、来源一致', async () => {
    const { client } = desk;
    const { lines } = await client.scores.ranking(which);
    const [line] = lines;
    if (!line) throw new Error('the sample has members');
    const paper = await client.documents.compose({
      document: 'scoreStatement',
      params: { member: line.id, year: YEAR },
    });
    const text = JSON.stringify(paper.model);
    expect(text).toContain(`总分${line.total}分，等次${line.grade}`);
    const statement = await client.scores.statement({ ...which, subject: line.id });
    for (const entry of statement.sections.flatMap(({ entries }) => entries)) {
      const [source] = entry.sources;
      if (source) expect(text, entry.label).toContain(source.id);
    }
    const everybody = await client.documents.compose({
      document: 'scorePublicity',
      params: { year: YEAR, content: '全部委员', from: '2025-01-10' },
    });
    const rows = everybody.model.blocks.flatMap((block) => (block.type === 'table' ? block.rows.slice(1) : []));
    expect(rows.length).toBe(lines.length);
    const candidates = await client.scores.candidates(which);
    const proposed = await client.documents.compose({ document: 'scorePublicity', params: { year: YEAR } });
    const shown = proposed.model.blocks.flatMap((block) => (block.type === 'table' ? block.rows.slice(1) : []));
    expect(shown.length).toBe(candidates.candidates.length);
    const strange = client.documents.compose({ document: 'scorePublicity', params: { year: YEAR, scheme: '没有的' } });
    expect((await refusalOf(strange)).message).toContain('没有“没有的”这个委员计分方案');
  });

  it('排名导出 Excel：一行一名，另一张表是每一笔', async () => {
    const out = join(desk.folder, '排名.xlsx');
    const made = await desk.client.scores.export({ ...which, out });
    const { lines } = await desk.client.scores.ranking(which);
    expect(made.rows).toBe(lines.length);
    const sheets = unzipSync(await readFile(out));
    const strings = strFromU8(sheets['xl/sharedStrings.xml'] ?? new Uint8Array());
    expect(strings).toContain(lines[0]?.title ?? '');
    expect(strings).toContain('立案率');
  });

  it('命令行列出同样的名次', async () => {
    const { folder, libraryPath, client } = desk;
    const { lines } = await client.scores.ranking(which);
    await desk.office.close();
    const machine = join(folder, 'cli');
    const ran = await antou(['scores', libraryPath, '--year', String(YEAR), '--json'], { machine });
    expect(ran.code, ran.stderr).toBe(0);
    const read = JSON.parse(ran.stdout) as { lines: { id: string; total: number; rank: number }[] };
    expect(read.lines.map(({ id, total, rank }) => [id, total, rank])).toEqual(
      lines.map(({ id, total, rank }) => [id, total, rank]),
    );
    const one = await antou(['scores', libraryPath, '--year', String(YEAR), '--member', lines[0]?.id ?? ''], {
      machine,
    });
    expect(one.stdout).toContain(`${lines[0]?.total} 分`);
    expect((await antou(['scores', libraryPath, '--by', '乱写'], { machine })).code).toBe(2);
  });
});
