import * as xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readSheets, tableReport } from '../../../electron/importing/index.ts';
import { kinds } from '../../../shared/records/index.ts';
import { encoded, source } from './samples.ts';
import { actions, book, eachWithOffice, library, plan, run, state, values } from './table-desk.ts';

eachWithOffice();

describe('表格导入：提案', () => {
  const HEAD = ['提案号', '案由', '第一提案人', '承办单位', '交办日期', '答复日期', '答复类别', '满意度', '状态'];

  it('一行一个承办单位的平表并成一件，子表各归各位，答复与征询随该行的单位', async () => {
    const rows = [
      ['示例区政协提案办理台账'],
      HEAD,
      ['〔2024〕001', '关于改造老旧小区的提案', '赵二', '区教育局', '2024.3.20', '2024-06-01', 'A', '满意', '已答复'],
      ['', '', '', '示例区建设局', '2024.3.20', '2024-06-10', 'B', '基本满意', ''],
      ['〔2024〕002', '关于增设公交站的提案', '林一（教育界）', '区住建局', '2024.3.21', '', '', '', '办理中'],
    ];
    const got = await plan('proposal', rows);
    expect(got.columns.map(({ field }) => field)).toEqual([
      'proposal.caseNumber',
      'proposal.title',
      'proposal.lead',
      'proposal.assignments.unit',
      'proposal.assignments.handedOn',
      'proposal.replies.repliedOn',
      'proposal.replies.class',
      'proposal.feedback.result',
      'proposal.state',
    ]);
    expect(got.rows.map(({ row, action }) => [row, action])).toEqual([
      [3, 'add'],
      [4, 'add'],
      [5, 'add'],
    ]);
    expect(got.rows[1]?.remarks.join()).toContain('曾用名');
    const result = await run('proposal', rows);
    expect(result).toMatchObject({ written: 2, refused: 0 });
    expect(library.list('proposal')).toHaveLength(2);
    expect(values('proposal')).toMatchObject({
      caseNumber: '〔2024〕001',
      lead: 'm3',
      state: '已答复',
      assignments: [
        { unit: 'edb', handedOn: '2024-03-20' },
        { unit: 'hb', handedOn: '2024-03-20' },
      ],
      replies: [
        { unit: 'edb', repliedOn: '2024-06-01', class: expect.stringContaining('A') },
        { unit: 'hb', repliedOn: '2024-06-10', class: expect.stringContaining('B') },
      ],
      feedback: [
        { unit: 'edb', result: '满意' },
        { unit: 'hb', result: '基本满意' },
      ],
    });
    expect(values('proposal', 1)).toMatchObject({ lead: 'm1', assignments: [{ unit: 'hb' }] });
    const chosen = [['案由'], ['关于丙的提案']];
    await run('proposal', chosen, { term: 't10' });
    expect(values('proposal', 2).term).toBe('t10');
  });

  it('没有“状态”一列的旧台账：按填了什么认，收到的不算草稿，答复了的不算刚收到', async () => {
    const rows = [
      ['案由', '提交日期', '承办单位', '交办日期', '答复日期'],
      ['关于甲的提案', '2024-02-20', '', '', ''],
      ['关于乙的提案', '2024-02-20', '区教育局', '2024-03-20', ''],
      ['关于丙的提案', '2024-02-20', '区教育局', '2024-03-20', '2024-06-01'],
      ['关于丁的提案', '', '', '', ''],
    ];
    expect(await run('proposal', rows)).toMatchObject({ written: 4, refused: 0 });
    expect(library.list('proposal').map((record) => record.values.state)).toEqual([
      '已提交',
      '办理中',
      '已答复',
      '草稿',
    ]);
  });

  it('主办、会办各一列；一格写多名联名人；不是委员的按姓名登记', async () => {
    await run('proposal', [
      ['案由', '提案人', '联名委员', '主办单位', '会办单位'],
      ['关于甲的提案', '赵二', '林一（示例医院）、钱三', '区教育局', '区住建局'],
    ]);
    const got = values('proposal');
    expect(got.assignments).toMatchObject([
      { unit: 'edb', role: '主办' },
      { unit: 'hb', role: '会办' },
    ]);
    expect(got.cosigners).toEqual([{ member: 'm2' }, { name: '钱三' }]);
  });

  it('同名委员不擅自认人：退回并给出候选，选定后照办；一行坏了整件不进', async () => {
    const rows = [
      HEAD,
      ['〔2024〕003', '关于丙的提案', '林一', '区教育局', '2024.3.20'],
      ['〔2024〕003', '关于丙的提案', '林一', '无此单位', '2023.2.30'],
    ];
    const got = await plan('proposal', rows);
    expect(actions(got)).toEqual(['refuse', 'refuse']);
    expect(got.rows[0]?.candidates.map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(got.rows[1]?.problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['proposal.lead', 'proposal.assignments.handedOn']),
    );
    expect(got.rows[1]?.problems.map(({ message }) => message).join()).toContain('2月没有30日');
    const good = rows.slice(0, 2);
    expect((await plan('proposal', good, { decisions: { 2: { update: 'm2' } } })).rows[0]?.action).toBe('add');
    await run('proposal', good, { decisions: { 2: { update: 'm2' } } });
    expect(values('proposal').lead).toBe('m2');
  });

  it('同一件的两行写得不同，说明是哪一栏；只有一行有问题也整件不进', async () => {
    const got = await plan('proposal', [
      ['提案号', '案由', '类别', '承办单位'],
      ['〔2024〕004', '关于丁的提案', '', '区教育局'],
      ['〔2024〕004', '关于戊的提案', '', '区住建局'],
      ['〔2024〕005', '关于己的提案', '', '区教育局'],
      ['〔2024〕005', '关于己的提案', '', '区无此局'],
    ]);
    expect(actions(got)).toEqual(['refuse', 'refuse', 'refuse', 'refuse']);
    expect(got.rows[2]?.problems[0]?.message).toContain('第 5 行');
    expect(got.rows[1]?.problems[0]).toMatchObject({ label: '案由', message: expect.stringContaining('写得不同') });
    expect(got.rows[0]?.problems[0]?.message).toContain('整件没有导入');
  });
});

