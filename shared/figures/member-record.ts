import { isPresent } from '../records/attendance.ts';
import type { List } from '../records/kind.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { type DayRule, dayOf, SOURCE_DAYS } from './deed-day.ts';

/** One thing a member did, as it lies in the ledgers. */
export interface Deed {
  readonly kind: string;
  readonly id: string;
  /** 'YYYY-MM-DD' or '' when the record has no day. */
  readonly on: string;
  /** What the record does not say in its title: 主持, 请假（已批）, 立案, 市采用. */
  readonly note?: string;
}

export interface DeedSection {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** How it is counted, in words for the foot of the page. */
  readonly rule: string;
  readonly deeds: readonly Deed[];
}

/** A year, or one quarter of it (1 to 4). */
export interface Span {
  readonly year: number;
  readonly quarter?: number | undefined;
}

const MONTHS_IN_QUARTER = 3;

/** Whether a day or a time ('YYYY-MM-DD…') lies in the span. */
export function fallsIn(day: string, { year, quarter }: Span): boolean {
  if (!day.startsWith(String(year))) return false;
  return quarter === undefined || Math.ceil(Number(day.slice(5, 7)) / MONTHS_IN_QUARTER) === quarter;
}

interface SectionRule extends DayRule {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly rule: string;
  readonly kind: string;
  /** What this member did in the record; undefined when nothing. */
  readonly note: (values: Values, member: string) => string | undefined;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const has = (value: unknown, id: string): boolean => Array.isArray(value) && value.includes(id);
const rowsOf = (value: unknown): readonly Values[] => (Array.isArray(value) ? value : []);
const rowOf = (values: Values, member: string) => rowsOf(values.attendance).find((row) => row.member === member);

const attended = (values: Values, member: string): string | undefined => {
  const row = rowOf(values, member);
  if (!row || !isPresent(text(row.state))) return undefined;
  const role = text(row.role);
  return [role === '应出席' ? '' : role, text(row.state) === '出席' ? '' : text(row.state)].filter(Boolean).join('，');
};

const missed = (values: Values, member: string): string | undefined => {
  const row = rowOf(values, member);
  if (!row) return undefined;
  const state = text(row.state);
  return /^请假|^缺席/.test(state)
    ? [state, text(row.leaveType), text(row.reason)].filter(Boolean).join('，')
    : undefined;
};

const adoptedAs = (values: Values): string => {
  const levels = rowsOf(values.adoptions)
    .filter(({ action }) => action === '采用')
    .map(({ level }) => `${text(level)}采用`);
  return [...new Set(levels)].join('、');
};

/** Everything a member can have done, one line a ledger. */
const RULES: readonly SectionRule[] = [
  {
    id: 'attended',
    label: '参加会议活动',
    unit: '次',
    kind: 'event',
    day: 'start',
    rule: '出席、迟到、早退的都算，列席也算',
    note: attended,
  },
  {
    id: 'missed',
    label: '请假与缺席',
    unit: '次',
    kind: 'event',
    day: 'start',
    rule: '请假（各种）与缺席',
    note: missed,
  },
  {
    id: 'speeches',
    label: '会上发言',
    unit: '次',
    kind: 'event',
    day: 'start',
    rule: '出席登记里“发言”不为空、不为“无”',
    note: (values, member) => {
      const speech = text(rowOf(values, member)?.speech);
      return speech && speech !== '无' ? speech : undefined;
    },
  },
  {
    id: 'proposals',
    label: '提案',
    unit: '件',
    kind: 'proposal',
    day: 'submittedOn',
    rule: '作为第一提案人或联名人提交的，草稿不算',
    note: (values, member) => {
      if (values.state === '草稿') return undefined;
      if (values.lead === member) return text(values.state);
      return rowsOf(values.cosigners).some((row) => row.member === member) ? `联名，${text(values.state)}` : undefined;
    },
  },
  {
    id: 'opinions',
    label: '社情民意',
    unit: '条',
    kind: 'opinion',
    day: 'receivedOn',
    rule: '作为第一反映人或联名人，收稿即算',
    note: (values, member) => {
      if (values.lead !== member && !has(values.coauthors, member)) return undefined;
      return [values.lead === member ? '' : '联名', adoptedAs(values) || text(values.state)].filter(Boolean).join('，');
    },
  },
  {
    id: 'plenary',
    label: '大会发言',
    unit: '篇',
    kind: 'speech',
    day: 'on',
    rule: '大会发言材料',
    note: (values, member) =>
      values.member === member ? [text(values.way), text(values.outcome)].filter(Boolean).join('，') : undefined,
  },
  {
    id: 'suggestions',
    label: '意见建议',
    unit: '条',
    kind: 'suggestion',
    day: 'deliveredOn',
    source: SOURCE_DAYS,
    rule: '提出人里有本人的意见建议条目，按来源的日期算',
    note: (values, member) => (has(values.proposers, member) ? text(values.adoption) || text(values.state) : undefined),
  },
  {
    id: 'reports',
    label: '调研报告',
    unit: '篇',
    kind: 'researchReport',
    day: 'finishedOn',
    rule: '课题组里有本人',
    note: (values, member) => (has(values.group, member) ? text(values.reportType) : undefined),
  },
  {
    id: 'contributions',
    label: '履职为民',
    unit: '项',
    kind: 'contribution',
    day: 'on',
    rule: '登记的都列出，只有“已核”的计入考核',
    note: (values, member) =>
      values.member === member
        ? [text(values.contributionType), text(values.review)].filter(Boolean).join('，')
        : undefined,
  },
  {
    id: 'topics',
    label: '认领的协商议题',
    unit: '个',
    kind: 'topic',
    day: 'raisedOn',
    rule: '认领委员里有本人',
    note: (values, member) => (has(values.claimedBy, member) ? text(values.state) : undefined),
  },
  {
    id: 'awards',
    label: '表彰',
    unit: '次',
    kind: 'award',
    day: 'awardedOn',
    rule: '表彰对象是本人',
    note: (values, member) => (values.member === member ? text(values.name) : undefined),
  },
  {
    id: 'talks',
    label: '提醒谈话',
    unit: '次',
    kind: 'talk',
    day: 'on',
    rule: '谈话对象是本人',
    note: (values, member) => (values.member === member ? text(values.talkType) : undefined),
  },
];

/** What is looked for in a year: nothing here is a gap that the profile names. */
const EXPECTED: readonly (readonly [section: string, sentence: string])[] = [
  ['attended', '没有参加任何会议活动'],
  ['proposals', '没有提交提案'],
  ['opinions', '没有反映社情民意'],
];

/**
 * Everything the ledgers hold of a member (one appointment), newest first, by ledger.
 * @param span of the deed's day; everything when absent
 */
export function memberRecord(member: string, list: List, span?: Span): DeedSection[] {
  return RULES.map(({ id, label, unit, rule, kind, day, source, note }) => ({
    id,
    label,
    unit,
    rule,
    deeds: list(kind)
      .flatMap((record) => {
        const on = dayOf(record, { day, source }, list);
        if (span !== undefined && !fallsIn(on, span)) return [];
        const said = note(record.values, member);
        return said === undefined ? [] : [{ kind: record.kind, id: record.id, on, ...(said ? { note: said } : {}) }];
      })
      .sort((a, b) => b.on.localeCompare(a.on)),
  }));
}

/** 本年没有提交提案 …: what the sections of one year lack. */
export function gapsOf(sections: readonly DeedSection[]): string[] {
  return EXPECTED.flatMap(([id, sentence]) =>
    sections.find((section) => section.id === id)?.deeds.length === 0 ? [sentence] : [],
  );
}

/** The counts of all members in one pass over the ledgers: member id → section id → number. */
export function countDeeds(list: List, span: Span): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const counts = new Map<string, Record<string, number>>();
  const byRule = RULES.map((rule) => ({ ...rule, people: PEOPLE_OF[rule.kind] ?? [] }));
  for (const rule of byRule) {
    for (const record of list(rule.kind)) {
      if (!fallsIn(dayOf(record, rule, list), span)) continue;
      for (const member of new Set(peopleIn(record, rule.people))) {
        if (rule.note(record.values, member) === undefined) continue;
        const own = counts.get(member) ?? {};
        own[rule.id] = (own[rule.id] ?? 0) + 1;
        counts.set(member, own);
      }
    }
  }
  return counts;
}

