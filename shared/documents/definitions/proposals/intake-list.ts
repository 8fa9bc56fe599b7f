import { bySector, COLLECTIVE } from '../../../figures/proposal-spread.ts';
import { BOARD } from '../../../figures/proposal-year.ts';
import { numberOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentCell, DocumentTable, Finding } from '../../model.ts';
import { spacedName } from '../../names.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { type Column, cell, register } from './cells.ts';
import { plainPaper } from './paper.ts';

/** 收件清单: every paper that came in, in the order of arrival, with counts that add up at the end (J04). */
export const proposalIntakeList: DocumentDefinition = {
  id: 'proposalIntakeList',
  label: '提案收件清单',
  group: '提案',
  layout: 'plain',
  aliases: ['收件登记表', '提案登记表'],
  description: '按会次、年度或收到的日期列出收到的提案，末尾有去向、类别和界别分布，合计与件数相等。',
  parameters: [
    ...of.scopeParameters,
    { name: 'from', label: '收到日期从', type: 'date', help: '大会期间每日出清单时填' },
    { name: 'to', label: '收到日期到', type: 'date' },
  ],
  compose,
};

const COLUMNS: readonly Column[] = [
  { label: '收件号', width: 16 },
  { label: '提案号', width: 26 },
  { label: '案由', width: 62, align: 'left' },
  { label: '类别', width: 26 },
  { label: '提案人', width: 26 },
  { label: '界别', width: 26 },
  { label: '专委会', width: 26 },
  { label: '提交时间', width: 23 },
  { label: '状态', width: 22 },
];

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const scope = of.scopeOf(params, material);
  const from = say.dayParam(params, 'from', '收到日期从');
  const to = say.dayParam(params, 'to', '收到日期到');
  if (from && to && to < from) throw new DocumentError('收到日期的末日早于首日，请核对。', 'to');
  const cases = scope.cases.filter(({ values }) => within(textOf(values, 'submittedOn'), from, to)).sort(of.byArrival);
  const title = `${material.settings.shortName}${scope.name}提案收件清单`;
  const span = spanWords(from, to);
  const blocks: DocumentBlock[] = [
    say.paragraph('title', title, of.scopeSource(scope)),
    say.paragraph(
      'subtitle',
      `（${span}共收到${cases.length}件，截至${say.chineseDay(material.today)}）`,
      of.scopeSource(scope),
    ),
    say.paragraph('tableNote', ''),
    ...(cases.length > 0
      ? [
          register(
            COLUMNS,
            cases.map((record) => rowOf(record, material)),
          ),
          ...spreads(cases, material),
        ]
      : [say.paragraph('body', '还没有收到提案。')]),
  ];
  return plainPaper(
    {
      document: 'proposalIntakeList',
      title,
      fileName: `${title}（${say.chineseDay(material.today)}）`,
      orientation: 'landscape',
      blocks,
    },
    gaps(cases, scope, Boolean(from || to), material),
    material,
  );
}

const within = (day: string, from: string, to: string): boolean =>
  (!from || (day !== '' && day >= from)) && (!to || (day !== '' && day <= to));

function spanWords(from: string, to: string): string {
  if (from && to) return `${say.chineseDay(from)}至${say.chineseDay(to)}`;
  if (from) return `${say.chineseDay(from)}起`;
  return to ? `截至${say.chineseDay(to)}` : '';
}

function rowOf(record: StoredRecord, material: DocumentMaterial): DocumentCell[] {
  const { values } = record;
  const at = (field: string) => say.sourceOf(record, field);
  const serial = numberOf(values, 'serialIn');
  const text = (field: string) => cell(textOf(values, field), at(field));
  const short = of.proposersInShort(record, material);
  const proposer = textOf(values, 'lead') ? spacedName(short) : short;
  return [
    cell(serial === undefined ? '' : String(serial), at('serialIn')),
    text('caseNumber'),
    cell(textOf(values, 'title'), at('title'), { align: 'left' }),
    text('category'),
    cell(proposer, at(textOf(values, 'lead') ? 'lead' : 'leadUnit')),
    cell(of.placeOfLead(record, 'sector', material) || (textOf(values, 'leadUnit') ? COLLECTIVE : ''), at('lead')),
    cell(of.placeOfLead(record, 'committee', material), at('lead')),
    cell(textOf(values, 'submittedOn').replaceAll('-', '.'), at('submittedOn')),
    text('state'),
  ];
}