describe('表格导入：其他记录', () => {
  it('社情民意、单位、履职为民：带单位的数、选项别名、多选', async () => {
    const opinions = await run('opinion', [
      ['标题', '作者', '街道', '收到日期', '状态'],
      ['关于加装电梯的建议', '赵二', '新街街道', new Date(Date.UTC(2024, 4, 6)), '已报送'],
    ]);
    expect(opinions.refused).toBe(0);
    expect(values('opinion')).toMatchObject({
      receivedOn: '2024-05-06',
      subdistrictOffice: 'xin',
      year: 2024,
      state: '已报送',
    });
    await run('organisation', [
      ['单位名称', '曾用名', '是否承办单位'],
      ['示例区水务局', '示例区水利局、示例区河道处', '√'],
    ]);
    expect(library.list('organisation').find(({ values }) => values.name === '示例区水务局')?.values).toMatchObject({
      formerNames: ['示例区水利局', '示例区河道处'],
      isHandling: true,
    });
    const contributions = await plan('contribution', [
      ['委员', '类型', '日期', '金额（万元）', '受益人数'],
      ['赵二', '捐款捐物', '2024年5月6日', '12000元', '1,200人'],
    ]);
    expect(contributions.rows[0]).toMatchObject({ action: 'add', problems: [] });
    expect(contributions.rows[0]?.remarks.join()).toContain('1.2 万元');
  });

  it('会议活动的签到平表：一人一行并成一次，未建的人按姓名登记', async () => {
    const rows = [
      ['会议名称', '会议时间', '大类', '参会委员', '出席情况'],
      ['十届三次常委会会议', '2024-03-05 09:00', '会议', '赵二', '出席'],
      ['十届三次常委会会议', '2024-03-05 09:00', '会议', '林一（教育界）', '缺席'],
      ['十届三次常委会会议', '2024-03-05 09:00', '会议', '钱三', '出席'],
    ];
    await run('event', rows);
    expect(library.list('event')).toHaveLength(1);
    expect(values('event').attendance).toMatchObject([
      { member: 'm3', state: '出席' },
      { member: 'm1', state: '缺席' },
      { name: '钱三', state: '出席' },
    ]);
    expect(actions(await plan('event', rows))).toEqual(['skip', 'skip', 'skip']);
  });

  it('像库中已有的：给出候选由人决定，更新只改给出的栏，相同的跳过', async () => {
    await run('organisation', [
      ['名称', '联系人'],
      ['示例区水务局', '钱三'],
    ]);
    const rows = [
      ['名称', '联系人', '电话'],
      ['示例区水务局', '孙四', ''],
    ];
    const asked = await plan('organisation', rows);
    const [candidate] = asked.rows[0]?.candidates ?? [];
    expect(asked.rows[0]).toMatchObject({ action: 'refuse', candidates: [{ title: '示例区水务局' }] });
    const decided = await plan('organisation', rows, { decisions: { 2: { update: candidate?.id ?? '' } } });
    expect(decided.rows[0]).toMatchObject({
      action: 'update',
      id: candidate?.id,
      cells: [{ field: 'organisation.contact', before: '钱三', after: '孙四' }],
    });
    await run('organisation', rows, { decisions: { 2: { update: candidate?.id ?? '' } } });
    expect(actions(await plan('organisation', rows))).toEqual(['skip']);
    expect(actions(await plan('organisation', [rows[0] ?? [], ['新单位', '', ''], ['新单位', '', '']]))).toEqual([
      'add',
      'skip',
    ]);
  });

  it('缺的社区、界别可一并新建，被退回的行不连带新建；取值对照记在库里，撤销一并撤', async () => {
    const rows = [
      ['标题', '街道', '收到日期', '类别'],
      ['关于甲的建议', '老街街道', '2024-05-06', '路灯'],
      ['关于乙的建议', '北街街道', '2024-13-06', '路灯'],
    ];
    const strict = await plan('opinion', rows);
    expect(strict.missing[0]?.names).toEqual(['老街街道', '北街街道']);
    const column = strict.columns[3];
    expect(column?.words).toEqual([{ word: '路灯', count: 2, value: '', remembered: false }]);
    const value = column?.options[0] ?? '';
    const before = state();
    await run('opinion', rows, { createMissing: true, valueMapping: { 3: { 路灯: value } } });
    expect(values('opinion').category).toBe(value);
    expect(library.list('subdistrictOffice').map(({ values }) => values.street)).toEqual(['新街', '老街街道']);
    const again = await plan('opinion', [rows[0] ?? [], ['关于丙的建议', '', '2024-05-07', '路灯']]);
    expect(again.columns[3]?.words[0]).toMatchObject({ value, remembered: true });
    expect(again.rows[0]?.action).toBe('add');
    await library.undo('小王');
    expect(state()).toBe(before);
  });

  it('列的对应按记录种类分别记住', async () => {
    const rows = [
      ['尊称', '电话'],
      ['示例区水务局', ''],
    ];
    await run('organisation', rows, { mapping: { 0: 'organisation.name' } });
    expect((await plan('organisation', rows)).columns[0]).toMatchObject({
      field: 'organisation.name',
      remembered: true,
    });
    expect((await plan('community', rows)).columns[0]).toMatchObject({ field: '', remembered: false });
  });

  it('每一种记录都能出计划，栏目不重名', async () => {
    for (const kind of kinds) {
      const got = await plan(kind.id, [
        ['甲', '乙'],
        ['1', '2'],
      ]);
      expect(got.as).toBe(kind.id);
      expect(new Set(got.fields.map(({ field }) => field)).size).toBe(got.fields.length);
    }
  });
});

