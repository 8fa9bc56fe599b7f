import { describe, expect, test } from 'vitest';
import { applyFindings, type CheckContext, checkDocument } from '../../../../shared/documents/checks/index.ts';
import type { DocumentModel, Finding } from '../../../../shared/documents/model.ts';
import { context, paper, table } from './papers.ts';

const found = (rule: string, model: DocumentModel, more: Partial<CheckContext> = {}): Finding[] =>
  checkDocument(model, { ...context, ...more }).filter((finding) => finding.rule === rule);
const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message);
const texts = (model: DocumentModel) =>
  model.blocks.map((block) => (block.type === 'paragraph' ? block.runs.map(({ text }) => text).join('') : ''));

describe('标题序号', () => {
  const headings = (...numbers: string[]) =>
    paper(
      numbers.map((text) => {
        const level = /^[一二三四五]/u.test(text) ? 1 : /^（[一二三四五]/u.test(text) ? 2 : /^\d/u.test(text) ? 3 : 4;
        return [`heading${level}`, `${text}工作`] as ['heading1', string];
      }),
    );

  test.each([
    [
      ['一、', '三、'],
      ['一、工作', '二、工作'],
    ],
    [
      ['一、', '一、'],
      ['一、工作', '二、工作'],
    ],
    [
      ['一、', '（一）', '（三）', '二、'],
      ['一、工作', '（一）工作', '（二）工作', '二、工作'],
    ],
    [['二、'], ['一、工作']],
    [
      ['一、', '一、', '二、'],
      ['一、工作', '二、工作', '三、工作'],
    ],
  ])('%j 跳号或重号，采纳后依次', (numbers, right) => {
    const model = headings(...numbers);
    const findings = found('headings.count', model);
    expect(findings).not.toEqual([]);
    const mended = applyFindings(model, findings);
    expect(texts(mended)).toEqual(right);
    expect(found('headings.count', mended)).toEqual([]);
  });

  test.each([
    [['一、', '二、', '三、']],
    [['一、', '（一）', '（二）', '二、', '（一）', '1.', '（1）', '（2）', '2.']],
    [['1.', '2.']],
  ])('%j 不报', (numbers) => {
    const model = headings(...numbers);
    for (const rule of ['headings.count', 'headings.order', 'headings.level']) expect(found(rule, model)).toEqual([]);
  });

  test('附件、另一篇文章重新编号', () => {
    const model = paper([
      ['title', '通知'],
      ['heading1', '一、总体要求'],
      ['attachmentMark', '附件1'],
      ['attachmentTitle', '名单'],
      ['heading1', '一、范围'],
      ['articleTitle', '做法'],
      ['heading1', '一、主要做法'],
    ]);
    expect(found('headings.count', model)).toEqual([]);
  });

  test('跳级：文中用了（一），一、下面却直接是1.', () => {
    const model = headings('一、', '（一）', '二、', '1.');
    expect(messages(found('headings.order', model))).toEqual(['“1.”上面缺“（一）”这一层']);
    expect(found('headings.order', headings('一、', '1.', '二、', '1.'))).toEqual([]);
    expect(messages(found('headings.order', headings('（一）', '一、')))).toHaveLength(1);
    expect(found('headings.order', headings('（一）', '（二）'))).toEqual([]);
    expect(messages(found('headings.order', headings('一、', '（一）', '1.', '二、', '（1）')))).toEqual([
      '“（1）”上面缺“（一）1.”这一层',
    ]);
  });

  test('序号的写法与标题层级不合', () => {
    expect(found('headings.level', paper([['heading2', '一、总体要求']]))).toHaveLength(1);
    expect(found('headings.level', paper([['heading1', '（一）总体要求']]))).toHaveLength(1);
    expect(found('headings.level', paper([['heading1', '1.总体要求']]))).toHaveLength(1);
    expect(found('headings.level', paper([['heading1', '总体要求']]))).toEqual([]);
  });
});

describe('标题与分项', () => {
  test('标题末尾的标点查出，连着写的分项不算', () => {
    expect(found('heading.endMark', paper([['heading1', '一、摸清底数。']]))).toMatchObject([{ replacement: '' }]);
    const items = paper([
      ['heading1', '一、近三年建设情况；'],
      ['heading1', '二、周边停车管理情况。'],
    ]);
    expect(found('heading.endMark', items)).toEqual([]);
  });
});

