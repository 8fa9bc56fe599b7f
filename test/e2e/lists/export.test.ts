import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../shared/records/index.ts';
import { onSample } from '../journeys/support.ts';

const sample = onSample();

/** Presses 导出 in the dialog and answers with the file the browser has saved. */
async function download(name: string): Promise<string> {
  const { page, walk } = sample;
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  const path = join(walk.folder, name);
  await file.saveAs(path);
  await page.getByText(/已导出 \d+ /).waitFor();
  await page.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
  return path;
}

async function rowsIn(path: string): Promise<string[][]> {
  const book = xlsx.read(await readFile(path), { cellText: true });
  return xlsx.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1, raw: false });
}

async function textOf(path: string): Promise<string> {
  const zip = unzipSync(await readFile(path));
  return Object.entries(zip)
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, bytes]) => strFromU8(bytes))
    .join('\n');
}

const openDialog = async (): Promise<void> => {
  await sample.page.getByRole('button', { name: '导出Excel' }).click();
  await sample.page.getByRole('dialog').getByLabel('导出哪些').waitFor();
};

describe('办事员从列表导出 Excel', () => {
  it('提案台账：屏上的条件、栏目、次序原样在纸上，没有公式；只要选中的就只有选中的', async () => {
    const { page, office } = sample;
    const filters = [{ field: 'state', type: 'any' as const, values: ['办结'] }];
    const { total } = await office.records.list({ kind: 'proposal', filters, limit: 1 });
    expect(total).toBeGreaterThan(3);
    await sample.go(`/records/proposal?filters=${encodeURIComponent(JSON.stringify(filters))}`);
    await page.getByText(`共 ${total} 件`).waitFor();
    await openDialog();
    const path = await download('提案.xlsx');
    const rows = await rowsIn(path);
    expect(rows[0]?.[0]).toContain('提案');
    expect(rows[1]?.[0]).toMatch(new RegExp(`条件：.*办结.*共${total}件`));
    const heads = await page
      .locator('.grid-headcell')
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.path ?? ''));
    const fields = kindOf('proposal')?.fields ?? {};
    expect(rows[2]?.map((head) => head.replace(/（.*/u, ''))).toEqual([
      '序号',
      ...heads.map((head) => (fields[head]?.label ?? '').replace(/（.*/u, '')),
    ]);
    const numbered = rows.slice(3).filter(([serial]) => /^\d+$/.test(serial ?? ''));
    expect(numbered).toHaveLength(total);
    const { records } = await office.records.list({ kind: 'proposal', filters, limit: total });
    const title = 1 + heads.indexOf('title');
    expect(numbered.map((row) => row[title])).toEqual(records.map(({ values }) => values.title));
    expect(await textOf(path)).not.toMatch(/<f[ >/]/);

    for (const row of [0, 2]) await page.locator(`[data-row="${row}"]`).getByRole('checkbox').check();
    await page.getByText('选中 2 件').waitFor();
    await openDialog();
    expect(await page.getByRole('radio', { name: '选中的 2 件' }).isChecked()).toBe(true);
    const few = (await rowsIn(await download('两件.xlsx'))).slice(3).filter(([serial]) => /^\d+$/.test(serial ?? ''));
    expect(few.map((row) => row[title])).toEqual([records[0], records[2]].map((record) => record?.values.title));
  });

  it('委员名册不含个人信息：没有手机一栏，整个文件里找不到任何人的手机号', async () => {
    const { page } = sample;
    const mobiles = (await sample.all('person')).flatMap(({ values }) =>
      typeof values.mobile === 'string' ? [values.mobile] : [],
    );
    expect(mobiles.length).toBeGreaterThan(10);
    await sample.go('/records/member');
    await page.locator('.grid-row[data-row="0"]').waitFor();
    await openDialog();
    const withAll = await textOf(await download('全.xlsx'));
    expect(mobiles.filter((mobile) => withAll.includes(mobile)).length).toBeGreaterThan(10);
    await openDialog();
    await page.getByRole('checkbox', { name: '不含手机号等个人信息' }).check();
    const path = await download('不含.xlsx');
    expect((await rowsIn(path))[2]).not.toContain('手机');
    const without = await textOf(path);
    expect(mobiles.filter((mobile) => without.includes(mobile))).toEqual([]);
  });

  it('可改后再导入：改三格，向导列出三处，确认后恰好变三格', async () => {
    const { page } = sample;
    const before = await sample.all('organisation');
    await sample.go('/records/organisation');
    await page.locator('.grid-row[data-row="0"]').waitFor();
    await openDialog();
    await page.getByRole('checkbox', { name: '可改后再导入' }).check();
    const path = await download('改.xlsx');
    const book = xlsx.read(await readFile(path));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const headings = xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1 })[2] ?? [];
    const edits = [
      [3, '联系电话', '0000-7654321'],
      [4, '联系人', '改三'],
      [5, '备注', '三格之一'],
    ] as const;
    for (const [row, heading, text] of edits) {
      const column = headings.indexOf(heading);
      expect(column, heading).toBeGreaterThan(0);
      sheet[xlsx.utils.encode_cell({ r: row, c: column })] = { t: 's', v: text };
    }
    await writeFile(path, xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    await sample.go('/import');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选择文件' }).click();
    await (await chooser).setFiles(path);
    await page.getByText('共改 3 条记录的 3 处').waitFor();
    await page.getByRole('button', { name: '确认修改 3 条记录的 3 处' }).click();
    await page.getByText('已写入 3 条记录').waitFor();
    const old = new Map(before.map(({ id, values }) => [id, values]));
    const changed = (await sample.all('organisation')).flatMap(({ id, values }) => {
      const was = old.get(id) ?? {};
      return [...new Set([...Object.keys(values), ...Object.keys(was)])].flatMap((name) =>
        JSON.stringify(values[name]) === JSON.stringify(was[name]) ? [] : [String(values[name])],
      );
    });
    expect(changed.sort()).toEqual(edits.map(([, , text]) => text as string).sort());
  });

  it('停下导出：没有文件，对话框还在，说明没有写出', async () => {
    const { page, office } = sample;
    await office.batch.run({
      add: Array.from({ length: 15_000 }, (_, at) => ({ kind: 'project', values: { name: `停下${at}` } })),
    });
    await sample.go('/records/project');
    await page.getByText(/共 150\d\d 个/).waitFor();
    let saved = 0;
    page.on('download', () => {
      saved += 1;
    });
    await openDialog();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '导出', exact: true }).click();
    await dialog.getByRole('button', { name: '停止' }).click();
    await dialog.getByText(/^已取消/).waitFor();
    expect(saved).toBe(0);
    await dialog.getByRole('button', { name: '取消' }).click();
  });
});
