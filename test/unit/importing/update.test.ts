import { describe, expect, it } from 'vitest';
import { planTable } from '../../../electron/importing/index.ts';
import { ID_HEADING, REVISION_HEADING } from '../../../electron/importing/table/update-columns.ts';
import type { SourceFile } from '../../../electron/importing/types.ts';
import { displayValue, kindOf } from '../../../shared/records/index.ts';
import { actions, book, type Cells, eachWithOffice, library, plan, run, state } from './table-desk.ts';

eachWithOffice();

const HEAD = ['提案号', '案由', '第一提案人', '重点提案', '提交日期', '建议条数', '备注'];
const FIELDS = ['caseNumber', 'title', 'lead', 'isKey', 'submittedOn', 'suggestionCount', 'remark'] as const;

/** As the program exports it: a title above, ids and revisions in two columns before the others. */
function exported(edit: (rows: string[][]) => void = () => undefined): SourceFile {
  const kind = kindOf('proposal');
  const rows = library.list('proposal').map(({ id, rev, values }) => [
    id,
    String(rev),
    ...FIELDS.map((name) => {
      const field = kind?.fields[name];
      return field ? displayValue(field, values[name], (of, other) => library.get(of, other)) : '';
    }),
  ]);
  edit(rows);
  return book([['提案台账'], [ID_HEADING, REVISION_HEADING, ...HEAD], ...rows] as Cells, (sheet) => {
    sheet['!cols'] = [{ hidden: true }, { hidden: true }];
  });
}

async function proposals(): Promise<string[]> {
  const ids = ['a1', 'a2', 'a3'];
  await library.commit({
    label: '登记',
    who: '小王',
    add: ids.map((id, index) => ({
      kind: 'proposal',
      id,
      values: {
        caseNumber: `〔2024〕00${index + 1}`,
        title: `关于第${index + 1}件事的提案`,
        lead: index === 0 ? 'm1' : 'm3',
        isKey: index === 1,
        submittedOn: '2024-03-01',
        suggestionCount: 900,
        remark: index === 2 ? '第一行\n第二行' : '无',
        state: '立案',
        proposalKind: '个人提案',
        timing: '大会提案',
        serialIn: index + 1,
        year: 2024,
        term: 't10',
      },
    })),
  });
  return ids;
}

const cell = (rows: string[][], row: number, name: (typeof FIELDS)[number], text: string): void => {
  const line = rows[row];
  if (line) line[2 + FIELDS.indexOf(name)] = text;
};

