import { servingOn, turn, workday, type YearSetting } from './setting.ts';

/** 人工计分 of the year: one deduction that stands, one that was a mistake and is reversed. */
export function makeScoreEntries({ ledger, seats, id }: YearSetting): void {
  const serving = servingOn(seats, '2024-12-31');
  const entry = (key: string, seat: number, values: Record<string, unknown>): string =>
    ledger.add('scoreEntry', key, {
      member: id('member', turn(serving, seat).key),
      scheme: 'zhongyuan',
      item: 'X6',
      approver: '主席会议',
      ...values,
    });
  entry('stands', 23, {
    on: workday(9, 12),
    points: -5,
    reason: '一篇社情民意引用的数据失实，经复核属实',
  });
  const on = workday(10, 15);
  const mistaken = entry('mistaken', 41, { on, points: -5, reason: '提案被反映与往年雷同' });
  entry('reversal', 41, { on, points: 5, reason: '经核，雷同的是附议件，本人未执笔', reverses: mistaken });
}
