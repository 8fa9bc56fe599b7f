import { pointingAt } from '../records/counting.ts';
import type { List } from '../records/kind.ts';
import { listOf, numberOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { isHeld } from './held.ts';
import { quarterOfDay } from './year-parts.ts';

/** One of the four lists (四单) with the states that stand in it, in the order in which a topic goes through them. */
export interface BoardColumn {
  readonly id: string;
  readonly label: string;
  readonly states: readonly string[];
  /** States in which nothing more happens to the topic here: folded at the foot of the column. */
  readonly ended: readonly string[];
}

export const BOARD: readonly BoardColumn[] = [
  {
    id: 'order',
    label: '①群众点单',
    states: ['已收集', '已梳理'],
    ended: ['已合并', '转社情民意', '转提案线索', '不属协商范围'],
  },
  { id: 'buy', label: '②委员买单', states: ['入议题清单', '已认领', '列入计划'], ended: [] },
  { id: 'take', label: '③协商接单', states: ['已邀请部门', '协商中', '形成意见', '已交办'], ended: [] },
  { id: 'follow', label: '④跟进查单', states: ['办理中', '已办结', '已反馈', '已评价', '未采纳'], ended: ['归档'] },
];

/** States from which on a topic counts as settled (办结). */
export const SETTLED: readonly string[] = ['已办结', '已反馈', '已评价', '归档'];

const ENDED = new Set(BOARD.flatMap(({ ended }) => ended));

/** The quarter a topic belongs to: the planned one, or the one in which it was raised; '' when neither is known. */
export const topicQuarter = ({ values }: StoredRecord): string =>
  textOf(values, 'plannedQuarter') || quarterOfDay(textOf(values, 'raisedOn'));

export interface BoardQuery {
  readonly year: number;
  /** 2024-Q2 */
  readonly quarter?: string | undefined;
  readonly street?: string | undefined;
}

export interface BoardTopic {
  readonly topic: StoredRecord;
  readonly quarter: string;
  /** From an earlier year and still open. */
  readonly carriedOver: boolean;
  /** Consultations that name the topic and took place, oldest first. */
  readonly consultations: readonly StoredRecord[];
  /** Announced or planned ones. */
  readonly planned: readonly StoredRecord[];
  /** Topics merged into this one. */
  readonly merged: readonly StoredRecord[];
}

/**
 * Topics of a year, with those of earlier years that are still open: a board that forgets them would let them lie. A
 * topic without any day counts as of the year asked for.
 */
export function boardTopics(list: List, { year, quarter, street }: BoardQuery): BoardTopic[] {
  const topics = list('topic');
  const events = list('event');
  return topics.flatMap((topic) => {
    if (street && topic.values.subdistrictOffice !== street) return [];
    const own = topicQuarter(topic);
    const ownYear = Number(own.slice(0, 4)) || year;
    const carriedOver = ownYear < year && !ENDED.has(textOf(topic.values, 'state'));
    if (ownYear !== year && !carriedOver) return [];
    if (quarter && own !== quarter) return [];
    const all = [...pointingAt(events, 'topics', topic.id)].sort(byStart);
    return [
      {
        topic,
        quarter: own,
        carriedOver,
        consultations: all.filter(isHeld),
        planned: all.filter(({ values }) => ['', '拟办', '已通知'].includes(textOf(values, 'status'))),
        merged: pointingAt(topics, 'mergedInto', topic.id),
      },
    ];
  });
}

const byStart = (a: StoredRecord, b: StoredRecord): number =>
  textOf(a.values, 'start').localeCompare(textOf(b.values, 'start'));

export interface BoardFigures {
  readonly topics: readonly StoredRecord[];
  readonly consultations: readonly StoredRecord[];
  /** 微协商 among them, and those of the street that name no topic. */
  readonly micro: readonly StoredRecord[];
  readonly settled: readonly StoredRecord[];
  /** Topics with problems solved, and how many in all. */
  readonly solved: readonly StoredRecord[];
  readonly solvedCount: number;
  /** Topics that took three consultations or more. */
  readonly repeated: readonly StoredRecord[];
}

export function boardFigures(list: List, query: BoardQuery, topics: readonly BoardTopic[]): BoardFigures {
  const consultations = new Map<string, StoredRecord>();
  for (const one of topics) for (const event of one.consultations) consultations.set(event.id, event);
  const own = topics.filter(({ carriedOver }) => !carriedOver).map(({ topic }) => topic);
  const solved = own.filter(({ values }) => (numberOf(values, 'solvedCount') ?? 0) > 0);
  return {
    topics: own,
    consultations: [...consultations.values()].filter((event) => isOfTime(event, query)).sort(byStart),
    micro: list('event')
      .filter((event) => event.values.consultForm === '微协商' && isHeld(event) && isOfTime(event, query))
      .filter(({ values }) => !query.street || isOfStreet(values, query.street))
      .sort(byStart),
    settled: own.filter(({ values }) => SETTLED.includes(textOf(values, 'state'))),
    solved,
    solvedCount: solved.reduce((sum, { values }) => sum + (numberOf(values, 'solvedCount') ?? 0), 0),
    repeated: topics.filter((one) => one.consultations.length >= 3).map(({ topic }) => topic),
  };
}

const isOfTime = ({ values }: StoredRecord, { year, quarter }: BoardQuery): boolean => {
  const start = textOf(values, 'start');
  return quarter ? quarterOfDay(start) === quarter : start.startsWith(String(year));
};

const isOfStreet = (values: StoredRecord['values'], street: string): boolean =>
  values.subdistrictOffice === street || listOf(values, 'subdistrictOffices').includes(street);
