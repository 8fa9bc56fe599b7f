import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  importRoster,
  knownOf,
  planRoster,
  type RosterImportPlan,
  type RosterOptions,
  readSheets,
  rosterReport,
  rosterTemplate,
} from '../../../electron/importing/index.ts';
import { createLibrary } from '../../../electron/library/index.ts';
import type { Library } from '../../../electron/library/types.ts';
import { source } from './samples.ts';

let folder: string;
let library: Library;
let term: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antou-roster-'));
  library = await createLibrary(join(folder, '库'), '名册试验');
  term = crypto.randomUUID();
  const sectors = ['教育界', '科技界', '经济界'].map((name) => ({ kind: 'sector', values: { term, name } }));
  await library.commit({
    label: '建届',
    who: '小王',
    add: [
      { id: term, kind: 'term', values: { number: 10, title: '政协示例区第十届委员会' } },
      ...sectors,
      { kind: 'committee', values: { term, name: '提案委员会', shortName: '提案委' } },
      { kind: 'subdistrictOffice', values: { street: '新街街道', name: '新街街道政协工委' } },
    ],
  });
});

afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

const table = (rows: string[][], name = '名册.xlsx') => {
  const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet(rows), '名册');
  return source(name, new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer));
};
const HEAD = ['序号', '姓名', '性别', '出生年月', '界别', '专委会', '所属街道', '手机号码', '单位及职务', '政治面貌'];
const person = (name: string, birth = '', sector = '教育', mobile = '', org = '示例一中教师') => [
  '1',
  name,
  '女',
  birth,
  sector,
  '提案委',
  '新街',
  mobile,
  org,
  '民盟',
];

const plan = async (rows: string[][], options: RosterOptions = {}): Promise<RosterImportPlan> =>
  (await planRoster(table(rows), options, { library, who: '小王' })).shown;
const run = (rows: string[][], options: RosterOptions = {}) =>
  importRoster(table(rows), options, { library, who: '小王' });
const state = (): string => JSON.stringify([...library.all()].map(({ kind, id, values }) => [kind, id, values]).sort());

describe('委员名册：对列', () => {
  it('题目行、说明行之下认出表头，别名、括号、星号都认', async () => {
    const got = await plan([
      ['示例区政协第十届委员会委员名册'],
      ['（截至2022年1月）'],
      [],
      ['序号', '委员姓名*', '性 别', '出生日期（例1975-03）', '所属界别', '联系电话', '爱好'],
      ['1', '林一', '男', '1975.3', '教育界', '13800000001', '下棋'],
    ]);
    expect(got.headingRow).toBe(3);
    expect(got.columns.map(({ field }) => field)).toEqual([
      '',
      'person.name',
      'person.sex',
      'person.birth',
      'member.sector',
      'person.mobile',
      '',
    ]);
    expect(got.rows).toMatchObject([{ row: 5, action: 'add', title: '林一' }]);
    expect(got.columns[3]?.samples).toEqual(['1975.3']);
  });

  it('两行合并表头：专委会下的职务不与政协职务相混', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['姓名', '界别', '专委会', null, '联系方式', null],
      [null, null, '名称', '专委会职务', '手机', '电子邮箱'],
      ['林一', '教育界', '提案委', '主任', '13800000001', 'a@b.cn'],
    ]);
    sheet['!merges'] = ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'].map((range) => xlsx.utils.decode_range(range));
    const bytes = new Uint8Array(
      xlsx.write(xlsx.utils.book_new(sheet, '名册'), { type: 'buffer', bookType: 'xlsx' }) as Buffer,
    );
    const got = (await planRoster(source('x.xlsx', bytes), {}, { library, who: '小王' })).shown;
    expect(got.headingRow).toBe(1);
    expect(got.columns.map(({ field }) => field)).toEqual([
      'person.name',
      'member.sector',
      'member.committee',
      'member.committeeDuty',
      'person.mobile',
      'person.email',
    ]);
    expect(got.rows).toMatchObject([{ row: 3, action: 'add' }]);
  });

  it('手工对过的列下次记得，撤销导入连同记忆一起撤', async () => {
    const rows = [
      ['尊姓大名', '界别', '呼机'],
      ['林一', '教育界', '13800000001'],
    ];
    const first = await plan(rows);
    expect(first.columns[0]?.field).toBe('');
    expect(first.notes.join()).toContain('哪一列是姓名');
    expect(first.rows).toEqual([]);
    await run(rows, { mapping: { 0: 'person.name', 1: 'member.sector', 2: 'person.mobile' } });
    const second = await plan([
      ['尊姓大名', '呼机', '界别'],
      ['赵二', '13800000002', '科技界'],
    ]);
    expect(second.columns.map(({ field, remembered }) => [field, remembered])).toEqual([
      ['person.name', true],
      ['person.mobile', true],
      ['member.sector', false],
    ]);
    await library.undo('小王');
    expect(library.setting('importAliases')).toBeUndefined();
    expect((await plan(rows)).columns[0]?.field).toBe('');
  });

  it('身份证号不取并说明；指定的表名不存在时退回', async () => {
    const got = await plan([
      ['姓名', '界别', '身份证号码'],
      ['林一', '教育界', '11010119780501123X'],
    ]);
    expect(got.columns[2]?.field).toBe('');
    expect(got.notes.join()).toContain('身份证号');
    await expect(plan([HEAD, person('林一')], { sheet: '没有' })).rejects.toThrow('没有名为“没有”的表');
  });
});

