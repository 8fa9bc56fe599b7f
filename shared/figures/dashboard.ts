import { isPresent } from '../records/attendance.ts';
import type { List } from '../records/kind.ts';
import { listOf, numberOf, rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import type { WorkContext } from '../workflow/machine.ts';
import { isHeld } from './held.ts';
import { funnelOf, opinionsOf, printedIn } from './opinion-funnel.ts';
import { type Cell, type ChartData, countCell, longestFirst, type Piece, percentCell, yearSeries } from './portrait.ts';
import { byCategory, byUnit, type SpreadLine } from './proposal-spread.ts';
import { BOARD, isFiled, proposalsIn } from './proposal-year.ts';

/** What the dashboards are worked out with. */
type World = Pick<WorkContext, 'list' | 'lookup' | 'after' | 'today'>;

/** The charts of a year, in the order in which the office reads them; each has last year beside it where it can. */
export function dashboardCharts(world: World, year: number): ChartData[] {
  return [
    proposalCategories(world, year),
    proposalStates(world, year),
    proposalUnits(world, year),
    opinionFunnel(world, year),
    attendanceByType(world, year),
    attendanceByMeeting(world, year),
    streetConsultations(world, year),
    contributionTypes(world, year),
  ];
}

type Years = readonly [number, number];
const yearsOf = (year: number): Years => [year, year - 1];

const proposalPiece = ({ kind, id, values }: StoredRecord): Piece => ({
  kind,
  id,
  on: textOf(values, 'submittedOn'),
  note: textOf(values, 'state'),
});

/** Lines of a distribution in two years, by the one column that is drawn. */
function spreadLines(
  spreads: readonly (readonly SpreadLine[])[],
  column: string,
  pieceOf: (id: string) => Piece | undefined,
) {
  const keys = [...new Set(spreads.flatMap((lines) => lines.map(({ key }) => key)))];
  return keys.map((key) => ({
    key,
    cells: spreads.map((lines) =>
      countCell((lines.find((line) => line.key === key)?.columns[column] ?? []).flatMap((id) => pieceOf(id) ?? [])),
    ),
  }));
}

const proposalPieces = (list: List) => {
  const known = new Map(list('proposal').map((record) => [record.id, record]));
  return (id: string): Piece | undefined => {
    const record = known.get(id);
    return record && proposalPiece(record);
  };
};

function proposalCategories({ list }: World, year: number): ChartData {
  const spreads = yearsOf(year).map((one) => byCategory(proposalsIn(list, { year: one })));
  const lines = spreadLines(spreads, 'received', proposalPieces(list));
  return {
    id: 'proposalCategories',
    title: '提案类别',
    rule: '提案年度是这一年的，按“类别”分；草稿不算',
    unit: '件',
    measure: 'count',
    series: yearSeries(year),
    lines: longestFirst(lines.map((line) => ({ ...line, label: line.key || '未填类别' }))),
  };
}

function proposalStates({ list }: World, year: number): ChartData {
  const cases = yearsOf(year).map((one) => proposalsIn(list, { year: one }));
  return {
    id: 'proposalStates',
    title: '提案办理到哪一步',
    rule: '提案年度是这一年的，看现在的状态；草稿不算',
    unit: '件',
    measure: 'count',
    series: yearSeries(year),
    lines: BOARD.map(({ id, label, states }) => ({
      key: id,
      label,
      cells: cases.map((all) =>
        countCell(all.filter(({ values }) => states.includes(textOf(values, 'state'))).map(proposalPiece)),
      ),
    })).filter(hasSomething),
  };
}

const hasSomething = ({ cells }: { readonly cells: readonly Cell[] }): boolean =>
  cells.some(({ pieces, of }) => pieces.length > 0 || (of?.length ?? 0) > 0);

function proposalUnits(world: World, year: number): ChartData {
  const spreads = yearsOf(year).map((one) => byUnit(proposalsIn(world.list, { year: one }).filter(isFiled), world));
  return {
    id: 'proposalUnits',
    title: '承办单位',
    rule: '立案主案里由它主办、独办、分办的，会办的不算',
    unit: '件',
    measure: 'count',
    series: yearSeries(year),
    lines: longestFirst(
      spreadLines(spreads, 'answering', proposalPieces(world.list))
        .filter(hasSomething)
        .map((line) => (line.key ? { ...line, kind: 'organisation' } : { ...line, label: '未填单位' })),
    ),
  };
}

function opinionFunnel({ list }: World, year: number): ChartData {
  const printed = printedIn(list);
  const known = new Map(list('opinion').map((record) => [record.id, record]));
  const funnels = yearsOf(year).map((one) => funnelOf(opinionsOf(list, one), printed));
  const cellOf = (ids: readonly string[]): Cell =>
    countCell(
      ids.flatMap((id) => {
        const record = known.get(id);
        if (!record) return [];
        const { kind, values } = record;
        return [{ kind, id, on: textOf(values, 'receivedOn'), note: textOf(values, 'state') }];
      }),
    );
  return {
    id: 'opinionFunnel',
    title: '社情民意从收集到采用',
    rule: `每一步都按收稿年度数：${(funnels[0] ?? []).map(({ label, rule }) => `${label}——${rule}`).join('；')}`,
    unit: '条',
    measure: 'count',
    series: yearSeries(year),
    lines: (funnels[0] ?? []).map(({ id, label, ids }, index) => ({
      key: id,
      label,
      cells: [cellOf(ids), cellOf(funnels[1]?.[index]?.ids ?? [])],
    })),
  };
}

/** As attendanceOf (member-record.ts) has it: what is not settled tells nothing. */
const SETTLED = /^(出席|迟到|早退|请假|缺席)/u;

/** 应到 and 实到 of an event over those who had to attend; undefined where nobody had to, or nothing is settled. */
function turnout({ values }: StoredRecord): { readonly met: number; readonly of: number } | undefined {
  if (values.status === '取消' || values.status === '延期') return undefined;
  const states = rowsOf(values, 'attendance')
    .filter((row) => textOf(row, 'member') !== '' && textOf(row, 'role') === '应出席')
    .map((row) => textOf(row, 'state'))
    .filter((state) => SETTLED.test(state));
  return states.length === 0 ? undefined : { met: states.filter(isPresent).length, of: states.length };
}

function turnoutCell(events: readonly StoredRecord[]): Cell {
  const counts = { met: 0, of: 0 };
  const pieces = events.flatMap((event): Piece[] => {
    const found = turnout(event);
    if (!found) return [];
    counts.met += found.met;
    counts.of += found.of;
    const note = `应到 ${found.of}，实到 ${found.met}`;
    return [{ kind: event.kind, id: event.id, on: textOf(event.values, 'start').slice(0, 10), note }];
  });
  return percentCell(pieces, pieces, counts);
}

const heldIn = (list: List, year: number): StoredRecord[] =>
  list('event').filter((event) => isHeld(event) && textOf(event.values, 'start').startsWith(`${year}-`));

const TURNOUT_RULE =
  '登记为“应出席”的委员里，出席、迟到、早退的人次÷应到人次；列席的、还没有登记的不算，取消、延期的不算';

function attendanceByType({ list }: World, year: number): ChartData {
  const held = yearsOf(year).map((one) => heldIn(list, one));
  const typeOf = ({ values }: StoredRecord) => textOf(values, 'subtype') || textOf(values, 'category');
  const types = [...new Set(held.flatMap((events) => events.map(typeOf)))];
  return {
    id: 'attendanceTypes',
    title: '各类会议活动的出席率',
    rule: `${TURNOUT_RULE}；同一类型的合在一起`,
    unit: '%',
    measure: 'percent',
    series: yearSeries(year),
    lines: longestFirst(
      types
        .map((type) => ({
          key: type,
          label: type,
          cells: held.map((events) => turnoutCell(events.filter((event) => typeOf(event) === type))),
        }))
        .filter(hasSomething),
    ),
  };
}

/** Meetings the statute asks a quorum of: everybody wants to see each of them. */
const STATUTORY = ['全体会议', '常委会会议', '专题议政性常委会', '常委会协商'];

function attendanceByMeeting({ list }: World, year: number): ChartData {
  const meetings = heldIn(list, year)
    .filter(({ values }) => STATUTORY.includes(textOf(values, 'subtype')))
    .sort((a, b) => textOf(a.values, 'start').localeCompare(textOf(b.values, 'start')));
  return {
    id: 'attendanceMeetings',
    title: '历次全会、常委会出席率',
    rule: `${TURNOUT_RULE}；按先后排`,
    unit: '%',
    measure: 'percent',
    series: [{ id: 'now', label: `${year} 年` }],
    lines: meetings
      .map((event) => ({ key: event.id, kind: event.kind, cells: [turnoutCell([event])] }))
      .filter(hasSomething),
  };
}

function streetConsultations({ list }: World, year: number): ChartData {
  const held = yearsOf(year).map((one) => heldIn(list, one).filter(({ values }) => values.category === '协商'));
  const cell = (events: readonly StoredRecord[], street: string): Cell =>
    countCell(
      events
        .filter(
          ({ values }) => values.subdistrictOffice === street || listOf(values, 'subdistrictOffices').includes(street),
        )
        .map(({ kind, id, values }) => ({
          kind,
          id,
          on: textOf(values, 'start').slice(0, 10),
          note: textOf(values, 'subtype'),
        })),
    );
  return {
    id: 'streetConsultations',
    title: '各街道协商议事',
    rule: '已经开展的、大类是“协商”的，“街道政协工委”或“涉及街道”是这个街道；一次到了几个街道的，每个街道都算',
    unit: '次',
    measure: 'count',
    series: yearSeries(year),
    lines: longestFirst(
      list('subdistrictOffice').map(({ id, kind }) => ({
        key: id,
        kind,
        cells: held.map((events) => cell(events, id)),
      })),
    ),
  };
}

const AMOUNTS: readonly (readonly [field: string, unit: string])[] = [
  ['amount', '万元'],
  ['jobs', '人就业'],
  ['households', '户'],
  ['people', '人'],
  ['items', '件'],
];

function contributionTypes({ list }: World, year: number): ChartData {
  const given = yearsOf(year).map((one) =>
    list('contribution').filter(({ values }) => values.review === '已核' && textOf(values, 'on').startsWith(`${one}-`)),
  );
  const typeOf = ({ values }: StoredRecord) => textOf(values, 'contributionType') || '未填类型';
  const types = [...new Set(given.flatMap((records) => records.map(typeOf)))];
  const pieceOf = ({ kind, id, values }: StoredRecord): Piece => {
    const note = AMOUNTS.flatMap(([field, unit]) => {
      const amount = numberOf(values, field);
      return amount === undefined ? [] : [`${amount} ${unit}`];
    }).join('，');
    return { kind, id, on: textOf(values, 'on'), ...(note ? { note } : {}) };
  };
  return {
    id: 'contributionTypes',
    title: '履职为民',
    rule: '日期在这一年、审核为“已核”的，按类型数项数',
    unit: '项',
    measure: 'count',
    series: yearSeries(year),
    lines: longestFirst(
      types.map((type) => ({
        key: type,
        label: type,
        cells: given.map((records) => countCell(records.filter((one) => typeOf(one) === type).map(pieceOf))),
      })),
    ),
  };
}