/** 去向, 类别, 界别: each adds up to the number of papers. */
function spreads(cases: readonly StoredRecord[], material: DocumentMaterial): DocumentBlock[] {
  // What goes elsewhere is told way by way: it is what the list is asked for.
  const ways = BOARD.flatMap(({ id, label, states: words }) =>
    id === 'elsewhere' ? words.map((word) => ({ label: word, states: [word] })) : [{ label, states: words }],
  );
  const states = ways.map(({ label, states: words }) => ({
    label,
    count: cases.filter(({ values }) => words.includes(textOf(values, 'state'))).length,
  }));
  states.push({ label: '状态不详', count: cases.length - states.reduce((sum, { count }) => sum + count, 0) });
  const categories = new Map<string, StoredRecord[]>();
  for (const record of cases) {
    const category = textOf(record.values, 'category') || '未选类别';
    categories.set(category, [...(categories.get(category) ?? []), record]);
  }
  const sectors = bySector(cases, material.lookup).map(({ key, columns }) => ({
    label: sectorName(key, material),
    count: columns.received?.length ?? 0,
  }));
  return [
    say.paragraph('tableTitle', '去向分布'),
    countTable('去向', states, cases.length),
    say.paragraph('tableTitle', '类别分布'),
    countTable(
      '类别',
      [...categories].map(([label, ids]) => ({ label, count: ids.length })),
      cases.length,
    ),
    say.paragraph('tableTitle', '界别分布'),
    countTable('界别', sectors, cases.length),
    say.paragraph(
      'tableNote',
      '口径：收到的全部提案，草稿不算，不立案、并案的也算收到；界别按第一提案人，单位提出的列为集体提案。',
    ),
  ];
}

function sectorName(key: string, material: DocumentMaterial): string {
  if (key === '' || key === COLLECTIVE) return key || '界别不详';
  const values = material.lookup('sector', key)?.values ?? {};
  return textOf(values, 'name') || '界别不详';
}

/** Pairs of word and number side by side, the total last. */
function countTable(
  what: string,
  lines: readonly { readonly label: string; readonly count: number }[],
  total: number,
): DocumentTable {
  const shown = [...lines.filter(({ count }) => count > 0), { label: '合计', count: total }];
  const across = 4;
  const rows: DocumentCell[][] = [];
  for (let at = 0; at < shown.length; at += across) {
    const row = shown.slice(at, at + across).flatMap(({ label, count }) => [cell(label), cell(String(count))]);
    while (row.length < across * 2) row.push(cell(''));
    rows.push(row);
  }
  const head = Array.from({ length: across }, () => [cell(what), cell('件数')]).flat();
  return {
    type: 'table',
    columns: Array.from({ length: across }, () => [{ width: 42 }, { width: 21 }])
      .flat()
      .map(({ width }) => ({ width, align: 'center' })),
    headRows: 1,
    rows: [head, ...rows],
    size: 10.5,
  };
}

function gaps(cases: readonly StoredRecord[], scope: of.Scope, dated: boolean, material: DocumentMaterial): Finding[] {
  const without = (field: string) => cases.filter(({ values }) => !values[field]);
  const unknown = cases.filter((record) => !of.proposerOf(record, material));
  const undated = dated ? scope.cases.filter(({ values }) => !textOf(values, 'submittedOn')) : without('submittedOn');
  const numbers = new Map<string, StoredRecord>();
  const repeated: StoredRecord[] = [];
  for (const record of cases) {
    const number = textOf(record.values, 'caseNumber');
    if (number && numbers.has(number)) repeated.push(record);
    if (number) numbers.set(number, record);
  }
  return [
    ...(cases.length === 0 ? [{ severity: 'warning', message: '所选范围里没有收到的提案。' } as const] : []),
    ...of.lacking('warning', unknown, 'lead', '没有提案人'),
    ...of.lacking('warning', without('category'), 'category', '没有选类别'),
    ...of.lacking('warning', undated, 'submittedOn', dated ? '没有提交日期，没有列入' : '没有提交日期'),
    ...of.lacking('error', repeated, 'caseNumber', '的提案号重复'),
  ];
}
