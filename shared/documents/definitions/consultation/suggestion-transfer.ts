import { needsReceipt } from '../../../figures/suggestion-lists.ts';
import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import type { DocumentModel, Finding } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { byUnit, chosenSuggestions, needSome, numberWords, suggestionParams } from './chosen-suggestions.ts';
import { gap, located } from './locate.ts';
import { proposersOf, unitNames } from './naming.ts';
import { type Column, register } from './tables.ts';

/** 意见建议转办清单: what goes to which unit until when (J13). */
export const suggestionTransfer: DocumentDefinition = {
  id: 'suggestionTransfer',
  label: '意见建议转办清单',
  group: '协商监督',
  layout: 'plain',
  aliases: ['转办清单', '交办清单', '建议清单'],
  description:
    '一次协商、座谈、监督或一份报告的意见建议，按主责单位分组：内容、提出人、配合单位、送达日期、答复时限、收条。',
  parameters: [...suggestionParams, { name: 'title', label: '标题', type: 'text', help: '留空为“意见建议转办清单”' }],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const chosen = chosenSuggestions(params, material);
  needSome(chosen);
  const groups = byUnit(chosen.records, material);
  const units = groups.filter(({ unit }) => unit !== '').length;
  const title = say.textParam(params, 'title') || '意见建议转办清单';
  const origin = chosen.source ? `来源：${chosen.words}` : chosen.words;
  const model: DocumentModel = {
    document: 'suggestionTransfer',
    title,
    fileName: `${title}（${chosen.words}）`,
    page: { orientation: 'landscape', grid: 'free', folio: 'center' },
    blocks: [
      say.paragraph('title', title),
      say.paragraph(
        'subtitle',
        `（${origin}；共${chosen.records.length}条，分送${units}个单位）`,
        ...(chosen.source ? [say.sourceOf(chosen.source)] : []),
      ),
      say.paragraph('tableNote', ''),
      register(
        columnsOf(material),
        groups.map(({ name, records }) => ({
          label: `${name || '还没有主责单位'}（${records.length}条）`,
          items: records,
        })),
        (record) => say.sourceOf(record),
      ),
      say.paragraph('tableNote', '收条栏：签收的写签收日期；送达后还没有收条的写“未签收”；会上现场答复的不要收条。'),
    ],
  };
  return {
    model,
    findings: [...located(findingsOf(chosen.records), model), ...characterFindings(model, material.settings)],
  };
}

/** 2024.7.9: days in narrow columns, not broken over lines. */
export const shortDay = (day: string): string => {
  const match = /^(\d{4})-(\d{2})-(\d{2})/u.exec(day);
  return match ? `${match[1]}.${Number(match[2])}.${Number(match[3])}` : '';
};

function receiptWords({ values }: StoredRecord): string {
  if (!needsReceipt(values)) return values.onTheSpot === true ? '现场答复' : '不需要';
  const on = textOf(values, 'receiptOn');
  if (on || textOf(values, 'receiptSigner')) return on ? shortDay(on) : '已签收';
  return textOf(values, 'deliveredOn') ? '未签收' : '未送达';
}

const columnsOf = ({ lookup }: DocumentMaterial): Column<StoredRecord>[] => [
  { label: '序号', width: 12, text: (_, index) => String(index + 1) },
  { label: '编号', width: 32, text: ({ values }) => numberWords(values), field: 'receiptNumber' },
  { label: '意见建议', width: 70, align: 'left', text: ({ values }) => textOf(values, 'text'), field: 'text' },
  { label: '性质', width: 21, text: ({ values }) => textOf(values, 'suggestionKind'), field: 'suggestionKind' },
  { label: '提出人', width: 22, text: ({ values }) => proposersOf(values, lookup), field: 'proposers' },
  {
    label: '配合单位',
    width: 36,
    align: 'left',
    text: ({ values }) => unitNames(values, 'coUnits', lookup),
    field: 'coUnits',
  },
  { label: '送达日期', width: 22, text: ({ values }) => shortDay(textOf(values, 'deliveredOn')), field: 'deliveredOn' },
  { label: '答复时限', width: 22, text: ({ values }) => shortDay(textOf(values, 'due')), field: 'due' },
  { label: '收条', width: 22, text: receiptWords, field: 'receiptOn' },
];

/** What must be mended before the list goes out. */
function findingsOf(records: readonly StoredRecord[]): Finding[] {
  const sent = records.filter(({ values }) => needsReceipt(values));
  const without = (field: string) => sent.filter(({ values }) => textOf(values, field) === '');
  const owing = sent.filter((record) => receiptWords(record) === '未签收');
  return [
    ...gap(without('mainUnit'), 'mainUnit', 'error', (n) => `有${n}条还没有主责单位，排在最后，请先定主责单位。`),
    ...gap(without('due'), 'due', 'warning', (n) => `有${n}条没有答复时限。`),
    ...gap(owing, 'receiptOn', 'hint', (n) => `有${n}条送达后还没有收条，请催。`),
  ];
}
