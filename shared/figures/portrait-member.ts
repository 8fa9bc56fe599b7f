import { isPresent } from '../records/attendance.ts';
import type { List } from '../records/kind.ts';
import { rowsOf, textOf } from '../records/read-value.ts';
import type { Lookup, Values } from '../records/record.ts';
import { type DeedSection, fallsIn, memberRecord } from './member-record.ts';
import { isCityAdopted, isNationTaken, isProvinceTaken, isPublished, printedIn } from './opinion-funnel.ts';
import { type ChartData, countCell, type FigurePair, type Piece, percentCell } from './portrait.ts';
import { FILED_STATES } from './proposal-year.ts';

/** The parts of the year's bars: sections of the ledger put together, so that five colours are enough. */
export const DEED_GROUPS: readonly {
  readonly id: string;
  readonly label: string;
  readonly sections: readonly string[];
}[] = [
  { id: 'attended', label: '会议活动', sections: ['attended'] },
  { id: 'proposals', label: '提案', sections: ['proposals'] },
  { id: 'opinions', label: '社情民意', sections: ['opinions'] },
  { id: 'advice', label: '发言建言', sections: ['speeches', 'plenary', 'suggestions', 'reports'] },
  { id: 'service', label: '为民服务', sections: ['contributions', 'topics'] },
];

/** What counts as work done, where one number stands for all of it. A speech is part of the meeting it was made at. */
export const WORK_SECTIONS: readonly string[] = [
  'attended',
  'proposals',
  'opinions',
  'plenary',
  'suggestions',
  'reports',
  'contributions',
  'topics',
];

export interface MemberYear {
  /** Everything on record, and of it the year and the year before. */
  readonly all: readonly DeedSection[];
  readonly sections: readonly DeedSection[];
  readonly before: readonly DeedSection[];
}

/** The ledgers are read through once: the years are parts of what they hold. */
export function memberYear(member: string, year: number, list: List): MemberYear {
  const all = memberRecord(member, list);
  const of = (one: number) =>
    all.map((section) => ({ ...section, deeds: section.deeds.filter(({ on }) => fallsIn(on, { year: one })) }));
  return { all, sections: of(year), before: of(year - 1) };
}

const deedsOf = (sections: readonly DeedSection[], id: string): readonly Piece[] =>
  sections.find((section) => section.id === id)?.deeds ?? [];

/** Every section of the year with the year before beside it. */
export const memberCounts = ({ sections, before }: MemberYear): FigurePair[] =>
  sections.map(({ id, label, unit, rule, deeds }) => ({
    id,
    label,
    unit,
    rule,
    measure: 'count',
    now: countCell(deeds),
    before: countCell(deedsOf(before, id)),
  }));

/** The year month by month, a part of the bar for each group of deeds. */
export function memberMonths({ sections }: MemberYear, year: number): ChartData {
  return {
    id: 'months',
    title: '全年履职',
    rule: '按月列出会议活动、提案、社情民意、发言建言（会上发言、大会发言、意见建议、调研报告）、为民服务（履职为民、认领议题）；请假缺席、表彰、谈话不在内',
    unit: '次（件）',
    measure: 'count',
    series: DEED_GROUPS.map(({ id, label }) => ({ id, label })),
    lines: monthsOf(year).map(({ key, label }) => ({
      key,
      label,
      cells: DEED_GROUPS.map((group) =>
        countCell(
          group.sections.flatMap((id) => deedsOf(sections, id)).filter(({ on }) => on?.startsWith(key) === true),
        ),
      ),
    })),
  };
}

/** 2024-01 … 2024-12 */
export const monthsOf = (year: number): { readonly key: string; readonly label: string }[] =>
  Array.from({ length: 12 }, (_, index) => ({
    key: `${year}-${String(index + 1).padStart(2, '0')}`,
    label: `${index + 1}月`,
  }));

const FILED: ReadonlySet<string> = new Set([...FILED_STATES, '并案']);

