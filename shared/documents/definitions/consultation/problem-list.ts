import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentModel, Finding } from '../../model.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import { chosenSuggestions, needSome, suggestionParams } from './chosen-suggestions.ts';
import { gap, located } from './locate.ts';
import { proposersOf, titleIn, unitName, unitNames } from './naming.ts';
import { shortDay } from './suggestion-transfer.ts';
import { type Column, register } from './tables.ts';

const LISTS = ['问题清单', '责任清单'] as const;
const SCOPES = ['全部', '监督', '协商', '座谈', '调研', '视察', '走访'] as const;

/** 问题清单 and 责任清单: the same items, once as what is wrong, once as who mends it until when (J14). */
export const problemList: DocumentDefinition = {
  id: 'problemList',
  label: '问题清单、责任清单',
  group: '协商监督',
  layout: 'plain',
  aliases: ['问题清单', '责任清单', '监督问题清单'],
  description: '监督、协商、座谈里提出的问题和建议：问题清单写来源和提出人，责任清单写责任单位、时限和进展。',
  parameters: [
    { name: 'list', label: '出哪张', type: 'choice', options: LISTS, initial: LISTS[0] },
    ...suggestionParams,
    { name: 'scope', label: '来源类型', type: 'choice', options: SCOPES, initial: SCOPES[0], help: '没有选来源时用' },
    { name: 'title', label: '标题', type: 'text' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const which = say.choiceParam(params, 'list', '出哪张', LISTS);
  const scope = say.choiceParam(params, 'scope', '来源类型', SCOPES);
  const all = chosenSuggestions(params, material);
  const records = all.records.filter(
    ({ values }) => all.source || scope === SCOPES[0] || textOf(values, 'sourceType') === scope,
  );
  needSome(all);
  if (records.length === 0) throw new DocumentError(`${all.words}没有来源类型是“${scope}”的意见建议。`, 'scope');
  const kind = all.source || scope === SCOPES[0] ? '' : scope;
  const title = say.textParam(params, 'title') || `${kind}${which}`;
  const problems = records.filter(({ values }) => textOf(values, 'suggestionKind') === '问题诉求').length;
  const model: DocumentModel = {
    document: 'problemList',
    title,
    fileName: `${title}（${all.words}）`,
    page: { orientation: 'landscape', grid: 'free', folio: 'center' },
    blocks: [
      say.paragraph('title', title),
      say.paragraph(
        'subtitle',
        `（${all.source ? `来源：${all.words}` : all.words}；共${records.length}条，其中问题诉求${problems}条、意见建议${records.length - problems}条）`,
        ...(all.source ? [say.sourceOf(all.source)] : []),
      ),
      say.paragraph('tableNote', ''),
      register(
        which === '问题清单' ? problemColumns(material, all.source === undefined) : dutyColumns(material),
        [{ label: '', items: records }],
        (record) => say.sourceOf(record),
      ),
    ],
  };
  const gaps = which === '责任清单' ? dutyFindings(records) : [];
  return { model, findings: [...located(gaps, model), ...characterFindings(model, material.settings)] };
}

const numbered: Column<StoredRecord> = { label: '序号', width: 12, text: (_, index) => String(index + 1) };

function problemColumns({ lookup }: DocumentMaterial, manySources: boolean): Column<StoredRecord>[] {
  return [
    numbered,
    { label: '问题（建议）', width: 96, align: 'left', text: ({ values }) => textOf(values, 'text'), field: 'text' },
    { label: '性质', width: 20, text: ({ values }) => textOf(values, 'suggestionKind'), field: 'suggestionKind' },
    { label: '领域', width: 24, text: ({ values }) => textOf(values, 'domain'), field: 'domain' },
    ...(manySources
      ? [
          {
            label: '来源',
            width: 52,
            align: 'left' as const,
            text: ({ values }: StoredRecord) => originOf(values, lookup),
            field: 'event',
          },
        ]
      : []),
    { label: '提出人', width: 24, text: ({ values }) => proposersOf(values, lookup), field: 'proposers' },
    {
      label: '涉及单位',
      width: 34,
      align: 'left',
      text: ({ values }) => unitName(textOf(values, 'mainUnit'), lookup),
      field: 'mainUnit',
    },
  ];
}

/** Title of what it came out of. */
function originOf(values: StoredRecord['values'], lookup: DocumentMaterial['lookup']): string {
  const sources = [
    ['event', 'event'],
    ['topic', 'topic'],
    ['report', 'researchReport'],
    ['proposal', 'proposal'],
    ['opinion', 'opinion'],
  ] as const;
  const found = sources.map(([field, kind]) => lookup(kind, textOf(values, field))).find(Boolean);
  return titleIn(found, lookup) || textOf(values, 'sourceType');
}

const dutyColumns = ({ lookup }: DocumentMaterial): Column<StoredRecord>[] => [
  numbered,
  { label: '事项', width: 82, align: 'left', text: ({ values }) => textOf(values, 'text'), field: 'text' },
  {
    label: '责任单位',
    width: 34,
    align: 'left',
    text: ({ values }) => unitName(textOf(values, 'mainUnit'), lookup),
    field: 'mainUnit',
  },
  {
    label: '配合单位',
    width: 36,
    align: 'left',
    text: ({ values }) => unitNames(values, 'coUnits', lookup),
    field: 'coUnits',
  },
  { label: '完成时限', width: 23, text: ({ values }) => shortDay(textOf(values, 'due')), field: 'due' },
  { label: '进展', width: 20, text: ({ values }) => textOf(values, 'state'), field: 'state' },
  { label: '办理情况', width: 55, align: 'left', text: ({ values }) => resultOf(values), field: 'reply' },
];

const resultOf = (values: StoredRecord['values']): string =>
  [
    textOf(values, 'adoption') && `${textOf(values, 'adoption')}。`,
    textOf(values, 'reply').trim() || textOf(values, 'notAdoptedReason').trim(),
  ]
    .filter(Boolean)
    .join('');

function dutyFindings(records: readonly StoredRecord[]): Finding[] {
  const without = (field: string) => records.filter(({ values }) => textOf(values, field) === '');
  return [
    ...gap(without('mainUnit'), 'mainUnit', 'warning', (n) => `有${n}条没有责任单位。`),
    ...gap(without('due'), 'due', 'warning', (n) => `有${n}条没有完成时限。`),
  ];
}
