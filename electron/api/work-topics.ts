import { BOARD, type BoardTopic, boardFigures, boardTopics } from '../../shared/figures/topic-board.ts';
import { titleOf } from '../../shared/records/index.ts';
import { listOf, numberOf, textOf } from '../../shared/records/read-value.ts';
import type { Desk } from './desk.ts';
import { evidenceList, evidenceOf, figureOf, streetsOf, titled } from './evidence.ts';
import { os } from './implementer.ts';

const board = os.workTopics.board.handler(({ input, context: { desk } }) => {
  const list = (kind: string) => desk.opened.library.list(kind);
  const topics = boardTopics(list, input);
  return {
    streets: streetsOf(desk),
    figures: figuresOf(desk, boardFigures(list, input, topics)),
    columns: BOARD.map(({ id, label, states, ended }) => ({ id, label, states: [...states], ended: [...ended] })),
    topics: topics.map((one) => cardOf(desk, one)).sort((a, b) => a.raisedOn.localeCompare(b.raisedOn)),
  };
});

function cardOf(desk: Desk, { topic, quarter, carriedOver, consultations, planned, merged }: BoardTopic) {
  const { values } = topic;
  const text = (field: string) => textOf(values, field);
  const names = (field: string, kind: string) =>
    listOf(values, field)
      .map((id) => titled(desk, kind, id))
      .filter(Boolean);
  const state = text('state');
  // A topic from a list without states has been collected, and nothing more is known of it.
  const column = BOARD.find(({ states, ended }) => states.includes(state) || ended.includes(state)) ?? BOARD[0];
  return {
    id: topic.id,
    title: titleOf(topic, desk.lookup),
    state: state || '已收集',
    column: column?.id ?? '',
    ended: column?.ended.includes(state) ?? false,
    street: titled(desk, 'subdistrictOffice', values.subdistrictOffice),
    streetId: text('subdistrictOffice'),
    community: titled(desk, 'community', values.community),
    quarter,
    urgency: text('urgency'),
    raisedOn: text('raisedOn'),
    category: text('category'),
    convenor: text('convenor'),
    units: names('units', 'organisation'),
    claimedBy: names('claimedBy', 'member'),
    satisfaction: text('satisfaction'),
    solvedCount: numberOf(values, 'solvedCount') ?? 0,
    carriedOver,
    consultations: evidenceList(desk, consultations),
    planned: evidenceList(desk, planned),
    merged: evidenceList(desk, merged),
  };
}

function figuresOf(desk: Desk, figures: ReturnType<typeof boardFigures>) {
  const solved = figures.solved.map((topic) =>
    evidenceOf(desk, topic, `解决 ${numberOf(topic.values, 'solvedCount') ?? 0} 件`),
  );
  return [
    figureOf(
      'topics',
      '协商议题',
      '个',
      '计划季度（没有排计划的按提出日期）在所选时间的议题，不含往年结转',
      evidenceList(desk, figures.topics),
    ),
    figureOf(
      'consultations',
      '为议题协商',
      '次',
      '选了这些议题、在所选时间开过的会议活动，一次会谈几个议题算一次',
      evidenceList(desk, figures.consultations),
    ),
    figureOf(
      'micro',
      '微协商',
      '次',
      '协商形式是微协商、在所选时间开过的会议活动，没有选议题的也算',
      evidenceList(desk, figures.micro),
    ),
    figureOf(
      'settled',
      '办结议题',
      '个',
      '状态是已办结、已反馈、已评价、归档的议题',
      evidenceList(desk, figures.settled),
    ),
    figureOf('solved', '解决问题', '件', '各议题“解决问题”的件数相加', solved, figures.solvedCount),
    figureOf(
      'repeated',
      '协商三次以上',
      '个',
      '开过三次以上协商会的议题，含往年结转',
      evidenceList(desk, figures.repeated),
    ),
  ];
}

export const workTopics = { board };
