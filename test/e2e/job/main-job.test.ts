import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

const SEEDS = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'seeds');
const seeds = existsSync(SEEDS)
  ? readdirSync(SEEDS)
      .sort()
      .map((name) => join(SEEDS, name))
  : [];

/** Stands for the seeds where they do not lie beside the project: the same three words are in it, once each. */
const OWN = `示例区政协协商成果转化记

2024年3月18日，示例区政协召开专题议政会，委员所提建议由部门当场打“收条”，件件登记、逐条答复。

会上通报，今年提案已全部交办。三年前启动的乡村记忆丛书编成35万字，正在排版。街道政

协工委负责人列席会议。
`;

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk({ library: 'none' });
});
afterAll(async () => {
  await walk.end();
  await closeBrowser();
});

async function materials(): Promise<string[]> {
  if (seeds.length > 0) return seeds;
  const path = join(walk.folder, '协商成果.txt');
  await writeFile(path, OWN);
  return [path];
}

describe('主线：新建资料库到交出 Word', () => {
  it('第一次打开：新建资料库', async () => {
    const { page } = walk;
    await page
      .getByRole('button', { name: /新建资料库/ })
      .first()
      .click();
    const place = page.getByLabel(/位置|文件夹/).first();
    await place.fill(walk.libraryPath);
    await page
      .getByRole('button', { name: /^(新建|建立|建好|新建资料库)$/ })
      .last()
      .click();
    await page.waitForSelector('.frame');
    expect(await page.getByRole('navigation').first().innerText()).toContain('资料');
  });

  it('导入：坏文件说明原因，好文件进库，看得见写了什么', async () => {
    const { page } = walk;
    await walk.go('/import');
    const files = await materials();
    const bad = join(walk.folder, '图片改名.txt');
    await writeFile(bad, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]));
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选择文件' }).click();
    await (await chooser).setFiles([...files, bad]);
    await page.getByText('不能导入').first().waitFor();
    await page.getByRole('button', { name: `导入 ${files.length} 个文件` }).click();
    await page.getByText(`已写入 ${files.length} 条记录`).waitFor();
    expect(await page.getByText('图片改名.txt').first().isVisible()).toBe(true);
    expect((await walk.office.records.list({ kind: 'material' })).total).toBe(files.length);
  });

  it('两个字也找得到，打开就在那一段', async () => {
    const { page } = walk;
    for (const word of ['提案', '35万字', '收条']) {
      await walk.go(`/search?q=${encodeURIComponent(word)}`);
      await page.locator('.hit mark').first().waitFor();
      expect(await page.locator('.hit mark').first().innerText()).toBe(word);
    }
    const told = await page
      .getByText(/找到 \d+ 条/)
      .first()
      .innerText();
    expect(told).toContain(`找到 ${(await walk.office.search.query({ text: '收条' })).total} 条`);
    await page.locator('.hit-snippet a').last().click();
    await page.locator('.body-block[data-at]').waitFor();
    const block = page.locator('.body-block[data-at]');
    expect(await block.locator('mark').first().innerText()).toBe('收条');
    expect(await block.locator('mark').first().isVisible()).toBe(true);
  });

  it('断行的词也能找到', async () => {
    await walk.go('/search?q=街道政协工委');
    await walk.page.locator('.hit').first().waitFor();
    expect((await walk.office.search.query({ text: '街道政协工委' })).total).toBeGreaterThan(0);
  });

  it('写纪要：键入、议定事项、保存、已保存的时刻', async () => {
    const { page, office } = walk;
    const term = (await office.records.list({ kind: 'term' })).records[0]?.id;
    const meeting = await office.records.save({
      kind: 'event',
      values: {
        category: '会议',
        subtype: '主席会议',
        title: '区政协十届第十二次主席会议',
        term,
        start: '2024-03-18T09:00',
        place: '三楼会议室',
        status: '已结束',
      },
    });
    await walk.go(`/minutes/${meeting.id}`);
    const text = page.getByRole('textbox', { name: '纪要正文' });
    await text.click();
    await page.keyboard.type('会议听取了协商成果转化情况的汇报。');
    await page.getByRole('button', { name: '加一项' }).click();
    await page.getByLabel('第1项内容').fill('逐条登记收条，四月底前回告委员');
    await page.getByLabel('第1项责任部门').fill('委员联络工作委员会');
    await page.getByLabel('第1项完成时限').fill('2024年4月30日');
    await page.keyboard.press('Control+s');
    await page.getByText(/已保存 \d\d:\d\d/).waitFor();
    await expect
      .poll(async () => (await office.records.get({ kind: 'event', id: meeting.id })).record.values.resolutions)
      .toMatchObject([{ text: '逐条登记收条，四月底前回告委员', due: '2024-04-30' }]);
    expect((await office.search.query({ text: '协商成果转化情况的汇报' })).hits[0]).toMatchObject({
      kind: 'event',
      id: meeting.id,
    });
  });

  it('出纪要：纸面上改一句，导出的 Word 就是改过的', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: '出纪要' }).click();
    const line = page.locator('.sheet-line', { hasText: '会议听取了协商成果' }).first();
    await line.click();
    const box = page.getByLabel('改这一处的文字');
    const before = await box.inputValue();
    await box.fill(`${before.replace('会议听取了', '会议认真听取了')}`);
    await box.blur();
    await page.locator('.sheet-line', { hasText: '会议认真听取了' }).first().waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 Word' }).click();
    const path = await (await download).path();
    const xml = strFromU8(unzipSync(await readFile(path))['word/document.xml'] ?? new Uint8Array());
    const words = xml.replace(/<[^>]+>/g, '');
    expect(words).toContain('会议认真听取了协商成果转化情况的汇报');
    expect(words).toContain('逐条登记收条');
    await page.getByText('已导出 Word').waitFor();
  });

  it('撤销最近一步，再重做', async () => {
    const { page, office } = walk;
    const last = async () => (await office.library.status()).open?.undoable?.label ?? '';
    // What was exported is kept, and that is a step of its own.
    expect(await last()).toContain('留底');
    await office.history.undo({});
    expect(await last()).toContain('写纪要');
    await walk.go('/');
    await page.getByRole('button', { name: /撤销：/ }).click();
    await expect.poll(async () => (await office.library.status()).open?.redoable?.label).toBeTruthy();
    expect((await office.search.query({ text: '协商成果转化情况的汇报', kinds: ['event'] })).total).toBe(0);
    // The page has heard of the undo before the next key is pressed, as a person would wait for the button.
    await expect.poll(() => page.getByRole('button', { name: /重做/ }).first().isEnabled()).toBe(true);
    await page.keyboard.press('Control+y');
    await expect
      .poll(async () => (await office.search.query({ text: '协商成果转化情况的汇报', kinds: ['event'] })).total)
      .toBe(1);
  });

  it('关掉再打开，全都在', async () => {
    const { office, page } = walk;
    const before = await office.library.status();
    await office.library.close();
    await office.library.open({ path: walk.libraryPath });
    await page.reload();
    await page.waitForSelector('.frame');
    const after = await office.library.status();
    expect(after.open?.seq).toBe(before.open?.seq);
    expect(after.open?.counts).toEqual(before.open?.counts);
    expect((await office.search.query({ text: '收条' })).total).toBeGreaterThan(0);
    expect((await office.library.status()).open?.undoable?.label).toContain('写纪要');
  });
});
