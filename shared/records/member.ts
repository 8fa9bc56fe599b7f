import { pointingAt } from './counting.ts';
import type { List, RecordKind } from './kind.ts';
import { memberFields } from './member-fields.ts';
import { person } from './person.ts';
import { joined, listOf, numberOf, targetOf, targetTitle, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';
import { sector } from './sector.ts';
import { CANDIDATE_STATES, EXIT_STATES, STANDING_ROLES } from './service.ts';

/** 委员任职: one person in one term. */
export const member: RecordKind = {
  id: 'member',
  label: '委员',
  unit: '名',
  group: '履职',
  purpose: '本届委员的任职情况。从 Excel 名册导入最快，也可以逐名登记。',
  fields: memberFields,
  title: (values, lookup) => targetTitle(person, values.person, lookup) || '未选人员的委员',
  subtitle: (values, lookup) =>
    joined(
      targetTitle(sector, values.sector, lookup),
      listOf(targetOf(values, 'person', 'person', lookup), 'parties').join('、'),
      values.isStanding === true ? '常委' : '',
      [...EXIT_STATES, ...CANDIDATE_STATES].includes(textOf(values, 'status')) ? textOf(values, 'status') : '',
    ),
  list: {
    columns: [
      'person',
      'sex',
      'birth',
      'parties',
      'sector',
      'orgAndDuty',
      'committee',
      'isStanding',
      'mobile',
      'status',
      'term',
    ],
    filters: [
      'term',
      'sector',
      'committee',
      'subdistrictOffice',
      'parties',
      'sex',
      'ethnicity',
      'isStanding',
      'roles',
      'status',
      'otherLevels',
      'appointedOn',
      'consecutive',
      'supervisorPosts.post',
      'mentor',
      'exitOn',
    ],
    sort: [
      ['term', 'desc'],
      ['person', 'stroke'],
    ],
  },
  form: [
    { label: '任职', fields: ['person', 'term', 'code', 'status'] },
    { label: '提名与任命', fields: ['nominatedOn', 'nominatedBy', 'appointedOn', 'appointedBy'] },
    { label: '界别', fields: ['sector', 'sectorDuty'] },
    { label: '专委会', fields: ['committee', 'committeeDuty', 'committee2', 'committee2Duty'] },
    { label: '街道', fields: ['subdistrictOffice', 'subdistrictDuty'] },
    { label: '政协职务', fields: ['roles', 'isStanding', 'otherLevels', 'supervisorPosts', 'scoreEnabled'] },
    {
      label: '联系',
      fields: ['mentor', 'contactOffices', 'contactCommunities', 'contactOrganisations', 'pairedWith'],
    },
    {
      label: '退出',
      fields: ['exitOn', 'exitReason', 'exitMeeting'],
      when: { status: ['请辞待审', ...EXIT_STATES] },
    },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { names: ['person'], sector: 'sector' },
  unique: [['person', 'term']],
  check: checkMember,
  warn: warnMember,
  derive: (values) => (values.isStanding === undefined ? { ...values, isStanding: hasStandingRole(values) } : values),
  computed: (record, { lookup, list }) => {
    const about = targetOf(record.values, 'person', 'person', lookup);
    const result: Record<string, unknown> = {};
    for (const field of ['sex', 'ethnicity', 'birth', 'parties', 'mobile']) {
      if (about[field] !== undefined) result[field] = about[field];
    }
    const orgAndDuty = `${textOf(about, 'org')}${textOf(about, 'orgDuty')}`;
    if (orgAndDuty) result.orgAndDuty = orgAndDuty;
    if (list) result.consecutive = consecutiveTerms(record.values, lookup, list);
    return result;
  },
  process: { machine: 'membership', field: 'status', log: 'log' },
  migrations: [],
};

function hasStandingRole(values: Values): boolean {
  return listOf(values, 'roles').some((role) => STANDING_ROLES.includes(role));
}

/** Terms in a row up to this one; absent while the terms have no numbers. */
function consecutiveTerms(values: Values, lookup: Lookup, list: List): number | undefined {
  const numberOfTerm = (held: Values) => numberOf(targetOf(held, 'term', 'term', lookup), 'number');
  const last = numberOfTerm(values);
  if (last === undefined || CANDIDATE_STATES.includes(textOf(values, 'status'))) return undefined;
  const held = new Set(
    pointingAt(list('member'), 'person', textOf(values, 'person'))
      .filter((other) => !CANDIDATE_STATES.includes(textOf(other.values, 'status')))
      .map((other) => numberOfTerm(other.values)),
  );
  let first = last;
  while (held.has(first - 1)) first -= 1;
  return last - first + 1;
}

/** An appointment that ended carries when and why (章程: 辞去、撤销由常委会决定); one that runs must not. */
function checkMember(values: Values): Problems {
  const problems: Record<string, string> = {};
  const status = textOf(values, 'status');
  if (EXIT_STATES.includes(status)) {
    if (!values.exitOn) problems.exitOn = `任职状态为“${status}”时，请填写退出日期`;
    if (!values.exitReason) problems.exitReason = `任职状态为“${status}”时，请填写退出原因`;
  }
  const exitOn = textOf(values, 'exitOn');
  const appointedOn = textOf(values, 'appointedOn');
  if (exitOn && appointedOn && exitOn < appointedOn) problems.exitOn = '退出日期早于任职日期，请核对';
  if (values.committee2 && values.committee2 === values.committee) problems.committee2 = '第二专委会与专委会相同';
  return problems;
}

function warnMember(values: Values, lookup: Lookup): Problems {
  const warnings: Record<string, string> = {};
  const status = textOf(values, 'status');
  if (!EXIT_STATES.includes(status) && values.exitOn) warnings.exitOn = `填了退出日期，但任职状态是“${status}”`;
  if (values.isStanding === false && hasStandingRole(values)) {
    warnings.isStanding = '政协职务属于常委会组成人员，但“常委”为否，请核对';
  }
  for (const [field, kind, label] of [
    ['sector', 'sector', '界别'],
    ['committee', 'committee', '专委会'],
    ['committee2', 'committee', '第二专委会'],
  ] as const) {
    const other = textOf(targetOf(values, field, kind, lookup), 'term');
    if (other && values.term && other !== values.term) warnings[field] = `所选${label}不是这一届的，请核对`;
  }
  if (values.sectorDuty && !values.sector) warnings.sectorDuty = '填了界别职务，没有选界别';
  if (values.committeeDuty && !values.committee) warnings.committeeDuty = '填了专委会职务，没有选专委会';
  if (values.subdistrictDuty && !values.subdistrictOffice) {
    warnings.subdistrictDuty = '填了街道职务，没有选街道政协工委';
  }
  return warnings;
}
