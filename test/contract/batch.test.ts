import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stateHash } from '../../electron/library/records.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

let office: TestOffice;

beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.end());

const hash = () => stateHash(office.office.desk.opened.library.all(), 'content');
const save = (kind: string, values: Record<string, unknown>) => office.client.records.save({ kind, values });
const savedTerm = async () => (await save('term', { number: 9, title: '第九届' })).id;
const valuesOf = async (kind: string, id: string) => (await office.client.records.get({ kind, id })).record.values;

async function people(count: number): Promise<string[]> {
  const add = Array.from({ length: count }, (_, index) => ({
    kind: 'person',
    values: { name: `试${index}`, org: `第${index % 7}小学`, sex: index % 2 ? '男' : '女' },
  }));
  const { added } = await office.client.batch.run({ add });
  return added.map(({ id }) => id);
}

describe('批量修改', () => {
  it('500 条改两个栏目：预览正好列出变了的格子，其余栏目原样，一次撤销还原', async () => {
    const ids = await people(500);
    const before = hash();
    const untouched = ids.map((id) => JSON.stringify(office.office.desk.opened.library.get('person', id)?.values.name));
    const update = ids.map((id) => ({ kind: 'person', id, values: { sex: '女', org: null } }));
    const plan = await office.client.batch.plan({ update });
    expect(hash()).toBe(before);
    expect(plan.counts).toMatchObject({ add: 0, update: 500, remove: 0, problems: 0, cells: 750, overwritten: 750 });
    expect(plan.items[1]?.cells).toEqual([
      { field: 'sex', label: '性别', before: '男', after: '女', overwrites: true },
      { field: 'org', label: '工作单位', before: '第1小学', after: '', overwrites: true },
    ]);
    const done = await office.client.batch.run({ update });
    expect(done.counts).toEqual(plan.counts);
    expect(done.label).toBe('批量修改 500 名人员');
    const { library } = office.office.desk.opened;
    ids.forEach((id, index) => {
      const values = library.get('person', id)?.values;
      expect(values).toEqual({ name: `试${index}`, sex: '女' });
      expect(JSON.stringify(values?.name)).toBe(untouched[index]);
    });
    office = await office.reopen();
    await office.client.history.undo({});
    expect(hash()).toBe(before);
    await office.client.history.redo({});
    expect((await office.client.batch.plan({ update })).counts).toMatchObject({ same: 500, cells: 0 });
  });

  it('没有变化时什么也不写', async () => {
    const [id = ''] = await people(1);
    const { seq } = office.office.desk.opened.library.info;
    const done = await office.client.batch.run({ update: [{ kind: 'person', id, values: { sex: '女' } }] });
    expect(done.seq).toBeUndefined();
    expect(office.office.desk.opened.library.info.seq).toBe(seq);
  });

  it('一条有问题，全部不写，说明是哪一条的哪一栏', async () => {
    const ids = await people(3);
    const before = hash();
    const update = ids.map((id, index) => ({
      kind: 'person',
      id,
      values: { birth: index === 1 ? '去年' : '1970-01' },
    }));
    const refusal = await refusalOf(office.client.batch.run({ update }));
    expect(refusal.code).toBe('invalid');
    expect(refusal.message).toMatch(/^全部没有改动：第 2 条“试1”的“出生年月”：/);
    expect(Object.keys(refusal.fields ?? {})).toEqual(['update.1.birth']);
    expect(hash()).toBe(before);
  });

  it('已被删的、已被别人改过的，都不覆盖', async () => {
    const [gone = '', changed = ''] = await people(2);
    await office.client.records.remove({ kind: 'person', id: gone });
    await office.client.records.save({ kind: 'person', id: changed, values: { org: '新单位' } });
    const missing = await refusalOf(
      office.client.batch.run({ update: [{ kind: 'person', id: gone, values: { sex: '男' } }] }),
    );
    expect(missing.code).toBe('notFound');
    const conflict = await refusalOf(
      office.client.batch.run({ update: [{ kind: 'person', id: changed, rev: 1, values: { sex: '女' } }] }),
    );
    expect(conflict.code).toBe('conflict');
    expect((await valuesOf('person', changed)).sex).toBe('男');
  });
});

