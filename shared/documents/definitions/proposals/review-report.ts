import { byCategory, COLLECTIVE } from '../../../figures/proposal-spread.ts';
import { proposalTallies } from '../../../figures/proposal-year.ts';
import { listOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentModel, Finding, Run } from '../../model.ts';
import { spacedName } from '../../names.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { cell, register } from './cells.ts';
import { counted, type Figures, figuresOf, text } from './numbers.ts';
import { attachment, finished } from './paper.ts';

/** 提案审查情况报告: how many came in and what became of them; the parts add up to the whole (J05, W-12). */
export const proposalReviewReport: DocumentDefinition = {
  id: 'proposalReviewReport',
  label: '提案审查情况报告',
  group: '提案',
  layout: 'official',
  aliases: ['审查报告', '立案情况报告'],
  description: '收件、立案、并案、不予立案的件数和原因，类别构成；附不予立案和并案的一览表。',
  parameters: [
    ...of.scopeParameters,
    { name: 'signature', label: '署名', type: 'text', help: '留空用提案委员会' },
    { name: 'issueDate', label: '成文日期', type: 'date', help: '留空用今天' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const scope = of.scopeOf(params, material);
  const date = say.dayParam(params, 'issueDate', '成文日期') || material.today;
  const figures = figuresOf(scope, material);
  const tallies = new Map(proposalTallies(scope.cases).map((tally) => [tally.id, tally.ids.length]));
  const merged = scope.cases.filter(({ values }) => textOf(values, 'state') === '并案');
  const rejected = scope.cases.filter(({ values }) => textOf(values, 'state') === '不予立案');
  const title = `关于${scope.session ? scope.name : `${scope.name}度`}提案审查情况的报告`;
  const lists = listsOf(merged, rejected, material);
  const signature = say.textParam(params, 'signature') || `${material.settings.shortName}提案委员会`;
  const model: DocumentModel = {
    document: 'proposalReviewReport',
    title,
    fileName: `${title}（${say.chineseDay(date)}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    blocks: [
      say.paragraph('title', title),
      say.paragraph('subtitle', signature),
      say.paragraph('subtitle', `（${say.chineseDay(date)}）`),
      say.blank(),
      ...receivedPart(scope, figures),
      ...(scope.cases.length > 0 ? reviewedPart(scope, figures, tallies, material) : []),
      ...lists.note,
      ...lists.blocks,
    ],
  };
  return finished(model, [...figures.findings, ...gaps(scope, tallies, merged, material)], material);
}

function receivedPart(scope: of.Scope, figures: Figures): DocumentBlock[] {
  const { cases } = scope;
  if (cases.length === 0) {
    return [say.paragraph('body', `${scope.name}还没有收到提案。`, of.scopeSource(scope))];
  }
  const days = cases
    .map(({ values }) => textOf(values, 'submittedOn'))
    .filter(Boolean)
    .sort();
  const span = days.length > 0 ? `自${say.chineseDay(days[0] ?? '')}至${say.chineseDay(days.at(-1) ?? '')}，` : '';
  const collective = cases.filter(({ values }) => values.leadUnit && !values.lead);
  const joint = cases.filter(({ values }) => textOf(values, 'proposalKind') === '委员联名');
  const atSession = cases.filter(({ values }) => textOf(values, 'timing') === '大会提案');
  const between = cases.filter(({ values }) => textOf(values, 'timing') === '平时提案');
  const proposers = new Set(cases.map(({ values }) => textOf(values, 'lead')).filter(Boolean));
  const runs: Run[] = [
    text(`${span}共收到提案`),
    figures.received,
    text('件。其中，大会提案'),
    counted(atSession.length, scope),
    text('件，平时提案'),
    counted(between.length, scope),
    text('件；委员提案'),
    counted(cases.length - collective.length, scope),
    text(`件${joint.length > 0 ? `（联名${joint.length}件）` : ''}`),
    ...(collective.length > 0 ? [text(`，${COLLECTIVE}`), counted(collective.length, scope), text('件')] : []),
    text(`。${proposers.size > 0 ? `${proposers.size}名委员作为第一提案人提交了提案。` : ''}现将审查情况报告如下：`),
  ];
  return [body(runs)];
}

const body = (runs: readonly Run[]): DocumentBlock => ({ type: 'paragraph', role: 'body', runs });

function reviewedPart(
  scope: of.Scope,
  figures: Figures,
  tallies: ReadonlyMap<string, number>,
  material: DocumentMaterial,
): DocumentBlock[] {
  const count = (id: string) => tallies.get(id) ?? 0;
  const merged = scope.cases.filter(({ values }) => textOf(values, 'state') === '并案');
  const mains = new Set(merged.map((record) => of.mainCaseOf(record, material).id));
  const part = (id: string, before: string, after = '件'): Run[] =>
    count(id) > 0 ? [text(`；${before}`), counted(count(id), scope), text(after)] : [];
  const runs: Run[] = [
    text('经审查，立案'),
    figures.filed,
    text('件'),
    ...(merged.length > 0
      ? [
          text('；内容相同或相近的'),
          counted(merged.length, scope),
          text(`件并入其中${mains.size}件主案，合并立案、一并办理`),
        ]
      : []),
    ...part('rejected', '不予立案'),
    ...part('toOpinion', '转为社情民意信息'),
    ...part('elsewhere', '转委员来信、转上级政协或由提案人撤回'),
    ...part('examining', '尚在审查'),
    text('。'),
  ];
  const filed = of.filedOf(scope.cases);
  const lines = byCategory(filed);
  const categories = lines
    .map(({ key, columns }) => `${key || '未选类别'}${columns.received?.length ?? 0}件`)
    .join('，');
  const key = filed.filter(({ values }) => values.isKey === true).length;
  const special = key > 0 ? `其中，重点提案${key}件。` : '';
  const blocks: DocumentBlock[] = [
    say.paragraph('heading1', '一、立案情况'),
    body(runs),
    ...(filed.length > 0
      ? [say.paragraph('body', `立案的${filed.length}件提案按类别分：${categories}。${special}`, of.scopeSource(scope))]
      : []),
  ];
  blocks.push(...rejectedPart(scope));
  return blocks;
}

/** Reasons with their counts; a paper may have several. */
function rejectedPart(scope: of.Scope): DocumentBlock[] {
  const rejected = scope.cases.filter(({ values }) => textOf(values, 'state') === '不予立案');
  if (rejected.length === 0) return [];
  const reasons = new Map<string, number>();
  for (const { values } of rejected) {
    const given = listOf(values, 'rejectReasons');
    for (const reason of given.length > 0 ? given : ['未写原因']) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const words = [...reasons]
    .sort((a, b) => b[1] - a[1])
    .map(([reason, count]) => `${reason}的${count}件`)
    .join('，');
  const several = [...reasons.values()].reduce((sum, count) => sum + count, 0) > rejected.length;
  return [
    say.paragraph('heading1', '二、不予立案情况'),
    say.paragraph(
      'body',
      `不予立案的${rejected.length}件，按原因分：${words}。${several ? '一件有几个原因的，分别计入。' : ''}`,
      of.scopeSource(scope),
    ),
  ];
}

function listsOf(merged: readonly StoredRecord[], rejected: readonly StoredRecord[], material: DocumentMaterial) {
  const parts = [
    { title: '不予立案提案一览表', rows: rejected.map((record) => rejectedRow(record, material)), heads: REJECTED },
    { title: '并案提案一览表', rows: merged.map((record) => mergedRow(record, material)), heads: MERGED },
  ].filter(({ rows }) => rows.length > 0);
  const many = parts.length > 1;
  const names = parts.map(({ title }, index) => (many ? `${index + 1}.${title}` : title));
  return {
    note:
      parts.length > 0
        ? [
            say.blank(),
            ...names.map((name, index) => say.paragraph('attachmentNote', index === 0 ? `附件：${name}` : name)),
          ]
        : [],
    blocks: parts.flatMap(({ title, rows, heads }, index) =>
      attachment(`附件${many ? index + 1 : ''}`, title, [register(heads, rows, 12)]),
    ),
  };
}

const REJECTED = [
  { label: '收件号', width: 18 },
  { label: '案由', width: 74, align: 'left' },
  { label: '提案人', width: 24 },
  { label: '原因', width: 40, align: 'left' },
] as const;

const MERGED = [
  { label: '收件号', width: 18 },
  { label: '案由', width: 58, align: 'left' },
  { label: '提案人', width: 24 },
  { label: '并入提案', width: 56, align: 'left' },
] as const;

function firstCells(record: StoredRecord, material: DocumentMaterial) {
  const name = of.proposersInShort(record, material);
  return [
    cell(
      typeof record.values.serialIn === 'number' ? String(record.values.serialIn) : '',
      say.sourceOf(record, 'serialIn'),
    ),
    cell(of.titleOf(record), say.sourceOf(record, 'title'), { align: 'left' }),
    cell(record.values.lead ? spacedName(name) : name, say.sourceOf(record, 'lead')),
  ];
}

const rejectedRow = (record: StoredRecord, material: DocumentMaterial) => [
  ...firstCells(record, material),
  cell(listOf(record.values, 'rejectReasons').join('、'), say.sourceOf(record, 'rejectReasons'), { align: 'left' }),
];

function mergedRow(record: StoredRecord, material: DocumentMaterial) {
  const main = of.mainCaseOf(record, material);
  const words = main === record ? '' : `${of.caseName(main.values)}《${of.titleOf(main)}》`;
  return [...firstCells(record, material), cell(words, say.sourceOf(record, 'mergedInto'), { align: 'left' })];
}

function gaps(
  scope: of.Scope,
  tallies: ReadonlyMap<string, number>,
  merged: readonly StoredRecord[],
  material: DocumentMaterial,
): Finding[] {
  const { cases } = scope;
  const parts = ['filed', 'merged', 'rejected', 'toOpinion', 'elsewhere', 'examining'];
  const sum = parts.reduce((total, id) => total + (tallies.get(id) ?? 0), 0);
  const lost = merged.filter((record) => !of.filedOf([of.mainCaseOf(record, material)]).length);
  const rejected = cases.filter(({ values }) => textOf(values, 'state') === '不予立案');
  return [
    ...(cases.length === 0
      ? [{ severity: 'error', message: '所选范围里没有收到的提案，没有可报告的。' } as const]
      : []),
    ...(sum === cases.length
      ? []
      : [{ severity: 'error', message: `各项去向合计${sum}件，与收到的${cases.length}件不等，请核对状态。` } as const]),
    ...of.lacking('warning', lost, 'mergedInto', '并入的主案没有立案'),
    ...of.lacking(
      'error',
      rejected.filter(({ values }) => listOf(values, 'rejectReasons').length === 0),
      'rejectReasons',
      '不予立案，没有写原因',
    ),
    ...of.lacking(
      'warning',
      cases.filter(({ values }) => !values.timing),
      'timing',
      '没有登记是大会提案还是平时提案',
    ),
    ...of.lacking(
      'warning',
      of.filedOf(cases).filter(({ values }) => !values.category),
      'category',
      '没有选类别',
    ),
    ...((tallies.get('examining') ?? 0) > 0
      ? [{ severity: 'hint', message: `还有${tallies.get('examining')}件没有审查完。` } as const]
      : []),
  ];
}