describe('委员名册：逐行', () => {
  it('人与任职一起建，界别、专委会、街道按名称或简称对上', async () => {
    const result = await run([HEAD, person('林 一', '1978年5月')]);
    expect(result).toMatchObject({ written: 2, refused: 0 });
    const [human] = library.list('person');
    const [member] = library.list('member');
    expect(human?.values).toMatchObject({ name: '林一', birth: '1978-05', sex: '女', parties: ['民盟盟员'] });
    const names = ['sector', 'committee', 'subdistrictOffice'].map(
      (kind) => library.get(kind, String(member?.values[kind]))?.values.name,
    );
    expect(names).toEqual(['教育界', '提案委员会', '新街街道政协工委']);
    expect(member?.values).toMatchObject({
      person: human?.id,
      term,
      status: '在任',
      scoreEnabled: true,
      isStanding: false,
    });
  });

  it('不存在的日子、不认得的选项逐行退回，说明是哪一栏', async () => {
    const got = await plan([
      ['姓名', '界别', '出生年月', '任职日期', '性别'],
      ['林一', '教育界', '1978-05', '2023.2.30', '女'],
      ['赵二', '教育界', '1978-13', '', '女'],
      ['钱三', '教育界', '', '', '不详'],
      ['孙四', '教育界', '1980.1', '2022/1/15', '男'],
    ]);
    expect(got.rows.map(({ action }) => action)).toEqual(['refuse', 'refuse', 'refuse', 'add']);
    expect(got.rows[0]?.problems).toEqual([
      { field: 'member.appointedOn', label: '任职日期', message: expect.stringContaining('2月没有30日') },
    ]);
    expect(got.rows[1]?.problems[0]).toMatchObject({ field: 'person.birth', label: '出生年月' });
    expect(got.rows[2]?.problems[0]?.message).toContain('不详');
  });

  it('库中没有的界别：默认退回该行，选了“一并新建”就建，只建一次', async () => {
    const rows = [HEAD, person('林一', '', '文化艺术界'), person('赵二', '', '文化艺术'), person('钱三')];
    const strict = await plan(rows);
    expect(strict.counts).toMatchObject({ add: 1, refuse: 2 });
    expect(strict.missing).toEqual([{ kind: 'sector', label: '界别', names: ['文化艺术界', '文化艺术'] }]);
    const before = library.list('sector').length;
    const result = await run(rows, { createMissing: true });
    expect(result).toMatchObject({ refused: 0 });
    expect(library.list('sector')).toHaveLength(before + 1);
    const [first, second] = library.list('member');
    expect(first?.values.sector).toBe(second?.values.sector);
    await library.undo('小王');
    expect(library.list('sector')).toHaveLength(before);
  });

  it('被退回的行不会连带新建它的界别', async () => {
    const rows = [
      ['姓名', '界别', '出生年月'],
      ['林一', '文艺界', '1978-13'],
      ['赵二', '教育界', ''],
    ];
    await run(rows, { createMissing: true });
    expect(library.list('sector').map(({ values }) => values.name)).not.toContain('文艺界');
    expect(library.list('person')).toHaveLength(1);
  });

  it('空行、合计行、重复表头、小标题行跳过，行号照原表', async () => {
    const got = await plan([
      HEAD,
      [],
      person('林一'),
      ['一、教育界'],
      HEAD,
      ['合计', '', '', '', '', '', '', '', '', ''],
      person('赵二'),
    ]);
    expect(got.rows.map(({ row, action }) => [row, action])).toEqual([
      [3, 'add'],
      [4, 'skip'],
      [5, 'skip'],
      [6, 'skip'],
      [7, 'add'],
    ]);
  });

  it('空白格不冲掉原有内容，相同的跳过，不同的更新', async () => {
    await run([HEAD, person('林一', '1978-05', '教育', '13800000001')]);
    const same = await plan([HEAD, person('林一', '1978-05', '教育', '13800000001')]);
    expect(same.rows[0]).toMatchObject({ action: 'skip' });
    const result = await run([
      ['姓名', '出生年月', '界别', '手机', '学历'],
      ['林一', '1978-05', '科技界', '', '大学'],
    ]);
    expect(result.plan.mode === 'roster' && result.plan.counts).toMatchObject({ update: 1, add: 0 });
    expect(library.list('person')).toHaveLength(1);
    expect(library.list('person')[0]?.values).toMatchObject({
      mobile: '13800000001',
      education: '大学',
      orgDuty: '示例一中教师',
    });
    expect(library.get('sector', String(library.list('member')[0]?.values.sector))?.values.name).toBe('科技界');
  });

  it('没有届时逐行退回；表里写了届就按表', async () => {
    const got = await plan([
      ['姓名', '届次'],
      ['林一', '第十届'],
      ['赵二', '10'],
      ['钱三', '第九届'],
    ]);
    expect(got.rows.map(({ action }) => action)).toEqual(['add', 'add', 'refuse']);
    const bare = await createLibrary(join(folder, '空库'), '空');
    const empty = (await planRoster(table([HEAD, person('林一')]), {}, { library: bare, who: '小王' })).shown;
    expect(empty.rows[0]).toMatchObject({ action: 'refuse', problems: [{ field: 'member.term' }] });
    await bare.close();
  });
});

