import { rowsOf, targetOf, textOf } from '../../../records/read-value.ts';
import type { StoredRecord, Values } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import { headingNumber } from '../../from-body.ts';
import { placed } from '../../minutes.ts';
import type { DocumentBlock, DocumentModel, Finding } from '../../model.ts';
import { numberOnPaper, numberParameter } from '../../paper-number.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import {
  type Attendee,
  type Circle,
  circleFindings,
  circleOf,
  inOrder,
  isExpected,
  isGuest,
  LIST_ORDERS,
  listedAttendees,
  usualOrder,
} from './meeting-facts.ts';
import { agendaAttachment, namesAttachment } from './notice-attachments.ts';

const ORDERS = ['按会议类型', ...LIST_ORDERS] as const;

/** 会议通知 with agenda and lists of names (J01). */
export const meetingNotice: DocumentDefinition = {
  id: 'meetingNotice',
  label: '会议通知',
  group: '会议',
  layout: 'official',
  series: 'office',
  aliases: ['开会通知', '会议议程', '出席列席名单'],
  description: '关于召开会议的通知：时间、地点、议程、参会范围、请假要求，附议程和出席列席人员名单。',
  parameters: [
    { name: 'event', label: '会议', type: 'reference', targets: ['event'], required: true },
    numberParameter,
    { name: 'issueDate', label: '成文日期', type: 'date', help: '留空用今天' },
    { name: 'order', label: '名单顺序', type: 'choice', options: ORDERS, initial: ORDERS[0] },
    { name: 'requirements', label: '其他要求', type: 'longText', help: '一行一条，写在请假要求后面' },
    { name: 'contact', label: '联系人', type: 'text', help: '例如“办公室　电话”' },
    { name: 'receivers', label: '抄送', type: 'longText', help: '一行一项' },
    { name: 'copies', label: '印数', type: 'integer' },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const event = say.recordParam(params, 'event', '会议', ['event'], material);
  const chosen = say.choiceParam(params, 'order', '名单顺序', ORDERS);
  const order = chosen === '按会议类型' ? usualOrder(event) : chosen;
  const issueDate = say.dayParam(params, 'issueDate', '成文日期') || material.today;
  const copies = say.integerParam(params, 'copies', '印数');
  const { settings } = material;
  const name = say.fullTitle(event.values, settings.shortName);
  const title = `关于召开${name}的通知`;
  const given = say.textParam(params, 'number');
  const numbered = numberOnPaper(given, 'office', Number(issueDate.slice(0, 4)), material);
  const circle = circleOf(event, material);
  const listed = listedAttendees(event, material);
  const people = listed.length > 0 ? listed : circle.members;
  const expected = inOrder(people.filter(isExpected), order, material);
  const guests = inOrder(people.filter(isGuest), order, material);
  const findings = [...numbered.findings, ...meetingFindings(event, issueDate), ...listFindings(listed, circle, event)];
  const agenda = rowsOf(event.values, 'agendaItems').filter((row) => textOf(row, 'title').trim());
  const attached = [
    ...(agenda.length > 0 ? ['会议议程'] : []),
    ...(expected.length + guests.length > 0 ? [guests.length > 0 ? '出席、列席人员名单' : '出席人员名单'] : []),
  ];
  const model: DocumentModel = {
    document: 'meetingNotice',
    title,
    fileName: `${title}（${say.chineseDay(issueDate)}）`,
    page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
    masthead: {
      style: 'official',
      mark: `${settings.issuer || '办公室'}文件`,
      ...(numbered.number ? { number: numbered.number } : {}),
    },
    blocks: [
      say.paragraph('title', title, say.sourceOf(event, 'title')),
      say.blank(),
      say.paragraph('salutation', `${addressees(event, circle, material)}：`, say.sourceOf(event, 'subtype')),
      ...textBlocks(params, event, { name, agenda, expected, guests, circle, attached }),
      ...attachmentNotes(attached),
      say.blank(),
      ...(settings.issuer ? [say.paragraph('signature', settings.issuer)] : []),
      say.paragraph('date', say.chineseDay(issueDate)),
      ...(agenda.length > 0 ? agendaAttachment(event, agenda, attached) : []),
      ...(expected.length + guests.length > 0 ? namesAttachment(event, { expected, guests, order }, attached) : []),
    ],
    imprint: {
      style: 'official',
      receivers: say.receiverLines(say.textParam(params, 'receivers'), '抄送'),
      ...(settings.issuer ? { issuer: settings.issuer } : {}),
      issued: `${say.chineseDay(issueDate)}印发`,
      ...(copies ? { remarks: `共印${copies}份` } : {}),
    },
    sealed: true,
  };
  return { model, findings: [...placed(findings, model), ...characterFindings(model, settings)] };
}

/** 主送: those the meeting is for; guests get it as well. */
function addressees(event: StoredRecord, { scope }: Circle, material: DocumentMaterial): string {
  const { values } = event;
  const named = (field: string, kind: string) => textOf(targetOf(values, field, kind, material.lookup), 'name').trim();
  switch (scope?.id) {
    case 'all':
      return '各位委员';
    case 'standing':
      return '各位常委，各列席人员';
    case 'chairs':
      return '主席会议各组成人员，各列席人员';
    case 'party':
      return '党组各成员，各列席人员';
    case 'secretaries':
      return '各位秘书长、副秘书长';
    case 'committee':
      return `${named('organizer', 'committee') || '本专门委员会'}各位委员`;
    case 'sector':
      return `${named('sector', 'sector')}界别各位委员`;
    case 'street':
      return '各有关委员，各有关单位';
    default:
      return '各有关委员，各有关单位';
  }
}

interface NoticeFacts {
  readonly name: string;
  readonly agenda: readonly Values[];
  readonly expected: readonly Attendee[];
  readonly guests: readonly Attendee[];
  readonly circle: Circle;
  readonly attached: readonly string[];
}

function textBlocks(
  params: Readonly<Record<string, unknown>>,
  event: StoredRecord,
  facts: NoticeFacts,
): DocumentBlock[] {
  const { values } = event;
  const text = (words: string, field: string) => say.paragraph('body', words, say.sourceOf(event, field));
  let count = 0;
  const head = (label: string) => say.paragraph('heading1', `${headingNumber(1, ++count)}${label}`);
  const place = textOf(values, 'place').trim();
  const when = noticeWhen(textOf(values, 'start'), textOf(values, 'end'));
  const mode = textOf(values, 'mode');
  const blocks: DocumentBlock[] = [
    text(
      `经研究，定于${say.chineseDay(textOf(values, 'start')) || '近期'}召开${facts.name}。现将有关事项通知如下：`,
      'title',
    ),
    head('会议时间'),
    text(when ? `${when}。` : '____', 'start'),
    head('会议地点'),
    text(`${place || '____'}${mode && mode !== '线下' ? `（${mode}）` : ''}。`, 'place'),
  ];
  if (facts.agenda.length > 0) {
    blocks.push(head('会议议程'));
    const titles = facts.agenda.map((row) =>
      textOf(row, 'title')
        .trim()
        .replace(/[。；;]+$/u, ''),
    );
    blocks.push(
      ...titles.map((title, index) =>
        text(`（${index + 1}）${title}${index === titles.length - 1 ? '。' : '；'}`, 'agendaItems'),
      ),
    );
  }
  blocks.push(head('参会人员'), ...whoBlocks(facts, event));
  blocks.push(head('有关要求'), ...demands(params, event));
  return blocks;
}

function whoBlocks({ expected, guests, circle, attached }: NoticeFacts, event: StoredRecord): DocumentBlock[] {
  const source = say.sourceOf(event, 'attendance');
  const at = attached.length > 0 ? `（名单见附件${attached.length > 1 ? attached.length : ''}）` : '';
  if (expected.length + guests.length === 0) return [say.paragraph('body', '____', source)];
  const scope = circle.scope ? circle.scope.label : '有关委员';
  const parts = [
    expected.length > 0 ? `出席：${scope}，共${expected.length}人` : '',
    guests.length > 0 ? `列席：有关人员${guests.length}人` : '',
  ].filter(Boolean);
  return [say.paragraph('body', `${parts.join('；')}${at}。`, source)];
}

/** Leave: 全会、常委会 ask the chairman, committees their head (W-27); in writing and beforehand. */
function demands(params: Readonly<Record<string, unknown>>, event: StoredRecord): DocumentBlock[] {
  const { values } = event;
  const subtype = textOf(values, 'subtype');
  const deadline = noticeWhen(textOf(values, 'signupDeadline'), '');
  const by = deadline ? `于${deadline}前` : '在会前';
  const approver = /全体会议|常委会|主席会议/u.test(subtype)
    ? '，经主席批准'
    : /专委会/u.test(subtype)
      ? '，经专委会负责人批准'
      : '';
  const voluntary = textOf(values, 'mandatory') === '报名参加';
  const lines = [
    voluntary
      ? `请有意参加的委员${by}报名；报名后因故不能到会的，请提前说明。`
      : `请参会人员提前安排好工作，准时到会。因故不能参会的，请${by}书面请假${approver}。`,
    ...say
      .textParam(params, 'requirements')
      .split(/[\r\n]+/u)
      .map((line) => say.sentence(line))
      .filter(Boolean),
  ];
  const contact = say.textParam(params, 'contact');
  if (contact) lines.push(`联系人：${contact.replace(/^联系人[：:]/u, '')}。`);
  const source = say.sourceOf(event, 'signupDeadline');
  const numbered = lines.length > 1;
  return lines.map((line, index) => say.paragraph('body', numbered ? `（${index + 1}）${line}` : line, source));
}

/** 2024年2月26日（星期一）上午9:00, 会期到 end. */
export function noticeWhen(start: string, end: string): string {
  const day = say.chineseDay(start);
  if (!day) return '';
  const week = '日一二三四五六'[new Date(`${start.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? '';
  const time = clock(start);
  const last = end && end.slice(0, 10) > start.slice(0, 10) ? `至${say.chineseDay(end).replace(/^\d+年/u, '')}` : '';
  const until = !last && end && clock(end) && clock(end) !== time ? `至${plainClock(end)}` : '';
  return `${day}（星期${week}）${time}${until}${last}`;
}

function plainClock(at: string): string {
  const match = /T(\d{2}):(\d{2})/.exec(at);
  return match ? `${Number(match[1])}:${match[2]}` : '';
}

function clock(at: string): string {
  const match = /T(\d{2}):(\d{2})/.exec(at);
  if (!match || match[0] === 'T00:00') return '';
  const hour = Number(match[1]);
  return `${hour < 12 ? '上午' : hour < 18 ? '下午' : '晚上'}${plainClock(at)}`;
}

function attachmentNotes(attached: readonly string[]): DocumentBlock[] {
  if (attached.length === 0) return [];
  const [only, second] = attached;
  if (!second) return [say.blank(), say.paragraph('attachmentNote', `附件：${only ?? ''}`)];
  return [
    say.blank(),
    ...attached.map((label, index) =>
      say.paragraph('attachmentNote', `${index === 0 ? '附件：' : ''}${index + 1}.${label}`),
    ),
  ];
}

function meetingFindings(event: StoredRecord, issueDate: string): Finding[] {
  const { values } = event;
  const findings: Finding[] = [];
  const note = (severity: Finding['severity'], field: string, message: string) =>
    findings.push({ severity, message, source: say.sourceOf(event, field) });
  const start = textOf(values, 'start');
  if (!start) note('error', 'start', '没有登记会议时间，通知里空着。');
  else if (!/T(?!00:00)/u.test(start)) note('warning', 'start', '只登记了日期，没有登记几点开会。');
  if (start && start.slice(0, 10) < issueDate) note('hint', 'start', '会议日期在成文日期以前，请核对是否还要发通知。');
  if (!textOf(values, 'place').trim()) note('error', 'place', '没有登记会议地点，通知里空着。');
  if (rowsOf(values, 'agendaItems').length === 0) note('warning', 'agendaItems', '没有登记议题，通知没有附议程。');
  const deadline = textOf(values, 'signupDeadline');
  if (!deadline) note('hint', 'signupDeadline', '没有登记请假（报名）截止时间，通知写作“在会前”。');
  else if (start && deadline > start) note('warning', 'signupDeadline', '请假（报名）截止时间在开会以后，请核对。');
  const status = textOf(values, 'status');
  if (status === '取消' || status === '延期') note('error', 'status', `这次会议登记为“${status}”，不应再发开会通知。`);
  return findings;
}

function listFindings(listed: readonly Attendee[], circle: Circle, event: StoredRecord): Finding[] {
  const source = say.sourceOf(event, 'attendance');
  if (listed.length > 0) return circleFindings(listed, circle, event);
  if (circle.members.length > 0) {
    const message = `还没有登记出席名单，名单按${circle.scope?.label ?? ''}在任${circle.members.length}人列出。`;
    return [{ severity: 'hint', message, source }];
  }
  return [
    { severity: 'error', message: '没有登记出席名单，这类会议也没有固定的应到范围，通知里参会人员空着。', source },
  ];
}