describe('按改完以后的样子检查', () => {
  async function seats() {
    const [first = '', second = ''] = await people(2);
    const term = (await save('term', { number: 9, title: '第九届' })).id;
    return { first, second, term };
  }

  it('同一批里两条新记录不能同号，第二条被指出来', async () => {
    const { first, term } = await seats();
    const add = [1, 2].map(() => ({ kind: 'member', values: { person: first, term } }));
    const plan = await office.client.batch.plan({ add });
    expect(plan.items.map((item) => item.problems.length)).toEqual([0, 1]);
    expect(plan.items[1]?.problems[0]?.message).toContain('已经有一名委员');
    expect((await refusalOf(office.client.batch.run({ add }))).code).toBe('invalid');
  });

  it('两条记录可以互换', async () => {
    const { first, second, term } = await seats();
    const a = (await save('member', { person: first, term })).id;
    const b = (await save('member', { person: second, term })).id;
    await office.client.batch.run({
      update: [
        { kind: 'member', id: a, values: { person: second } },
        { kind: 'member', id: b, values: { person: first } },
      ],
    });
    expect((await valuesOf('member', a)).person).toBe(second);
    expect((await valuesOf('member', b)).person).toBe(first);
  });

  it('删掉旧的同时新建同号的，可以', async () => {
    const { first, term } = await seats();
    const old = (await save('member', { person: first, term })).id;
    const done = await office.client.batch.run({
      add: [{ kind: 'member', values: { person: first, term } }],
      remove: [{ kind: 'member', id: old }],
    });
    expect(done.counts).toMatchObject({ add: 1, remove: 1 });
  });

  it('后面的可以用名称引用前面新建的', async () => {
    await seats();
    const done = await office.client.batch.run({
      add: [
        { kind: 'person', texts: { name: '乐　新' } },
        { kind: 'member', texts: { person: '乐新', term: '第九届' } },
      ],
    });
    const [person, member] = done.added;
    expect((await valuesOf('member', member?.id ?? '')).person).toBe(person?.id);
  });

  it('空白文字不清空，读不懂的说出来', async () => {
    const [id = ''] = await people(1);
    const plan = await office.client.batch.plan({
      update: [{ kind: 'person', id, texts: { org: '', sex: '男', birth: '不知道' } }],
    });
    expect(plan.items[0]?.problems.map(({ field }) => field)).toEqual(['birth']);
    await office.client.batch.run({
      update: [{ kind: 'person', id, texts: { org: ' ', sex: '男', birth: '1970.5' } }],
    });
    expect(await valuesOf('person', id)).toMatchObject({ org: '第0小学', sex: '男', birth: '1970-05' });
  });
});

describe('批量删除', () => {
  it('被引用的不能删；引用它的一起删就可以', async () => {
    const [person = ''] = await people(1);
    const term = await savedTerm();
    const member = (await save('member', { person, term })).id;
    const refusal = await refusalOf(office.client.batch.run({ remove: [{ kind: 'person', id: person }] }));
    expect(refusal.code).toBe('conflict');
    expect(refusal.message).toContain('还被引用着：委员 试0 的“姓名”');
    const before = hash();
    const remove = [
      { kind: 'person', id: person },
      { kind: 'member', id: member },
      { kind: 'member', id: member },
    ];
    const done = await office.client.batch.run({ remove });
    expect(done.counts).toMatchObject({ remove: 2, same: 1 });
    await office.client.history.undo({});
    expect(hash()).toBe(before);
  });

  it('同一批里改掉了引用，就可以删', async () => {
    const [one = '', two = ''] = await people(2);
    const term = await savedTerm();
    const member = (await save('member', { person: one, term })).id;
    await office.client.batch.run({
      update: [{ kind: 'member', id: member, values: { person: two } }],
      remove: [{ kind: 'person', id: one }],
    });
    expect((await valuesOf('member', member)).person).toBe(two);
  });

  it('书稿连同章节删除，要说明白；不连同就拒绝', async () => {
    const book = (await save('book', { title: '某书' })).id;
    for (const title of ['一', '二']) await save('chapter', { book, title });
    const remove = [{ kind: 'book', id: book }];
    expect((await refusalOf(office.client.batch.run({ remove }))).code).toBe('conflict');
    const plan = await office.client.batch.plan({ remove, withParts: true });
    expect(plan.counts).toMatchObject({ remove: 3, problems: 0 });
    expect(plan.items[0]?.warnings[0]?.message).toBe('连同 2 个部分一起删除');
    await office.client.batch.run({ remove, withParts: true });
    expect(office.office.desk.opened.library.list('chapter')).toHaveLength(0);
  });
});

describe('同时保存', () => {
  it('两处同时新建同一名委员，只成一处', async () => {
    const [person = ''] = await people(1);
    const term = (await save('term', { number: 9, title: '第九届' })).id;
    const values = { person, term };
    const done = await Promise.allSettled([save('member', values), save('member', values)]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(office.office.desk.opened.library.list('member')).toHaveLength(1);
  });
});

describe('恢复旧版', () => {
  it('位置已被别的记录占去，就不恢复，并说是哪一条', async () => {
    const [person = ''] = await people(1);
    const term = await savedTerm();
    const first = await save('member', { person, term });
    await office.client.records.remove({ kind: 'member', id: first.id });
    await save('member', { person, term });
    const refusal = await refusalOf(office.client.history.restore({ kind: 'member', id: first.id, seq: first.seq }));
    expect(refusal.code).toBe('conflict');
    expect(refusal.message).toContain('没有恢复：已经有一名委员“试0”');
    expect(office.office.desk.opened.library.list('member')).toHaveLength(1);
  });
});
