import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { addMembers } from './people.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const titles = () => walk.page.locator('.grid-body .grid-row [role="gridcell"]:nth-child(2)').allInnerTexts();

describe('列表', () => {
  it('人名按姓氏笔画，点表头换排序，筛选和条件缩小范围，都留在地址里', async () => {
    const { page, office } = walk;
    for (const [name, sex] of [
      ['张喆', '男'],
      ['丁一', '女'],
      ['欧阳少东', '男'],
      ['于春梅', '女'],
      ['洪少东', '男'],
    ]) {
      await office.records.save({ kind: 'person', values: { name, sex } });
    }
    await walk.go('/records/person');
    await expect.poll(titles).toEqual(['丁　一', '于春梅', '张　喆', '欧阳少东', '洪少东']);
    await page.getByRole('columnheader', { name: /姓名/ }).getByRole('button').first().click();
    await page.getByText('按姓名拼音').waitFor();
    await expect.poll(titles).toEqual(['丁　一', '洪少东', '欧阳少东', '于春梅', '张　喆']);

    await page.getByLabel('在人员里筛选').fill('少东');
    await expect.poll(titles).toEqual(['洪少东', '欧阳少东']);
    await page.getByLabel('在人员里筛选').fill('');
    await page.getByRole('button', { name: '条件' }).click();
    await page.locator('.filter-form').getByRole('combobox', { name: '性别' }).click();
    await page.locator('.ant-select-item-option', { hasText: '女' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await expect.poll(titles).toEqual(['丁　一', '于春梅']);
    await page.getByText('2 人符合条件').waitFor();

    await page.getByRole('row', { name: /于春梅/ }).dblclick();
    await page.locator('.page-title', { hasText: '于春梅' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(titles).toEqual(['丁　一', '于春梅']);
    await page.getByRole('button', { name: '去掉条件 性别' }).click();
    await expect.poll(async () => (await titles()).length).toBe(5);
  });

  it('几千行也只画看得见的，End 到底；看完一条回来还在原处', async () => {
    const { page, office } = walk;
    const library = await office.library.status({});
    expect(library.open).toBeDefined();
    for (let index = 0; index < 300; index++) {
      await office.records.save({ kind: 'material', values: { title: `第${String(index).padStart(3, '0')}篇` } });
    }
    await walk.go('/records/material');
    await page.getByText('共 300 篇').waitFor();
    expect(await page.locator('.grid-body .grid-row').count()).toBeLessThan(60);
    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    await page.getByRole('row', { name: /第299篇/ }).waitFor();
    const before = await page.locator('.grid').evaluate((grid) => grid.scrollTop);
    expect(before).toBeGreaterThan(1000);
    await page.keyboard.press('Enter');
    await page.locator('.page-title', { hasText: '第299篇' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /第299篇/ }).waitFor();
    expect(Math.abs((await page.locator('.grid').evaluate((grid) => grid.scrollTop)) - before)).toBeLessThan(40);
  });

  it('选中几次会议就能编成一期简报', async () => {
    const { page, office } = walk;
    await addMembers(walk);
    const ids: string[] = [];
    for (const title of ['第一次主席会议', '第二次主席会议']) {
      ids.push((await office.records.save({ kind: 'event', values: { title, start: '2024-03-01 9:00' } })).id);
    }
    await walk.go('/records/event');
    await page.getByText('共 2 次').waitFor();
    for (const box of await page.getByRole('gridcell').getByRole('checkbox').all()) await box.check();
    await page.getByRole('link', { name: '出工作简报' }).click();
    await page.waitForFunction(() => location.hash.startsWith('#/documents/briefing'));
    const address = decodeURIComponent(page.url());
    for (const id of ids) expect(address).toContain(id);
  });
});
