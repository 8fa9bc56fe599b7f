import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOffice, type TestOffice } from '../support/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice({ now: new Date('2024-12-06T09:30:00+08:00') });
});
afterAll(() => office.end());

describe('首页', () => {
  it('待办：快到期的、刚超期的在前，久拖的在后；办完的、还早的不列', async () => {
    const { client } = office;
    const term = (await client.records.list({ kind: 'term' })).records[0]?.id;
    const due = (text: string, day: string, state = '进行中') => ({ text, due: day, state });
    await client.records.save({
      kind: 'event',
      values: {
        category: '会议',
        subtype: '主席会议',
        title: '第四十次主席会议',
        term,
        start: '2024-06-01T09:00',
        status: '已结束',
        minutes: { blocks: [{ type: 'paragraph', text: [{ text: '已有纪要。' }] }] },
        resolutions: [
          due('拖了两年', '2022-12-01'),
          due('昨天到期', '2024-12-05'),
          due('后天到期', '2024-12-08'),
          due('还早', '2025-03-01'),
          due('办完了', '2024-12-01', '完成'),
        ],
      },
    });
    const home = await client.overview.home();
    expect(home.due.map(({ title, days }) => [title, days])).toEqual([
      ['昨天到期', -1],
      ['后天到期', 2],
      ['拖了两年', -736],
    ]);
  });

  it('开过的会没有纪要：列出来，写了就不再列', async () => {
    const { client } = office;
    const made = await client.records.save({
      kind: 'event',
      values: { category: '会议', title: '秘书长会议', start: '2024-12-02T09:00', status: '已结束' },
    });
    const owed = async () => (await client.overview.home()).due.filter(({ id }) => id === made.id);
    // Seven working days after Monday 2 December, the weekend left out.
    expect(await owed()).toMatchObject([{ days: 5, verb: '写纪要' }]);
    await client.records.save({
      kind: 'event',
      id: made.id,
      values: { minutes: { blocks: [{ type: 'paragraph', text: [{ text: '会议议定三件事。' }] }] } },
    });
    expect(await owed()).toEqual([]);
  });
});
