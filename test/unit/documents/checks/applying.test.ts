import { array, assert, constantFrom, oneof, property, record, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carriedFindings, withoutRepeats } from '../../../../shared/documents/checks/carried-findings.ts';
import {
  applyFinding,
  applyFindings,
  checkDocument,
  checkRules,
  isOffered,
  rulesOff,
  wordsAt,
} from '../../../../shared/documents/checks/index.ts';
import { edit } from '../../../../shared/documents/edit.ts';
import type { DocumentModel, Finding, ParagraphRole } from '../../../../shared/documents/model.ts';
import { checkModel } from '../../../../shared/documents/schema.ts';
import { context, paper, table } from './papers.ts';

const words = array(
  constantFrom(
    ...[
      '会议强调,',
      '要抓落实。',
      '一是',
      '三是',
      '“',
      '”、',
      '《',
      '》',
      '(',
      ')',
      '2024年02月06日',
      '附件3',
      '丁一委员',
    ],
    ...[
      '…',
      '等等',
      '——',
      '-',
      '5',
      '～',
      '30%',
      '二零二四年',
      '第一、',
      '一、',
      '（三）',
      '1、',
      '4.',
      ' ',
      '；',
      '××',
      '____',
    ],
  ),
  { maxLength: 8 },
).map((parts) => parts.join(''));
const ROLES: readonly ParagraphRole[] = [
  'title',
  'body',
  'heading1',
  'heading2',
  'salutation',
  'nameList',
  'attachmentNote',
  'attachmentMark',
  'attachmentTitle',
  'date',
];

/** Paragraphs of several runs, a table and a red head, full of slips. */
const papers = record({
  paragraphs: array(record({ role: constantFrom(...ROLES), runs: array(words, { minLength: 1, maxLength: 3 }) }), {
    maxLength: 8,
  }),
  cells: array(array(oneof(words, constantFrom('1', '3', '合计', '丁　一')), { minLength: 2, maxLength: 2 }), {
    maxLength: 4,
  }),
  number: oneof(words, constantFrom('示政协办[2024]7号', '示政协办〔2024〕7号')),
}).map(({ paragraphs, cells, number }) =>
  paper(
    [
      ...paragraphs.map(({ role, runs }) => ({
        type: 'paragraph' as const,
        role,
        runs: runs.map((text) => ({ text })),
      })),
      table([['序号', '件数'], ...cells]),
    ],
    { masthead: { mark: '政协示例区委员会文件', ...(number ? { number } : {}) } },
  ),
);

const sameplace = (a: Finding, b: Finding) =>
  a.rule === b.rule && a.block === b.block && a.part === b.part && JSON.stringify(a.cell) === JSON.stringify(b.cell);

