import dayjs from 'dayjs';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const inDays = (days: number) => dayjs().add(days, 'day').format('YYYY-MM-DD');

async function addMeeting() {
  const { id } = await walk.office.records.save({
    kind: 'event',
    values: {
      category: '会议',
      title: '十届第一次主席会议',
      start: `${inDays(-40)}T09:00`,
      minutes: { blocks: [{ type: 'paragraph', text: [{ text: '会议研究了工作。' }] }] },
      resolutions: [
        { text: '起草调研方案', department: '提案委', due: inDays(-3), state: '未启动' },
        { text: '报送名单', department: '委员联络处', due: inDays(0), state: '进行中' },
        { text: '筹备下半年协商', department: '提案委', due: inDays(30), state: '未启动' },
        { text: '已经办完的事', department: '提案委', due: inDays(-9), state: '完成' },
      ],
    },
  });
  return id;
}

describe('待办', () => {
  it('没有时说明这里会有什么', async () => {
    await walk.go('/tasks');
    await walk.page.getByRole('heading', { name: '没有待办' }).waitFor();
    expect(await axeFindings(walk.page)).toEqual([]);
  });

  it('超期的排在最前，用字说、用红标；按人筛；打开落在那一行', async () => {
    const { page } = walk;
    const id = await addMeeting();
    await walk.go('/tasks');
    const late = page.locator('section.card', { has: page.getByRole('heading', { name: /已超期/ }) });
    await late.getByText('超期 3 天').waitFor();
    expect(await late.locator('.task-line').count()).toBe(1);
    const colour = await late.locator('.due-tag').evaluate((tag) => getComputedStyle(tag).color);
    expect(colour).toBe('rgb(179, 38, 30)');
    expect(await page.getByText('已经办完的事').count()).toBe(0);
    await page.locator('.nav a', { hasText: '待办' }).locator('.nav-due', { hasText: '2' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page
      .getByRole('navigation', { name: '按负责人' })
      .getByRole('button', { name: /委员联络处/ })
      .click();
    await expect.poll(() => page.locator('.task-line').count()).toBe(1);
    await page.locator('.task-line', { hasText: '报送名单' }).waitFor();
    await page.getByRole('navigation', { name: '按负责人' }).getByRole('button', { name: /全部/ }).click();
    await page.getByLabel('只看超期').check();
    await expect.poll(() => page.locator('.task-line').count()).toBe(1);

    await page.locator('.task-line').getByRole('link').first().click();
    await page.locator('.page-title', { hasText: '十届第一次主席会议' }).waitFor();
    await expect.poll(() => decodeURIComponent(page.url())).toContain(`/records/event/${id}?place=resolutions/0`);
    await page.locator('#row-0', { hasText: '起草调研方案' }).waitFor();
  });

  it('首页列最急的几件，从那里到全部；在别处办了，这里马上没有', async () => {
    const { page, office } = walk;
    const id = await addMeeting();
    await walk.go('/');
    await page.getByRole('heading', { name: /今天有 1 件事到期，有 1 件事超期/ }).waitFor();
    await page.getByRole('link', { name: /全部待办/ }).click();
    await page.locator('.page-title', { hasText: '待办' }).waitFor();
    const { record } = await office.records.get({ kind: 'event', id });
    const rows = record.values.resolutions as Record<string, unknown>[];
    await office.records.save({
      kind: 'event',
      id,
      values: { resolutions: rows.map((row, index) => (index === 0 ? { ...row, state: '完成' } : row)) },
    });
    await expect.poll(() => page.getByRole('heading', { name: /已超期/ }).count()).toBe(0);
  });
});
