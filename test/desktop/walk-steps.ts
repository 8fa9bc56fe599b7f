import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { answerDialogs, type Desktop } from './desktop.ts';

export const LIBRARY = '走查资料库';
const MEETING = '第二十一次主席会议';
const SENTENCES = ['会议听取了提案办理情况的汇报。', '会议要求，加强跟踪问效，件件有回音。'];
const RESOLUTION = '一周内向提案人送达收条';
export const WORDS = ['提案', '收条', '35万字'] as const;

const seeds = resolve('..', 'shared', 'seeds');

/** The five texts beside the project; without them, invented ones with the same words. */
export function materials(folder: string): string[] {
  if (existsSync(seeds)) {
    const names = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
    return names.map((name) => join(seeds, name));
  }
  mkdirSync(folder, { recursive: true });
  const texts = {
    '办理情况.txt': '提案办理情况\n\n区政协办公室　2026年1月5日\n\n全年收到提案，逐件回复。\n',
    '收条制度.txt': '意见建议收条制度\n\n收到意见建议后，应当出具收条，写明收到的时间和经办的人。\n',
    '书稿进展.txt': '乡村记忆书稿进展\n\n第一辑已经完成35万字，第二辑正在征稿。\n',
  };
  return Object.entries(texts).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
}

/** First run: the three ways in are offered, a new library is made in the folder chosen in the dialog. */
export async function makeLibrary({ app, page }: Desktop, path: string): Promise<void> {
  for (const title of ['打开样例资料库', '新建资料库', '打开已有资料库']) {
    await page.getByRole('heading', { name: title }).waitFor();
  }
  await page.getByRole('button', { name: '新建…：新建资料库' }).click();
  await answerDialogs(app, [[path]]);
  await page.getByLabel('资料库名称').fill(LIBRARY);
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await expect.poll(() => page.locator('#library-path').inputValue()).toBe(path);
  await page.getByRole('button', { name: '新建资料库', exact: true }).click();
  await page.getByRole('contentinfo').getByText(`资料库：${path}`).waitFor();
}

export async function importFiles({ app, page }: Desktop, files: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: '导入', exact: true }).click();
  await answerDialogs(app, [files]);
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('button', { name: `导入 ${files.length} 个文件` }).click();
  await page.getByText(`已写入 ${files.length} 条记录`).waitFor();
}

/** Types the words into the box that is always there, by keyboard alone. */
export async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => decodeURIComponent(url.hash).includes(words));
  await page.getByText(/找到 [1-9]\d* 条/).waitFor();
  await expect.poll(() => page.locator('.hit mark').first().textContent()).toBe(words);
}

/** Opens the first hit and answers once the words are marked and can be seen. */
export async function openHit(page: Page, words: string): Promise<void> {
  await page.locator('.hit-snippet a').first().click();
  await page.waitForURL((url) => url.hash.startsWith('#/read/'));
  const mark = page.getByRole('main').locator('mark', { hasText: words }).first();
  await mark.waitFor();
  await expect
    .poll(() =>
      mark.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top > 0 && bottom < window.innerHeight;
      }),
    )
    .toBe(true);
}

/** A new meeting with its minutes open and `sentences` typed, not yet saved. */
export async function typeMinutes(page: Page, sentences: readonly string[] = SENTENCES): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '会议活动' }).click();
  await page.getByRole('button', { name: /新建/ }).first().click();
  await page.getByLabel('名称').first().fill(MEETING);
  await page.getByLabel('开始时间').first().fill('2026-03-12 09:00');
  await page.getByLabel('地点').first().fill('三楼会议室');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '写纪要' }).click();
  await page.getByLabel('纪要正文').click();
  for (const sentence of sentences) {
    await page.keyboard.type(sentence);
    await page.keyboard.press('Enter');
  }
}

export async function writeMinutes(page: Page): Promise<void> {
  await typeMinutes(page);
  await page.getByRole('button', { name: '加一项' }).click();
  await page.getByPlaceholder('内容').fill(RESOLUTION);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: `撤销：写纪要 ${MEETING}` }).waitFor();
}

/** Exports the minutes through the paper view; what lies in the file is what was written. */
export async function exportMinutes({ app, page }: Desktop, target: string): Promise<void> {
  await page.getByRole('button', { name: '出纪要' }).click();
  await page.locator('.sheet').first().waitFor();
  await answerDialogs(app, [[target]]);
  await page.getByRole('button', { name: '导出 Word' }).click();
  const notice = page.getByRole('alert').filter({ hasText: '已导出 Word' });
  await notice.getByText(target).waitFor();
  await notice.locator('.ant-notification-notice-close').click();
  const parts = unzipSync(new Uint8Array(readFileSync(target)));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
  for (const sentence of [...SENTENCES, RESOLUTION]) expect(text).toContain(sentence);
}

export const minutesText = (page: Page) => page.getByLabel('纪要正文').innerText();

/** Undo takes the minutes away, redo brings them back: read where they are written. */
export async function undoAndRedo(page: Page): Promise<void> {
  await page.goBack();
  await page.getByLabel('纪要正文').waitFor();
  await expect.poll(() => minutesText(page)).toContain(SENTENCES[0]);
  // The paper that went out was kept: that is the last step.
  await page.getByRole('button', { name: '撤销：留底' }).click();
  await page.getByRole('button', { name: `撤销：写纪要 ${MEETING}` }).click();
  await expect.poll(() => minutesText(page)).not.toContain(SENTENCES[0]);
  await page.getByRole('button', { name: `重做：写纪要 ${MEETING}` }).click();
  await expect.poll(() => minutesText(page)).toContain(SENTENCES[0]);
  await expect.poll(() => page.getByPlaceholder('内容').inputValue()).toBe(RESOLUTION);
}

/** After a restart: the library is offered, and everything is in it. */
export async function findAllAgain({ page }: Desktop, count: number): Promise<void> {
  await page.getByRole('button', { name: LIBRARY }).click();
  const navigation = page.getByRole('navigation');
  // What is not needed daily stands folded.
  await navigation.getByRole('button', { name: '文史' }).click();
  await navigation.getByRole('link', { name: new RegExp(`资料\\s*${count}`) }).waitFor();
  for (const words of WORDS) await search(page, words);
  await openHit(page, '35万字');
  await search(page, '跟踪问效');
  await navigation.getByRole('link', { name: '会议活动' }).click();
  await page.waitForURL((url) => url.hash.startsWith('#/records/event'));
  await page.getByRole('row').filter({ hasText: MEETING }).dblclick();
  await page.getByRole('button', { name: '改纪要' }).click();
  await expect.poll(() => minutesText(page)).toContain(SENTENCES[1]);
  await expect.poll(() => page.getByPlaceholder('内容').inputValue()).toBe(RESOLUTION);
  await navigation.getByRole('link', { name: '变动历史' }).click();
  await page.getByText(`写纪要 ${MEETING}`).first().waitFor();
}
