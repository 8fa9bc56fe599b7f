import { rowsOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import { enteredOn } from '../../../workflow/log.ts';
import { answeringRows, feedbackRound, isUnsatisfied, roundOf } from '../../../workflow/proposal-reading.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, Finding } from '../../model.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { issuingParameters, PROPOSAL_SERIES, redPaper } from './paper.ts';

/** 重新办理通知: what the proposer was not satisfied with, and until when it is to be handled again (J08, W-2b). */
export const rehandleNotice: DocumentDefinition = {
  id: 'rehandleNotice',
  label: '重新办理通知',
  group: '提案',
  layout: 'official',
  series: PROPOSAL_SERIES,
  aliases: ['提案重新办理通知', '再办通知', '退回重办通知'],
  description: '提案人对办理态度或结果不满意的，请承办单位重新办理：写明提案人的意见和新的期限。',
  parameters: [
    { name: 'proposal', label: '提案', type: 'reference', targets: ['proposal'], required: true },
    { name: 'due', label: '重新办理期限', type: 'date', help: '留空按重新办理的期限推算' },
    { name: 'contact', label: '联系人及电话', type: 'text', help: '例如“张三，66660000”' },
    ...issuingParameters,
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const record = of.mainCaseOf(say.recordParam(params, 'proposal', '提案', ['proposal'], material), material);
  const unhappy = unhappyRows(record.values);
  const name = of.fullCaseName(record, material);
  if (unhappy.length === 0) {
    throw new DocumentError(
      `${of.caseName(record.values)}最近一次征询没有提案人表示不满意，不用重新办理。`,
      'proposal',
    );
  }
  const findings: Finding[] = [];
  const units = unitsAsked(record.values, unhappy, material);
  if (!units) {
    findings.push({
      severity: 'error',
      message: '没有登记主办（分办、独办）单位，不知道发给谁。',
      source: say.sourceOf(record, 'assignments'),
    });
  }
  const from = enteredOn(record.values, '重新办理') || material.today;
  const due = say.dayParam(params, 'due', '重新办理期限') || of.workOf(material).after(from, 'proposal.redo');
  const contact = say.textParam(params, 'contact');
  if (!contact) findings.push({ severity: 'warning', message: '没有写联系人及电话，承办单位不知道找谁。' });
  findings.push(...gaps(record, unhappy, due, material));
  const blocks: DocumentBlock[] = [
    say.paragraph('salutation', `${units || '____'}：`, say.sourceOf(record, 'assignments')),
    say.paragraph(
      'body',
      `你单位承办的${name}《${of.titleOf(record)}》${answeredWords(record.values)}。经征询提案人意见，${unhappy
        .map((row) => toldBy(row, record, material))
        .join('；')}。`,
      say.sourceOf(record, 'feedback'),
    ),
    ...opinions(record, unhappy, material),
    say.paragraph(
      'body',
      `请你单位对照提案人的意见重新办理：主动当面听取提案人意见，逐条研究所提建议；能解决的抓紧解决，一时不能解决的说明原因、列明打算。请于${say.chineseDay(due)}前重新书面答复提案人，并将答复件报送提案委员会。`,
    ),
  ];
  return redPaper(
    params,
    {
      document: 'rehandleNotice',
      title: `关于重新办理${name}的通知`,
      fileName: `重新办理通知（${of.caseName(record.values)}）`,
      blocks,
      ...(contact ? { annotation: `（联系人及电话：${contact}）` } : {}),
    },
    material,
    findings,
  );
}

/** Of the last round in which proposers were heard: those who were not satisfied. */
function unhappyRows(values: Values): readonly Values[] {
  const rows = rowsOf(values, 'feedback');
  const last = Math.max(1, ...rows.map(roundOf));
  return rows.filter((row) => roundOf(row) === last && isUnsatisfied(row));
}

/** The units that were found wanting; where the proposer named none, all that answered. */
function unitsAsked(values: Values, unhappy: readonly Values[], material: DocumentMaterial): string {
  const answering = answeringRows(values);
  const named = new Set(unhappy.map((row) => textOf(row, 'unit')).filter(Boolean));
  const rows = unhappy.every((row) => textOf(row, 'unit'))
    ? answering.filter((row) => named.has(textOf(row, 'unit')))
    : answering;
  return of.unitsOf(rows.length > 0 ? rows : answering, material).replaceAll('、', '，');
}

/** ，已于2024年6月1日答复（教函〔2024〕7号） */
function answeredWords(values: Values): string {
  const round = feedbackRound(values);
  const reply = rowsOf(values, 'replies').findLast((row) => roundOf(row) === round);
  const on = say.chineseDay(textOf(reply ?? {}, 'repliedOn'));
  const number = say.documentNumber(textOf(reply ?? {}, 'number'));
  if (!on && !number) return '已经答复';
  return `已${on ? `于${on}` : ''}答复${number ? `（${number}）` : ''}`;
}

function nameOfRow(row: Values, record: StoredRecord, material: DocumentMaterial): string {
  const member = textOf(row, 'member');
  const name = member ? say.memberName(member, material.lookup) : textOf(row, 'name').trim();
  return name || of.proposerOf(record, material) || '提案人';
}

/** 张三委员对办理结果不满意 */
function toldBy(row: Values, record: StoredRecord, material: DocumentMaterial): string {
  const about = [
    textOf(row, 'attitude') === '不满意' ? '办理态度' : '',
    textOf(row, 'result') === '不满意' ? '办理结果' : '',
  ].filter(Boolean);
  const title = textOf(row, 'member') ? '委员' : '';
  return `${nameOfRow(row, record, material)}${title}对${about.join('和')}表示不满意`;
}

function opinions(record: StoredRecord, unhappy: readonly Values[], material: DocumentMaterial): DocumentBlock[] {
  return unhappy
    .filter((row) => textOf(row, 'opinion').trim())
    .map((row) => {
      const words = textOf(row, 'opinion')
        .trim()
        .replace(/\s*[\r\n]+\s*/gu, '')
        .replace(/[。；]+$/u, '');
      const who = nameOfRow(row, record, material);
      return say.paragraph('body', `${who}提出：“${words}。”`, say.sourceOf(record, 'feedback'));
    });
}

function gaps(record: StoredRecord, unhappy: readonly Values[], due: string, material: DocumentMaterial): Finding[] {
  const findings: Finding[] = [];
  const source = say.sourceOf(record, 'feedback');
  for (const row of unhappy) {
    if (!textOf(row, 'opinion').trim()) {
      const who = nameOfRow(row, record, material);
      findings.push({ severity: 'warning', message: `${who}不满意的理由没有登记，承办单位不知道改什么。`, source });
    }
  }
  if (due <= material.today) {
    findings.push({ severity: 'warning', message: `重新办理期限${say.chineseDay(due)}已经过了，请另定期限。` });
  }
  if (textOf(record.values, 'state') === '征询意见') {
    findings.push({
      severity: 'hint',
      message: '提案还在“征询意见”，通知发出前请先办“重新办理”。',
      source: say.sourceOf(record, 'state'),
    });
  }
  return findings;
}
