import { needsReceipt } from '../../../figures/suggestion-lists.ts';
import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentModel, DocumentTable, Finding } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import {
  byUnit,
  type Chosen,
  chosenSuggestions,
  needSome,
  numberWords,
  suggestionParams,
} from './chosen-suggestions.ts';
import { gap, located } from './locate.ts';
import { digest, quoted } from './naming.ts';
import { label, prose, register, value } from './tables.ts';

/** 收条: one page a unit; it fills in who handles what and until when, signs, and gives it back (岳阳：建议全部打“收条”). */
export const suggestionReceipt: DocumentDefinition = {
  id: 'suggestionReceipt',
  label: '意见建议收条',
  group: '协商监督',
  layout: 'plain',
  aliases: ['收条', '签收单'],
  description: '每个主责单位一页收条：编号、建议摘要、承办科室、承办人、预计答复日，留签收人、签收日期和盖章的地方。',
  parameters: [
    ...suggestionParams,
    { name: 'signDays', label: '几个工作日内退回', type: 'integer', initial: 5, help: '印在收条下面；留空不印' },
    { name: 'digest', label: '摘要字数', type: 'integer', initial: 60 },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const chosen = chosenSuggestions(params, material);
  needSome(chosen);
  const most = say.integerParam(params, 'digest', '摘要字数') ?? 60;
  if (most < 10) throw new DocumentError('摘要字数不少于10字。', 'digest');
  const signDays = say.integerParam(params, 'signDays', '几个工作日内退回');
  const owed = chosen.records.filter(({ values }) => needsReceipt(values));
  const groups = byUnit(owed, material);
  const withUnit = groups.filter(({ unit }) => unit !== '');
  if (withUnit.length === 0) {
    throw new DocumentError('这些意见建议都还没有主责单位，出不了收条。请先在“意见建议”里定主责单位。', 'source');
  }
  const title = '意见建议收条';
  const model: DocumentModel = {
    document: 'suggestionReceipt',
    title,
    fileName: `${title}（${[chosen.words, withUnit.length === 1 ? withUnit[0]?.name : ''].filter(Boolean).join('，')}）`,
    page: { orientation: 'portrait', grid: 'free', folio: 'none' },
    blocks: withUnit.flatMap(({ name, records }, index): DocumentBlock[] => [
      ...(index > 0 ? [{ type: 'pageBreak' as const }] : []),
      ...receiptOf({ name, records }, { chosen, material, most, signDays }),
    ]),
  };
  return {
    model,
    findings: [...located(findingsOf(chosen, owed), model), ...characterFindings(model, material.settings)],
  };
}

interface About {
  readonly chosen: Chosen;
  readonly material: DocumentMaterial;
  readonly most: number;
  readonly signDays: number | undefined;
}

function receiptOf(
  { name, records }: { readonly name: string; readonly records: readonly StoredRecord[] },
  { chosen, material, most, signDays }: About,
): DocumentBlock[] {
  const from = material.settings.issuer || material.settings.shortName;
  const first = records[0];
  const where = chosen.source ? `${quoted(chosen.words)}的` : `${chosen.words}的`;
  const back = signDays ? `请于收到后${signDays}个工作日内签收，退回${from || '政协办公室'}一份。` : '';
  return [
    say.paragraph('formTitle', '收　条'),
    say.blank(),
    prose('body', [`今收到${from}转来${where}意见建议${records.length}条，由我单位承办：`]),
    register<StoredRecord>(
      [
        { label: '编号', width: 34, text: ({ values }) => numberWords(values), field: 'receiptNumber' },
        {
          label: '建议摘要',
          width: 62,
          align: 'left',
          text: ({ values }) => digest(textOf(values, 'text'), most),
          field: 'text',
        },
        { label: '承办科室', width: 26, text: () => '' },
        { label: '承办人', width: 20, text: () => '' },
        { label: '预计答复日', width: 26, text: () => '' },
      ],
      [{ label: '', items: records }],
      (record) => say.sourceOf(record),
      12,
    ),
    signatures(name, first),
    ...(back ? [say.paragraph('tableNote', back)] : []),
  ];
}

/** Signed by the unit; what is on record already is filled in. */
function signatures(name: string, first: StoredRecord | undefined): DocumentTable {
  const source = (field: string) => (first ? { source: say.sourceOf(first, field) } : {});
  return {
    type: 'table',
    columns: [{ width: 38 }, { width: 52 }, { width: 24 }, { width: 50 }],
    headRows: 0,
    rows: [
      [
        label('签收单位（盖章）'),
        value(name, { align: 'center', ...source('mainUnit') }),
        label('联系电话'),
        value('', { align: 'center' }),
      ],
      [
        label('签收人'),
        value('', { align: 'center' }),
        label('签收日期'),
        value('　　　年　　月　　日', { align: 'center' }),
      ],
    ],
    heights: [22, 16],
    size: 12,
  };
}

function findingsOf(chosen: Chosen, owed: readonly StoredRecord[]): Finding[] {
  const spared = chosen.records.length - owed.length;
  const has = ({ values }: StoredRecord, field: string) => textOf(values, field) !== '';
  const sent = owed.filter((record) => has(record, 'mainUnit'));
  const homeless = owed.filter((record) => !has(record, 'mainUnit'));
  const unnumbered = sent.filter((record) => !has(record, 'receiptNumber'));
  const signed = sent.filter((record) => has(record, 'receiptOn') || has(record, 'receiptSigner'));
  return [
    ...gap(homeless, 'mainUnit', 'warning', (n) => `有${n}条还没有主责单位，没有收条。`),
    ...(spared > 0
      ? [{ severity: 'hint' as const, message: `有${spared}条是现场答复或不予采纳、没有送出的，不要收条。` }]
      : []),
    ...gap(unnumbered, 'receiptNumber', 'warning', (n) => `有${n}条还没有收条编号，用会上的序号代替。`),
    ...gap(signed, 'receiptOn', 'hint', (n) => `有${n}条已经签收了，请核对是否还要再出收条。`),
  ];
}
