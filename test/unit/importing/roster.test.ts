import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { planTable } from '../../../electron/importing/index.ts';
import { createLibrary } from '../../../electron/library/index.ts';
import { eachWithLibrary, folder, HEAD, library, person, plan, run, table, term } from './roster-desk.ts';
import { source } from './samples.ts';

eachWithLibrary();

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
    const got = (await planTable(source('x.xlsx', bytes), 'member', {}, { library, who: '小王' })).shown;
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
    expect(result.plan.mode === 'table' && result.plan.counts).toMatchObject({ update: 1, add: 0 });
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
    const empty = (await planTable(table([HEAD, person('林一')]), 'member', {}, { library: bare, who: '小王' })).shown;
    expect(empty.rows[0]).toMatchObject({ action: 'refuse', problems: [{ field: 'member.term' }] });
    await bare.close();
  });
});
