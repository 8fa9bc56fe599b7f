import { describe, expect, it } from 'vitest';
import { type FillColumn, writeTemplate, writeUpdateBook } from '../../../electron/exporting/sheet/index.ts';
import { defaultEnumerations, kindOf } from '../../../shared/records/index.ts';
import { wholeOffice } from '../records/records-in-memory.ts';
import { bookOf, formulasIn, partsOf } from './sheet-reading.ts';

const MARK = '样例，填写前请删去';
const context = { lookup: wholeOffice.lookup, list: wholeOffice.list, enumerations: defaultEnumerations };

function columnsOf(kindId: string, names: readonly string[]): FillColumn[] {
  return names.map((name) => {
    const field = kindOf(kindId)?.fields[name];
    if (!field) throw new Error(`${kindId} 没有 ${name}`);
    return { heading: field.label, field, required: field.required === true, value: ({ values }) => values[name] };
  });
}

describe('供修改的表', () => {
  const write = () =>
    writeUpdateBook({
      label: '委员',
      title: '委员名册',
      note: '只改要改的格子',
      records: wholeOffice.list('member'),
      columns: columnsOf('member', ['sector', 'committee', 'isStanding', 'roles', 'appointedOn', 'status']),
      idHeading: '记录编号（请勿改动）',
      revisionHeading: '版本（请勿改动）',
      revision: ({ rev }) => String(rev),
      context,
    });

  it('编号与版本两列隐藏，编号是文本', async () => {
    const bytes = await write();
    const { cell, columns, rows } = bookOf(bytes);
    expect(rows('委员')[2]?.slice(0, 3)).toEqual(['记录编号（请勿改动）', '版本（请勿改动）', '界别']);
    expect(
      columns('委员')
        .slice(0, 3)
        .map((column) => column?.hidden === true),
    ).toEqual([true, true, false]);
    expect(cell('委员', 'A4')).toMatchObject({ t: 's', v: 'ml', z: '@' });
    expect(cell('委员', 'B4')).toMatchObject({ t: 's', v: '1' });
    expect(formulasIn(bytes)).toEqual([]);
  });

  it('选项、是否和人数不多的名称有下拉，可填多项的没有', async () => {
    const bytes = await write();
    const sheet = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    const ranges = [...sheet.matchAll(/<dataValidation [^>]*sqref="([^"]+)"[^>]*>/g)].map(([, range]) => range);
    expect(ranges.sort()).toEqual(['C4:C5', 'D4:D5', 'E4:E5', 'H4:H5']);
    expect(bookOf(bytes).hidden('选项')).toBe(1);
  });
});

describe('导入模板', () => {
  const kind = kindOf('organisation');
  const write = (names: readonly string[]) => {
    if (!kind) throw new Error('没有单位');
    return writeTemplate({ kind, columns: columnsOf('organisation', names), sampleMark: MARK, context });
  };

  it('表头在第一行，必填的写明；两行样例都带标记；说明逐栏写', async () => {
    const bytes = await write(['name', 'category', 'isHandling', 'tel', 'remark']);
    const { rows, sheets } = bookOf(bytes);
    expect(sheets).toEqual(['单位', '填写说明', '选项']);
    expect(rows('单位')[0]).toEqual(['名称（必填）', '类别', expect.any(String), expect.any(String), '备注']);
    expect(rows('单位')).toHaveLength(3);
    for (const row of rows('单位').slice(1)) expect(row).toContain(MARK);
    const notes = rows('填写说明').map(([what]) => what);
    expect(notes).toEqual(expect.arrayContaining(['名称', '类别', '备注', '空白']));
    expect(formulasIn(bytes)).toEqual([]);
  });

  it('没有备注的也有地方写样例标记', async () => {
    const { rows } = bookOf(await write(['name', 'category']));
    expect(rows('单位')[1]).toContain(MARK);
  });

  it('下拉管一千行，空着的格子也是文本', async () => {
    const xml = partsOf(await write(['name', 'category', 'remark']));
    const sheet = xml['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toMatch(/<dataValidation [^>]*type="list"[^>]*sqref="B2:B1000"/);
    expect(sheet).toMatch(/<col [^>]*style="\d+"/);
  });
});
