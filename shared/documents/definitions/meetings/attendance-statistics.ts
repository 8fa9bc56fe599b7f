import { attendanceCounts, isOnLeave, isPresent } from '../../../records/attendance.ts';
import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { Composed, DocumentDefinition, DocumentMaterial } from '../../definition.ts';
import { placed } from '../../minutes.ts';
import type { DocumentBlock, DocumentCell, DocumentModel, DocumentTable, Finding } from '../../model.ts';
import { spacedName } from '../../names.ts';
import { characterFindings } from '../../rare-characters.ts';
import * as say from '../../wording.ts';
import {
  type Attendee,
  circleFindings,
  circleOf,
  inOrder,
  isExpected,
  isGuest,
  LIST_ORDERS,
  listedAttendees,
  usualOrder,
} from './meeting-facts.ts';
import { quorumMatters } from './minutes-kinds.ts';

const ORDERS = ['按会议类型', ...LIST_ORDERS] as const;
const REASONS = ['不列', '列出'] as const;

/** 出席情况统计表: how many were expected, came, were on leave of which kind, were absent; and everybody by name (J02). */
export const attendanceStatistics: DocumentDefinition = {
  id: 'attendanceStatistics',
  label: '出席情况统计表',
  group: '会议',
  layout: 'plain',
  aliases: ['签到统计', '请假情况', '出席统计'],
  description: '应出席、实到、请假（分类）、缺席，是否符合规定人数，后附每个人的情况；与登记的出席情况逐行一致。',
  parameters: [
    { name: 'event', label: '会议', type: 'reference', targets: ['event'], required: true },
    { name: 'order', label: '名单顺序', type: 'choice', options: ORDERS, initial: ORDERS[0] },
    {
      name: 'reasons',
      label: '请假事由',
      type: 'choice',
      options: REASONS,
      initial: REASONS[0],
      help: '对外提供时不要列',
    },
  ],
  compose,
};

function compose(params: Readonly<Record<string, unknown>>, material: DocumentMaterial): Composed {
  const event = say.recordParam(params, 'event', '会议', ['event'], material);
  const chosen = say.choiceParam(params, 'order', '名单顺序', ORDERS);
  const withReasons = say.choiceParam(params, 'reasons', '请假事由', REASONS) === '列出';
  const order = chosen === '按会议类型' ? usualOrder(event) : chosen;
  const listed = listedAttendees(event, material);
  const expected = inOrder(listed.filter(isExpected), order, material);
  const others = inOrder(
    listed.filter((one) => !isExpected(one)),
    order,
    material,
  );
  const name = say.fullTitle(event.values, material.settings.shortName);
  const title = `${name}出席情况统计表`;
  const day = say.chineseDay(textOf(event.values, 'start'));
  const findings = [
    ...listFindings(expected, listed, event),
    ...circleFindings(listed, circleOf(event, material), event),
  ];
  const blocks: DocumentBlock[] = [
    say.paragraph('formTitle', title, say.sourceOf(event, 'title')),
    say.blank(),
    factsTable(event, expected, listed, material),
    say.paragraph('tableNote', rule(event), say.sourceOf(event, 'attendance')),
  ];
  if (listed.length > 0) {
    blocks.push(
      say.blank(),
      say.paragraph('tableTitle', '人员情况'),
      peopleTable([...expected, ...others], event, withReasons),
    );
  }
  const model: DocumentModel = {
    document: 'attendanceStatistics',
    title,
    fileName: day ? `${title}（${day}）` : title,
    page: { orientation: 'portrait', grid: 'free', folio: 'center' },
    blocks,
  };
  return { model, findings: [...placed(findings, model), ...characterFindings(model, material.settings)] };
}

function rule(event: StoredRecord): string {
  const quorum = quorumMatters(event.values) ? '；实到超过应出席的半数为符合规定人数' : '';
  return `口径：应出席不含列席、特邀、工作人员和登记为“不参加”的；实到含迟到、早退；请假含未批和待批的${quorum}。`;
}

