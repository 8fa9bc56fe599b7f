import type { RecordKind } from './kind.ts';
import { officialDocumentFields } from './official-document-fields.ts';
import { joined, textOf } from './read-value.ts';
import type { Problems, Values } from './record.ts';

/** 公文: the register of what the office issues, and what each paper is about. */
export const officialDocument: RecordKind = {
  id: 'officialDocument',
  label: '公文',
  unit: '件',
  group: '机关',
  purpose: '机关印发的通知、请示、报告、函、纪要、述职报告。登记文号、签发和印发，附上原件。',
  fields: officialDocumentFields,
  title: (values) => textOf(values, 'title') || textOf(values, 'number') || '未命名的公文',
  subtitle: (values) =>
    joined(
      textOf(values, 'docType'),
      textOf(values, 'number'),
      textOf(values, 'writtenOn'),
      voidWord(values) || textOf(values, 'state'),
    ),
  list: {
    columns: ['writtenOn', 'number', 'title', 'docType', 'mainReceivers', 'signer', 'printedOn', 'copies', 'state'],
    filters: [
      'docType',
      'year',
      'state',
      'writtenOn',
      'printedOn',
      'issuer',
      'signer',
      'subdistrictOffice',
      'proposals',
      'opinions',
      'events',
      'campaigns',
    ],
    sort: [
      ['writtenOn', 'desc'],
      ['number', 'desc'],
    ],
  },
  form: [
    { label: '基本', fields: ['docType', 'title', 'issuer', 'number', 'writtenOn', 'year', 'state'] },
    { label: '签发', fields: ['drafter', 'signer', 'signedOn'] },
    { label: '发送', fields: ['mainReceivers', 'copyReceivers', 'printedBy', 'printedOn', 'copies'] },
    { label: '内容', fields: ['body', 'attachmentNote'] },
    { label: '有关的事项', fields: ['proposals', 'opinions', 'events', 'subdistrictOffice'] },
    { label: '作废', fields: ['voidedOn', 'voidReason'] },
    { label: '归类与附件', fields: ['campaigns', 'files', 'remark'] },
  ],
  search: { year: 'writtenOn', names: ['signer', 'drafter'] },
  alike: [['number'], ['title', 'writtenOn', 'subdistrictOffice']],
  check: checkDocument,
  warn: warnDocument,
  // A report on a year is often written in the next: a year typed by the clerk stands.
  derive: (values) => {
    if (values.year !== undefined) return values;
    const year = /^\d{4}/.exec(textOf(values, 'writtenOn') || textOf(values, 'printedOn'))?.[0];
    return year === undefined ? values : { ...values, year: Number(year) };
  },
  migrations: [],
};

const voidWord = (values: Values): string => (textOf(values, 'voidReason') ? '作废' : '');

function checkDocument(values: Values): Problems {
  if (textOf(values, 'voidedOn') && !textOf(values, 'voidReason')) return { voidReason: '作废的公文，请填作废原因' };
  const signed = textOf(values, 'signedOn');
  const printed = textOf(values, 'printedOn');
  return signed && printed && printed < signed ? { printedOn: '印发日期早于签发日期，请核对' } : {};
}

const NUMBERED: readonly string[] = ['编号', '印制', '归档'];

function warnDocument(values: Values): Problems {
  const warnings: Record<string, string> = {};
  const state = textOf(values, 'state');
  if (NUMBERED.includes(state) && !values.number) warnings.number = `已经到“${state}”的公文，请填发文字号`;
  // 上行文标注签发人 (GB/T 9704-2012, 7.2.6).
  if (['请示', '报告'].includes(textOf(values, 'docType')) && !values.signer && state !== '拟稿') {
    warnings.signer = '请示、报告是上行文，请填签发人';
  }
  return warnings;
}
