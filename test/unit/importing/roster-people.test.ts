import { describe, expect, it } from 'vitest';
import { importTable, readSheets, tableReport } from '../../../electron/importing/index.ts';
import { SAMPLE_MARK } from '../../../electron/importing/table/sample-mark.ts';
import { eachWithLibrary, HEAD, library, person, plan, run, state, table } from './roster-desk.ts';
import { source } from './samples.ts';

eachWithLibrary();

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

  it('只有姓名、别无依据时既不并入也不新建：给出候选，由人决定', async () => {
    await run([HEAD, person('林一', '1978-05', '教育', '13800000001', '示例一中校长')]);
    const got = await plan([
      ['姓名', '界别', '工作单位'],
      ['林一', '科技界', '某公司'],
    ]);
    expect(got.rows[0]).toMatchObject({ action: 'refuse', candidates: [{ title: '林一' }] });
    const existing = library.list('person')[0]?.id ?? '';
    const rows = [
      ['姓名', '界别', '工作单位'],
      ['林一', '科技界', '某公司'],
    ];
    expect((await plan(rows, { decisions: { 2: 'skip' } })).rows[0]?.action).toBe('skip');
    expect((await plan(rows, { decisions: { 2: { update: existing } } })).rows[0]).toMatchObject({
      action: 'update',
      cells: expect.arrayContaining([expect.objectContaining({ label: '工作单位', after: '某公司' })]),
    });
    await run(rows, { decisions: { 2: 'add' } });
    expect(library.list('person')).toHaveLength(2);
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
      importTable(table([HEAD, person('林一')]), 'member', {}, { library, who: '小王', signal: controller.signal }),
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
  it('模板里的样例行忘了删也不会导入', async () => {
    const got = await plan([
      [...HEAD, '备注'],
      [...person('示例甲'), SAMPLE_MARK],
      [...person('林一'), ''],
    ]);
    expect(got.rows.map(({ action }) => action)).toEqual(['skip', 'add']);
  });

  it('报告逐行写明结果与原因，公式样的姓名只是文字', async () => {
    const got = await plan([HEAD, person('林一'), person('=1+1', '1978-13')]);
    const [sheet] = await readSheets(source('报告.xlsx', await tableReport(got)));
    expect(sheet?.rows[0]).toEqual(['行号', '姓名', '结果', '原因', '改动', '提示']);
    expect(sheet?.rows[1]?.slice(0, 3)).toEqual(['2', '林一', '新增']);
    expect(sheet?.rows[2]?.slice(0, 3)).toEqual(['3', '=1+1', '未导入']);
    expect(sheet?.rows[2]?.[3]).toContain('13月');
    expect(sheet?.notes).toEqual([]);
  });
});
