import { attendanceCounts, isOnLeave } from './attendance.ts';
import { yearOf } from './dating.ts';
import { CONSULT_FORMS, SUPERVISION_FORMS } from './enumerations/consultation.ts';
import { eventFields } from './event-fields.ts';
import type { FormGroup, RecordKind } from './kind.ts';
import { joined, listOf, rowsOf, targetOf, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';

/** Categories outside the meeting room: why, what, to what effect (复盘三栏). */
const FIELD_WORK: readonly string[] = ['活动', '走访', '监督', '学习培训'];

/** A visit has no agenda, a meeting no list of companies visited: each category shows its own. */
const workGroups: readonly FormGroup[] = [
  { label: '议题', fields: ['agendaItems'], when: { category: ['会议', '协商'] } },
  {
    label: '学习与讲课',
    fields: ['firstTopic', 'studyCount', 'lecturer', 'lectureTitle', 'exchangeSpeakers'],
    when: { category: ['会议', '学习培训', '活动'] },
  },
  {
    label: '兼作协商、监督',
    fields: ['consultForm', 'supervisionForm', 'supervised'],
    when: { category: ['会议', '协商', '监督', '活动'] },
  },
  {
    label: '协商',
    fields: [
      'consultLevel',
      'planItem',
      'topics',
      'parties',
      'noticeOn',
      'materialsOn',
      'resultForm',
      'reportDue',
      'reportedOn',
      'policyList',
    ],
    when: { category: ['协商'], consultForm: CONSULT_FORMS.split(' ') },
  },
  {
    label: '走访',
    fields: ['visitTarget', 'visitors', 'visited', 'visitedNonParty'],
    when: { category: ['走访'] },
  },
  {
    label: '涉及的街道、企业、项目',
    fields: ['venue', 'subdistrictOffices', 'companies', 'projects', 'proposals', 'parentResearch'],
    when: { category: ['协商', '监督', '活动', '走访', '会议'] },
  },
];

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
      'tags',
      'consultForm',
      'consultLevel',
      'supervisionForm',
      'visitTarget',
      'venue',
      'partyBranch',
      'subdistrictOffices',
      'projects',
      'companies',
      'topics',
      'planItem',
      'unitedFront',
      'byLeaders',
      'joint',
      'higherLevel',
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
    ...workGroups,
    { label: '出席', fields: ['attendance', 'counts'] },
    { label: '议定事项与纪要', fields: ['resolutions', 'minutesNumber', 'minutes'] },
    { label: '复盘', fields: ['purpose', 'content', 'effect'], when: { category: FIELD_WORK } },
    {
      label: '归类',
      fields: [
        'campaigns',
        'tags',
        'outcome',
        'partyBranch',
        'byLeaders',
        'unitedFront',
        'joint',
        'higherLevel',
        'firstOfKind',
      ],
    },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: {
    year: 'start',
    names: ['chair', 'chairText', 'lecturer', 'visitors', 'visited', 'attendance.member', 'attendance.name'],
  },
  alike: [['title', 'start']],
  check: checkEvent,
  warn: warnEvent,
  derive: (values, { lookup }) => ({
    ...values,
    year: yearOf(values, 'start') ?? values.year,
    consultForm: formOf(values, '协商', CONSULT_FORMS) ?? values.consultForm,
    supervisionForm: formOf(values, '监督', SUPERVISION_FORMS) ?? values.supervisionForm,
    visitedNonParty: nonPartyVisited(values, lookup) ?? values.visitedNonParty,
    exchangeSpeakers: rowsOf(values, 'attendance').filter((row) => row.speech).length || values.exchangeSpeakers,
  }),
  computed: ({ values }) => {
    if (rowsOf(values, 'attendance').length === 0) return {};
    const { expected, present, leave, absent } = attendanceCounts(values);
    return { expectedCount: expected, presentCount: present, leaveCount: leave, absentCount: absent };
  },
  migrations: [
    {
      to: 2,
      why: 'Campaigns became records of their own, with a period and a level; a migration cannot make records, so the old words stay as tags.',
      up: ({ campaigns, ...values }) => {
        const words = [...new Set([...listOf(values, 'tags'), ...listOf({ campaigns }, 'campaigns')])];
        return words.length > 0 ? { ...values, tags: words } : values;
      },
    },
  ],
};

/** The subtype, when the category says that it is the form, and the form is one the figures know. */
function formOf(values: Values, category: string, forms: string): string | undefined {
  const subtype = textOf(values, 'subtype');
  return textOf(values, 'category') === category && forms.split(' ').includes(subtype) ? subtype : undefined;
}

/** 党外: no 中共党员. Undefined while nobody is named or somebody's party is not on record: then the typed number stands. */
function nonPartyVisited(values: Values, lookup: Lookup): number | undefined {
  const ids = listOf(values, 'visited');
  if (ids.length === 0) return undefined;
  let count = 0;
  for (const id of ids) {
    const member = lookup('member', id)?.values ?? {};
    const parties = listOf(targetOf(member, 'person', 'person', lookup), 'parties');
    if (parties.length === 0) return undefined;
    if (!parties.includes('中共党员') && !parties.includes('中共预备党员')) count += 1;
  }
  return count;
}

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
  return { ...warnings, ...warnWork(values) };
}

/** What figures would miss or count wrongly: places of grassroots consultation, numbers of visits, late notices. */
function warnWork(values: Values): Problems {
  const warnings: Record<string, string> = {};
  const level = textOf(values, 'consultLevel');
  if ((level === '街道' || level === '社区（村）') && !values.subdistrictOffice && !values.subdistrictOffices) {
    warnings.subdistrictOffice = `${level}一级的协商，请选是哪个街道`;
  }
  const day = textOf(values, 'start').slice(0, 10);
  for (const [field, label] of [
    ['noticeOn', '通知日'],
    ['materialsOn', '送材料日'],
  ] as const) {
    if (day && textOf(values, field) > day) warnings[field] = `${label}在开会以后，请核对`;
  }
  if (values.reportedOn && textOf(values, 'reportedOn') < day) warnings.reportedOn = '成果报送日在开会以前，请核对';
  const target = textOf(values, 'visitTarget');
  if (target === '企业' && !values.companies) warnings.companies = '走访企业的，请选走访了哪几家';
  if (target === '党外委员' && !values.visited && values.visitedNonParty === undefined) {
    warnings.visited = '走访党外委员的，请选走访了谁，或填人数';
  }
  rowsOf(values, 'agendaItems').forEach((row, index) => {
    const votes = ['votesFor', 'votesAgainst', 'votesAbstained'].map((field) => Number(row[field] ?? 0));
    const { present } = attendanceCounts(values);
    const total = votes.reduce((sum, count) => sum + count, 0);
    if (present > 0 && total > present)
      warnings[`agendaItems.${index}.votesFor`] = `表决合计${total}票，多于实到${present}人`;
  });
  return warnings;
}
