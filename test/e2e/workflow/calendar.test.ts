import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
  await walk.office.rules.saveSpecialDays({
    specialDays: [
      { date: '2025-10-01', type: 'off', name: '国庆节' },
      { date: '2025-10-11', type: 'work', name: '国庆节调休' },
    ],
  });
  for (const [title, start, end] of [
    ['第一次协商座谈', '2025-10-15T09:00', undefined],
    ['三天的视察', '2025-10-20T08:30', '2025-10-22T17:00'],
  ] as const) {
    await walk.office.records.save({
      kind: 'event',
      values: { category: '活动', title, start, ...(end ? { end } : {}) },
    });
  }
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const day = (date: string) => walk.page.locator(`[role=gridcell][data-date="${date}"]`);
const focusedDay = () => walk.page.evaluate(() => document.activeElement?.getAttribute('data-date'));

describe('日程', () => {
  it('月历里有会、有跨天、有休和班；点开是那条记录', async () => {
    const { page } = walk;
    await walk.go('/calendar?month=2025-10');
    await day('2025-10-15').getByText('第一次协商座谈').waitFor();
    await day('2025-10-21').getByText('三天的视察').waitFor();
    await day('2025-10-01').getByText('休 国庆节').waitFor();
    await day('2025-10-11').getByText('班 国庆节调休').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await day('2025-10-15').getByText('第一次协商座谈').click();
    await page.locator('.page-title', { hasText: '第一次协商座谈' }).waitFor();
  });

  it('只用键盘：方向键走天、PageDown 换月、Enter 进当天、今天', async () => {
    const { page } = walk;
    await walk.go('/calendar?month=2025-10&day=2025-10-14');
    await day('2025-10-14').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(focusedDay).toBe('2025-10-15');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focusedDay).toBe('2025-10-22');
    await page.keyboard.press('PageDown');
    await page.locator('.page-title', { hasText: '2025年11月' }).waitFor();
    await expect.poll(focusedDay).toBe('2025-11-22');
    await page.keyboard.press('PageUp');
    await page.locator('.page-title', { hasText: '2025年10月' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.locator('.page-title', { hasText: '三天的视察' }).waitFor();
    await walk.go('/calendar?month=2025-10');
    await page.getByRole('button', { name: '今天' }).click();
    await expect.poll(() => page.locator('.day[data-today]').count()).toBe(1);
  });

  it('双击一天新建会议活动，开始时间就是那天', async () => {
    const { page, office } = walk;
    await walk.go('/calendar?month=2025-10');
    await day('2025-10-16').dblclick({ position: { x: 60, y: 60 } });
    await page.getByRole('heading', { name: '新建会议活动' }).waitFor();
    await page.getByLabel('名称', { exact: true }).fill('从日程新建的会');
    await page.keyboard.press('Control+s');
    await page.locator('.page-title', { hasText: '从日程新建的会' }).waitFor();
    const found = await office.records.list({ kind: 'event', text: '从日程新建的会' });
    expect(found.records[0]?.values.start).toBe('2025-10-16T09:00');
  });

  it('列表与来源筛选', async () => {
    const { page } = walk;
    await walk.go('/calendar?month=2025-10&view=list');
    await page.locator('.agenda').getByText('第一次协商座谈').waitFor();
    await page.locator('.agenda').getByText('国庆节调休').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const first = page.getByRole('group', { name: '显示哪些' }).getByRole('button').first();
    await first.click();
    expect(await first.getAttribute('aria-pressed')).toBe('false');
    await expect.poll(() => page.locator('.agenda').getByText('第一次协商座谈').count()).toBe(0);
    await walk.go('/calendar?month=1999-01&view=list');
    await page.getByText('这个月没有安排').waitFor();
  });
});
