import { attendanceCounts, isOnLeave } from './attendance.ts';
import { eventFields } from './event-fields.ts';
import type { RecordKind } from './kind.ts';
import { joined, rowsOf, targetOf, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';

/** 履职事项: 会议、协商、监督、活动、学习培训、走访. */
export const event: RecordKind = {
  id: 'event',
  label: '会议活动',
  unit: '次',
  group: '履职',
  purpose: '会议、协商、监督、活动、学习和走访。登记议题、出席、议定事项，就能出纪要和名单。',
  fields: eventFields,
  title: (values) => textOf(values, 'title') || textOf(values, 'serial') || '未命名的会议活动',
  subtitle: (values) =>
    joined(textOf(values, 'start').slice(0, 10), textOf(values, 'subtype'), textOf(values, 'place')),
  list: {
    columns: [
      'start',
      'title',
      'subtype',
      'place',
      'organizer',
      'expectedCount',
      'presentCount',
      'leaveCount',
      'status',
    ],
    filters: [
      'category',
      'subtype',
      'year',
      'start',
      'term',
      'session',
      'organizer',
      'subdistrictOffice',
      'attendance.member',
      'campaigns',
      'mode',
      'firstTopic',
      'studyCount',
      'outcome',
      'status',
    ],
    sort: [['start', 'desc']],
  },
  form: [
    { label: '基本', fields: ['category', 'subtype', 'title', 'serial', 'term', 'session', 'status'] },
    { label: '时间地点', fields: ['start', 'end', 'halfDays', 'place', 'mode'] },
    {
      label: '组织',
      fields: [
        'organizer',
        'organizerText',
        'coOrganizers',
        'subdistrictOffice',
        'chair',
        'chairText',
        'leaders',
        'mandatory',
        'signupDeadline',
      ],
    },
    { label: '议题', fields: ['agendaItems', 'firstTopic', 'studyCount'] },
    { label: '出席', fields: ['attendance', 'counts'] },
    { label: '议定事项与纪要', fields: ['resolutions', 'minutesNumber', 'minutes'] },
    { label: '归类与附件', fields: ['campaigns', 'outcome', 'files', 'remark'] },
  ],
  search: { year: 'start', names: ['chair', 'chairText', 'attendance.member', 'attendance.name'] },
  alike: [['title', 'start']],
  check: checkEvent,
  warn: warnEvent,
  derive: (values) => {
    const year = /^\d{4}/.exec(textOf(values, 'start'))?.[0];
    return year ? { ...values, year: Number(year) } : values;
  },
  computed: ({ values }) => {
    if (rowsOf(values, 'attendance').length === 0) return {};
    const { expected, present, leave, absent } = attendanceCounts(values);
    return { expectedCount: expected, presentCount: present, leaveCount: leave, absentCount: absent };
  },
  migrations: [],
};

function checkEvent(values: Values, lookup: Lookup): Problems {
  const problems: Record<string, string> = {};
  const start = textOf(values, 'start');
  const end = textOf(values, 'end');
  if (start && end && end < start) problems.end = '结束时间早于开始时间，请核对';
  const term = textOf(values, 'term');
  const sessionTerm = textOf(targetOf(values, 'session', 'session', lookup), 'term');
  if (term && sessionTerm && sessionTerm !== term) problems.session = '所选会次不属于这一届';
  const seen = new Map<string, number>();
  rowsOf(values, 'attendance').forEach((row, index) => {
    const id = textOf(row, 'member');
    if (!id && !textOf(row, 'name')) problems[`attendance.${index}.member`] = '请选委员，或写下姓名';
    if (!id) return;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else problems[`attendance.${index}.member`] = `这名委员在第${first + 1}行已经登记`;
  });
  return problems;
}

/** Leave is approved by the chair or the head of the committee (W-27): who did so belongs on record. */
function warnEvent(values: Values): Problems {
  const warnings: Record<string, string> = {};
  rowsOf(values, 'attendance').forEach((row, index) => {
    const state = textOf(row, 'state');
    if (!isOnLeave(state)) return;
    if (!row.leaveType) warnings[`attendance.${index}.leaveType`] = '请假的，请选请假类型';
    if (state === '请假（已批）' && !row.approver) warnings[`attendance.${index}.approver`] = '请假已批的，请填批准人';
  });
  if (values.chair && values.chairText) warnings.chairText = '主持人填了两处，请只留一处';
  return warnings;
}
