import { listOf, rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { enteredOn } from '../../../workflow/log.ts';
import {
  type Asked,
  answeringRows,
  feedbackRound,
  proposersToAsk,
  roundOf,
  standingReplies,
} from '../../../workflow/proposal-reading.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentCell, DocumentTable, Finding } from '../../model.ts';
import { spacedName } from '../../names.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { boxes, cell, label } from './cells.ts';
import { classWords, wordsOf } from './choices.ts';
import { plainPaper } from './paper.ts';

/** 征询意见表: one page for each first proposer of the case and of those merged into it; co-signers are not asked (J08, R-2). */
export const feedbackForm: DocumentDefinition = {
  id: 'feedbackForm',
  label: '征询意见表',
  group: '提案',
  layout: 'plain',
  aliases: ['提案办理征询意见表', '满意度测评表', '提案办理反馈表'],
  description: '每名提案人一页，逐个承办单位填办理态度、办理结果；并案的每名第一提案人都出，附议人不逐一征求。',
  parameters: [
    { name: 'proposal', label: '提案', type: 'reference', targets: ['proposal'], required: true },
    { name: 'due', label: '请于何时前反馈', type: 'date', help: '留空按征询期限' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const record = of.mainCaseOf(say.recordParam(params, 'proposal', '提案', ['proposal'], material), material);
  const work = of.workOf(material);
  const from = enteredOn(record.values, '征询意见') || material.today;
  const due = say.dayParam(params, 'due', '请于何时前反馈') || work.after(from, 'proposal.feedback');
  const asked = proposersToAsk(record, work);
  if (asked.length === 0) {
    throw new DocumentError('这件提案没有第一提案人，也没有提出单位，不知道向谁征询。请先补上。', 'proposal');
  }
  const title = `${material.settings.shortName || '政协'}提案办理征询意见表`;
  const note = `请于${say.chineseDay(due)}前填好，交提案委员会。对办理不满意的，请写明理由，提案委员会将请承办单位重新办理。`;
  const blocks = asked.flatMap((one, index): DocumentBlock[] => [
    ...(index > 0 ? [{ type: 'pageBreak' } as const] : []),
    say.paragraph('formTitle', title, say.sourceOf(record)),
    say.paragraph('tableNote', ''),
    formOf(record, one, material),
    say.paragraph('tableNote', note),
  ]);
  return plainPaper(
    {
      document: 'feedbackForm',
      title,
      fileName: `征询意见表（${of.caseName(record.values)}）`,
      orientation: 'portrait',
      folio: 'none',
      blocks,
    },
    gaps(record, asked, material),
    material,
  );
}

function formOf(record: StoredRecord, asked: Asked, material: DocumentMaterial): DocumentTable {
  const { values } = record;
  const at = (field: string) => say.sourceOf(record, field);
  const heard = heardOf(values, asked);
  const wide = { colSpan: 3, align: 'left' } as const;
  const given = (field: string) => heard.map((row) => textOf(row, field)).filter(Boolean);
  const answers = answersOf(values, material);
  return {
    type: 'table',
    columns: [27, 64, 35, 36].map((width) => ({ width, align: 'center' })),
    headRows: 0,
    size: 12,
    rows: [
      [
        label('提案号'),
        cell(textOf(values, 'caseNumber'), at('caseNumber')),
        label('提案人'),
        cell(nameOf(asked), at('lead')),
      ],
      [label('案由'), cell(textOf(values, 'title'), at('title'), wide)],
      [label('答复情况'), cell(answers.join('\n'), at('replies'), wide)],
      [label('承办单位'), label('办理态度'), label('办理结果', { colSpan: 2 })],
      ...unitRows(record, heard, material),
      [
        label('听取意见\n方式'),
        { runs: boxes(wordsOf('contactWay', material), given('heardBy'), 31, at('feedback')), ...wide },
      ],
      [
        label('答复是否\n针对提案'),
        { runs: boxes(wordsOf('replyTargeted', material), given('targeted'), 31, at('feedback')), ...wide },
      ],
      ...(asked.member ? [] : [leaderRow(heard, record)]),
      [label('意见和建议'), cell(given('opinion').join('\n'), at('feedback'), { ...wide, valign: 'top' })],
      [
        label('提案人签名'),
        cell(''),
        label('填表日期'),
        cell(given('on').map(say.chineseDay).at(-1) ?? '', at('feedback')),
      ],
    ],
    heights: [10, 14, 18, 10, ...unitsOfCase(values).map(() => 14), 14, 14, ...(asked.member ? [] : [12]), 60, 14],
    source: say.sourceOf(record),
  };
}

const nameOf = ({ member, name }: Asked): string => (member ? spacedName(name) : name);

/** What this proposer said of the present round, if it is on record already. */
function heardOf(values: Values, { member, name }: Asked): readonly Values[] {
  const round = feedbackRound(values);
  return rowsOf(values, 'feedback').filter(
    (row) => roundOf(row) === round && (member ? textOf(row, 'member') === member : textOf(row, 'name') === name),
  );
}

const unitsOfCase = (values: Values): readonly string[] => [
  ...new Set(
    answeringRows(values)
      .map((row) => textOf(row, 'unit'))
      .filter(Boolean),
  ),
];

function unitRows(record: StoredRecord, heard: readonly Values[], material: DocumentMaterial): DocumentCell[][] {
  const words = wordsOf('satisfaction', material);
  const source = say.sourceOf(record, 'feedback');
  const units = unitsOfCase(record.values);
  return units.map((unit) => {
    const rows = heard.filter((row) => textOf(row, 'unit') === unit || (units.length === 1 && !textOf(row, 'unit')));
    const said = (field: string) => rows.map((row) => textOf(row, field));
    return [
      cell(of.unitOf(unit, material), say.sourceOf(record, 'assignments')),
      { runs: boxes(words, said('attitude'), 14, source), align: 'left' },
      { runs: boxes(words, said('result'), 16, source), align: 'left', colSpan: 2 },
    ];
  });
}

/** 团体提案是否分管领导答复. */
function leaderRow(heard: readonly Values[], record: StoredRecord): DocumentCell[] {
  const ticked = heard.some((row) => row.leaderReplied === true)
    ? ['是']
    : heard.some((row) => row.leaderReplied === false)
      ? ['否']
      : [];
  return [
    label('分管领导答复'),
    { runs: boxes(['是', '否'], ticked, 31, say.sourceOf(record, 'feedback')), colSpan: 3, align: 'left' },
  ];
}

/** 区教育局：教函〔2024〕7号，2024年6月1日答复，A类（…），沟通：走访面谈 */
function answersOf(values: Values, material: DocumentMaterial): readonly string[] {
  return standingReplies(values).map((row) => {
    const letter = textOf(row, 'class');
    const on = say.chineseDay(textOf(row, 'repliedOn'));
    const ways = listOf(row, 'contactWays').join('、');
    const facts = [
      say.documentNumber(textOf(row, 'number')),
      on ? `${on}答复` : '',
      letter ? classWords(letter, material) : '',
      ways ? `沟通：${ways}` : '',
    ];
    return `${of.unitOf(textOf(row, 'unit'), material)}：${facts.filter(Boolean).join('，')}`;
  });
}

function gaps(record: StoredRecord, asked: readonly Asked[], material: DocumentMaterial): Finding[] {
  const { values } = record;
  const findings: Finding[] = [];
  const tell = (severity: Finding['severity'], field: string, message: string) =>
    findings.push({ severity, message, source: say.sourceOf(record, field) });
  const waiting = standingReplies(values);
  if (waiting.length === 0) tell('error', 'replies', '还没有登记答复，不能征询意见。');
  else if (waiting.some((row) => textOf(row, 'review') !== '通过')) {
    tell('warning', 'replies', '答复还没有审核通过。');
  }
  if (unitsOfCase(values).length === 0)
    tell('error', 'assignments', '没有登记主办（分办、独办）单位，没有可评的单位。');
  const heard = asked.filter((one) => heardOf(values, one).length > 0).map(nameOf);
  if (heard.length > 0) tell('hint', 'feedback', `${heard.join('、')}的意见已经登记，表上按登记的打了勾。`);
  const signed = of.cosignersOf(record, material).length;
  if (signed > 0) tell('hint', 'cosigners', `联名人${signed}名不逐一征求。`);
  return findings;
}
