import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../../electron/importing/types.ts';
import { source } from './samples.ts';
import { eachWithOffice, library, plan, run, state } from './table-desk.ts';

eachWithOffice();

/** Words as real sheets have them, good and bad, by what the column is for. */
const WORDS = {
  title: ['关于甲的提案', '关于乙的提案', '关于 甲 的提案', '', '合计', '=1+1', '题目'.repeat(40)],
  number: ['〔2024〕001', '〔2024〕002', '', '001', '12'],
  person: ['林一', '林一（教育界）', '赵二', '赵　二', '钱三', '林一、赵二', '', '-', '赵二等3人'],
  unit: ['区教育局', '示例区建设局', '区住建局', '无此局', '', '区教育局、区住建局', '市教育局'],
  day: ['2024.3.20', '2023.2.30', '2024年3月', '45371', '', '明天', '2024-03-20 09:00', '２０２４年３月２０日'],
  word: ['A', '满意', '不知道', '', '已答复', '办结', '会议', '出席', '×'],
  street: ['新街', '新街街道', '老街', '', '无'],
  number2: ['1,200', '35人', '约30', '', '-5', '1.5', '85%'],
  name: ['示例区教育局', '水务局', '水 务 局', '', '合计', '住建局'],
} as const;
type Column = keyof typeof WORDS;

/** Columns of the sheets of some kinds; what a heading is called varies as it does in offices. */
const SHEETS: Readonly<Record<string, readonly (readonly [headings: readonly string[], words: Column])[]>> = {
  proposal: [
    [['案由', '提案标题', '案 由（必填）'], 'title'],
    [['提案号', '编号'], 'number'],
    [['第一提案人', '提案者'], 'person'],
    [['联名人', '联名委员'], 'person'],
    [['承办单位', '主办单位'], 'unit'],
    [['会办单位'], 'unit'],
    [['交办日期', '交办时间'], 'day'],
    [['答复日期'], 'day'],
    [['满意度'], 'word'],
    [['状态', '办理状态'], 'word'],
    [['建议条数'], 'number2'],
  ],
  opinion: [
    [['标题', '信息标题'], 'title'],
    [['作者', '第一作者'], 'person'],
    [['街道'], 'street'],
    [['收到日期'], 'day'],
    [['状态'], 'word'],
  ],
  event: [
    [['会议名称', '名称'], 'title'],
    [['会议时间', '时间'], 'day'],
    [['参会委员', '委员'], 'person'],
    [['出席情况', '状态'], 'word'],
    [['大类'], 'word'],
  ],
  organisation: [
    [['单位名称', '名称'], 'name'],
    [['曾用名'], 'name'],
    [['是否承办单位'], 'word'],
    [['街道'], 'street'],
  ],
  contribution: [
    [['委员'], 'person'],
    [['日期'], 'day'],
    [['金额'], 'number2'],
    [['受益人数'], 'number2'],
    [['街道'], 'street'],
  ],
  member: [
    [['姓名', '委员姓名'], 'person'],
    [['界别'], 'word'],
    [['街道'], 'street'],
    [['任职日期'], 'day'],
    [['手机'], 'number2'],
  ],
};

interface Sheet {
  readonly as: string;
  readonly rows: readonly (readonly string[])[];
  /** A title over all columns, and a group of headings merged over the first two. */
  readonly titled: boolean;
  readonly merged: boolean;
  readonly createMissing: boolean;
  readonly decisions: readonly (readonly [number, 'add' | 'skip'])[];
}

const sheets: fc.Arbitrary<Sheet> = fc.constantFrom(...Object.keys(SHEETS)).chain((as) => {
  const columns = SHEETS[as] ?? [];
  const heading = fc.tuple(...columns.map(([names]) => fc.constantFrom(...names)));
  const line = fc.tuple(...columns.map(([, words]) => fc.constantFrom(...WORDS[words])));
  const junk = fc.constantFrom<readonly string[]>([], ['一、第一部分'], ['合计', '', '3'], ['', '填表人：某某']);
  const body = fc.array(fc.oneof({ weight: 8, arbitrary: line }, { weight: 1, arbitrary: junk }), { maxLength: 14 });
  return fc.record({
    as: fc.constant(as),
    rows: fc.tuple(heading, body).map(([head, rows]) => [head, ...rows]),
    titled: fc.boolean(),
    merged: fc.boolean(),
    createMissing: fc.boolean(),
    decisions: fc.array(fc.tuple(fc.integer({ min: 2, max: 12 }), fc.constantFrom('add' as const, 'skip' as const)), {
      maxLength: 3,
    }),
  });
});