describe('委员名册：同名的人', () => {
  it('同名同出生年月或同手机是一个人；出生不同是两个人并提示', async () => {
    await run([HEAD, person('林一', '1978-05', '教育', '13800000001')]);
    const got = await plan([HEAD, person('林一', '1990-01', '科技', '', '示例大学')]);
    expect(got.rows[0]).toMatchObject({ action: 'add' });
    expect(got.rows[0]?.remarks.join()).toContain('库中已有同名的人');
    const byMobile = await plan([
      ['姓名', '手机', '界别'],
      ['林一', '138-0000-0001', '科技界'],
    ]);
    expect(byMobile.rows[0]).toMatchObject({ action: 'update' });
  });

  it('只有姓名、别无依据时不并入旧人，也不冲突地提示', async () => {
    await run([HEAD, person('林一', '1978-05', '教育', '13800000001', '示例一中校长')]);
    const got = await plan([
      ['姓名', '界别', '工作单位'],
      ['林一', '科技界', '某公司'],
    ]);
    expect(got.rows[0]).toMatchObject({ action: 'add' });
    expect(got.rows[0]?.remarks.join()).toContain('按另一人新建');
  });

  it('同一界别、同一届的同名视为同一人，重复导入不翻倍', async () => {
    const rows = [
      ['姓名', '界别'],
      ['林一', '教育界'],
      ['赵二', '科技界'],
    ];
    await run(rows);
    const again = await run(rows);
    expect(again.written).toBe(0);
    expect(library.list('person')).toHaveLength(2);
  });

  it('表内重复退回，表内真同名按两人', async () => {
    const got = await plan([
      HEAD,
      person('林一', '1978-05'),
      person('林一', '1978-05'),
      person('林一', '1985-01'),
      person('赵二', '', '教育', '', '一中'),
      person('赵二', '', '教育', '', '一中'),
    ]);
    expect(got.rows.map(({ action }) => action)).toEqual(['add', 'refuse', 'add', 'add', 'refuse']);
    expect(got.rows[1]?.problems[0]?.message).toContain('与第 2 行重复');
    expect(got.rows[2]?.remarks.join()).toContain('同名');
  });
});

