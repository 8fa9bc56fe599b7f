import { pointingAt } from '../records/counting.ts';
import type { List } from '../records/kind.ts';
import { listOf, textOf } from '../records/read-value.ts';
import type { Lookup, StoredRecord, Values } from '../records/record.ts';
import { servedOn } from './expected.ts';
import { isHeld } from './held.ts';
import { memberRecord } from './member-record.ts';
import { FUNNEL, opinionsOf, printedIn, rankingOf } from './opinion-funnel.ts';
import { type ChartData, countCell, type FigurePair, longestFirst, type Piece, yearSeries } from './portrait.ts';
import { monthsOf, WORK_SECTIONS } from './portrait-member.ts';
import { isFiled, proposalsIn } from './proposal-year.ts';
import { branchEvents } from './street-coverage.ts';

/** A body whose work is drawn: 街道政协工委 or 专委会. */
export interface Body {
  readonly kind: 'subdistrictOffice' | 'committee';
  readonly id: string;
}

interface BodyFields {
  /** Fields of a member that name the body. */
  readonly member: readonly string[];
  /** Fields of an event. */
  readonly event: readonly string[];
  /** Field of an opinion handed in by it; otherwise the first author's own. */
  readonly opinion: string;
  readonly memberWords: string;
  readonly eventWords: string;
}

const FIELDS: Readonly<Record<Body['kind'], BodyFields>> = {
  subdistrictOffice: {
    member: ['subdistrictOffice'],
    event: ['subdistrictOffice', 'subdistrictOffices'],
    opinion: 'subdistrictOffice',
    memberWords: '编入本街道的',
    eventWords: '“街道政协工委”或“涉及街道”是本街道的',
  },
  committee: {
    member: ['committee', 'committee2'],
    event: ['organizer'],
    opinion: 'committee',
    memberWords: '编入本专委会的（第二专委会也算）',
    eventWords: '“组织部门”是本专委会的',
  },
};

const names = (value: unknown, id: string): boolean => (Array.isArray(value) ? value.includes(id) : value === id);
const belongs = (values: Values, fields: readonly string[], id: string): boolean =>
  fields.some((field) => names(values[field], id));

/** The last day of a year that has come. */
export const lastDayOf = (year: number, today: string): string => (`${year}-12-31` < today ? `${year}-12-31` : today);

/** Members of the body who served on a day. */
export const membersOfBody = (body: Body, list: List, day: string): StoredRecord[] =>
  list('member').filter((member) => servedOn(member, day) && belongs(member.values, FIELDS[body.kind].member, body.id));

export const pieceOf = ({ kind, id, values }: StoredRecord, day = '', note = ''): Piece => ({
  kind,
  id,
  ...(day ? { on: textOf(values, day).slice(0, 10) } : {}),
  ...(note ? { note } : {}),
});

interface BodyYear {
  readonly events: readonly StoredRecord[];
  readonly consultations: readonly StoredRecord[];
  readonly branchEvents: readonly StoredRecord[];
  readonly suggestions: readonly StoredRecord[];
  readonly opinions: Readonly<Record<string, readonly string[]>>;
  readonly proposals: readonly StoredRecord[];
  readonly reports: readonly StoredRecord[];
}

/** Everything on record of a body in a year. */
export function bodyYear(body: Body, year: number, list: List, lookup: Lookup): BodyYear {
  const fields = FIELDS[body.kind];
  const inYear = (record: StoredRecord, day: string) => textOf(record.values, day).startsWith(`${year}-`);
  const events = list('event').filter(
    (event) => isHeld(event) && inYear(event, 'start') && belongs(event.values, fields.event, body.id),
  );
  const byMember = (member: string) => belongs(lookup('member', member)?.values ?? {}, fields.member, body.id);
  const branches = list('partyBranch').filter(({ values }) => values[body.kind] === body.id);
  return {
    events,
    consultations: events.filter(({ values }) => values.category === '协商'),
    branchEvents: branches.flatMap((branch) => branchEvents(list, branch, year)),
    suggestions: events.flatMap(({ id }) => pointingAt(list('suggestion'), 'event', id)),
    opinions: opinionsOfBody(body, year, list, lookup),
    proposals: proposalsIn(list, { year }).filter(({ values }) => byMember(textOf(values, 'lead'))),
    reports: list('researchReport').filter((report) => {
      if (!inYear(report, 'finishedOn')) return false;
      return body.kind === 'committee'
        ? report.values.committee === body.id
        : listOf(report.values, 'group').some(byMember);
    }),
  };
}