function fileOf({ rows, titled, merged }: Sheet): SourceFile {
  const width = rows[0]?.length ?? 1;
  const above: (readonly (string | null)[])[] = [
    ...(titled ? [['示例台账', ...new Array<null>(width - 1).fill(null)]] : []),
    ...(merged ? [['基本情况', null, ...new Array<string>(Math.max(0, width - 2)).fill('其他')]] : []),
  ];
  const sheet = xlsx.utils.aoa_to_sheet([...above, ...rows].map((row) => [...row]));
  const merges: string[] = [];
  if (titled) merges.push(`A1:${xlsx.utils.encode_col(width - 1)}1`);
  if (merged) merges.push(titled ? 'A2:B2' : 'A1:B1');
  sheet['!merges'] = merges.map((range) => xlsx.utils.decode_range(range));
  const bytes = xlsx.write(xlsx.utils.book_new(sheet, '表'), { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  return source('乱表.xlsx', new Uint8Array(bytes));
}

const optionsOf = ({ createMissing, decisions }: Sheet) => ({
  createMissing,
  decisions: Object.fromEntries(decisions.map(([row, decision]) => [String(row), decision])),
});

describe('任意乱表', () => {
  it('预演不写；正式导入逐行与预演相同；条数对得上；撤销回到原样；再导一遍不翻倍', { timeout: 300_000 }, async () => {
    const tally = { add: 0, update: 0, skip: 0, refuse: 0 };
    await fc.assert(
      fc.asyncProperty(sheets, async (sheet) => {
        const before = state();
        const seq = library.info.seq;
        const rehearsed = await plan(sheet.as, fileOf(sheet), optionsOf(sheet));
        expect(library.info.seq).toBe(seq);
        const { add, update, skip, refuse } = rehearsed.counts;
        for (const { action } of rehearsed.rows) tally[action]++;
        expect(add + update + skip + refuse).toBe(rehearsed.rows.length);
        expect(new Set(rehearsed.rows.map(({ row }) => row)).size).toBe(rehearsed.rows.length);
        for (const row of rehearsed.rows) expect(row.problems.length > 0).toBe(row.action === 'refuse');
        const result = await run(sheet.as, fileOf(sheet), optionsOf(sheet));
        expect(result.plan).toEqual(rehearsed);
        expect(result.refused).toBe(refuse);
        expect(result.written > 0).toBe(add + update > 0);
        if (result.seq === undefined) {
          expect(state()).toBe(before);
          return;
        }
        expect(result.seq).toBe(seq + 1);
        if (sheet.as !== 'member' && sheet.decisions.length === 0) {
          const again = await plan(sheet.as, fileOf(sheet), optionsOf(sheet));
          // Where the kind can tell two of its records apart, what went in is found again.
          if (['organisation', 'event'].includes(sheet.as)) expect(again.counts.add).toBe(0);
        }
        await library.undo('小王');
        expect(state()).toBe(before);
      }),
      { numRuns: 120 },
    );
    // Sheets that were all refused would prove nothing.
    expect(Math.min(tally.add, tally.skip, tally.refuse)).toBeGreaterThan(10);
  });

  it('在任何一步取消都一行不写', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(sheets, fc.integer({ min: 0, max: 12 }), async (sheet, stopAt) => {
        const before = state();
        const { importTable } = await import('../../../electron/importing/index.ts');
        const controller = new AbortController();
        let step = 0;
        const progress = (): void => {
          if (step++ === stopAt) controller.abort();
        };
        const context = { library, who: '小王', signal: controller.signal, progress };
        const outcome = await importTable(fileOf(sheet), sheet.as, optionsOf(sheet), context).catch(
          (error: unknown) => error,
        );
        if (outcome instanceof Error) {
          expect(outcome).toMatchObject({ code: 'cancelled' });
          expect(state()).toBe(before);
        } else if ((outcome as { seq?: number }).seq !== undefined) {
          await library.undo('小王');
          expect(state()).toBe(before);
        }
      }),
      { numRuns: 60 },
    );
  });
});