describe('供修改的表改好再导入', () => {
  it('一格没改：没有一处改动；同名的委员不必再认', async () => {
    await proposals();
    const before = library.info.seq;
    const got = await plan('proposal', exported());
    expect(got.forUpdate).toBe(true);
    expect(actions(got)).toEqual(['skip', 'skip', 'skip']);
    expect(await run('proposal', exported())).toMatchObject({ written: 0 });
    expect(library.info.seq).toBe(before);
    expect(got.columns[0]?.field).toBe('');
  });

  it('改三格就是三处改动，别的栏原样；空格不改，选了清空才清；撤销回原样', async () => {
    await proposals();
    const before = state();
    const edited = exported((rows) => {
      cell(rows, 0, 'title', '关于另一件事的提案');
      cell(rows, 0, 'lead', '赵二');
      cell(rows, 2, 'submittedOn', '2024.4.2');
      cell(rows, 1, 'remark', '');
    });
    const got = await plan('proposal', edited);
    expect(actions(got)).toEqual(['update', 'skip', 'update']);
    expect(got.rows.flatMap(({ cells }) => cells.map(({ field, before, after }) => [field, before, after]))).toEqual([
      ['proposal.lead', '林一', '赵二'],
      ['proposal.title', '关于第1件事的提案', '关于另一件事的提案'],
      ['proposal.submittedOn', '2024-03-01', '2024-04-02'],
    ]);
    await run('proposal', edited);
    expect(library.get('proposal', 'a1')?.values).toMatchObject({
      title: '关于另一件事的提案',
      lead: 'm3',
      remark: '无',
    });
    expect(library.get('proposal', 'a2')?.rev).toBe(1);
    await library.undo('小王');
    expect(state()).toBe(before);
    const cleared = await plan('proposal', edited, { clearBlanks: true });
    expect(cleared.rows[1]?.cells).toEqual([{ field: 'proposal.remark', label: '备注', before: '无', after: '' }]);
  });

  it('导出之后别人改过的：没碰的格子保留别人的改动，碰了同一格就说明两边', async () => {
    await proposals();
    const untouched = exported((rows) => cell(rows, 0, 'remark', '重点跟踪'));
    const touched = exported((rows) => cell(rows, 0, 'title', '关于表里这件事的提案'));
    const record = library.get('proposal', 'a1');
    await library.commit({
      label: '修改',
      who: '小李',
      update: [{ kind: 'proposal', id: 'a1', values: { ...record?.values, title: '关于库里这件事的提案' } }],
    });
    expect((await plan('proposal', untouched)).rows[0]?.cells.map(({ field }) => field)).toEqual(['proposal.remark']);
    const got = await plan('proposal', touched);
    expect(got.rows[0]).toMatchObject({ action: 'refuse', id: 'a1' });
    const message = got.rows[0]?.problems[0]?.message ?? '';
    expect(message).toContain('小李');
    expect(message).toContain('关于库里这件事的提案');
    expect(message).toContain('关于表里这件事的提案');
    await run('proposal', untouched);
    expect(library.get('proposal', 'a1')?.values).toMatchObject({ title: '关于库里这件事的提案', remark: '重点跟踪' });
  });

  it('编号不认得、同一编号两行的退回；没有编号的新行当新的；状态不能在表里改；不存在的日子退回', async () => {
    await proposals();
    const got = await plan(
      'proposal',
      exported((rows) => {
        const [first = []] = rows;
        rows.push(['没有这条', '1', ...first.slice(2)], [...first], ['', '', '〔2024〕009', '关于新事的提案', '赵二']);
        cell(rows, 1, 'submittedOn', '2023-02-30');
      }),
    );
    expect(actions(got)).toEqual(['skip', 'refuse', 'skip', 'refuse', 'refuse', 'add']);
    expect(got.rows[3]?.problems[0]?.message).toContain('可能已被删除');
    expect(got.rows[4]?.problems[0]?.message).toContain('同一条记录');
    const states = book([
      [ID_HEADING, REVISION_HEADING, '案由', '状态'],
      ['a1', '1', '关于第1件事的提案', '办结'],
    ]);
    expect((await plan('proposal', states)).rows[0]).toMatchObject({
      action: 'refuse',
      problems: [{ field: 'proposal.state' }],
    });
  });

  it('没说是什么记录时，按编号认出来', async () => {
    await proposals();
    const got = await planTable(exported(), undefined, {}, { library, who: '小王' });
    expect(got.shown.as).toBe('proposal');
  });

  it('委员的表带着人员的栏：改人的归人，改任职的归任职', async () => {
    const member = library.get('member', 'm3');
    const file = book([
      [ID_HEADING, REVISION_HEADING, '姓名', '手机', '界别'],
      ['m3', String(member?.rev), '赵二', '13800000009', '教育界'],
      ['m1', '1', '林一', '', '教育界'],
    ]);
    const got = await plan('member', file);
    expect(actions(got)).toEqual(['update', 'skip']);
    expect(got.rows[0]?.cells.map(({ field, after }) => [field, after])).toEqual([
      ['member.sector', '教育界'],
      ['person.mobile', '13800000009'],
    ]);
    await run('member', file);
    expect(library.get('person', 'p3')?.values.mobile).toBe('13800000009');
    expect(library.get('member', 'm3')?.values.sector).toBe('edu');
  });
});
