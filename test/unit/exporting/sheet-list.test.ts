import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListBook, writeListBook } from '../../../electron/exporting/sheet/index.ts';
import { kindOf } from '../../../shared/records/index.ts';
import type { Values } from '../../../shared/records/record.ts';
import { shelf, stored, wholeOffice } from '../records/records-in-memory.ts';
import { bookOf, formulasIn, partsOf } from './sheet-reading.ts';

function book(kind: string, values: readonly Values[], more: Partial<ListBook> = {}): ListBook {
  const described = kindOf(kind);
  if (!described) throw new Error(`没有 ${kind}`);
  return {
    kind: described,
    records: values.map((one, index) => stored(kind, `r${index}`, one)),
    title: `${described.label}名册`,
    note: '共几名',
    columns: described.list.columns,
    lookup: wholeOffice.lookup,
    ...more,
  };
}

const write = async (...given: Parameters<typeof book>) => {
  const bytes = await writeListBook(book(...given));
  return { bytes, ...bookOf(bytes) };
};

describe('格子里的内容', () => {
  const DANGEROUS = ['=1+1', '+86', '-5', '@SUM(A1)', '\t=1', '\r=1', "'=1", '＝1+1', '=HYPERLINK("http://x")'];

  it('以 = + - @ 制表、回车开头的仍是文字：没有公式，格式是文本', async () => {
    const { bytes, cell } = await write(
      'organisation',
      DANGEROUS.map((name) => ({ name })),
      { columns: ['name'] },
    );
    expect(formulasIn(bytes)).toEqual([]);
    DANGEROUS.forEach((name, index) => {
      const found = cell('单位', `B${index + 4}`);
      expect(found).toMatchObject({ t: 's', z: '@' });
      expect(String(found?.v).trim()).toBe(name.replace(/\r/g, '\n').trim());
      expect(found?.f).toBeUndefined();
    });
    const xml = partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '';
    for (const [, attributes] of xml.matchAll(/<c r="B(?:[4-9]|1\d)"([^>]*)>/g))
      expect(attributes).toMatch(/t="(?:s|inlineStr)"/);
  });

  it('任何文字写出去再读回来都还是那段文字', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(texts, async (names) => {
        const { bytes, cell } = await write(
          'organisation',
          names.map((name) => ({ name })),
          { columns: ['name'] },
        );
        expect(formulasIn(bytes)).toEqual([]);
        names.forEach((name, index) => {
          // Control characters cannot stand in XML at all; line ends are one sign.
          const kept = name
            .replace(/\r\n?/g, '\n')
            .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
          const found = cell('单位', `B${index + 4}`);
          if (kept === '') expect(found?.v ?? '').toBe('');
          else expect(found).toMatchObject({ t: 's', v: kept });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('手机、长编号是文本，一个 0 也不少', async () => {
    const { cell } = await write('person', [{ name: '甲', mobile: '13800000001', remark: '012345678901234567' }], {
      columns: ['name', 'mobile', 'remark'],
    });
    expect(cell('人员', 'C4')).toMatchObject({ t: 's', v: '13800000001', z: '@' });
    expect(cell('人员', 'D4')).toMatchObject({ t: 's', v: '012345678901234567', z: '@' });
  });

  it('日期是真日期，1900 年前后与不成日期的照写文字；年月是文字', async () => {
    const { cell } = await write(
      'member',
      [
        { person: 'pl', term: 't10', appointedOn: '2022-01-15' },
        { person: 'pl', term: 't10', appointedOn: '1899-12-31' },
        { person: 'pl', term: 't10', appointedOn: '1900-03-01' },
        { person: 'pl', term: 't10', appointedOn: '2023-02-30' },
      ],
      { columns: ['appointedOn'] },
    );
    expect(cell('委员', 'B4')).toMatchObject({ t: 'd', z: 'yyyy-mm-dd', v: new Date('2022-01-15T00:00:00.000Z') });
    expect(cell('委员', 'B5')).toMatchObject({ t: 's', v: '1899-12-31' });
    expect(cell('委员', 'B6')).toMatchObject({ t: 'd', v: new Date('1900-03-01T00:00:00.000Z') });
    expect(cell('委员', 'B7')).toMatchObject({ t: 's', v: '2023-02-30' });
  });

  it('数字是数字，靠右，单位在表头里；超过十五位的写成文字', async () => {
    const { bytes, cell } = await write(
      'contribution',
      [
        { title: '甲', amount: 12.5, people: 1234567 },
        { title: '乙', amount: 9007199254740991, people: 3 },
      ],
      { columns: ['title', 'amount', 'people'] },
    );
    expect(cell('履职为民', 'C3')?.v).toMatch(/（.+）$/);
    expect(cell('履职为民', 'C4')).toMatchObject({ t: 'n', v: 12.5 });
    expect(cell('履职为民', 'D4')).toMatchObject({ t: 'n', v: 1234567 });
    expect(cell('履职为民', 'C5')).toMatchObject({ t: 's', v: '9007199254740991' });
    expect(partsOf(bytes)['xl/styles.xml']).toContain('horizontal="right"');
  });

  it('放不下的长文截到 Excel 容得下的长度，并写明', async () => {
    const { cell } = await write('organisation', [{ name: '甲', remark: '长'.repeat(40_000) }], {
      columns: ['name', 'remark'],
    });
    const text = String(cell('单位', 'C4')?.v);
    expect(text.length).toBeLessThanOrEqual(32_767);
    expect(text).toContain('请在程序里看');
  });
});

describe('表的样子', () => {
  it('题名、条件行、表头；打印时表头每页重复，A4 横排一页宽，有页码，冻结，可筛选', async () => {
    const { bytes, rows } = await write('organisation', [{ name: '区教育局' }], {
      title: '承办单位名册',
      note: '条件：政府',
    });
    expect(
      rows('单位')
        .slice(0, 3)
        .map(([first]) => first),
    ).toEqual(['承办单位名册', '条件：政府', '序号']);
    const xml = partsOf(bytes);
    const sheet = xml['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml['xl/workbook.xml']).toMatch(/<definedName name="_xlnm\.Print_Titles"[^>]*>[^<]*\$3:\$3<\/definedName>/);
    expect(sheet).toMatch(/<pageSetUpPr[^>]*fitToPage="1"/);
    expect(sheet).toMatch(/<pageSetup[^>]*fitToHeight="0"/);
    expect(sheet).toMatch(/<pane xSplit="2" ySplit="3"/);
    expect(sheet).toMatch(/<autoFilter ref="A3:/);
    expect(sheet).toContain('第 &amp;P 页');
    expect(sheet).toMatch(/<ignoredError [^>]*numberStoredAsText="1"/);
  });

  it('分组：组名带数、组内小计，末行合计；小数相加不露尾巴', async () => {
    const { rows } = await write(
      'contribution',
      [
        { title: '甲', contributionType: '捐款捐物', amount: 0.1 },
        { title: '乙', contributionType: '志愿服务', amount: 5 },
        { title: '丙', contributionType: '捐款捐物', amount: 0.2 },
      ],
      { columns: ['title', 'amount'], group: 'contributionType' },
    );
    const told = rows('履职为民').slice(3);
    expect(told.map(([first]) => first)).toEqual([
      expect.stringMatching(/：捐款捐物（2.）$/u),
      1,
      2,
      expect.stringMatching(/：志愿服务（1.）$/u),
      3,
      '合计',
    ]);
    expect(told.map((row) => row[2])).toEqual([0.3, 0.1, 0.2, 5, 5, 5.3]);
  });

  it('子表：格子里一行一项，另有一张表一行一项', async () => {
    const { sheets, rows } = await write('event', [wholeOffice.lookup('event', 'e1')?.values ?? {}], {
      columns: ['title', 'attendance'],
    });
    expect(String(rows('会议活动')[3]?.[2]).split('\n')).toHaveLength(3);
    expect(String(rows('会议活动')[3]?.[2])).toContain('李桂兰');
    expect(sheets).toContain('出席情况');
    const detail = rows('出席情况');
    expect(detail).toHaveLength(3 + 3);
    expect(detail[3]?.[1]).toBe('十届区政协第十次主席会议');
    expect(detail[2]?.slice(0, 2)).toEqual(['序号', '会议活动']);
  });

  it('不带个人信息：主表和子表里都没有手机', async () => {
    const { bytes, rows } = await write('person', [{ name: '甲', mobile: '13800000001' }], {
      columns: ['name', 'mobile'],
      withoutPersonal: true,
    });
    expect(rows('人员')[2]).toEqual(['序号', '姓名']);
    expect(partsOf(bytes)['xl/sharedStrings.xml']).not.toContain('13800000001');
  });

  it('没有记录也有题名和表头；怪表名不出错', async () => {
    const { rows } = await write('organisation', []);
    expect(rows('单位')).toHaveLength(3);
    const kind = kindOf('organisation');
    if (!kind) throw new Error('没有单位');
    const odd = { ...kind, label: '[甲]:乙*丙?丁/戊\\己'.repeat(4) };
    const bytes = await writeListBook({ ...book('organisation', [{ name: '甲' }]), kind: odd });
    expect([...(bookOf(bytes).sheets[0] ?? '')].length).toBeLessThanOrEqual(31);
  });

  it('已不在的记录写明不在，不写编号', async () => {
    const empty = shelf({});
    const { rows } = await write('member', [{ person: '没有', term: 't' }], {
      columns: ['person'],
      lookup: empty.lookup,
    });
    expect(rows('委员')[3]?.[1]).toBe('（已不存在）');
  });
});
