import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freezeSetting, type YearFreeze } from '../../shared/figures/freeze.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

const YEAR = { from: '2024-01-01', to: '2024-12-31' };

let office: TestOffice;
beforeEach(async () => {
  office = await startOffice({ sample: true, now: new Date('2026-03-02T09:30:00+08:00') });
  await office.client.figures.freeze({ year: 2024 });
});
afterEach(() => office.end());

const figure = async (id: string) => {
  const { groups } = await office.client.figures.list(YEAR);
  return groups.flatMap(({ figures }) => figures).find((one) => one.id === id);
};
const differences = async () => (await office.client.figures.differences({ year: 2024 })).items;
const firstOf = async (id: string) => {
  const { groups } = await office.client.figures.evidence({ id, ...YEAR });
  const [item] = groups[0]?.items ?? [];
  if (!item) throw new Error(`${id} 没有依据`);
  return item;
};

describe('定稿', () => {
  it('没有变化时没有差异；整年才带定稿；下一年拿定稿数作上年同期', async () => {
    const { client } = office;
    const { freeze } = await client.figures.list(YEAR);
    expect(freeze).toMatchObject({ version: 1, versions: 1, differences: 0 });
    expect(freeze?.hash).toMatch(/^[0-9a-f]{64}$/u);
    expect(await figure('SQ.IN')).toMatchObject({ value: 294, frozen: { value: 294, text: '294条', differs: false } });
    expect(await differences()).toEqual([]);
    expect((await client.figures.list({ from: '2024-01-01', to: '2024-06-30' })).freeze).toBeUndefined();
    const one = await firstOf('SQ.UNUSED');
    await client.records.remove({ kind: one.kind, id: one.id });
    const { groups } = await client.figures.list({ from: '2025-01-01', to: '2025-12-31' });
    const next = groups.flatMap(({ figures }) => figures).find(({ id }) => id === 'SQ.IN');
    expect(next?.last).toMatchObject({ value: 294, frozen: true });
  });

  it('删一条：定稿数不动，差异里有这一条的名字；撤销删除，差异就没有了', async () => {
    const { client } = office;
    const one = await firstOf('SQ.UNUSED');
    await client.records.remove({ kind: one.kind, id: one.id });
    expect(await figure('SQ.IN')).toMatchObject({ value: 293, frozen: { value: 294, differs: true } });
    const items = await differences();
    expect(items.map(({ id }) => id).sort()).toEqual(['SQ.IN', 'SQ.UNUSED']);
    expect(items.find(({ id }) => id === 'SQ.IN')).toMatchObject({
      frozen: { value: 294, text: '294条' },
      now: { value: 293 },
      added: [],
      removed: [{ id: one.id, title: one.title, gone: true }],
      redefined: false,
    });
    await client.history.undo({});
    expect(await differences()).toEqual([]);
  });

  it('改一个金额：数变了，列出的是分量变了的那条；新登记一条：列在新计入里', async () => {
    const { client } = office;
    const one = await firstOf('CON.JOB');
    const { record } = await client.records.get({ kind: one.kind, id: one.id });
    await client.records.save({ kind: one.kind, id: one.id, values: { jobs: Number(record.values.jobs) + 5 } });
    const made = await client.records.save({
      kind: 'opinion',
      values: { rawTitle: '关于补登的一条', receivedOn: '2024-06-03' },
    });
    const items = await differences();
    expect(items.find(({ id }) => id === 'CON.JOB')).toMatchObject({
      frozen: { value: 3140 },
      now: { value: 3145 },
      added: [],
      removed: [],
      changed: [{ id: one.id }],
    });
    expect(items.find(({ id }) => id === 'SQ.IN')).toMatchObject({ added: [{ id: made.id, title: '关于补登的一条' }] });
  });

  it('此一增彼一减，数没有变，也是差异', async () => {
    const { client } = office;
    const one = await firstOf('SQ.UNUSED');
    await client.records.remove({ kind: one.kind, id: one.id });
    await client.records.save({ kind: 'opinion', values: { rawTitle: '顶替的一条', receivedOn: '2024-06-03' } });
    const found = (await differences()).find(({ id }) => id === 'SQ.IN');
    expect(found).toMatchObject({ frozen: { value: 294 }, now: { value: 294 } });
    expect([found?.added.length, found?.removed.length]).toEqual([1, 1]);
    expect(await figure('SQ.IN')).toMatchObject({ frozen: { differs: true } });
  });

  it('改了口径也说出来；指标删去了，定稿里照样有', async () => {
    const { client } = office;
    const { definition } = await client.figures.definition({ id: 'SQ.IN' });
    const where = [{ type: 'any', field: 'state', values: ['未录用'], not: true } as const];
    await client.figures.saveDefinition({ definition: { ...definition, query: { ...definition.query, where } } });
    expect((await differences()).find(({ id }) => id === 'SQ.IN')).toMatchObject({ redefined: true });
    await client.figures.saveDefinition({ definition: { ...definition, retired: true } });
    const gone = (await differences()).find(({ id }) => id === 'SQ.IN');
    expect(gone).toMatchObject({ frozen: { value: 294 } });
    expect(gone).not.toHaveProperty('now');
  });

  it('重新定稿要写理由；以前的仍可查看；每次的校验值都重算', async () => {
    const { client } = office;
    expect(await refusalOf(client.figures.freeze({ year: 2024 }))).toMatchObject({
      code: 'invalid',
      fields: { reason: expect.stringContaining('为什么') },
    });
    const one = await firstOf('SQ.UNUSED');
    await client.records.remove({ kind: one.kind, id: one.id });
    const again = await client.figures.freeze({ year: 2024, reason: '删去重复的一条' });
    expect(again).toMatchObject({ version: 2 });
    expect(await differences()).toEqual([]);
    const { ok, versions } = await client.figures.verify({ year: 2024 });
    expect(ok).toBe(true);
    expect(versions.map(({ version, reason, ok: good }) => [version, reason, good])).toEqual([
      [2, '删去重复的一条', true],
      [1, undefined, true],
    ]);
    const old = await client.figures.frozen({ year: 2024, version: 1, figure: 'SQ.IN' });
    expect(old.figures).toHaveLength(1);
    expect(old.figures[0]?.items).toHaveLength(294);
    expect(old.figures[0]?.items.find(({ id }) => id === one.id)).toMatchObject({ title: one.title, gone: true });
    expect((await refusalOf(client.figures.frozen({ year: 2024, version: 9 }))).code).toBe('notFound');
    await client.history.undo({});
    expect((await client.figures.list(YEAR)).freeze).toMatchObject({ version: 1 });
  });

  it('定稿内容被人改过、抽掉一次，核验不通过', async () => {
    const { library } = office.office.desk.opened;
    const name = freezeSetting(2024);
    const [first] = library.setting<YearFreeze[]>(name) ?? [];
    if (!first) throw new Error('没有定稿');
    await office.client.figures.freeze({ year: 2024, reason: '再定一次' });
    const [, second] = library.setting<YearFreeze[]>(name) ?? [];
    const figures = first.figures.map((one) => (one.id === 'SQ.IN' ? { ...one, value: 300 } : one));
    await library.saveSetting(name, [{ ...first, figures }, second], '甲', '改动');
    expect((await office.client.figures.verify({ year: 2024 })).versions.map(({ ok }) => ok)).toEqual([true, false]);
    await library.saveSetting(name, [second], '甲', '抽掉');
    expect((await office.client.figures.verify({ year: 2024 })).ok).toBe(false);
    await library.saveSetting(name, ['乱', first], '甲', '塞进读不懂的');
    expect((await office.client.figures.verify({ year: 2024 })).ok).toBe(false);
  });
});
