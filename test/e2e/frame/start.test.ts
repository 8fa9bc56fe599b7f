import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../../electron/library/index.ts';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk({ library: 'none' });
});
afterEach(() => walk.end());
afterAll(closeBrowser);

describe('第一次启动', () => {
  it('新建资料库：填名称和位置，回车就建好，首页给出头几步', async () => {
    const { page, office, libraryPath } = walk;
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /新建资料库/ }).click();
    await page.getByLabel('资料库名称').fill('示例区政协资料库');
    await page.getByLabel(/放在这个文件夹/).fill(libraryPath);
    await page.keyboard.press('Enter');
    await page.getByText('先做这几件事').waitFor();
    expect((await office.library.status({})).open).toMatchObject({ name: '示例区政协资料库', path: libraryPath });
    expect(await page.locator('.status').innerText()).toContain(libraryPath);
  });

  it('文件夹不是空的、资料库不在、别处正开着：说清楚，并说下一步', async () => {
    const { page, folder } = walk;
    const full = join(folder, '有东西');
    await mkdir(full);
    await writeFile(join(full, '工作总结.txt'), '别动我');
    await page.getByRole('button', { name: /新建资料库/ }).click();
    await page.getByLabel(/放在这个文件夹/).fill(full);
    await page.getByRole('button', { name: '新建资料库', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/空/);

    await page.getByRole('button', { name: /打开已有资料库/ }).click();
    await page.getByLabel('资料库所在的文件夹').fill(join(folder, '没有这个'));
    await page.getByRole('button', { name: '打开资料库', exact: true }).click();
    await page.getByText('请核对文件夹还在不在原处').waitFor();
  });

  it('关闭后出现在最近打开的里，点一下就回去', async () => {
    const { page, office, libraryPath } = walk;
    await office.library.create({ path: libraryPath, name: '常用的库' });
    await page.reload();
    await page.waitForSelector('.frame');
    await walk.go('/settings?tab=safety');
    await page.getByRole('button', { name: '关闭资料库' }).click();
    await page.getByRole('button', { name: '常用的库' }).click();
    await page.waitForSelector('.frame');
    expect((await office.library.status({})).open?.path).toBe(libraryPath);
  });

  it('别的程序占着的资料库打不开，说明原因，不碰它', async () => {
    const { page, office, libraryPath } = walk;
    await office.library.create({ path: libraryPath, name: '占着的库' });
    await office.library.close({});
    const other = await openLibrary(libraryPath);
    try {
      await page.reload();
      await page.getByRole('button', { name: '占着的库' }).click();
      await page.getByText('一次只许一处打开').waitFor();
    } finally {
      await other.close();
    }
    await page.getByRole('button', { name: '占着的库' }).click();
    await page.waitForSelector('.frame');
  });
});
