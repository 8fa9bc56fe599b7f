import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stateHash } from '../../electron/library/records.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

let office: TestOffice;

beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.end());

const library = () => office.office.desk.opened.library;
const hash = () => stateHash(library().all(), 'content');
const save = async (kind: string, values: Record<string, unknown>) =>
  (await office.client.records.save({ kind, values })).id;
const valuesOf = (kind: string, id: string) => library().get(kind, id)?.values;
const pairs = async (kind: string) => (await office.client.duplicates.find({ kind })).pairs;

describe('查找重复', () => {
  it('同名的人说出理由；写明不同的不列', async () => {
    await save('person', { name: '金明', org: '甲小学', mobile: '13900000001' });
    await save('person', { name: '金　明', mobile: '13900000001' });
    await save('person', { name: '金明', nameNote: '医卫界', sex: '女' });
    const found = await office.client.duplicates.find({ kind: 'person' });
    expect(found.pairs[0]).toMatchObject({ titles: ['金明', '金明'], subtitles: ['甲小学', ''], score: 0.95 });
    expect(found.pairs[0]?.why).toEqual(['姓名相同', '手机相同']);
    expect(found.pairs.every(({ score, why }) => score < 0.6 === why.includes('只有一人写了区分标识'))).toBe(true);
  });

  it('没有的种类说清楚；没有记录就没有重复', async () => {
    expect((await refusalOf(office.client.duplicates.find({ kind: 'nothing' }))).code).toBe('invalid');
    expect(await office.client.duplicates.find({ kind: 'material' })).toEqual({ total: 0, pairs: [], dismissed: 0 });
  });

  it('填写时提示，按中文栏目名也懂，改动以后立刻跟上', async () => {
    const id = await save('material', { title: '老街的由来' });
    const ask = () => office.client.duplicates.similar({ kind: 'material', values: { 标题: '老街的　由来' } });
    expect((await ask()).items).toEqual([
      { id, title: '老街的由来', subtitle: '其他', score: 0.95, why: ['标题相同'] },
    ]);
    await office.client.records.remove({ kind: 'material', id });
    expect((await ask()).items).toEqual([]);
  });
});

describe('不是重复', () => {
  const twins = async () => {
    const a = await save('person', { name: '金明', org: '甲小学' });
    const b = await save('person', { name: '金明', org: '乙医院' });
    return [a, b] as [string, string];
  };

  it('记住以后不再列出，可撤销，可恢复；重开还记得', async () => {
    const ids = await twins();
    await office.client.duplicates.dismiss({ kind: 'person', ids });
    expect(await office.client.duplicates.find({ kind: 'person' })).toMatchObject({ total: 0, dismissed: 1 });
    await office.client.history.undo({});
    expect(await pairs('person')).toHaveLength(1);
    await office.client.history.redo({});
    office = await office.reopen();
    expect(await pairs('person')).toHaveLength(0);
    expect(
      (await office.client.duplicates.similar({ kind: 'person', id: ids[0], values: { name: '金明' } })).items,
    ).toEqual([]);
    await office.client.duplicates.restore({ kind: 'person' });
    expect(await pairs('person')).toHaveLength(1);
  });

  it('两条都删掉、重新导入（编号变了），也不再提示；第三个同名的人照样提示', async () => {
    const ids = await twins();
    await office.client.duplicates.dismiss({ kind: 'person', ids });
    for (const id of ids) await office.client.records.remove({ kind: 'person', id });
    await twins();
    expect(await pairs('person')).toHaveLength(0);
    await save('person', { name: '金明', org: '丙公司' });
    expect(await pairs('person')).toHaveLength(2);
  });
});

