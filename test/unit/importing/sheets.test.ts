import * as xlsx from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../../../electron/importing/index.ts';
import { encoded, source } from './samples.ts';

type Cell = string | number | boolean | Date | null | xlsx.CellObject;

function workbook(
  rows: Cell[][],
  options: { date1904?: boolean; merges?: string[]; hidden?: boolean; type?: xlsx.BookType } = {},
): Uint8Array {
  const sheet = xlsx.utils.aoa_to_sheet(rows as unknown[][], { UTC: true, cellDates: true });
  if (options.merges) sheet['!merges'] = options.merges.map((range) => xlsx.utils.decode_range(range));
  const book = xlsx.utils.book_new(sheet, '名册');
  if (options.hidden) xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['旧']]), '旧表');
  book.Workbook = {
    ...book.Workbook,
    Sheets: [{}, ...(options.hidden ? [{ Hidden: 1 as const }] : [])],
    WBProps: { date1904: options.date1904 === true },
  };
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: options.type ?? 'xlsx' }) as Buffer);
}

const rowsOf = async (bytes: Uint8Array, name = '名册.xlsx') => (await readSheets(source(name, bytes)))[0]?.rows;

describe('读表格', () => {
  it('手机、编号保住前导零，科学计数还原，布尔成是否', async () => {
    const number = (v: number, z: string): xlsx.CellObject => ({ t: 'n', v, z });
    const rows = await rowsOf(
      workbook([
        ['手机', '编号', '长数', '常委', '比例'],
        ['013800000001', number(7, '0000'), number(13800000001, '0.00E+00'), true, number(0.35, '0%')],
        [
          number(13800000002, 'General'),
          '11010119780501123X',
          number(Number('410102197805011234'), 'General'),
          false,
          number(1234.5, '#,##0.00'),
        ],
      ]),
    );
    expect(rows?.[1]).toEqual(['013800000001', '0007', '13800000001', '是', '35%']);
    expect(rows?.[2]?.slice(0, 2)).toEqual(['13800000002', '11010119780501123X']);
    expect(rows?.[2]?.[2]).toMatch(/^4101021978050112\d\d$/);
    expect(rows?.[2]?.slice(3)).toEqual(['否', '1,234.50']);
  });

  it.each([false, true])('日期按表里的日子取，不受时区与 1904 纪年影响（1904：%s）', async (date1904) => {
    for (const type of ['xlsx', 'biff8'] as const) {
      const rows = await rowsOf(
        workbook([['生日'], [new Date(Date.UTC(1978, 4, 1))], [new Date(Date.UTC(2024, 1, 29))]], { date1904, type }),
      );
      expect(rows?.slice(1)).toEqual([['1978-05-01'], ['2024-02-29']]);
    }
  });

  it('公式取存下的结果并记一笔，没存结果的按空白并提醒', async () => {
    const bytes = workbook([
      ['姓名', '年龄'],
      ['甲', { t: 'n', v: 46, f: 'YEAR(NOW())-1978' }],
      ['乙', { t: 'n', v: 1, f: '1+0' }],
    ]);
    const files = unzipSync(bytes);
    const path = 'xl/worksheets/sheet1.xml';
    const xml = new TextDecoder().decode(files[path]).replace(/(<f>1\+0<\/f>)<v>1<\/v>/, '$1');
    const [sheet] = await readSheets(source('x.xlsx', zipSync({ ...files, [path]: strToU8(xml) })));
    expect(sheet?.rows.slice(1)).toEqual([['甲', '46'], ['乙']]);
    expect(sheet?.notes.join()).toContain('1 个公式格取其已算好的结果');
    expect(sheet?.notes.join()).toContain('1 个公式格没有存结果');
  });

  it('合并格补满，隐藏表注明', async () => {
    const sheets = await readSheets(
      source(
        'x.xlsx',
        workbook(
          [
            ['界别', '姓名'],
            ['教育界', '甲'],
            [null, '乙'],
          ],
          { merges: ['A2:A3'], hidden: true },
        ),
      ),
    );
    expect(sheets[0]?.rows).toEqual([
      ['界别', '姓名'],
      ['教育界', '甲'],
      ['教育界', '乙'],
    ]);
    expect(sheets[1]?.notes.join()).toContain('隐藏');
  });

  it('尾部一百万空行不占地方', async () => {
    const files = unzipSync(workbook([['姓名'], ['甲']]));
    const path = 'xl/worksheets/sheet1.xml';
    const empty = Array.from({ length: 1_048_000 }, (_, index) => `<row r="${index + 3}" ht="14"/>`).join('');
    const xml = new TextDecoder()
      .decode(files[path])
      .replace('</sheetData>', `${empty}</sheetData>`)
      .replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>');
    const rows = await rowsOf(zipSync({ ...files, [path]: strToU8(xml) }));
    expect(rows).toEqual([['姓名'], ['甲']]);
  });

  it('超过五万行退回并说明', async () => {
    const rows = Array.from({ length: 50_002 }, (_, index) => [`甲${index}`, '乙']);
    const csv = new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'));
    await expect(readSheets(source('x.csv', csv))).rejects.toThrow('5 万行');
    await expect(readSheets(source('x.xlsx', workbook(rows)))).rejects.toThrow('5 万行');
  });

  it('CSV：编码、分隔符、引号、防丢零写法', async () => {
    const text = '姓名,手机,"单位，职务"\r\n甲,="0371001","一中,""老""校长"\r\n"乙\n丙",\'+86138,二中\r\n\r\n';
    expect(await rowsOf(encoded(text, 'gb18030'), 'x.csv')).toEqual([
      ['姓名', '手机', '单位，职务'],
      ['甲', '0371001', '一中,"老"校长'],
      ['乙\n丙', '+86138', '二中'],
    ]);
    expect(await rowsOf(new TextEncoder().encode('姓名\t界别\n甲\t教育界，科技界\n'), 'x.txt')).toEqual([
      ['姓名', '界别'],
      ['甲', '教育界，科技界'],
    ]);
    expect((await rowsOf(new TextEncoder().encode('姓名;界别\n甲;教育\n乙;科技'), 'x.csv'))?.[2]).toEqual([
      '乙',
      '科技',
    ]);
  });

  it('系统导出的“网页当 .xls”也读', async () => {
    const html =
      '<html><body><table><tr><td>姓名</td><td colspan=2>界别</td></tr><tr><td>甲<td>教育<td>科技</table></body></html>';
    expect(await rowsOf(new TextEncoder().encode(html), '导出.xls')).toEqual([
      ['姓名', '界别', '界别'],
      ['甲', '教育', '科技'],
    ]);
  });

  it('空表、Word 冒充、残缺、加密、图片都退回', async () => {
    await expect(readSheets(source('x.xlsx', workbook([[]])))).rejects.toThrow('没有内容');
    await expect(readSheets(source('x.xlsx', zipSync({ 'word/document.xml': strToU8('<x/>') })))).rejects.toThrow(
      'Word 文稿',
    );
    const good = workbook([['姓名'], ['甲']]);
    await expect(readSheets(source('x.xlsx', good.subarray(0, good.length - 100)))).rejects.toMatchObject({
      code: 'invalid',
    });
    const locked = xlsx.CFB.utils.cfb_new();
    xlsx.CFB.utils.cfb_add(locked, '/EncryptedPackage', Buffer.alloc(5000));
    await expect(
      readSheets(source('x.xlsx', new Uint8Array(xlsx.CFB.write(locked, { type: 'buffer' }) as Buffer))),
    ).rejects.toThrow('有密码');
    await expect(readSheets(source('x.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])))).rejects.toThrow('图片');
  });

  it('乱改字节的表格要么读出，要么明白退回（xlsx 与 xls 各一百五十次）', async () => {
    let seed = 20260102;
    const random = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    for (const type of ['xlsx', 'biff8'] as const) {
      const good = workbook(
        [
          ['姓名', '生日'],
          ['甲', new Date(Date.UTC(1978, 4, 1))],
          ['乙', 12],
        ],
        { merges: ['A1:A2'], type },
      );
      for (let round = 0; round < 150; round++) {
        const bytes = Uint8Array.from(good);
        for (let change = 0; change <= round % 8; change++)
          bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
        await readSheets(source('x.xlsx', bytes)).catch((error: unknown) => {
          expect(error).toMatchObject({ name: 'AntouError', code: 'invalid' });
        });
      }
    }
  });
});
