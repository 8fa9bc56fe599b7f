import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const reply = async () =>
  (await walk.office.rules.get({})).periods.find((period) => period.label.startsWith('提案答复（'));

describe('期限、节假日、分工', () => {
  it('改一个期限，标出已改；恢复缺省；撤销', async () => {
    const { page, office } = walk;
    const before = await reply();
    if (!before) throw new Error('应有提案答复的期限');
    await walk.go('/settings?tab=periods');
    const row = page.getByRole('row', { name: new RegExp(`^${before.label.slice(0, 4)}（`) }).first();
    await row.getByRole('spinbutton').fill('5');
    await row.getByText('已改').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Control+s');
    await expect.poll(async () => (await reply())?.amount).toBe(5);
    await expect.poll(() => page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
    await office.history.undo({});
    await expect.poll(async () => (await reply())?.amount).toBe(before.preset);
    await expect.poll(() => page.getByText('已改').count()).toBe(0);
  });

  it('把通知里的几句话贴进节假日，看过再保存', async () => {
    const { page, office } = walk;
    await walk.go('/settings?tab=days');
    await page.getByRole('button', { name: '粘贴通知或表格…' }).click();
    await page
      .getByRole('dialog')
      .locator('textarea')
      .fill(
        ['2031年甲节：5月1日（周四）至3日（周六）放假调休，共3天。5月4日（周日）上班。', '2031-06-01 六一'].join('\n'),
      );
    await page.getByText('看懂 4 天').waitFor();
    await page.getByText(/“2031-06-01 六一”/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page.getByText('3 天休、1 天班').waitFor();
    expect((await office.rules.get({})).specialDays.some((day) => day.date.startsWith('2031'))).toBe(false);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect
      .poll(async () => (await office.rules.get({})).specialDays.filter((day) => day.date.startsWith('2031')).length)
      .toBe(4);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('给署名的人分工', async () => {
    const { page, office } = walk;
    await office.preferences.save({ operator: '丁一' });
    await page.reload();
    await page.waitForSelector('.frame');
    await walk.go('/settings?tab=operators');
    await page.getByText(/还没有分工/).waitFor();
    await page.getByRole('button', { name: '添加“丁一”' }).click();
    await page.getByLabel('第 1 行 分工').click();
    await page.keyboard.type('文史');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByText('现在署名的人').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect
      .poll(async () => (await office.rules.get({})).operators)
      .toEqual([{ name: '丁一', roles: ['文史委'] }]);
  });
});

describe('左边的栏目', () => {
  it('收起、展开记得住；所在的一项一直看得见；上下左右走得到', async () => {
    const { page, office } = walk;
    await walk.go('/records/member');
    const head = page.locator('.nav').getByRole('button', { name: /^(caret-\w+ )?履职|履职/ });
    await head.waitFor();
    const before = await head.getAttribute('aria-expanded');
    await head.click();
    await expect.poll(() => head.getAttribute('aria-expanded')).not.toBe(before);
    await expect.poll(async () => (await office.preferences.get({})).foldedGroups?.履职).toBe(before === 'true');
    await page.reload();
    await page.waitForSelector('.frame');
    await expect.poll(() => head.getAttribute('aria-expanded')).not.toBe(before);
    await page.locator('.nav a[aria-current="page"]', { hasText: '委员' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.locator('.nav').getByRole('link', { name: '首页' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('待办');
    await head.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => head.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => head.getAttribute('aria-expanded')).toBe('false');
  });
});
