import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { documents } from '../../../shared/documents/index.ts';
import { axeFindings } from '../../support/browser.ts';
import { pageFaults } from '../../support/page-faults.ts';
import { onSample } from '../journeys/support.ts';

const journey = onSample();

const drawer = () => journey.page.locator('.template-drawer');

/** Presses a button that begins a download and answers the bytes. */
async function downloaded(press: () => Promise<unknown>): Promise<Uint8Array> {
  const begun = journey.page.waitForEvent('download');
  await press();
  return new Uint8Array(await readFile(await (await begun).path()));
}

/** Changes the words of a template as somebody would in Word, and chooses it in the open drawer. */
async function choose(name: string, bytes: Uint8Array, change: (xml: string) => string): Promise<void> {
  const parts = unzipSync(bytes);
  const document = change(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
  const path = join(journey.walk.folder, name);
  await writeFile(path, zipSync({ ...parts, 'word/document.xml': strToU8(document) }));
  const asked = journey.page.waitForEvent('filechooser');
  await drawer()
    .getByRole('button', { name: /选择模板|换一个模板/u })
    .click();
  await (await asked).setFiles(path);
}

describe('文书模板', () => {
  it('列出每种文书；下载样板、改好、传上来就换用，撤销就回到内置', async () => {
    const { page } = journey;
    await journey.go('/documents/templates');
    await page.locator('.template-table').waitFor();
    expect(await page.locator('.template-name').count()).toBe(documents.length);
    expect(await pageFaults(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('button', { name: '会议纪要', exact: true }).click();
    await drawer().getByText('占位符', { exact: true }).waitFor();
    await drawer().getByRole('button', { name: '{标题}', exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const sample = await downloaded(() => drawer().getByRole('button', { name: '会议纪要：下载样板' }).click());
    await choose('本会纪要.docx', sample, (xml) => xml.replace('{标题}', '（草稿）{标题}'));
    const result = drawer().getByRole('region', { name: '体检结果' });
    await result.getByText('没有毛病').waitFor();
    await drawer().getByText('自备', { exact: true }).waitFor();
    await expect
      .poll(async () => (await journey.office.templates.list()).documents.find(({ id }) => id === 'minutes')?.own?.name)
      .toBe('本会纪要.docx');

    await choose('坏的.docx', sample, (xml) => xml.replace('{标题}', '{标提}｛文号｝'));
    await result.getByText('没有换用').waitFor();
    await result.getByText('是不是想写 {标题}').waitFor();
    await result.getByText('全角括号').waitFor();
    expect(await result.locator('li').count()).toBe(2);
    expect((await journey.office.templates.list()).documents.find(({ id }) => id === 'minutes')?.own?.name).toBe(
      '本会纪要.docx',
    );

    await drawer().getByRole('button', { name: '停用，改用内置' }).click();
    await drawer().getByText('内置（自备已停用）').waitFor();
    await drawer().getByRole('button', { name: '重新启用' }).click();
    await drawer().getByRole('button', { name: '停用，改用内置' }).waitFor();
    await drawer()
      .getByRole('button', { name: /删\s*除/u })
      .click();
    await drawer().getByRole('button', { name: '选择模板' }).waitFor();
    await journey.office.history.undo();
    await drawer().getByText('本会纪要.docx', { exact: false }).first().waitFor();
  });

  it('字体页说明缺一种字体会伤到哪些文书', async () => {
    const { page } = journey;
    await journey.go('/settings?tab=fonts');
    const uses = page.locator('.font-uses');
    await uses.first().waitFor();
    const { roles } = await journey.office.settings.fonts();
    const title = roles.find(({ role }) => role === 'title');
    const row = page.locator('tr', { has: page.getByText('大标题、红头') });
    const summary = await row.locator('.font-uses summary').textContent();
    expect(summary).toContain(title?.exact ? '种文书用到' : `本机没有“${title?.wanted}”`);
    await row.locator('.font-uses summary').click();
    expect(await row.locator('.font-uses').textContent()).toMatch(/红头、标题.*会议纪要/su);
    expect(await pageFaults(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  });
});