describe('采纳', () => {
  test('任意纸面：采纳一处后仍是合格的文书，同一处不再报同一条', () => {
    assert(
      property(papers, (model) => {
        for (const finding of checkDocument(model, context).filter(isOffered)) {
          const [from = 0] = finding.range ?? [];
          const after = applyFinding(model, finding);
          checkModel(after);
          const again = checkDocument(after, context).filter((other) => sameplace(finding, other));
          const end = from + (finding.replacement ?? '').length;
          const here = again.filter((other) => other.range?.[0] === from && other.range[1] === Math.max(end, from));
          expect({ finding, here }).toEqual({ finding, here: [] });
        }
      }),
      { numRuns: 100 },
    );
  });

  test('任意纸面：全部采纳不出错，只改有提议的地方', () => {
    assert(
      property(papers, (model) => {
        const findings = checkDocument(model, context);
        const after = applyFindings(model, findings);
        checkModel(after);
        if (!findings.some(isOffered)) expect(after).toEqual(model);
      }),
      { numRuns: 300 },
    );
  });

  test('任何文字都查得完', () => {
    assert(
      property(array(string({ unit: 'binary', maxLength: 30 }), { maxLength: 5 }), (texts) => {
        const model = paper([...texts.map((text) => ['body', text] as const), table([texts.length ? texts : ['']], 0)]);
        for (const finding of checkDocument(model, context)) {
          const at = wordsAt(model, finding);
          if (finding.range) expect(finding.range[1]).toBeLessThanOrEqual(at?.length ?? -1);
        }
      }),
    );
  });

  test('周围文字的样子、注和出处不变', () => {
    const source = { kind: 'event', id: 'e1', field: 'minutes' };
    const model = paper([
      {
        type: 'paragraph',
        role: 'body',
        runs: [
          { text: '会议', bold: true },
          { text: '强调,', source },
          { text: '落实', note: '见文件' },
        ],
      },
    ]);
    const [finding] = checkDocument(model, context);
    expect(finding).toMatchObject({ rule: 'marks.halfWidth', source });
    const after = applyFindings(model, finding ? [finding] : []);
    expect(after.blocks[0]).toEqual({
      type: 'paragraph',
      role: 'body',
      runs: [
        { text: '会议', bold: true },
        { text: '强调，', source },
        { text: '落实', note: '见文件' },
      ],
    });
  });

  test('跨两段样式的一处也只改这一处，撤回就是原来的模型', () => {
    const model = paper([
      { type: 'paragraph', role: 'body', runs: [{ text: '做法"有事' }, { text: '好商量"很好', bold: true }] },
    ]);
    const after = applyFindings(model, checkDocument(model, context));
    expect(after.blocks[0]).toMatchObject({ runs: [{ text: '做法“有事好商量”' }, { text: '很好', bold: true }] });
    expect(model.blocks[0]).toMatchObject({ runs: [{ text: '做法"有事' }, { text: '好商量"很好' }] });
  });

  test('位置已经不在的提议不改任何东西', () => {
    const model = paper([['body', '短']]);
    const gone: Finding = { severity: 'warning', message: '', block: 7, range: [0, 1], replacement: '长' };
    expect(applyFinding(model, gone)).toBe(model);
    expect(applyFinding(model, { ...gone, block: 0, range: [0, 9] })).toBe(model);
    expect(applyFinding(model, { ...gone, block: 0, cell: { row: 0, cell: 0 } })).toBe(model);
    expect(
      applyFinding(model, {
        severity: 'warning',
        message: '',
        part: 'masthead.number',
        range: [0, 1],
        replacement: '',
      }),
    ).toBe(model);
  });

  test('红头和版记里的提议也能采纳', () => {
    const model: DocumentModel = paper([['body', '文']], {
      masthead: { mark: '主席会议纪要', number: '示政协办[2024]07号' },
      imprint: { style: 'official', receivers: [{ label: '抄送', text: '区委,区政府' }], issued: '2024年02月06日印发' },
    });
    const after = applyFindings(model, checkDocument(model, context));
    expect(after.masthead?.number).toBe('示政协办〔2024〕7号');
    expect(after.imprint).toMatchObject({ receivers: [{ text: '区委，区政府' }], issued: '2024年2月6日印发' });
  });
});

describe('拟稿人的提示', () => {
  const fresh = paper([
    ['title', '纪要'],
    {
      type: 'paragraph',
      role: 'body',
      runs: [{ text: '正文' }],
      source: { kind: 'event', id: 'e1', field: 'minutes' },
    },
    ['body', '时间：____'],
  ]);
  const findings: Finding[] = [
    { severity: 'warning', message: '正文没有写完', block: 1, source: { kind: 'event', id: 'e1', field: 'minutes' } },
    { severity: 'warning', message: '没有文号，请填写' },
    { severity: 'warning', message: '没有登记时间', block: 2 },
  ];

  test('跟着改过的纸面走', () => {
    const moved = edit(fresh, {
      type: 'insert',
      at: 1,
      content: { type: 'paragraph', role: 'body', runs: [{ text: '新' }] },
    });
    expect(carriedFindings({ model: fresh, findings }, moved).map(({ block }) => block)).toEqual([2, undefined, 3]);
    const gone = edit(fresh, { type: 'remove', block: 1 });
    expect(carriedFindings({ model: fresh, findings }, gone)[0]).not.toHaveProperty('block');
  });

  test('已经说过的不再说', () => {
    const own = checkDocument(
      { ...fresh, masthead: { mark: '主席会议纪要' } },
      {
        ...context,
        definition: { id: 'minutes', label: '纪要', layout: 'minutes', series: 'minutes', group: '会议' },
      },
    );
    expect(own.map(({ rule }) => rule)).toEqual(['missing.parts', 'missing.placeholders']);
    expect(withoutRepeats(own, findings)).toEqual([]);
    expect(withoutRepeats(own, [])).toHaveLength(2);
  });
});

describe('规则', () => {
  test('编号不重，每条有出处', () => {
    const ids = checkRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(checkRules.every(({ source, label }) => source && label)).toBe(true);
  });

  test('关掉的规则不查；认不得的设置当作没有', () => {
    const model = paper([['body', '会议强调,要抓落实']]);
    expect(checkDocument(model, { ...context, off: rulesOff({ off: ['marks.halfWidth'] }) })).toEqual([]);
    expect(rulesOff(undefined).size + rulesOff({ off: '坏' }).size + rulesOff({ off: ['没有'] }).size).toBe(0);
  });
});
