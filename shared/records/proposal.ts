import { countCharacters } from '../text/body.ts';
import { asBody } from './body-shape.ts';
import { pointingAt } from './counting.ts';
import { yearOf } from './dating.ts';
import type { ComputeContext, List, RecordKind } from './kind.ts';
import { member } from './member.ts';
import { proposalFields } from './proposal-fields.ts';
import { checkProposal, warnProposal } from './proposal-rules.ts';
import { joined, listOf, numberOf, rowsOf, targetOf, targetTitle, textOf } from './read-value.ts';
import type { Lookup, StoredRecord, Values } from './record.ts';
import { nextSerial } from './serial-number.ts';

/** Roles that answer; 会办 gives its view to the 主办 and does not. */
const ANSWERING: readonly string[] = ['主办', '独办', '分办'];

/** 提案, from the member's paper to 办结 and 归档. */
export const proposal: RecordKind = {
  id: 'proposal',
  label: '提案',
  unit: '件',
  group: '提案民意',
  purpose: '委员和各单位的提案。登记以后立案、交办、答复、征询意见，期限由程序盯着；旧台账可以从 Excel 导入。',
  fields: proposalFields,
  title: (values) => joined(textOf(values, 'caseNumber'), textOf(values, 'title')) || '未写案由的提案',
  subtitle: (values, lookup) =>
    joined(
      targetTitle(member, values.lead, lookup) || textOf(values, 'leadUnit'),
      textOf(values, 'state'),
      values.isKey === true ? '重点提案' : '',
    ),
  list: {
    columns: [
      'caseNumber',
      'title',
      'lead',
      'state',
      'mainUnits',
      'dueOn',
      'category',
      'leadUnit',
      'submittedOn',
      'isKey',
      'session',
    ],
    filters: [
      'term',
      'session',
      'year',
      'state',
      'timing',
      'proposalKind',
      'lead',
      'category',
      'subcategory',
      'assignments.unit',
      'assignments.role',
      'assignments.state',
      'replies.class',
      'dueOn',
      'satisfied',
      'isKey',
      'keyLevel',
      'isExcellent',
      'isOpen',
      'origin',
      'rejectReasons',
      'submittedOn',
      'filedOn',
      'mergedInto',
    ],
    sort: [
      ['year', 'desc'],
      ['caseNumber', 'asc'],
      ['serialIn', 'asc'],
    ],
  },
  form: [
    {
      label: '基本',
      fields: ['title', 'term', 'session', 'timing', 'proposalKind', 'submittedOn', 'serialIn', 'state'],
    },
    { label: '提案人', fields: ['lead', 'leadUnit', 'cosigners'] },
    {
      label: '办理联系人',
      fields: ['liaisonName', 'liaisonOrg', 'liaisonDuty', 'liaisonAddress', 'liaisonZip', 'liaisonMobile'],
    },
    {
      label: '内容',
      fields: ['body', 'category', 'subcategory', 'origin', 'advisedUnits', 'advisedCoUnits', 'isOpen', 'closedReason'],
    },
    { label: '审查立案', fields: ['caseNumber', 'filedOn', 'rejectReasons', 'mergedInto'] },
    { label: '重点与优秀', fields: ['isKey', 'keyLevel', 'supervisors', 'handlingLeader', 'isExcellent'] },
    { label: '承办', fields: ['assignments'] },
    { label: '答复与征询', fields: ['replies', 'feedback', 'suggestionCount', 'adoptedCount'] },
    { label: '评价与督办', fields: ['evaluations', 'followUps'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: {
    year: 'year',
    sector: 'lead',
    names: ['lead', 'cosigners.member', 'cosigners.name', 'liaisonName'],
  },
  unique: [['session', 'caseNumber']],
  alike: [['title', 'lead', 'leadUnit']],
  similar: { fields: ['title'], threshold: 0.6 },
  check: checkProposal,
  warn: warnProposal,
  derive: deriveProposal,
  computed: computeProposal,
  process: { machine: 'proposal', field: 'state', log: 'log', stateOf: stateOfProposal },
  migrations: [],
};

function deriveProposal(
  values: Values,
  { lookup, list, id }: { readonly lookup: Lookup; readonly list?: List; readonly id?: string },
): Values {
  const session = targetOf(values, 'session', 'session', lookup);
  const year = yearOf(values, 'submittedOn', 'filedOn') ?? yearOf(session, 'openOn');
  const complete = {
    ...values,
    year: year ?? values.year,
    term: values.term ?? session.term,
    timing: values.timing ?? timingOf(values, session),
    proposalKind: values.proposalKind ?? kindOfProposer(values),
  };
  return { ...complete, serialIn: values.serialIn ?? (list ? serialIn(complete, list('proposal'), id) : undefined) };
}

/** An old register seldom has a column for the state, but it has the days: papers on it are no drafts. */
function stateOfProposal(values: Values): string | undefined {
  if (values.mergedInto) return '并案';
  if (listOf(values, 'rejectReasons').length > 0) return '不予立案';
  if (rowsOf(values, 'feedback').length > 0) return '征询意见';
  if (rowsOf(values, 'replies').length > 0) return '已答复';
  if (rowsOf(values, 'assignments').length > 0) return '办理中';
  if (values.filedOn || values.caseNumber) return '立案';
  return values.submittedOn ? '已提交' : undefined;
}

/** 截止后为平时提案 (W-13). Nothing is guessed while the deadline or the day is unknown. */
function timingOf(values: Values, session: Values): string | undefined {
  const deadline = textOf(session, 'proposalDeadline').slice(0, 10);
  const submitted = textOf(values, 'submittedOn');
  if (!deadline || !submitted) return undefined;
  return submitted <= deadline ? '大会提案' : '平时提案';
}

function kindOfProposer(values: Values): string | undefined {
  if (values.leadUnit || !values.lead) return undefined;
  return rowsOf(values, 'cosigners').length > 0 ? '委员联名' : '委员个人';
}

/** Papers are numbered as they come in, by the session they belong to, without one by the year. */
function serialIn(values: Values, all: readonly StoredRecord[], id: string | undefined): number | undefined {
  const { session, year } = values;
  if (session === undefined && year === undefined) return undefined;
  const among = (other: Values) =>
    session === undefined ? other.session === undefined && other.year === year : other.session === session;
  return nextSerial(all, 'serialIn', among, id);
}

function computeProposal(record: StoredRecord, { list }: ComputeContext): Values {
  const { values } = record;
  const body = asBody(values.body);
  const merged = list ? mergedInto(record.id, list('proposal')) : [];
  const assignments = rowsOf(values, 'assignments').filter((row) => ANSWERING.includes(textOf(row, 'role')));
  const units = [...new Set(assignments.map((row) => textOf(row, 'unit')).filter(Boolean))];
  const proposers = [...new Set([values, ...merged.map((other) => other.values)].flatMap(proposersOf))];
  return {
    mainUnits: units.length > 0 ? units : undefined,
    proposers: proposers.length > 0 ? proposers : undefined,
    mergedCount: merged.length || undefined,
    dueOn: dueOf(assignments),
    repliedOn:
      rowsOf(values, 'replies')
        .map((row) => textOf(row, 'repliedOn'))
        .sort()
        .at(-1) || undefined,
    satisfied: satisfiedOf(values),
    words: body ? countCharacters(body) : undefined,
  };
}

/** Every case that ended in this one, also by way of another: none of their proposers may be lost. */
function mergedInto(id: string, all: readonly StoredRecord[]): readonly StoredRecord[] {
  const found = new Map<string, StoredRecord>();
  const look = (main: string) => {
    for (const other of pointingAt(all, 'mergedInto', main)) {
      if (other.id === id || found.has(other.id)) continue;
      found.set(other.id, other);
      look(other.id);
    }
  };
  look(id);
  return [...found.values()];
}

/** The first proposer and those who signed along, as far as they are members. */
function proposersOf(values: Values): readonly string[] {
  return [textOf(values, 'lead'), ...rowsOf(values, 'cosigners').map((row) => textOf(row, 'member'))].filter(Boolean);
}

/** The day the next answer is due; once all have answered, the last day that was set. */
function dueOf(assignments: readonly Values[]): string | undefined {
  const due = (row: Values) => textOf(row, 'extendedTo') || textOf(row, 'due');
  const open = assignments.filter((row) => !['已答复', '办结'].includes(textOf(row, 'state')));
  const days = (rows: readonly Values[]) => rows.map(due).filter(Boolean).sort();
  return days(open)[0] ?? days(assignments).at(-1);
}

/** Whether nobody was dissatisfied with the last handling; undefined before anybody was heard. */
function satisfiedOf(values: Values): boolean | undefined {
  const rows = rowsOf(values, 'feedback').filter((row) => row.attitude || row.result);
  if (rows.length === 0) return undefined;
  const last = Math.max(...rows.map((row) => numberOf(row, 'round') ?? 1));
  return rows
    .filter((row) => (numberOf(row, 'round') ?? 1) === last)
    .every((row) => row.attitude !== '不满意' && row.result !== '不满意');
}
