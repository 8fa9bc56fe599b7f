import { describe, expect, test } from 'vitest';
import { applyFindings, type CheckContext, checkDocument } from '../../../../shared/documents/checks/index.ts';
import type { DocumentModel, Finding } from '../../../../shared/documents/model.ts';
import { context, paper, table } from './papers.ts';

const found = (rule: string, model: DocumentModel, more: Partial<CheckContext> = {}): Finding[] =>
  checkDocument(model, { ...context, ...more }).filter((finding) => finding.rule === rule);
const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message);
const texts = (model: DocumentModel) =>
  model.blocks.map((block) => (block.type === 'paragraph' ? block.runs.map(({ text }) => text).join('') : ''));

describe('要素与占位', () => {
  const official = {
    definition: { id: 'x', label: '通知', layout: 'official', series: 'office', group: '公文' },
  } as const;
  const whole = (skip = '') =>
    paper(
      (
        [
          ['title', '关于开会的通知'],
          ['salutation', '各街道：'],
          ['body', '请参加。'],
          ['signature', '政协示例区委员会办公室'],
          ['date', '2024年2月26日'],
        ] as const
      ).filter(([role]) => role !== skip),
      { masthead: { mark: '政协示例区委员会办公室文件', number: '示政协办〔2024〕7号' } },
    );

  test('样样都有不报，缺哪样报哪样', () => {
    expect(found('missing.parts', whole(), official)).toEqual([]);
    expect(messages(found('missing.parts', whole('title'), official))).toEqual(['没有标题']);
    expect(messages(found('missing.parts', whole('date'), official))).toEqual(['没有成文日期']);
    expect(messages(found('missing.parts', whole('signature'), official))).toEqual(['没有发文机关署名']);
    expect(found('missing.parts', whole('salutation'), official)).toMatchObject([{ severity: 'hint' }]);
    const unnumbered = { ...whole(), masthead: { mark: '政协示例区委员会办公室文件' } };
    expect(found('missing.parts', unnumbered, official)).toMatchObject([{ part: 'masthead.number' }]);
    expect(found('missing.parts', paper([table([['甲'], ['乙']])]), {})).toEqual([]);
  });

  test.each(['时间：____', '【缺：文号】', '共××件', '附{SQ.IN}条', '某某同志', '在XX路', '地点：？？？'])(
    '“%s”查出',
    (text) => {
      expect(found('missing.placeholders', paper([['body', text]]))).toMatchObject([{ severity: 'error', block: 0 }]);
    },
  );

  test.each(['共12件', 'A4纸', '【关键词】协商', '年龄×系数', '{}', 'XL码', '某区'])('“%s”不报', (text) => {
    expect(found('missing.placeholders', paper([['body', text]]))).toEqual([]);
  });

  test('表格里留着手填的横线不报，书稿里隐去的名字只提示', () => {
    expect(found('missing.placeholders', paper([table([['签收'], ['____']])]))).toEqual([]);
    const book = { definition: { id: 'b', label: '书稿', layout: 'book', group: '书稿' } } as const;
    expect(found('missing.placeholders', paper([['body', '张××']]), book)).toMatchObject([{ severity: 'hint' }]);
  });

  test('主送机关之后的冒号', () => {
    for (const text of ['各街道', '各街道:', '各街道，']) {
      const model = paper([['salutation', text]]);
      const mended = applyFindings(model, found('salutation.colon', model));
      expect(texts(mended)).toEqual(['各街道：']);
    }
    for (const text of ['各街道：', '区委、区政府：', '']) {
      expect(found('salutation.colon', paper([['salutation', text]]))).toEqual([]);
    }
  });

  test('红头用规范名称', () => {
    const head = (mark: string, more = {}) => paper([['body', '文']], { masthead: { mark, ...more } });
    for (const mark of ['政协示例区委员会文件', '中国人民政治协商会议示例区委员会文件', '示例区政协', '主席会议纪要']) {
      expect(found('redHead.name', head(mark))).toEqual([]);
    }
    for (const mark of ['政协示列区委员会文件', '示例区政治协商会议文件', '政协文件']) {
      expect(found('redHead.name', head(mark))).toMatchObject([{ part: 'masthead.mark' }]);
    }
    expect(found('redHead.name', head('文件', { issuers: ['中共示例区委', '示例区政协'] }))).toEqual([]);
    expect(found('redHead.name', head('文件', { issuers: ['中共示例区委', '示例区人民政府'] }))).toHaveLength(1);
    const reply = paper([['signature', '示例区城市管理局']], { masthead: { mark: '示例区城市管理局' } });
    expect(found('redHead.name', reply)).toEqual([]);
  });
});

