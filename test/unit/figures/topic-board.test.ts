import { describe, expect, it } from 'vitest';
import { BOARD, boardFigures, boardTopics, topicQuarter } from '../../../shared/figures/topic-board.ts';
import { topicMachine } from '../../../shared/workflow/topic.ts';
import { HandLedger, idsOf } from './ledger.ts';

function year() {
  const ledger = new HandLedger();
  const topic = (id: string, values: object) =>
    ledger.add('topic', id, { title: id, subdistrictOffice: 's1', ...values });
  topic('raised', { raisedOn: '2024-05-06', state: '已收集' });
  topic('bridge', { raisedOn: '2024-01-06', plannedQuarter: '2024-Q2', state: '已评价', solvedCount: 3 });
  topic('elsewhere', { raisedOn: '2024-05-09', state: '办理中', subdistrictOffice: 's2', solvedCount: 2 });
  topic('old open', { raisedOn: '2023-11-01', state: '协商中' });
  topic('old done', { raisedOn: '2023-11-01', state: '归档', solvedCount: 9 });
  topic('merged', { raisedOn: '2024-05-07', state: '已合并', mergedInto: 'raised' });
  topic('undated', { state: '已梳理' });
  const event = (id: string, start: string, values: object) =>
    ledger.add('event', id, { start, status: '已结束', consultForm: '微协商', subdistrictOffice: 's1', ...values });
  event('e2', '2024-05-02T09:00', { topics: ['bridge'] });
  event('e1', '2024-04-02T09:00', { topics: ['bridge', 'elsewhere'] });
  event('e3', '2024-06-02T09:00', { topics: ['bridge'] });
  event('cancelled', '2024-06-03T09:00', { topics: ['bridge'], status: '取消' });
  event('coming', '2024-07-01T09:00', { topics: ['raised'], status: '已通知' });
  event('no topic', '2024-08-01T09:00', { subdistrictOffice: undefined, subdistrictOffices: ['s2', 's3'] });
  event('hall', '2024-08-02T09:00', { consultForm: '有事好商量', topics: ['bridge'] });
  return ledger;
}

describe('四单看板', () => {
  it('每个状态恰好在一个单里，与办理流程的状态一个不差', () => {
    const placed = BOARD.flatMap(({ states, ended }) => [...states, ...ended]);
    expect([...placed].sort()).toEqual(Object.keys(topicMachine.states).sort());
  });

  it('按计划季度归年，没有计划的按提出日期；往年没办完的带过来，办完的不带', () => {
    const topics = boardTopics(year().list, { year: 2024 });
    expect(topics.map(({ topic }) => topic.id)).toEqual([
      'raised',
      'bridge',
      'elsewhere',
      'old open',
      'merged',
      'undated',
    ]);
    expect(topics.filter(({ carriedOver }) => carriedOver).map(({ topic }) => topic.id)).toEqual(['old open']);
    expect(topics.map(({ topic }) => topicQuarter(topic))).toEqual([
      '2024-Q2',
      '2024-Q2',
      '2024-Q2',
      '2023-Q4',
      '2024-Q2',
      '',
    ]);
  });

  it('按街道、按季度', () => {
    const { list } = year();
    expect(boardTopics(list, { year: 2024, street: 's2' }).map(({ topic }) => topic.id)).toEqual(['elsewhere']);
    expect(boardTopics(list, { year: 2024, quarter: '2024-Q1' })).toEqual([]);
  });

  it('一个议题的协商按先后，取消的不算，将开的另列，并入的看得见', () => {
    const topics = boardTopics(year().list, { year: 2024 });
    const bridge = topics.find(({ topic }) => topic.id === 'bridge');
    expect(idsOf(bridge?.consultations ?? [])).toEqual(['e1', 'e2', 'e3', 'hall']);
    const raised = topics.find(({ topic }) => topic.id === 'raised');
    expect(idsOf(raised?.planned ?? [])).toEqual(['coming']);
    expect(idsOf(raised?.merged ?? [])).toEqual(['merged']);
  });

  it('数字：一次会谈两个议题算一次，微协商不选议题的也算，解决件数相加且不含往年', () => {
    const { list } = year();
    const figures = boardFigures(list, { year: 2024 }, boardTopics(list, { year: 2024 }));
    expect(idsOf(figures.consultations)).toEqual(['e1', 'e2', 'e3', 'hall']);
    expect(idsOf(figures.micro)).toEqual(['e1', 'e2', 'e3', 'no topic']);
    expect(figures.solvedCount).toBe(5);
    expect(idsOf(figures.solved)).toEqual(['bridge', 'elsewhere']);
    expect(idsOf(figures.settled)).toEqual(['bridge']);
    expect(idsOf(figures.repeated)).toEqual(['bridge']);
    const street = { year: 2024, street: 's3' };
    expect(idsOf(boardFigures(list, street, boardTopics(list, street)).micro)).toEqual(['no topic']);
    const quarter = { year: 2024, quarter: '2024-Q2' };
    expect(idsOf(boardFigures(list, quarter, boardTopics(list, quarter)).consultations)).toEqual(['e1', 'e2', 'e3']);
  });
});
