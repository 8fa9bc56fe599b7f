import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayNumber, isoFromDayNumber } from '../../../shared/text/calendar.ts';
import {
  addMonths,
  daysBetween,
  defaultPeriods,
  defaultSpecialDays,
  effectivePeriods,
  effectiveSpecialDays,
  shift,
  spanOf,
  workCalendar,
} from '../../../shared/workflow/index.ts';

const calendar = workCalendar(defaultSpecialDays);
const day = fc.integer({ min: dayNumber('2023-01-01') ?? 0, max: dayNumber('2027-12-31') ?? 0 }).map(isoFromDayNumber);

describe('工作日', () => {
  // Counted by hand on the calendars of the State Council's notices.
  test.each([
    ['2024-02-08', 1, '2024-02-09', '除夕前一天的下一个工作日是除夕（2024年除夕上班）'],
    ['2024-02-09', 1, '2024-02-18', '除夕之后是初九，星期日调休上班'],
    ['2024-02-02', 1, '2024-02-04', '星期五之后是调休上班的星期日'],
    ['2024-04-03', 1, '2024-04-07', '清明之后星期日上班'],
    ['2024-04-26', 2, '2024-04-29', '4月28日星期日上班也算一天'],
    ['2024-04-30', 3, '2024-05-08', '五一放到5月5日'],
    ['2024-09-30', 1, '2024-10-08', '国庆放七天'],
    ['2024-09-27', 10, '2024-10-16', '国庆前后两个调休日都算'],
    ['2024-03-01', 10, '2024-03-15', '没有假日的两周'],
    ['2025-01-27', 1, '2025-02-05', '2025年春节'],
    ['2025-09-26', 10, '2025-10-16', '2025年国庆、中秋连休'],
    ['2026-02-13', 1, '2026-02-14', '2026年春节前星期六上班'],
  ])('%s 之后第 %i 个工作日是 %s（%s）', (from, amount, to) => {
    expect(calendar.after(from, amount)).toBe(to);
  });

  test.each([
    ['2024-10-16', 10, '2024-09-27'],
    ['2024-06-11', 15, '2024-05-20'],
    ['2024-02-18', 1, '2024-02-09'],
  ])('%s 之前第 %i 个工作日是 %s', (from, amount, to) => {
    expect(calendar.before(from, amount)).toBe(to);
  });

  it('从不落在休息日；从工作日去，原路回来', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 300 }), (from, amount) => {
        const to = calendar.after(from, amount);
        expect(calendar.isWorkingDay(to)).toBe(true);
        expect(to >= from).toBe(true);
        if (!calendar.isWorkingDay(from)) return;
        expect(calendar.before(to, amount)).toBe(from);
        expect(calendar.after(calendar.before(from, amount), amount)).toBe(from);
      }),
    );
  });

  it('中间的工作日不多不少', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), (from, amount) => {
        const to = calendar.after(from, amount);
        let count = 0;
        for (let at = (dayNumber(from) ?? 0) + 1; at <= (dayNumber(to) ?? 0); at += 1) {
          if (calendar.isWorkingDay(isoFromDayNumber(at))) count += 1;
        }
        expect(count).toBe(amount);
      }),
    );
  });

  it('办公室改了节假日，就按改过的算', () => {
    const own = workCalendar([{ date: '2024-03-04', type: 'off', name: '停电' }]);
    expect(own.after('2024-03-01', 1)).toBe('2024-03-05');
    expect(own.after('2024-02-09', 1)).toBe('2024-02-12');
  });

  it('全是假日也停得下来，不是日子的原样交回', () => {
    const off = Array.from({ length: 400 }, (_, index) => isoFromDayNumber((dayNumber('2024-01-01') ?? 0) + index));
    const closed = workCalendar(off.map((date) => ({ date, type: 'off', name: '停' })));
    expect(closed.after('2024-01-01', 1) > '2025-01-01').toBe(true);
    expect(calendar.after('2024-02-30', 3)).toBe('2024-02-30');
    expect(calendar.isWorkingDay('2024-02-30')).toBe(false);
  });
});

