import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.end());

describe('变动历史', () => {
  it('撤销、重做，重启以后还能接着撤销', async () => {
    const made = await office.client.records.save({ kind: 'material', values: { title: '甲', category: '其他' } });
    await office.client.records.save({ kind: 'material', id: made.id, values: { title: '乙' } });
    expect((await office.client.history.undo()).label).toContain('乙');
    expect((await office.client.records.get({ kind: 'material', id: made.id })).title).toBe('甲');
    await office.client.history.redo();
    expect((await office.client.records.get({ kind: 'material', id: made.id })).title).toBe('乙');
    office = await office.reopen();
    await office.client.history.undo();
    expect((await office.client.records.get({ kind: 'material', id: made.id })).title).toBe('甲');
    await office.client.history.undo();
    expect((await refusalOf(office.client.records.get({ kind: 'material', id: made.id }))).code).toBe('notFound');
  });

  it('每条记录的历史说明谁、何时、哪一栏从什么变成什么，可恢复到任何一版', async () => {
    const { client } = office;
    await client.preferences.save({ operator: '王敏' });
    const made = await client.records.save({
      kind: 'material',
      values: { title: '第一版', category: '其他', source: '来文' },
    });
    await client.records.save({ kind: 'material', id: made.id, values: { title: '第二版' } });
    await client.records.save({ kind: 'material', id: made.id, values: { source: null } });
    const { entries } = await client.history.list({ kind: 'material', id: made.id });
    expect(entries).toHaveLength(3);
    expect(entries[1]?.who).toBe('王敏');
    expect(entries[1]?.changes[0]?.fields).toEqual([
      { field: 'title', label: '标题', before: '第一版', after: '第二版' },
    ]);
    expect(entries[0]?.changes[0]?.fields).toEqual([{ field: 'source', label: '来源', before: '来文', after: '' }]);
    await client.history.restore({ kind: 'material', id: made.id, seq: entries[2]?.seq ?? 0 });
    const { record } = await client.records.get({ kind: 'material', id: made.id });
    expect(record.values).toMatchObject({ title: '第一版', source: '来文' });
    await client.history.undo();
    expect((await client.records.get({ kind: 'material', id: made.id })).title).toBe('第二版');
  });

  it('新库的预置不算可撤销的一步；没有可撤销的时候说清楚', async () => {
    const empty = await startOffice();
    try {
      const refusal = await refusalOf(empty.client.history.undo());
      expect(['conflict', 'notFound', 'invalid']).toContain(refusal.code);
      expect(refusal.message).toMatch(/撤销/);
    } finally {
      await empty.end();
    }
  });

  it('删除的记录可从历史恢复', async () => {
    const { client } = office;
    const made = await client.records.save({
      kind: 'committee',
      values: { term: (await client.records.list({ kind: 'term' })).records[0]?.id, name: '临时专委会' },
    });
    const removed = await client.records.remove({ kind: 'committee', id: made.id });
    await client.history.restore({ kind: 'committee', id: made.id, seq: removed.seq - 1 });
    expect((await client.records.get({ kind: 'committee', id: made.id })).title).toBe('临时专委会');
  });
});
