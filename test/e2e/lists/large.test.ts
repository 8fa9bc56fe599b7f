import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const COUNT = 50_000;

describe('五万行', () => {
  it('只取看得见的；滚到底是最后一条；排序、筛选、全选都对全部说话', async () => {
    const { page, office } = walk;
    for (let from = 0; from < COUNT; from += 10_000)
      await office.batch.run({
        add: Array.from({ length: 10_000 }, (_, index) => ({
          kind: 'material',
          values: {
            title: `第${String(from + index).padStart(5, '0')}篇`,
            category: index % 2 ? '新闻报道' : '文史资料',
          },
        })),
      });
    const asked: number[] = [];
    page.on('response', async (response) => {
      if (!response.url().includes('/records/list')) return;
      const body = await response.text().catch(() => '');
      asked.push((body.match(/"rev"/g) ?? []).length);
    });
    await walk.go('/records/material?sort=%5B%5B%22title%22%2C%22asc%22%5D%5D');
    await page.getByText(`共 ${COUNT} 篇`).waitFor();
    await page.getByRole('row', { name: /第00000篇/ }).waitFor();
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(COUNT + 1));

    const grid = page.locator('.grid');
    await grid.evaluate((box) => {
      box.scrollTop = box.scrollHeight;
    });
    await page.getByRole('row', { name: /第49999篇/ }).waitFor();
    await grid.evaluate((box) => {
      box.scrollTop = box.scrollHeight / 2;
    });
    await page
      .getByRole('row', { name: /第2499\d篇/ })
      .first()
      .waitFor();
    expect(await page.locator('.grid-body .grid-row').count()).toBeLessThan(80);
    expect(Math.max(0, ...asked)).toBeLessThanOrEqual(100);

    await page
      .getByRole('columnheader', { name: /题名|标题/ })
      .getByRole('button')
      .first()
      .click();
    await page.getByRole('row', { name: /第49999篇/ }).waitFor();
    await page.getByLabel('在资料里筛选').fill('第4999');
    await page.getByText('共 10 篇').waitFor();
    await page.getByLabel('在资料里筛选').fill('');
    await page.getByText(`共 ${COUNT} 篇`).waitFor();
    await grid.focus();
    await page.keyboard.press('Control+a');
    await page.getByText(`选中 ${COUNT} 篇`).waitFor();
  });
});