/** Ids of the year's opinions of the body by step of the funnel. */
function opinionsOfBody(body: Body, year: number, list: List, lookup: Lookup) {
  const printed = printedIn(list);
  const all = opinionsOf(list, year);
  if (body.kind === 'subdistrictOffice') {
    return rankingOf(all, 'street', lookup, printed).find(({ key }) => key === body.id)?.columns ?? {};
  }
  const { member, opinion } = FIELDS.committee;
  const own = all.filter(
    ({ values }) =>
      values[opinion] === body.id ||
      (!values[opinion] && belongs(lookup('member', textOf(values, 'lead'))?.values ?? {}, member, body.id)),
  );
  const columns: Record<string, readonly string[]> = {};
  for (const step of FUNNEL) {
    const reached = own.filter(({ id, values }) => step.fits(values) || (step.id === 'published' && printed.has(id)));
    columns[step.id] = reached.map(({ id }) => id);
  }
  return columns;
}

const OPINION_WORDS: Readonly<Record<Body['kind'], string>> = {
  subdistrictOffice: '填了本街道的，没有填的看第一反映人的街道',
  committee: '填了本专委会的，没有填的看第一反映人的专委会',
};

/** The headline numbers of a body, last year's beside them. */
export function bodyFigures(body: Body, years: readonly [BodyYear, BodyYear], list: List): FigurePair[] {
  const { memberWords, eventWords } = FIELDS[body.kind];
  const pair = (
    id: string,
    label: string,
    unit: string,
    rule: string,
    of: (year: BodyYear) => readonly Piece[],
  ): FigurePair => ({
    id,
    label,
    unit,
    rule,
    measure: 'count',
    now: countCell(of(years[0])),
    before: countCell(of(years[1])),
  });
  const opinions = new Map(list('opinion').map((record) => [record.id, record]));
  const step = (id: string) => (year: BodyYear) =>
    (year.opinions[id] ?? []).flatMap((one) => {
      const record = opinions.get(one);
      return record ? [pieceOf(record, 'receivedOn', textOf(record.values, 'state'))] : [];
    });
  const held = (records: readonly StoredRecord[]) =>
    records.map((record) => pieceOf(record, 'start', textOf(record.values, 'subtype')));
  return [
    pair('events', '会议活动', '次', `已经开展的、${eventWords}会议、协商、监督、活动`, ({ events }) => held(events)),
    pair('consultations', '协商议事', '次', '上面的会议活动里，大类是“协商”的', (year) => held(year.consultations)),
    pair('suggestions', '意见建议', '条', '上面的会议活动提出的意见建议条目', ({ suggestions }) =>
      suggestions.map((record) => pieceOf(record, '', textOf(record.values, 'adoption'))),
    ),
    pair('branchEvents', '党支部活动', '次', '归属它的功能型党支部、已经开展的', (year) => held(year.branchEvents)),
    pair('opinions', '社情民意', '条', `当年收稿，${OPINION_WORDS[body.kind]}`, step('collected')),
    pair('adopted', '其中市采用', '条', '上面的社情民意里，有市一级“采用”记录的', step('city')),
    pair('proposals', '提案', '件', `当年的提案，第一提案人是${memberWords}；草稿不算`, ({ proposals }) =>
      proposals.map((record) => pieceOf(record, 'submittedOn', textOf(record.values, 'state'))),
    ),
    pair('filed', '其中立案', '件', '上面的提案里立案的主案', ({ proposals }) =>
      proposals.filter(isFiled).map((record) => pieceOf(record, 'submittedOn', textOf(record.values, 'state'))),
    ),
    pair(
      'reports',
      '调研报告',
      '篇',
      body.kind === 'committee' ? '本专委会的，当年完成' : '课题组里有本街道委员的，当年完成',
      ({ reports }) => reports.map((record) => pieceOf(record, 'finishedOn')),
    ),
  ];
}

