import type { Page } from 'playwright';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { addMembers } from './people.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant'));

describe('只用键盘', () => {
  it('列表里上下走、回车打开、F2 修改、Ctrl+S 保存、Esc 回到原来那一行', async () => {
    const { page, office } = walk;
    const { members } = await addMembers(walk);
    await walk.go('/records/member');
    await page.getByRole('grid').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(`row-${members[1]}`);
    await page.getByRole('complementary').getByRole('heading', { name: '欧阳少东' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.page-title', { hasText: '欧阳少东' }).waitFor();
    await page.keyboard.press('F2');
    await page.getByRole('heading', { name: '修改委员 欧阳少东' }).waitFor();
    for (let steps = 0; steps < 2; steps++) await page.keyboard.press('Tab');
    await page.keyboard.type('A-017');
    await page.keyboard.press('Control+s');
    await page.locator('.page-title', { hasText: /^欧阳少东$/ }).waitFor();
    const { record } = await office.records.get({ kind: 'member', id: members[1] ?? '' });
    expect(JSON.stringify(record.values)).toContain('A-017');
    await page.keyboard.press('Escape');
    await page.getByRole('grid').waitFor();
    expect(await focused(page)).toBe(`row-${members[1]}`);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(`row-${members[0]}`);
  });

  it('Ctrl+K 打拼音首字母，向下选中人，回车打开他；直接回车是全文检索', async () => {
    const { page } = walk;
    await addMembers(walk);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('oysd');
    await page.locator('.suggest-row', { hasText: '欧阳少东' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.page-title', { hasText: '欧阳少东' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('提案');
    await page.getByText('在全部内容里找“提案”').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => decodeURIComponent(location.hash).startsWith('#/search?q=提案'));
  });

  it('出席表像表格一样打：添加行、从表格粘贴姓名、回车到下一行', async () => {
    const { page, office } = walk;
    const { members } = await addMembers(walk);
    await walk.go('/records/event/new');
    await page.getByLabel('名称', { exact: true }).fill('十届第一次主席会议');
    await page.getByLabel('开始时间').fill('2024-03-01 9:00');
    const table = page.locator('.form-field', { hasText: '出席情况' });
    await table.getByRole('button', { name: '添加一行' }).click();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '丁　一\n欧阳少东\n查无此人\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText(/已粘贴 3 行.*没有对上的：查无此人/).waitFor();
    await page.getByRole('button', { name: '删除第 3 行' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.page-title', { hasText: '十届第一次主席会议' }).waitFor();
    const [event] = (await office.records.list({ kind: 'event', full: true })).records;
    expect((event?.values.attendance as { member: string }[] | undefined)?.map((row) => row.member)).toEqual(members);
  });
});

/** A key as the browser reports it while an input method is choosing a candidate. */
const composingKey = (page: Page, key: string, how: 'composing' | 229) =>
  page.evaluate(
    ([name, mode]) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      const event = new KeyboardEvent('keydown', {
        key: name as string,
        bubbles: true,
        cancelable: true,
        isComposing: mode === 'composing',
        keyCode: mode === 'composing' ? 13 : 229,
        which: mode === 'composing' ? 13 : 229,
      } as KeyboardEventInit);
      target.dispatchEvent(event);
      target.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    },
    [key, how] as const,
  );

describe('输入法选字时的按键不算数', () => {
  for (const how of ['composing', 229] as const) {
    it(`检索框、条件框、署名、表单（${how}）`, async () => {
      const { page, office } = walk;
      await addMembers(walk);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('ding');
      await page.getByText('在全部内容里找“ding”').waitFor();
      const before = page.url();
      await composingKey(page, 'Enter', how);
      await page.waitForTimeout(300);
      expect(page.url()).toBe(before);

      await walk.go('/records/member');
      await page.getByLabel('在委员里筛选').fill('ding');
      await composingKey(page, 'Escape', how);
      expect(await page.getByLabel('在委员里筛选').inputValue()).toBe('ding');

      await page.getByRole('button', { name: /署名/ }).click();
      await page.getByLabel('现在由谁办理').fill('wangmin');
      await composingKey(page, 'Enter', how);
      await composingKey(page, 'Escape', how);
      await page.waitForTimeout(300);
      expect(await page.getByLabel('现在由谁办理').isVisible()).toBe(true);
      expect((await office.preferences.get({})).operator).toBeUndefined();

      await walk.go('/records/person/new');
      await page.getByLabel('姓名', { exact: true }).fill('li');
      await composingKey(page, 'Enter', how);
      await composingKey(page, 'Escape', how);
      await page.waitForTimeout(300);
      expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('li');
      expect(await page.getByText('有没保存的修改').count()).toBe(0);
      expect((await office.records.list({ kind: 'person' })).total).toBe(2);
    });
  }
});
