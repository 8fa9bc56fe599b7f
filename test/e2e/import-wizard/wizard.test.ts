import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../../electron/cli/session.ts';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk();
});
afterAll(async () => {
  await walk.end();
  await closeBrowser();
});

const SHOTS = process.env.ANTOU_SHOTS;
const shot = async (name: string) => {
  if (SHOTS) await walk.page.screenshot({ path: join(SHOTS, `${name}.png`) });
};

async function choose(file: string): Promise<void> {
  const chooser = walk.page.waitForEvent('filechooser');
  await walk.page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(file);
}

const total = async (kind: string) => (await walk.office.records.list({ kind, limit: 1 })).total;
/** A sitting of its own: an import that is done stays on the page until it is left. */
const start = async (path: string) => {
  await walk.go('/');
  await walk.go(path);
};
const next = () => walk.page.getByRole('button', { name: '下一步' }).click();

/** Writes texts under the headings of a template, as a clerk does in WPS. */
async function fill(path: string, rows: readonly Readonly<Record<string, string>>[]): Promise<void> {
  const book = xlsx.read(await readFile(path));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('模板没有表');
  const headings = xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];
  rows.forEach((row, index) => {
    for (const [heading, text] of Object.entries(row)) {
      const column = headings.findIndex((one) => one.replace('（必填）', '') === heading);
      if (column < 0) throw new Error(`模板没有“${heading}”：${headings.join('、')}`);
      const address = xlsx.utils.encode_cell({ r: index + 3, c: column });
      sheet[address] = { t: 's', v: text };
    }
  });
  const last = xlsx.utils.decode_range(sheet['!ref'] ?? 'A1');
  sheet['!ref'] = xlsx.utils.encode_range({ s: last.s, e: { r: rows.length + 2, c: last.e.c } });
  await writeFile(path, xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

describe('导入向导', () => {
  it('提案：下载模板、填、认不得的单位对上、预演、导入、撤销', async () => {
    const { page, office } = walk;
    const before = await total('organisation');
    await start('/import');
    await page.locator('main').getByText('提案', { exact: true }).last().click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载提案模板' }).click();
    const file = join(walk.folder, '提案.xlsx');
    await (await download).saveAs(file);
    await fill(file, [
      { 案由: '关于增加课后托管服务的提案', 主办单位: '区教育局' },
      { 案由: '关于改造老旧小区楼道照明的提案', 主办单位: '教委' },
      { 主办单位: '区教育局' },
    ]);
    await choose(file);
    await page.getByText('哪一列是什么').waitFor();
    expect(await page.getByLabel('“案由（必填）”列对应').isVisible()).toBe(true);
    await shot('proposal-columns');
    await next();
    await page.getByText('表里写的').first().waitFor();
    await shot('proposal-values');
    await page.mouse.move(0, 0);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('“教委”当作').fill('区教育局');
    await page.getByTitle('区教育局', { exact: true }).last().click();
    await next();
    await page.locator('.row-table').waitFor();
    await page.getByRole('button', { name: '导入 2 行' }).waitFor();
    await shot('proposal-rows');
    await page.mouse.move(0, 0);
    expect(await axeFindings(page)).toEqual([]);
    expect(await total('proposal')).toBe(0);
    // Going back keeps what was said.
    await page.getByRole('button', { name: '上一步' }).click();
    await page.getByText('表里写的').first().waitFor();
    expect(await page.getByLabel('“教委”当作').isVisible()).toBe(true);
    await next();
    await page.getByRole('button', { name: '导入 2 行' }).click();
    await page.getByText(/已写入 \d+ 条记录/).waitFor();
    await shot('proposal-done');
    const { records } = await office.records.list({ kind: 'proposal', full: true });
    expect(records).toHaveLength(2);
    const { records: units } = await office.records.list({ kind: 'organisation' });
    expect(units).toHaveLength(before);
    const education = units.find(({ values }) => values.name === '区教育局')?.id;
    for (const { values } of records) expect(JSON.stringify(values.assignments)).toContain(education);
    const report = page.waitForEvent('download');
    await page.getByRole('button', { name: '导入报告.xlsx' }).click();
    expect((await report).suggestedFilename()).toBe('导入报告.xlsx');
    await page.getByRole('button', { name: '撤销本次导入' }).click();
    await expect.poll(() => total('proposal')).toBe(0);
  });

  it('同名的委员：说明像谁，由人决定新增、跳过还是更新', async () => {
    const { page, office } = walk;
    const { id: person } = await office.records.save({
      kind: 'person',
      values: { name: '李桂兰', birth: '1975-03', org: '示例区第一中学' },
    });
    const term = (await office.records.list({ kind: 'term' })).records[0]?.id;
    await office.records.save({ kind: 'member', values: { person, term } });
    const file = join(walk.folder, '同名.csv');
    await writeFile(file, '姓名,单位,委员证号\n李桂兰,示例区第二医院,0101\n赵一鸣,示例区文化馆,0102\n');
    await start('/import?as=member');
    await choose(file);
    await page.getByText('哪一列是什么').waitFor();
    await next();
    await next();
    const decide = page.getByLabel('第 2 行怎么办');
    await decide.waitFor();
    await shot('namesake');
    await decide.click();
    await page.getByTitle('新增一条').last().click();
    await page.getByRole('button', { name: '导入 2 行' }).click();
    await page.getByText(/已写入 \d+ 条记录/).waitFor();
    const people = (await office.records.list({ kind: 'person', full: true })).records;
    expect(people.filter(({ values }) => values.name === '李桂兰')).toHaveLength(2);
    await page.getByRole('button', { name: '撤销本次导入' }).click();
    await expect.poll(() => total('member')).toBe(1);
  });

  it('导出供修改的表：拖进来自己认得，逐格列出原来与改成，确认后只改这几格', async () => {
    const { page, office } = walk;
    const names = async () =>
      (await office.records.list({ kind: 'organisation' })).records.map(({ values }) => values.name).sort();
    const before = await names();
    const made = await finish(await office.sheets.export({ kind: 'organisation', forUpdate: true }), true);
    const { file: bytes } = await office.files.take({ handle: made.handle ?? '' });
    const file = join(walk.folder, made.name);
    await writeFile(file, Buffer.from(await bytes.arrayBuffer()));
    const book = xlsx.read(await readFile(file));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    const rows = xlsx.utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 });
    const column = (rows[2] ?? []).indexOf('名称');
    const row = rows.findIndex((cells) => cells[column] === '区教育局');
    if (sheet) sheet[xlsx.utils.encode_cell({ r: row, c: column })] = { t: 's', v: '区教育和体育局' };
    await writeFile(file, xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    await start('/import');
    await choose(file);
    await page.getByText('共改 1 条记录的 1 处').waitFor();
    await shot('update');
    expect(await page.locator('.row-table').innerText()).toContain('区教育和体育局');
    await page.getByRole('button', { name: '确认修改 1 条记录的 1 处' }).click();
    await page.getByText('已写入 1 条记录').waitFor();
    expect(await names()).toEqual(before.map((name) => (name === '区教育局' ? '区教育和体育局' : name)).sort());
  });

  it('坏的表格说明原因，什么也没有写', async () => {
    const { page } = walk;
    const file = join(walk.folder, '坏的.xlsx');
    await writeFile(file, Buffer.from('PK\u0003\u0004 坏的压缩包'));
    await start('/import?as=member');
    await choose(file);
    await page.getByRole('alert').filter({ hasText: '没有导入' }).waitFor();
    await shot('broken');
    expect(await page.getByRole('button', { name: '下一步' }).count()).toBe(0);
  });

  it('必填的栏目没有对上：红字写明是哪一栏', async () => {
    const { page } = walk;
    const file = join(walk.folder, '缺列.csv');
    await writeFile(file, '单位,手机\n示例区文化馆,13800000001\n示例区医院,13800000002\n');
    await start('/import?as=member');
    await choose(file);
    await page.getByText(/还没有对上必填的栏目：.*姓名/).waitFor();
    await shot('missing');
    await page.getByText('点一下哪一行是表头').waitFor({ state: 'detached' });
  });
});