/** The order in which the office names them. */
const CATEGORIES = ['会议', '协商', '监督', '活动', '学习培训', '走访'];

/** What was done month by month, a part of the bar for each 大类. */
export function bodyMonths(body: Body, { events }: BodyYear, year: number): ChartData {
  const used = CATEGORIES.filter((category) => events.some(({ values }) => values.category === category));
  return {
    id: 'months',
    title: '全年会议活动',
    rule: `已经开展的、${FIELDS[body.kind].eventWords}会议活动，按开始的月份和大类`,
    unit: '次',
    measure: 'count',
    series: used.map((category) => ({ id: category, label: category })),
    lines: monthsOf(year).map(({ key, label }) => ({
      key,
      label,
      cells: used.map((category) =>
        countCell(
          events
            .filter(({ values }) => values.category === category && textOf(values, 'start').startsWith(key))
            .map((record) => pieceOf(record, 'start', textOf(record.values, 'subtype'))),
        ),
      ),
    })),
  };
}

/** Consultations by form, last year's beside them. */
export function bodyConsultations(years: readonly [BodyYear, BodyYear], year: number): ChartData {
  const formOf = ({ values }: StoredRecord) => textOf(values, 'consultForm') || textOf(values, 'subtype') || '未填形式';
  const forms = [...new Set(years.flatMap(({ consultations }) => consultations.map(formOf)))];
  return {
    id: 'consultations',
    title: '协商议事',
    rule: '大类是“协商”的，按协商形式分；没有填形式的看类型',
    unit: '次',
    measure: 'count',
    series: yearSeries(year),
    lines: longestFirst(
      forms.map((form) => ({
        key: form,
        label: form,
        cells: years.map(({ consultations }) =>
          countCell(consultations.filter((one) => formOf(one) === form).map((record) => pieceOf(record, 'start'))),
        ),
      })),
    ),
  };
}

/** Who of its members did how much: one line a member, also those with nothing. */
export function bodyMembers(members: readonly StoredRecord[], year: number, list: List): ChartData {
  return {
    id: 'members',
    title: '委员履职',
    rule: '当年参加的会议活动与提交的提案、社情民意、大会发言、意见建议、调研报告、履职为民、认领议题，一条记录算一次',
    unit: '次（件）',
    measure: 'count',
    series: [{ id: 'now', label: `${year} 年` }],
    lines: longestFirst(
      members.map((member) => ({
        key: member.id,
        kind: member.kind,
        cells: [
          countCell(
            memberRecord(member.id, list, { year })
              .filter(({ id }) => WORK_SECTIONS.includes(id))
              .flatMap(({ deeds, label }) =>
                deeds.map((deed) => ({ ...deed, note: [label, deed.note].filter(Boolean).join('，') })),
              ),
          ),
        ],
      })),
    ),
  };
}

/** The steps of the funnel of a body, by year. */
export function bodyFunnel(years: readonly [BodyYear, BodyYear], year: number, list: List): ChartData {
  const known = new Map(list('opinion').map((record) => [record.id, record]));
  return {
    id: 'funnel',
    title: '社情民意从收集到采用',
    rule: '每一步都按收稿年度数；没有填归属的，看第一反映人的；各步的口径同“民意编报”',
    unit: '条',
    measure: 'count',
    series: yearSeries(year),
    lines: FUNNEL.map(({ id, label }) => ({
      key: id,
      label,
      cells: years.map(({ opinions }) =>
        countCell(
          (opinions[id] ?? []).flatMap((one) => {
            const record = known.get(one);
            return record ? [pieceOf(record, 'receivedOn', textOf(record.values, 'state'))] : [];
          }),
        ),
      ),
    })),
  };
}