describe('名册', () => {
  test('出席名单里名册上没有的人', () => {
    const list = (text: string) => paper([['nameList', text]]);
    expect(found('names.list', list('出席：丁　一　欧阳少冬'))).toMatchObject([{ replacement: '欧阳少东' }]);
    expect(found('names.list', list('请假：李桂蓝'))).toMatchObject([{ replacement: '李桂兰' }]);
    expect(found('names.list', list('出席：贺兰山'))).toMatchObject([{ message: '名册上没有“贺兰山”' }]);
    expect(found('names.list', list('出席：丁　一　李桂兰（主持）　洪少东'))).toEqual([]);
    expect(found('names.list', list('列席：贺兰山'))).toEqual([]);
    expect(found('names.list', list('出席：各专门委员会主任'))).toEqual([]);
    expect(found('names.list', list('出席：贺兰山'), { people: [] })).toEqual([]);
  });

  test('采纳后两字姓名仍按三字排', () => {
    const model = paper([['nameList', '出席：丁　二　李桂兰']]);
    expect(texts(applyFindings(model, found('names.list', model)))).toEqual(['出席：丁　一　李桂兰']);
  });

  test('表里差一个字的姓名', () => {
    const names = (...list: string[]) =>
      paper([table([['序号', '委员姓名'], ...list.map((name, i) => [String(i + 1), name])])]);
    expect(found('names.table', names('李桂蓝'))).toMatchObject([{ cell: { row: 1, cell: 1 }, replacement: '李桂兰' }]);
    expect(found('names.table', names('洪少冬'))).toHaveLength(1);
    expect(found('names.table', names('王建业'))).toHaveLength(1);
    expect(found('names.table', names('李桂兰', '丁　一', '贺兰山'))).toEqual([]);
    expect(found('names.table', paper([table([['单位'], ['李桂蓝']])]))).toEqual([]);
    expect(found('names.table', names(''))).toEqual([]);
  });

  test('文中“某某委员”', () => {
    const body = (text: string) => paper([['body', text]]);
    expect(found('names.sentence', body('李桂蓝委员提出建议'))).toMatchObject([{ replacement: '李桂兰' }]);
    expect(found('names.sentence', body('会上，委员贺兰山建议'))).toMatchObject([{ message: '名册上没有“贺兰山”' }]);
    expect(found('names.sentence', body('由王建国委员牵头'))).toMatchObject([{ severity: 'hint' }]);
    for (const text of [
      '李桂兰委员提出建议',
      '各位委员、政协委员、常务委员',
      '提案委员会牵头，专门委员会参加',
      '全体委员建议',
      '万名委员进社区',
      '向委员通报情况',
      '邀请委员参加',
    ]) {
      expect(found('names.sentence', body(text))).toEqual([]);
    }
  });
});

describe('数', () => {
  test('合计与各行之和', () => {
    const sums = (...rows: string[][]) => paper([table([['街道', '件数', '办复率'], ...rows])]);
    expect(found('table.total', sums(['甲', '12', '90%'], ['乙', '8', '80%'], ['合计', '21', '85%']))).toMatchObject([
      { cell: { row: 3, cell: 1 }, message: '“件数”合计写21，各行相加是20' },
    ]);
    expect(found('table.total', sums(['合计', '3', ''], ['甲', '1', ''], ['乙', '1', '']))).toHaveLength(1);
    expect(found('table.total', sums(['甲', '0.1', ''], ['乙', '0.2', ''], ['总计', '0.4', '']))).toHaveLength(1);
    for (const rows of [
      [
        ['甲', '12', '90%'],
        ['乙', '8', '80%'],
        ['合计', '20', '85%'],
      ],
      [
        ['甲', '12', ''],
        ['乙', '—', ''],
        ['合计', '12', ''],
      ],
      [
        ['甲', '12', ''],
        ['乙', '待定', ''],
        ['合计', '12', ''],
      ],
      [
        ['甲', '5', ''],
        ['甲小计', '5', ''],
        ['乙', '5', ''],
        ['乙小计', '5', ''],
        ['合计', '10', ''],
      ],
      [
        ['甲', '60', ''],
        ['乙', '40', ''],
        ['加分', '7', ''],
        ['合计', '100', ''],
      ],
      [
        ['甲', '0.1', ''],
        ['乙', '0.2', ''],
        ['合计', '0.3', ''],
      ],
    ]) {
      expect(found('table.total', sums(...rows))).toEqual([]);
    }
  });

  test('改过的纸面上的数与台账不一致，采纳后一致', () => {
    const source = { kind: 'figure', id: 'SQ.IN', figure: 'SQ.IN' };
    const with294 = (text: string) =>
      paper([
        {
          type: 'paragraph',
          role: 'body',
          runs: [{ text: '全年收集信息' }, { text, source }, { text: '条，编发专刊。' }],
        },
      ]);
    const fresh = with294('294');
    expect(found('figure.changed', fresh, { fresh })).toEqual([]);
    expect(found('figure.changed', fresh)).toEqual([]);
    const typed = paper([['body', '全年收集信息305条，编发专刊。']]);
    const [finding] = found('figure.changed', typed, { fresh });
    expect(finding).toMatchObject({ block: 0, replacement: '294', message: '纸上写305，台账现在是294', source });
    expect(texts(applyFindings(typed, finding ? [finding] : []))).toEqual(['全年收集信息294条，编发专刊。']);
    expect(found('figure.changed', with294('295'), { fresh })).toHaveLength(1);
    expect(found('figure.changed', paper([['body', '本年收集305条。']]), { fresh })).toEqual([]);
    const cell = (text: string) => {
      const base = table([['信息', text]], 0);
      return paper([
        {
          ...base,
          rows: base.rows.map((row) => row.map((one) => ({ runs: one.runs.map((run) => ({ ...run, source })) }))),
        },
      ]);
    };
    expect(found('figure.changed', cell('12'), { fresh: cell('15') })).toMatchObject([{ cell: { row: 0, cell: 1 } }]);
  });

  test('成果类文书的句子与指标对账', () => {
    const result = { definition: { id: 'report', label: '年度工作报告', layout: 'official', group: '成果' } } as const;
    const reconcile = (paragraphs: readonly string[]) =>
      paragraphs.flatMap((text, paragraph) => {
        const start = text.indexOf('300条');
        return start < 0
          ? []
          : [{ paragraph, start, end: start + 4, figure: 'SQ.IN', label: '收集信息', there: '294条' }];
      });
    const model = paper([
      ['title', '报告'],
      ['body', '收集信息300条。'],
    ]);
    expect(found('figure.sentence', model, { ...result, reconcile })).toMatchObject([
      { block: 1, range: [4, 8], message: '文中“300条”，台账“收集信息”是294条' },
    ]);
    expect(found('figure.sentence', model, { reconcile })).toEqual([]);
  });
});
