import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.end());

const add = (rows: readonly { title: string; category: string; date?: string }[]) =>
  office.client.batch.run({ add: rows.map((values) => ({ kind: 'material', values })) });

const six = [
  { title: '甲', category: '简报', date: '2024-02-01' },
  { title: '乙', category: '新闻报道', date: '2024-02-20' },
  { title: '丙', category: '简报', date: '2023-12-31' },
  { title: '丁', category: '简报' },
  { title: '戊', category: '新闻报道' },
  { title: '己', category: '简报', date: '2024-03-05' },
];

describe('列表', () => {
  it('一窗一窗取，拼起来与一次取全相同；编号的次序也相同；改动之后不会给旧的次序', async () => {
    const { client } = office;
    await add(six);
    const query = { kind: 'material', sort: [['title', 'asc'] as ['title', 'asc']], group: 'category' };
    const whole = await client.records.list(query);
    const windows = [];
    for (let offset = 0; offset < 6; offset += 2)
      windows.push(...(await client.records.list({ ...query, offset, limit: 2 })).records);
    expect(windows.map(({ id }) => id)).toEqual(whole.records.map(({ id }) => id));
    expect((await client.lists.ids(query)).ids).toEqual(whole.records.map(({ id }) => id));

    const [first] = whole.records;
    await client.records.save({ kind: 'material', id: first!.id, values: { category: '新闻报道', title: '最后' } });
    const after = await client.records.list({ ...query, offset: 0, limit: 1 });
    expect(after.records[0]?.id).not.toBe(first!.id);
    await client.history.undo({});
    expect((await client.records.list({ ...query, offset: 0, limit: 1 })).records[0]?.id).toBe(first!.id);
  });

  it('别的记录改了也算数：界别改名，委员列表的次序跟着变', async () => {
    const { client } = office;
    const [term] = (await client.records.list({ kind: 'term' })).records;
    const sectors = [];
    for (const name of ['子', '丑'])
      sectors.push((await client.records.save({ kind: 'sector', values: { term: term!.id, name, order: 900 } })).id);
    for (const [at, sector] of sectors.entries()) {
      const person = await client.records.save({ kind: 'person', values: { name: `人${'甲乙'[at]}` } });
      await client.records.save({ kind: 'member', values: { person: person.id, term: term!.id, sector } });
    }
    const order = async () =>
      (await client.records.list({ kind: 'member', sort: [['sector', 'asc']] })).records.map((r) => r.values.sector);
    const before = await order();
    await client.records.save({
      kind: 'sector',
      id: sectors[0]!,
      values: { name: before[0] === sectors[0] ? '最后' : '八' },
    });
    expect(await order()).toEqual([...before].reverse());
  });

  it('只要其中几条；汇总随之；组与条数对全部说话', async () => {
    const { client } = office;
    await add(six);
    const { ids } = await client.lists.ids({ kind: 'material', sort: [['title', 'asc']] });
    const some = [ids[4]!, ids[1]!];
    const found = await client.records.list({ kind: 'material', sort: [['title', 'asc']], ids: some });
    expect([found.total, found.records.map(({ id }) => id)]).toEqual([2, [ids[1], ids[4]]]);
    expect((await client.lists.summary({ kind: 'material', ids: some })).total).toBe(2);
    const grouped = await client.lists.summary({ kind: 'material', group: 'date', totals: ['characters'] });
    expect(grouped.groups.map(({ label, count }) => [label, count])).toEqual([
      // As the list is sorted by date, newest first, so are its groups.
      ['2024年3月', 1],
      ['2024年2月', 2],
      ['2023年12月', 1],
      ['', 2],
    ]);
  });

  it('一栏里的值带条数；没有的栏目、种类说清楚', async () => {
    const { client } = office;
    await add(six);
    const { values, more } = await client.lists.values({ kind: 'material', field: 'category' });
    expect(Object.fromEntries(values.map(({ label, count }) => [label, count]))).toEqual({ 简报: 4, 新闻报道: 2 });
    expect(more).toBe(false);
    for (const wrong of [
      client.lists.values({ kind: 'material', field: 'xx' }),
      client.lists.summary({ kind: 'material', group: 'xx' }),
      client.lists.summary({ kind: 'material', totals: ['__proto__'] }),
      client.lists.ids({ kind: 'material', group: 'constructor' }),
      client.records.list({ kind: 'material', filters: [{ field: '__proto__.x', type: 'blank' }] }),
    ])
      expect((await refusalOf(wrong)).code).toBe('invalid');
  });
});

describe('视图', () => {
  it('存、改、重名不许、删了可撤销，重开还在', async () => {
    const { client } = office;
    const view = {
      id: 'v1',
      kind: 'material',
      name: ' 简报 ',
      sort: [['title', 'asc'] as ['title', 'asc']],
      group: 'category',
    };
    await client.lists.saveView({ view });
    await client.lists.saveView({ view: { ...view, columns: [{ field: 'title', width: 200 }, { field: '没了' }] } });
    const twin = await refusalOf(client.lists.saveView({ view: { ...view, id: 'v2' } }));
    expect([twin.code, twin.message]).toEqual(['invalid', expect.stringContaining('已经有叫“简报”的视图')]);
    expect((await client.lists.views({ kind: 'person' })).views).toEqual([]);
    await client.lists.removeView({ id: 'v1' });
    expect((await refusalOf(client.lists.removeView({ id: 'v1' }))).code).toBe('notFound');
    await client.history.undo({});
    office = await office.reopen();
    const { views } = await office.client.lists.views({ kind: 'material' });
    expect(views).toEqual([{ ...view, name: '简报', columns: [{ field: 'title', width: 200 }] }]);
  });
});
