import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import type { Deadline } from '../../../workflow/machine.ts';
import { proposalDeadlines } from '../../../workflow/proposal-deadlines.ts';
import { isCoUnit } from '../../../workflow/proposal-reading.ts';
import { daysBetween } from '../../../workflow/working-days.ts';
import { type Composed, type DocumentDefinition, DocumentError, type DocumentMaterial } from '../../definition.ts';
import type { DocumentBlock, DocumentCell, Finding } from '../../model.ts';
import { spacedName } from '../../names.ts';
import * as say from '../../wording.ts';
import * as of from './cases.ts';
import { type Column, cell, register } from './cells.ts';
import { attachment, issuingParameters, PROPOSAL_SERIES, redPaper } from './paper.ts';

/** Days ahead that count as soon, unless the clerk says otherwise. */
const SOON = 30;
const REPLY_WITHIN = 7;
/** A list of no more cases stands in the text, so that the signature does not slip onto a page without text. */
const IN_TEXT = 8;

/** 提案督办通知: to one unit, the cases that are late and those due soon (J07). */
export const superviseNotice: DocumentDefinition = {
  id: 'superviseNotice',
  label: '提案督办通知',
  group: '提案',
  layout: 'official',
  series: PROPOSAL_SERIES,
  aliases: ['催办通知', '提案催办函', '督办函'],
  description: '发给一个承办单位：已超过期限和临近到期的提案，附一览表。',
  parameters: [
    { name: 'unit', label: '承办单位', type: 'reference', targets: ['organisation'], required: true },
    { name: 'within', label: '几天内到期的也列', type: 'integer', help: `留空为${SOON}天；填0只列超期的` },
    { name: 'answerBy', label: '请于何时前反馈', type: 'date', help: `留空为成文之日起${REPLY_WITHIN}天` },
    { name: 'contact', label: '联系人及电话', type: 'text', help: '例如“张三，66660000”' },
    ...issuingParameters,
  ],
  compose,
};

interface Owed {
  readonly record: StoredRecord;
  readonly row: Values;
  readonly deadline: Deadline;
  /** Days until it is due; negative: so many days late. */
  readonly left: number;
}

/** What a unit still owes on proposals: answers and opinions, the most urgent first. */
export function owedBy(unit: string, material: DocumentMaterial): readonly Owed[] {
  const work = of.workOf(material);
  return material
    .list('proposal')
    .flatMap((record) =>
      proposalDeadlines(record, work).flatMap((deadline): Owed[] => {
        const index = /^assignments\/(\d+)$/u.exec(deadline.place ?? '')?.[1];
        if (index === undefined || deadline.doneOn || !/^(?:reply|coOpinion)\//u.test(deadline.key)) return [];
        const assignments = Array.isArray(record.values.assignments) ? record.values.assignments : [];
        const row = assignments[Number(index)] as Values | undefined;
        if (!row || textOf(row, 'unit') !== unit) return [];
        return [{ record, row, deadline, left: daysBetween(material.today, deadline.due) }];
      }),
    )
    .sort((a, b) => a.left - b.left || of.byCaseNumber(a.record, b.record));
}

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const unit = say.recordParam(params, 'unit', '承办单位', ['organisation'], material);
  const within = say.integerParam(params, 'within', '几天内到期的也列') ?? SOON;
  const name = of.unitOf(unit.id, material) || '未命名的单位';
  const owed = owedBy(unit.id, material).filter(({ left }) => left <= within);
  if (owed.length === 0) {
    const soon = within > 0 ? `，也没有${within}天内到期的` : '';
    throw new DocumentError(`${name}没有超期的提案${soon}，不用发督办通知。`, 'unit');
  }
  const findings: Finding[] = [];
  const date = say.dayParam(params, 'issueDate', '成文日期') || material.today;
  const answerBy = say.dayParam(params, 'answerBy', '请于何时前反馈') || laterBy(date, REPLY_WITHIN);
  const contact = say.textParam(params, 'contact');
  if (!contact) findings.push({ severity: 'warning', message: '没有写联系人及电话，承办单位不知道找谁。' });
  findings.push(...gaps(owed));
  const listTitle = `${name}待办复提案一览表`;
  const list = register(
    COLUMNS,
    owed.map((one, index) => rowOf(one, index, material)),
  );
  const short = owed.length <= IN_TEXT;
  const blocks: DocumentBlock[] = [
    say.paragraph('salutation', `${name}：`, say.sourceOf(unit, 'name')),
    telling(owed, within, short ? '如下' : '见附件', material),
    ...(short ? [list] : []),
    say.paragraph(
      'body',
      '请你单位逐件核对办理进展，主动与提案人沟通。已超过期限的，请抓紧办理并说明原因；确需延期的，请按规定报批；临近期限的，请按期答复。',
    ),
    say.paragraph(
      'body',
      `请于${say.chineseDay(answerBy)}前将办理情况书面反馈提案委员会，逐件写明办理进展、与提案人沟通的情况和预计答复的时间。`,
    ),
    ...(short ? [] : [say.blank(), say.paragraph('attachmentNote', `附件：${listTitle}`)]),
  ];
  return redPaper(
    params,
    {
      document: 'superviseNotice',
      title: '关于督促办理政协提案的通知',
      fileName: `提案督办通知（${name}，${say.chineseDay(date)}）`,
      blocks,
      attachments: short ? [] : attachment('附件', listTitle, [list]),
      ...(contact ? { annotation: `（联系人及电话：${contact}）` } : {}),
    },
    material,
    findings,
  );
}

