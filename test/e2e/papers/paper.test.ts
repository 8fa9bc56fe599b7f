import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { axeFindings } from '../../support/browser.ts';
import { onSample } from '../journeys/support.ts';

const journey = onSample();
const meeting = async () =>
  (await journey.find('event', (values) => Boolean(values.minutesNumber) && Boolean(values.minutes))).id;
/** The file the browser was given. */
async function downloaded(press: () => Promise<void>): Promise<{ path: string; name: string }> {
  const [download] = await Promise.all([journey.page.waitForEvent('download'), press()]);
  const path = join(journey.walk.libraryPath, '..', download.suggestedFilename());
  await download.saveAs(path);
  return { path, name: download.suggestedFilename() };
}
const press = (name: string) => journey.page.getByRole('button', { name, exact: true }).click();

describe('文书页', () => {
  it('按工作分组，打几个字就找到，别名也行', async () => {
    const { page } = journey;
    await journey.go('/documents');
    await page.locator('.document-card').first().waitFor();
    expect(await page.locator('.document-card').count()).toBeGreaterThanOrEqual(40);
    await page.getByLabel('找文书').fill('转办单');
    await expect.poll(() => page.locator('.document-card').allTextContents()).not.toHaveLength(0);
    for (const text of await page.locator('.document-card').allTextContents()) expect(text).toMatch(/转办/u);
    await page.getByLabel('找文书').fill('没有这种');
    await page.getByText('没有叫“没有这种”的文书').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('记录页上的“出文书”带着这条记录去拟稿', async () => {
    const { page } = journey;
    const { id } = await journey.find('proposal', (values) => values.state === '办结');
    await journey.go(`/records/proposal/${id}`);
    await page.getByRole('button', { name: /出文书/u }).click();
    await page.getByRole('link', { name: '提案表', exact: true }).click();
    await page.locator('.sheet').first().waitFor();
    expect(page.url()).toContain(id);
  });
});

describe('纸面', () => {
  it('导出 Word 留底；改了字再拿回来查出处', async () => {
    const { page } = journey;
    const id = await meeting();
    await journey.go(`/documents/minutes?event=${id}`);
    await page.locator('.sheet').first().waitFor();
    const file = await downloaded(async () => {
      await press('导出 Word');
      const anyway = page.getByRole('button', { name: '仍要导出' });
      await Promise.race([anyway.waitFor().then(() => anyway.click()), page.getByText('已导出 Word').waitFor()]);
    });
    expect(file.name).toMatch(/纪要.*\.docx$/u);
    const kept = (await journey.all('paper')).filter(({ values }) =>
      (values.events as string[] | undefined)?.includes(id),
    );
    expect(kept.map(({ values }) => values.document)).toEqual(['会议纪要']);
    const parts = unzipSync(await readFile(file.path));
    const name = 'word/document.xml';
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    const number = /实到(\d+)人/u.exec(xml)?.[1];
    parts[name] = strToU8(xml.replace('会议应出席', '这次会议应出席'));
    await writeFile(file.path, zipSync(parts));
    expect(number === undefined || Number(number) > 0).toBe(true);
    await journey.go('/documents/trace');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '选择文件', exact: true }).first().click(),
    ]);
    await chooser.setFiles(file.path);
    await page.getByText('改过 1 段').waitFor();
    await expect.poll(() => page.locator('.trace-paragraphs ins').allTextContents()).toEqual(['这次']);
    expect(await page.locator('.trace-paragraphs a').count()).toBeGreaterThan(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('打印预览有缩略图，挑页码，只打选中的页', async () => {
    const { page } = journey;
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset.printed = String(document.querySelectorAll('.print-page').length);
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    await journey.go(`/documents/minutes?event=${await meeting()}`);
    await page.locator('.sheet').first().waitFor();
    const pages = await page.locator('.paper-sheets .sheet').count();
    await press('打印');
    const preview = page.getByRole('dialog', { name: '打印预览' });
    await preview.waitFor();
    expect(await preview.locator('.print-thumbs button').count()).toBe(pages);
    await preview.getByLabel('打印哪些页').fill('1-99');
    await preview.getByText(`页码写得不对，本文共 ${pages} 页`).waitFor();
    await preview.getByLabel('打印哪些页').fill('2');
    await preview.getByText('共 1 页').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await preview.getByRole('button', { name: '打印', exact: true }).click();
    await expect.poll(() => page.evaluate(() => document.body.dataset.printed)).toBe('1');
    await expect.poll(() => page.locator('.print-root').count()).toBe(0);
    await page.keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });
  });

  it('纸上的 PDF 和预览一样多页', async () => {
    const { page } = journey;
    await journey.go(`/documents/minutes?event=${await meeting()}`);
    await page.locator('.sheet').first().waitFor();
    const pages = await page.locator('.paper-sheets .sheet').count();
    const file = await downloaded(async () => {
      await press('导出 PDF');
      const anyway = page.getByRole('button', { name: '仍要导出' });
      await Promise.race([anyway.waitFor().then(() => anyway.click()), page.getByText('已导出 PDF').waitFor()]);
    });
    const text = (await readFile(file.path)).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.match(/\/Type \/Page\b(?!s)/gu)?.length).toBe(pages);
  });

  it('取号登进发文登记簿，号码印到纸上', async () => {
    const { page } = journey;
    const { id } = await journey.find('event', (values) => values.subtype === '主席会议' && !values.minutesNumber);
    await journey.go(`/documents/minutes?event=${id}`);
    await page.locator('.sheet').first().waitFor();
    await press('取号');
    await page.getByText(/^已取示政协纪/u).waitFor();
    await expect.poll(() => page.url()).toContain('number=');
    const number = decodeURIComponent(/number=([^&]+)/u.exec(page.url())?.[1] ?? '').replaceAll('"', '');
    expect(number).toMatch(/^示政协纪〔\d{4}〕\d+号$/u);
    await expect.poll(() => page.locator('[data-part="masthead.number"]').first().textContent()).toContain(number);
    const entered = await journey.all('officialDocument');
    expect(entered.filter(({ values }) => values.number === number)).toHaveLength(1);
  });
});
