import type { RecordKind } from './kind.ts';
import { joined, textOf } from './read-value.ts';
import type { Problems, Values } from './record.ts';
import { regulationFields } from './regulation-fields.ts';

/** 规章制度: each version is a record of its own and points at the one before it. */
export const regulation: RecordKind = {
  id: 'regulation',
  label: '规章制度',
  unit: '项',
  group: '机关',
  purpose: '制定、修订、废止的制度，全文和历次版本都在。年报里“几个方面多少项”从这里数。',
  fields: regulationFields,
  title: (values) => textOf(values, 'title') || '未命名的制度',
  subtitle: (values) =>
    joined(
      textOf(values, 'number'),
      textOf(values, 'area'),
      textOf(values, 'state'),
      textOf(values, 'passedOn') || textOf(values, 'effectiveOn'),
    ),
  list: {
    columns: ['title', 'number', 'area', 'action', 'meetingType', 'passedOn', 'effectiveOn', 'important', 'state'],
    filters: ['year', 'area', 'action', 'state', 'meetingType', 'important', 'passedOn', 'effectiveOn', 'department'],
    sort: [
      ['passedOn', 'desc'],
      ['title', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['title', 'number', 'area', 'action', 'department', 'state'] },
    { label: '审议', fields: ['meetingType', 'meeting', 'passedOn', 'important'] },
    { label: '施行', fields: ['issuedOn', 'effectiveOn', 'repealedOn'] },
    { label: '全文与版本', fields: ['previous', 'changes', 'body'] },
    { label: '附件与备注', fields: ['campaigns', 'files', 'remark'] },
  ],
  search: { year: 'year' },
  alike: [['title', 'passedOn', 'number']],
  check: checkRegulation,
  warn: warnRegulation,
  derive: (values) => {
    const day = textOf(values, 'passedOn') || textOf(values, 'issuedOn') || textOf(values, 'effectiveOn');
    const year = /^\d{4}/.exec(day)?.[0];
    return {
      ...values,
      // An old register has no column of states: what it lists as passed is in force.
      state: values.state ?? (day ? '现行' : '起草'),
      year: year === undefined ? undefined : Number(year),
    };
  },
  process: { machine: 'regulation', field: 'state', log: 'log' },
  migrations: [],
};

/** States in which a regulation has been adopted, by whatever meeting. */
const ADOPTED: readonly string[] = ['通过', '印发', '现行', '被修订', '废止'];

function checkRegulation(values: Values): Problems {
  const problems: Record<string, string> = {};
  const passed = textOf(values, 'passedOn');
  const issued = textOf(values, 'issuedOn');
  const effective = textOf(values, 'effectiveOn');
  const repealed = textOf(values, 'repealedOn');
  if (passed && issued && issued < passed) problems.issuedOn = '印发日期早于通过日期，请核对';
  if (repealed && effective && repealed < effective) problems.repealedOn = '废止日期早于生效日期，请核对';
  return problems;
}

function warnRegulation(values: Values): Problems {
  const warnings: Record<string, string> = {};
  const state = textOf(values, 'state');
  if (ADOPTED.includes(state)) {
    if (!values.passedOn) warnings.passedOn = '已经通过的，请填通过日期，年报按它算年度';
    if (!values.meetingType) warnings.meetingType = '已经通过的，请选审议会议';
  }
  if (textOf(values, 'action') === '修订' && !values.previous) {
    warnings.previous = '修订的制度，请选它的前一版本，便于对照改了什么';
  }
  if (values.passedOn && values.effectiveOn && textOf(values, 'effectiveOn') < textOf(values, 'passedOn')) {
    warnings.effectiveOn = '生效日期早于通过日期，请核对';
  }
  return warnings;
}