function telling(owed: readonly Owed[], within: number, where: string, material: DocumentMaterial): DocumentBlock {
  const late = owed.filter(({ left }) => left < 0);
  const soon = owed.filter(({ left }) => left >= 0);
  const parts = [
    late.length > 0 ? `已超过期限的${late.length}件` : '',
    soon.length > 0 ? `${within}天内到期的${soon.length}件` : '',
  ].filter(Boolean);
  const worst = late.length > 1 ? late[0] : undefined;
  const longest = worst ? `超期最长的是${of.caseName(worst.record.values)}，已超期${-worst.left}天。` : '';
  return say.paragraph(
    'body',
    `截至${say.chineseDay(material.today)}，由你单位承办、尚未办复的${of.localName(material)}提案中，有${parts.join('，')}（${where}）。${longest}`,
  );
}

const COLUMNS: readonly Column[] = [
  { label: '序号', width: 11 },
  { label: '提案号', width: 25 },
  { label: '案由', width: 48, align: 'left' },
  { label: '提案人', width: 19 },
  { label: '方式', width: 15 },
  { label: '期限', width: 22 },
  { label: '情况', width: 20 },
];

function rowOf({ record, row, deadline, left }: Owed, index: number, material: DocumentMaterial): DocumentCell[] {
  const at = (field: string) => say.sourceOf(record, field);
  const name = of.proposersInShort(record, material);
  const words = left < 0 ? `超期${-left}天` : left === 0 ? '今日到期' : `还有${left}天`;
  return [
    cell(String(index + 1)),
    cell(textOf(record.values, 'caseNumber'), at('caseNumber')),
    cell(of.titleOf(record), at('title'), { align: 'left' }),
    cell(record.values.lead ? spacedName(name) : name, at('lead')),
    cell(
      isCoUnit(row) ? '会办' : `${textOf(row, 'role')}${deadline.label === '重新办理期限' ? '\n（重办）' : ''}`,
      at('assignments'),
    ),
    cell(deadline.due.replaceAll('-', '.'), at('assignments')),
    cell(words, at('assignments')),
  ];
}

function gaps(owed: readonly Owed[]): Finding[] {
  const unsigned = owed.filter(({ row }) => textOf(row, 'state') === '待签收').map(({ record }) => record);
  const late = owed.filter(({ left }) => left < 0).map(({ record }) => record);
  const reminded = late.filter(({ values }) => !Array.isArray(values.followUps) || values.followUps.length === 0);
  return [
    ...of.lacking('hint', unsigned, 'assignments', '还没有签收'),
    ...of.lacking('hint', reminded, 'followUps', '超期后还没有登记督办；通知发出后请登记一次“书面催办”'),
  ];
}

function laterBy(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