describe('表格导入：文件', () => {
  it('GBK 的 CSV、1904 日期系统、公式取结果并说明', async () => {
    const csv = source('民意.csv', encoded('标题,收到日期,备注\r\n关于甲的建议,2024/5/6,0012\r\n', 'gb18030'));
    await run('opinion', csv);
    expect(values('opinion')).toMatchObject({ rawTitle: '关于甲的建议', receivedOn: '2024-05-06', remark: '0012' });
    const file = book(
      [
        ['标题', '收到日期'],
        ['关于乙的建议', new Date(Date.UTC(2024, 4, 6))],
      ],
      (sheet, workbook) => {
        workbook.Workbook = { WBProps: { date1904: true } };
        sheet.B2 = { t: 'n', v: (Date.UTC(2024, 4, 6) - Date.UTC(1904, 0, 1)) / 86_400_000, z: 'yyyy-mm-dd' };
        sheet.A2 = { t: 's', v: '关于乙的建议', f: 'CONCATENATE("关于","乙的建议")' };
      },
    );
    const got = await plan('opinion', file);
    expect(got.notes.join()).toContain('公式');
    await run('opinion', file);
    expect(values('opinion', 1)).toMatchObject({ rawTitle: '关于乙的建议', receivedOn: '2024-05-06' });
  });

  it('报告逐行写明结果、原因、改动与候选', async () => {
    const got = await plan('proposal', [
      ['案由', '提案人'],
      ['关于甲的提案', '林一'],
      ['关于乙的提案', '赵二'],
    ]);
    const [sheet] = await readSheets(source('报告.xlsx', await tableReport(got)));
    expect(sheet?.rows[0]?.slice(0, 3)).toEqual(['行号', '提案', '结果']);
    expect(sheet?.rows[1]?.[2]).toBe('未导入');
    expect(sheet?.rows[1]?.[5]).toContain('林一');
    expect(sheet?.rows[2]?.slice(1, 3)).toEqual(['关于乙的提案', '新增']);
  });

  it('合并的表头、题目行、多行表头', async () => {
    const sheet = xlsx.utils.aoa_to_sheet([
      ['示例区提案台账'],
      ['提案号', '案由', '办理', null],
      [null, null, '承办单位', '交办日期'],
      ['1', '关于甲的提案', '区教育局', '2024-03-20'],
    ]);
    sheet['!merges'] = ['A1:D1', 'A2:A3', 'B2:B3', 'C2:D2'].map((range) => xlsx.utils.decode_range(range));
    const bytes = xlsx.write(xlsx.utils.book_new(sheet, '台账'), { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    const got = await plan('proposal', source('x.xlsx', new Uint8Array(bytes)));
    expect(got.headingRow).toBe(2);
    expect(got.columns.map(({ field }) => field)).toEqual([
      'proposal.caseNumber',
      'proposal.title',
      'proposal.assignments.unit',
      'proposal.assignments.handedOn',
    ]);
    expect(got.rows).toMatchObject([{ row: 4, action: 'add' }]);
  });
});