/**
 * How often each member was expected and how often there, for 出席率: only what a member had to attend (应出席) and what
 * is settled; who sat in or signed up is not measured by it.
 */
export function attendanceOf(list: List, span: Span): ReadonlyMap<string, { expected: number; present: number }> {
  const times = new Map<string, { expected: number; present: number }>();
  for (const { values } of list('event')) {
    if (!fallsIn(text(values.start), span) || values.status === '取消' || values.status === '延期') continue;
    for (const row of rowsOf(values.attendance)) {
      const member = text(row.member);
      const state = text(row.state);
      if (!member || text(row.role) !== '应出席' || !SETTLED.test(state)) continue;
      const own = times.get(member) ?? { expected: 0, present: 0 };
      times.set(member, { expected: own.expected + 1, present: own.present + (isPresent(state) ? 1 : 0) });
    }
  }
  return times;
}

/** Neither 待确认 nor 不参加 (not obliged) tells anything about attendance. */
const SETTLED = /^(出席|迟到|早退|请假|缺席)/u;

/** Where a ledger names members: only those are asked about, so that 200 members cost no more than one. */
const PEOPLE_OF: Readonly<Record<string, readonly string[]>> = {
  event: ['attendance.member'],
  proposal: ['lead', 'cosigners.member'],
  opinion: ['lead', 'coauthors'],
  speech: ['member'],
  suggestion: ['proposers'],
  researchReport: ['group'],
  contribution: ['member'],
  topic: ['claimedBy'],
  award: ['member'],
  talk: ['member'],
};

function peopleIn(record: StoredRecord, paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const [field = '', cell] = path.split('.');
    const value = record.values[field];
    if (cell)
      return rowsOf(value)
        .map((row) => text(row[cell]))
        .filter(Boolean);
    return Array.isArray(value) ? value.map(text) : [text(value)].filter(Boolean);
  });
}
