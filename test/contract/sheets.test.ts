import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheets } from '../../electron/importing/index.ts';
import { kinds } from '../../shared/records/index.ts';
import { startOffice, type TestOffice } from '../support/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice({ sample: true, now: new Date('2026-11-21T02:00:00Z') });
}, 120_000);
afterAll(() => office.end());

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
    const made = await client.sheets.export({ kind: 'member', out });
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
    const { client } = office;
    const out = at('会议.xlsx');
    await client.sheets.export({ kind: 'event', out });
    const xml = (await parts(out))['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml).toMatch(/<c r="[A-Z]+4"[^>]*><v>\d+(\.\d+)?<\/v>/);
    const members = at('手机.xlsx');
    await client.sheets.export({ kind: 'person', out: members, columns: ['name', 'mobile'] });
    const rows = (await parts(members))['xl/worksheets/sheet1.xml'] ?? '';
    const mobiles = [...rows.matchAll(/<c r="C(\d+)"[^>]*t="(\w+)"/g)].filter(([, row]) => Number(row) > 3);
    expect(mobiles.length).toBeGreaterThan(0);
    expect(mobiles.every(([, , type]) => type === 's' || type === 'inlineStr')).toBe(true);
  });

  it.each(kinds.map(({ id, label }) => [label, id]))(
    '每一种记录都导得出列表、供修改的表和模板：%s',
    async (_, kind) => {
      const { client } = office;
      const made = await client.sheets.export({ kind, out: at(`${kind}.xlsx`) });
      expect(made.rows).toBe((await client.records.list({ kind, limit: 1 })).total);
      await client.sheets.export({ kind, forUpdate: true, out: at(`${kind}-update.xlsx`) });
      await client.sheets.template({ kind, out: at(`${kind}-template.xlsx`) });
      const [template, notes] = await sheetsIn(at(`${kind}-template.xlsx`));
      expect(template?.rows).toHaveLength(3);
      expect(notes?.name).toBe('填写说明');
    },
  );
});