describe('月份', () => {
  test.each([
    ['2024-11-30', 3, '2025-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2024-03-15', 3, '2024-06-15'],
    ['2024-12-31', 1, '2025-01-31'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -13, '2022-12-15'],
  ])('%s 加 %i 个月是 %s', (from, amount, to) => {
    expect(addMonths(from, amount)).toBe(to);
  });

  it('总是真有的一天，月数不差', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (from, amount) => {
        const to = addMonths(from, amount);
        expect(dayNumber(to)).toBeDefined();
        const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(to) - months(from)).toBe(amount);
        expect(Number(to.slice(8)) <= Number(from.slice(8))).toBe(true);
      }),
    );
  });
});

describe('期限表与节假日表', () => {
  it('默认期限与模型一致', () => {
    const spans = Object.fromEntries(defaultPeriods.map((period) => [period.id, spanOf(period)]));
    expect(spans).toMatchObject({
      'proposal.reply': '3个月',
      'proposal.replyLatest': '6个月',
      'proposal.coOpinion': '1个月',
      'proposal.return': '10个工作日',
      'proposal.redo': '30天',
      'suggestion.reply': '60天',
      'suggestion.deliver': '5个工作日',
      'consult.notice': '15个工作日',
      'consult.materials': '10个工作日',
      'consult.report': '7个工作日',
      'event.minutes': '7个工作日',
      'venue.check': '6个月',
    });
    expect(new Set(defaultPeriods.map(({ id }) => id)).size).toBe(defaultPeriods.length);
  });

  it('改过的期限盖住默认，坏的设置不算，没改的照旧', () => {
    const own = effectivePeriods([
      { id: 'proposal.reply', amount: 2, unit: 'month' },
      { id: 'proposal.redo', amount: -5, unit: 'day' },
      { id: '没有的', amount: 1, unit: 'day' },
      'x',
    ]);
    const of = (id: string) => own.find((period) => period.id === id);
    expect(of('proposal.reply')?.amount).toBe(2);
    expect(of('proposal.redo')?.amount).toBe(30);
    expect(own.length).toBe(defaultPeriods.length);
  });

  it('节假日不重复、都是真日子；调休上班的都是周末', () => {
    const dates = defaultSpecialDays.map(({ date }) => date);
    expect(new Set(dates).size).toBe(dates.length);
    for (const { date, type } of defaultSpecialDays) {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      if (type === 'work') expect([0, 6], date).toContain(weekday);
    }
    for (const year of ['2024', '2025', '2026']) {
      // Every exchanged weekend pays for one working day off: a year's balance is the statutory holidays.
      const offWeekdays = defaultSpecialDays.filter(
        ({ date, type }) =>
          date.startsWith(year) && type === 'off' && ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
      ).length;
      const worked = defaultSpecialDays.filter(({ date, type }) => date.startsWith(year) && type === 'work').length;
      expect(offWeekdays - worked, year).toBeGreaterThanOrEqual(9);
      expect(offWeekdays - worked, year).toBeLessThanOrEqual(13);
    }
    expect(effectiveSpecialDays([{ date: '2024-02-30', type: 'off', name: '无' }])).toEqual([]);
    expect(effectiveSpecialDays(undefined)).toBe(defaultSpecialDays);
  });

  it('三种单位都能向前向后算', () => {
    const period = (unit: 'month' | 'day' | 'workingDay', amount: number) => ({ id: '', label: '', unit, amount });
    expect(shift('2024-03-01', period('day', 60), calendar, 1)).toBe('2024-04-30');
    expect(shift('2024-03-31', period('month', 1), calendar, -1)).toBe('2024-02-29');
    expect(shift('2024-06-11', period('workingDay', 15), calendar, -1)).toBe('2024-05-20');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  });
});