/** How many of those expected are in each kind of leave, the most frequent first. */
export function leaveByKind(expected: readonly Attendee[]): readonly (readonly [string, number])[] {
  const kinds = new Map<string, number>();
  for (const { row } of expected) {
    if (!row || !isOnLeave(textOf(row, 'state'))) continue;
    const kind = textOf(row, 'leaveType') || '未填类型';
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return [...kinds].sort((a, b) => b[1] - a[1] || Number(a[0] > b[0]) - Number(a[0] < b[0]));
}

function factsTable(
  event: StoredRecord,
  expected: readonly Attendee[],
  listed: readonly Attendee[],
  material: DocumentMaterial,
): DocumentTable {
  const { values } = event;
  const source = say.sourceOf(event, 'attendance');
  const label = (text: string): DocumentCell => ({ runs: [{ text }], label: true });
  const fact = (text: string, field: string, colSpan?: number): DocumentCell => {
    const from = say.sourceOf(event, field);
    return {
      runs: text ? [{ text, source: from }] : [],
      source: from,
      align: 'center',
      ...(colSpan ? { colSpan } : {}),
    };
  };
  const counts = attendanceCounts(values);
  const open = counts.expected - counts.present - counts.leave - counts.absent;
  const guests = listed.filter((one) => isGuest(one) && isPresent(textOf(one.row ?? {}, 'state'))).length;
  const kinds = leaveByKind(expected).map(([kind, count]) => `${kind}${count}人`);
  const rate = counts.expected > 0 ? `${Math.round((counts.present / counts.expected) * 1000) / 10}%` : '';
  const chair = say.memberName(textOf(values, 'chair'), material.lookup) || textOf(values, 'chairText').trim();
  const people = (n: number) => `${n}人`;
  return {
    type: 'table',
    columns: [26, 34, 26, 26, 26, 24].map((width) => ({ width, align: 'center' as const })),
    headRows: 0,
    size: 12,
    rows: [
      [label('时间'), fact(whenOf(values), 'start', 3), label('主持人'), fact(spacedName(chair), 'chair')],
      [
        label('地点'),
        fact(textOf(values, 'place').trim(), 'place', 3),
        label('列席'),
        fact(people(guests), 'attendance'),
      ],
      [
        label('应出席'),
        fact(people(counts.expected), 'attendance'),
        label('实到'),
        fact(people(counts.present), 'attendance'),
        label('出席率'),
        fact(rate, 'attendance'),
      ],
      [
        label('请假'),
        fact(people(counts.leave), 'attendance'),
        label('缺席'),
        fact(people(counts.absent), 'attendance'),
        label('未登记'),
        fact(people(open), 'attendance'),
      ],
      [label('请假类型'), { ...fact(kinds.join('，') || '无', 'attendance', 5), align: 'left' }],
      [label('规定人数'), { ...fact(quorumWords(event), 'attendance', 5), align: 'left' }],
    ],
    source,
  };
}

function quorumWords(event: StoredRecord): string {
  if (!quorumMatters(event.values)) return '这类会议没有规定人数。';
  const { expected, present } = attendanceCounts(event.values);
  if (expected === 0) return '还没有登记出席情况。';
  const need = Math.floor(expected / 2) + 1;
  return present >= need
    ? `应出席${expected}人，过半数为${need}人，实到${present}人，符合规定人数。`
    : `应出席${expected}人，过半数为${need}人，实到${present}人，未达到规定人数。`;
}

const whenOf = (values: StoredRecord['values']): string =>
  say.chineseWhen(textOf(values, 'start'), textOf(values, 'end'));

function peopleTable(people: readonly Attendee[], event: StoredRecord, withReasons: boolean): DocumentTable {
  const source = say.sourceOf(event, 'attendance');
  const heads = [
    '序号',
    '姓名',
    '界别',
    '政协职务',
    '身份',
    '情况',
    '请假类型',
    '批准人',
    ...(withReasons ? ['事由'] : []),
  ];
  const widths = [12, 22, 29, 23, 16, 26, 20, 20, ...(withReasons ? [34] : [])];
  const cell = (text: string, from = source): DocumentCell => ({
    runs: text ? [{ text, source: from }] : [],
    align: 'center',
    source: from,
  });
  return {
    type: 'table',
    columns: widths.map((width) => ({ width, align: 'center' as const })),
    headRows: 1,
    size: 10.5,
    rows: [
      heads.map((text) => ({ runs: [{ text }], align: 'center' as const, label: true })),
      ...people.map((person, index) => {
        const row = person.row ?? {};
        return [
          cell(String(index + 1)),
          cell(spacedName(person.name), person.member ? say.sourceOf(person.member) : source),
          cell(person.sector, person.member ? say.sourceOf(person.member, 'sector') : source),
          cell(person.duty, person.member ? say.sourceOf(person.member, 'roles') : source),
          cell(person.role),
          cell(textOf(row, 'state')),
          cell(textOf(row, 'leaveType')),
          cell(spacedName(textOf(row, 'approver').trim())),
          ...(withReasons ? [cell(textOf(row, 'reason').trim())] : []),
        ];
      }),
    ],
    source,
  };
}

function listFindings(expected: readonly Attendee[], listed: readonly Attendee[], event: StoredRecord): Finding[] {
  const source = say.sourceOf(event, 'attendance');
  if (listed.length === 0) return [{ severity: 'error', message: '没有登记出席情况，统计表是空的。', source }];
  const findings: Finding[] = [];
  const names = (people: readonly Attendee[]) =>
    `${people
      .slice(0, 5)
      .map(({ name }) => name || '未填姓名')
      .join('、')}${people.length > 5 ? `等${people.length}人` : ''}`;
  const warn = (people: readonly Attendee[], message: string, severity: Finding['severity'] = 'warning') => {
    if (people.length > 0) findings.push({ severity, message: `${names(people)}${message}`, source });
  };
  const state = ({ row }: Attendee) => textOf(row ?? {}, 'state');
  const leave = expected.filter((one) => isOnLeave(state(one)));
  warn(
    leave.filter(({ row }) => !textOf(row ?? {}, 'leaveType')),
    '请假，没有填请假类型。',
  );
  warn(
    leave.filter(({ row }) => !textOf(row ?? {}, 'approver')),
    '请假，没有登记批准人。',
  );
  warn(
    expected.filter((one) => ['待确认', '确认参加', ''].includes(state(one))),
    '的出席情况还没有登记。',
  );
  warn(
    listed.filter(({ name }) => !name),
    '：名单里查不到姓名。',
  );
  const { expected: total, present } = attendanceCounts(event.values);
  if (quorumMatters(event.values) && total > 0 && present * 2 <= total) {
    const message = `应出席${total}人，实到${present}人，没有达到规定人数。`;
    findings.push({ severity: 'error', message, source });
  }
  return findings;
}