describe('合并', () => {
  async function two() {
    const term = await save('term', { number: 9, title: '第九届' });
    const [a, b, c] = [
      await save('person', { name: '金明', org: '甲小学' }),
      await save('person', { name: '金明', org: '乙医院', sex: '男', parties: ['民建会员'] }),
      await save('person', { name: '旁人' }),
    ];
    return { term, a, b, c };
  }

  it('先看清楚：每一栏两边是什么，有几处引用', async () => {
    const { term, a, b } = await two();
    await save('member', { person: b, term });
    const found = await office.client.duplicates.compare({ kind: 'person', keep: a, drop: b });
    expect(found.links).toBe(1);
    expect(found.fields).toEqual([
      { field: 'name', label: '姓名', keep: '金明', drop: '金明', same: true, both: false },
      { field: 'sex', label: '性别', keep: '', drop: '男', same: false, both: false },
      { field: 'parties', label: '政治面貌', keep: '', drop: '民建会员', same: false, both: true },
      { field: 'org', label: '工作单位', keep: '甲小学', drop: '乙医院', same: false, both: false },
    ]);
  });

  it('引用转过去，空的补上，选了的照选，理由留在变动历史，撤销后两条同号都在', async () => {
    const { term, a, b } = await two();
    const seat = await save('member', { person: b, term });
    const before = hash();
    const done = await office.client.duplicates.merge({
      kind: 'person',
      keep: a,
      drop: b,
      take: { org: 'drop' },
      reason: '登记了两次',
    });
    expect(done).toMatchObject({ links: 1, label: '合并人员 金明（登记了两次）' });
    expect(valuesOf('person', a)).toEqual({ name: '金明', org: '乙医院', sex: '男', parties: ['民建会员'] });
    expect(valuesOf('person', b)).toBeUndefined();
    expect(valuesOf('member', seat)?.person).toBe(a);
    const [entry] = (await office.client.history.list({ kind: 'person', id: b })).entries;
    expect(entry?.label).toContain('登记了两次');
    const after = hash();
    await office.client.history.undo({});
    expect(hash()).toBe(before);
    expect(valuesOf('person', b)).toBeDefined();
    await office.client.history.redo({});
    expect(hash()).toBe(after);
  });

  it('两人同届都有任职：拒绝，并说先合并任职；照做就成', async () => {
    const { term, a, b } = await two();
    const [left, right] = [
      await save('member', { person: a, term }),
      await save('member', { person: b, term, code: '7' }),
    ];
    const before = hash();
    const refusal = await refusalOf(office.client.duplicates.merge({ kind: 'person', keep: a, drop: b }));
    expect(refusal.code).toBe('conflict');
    expect(refusal.message).toMatch(/^没有合并：合并后会有两名委员.*届相同.*请先在“重复项”里把这两名委员合并成一名/);
    expect(hash()).toBe(before);
    await office.client.duplicates.merge({ kind: 'member', keep: left, drop: right });
    await office.client.duplicates.merge({ kind: 'person', keep: a, drop: b });
    expect(valuesOf('member', left)).toMatchObject({ person: a, code: '7' });
  });

  it('同一次会两人都登记了：不矛盾就合成一行，矛盾就拒绝并说是哪次会', async () => {
    const { term, a, b, c } = await two();
    const [x, y, z] = [
      await save('member', { person: a, term }),
      await save('member', { person: b, term }),
      await save('member', { person: c, term }),
    ];
    const meeting = await save('event', {
      ...{ title: '第三次主席会议', category: '会议', subtype: '主席会议', start: '2026-03-01' },
      attendance: [
        { member: y, state: '出席' },
        { member: z, state: '出席' },
        { member: x, state: '缺席' },
      ],
    });
    const merge = () => office.client.duplicates.merge({ kind: 'member', keep: x, drop: y, take: { person: 'keep' } });
    const refusal = await refusalOf(merge());
    expect(refusal.code).toBe('conflict');
    expect(refusal.message).toContain('第三次主席会议');
    const rows = library().get('event', meeting)?.values.attendance as { state: string }[];
    await office.client.records.save({
      kind: 'event',
      id: meeting,
      values: { attendance: rows.map((row) => ({ ...row, state: '出席' })) },
    });
    expect(await merge()).toMatchObject({ links: 1 });
    const after = library().get('event', meeting)?.values.attendance as { member: string }[];
    expect(after.map(({ member }) => member)).toEqual([z, x]);
  });

  it('不能与自己合并，不能都留单个的值，删掉的不能合并', async () => {
    const { a, b } = await two();
    const merge = (more: object) => office.client.duplicates.merge({ kind: 'person', keep: a, drop: b, ...more });
    expect((await refusalOf(merge({ drop: a }))).code).toBe('invalid');
    expect((await refusalOf(merge({ take: { org: 'both' } }))).message).toContain('“工作单位”只能留一个');
    await office.client.records.remove({ kind: 'person', id: b });
    expect((await refusalOf(merge({}))).code).toBe('notFound');
  });

  it('性质：合并以后，引用是两边的并集；撤销一字不差', async () => {
    const term = await save('term', { number: 9, title: '第九届' });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 6 }),
        async (links) => {
          const ids: Record<string, string> = {};
          for (const name of ['a', 'b', 'c'])
            ids[name] = await save('sector', { name: `界${crypto.randomUUID()}`, term });
          const members = [];
          for (const [to, second] of links) {
            const person = await save('person', { name: '某' });
            const sector = ids[to];
            members.push({
              to,
              id: await save('member', { person, term, sector, ...(second ? { remark: '二' } : {}) }),
            });
          }
          const before = hash();
          const { links: turned } = await office.client.duplicates.merge({
            ...{ kind: 'sector', keep: ids.a ?? '', drop: ids.b ?? '' },
          });
          expect(turned).toBe(members.filter(({ to }) => to === 'b').length);
          for (const { to, id } of members) expect(valuesOf('member', id)?.sector).toBe(to === 'c' ? ids.c : ids.a);
          await office.client.history.undo({});
          expect(hash()).toBe(before);
        },
      ),
      { numRuns: 25 },
    );
  });
});
