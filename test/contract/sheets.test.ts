import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../electron/cli/session.ts';
import { readSheets } from '../../electron/importing/index.ts';
import { kinds } from '../../shared/records/index.ts';
import { startOffice, type TestOffice } from '../support/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice({ sample: true, now: new Date('2026-11-21T02:00:00Z') });
}, 120_000);
afterAll(() => office.end());

/** Reads the job to its end. */
const exported = async (input: Parameters<typeof office.client.sheets.export>[0]) =>
  finish(await office.client.sheets.export(input), true);

const at = (name: string) => join(office.folder, name);

async function parts(path: string): Promise<Readonly<Record<string, string>>> {
  const zip = unzipSync(await readFile(path));
  return Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The file as the program itself reads spreadsheets. */
async function sheetsIn(path: string) {
  const bytes = new Uint8Array(await readFile(path));
  return readSheets({ name: path, size: bytes.byteLength, read: async () => bytes });
}

describe('导出 Excel', () => {
  it('委员名册：题名、条件与日期一行、表头每页重复、A4 横排一页宽、页码、冻结与筛选，没有任何公式', async () => {
    const { client } = office;
    const out = at('名册.xlsx');
    const made = await exported({ kind: 'member', out });
    const { total } = await client.records.list({ kind: 'member', limit: 1 });
    expect(made).toMatchObject({ saved: true, path: out, rows: total, name: '委员名册（2026年11月21日）.xlsx' });
    const [sheet] = await sheetsIn(out);
    expect(sheet?.rows[0]?.[0]).toBe('委员名册');
    expect(sheet?.rows[1]?.[0]).toContain(`共${total}名`);
    expect(sheet?.rows[2]?.slice(0, 3)).toEqual(['序号', '姓名', '性别']);
    expect(sheet?.rows).toHaveLength(total + 3);
    expect(sheet?.notes).toEqual([]);
    const xml = await parts(out);
    const first = xml['xl/worksheets/sheet1.xml'] ?? '';
    expect(first).toMatch(/<pageSetup[^>]*orientation="landscape"/);
    expect(first).toMatch(/<pageSetup[^>]*paperSize="9"/);
    // One page across is what the format takes for granted; the height is left free.
    expect(first).not.toMatch(/fitToWidth="[^1]/);
    expect(first).toMatch(/fitToHeight="0"/);
    expect(first).toMatch(/<pageSetUpPr[^>]*fitToPage="1"/);
    expect(first).toContain('第 &amp;P 页　共 &amp;N 页');
    expect(first).toMatch(/<pane[^>]*ySplit="3"[^>]*state="frozen"/);
    expect(first).toMatch(/<autoFilter ref="A3:[A-Z]+\d+"/);
    expect(xml['xl/workbook.xml']).toMatch(/_xlnm\.Print_Titles[^>]*>[^<]*\$3:\$3/);
    for (const [name, text] of Object.entries(xml)) {
      if (name.startsWith('xl/worksheets/')) expect(text, name).not.toMatch(/<f[ >/]/);
    }
  });

  it('手机号与编号是文本，日期是真日期，数字是数字', async () => {
    const out = at('会议.xlsx');
    await exported({ kind: 'event', out });
    const xml = (await parts(out))['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml).toMatch(/<c r="[A-Z]+4"[^>]*><v>\d+(\.\d+)?<\/v>/);
    const members = at('手机.xlsx');
    await exported({ kind: 'person', out: members, columns: ['name', 'mobile'] });
    const rows = (await parts(members))['xl/worksheets/sheet1.xml'] ?? '';
    const mobiles = [...rows.matchAll(/<c r="C(\d+)"[^>]*t="(\w+)"/g)].filter(([, row]) => Number(row) > 3);
    expect(mobiles.length).toBeGreaterThan(0);
    expect(mobiles.every(([, , type]) => type === 's' || type === 'inlineStr')).toBe(true);
  });

  it.each(kinds.map(({ id, label }) => [label, id]))(
    '每一种记录都导得出列表、供修改的表和模板：%s',
    async (_, kind) => {
      const { client } = office;
      const made = await exported({ kind, out: at(`${kind}.xlsx`) });
      expect(made.rows).toBe((await client.records.list({ kind, limit: 1 })).total);
      await exported({ kind, forUpdate: true, out: at(`${kind}-update.xlsx`) });
      await client.sheets.template({ kind, out: at(`${kind}-template.xlsx`) });
      const [template, notes] = await sheetsIn(at(`${kind}-template.xlsx`));
      expect(template?.rows).toHaveLength(3);
      expect(notes?.name).toBe('填写说明');
    },
  );
});

/** Opens the sheet, changes cells by heading and row, and saves it, as WPS does. */
async function edit(path: string, changes: readonly (readonly [row: number, heading: string, text: string])[]) {
  const book = xlsx.read(await readFile(path), { cellStyles: true, cellNF: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('没有表');
  const rows = xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1 });
  const headings = rows[2] ?? [];
  for (const [row, heading, text] of changes) {
    const column = headings.indexOf(heading);
    if (column < 0) throw new Error(`没有“${heading}”一列`);
    sheet[xlsx.utils.encode_cell({ r: row, c: column })] = { t: 's', v: text };
  }
  await writeFile(path, xlsx.write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Buffer);
}

async function planOf(path: string, as: string) {
  const plan = await office.client.import.plan({ files: [{ path }], as });
  if (plan.mode !== 'table') throw new Error('应是表格');
  return plan;
}

describe('导出—在 WPS 里改—再导入', () => {
  it.each(kinds.map(({ id, label }) => [label, id]))('不改就没有任何改动：%s', async (_, kind) => {
    const path = at(`${kind}-same.xlsx`);
    const { rows } = await exported({ kind, forUpdate: true, out: path });
    if (rows === 0) return;
    for (const saved of [false, true]) {
      if (saved) await edit(path, []);
      const plan = await planOf(path, kind);
      expect(plan.forUpdate).toBe(true);
      const changed = plan.rows.filter(({ action }) => action !== 'skip');
      expect(changed.slice(0, 3)).toEqual([]);
      expect(plan.rows).toHaveLength(rows);
    }
  });

  it('改三格就改三格：一步写入，一次撤销，别的一个字节不动', async () => {
    const { client } = office;
    const path = at('三格.xlsx');
    await exported({ kind: 'member', forUpdate: true, out: path });
    const before = await client.records.list({ kind: 'member', full: true });
    await edit(path, [
      [3, '手机', '13900000009'],
      [4, '备注', '三格之一'],
      [5, '委员证号', '0007'],
    ]);
    const plan = await planOf(path, 'member');
    const cells = plan.rows.flatMap((row) => row.cells.map(({ label, after }) => [label, after]));
    expect(cells).toEqual([
      ['手机', '13900000009'],
      ['备注', '三格之一'],
      ['委员证号', '0007'],
    ]);
    expect(plan.counts).toMatchObject({ add: 0, update: 3, refuse: 0 });
    const result = await finish(await client.import.run({ files: [{ path }], as: 'member' }), true);
    expect(result.written).toBe(3);
    const after = await client.records.list({ kind: 'member', full: true });
    const changed = after.records.filter(
      (record) =>
        JSON.stringify(record.values) !== JSON.stringify(before.records.find(({ id }) => id === record.id)?.values),
    );
    // The mobile is the person's and shows on the appointment.
    expect(changed).toHaveLength(3);
    await client.history.undo();
    const undone = await client.records.list({ kind: 'member', full: true });
    expect(undone.records.map(({ id, values }) => [id, values])).toEqual(
      before.records.map(({ id, values }) => [id, values]),
    );
  });

  it('编号一列被改坏的行说明原因，不会写到别的记录上', async () => {
    const path = at('坏编号.xlsx');
    await exported({ kind: 'sector', forUpdate: true, out: path });
    await edit(path, [[3, '记录编号（请勿改动）', '没有这个编号']]);
    const plan = await planOf(path, 'sector');
    const bad = plan.rows.filter(({ action }) => action === 'refuse');
    expect(bad).toHaveLength(1);
    expect(bad[0]?.problems[0]?.message).toContain('编号');
  });
});

describe('模板填好就能导入', () => {
  it.each(kinds.filter(({ parent }) => !parent).map(({ id, label }) => [label, id]))(
    '%s：表头全认得，样例不会导入',
    async (_, kind) => {
      if (kind === 'material' || kind === 'book') return;
      const path = at(`${kind}-t.xlsx`);
      await office.client.sheets.template({ kind, out: path });
      const plan = await planOf(path, kind);
      expect(plan.columns.filter(({ field }) => field === '').map(({ heading }) => heading)).toEqual([]);
      expect(plan.rows.map(({ action }) => action)).toEqual(['skip', 'skip']);
    },
  );
});