/** 立案率, 采用率, 出席率 of a member, the year before beside them. */
export function memberQuality(
  member: string,
  years: MemberYear,
  year: number,
  { list, lookup }: { readonly list: List; readonly lookup: Lookup },
): FigurePair[] {
  const find = ({ kind, id }: Piece) => lookup(kind, id);
  const printed = printedIn(list);
  const share = (
    id: string,
    label: string,
    unit: string,
    rule: string,
    of: (sections: readonly DeedSection[]) => readonly Piece[],
    met: (piece: Piece) => boolean,
  ): FigurePair => {
    const cell = (sections: readonly DeedSection[]) => percentCell(of(sections).filter(met), of(sections));
    return { id, label, unit, rule, measure: 'percent', now: cell(years.sections), before: cell(years.before) };
  };
  return [
    share(
      'filed',
      '立案率',
      '件',
      '立案的（含并入别案的）÷当年提交的提案，领衔、联名都算',
      (sections) => deedsOf(sections, 'proposals'),
      (piece) => FILED.has(textOf(find(piece)?.values ?? {}, 'state')),
    ),
    share(
      'adopted',
      '采用率',
      '条',
      '编入本级专刊，或被市、省、全国采用（含省以上转送部门）的÷当年收到的社情民意，联名的也算',
      (sections) => deedsOf(sections, 'opinions'),
      (piece) => printed.has(piece.id) || isUsed(find(piece)?.values ?? {}),
    ),
    {
      ...attendancePair(member, year, list),
      rule: '应出席的会议活动里，出席、迟到、早退的占比；取消、延期和还没有登记的不算',
    },
  ];
}

const isUsed = (values: Values): boolean =>
  isPublished(values) || isCityAdopted(values) || isProvinceTaken(values) || isNationTaken(values);

/** Neither 待确认 nor 不参加 (not obliged) tells anything about attendance: as attendanceOf (member-record.ts) has it. */
const SETTLED = /^(出席|迟到|早退|请假|缺席)/u;

/** The events of a year at which a member was expected, and of these where there. */
export function expectedEvents(member: string, year: number, list: List): { met: Piece[]; of: Piece[] } {
  const of: Piece[] = [];
  const met: Piece[] = [];
  for (const { id, kind, values } of list('event')) {
    const on = textOf(values, 'start').slice(0, 10);
    if (!on.startsWith(String(year)) || values.status === '取消' || values.status === '延期') continue;
    const row = rowsOf(values, 'attendance').find(
      (one) => one.member === member && one.role === '应出席' && SETTLED.test(textOf(one, 'state')),
    );
    if (!row) continue;
    const piece = { kind, id, on, note: textOf(row, 'state') };
    of.push(piece);
    if (isPresent(textOf(row, 'state'))) met.push(piece);
  }
  return { met, of };
}

function attendancePair(member: string, year: number, list: List): Omit<FigurePair, 'rule'> {
  const cell = (one: number) => {
    const { met, of } = expectedEvents(member, one, list);
    return percentCell(met, of);
  };
  return { id: 'attendance', label: '出席率', unit: '次', measure: 'percent', now: cell(year), before: cell(year - 1) };
}

/** What a member is engaged in, by 类别 of proposals and opinions, over the whole appointment: a year holds too few. */
export function memberFields({ all }: MemberYear, lookup: Lookup): ChartData {
  const categories = new Map<string, Piece[][]>();
  ['proposals', 'opinions'].forEach((section, index) => {
    for (const deed of deedsOf(all, section)) {
      const category = textOf(lookup(deed.kind, deed.id)?.values ?? {}, 'category') || '未填类别';
      const parts = categories.get(category) ?? [[], []];
      parts[index]?.push(deed);
      categories.set(category, parts);
    }
  });
  const lines = [...categories].map(([key, parts]) => ({ key, label: key, cells: parts.map(countCell) }));
  const total = (line: (typeof lines)[number]) => line.cells.reduce((sum, { figure }) => sum + figure, 0);
  return {
    id: 'fields',
    title: '关注领域（任职以来）',
    rule: '任职以来的提案、社情民意按“类别”分，领衔、联名都算',
    unit: '件（条）',
    measure: 'count',
    series: [
      { id: 'proposals', label: '提案' },
      { id: 'opinions', label: '社情民意' },
    ],
    lines: lines.sort((a, b) => total(b) - total(a)),
  };
}