describe('委员名册：预演与正式同一条路', () => {
  /** Rows with everything that goes wrong in real lists, made from a fixed seed. */
  function fuzzed(seed: number): string[][] {
    let value = seed;
    const pick = (choices: readonly string[]): string => {
      value = (value * 1103515245 + 12345) % 2147483648;
      return choices[Math.floor((value / 2147483648) * choices.length)] ?? '';
    };
    const rows = [HEAD];
    for (let row = 0; row < 60; row++) {
      rows.push([
        String(row),
        pick(['林一', '赵二', '钱三', '孙　四', '', '周五', '合计', 'Smith', '林一（小）']),
        pick(['男', '女', '', '未知', 'M']),
        pick(['1978-05', '1978.5', '1978年5月', '', '1978-13', '2999-01', 'abc', '19780501']),
        pick(['教育界', '教育', '科技', '', '无此界', '经济界、教育界']),
        pick(['提案委', '', '提案委员会', '文史委']),
        pick(['新街', '新街街道', '', '老街']),
        pick(['13800000001', '13800000002', '', '138', '=1+1', '0371-1234567']),
        pick(['示例一中教师', '', '某局', '-', '无']),
        pick(['民盟', '中共、民建', '', '某党', '群众']),
      ]);
    }
    return rows;
  }

  it('四十份乱表：预演逐行结果与正式导入相同，预演不写，撤销回到原样', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const rows = fuzzed(seed * 7919);
      const options = { createMissing: seed % 2 === 0 };
      const before = state();
      const seq = library.info.seq;
      const rehearsed = await plan(rows, options);
      expect(library.info.seq).toBe(seq);
      const result = await run(rows, options);
      expect(result.plan).toEqual(rehearsed);
      if (result.seq === undefined) continue;
      expect(result.seq).toBe(seq + 1);
      // A second look finds nothing left to add: whatever went in is found again.
      const again = await plan(rows, options);
      expect(
        again.rows.filter(({ action }) => action === 'add').every(({ remarks }) => remarks.join().includes('同名')),
      ).toBe(true);
      await library.undo('小王');
      expect(state()).toBe(before);
    }
  });

  it('取消则一行不写', async () => {
    const controller = new AbortController();
    controller.abort();
    const before = state();
    await expect(
      importRoster(table([HEAD, person('林一')]), {}, { library, who: '小王', signal: controller.signal }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(state()).toBe(before);
  });

  it('五千行在可接受的时间内核对完', async () => {
    const rows = [
      HEAD,
      ...Array.from({ length: 5000 }, (_, index) =>
        person(`林${index}`, '1978-05', '教育', `138${String(index).padStart(8, '0')}`),
      ),
    ];
    expect((await plan(rows)).counts.add).toBe(5000);
  });
});

describe('名册模板与逐行报告', () => {
  it('模板可直接读回：表头全认得，样例行不会导入，有下拉和说明', async () => {
    const bytes = await rosterTemplate(knownOf(library));
    const [sheet, notes] = await readSheets(source('模板.xlsx', bytes));
    expect(notes?.name).toBe('填写说明');
    const got = (await planRoster(source('模板.xlsx', bytes), {}, { library, who: '小王' })).shown;
    expect(got.columns.every(({ field }) => field !== '')).toBe(true);
    expect(got.rows.map(({ action }) => action)).toEqual(['skip', 'skip']);
    expect(sheet?.rows).toHaveLength(3);
    const xml = new TextDecoder().decode((await import('fflate')).unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    expect(xml).toContain('dataValidation');
  });

  it('填好的模板能导入', async () => {
    const bytes = await rosterTemplate(knownOf(library));
    const book = xlsx.read(bytes, { type: 'array' });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (!sheet) throw new Error('没有表');
    const rows = xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1 });
    const filled = rows[1]?.map((cell) => (cell === '样例，填写前请删去' ? '' : cell)) ?? [];
    expect((await plan([rows[0] ?? [], filled])).rows).toMatchObject([{ action: 'add', problems: [] }]);
  });

  it('报告逐行写明结果与原因，公式样的姓名只是文字', async () => {
    const got = await plan([HEAD, person('林一'), person('=1+1', '1978-13')]);
    const [sheet] = await readSheets(source('报告.xlsx', await rosterReport(got)));
    expect(sheet?.rows[0]).toEqual(['行号', '姓名', '结果', '原因', '提示']);
    expect(sheet?.rows[1]?.slice(0, 3)).toEqual(['2', '林一', '新增']);
    expect(sheet?.rows[2]?.slice(0, 3)).toEqual(['3', '=1+1', '未导入']);
    expect(sheet?.rows[2]?.[3]).toContain('13月');
    expect(sheet?.notes).toEqual([]);
  });
});