describe('分项序号', () => {
  test.each([
    ['一是摸底数；三是抓落实。', '一是摸底数；二是抓落实。'],
    ['一是摸底数。一是摸底数。二是办。二是办。', '一是摸底数。一是摸底数。二是办。三是办。'],
    ['要求：一是快，二是准，四是稳。', '要求：一是快，二是准，三是稳。'],
  ])('“%s”查出', (text, right) => {
    const model = paper([['body', text]]);
    const mended = applyFindings(model, found('sequence.inline', model));
    expect(texts(mended)).toEqual([right]);
    expect(found('sequence.inline', mended)).toEqual([]);
  });

  test.each([
    '一是摸底数；二是抓落实；三是见实效。',
    '二是加强协作。',
    '这三是多少，十是多少',
    '一是否可行，三是否必要',
  ])('“%s”不报', (text) => expect(found('sequence.inline', paper([['body', text]]))).toEqual([]));

  test('连着的分项跳号，隔开的不算', () => {
    const list = (...numbers: number[]) => paper(numbers.map((n) => ['body', `${n}.督办提案。`] as const));
    expect(found('sequence.list', list(1, 2, 4))).toMatchObject([{ block: 2, replacement: '3.' }]);
    expect(found('sequence.list', list(1, 2, 2))).toMatchObject([{ block: 2, replacement: '3.' }]);
    expect(
      found(
        'sequence.list',
        paper([
          ['body', '（1）甲。'],
          ['body', '（3）乙。'],
        ]),
      ),
    ).toMatchObject([{ replacement: '（2）' }]);
    expect(found('sequence.list', list(1, 2, 3, 1, 2))).toEqual([]);
    expect(
      found(
        'sequence.list',
        paper([
          ['body', '1.甲。'],
          ['heading1', '二、乙'],
          ['body', '4.丙。'],
        ]),
      ),
    ).toEqual([]);
    expect(
      found(
        'sequence.list',
        paper([
          ['body', '1.5万元。'],
          ['body', '3.2万元。'],
        ]),
      ),
    ).toEqual([]);
  });

  test('表格序号', () => {
    const rows = (...numbers: string[]) => paper([table([['序号', '案由'], ...numbers.map((n) => [n, '案'])])]);
    expect(found('sequence.register', rows('1', '2', '4'))).toMatchObject([
      { block: 0, cell: { row: 3, cell: 0 }, replacement: '3', message: '序号2后面是4' },
    ]);
    expect(found('sequence.register', rows('1', '2', '2'))).toHaveLength(1);
    expect(found('sequence.register', rows('1', '3'))).toHaveLength(1);
    expect(found('sequence.register', rows('1', '2', '3'))).toEqual([]);
    expect(found('sequence.register', rows('1', '2', '', '1', '2'))).toEqual([]);
    expect(found('sequence.register', rows('047', '048', '112'))).toEqual([
      expect.objectContaining({ message: '序号48后面是112' }),
    ]);
    expect(
      found(
        'sequence.register',
        paper([
          table([
            ['届次', '案由'],
            ['1', '甲'],
            ['3', '乙'],
          ]),
        ]),
      ),
    ).toEqual([]);
  });

  test('第几比共几大', () => {
    for (const text of ['第13条，共12条', '第5件 共3件', '第8页/共7页']) {
      expect(found('sequence.ofTotal', paper([['body', text]]))).toHaveLength(1);
    }
    for (const text of ['第12条，共12条', '第3件 共5件', '第13条，共12件']) {
      expect(found('sequence.ofTotal', paper([['body', text]]))).toEqual([]);
    }
  });
});

describe('附件', () => {
  const attached = (notes: readonly string[], titles: readonly string[], marks?: readonly string[]) =>
    paper([
      ['title', '通知'],
      ['body', '详见附件1。'],
      ...notes.map((note) => ['attachmentNote', note] as const),
      ...titles.flatMap((title, index) => [
        { type: 'pageBreak' } as const,
        ['attachmentMark', marks?.[index] ?? (titles.length > 1 ? `附件${index + 1}` : '附件')] as const,
        ['attachmentTitle', title] as const,
      ]),
    ]);

  test('说明与附件一一对上不报', () => {
    for (const model of [
      attached(['附件：会议议程'], ['会议议程']),
      attached(['附件：1.会议议程', '2.参会人员名单'], ['会议议程', '参会人员名单']),
      attached(['附件：1.会议议程\n2.参会人员名单'], ['会议议程', '参会人员名单']),
      attached([], []),
    ]) {
      for (const rule of ['attachments.match', 'attachments.note', 'attachments.mark'])
        expect(found(rule, model)).toEqual([]);
    }
  });

  test('个数、名称不一致查出', () => {
    const count = attached(['附件：1.会议议程', '2.名单'], ['会议议程', '名单', '测评表']);
    expect(messages(found('attachments.match', count))).toEqual(['附件说明有2个，后面附了3个']);
    const name = attached(['附件：会议议程'], ['会议日程']);
    expect(found('attachments.match', name)).toMatchObject([{ replacement: '会议日程', severity: 'warning' }]);
    expect(found('attachments.match', applyFindings(name, found('attachments.match', name)))).toEqual([]);
    expect(messages(found('attachments.match', attached([], ['会议议程'])))).toEqual([
      '后面有1个附件，正文后没有附件说明',
    ]);
    expect(found('attachments.match', attached(['附件：会议议程'], []))).toMatchObject([{ severity: 'hint' }]);
  });

  test('说明和顺序号的写法', () => {
    const note = attached(['附件：1.会议议程；', '3.名单。'], ['会议议程', '名单']);
    expect(messages(found('attachments.note', note))).toEqual([
      '附件名称后不加标点',
      '附件序号应为2',
      '附件名称后不加标点',
    ]);
    expect(found('attachments.note', attached(['附件：会议议程', '名单'], ['会议议程', '名单']))).toHaveLength(2);
    const marks = attached(['附件：1.甲', '2.乙'], ['甲', '乙'], ['附件1：', '附件3']);
    expect(found('attachments.mark', marks).map(({ replacement }) => replacement)).toEqual(['附件1', '附件2']);
    expect(found('attachments.mark', attached(['附件：甲'], ['甲'], ['附件：']))).toHaveLength(1);
  });

  test('文中提到没有的附件', () => {
    const model = (text: string) =>
      paper([
        ['body', text],
        ['attachmentNote', '附件：1.甲'],
        ['attachmentNote', '2.乙'],
      ]);
    expect(found('attachments.mention', model('见附件3'))).toHaveLength(1);
    expect(found('attachments.mention', model('见附件12'))).toHaveLength(1);
    expect(found('attachments.mention', model('见附件0'))).toHaveLength(1);
    for (const text of ['见附件1、附件2', '见附件', '详见附件2'])
      expect(found('attachments.mention', model(text))).toEqual([]);
  });
});
