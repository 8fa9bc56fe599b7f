import { describe, expect, it } from 'vitest';
import { dashboardCharts } from '../../../shared/figures/dashboard.ts';
import { HandLedger } from './ledger.ts';

describe('看板的图', () => {
  const ledger = new HandLedger();
  const row = (state: string, role = '应出席') => ({ member: `${state}${role}`, role, state });
  ledger.add('event', 'e1', {
    start: '2024-03-01T09:00',
    status: '已结束',
    category: '会议',
    subtype: '常委会会议',
    attendance: [row('出席'), row('迟到'), row('缺席'), row('待确认'), row('不参加'), row('出席', '列席')],
  });
  ledger.add('event', 'e2', {
    start: '2024-04-01T09:00',
    status: '拟办',
    subtype: '常委会会议',
    attendance: [row('缺席')],
  });
  ledger.add('contribution', 'c1', { on: '2024-01-02', review: '已核', contributionType: '捐款捐物', amount: 3 });
  ledger.add('contribution', 'c2', { on: '2024-01-03', review: '待核', contributionType: '捐款捐物', amount: 5 });
  const charts = dashboardCharts(
    { list: ledger.list, lookup: ledger.lookup, after: (day) => day, today: '2024-12-31' },
    2024,
  );
  const cell = (id: string) => charts.find((one) => one.id === id)?.lines[0]?.cells[0];

  it('出席率只算应出席、已登记、已开的：两人到、三人应到', () => {
    for (const id of ['attendanceTypes', 'attendanceMeetings']) {
      expect(cell(id), id).toMatchObject({ figure: 66.7, counts: { met: 2, of: 3 } });
      expect(cell(id)?.pieces.map((piece) => piece.note)).toEqual(['应到 3，实到 2']);
    }
  });

  it('履职为民只数已核的', () => {
    expect(cell('contributionTypes')).toMatchObject({ figure: 1, pieces: [{ id: 'c1', note: '3 万元' }] });
  });
});
