import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.end());

const idOf = async (kind: string) => {
  const [record] = (await office.client.records.list({ kind, limit: 1 })).records;
  if (!record) throw new Error(`no ${kind}`);
  return record.id;
};

describe('记录', () => {
  it('新建、查看、修改、清空一栏：给出的栏目才变，null 清空', async () => {
    const { client } = office;
    const made = await client.records.save({
      kind: 'person',
      values: { name: '李桂兰', birth: '1975年3月', mobile: '１３８００１３８０００' },
    });
    expect(made.record.values).toMatchObject({ name: '李桂兰', birth: '1975-03' });
    await client.records.save({ kind: 'person', id: made.id, values: { org: '示例区第一小学' } });
    const changed = await client.records.save({ kind: 'person', id: made.id, values: { birth: null } });
    expect(changed.rev).toBe(3);
    const { record, title } = await client.records.get({ kind: 'person', id: made.id });
    expect(title).toBe('李桂兰');
    expect(record.values).toMatchObject({ name: '李桂兰', org: '示例区第一小学' });
    expect(record.values).not.toHaveProperty('birth');
  });

  it('不合要求的内容逐栏说明，什么也不写', async () => {
    const { client, office: inner } = office;
    const before = inner.desk.opened.library.info.seq;
    const refusal = await refusalOf(
      client.records.save({ kind: 'event', values: { title: '', start: '2023.2.30', category: '会' } }),
    );
    expect(refusal.code).toBe('invalid');
    expect(refusal.fields).toMatchObject({
      title: expect.stringContaining('请填写'),
      start: expect.stringContaining('2023年2月'),
    });
    expect(inner.desk.opened.library.info.seq).toBe(before);
  });

  it('不认识的种类、栏目、记录都说得清', async () => {
    const { client } = office;
    expect((await refusalOf(client.records.list({ kind: '__proto__' }))).code).toBe('invalid');
    expect((await refusalOf(client.records.get({ kind: 'person', id: 'nobody' }))).code).toBe('notFound');
    const refusal = await refusalOf(client.records.save({ kind: 'person', values: { name: '王毅', 绰号: '小王' } }));
    expect(refusal.fields).toHaveProperty('绰号');
    expect((await refusalOf(client.records.list({ kind: 'person', sort: [['nothing', 'asc']] }))).code).toBe('invalid');
  });

  it('引用必须存在；被引用的不能删，并列出被谁引用', async () => {
    const { client } = office;
    const [term, sector] = [await idOf('term'), await idOf('sector')];
    const person = await client.records.save({ kind: 'person', values: { name: '赵敏之' } });
    const wrong = await refusalOf(
      client.records.save({
        kind: 'member',
        values: { person: person.id, term, sector: 'gone', isStanding: false, status: '在任' },
      }),
    );
    expect(wrong.fields).toHaveProperty('sector');
    const member = await client.records.save({
      kind: 'member',
      values: { person: person.id, term, sector, isStanding: false, status: '在任' },
    });
    const refusal = await refusalOf(client.records.remove({ kind: 'sector', id: sector }));
    expect(refusal.code).toBe('conflict');
    expect(refusal.message).toContain('赵敏之');
    const { total, uses } = await client.records.uses({ kind: 'sector', id: sector });
    expect(total).toBe(1);
    expect(uses[0]).toMatchObject({ kind: 'member', id: member.id });
    await client.records.remove({ kind: 'member', id: member.id });
    await client.records.remove({ kind: 'sector', id: sector });
    expect((await refusalOf(client.records.get({ kind: 'sector', id: sector }))).code).toBe('notFound');
  });

  it('脚本可以用中文栏目名，也可以用名称指明引用；同名或没有的不猜', async () => {
    const { client } = office;
    const person = await client.records.save({ kind: 'person', values: { 姓名: '白露生', 出生年月: '1980.5' } });
    expect(person.record.values).toMatchObject({ name: '白露生', birth: '1980-05' });
    const term = await idOf('term');
    const member = await client.records.save({ kind: 'member', values: { 姓名: '白露生', term, 界别: '科技' } });
    expect(member.record.values.person).toBe(person.id);
    const { record, titles } = await client.records.get({ kind: 'member', id: member.id });
    expect(titles[`sector/${String(record.values.sector)}`]?.title).toBe('科技');
    const refusal = await refusalOf(
      client.records.save({ kind: 'member', id: member.id, values: { 界别: '没有这个界别' } }),
    );
    expect(refusal.fields).toHaveProperty('sector');
  });

  it('两处同时改同一条：后来的被挡住，先来的不丢', async () => {
    const { client } = office;
    const made = await client.records.save({ kind: 'material', values: { title: '会议须知', category: '其他' } });
    await client.records.save({ kind: 'material', id: made.id, rev: 1, values: { title: '会议须知（修订）' } });
    const refusal = await refusalOf(
      client.records.save({ kind: 'material', id: made.id, rev: 1, values: { title: '会议须知二' } }),
    );
    expect(refusal.code).toBe('conflict');
    expect((await client.records.get({ kind: 'material', id: made.id })).title).toBe('会议须知（修订）');
  });

  it('书稿连同篇目一起删除，一次撤销全部回来', async () => {
    const { client } = office;
    const book = await client.records.save({ kind: 'book', values: { title: '示例区水利记忆', status: '征稿' } });
    for (const title of ['老闸口', '龙骨车'])
      await client.records.save({ kind: 'chapter', values: { book: book.id, title, status: '初稿' } });
    expect((await refusalOf(client.records.remove({ kind: 'book', id: book.id }))).code).toBe('conflict');
    await client.records.remove({ kind: 'book', id: book.id, withParts: true });
    expect((await client.records.list({ kind: 'chapter' })).total).toBe(0);
    await client.history.undo();
    expect((await client.records.list({ kind: 'chapter' })).total).toBe(2);
    expect((await client.records.get({ kind: 'book', id: book.id })).title).toBe('示例区水利记忆');
  });

  it('列表按姓氏笔画排序、按条件筛选、分页', async () => {
    const { client } = office;
    for (const name of ['马国强', '丁一', '习远', '于春梅', '干宝生']) {
      await client.records.save({ kind: 'person', values: { name } });
    }
    const { records } = await client.records.list({ kind: 'person', sort: [['name', 'stroke']] });
    const names = records
      .map((record) => record.values.name)
      .filter((name) => ['丁一', '干宝生', '于春梅', '习远', '马国强'].includes(String(name)));
    expect(names).toEqual(['丁一', '干宝生', '于春梅', '习远', '马国强']);
    const page = await client.records.list({ kind: 'person', text: '春梅' });
    expect(page).toMatchObject({ total: 1 });
    const two = await client.records.list({ kind: 'person', sort: [['name', 'stroke']], offset: 1, limit: 2 });
    expect(two.records).toHaveLength(2);
  });
});
