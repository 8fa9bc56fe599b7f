import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { answeringRows } from '../../../workflow/proposal-reading.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentCell, Finding, Run } from '../../model.ts';
import { spacedName } from '../../names.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { type Column, cell, register } from './cells.ts';
import { wordsOf } from './choices.ts';
import { plainPaper } from './paper.ts';

const ORDERS = ['按类别', '按提案号'] as const;
const EXTENTS = ['全部立案提案', '只列同意公开的'] as const;

/** 提案目录: the filed cases with their proposers and units; what was merged stands under its main case. */
export const proposalCatalogue: DocumentDefinition = {
  id: 'proposalCatalogue',
  label: '提案目录',
  group: '提案',
  layout: 'plain',
  aliases: ['立案提案目录', '提案汇编目录'],
  description: '立案提案的号、案由、提案人、主办单位，按类别或按提案号；并案的写在主案下面。',
  parameters: [
    ...of.scopeParameters,
    { name: 'order', label: '排列', type: 'choice', options: ORDERS, initial: ORDERS[0] },
    { name: 'extent', label: '范围', type: 'choice', options: EXTENTS, initial: EXTENTS[0] },
  ],
  compose,
};

const COLUMNS: readonly Column[] = [
  { label: '提案号', width: 26 },
  { label: '案由', width: 70, align: 'left' },
  { label: '提案人', width: 26 },
  { label: '主办单位', width: 40 },
];

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const scope = of.scopeOf(params, material);
  const order = say.choiceParam(params, 'order', '排列', ORDERS);
  const open = say.choiceParam(params, 'extent', '范围', EXTENTS) === EXTENTS[1];
  const filed = of.filedOf(scope.cases).filter(({ values }) => !open || values.isOpen === true);
  const merged = new Map(filed.map((record) => [record.id, mergedInto(record, material)]));
  const count = [...merged.values()].reduce((sum, cases) => sum + cases.length, 0);
  const title = `${material.settings.shortName}${scope.name}提案目录`;
  const note = `（立案${filed.length}件${count > 0 ? `，另有${count}件并入其中` : ''}${open ? '，只列同意公开的' : ''}）`;
  const row = (record: StoredRecord) => rowOf(record, merged.get(record.id) ?? [], material);
  const rows =
    order === ORDERS[0]
      ? byCategory(filed, material).flatMap(([category, cases]) => [
          [
            {
              runs: [{ text: `${category}（${cases.length}件）`, lead: true }],
              colSpan: COLUMNS.length,
              align: 'left',
            } as const,
          ],
          ...cases.map(row),
        ])
      : filed.map(row);
  const blocks: DocumentBlock[] = [
    say.paragraph('title', title, of.scopeSource(scope)),
    say.paragraph('subtitle', note, of.scopeSource(scope)),
    say.paragraph('tableNote', ''),
    rows.length > 0 ? register(COLUMNS, rows) : say.paragraph('body', '还没有立案的提案。'),
  ];
  return plainPaper(
    {
      document: 'proposalCatalogue',
      title,
      fileName: `${title}（${say.chineseDay(material.today)}）`,
      orientation: 'portrait',
      blocks,
    },
    gaps(filed, open, material),
    material,
  );
}

function mergedInto(main: StoredRecord, material: DocumentMaterial): readonly StoredRecord[] {
  return material
    .list('proposal')
    .filter((other) => other.id !== main.id && textOf(other.values, 'state') === '并案')
    .filter((other) => of.mainCaseOf(other, material).id === main.id)
    .sort(of.byArrival);
}

/** Categories in the office's order; what has none comes last. */
function byCategory(
  filed: readonly StoredRecord[],
  material: DocumentMaterial,
): readonly (readonly [string, readonly StoredRecord[]])[] {
  const words = wordsOf('issueCategory', material);
  const known = [...new Set(filed.map(({ values }) => textOf(values, 'category')))];
  const place = (word: string) => {
    const at = words.indexOf(word);
    return word === '' ? words.length + 1 : at < 0 ? words.length : at;
  };
  return known
    .sort((a, b) => place(a) - place(b))
    .map((category) => [category || '未选类别', filed.filter(({ values }) => textOf(values, 'category') === category)]);
}

function rowOf(record: StoredRecord, merged: readonly StoredRecord[], material: DocumentMaterial): DocumentCell[] {
  const at = (field: string) => say.sourceOf(record, field);
  const title: Run[] = [
    { text: `${record.values.isKey === true ? '★' : ''}${of.titleOf(record)}`, source: at('title') },
    ...merged.map((other) => ({
      text: `\n（并案：${of.proposerOf(other, material)}《${of.titleOf(other)}》）`,
      source: say.sourceOf(other, 'title'),
    })),
  ];
  const all = [record, ...merged].map((one) => ({ one, name: nameOf(one, material) }));
  const proposers: Run[] = all
    .filter(({ name }, index) => name && all.findIndex((other) => other.name === name) === index)
    .map(({ one, name }, index) => ({
      text: `${index > 0 ? '\n' : ''}${name}`,
      source: say.sourceOf(one, one.values.lead ? 'lead' : 'leadUnit'),
    }));
  return [
    cell(textOf(record.values, 'caseNumber'), at('caseNumber')),
    { runs: title, align: 'left', source: at('title') },
    { runs: proposers, align: 'center', source: at('lead') },
    cell(of.unitsOf(answeringRows(record.values), material, true).replaceAll('、', '\n'), at('assignments')),
  ];
}

const nameOf = (record: StoredRecord, material: DocumentMaterial): string => {
  const short = of.proposersInShort(record, material);
  return record.values.lead ? spacedName(short) : short;
};

function gaps(filed: readonly StoredRecord[], open: boolean, material: DocumentMaterial): Finding[] {
  const without = (field: string) => filed.filter(({ values }) => !values[field]);
  return [
    ...(filed.length === 0 ? [{ severity: 'warning', message: '所选范围里没有立案的提案。' } as const] : []),
    ...of.lacking('warning', without('caseNumber'), 'caseNumber', '没有提案号'),
    ...of.lacking('warning', without('category'), 'category', '没有选类别'),
    ...of.lacking(
      'warning',
      filed.filter((record) => !of.proposerOf(record, material)),
      'lead',
      '没有提案人',
    ),
    ...of.lacking(
      'hint',
      filed.filter(({ values }) => answeringRows(values).length === 0),
      'assignments',
      '还没有主办单位',
    ),
    ...(open
      ? []
      : of.lacking(
          'warning',
          filed.filter(({ values }) => values.isOpen === false),
          'isOpen',
          '不同意公开，对外印发前请去掉',
        )),
  ];
}
