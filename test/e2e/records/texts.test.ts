import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

describe('记录里的文稿', () => {
  it('口述的逐字稿和整理稿各写各的，互不覆盖', async () => {
    const { page, office } = walk;
    const narrator = await office.records.save({ kind: 'contributor', values: { name: '傅云樵' } });
    const { id } = await office.records.save({
      kind: 'oralHistory',
      values: { title: '老街往事', contributor: narrator.id, on: '2024-05-01' },
    });
    await walk.go(`/read/oralHistory/${id}?place=transcript`);
    await page.getByRole('button', { name: '写逐字稿' }).first().click();
    await page.locator('.ProseMirror').click();
    await page.keyboard.type('那年河上还没有桥。');
    await page.getByRole('button', { name: '保存并返回阅读' }).click();
    await page.getByRole('region', { name: '逐字稿' }).getByText('那年河上还没有桥。').waitFor();
    await page.getByText('整理稿', { exact: true }).click();
    await page.getByText('还没有整理稿').waitFor();
    await page.getByRole('button', { name: '写整理稿' }).first().click();
    await page.locator('.ProseMirror').click();
    await page.keyboard.type('当年河上无桥。');
    await page.getByRole('button', { name: '保存并返回阅读' }).click();
    await page.getByRole('region', { name: '整理稿' }).getByText('当年河上无桥。').waitFor();
    // Away from the buttons: under the mouse one is on its way from colour to colour.
    await page.mouse.move(2, 2);
    await expect.poll(() => axeFindings(page)).toEqual([]);
    const { record } = await office.records.get({ kind: 'oralHistory', id });
    expect(JSON.stringify(record.values.transcript)).toContain('那年河上还没有桥。');
    expect(JSON.stringify(record.values.edited)).toContain('当年河上无桥。');
  });

  it('制度的全文在阅读页写', async () => {
    const { page, office } = walk;
    const { id } = await office.records.save({ kind: 'regulation', values: { title: '会议规则', action: '制定' } });
    await walk.go(`/read/regulation/${id}`);
    await page.getByRole('button', { name: '写全文' }).first().click();
    await page.locator('.ProseMirror').click();
    await page.keyboard.type('第一条 为了规范会议，制定本规则。');
    await page.getByRole('button', { name: '保存并返回阅读' }).click();
    await page.getByRole('region', { name: '全文' }).getByText('第一条').waitFor();
    const { record } = await office.records.get({ kind: 'regulation', id });
    expect(JSON.stringify(record.values.body)).toContain('为了规范会议');
  });
});
