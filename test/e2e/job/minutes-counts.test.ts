import { afterAll, expect, it } from 'vitest';
import { closeBrowser, startWalk } from '../../support/browser.ts';

afterAll(() => closeBrowser());

it('写纪要页上的应到、实到、请假，与纪要文书里写的一致（主持人也算应到，不参加的不算）', async () => {
  const walk = await startWalk();
  const [term] = (await walk.office.records.list({ kind: 'term', limit: 1 })).records;
  const { id } = await walk.office.records.save({
    kind: 'event',
    values: {
      title: '人数核对会',
      category: '会议',
      term: term?.id,
      start: '2026-01-30T09:00',
      attendance: [
        { name: '甲', role: '主持', state: '出席' },
        { name: '乙', role: '应出席', state: '迟到' },
        { name: '丙', role: '应出席', state: '请假待批' },
        { name: '丁', role: '应出席', state: '不参加' },
        { name: '戊', role: '列席', state: '出席' },
      ],
    },
  });
  const { model } = await walk.office.documents.compose({ document: 'minutes', params: { event: id } });
  expect(JSON.stringify(model)).toContain('应出席3人，实到2人，请假1人');
  await walk.go(`/minutes/${id}`);
  const facts = walk.page.locator('.minutes-facts');
  await facts.getByText('应出席 3 人，实到 2 人，请假 1 人').waitFor();
  expect(await facts.locator('dd').filter({ hasText: /^丙$/ }).count()).toBe(1);
  await walk.end();
});
