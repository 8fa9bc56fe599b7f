import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { onSample, YEAR } from '../journeys/support.ts';

const sample = onSample();

describe('办事员勾选几名委员，一次出几份', () => {
  it('没有勾选时说第一步做什么', async () => {
    await sample.go('/documents/many');
    await sample.page.getByText('还没有选记录').waitFor();
  });

  it('勾三名委员出考核表：下载一个压缩包，里面三份，页上列出三份的名字', async () => {
    const { page, walk } = sample;
    await sample.go('/records/member');
    for (const row of [0, 1, 2]) await page.locator(`[data-row="${row}"]`).getByRole('checkbox').check();
    const verb = page.getByRole('link', { name: '批量出文书' });
    await verb.click();
    await page.getByText('选中的 3 名委员').waitFor();
    await page.getByRole('radio', { name: '委员履职情况考核表' }).check();
    await page.getByLabel('年度').fill(String(YEAR));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '出 3 份' }).click(),
    ]);
    const path = join(walk.folder, '考核表.zip');
    await file.saveAs(path);
    expect(file.suggestedFilename()).toMatch(/^委员履职情况考核表（3份，.*\.zip$/u);
    const packed = unzipSync(await readFile(path));
    expect(Object.keys(packed)).toHaveLength(3);
    for (const bytes of Object.values(packed))
      expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain('考核');
    await page.getByText(/写好 3 份/u).waitFor();
    const listed = await page.getByRole('region', { name: '写好的' }).getByRole('listitem').allTextContents();
    expect(listed).toEqual(Object.keys(packed));
    if (process.env.ANTOU_LOOK) await page.screenshot({ path: `${process.env.ANTOU_LOOK}/many.png` });
  });

  it('有一份出不了：列出是谁、为什么，别的照出；能把它们再出一次', async () => {
    const { page } = sample;
    const [scored, unscored] = [true, false].map(async (wanted) =>
      (await sample.all('member')).find(
        ({ values }) => values.status === '在任' && (values.scoreEnabled !== false) === wanted,
      ),
    );
    const ids = [(await scored)?.id, (await unscored)?.id];
    await sample.go(
      `/documents/many?kind=member&document=scoreStatement&ids=${encodeURIComponent(JSON.stringify(ids))}`,
    );
    await page.getByRole('radio', { name: '履职计分明细' }).check();
    await page.getByLabel('年度').fill(String(YEAR));
    await page.getByRole('button', { name: '出 2 份' }).click();
    await page.getByText(/写好 1 份，1 份没有写出/u).waitFor();
    await page.getByText(/不在“.*”的计分范围内/u).waitFor();
    await page.getByRole('button', { name: '把这 1 份再出一次' }).click();
    await page.getByText(/写好 0 份，1 份没有写出/u).waitFor();
    if (process.env.ANTOU_LOOK) await page.screenshot({ path: `${process.env.ANTOU_LOOK}/many-failed.png` });
  });
});
