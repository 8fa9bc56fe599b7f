import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  daysShown,
  type Entry,
  entriesByDay,
  sameDayIn,
  weekdayOf,
} from '../../../renderer/features/calendar/month.ts';
import { endOfWeek, groupByTime, type Task } from '../../../renderer/features/tasks/task-groups.ts';

const entry = (date: string, more: Partial<Entry> = {}): Entry => ({
  date,
  title: date,
  source: '会议',
  kind: 'event',
  id: date,
  ...more,
});

describe('月历', () => {
  it('从周一排到周日，整周，盖住整个月', () => {
    expect(daysShown('2026-11')).toHaveLength(42);
    expect(daysShown('2026-11')[0]).toBe('2026-10-26');
    expect(daysShown('2027-02')).toHaveLength(28);
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const month = `${year}-${String(number).padStart(2, '0')}`;
        const days = daysShown(month);
        expect(days.length % 7).toBe(0);
        expect(weekdayOf(days[0] ?? '')).toBe(0);
        const real = new Date(Date.UTC(year, number, 0)).getUTCDate();
        expect(days.filter((day) => day.startsWith(month))).toHaveLength(real);
        expect(addMonths(addMonths(month, 17), -17)).toBe(month);
      }),
    );
  });

  it('换月时没有的那天落到月末', () => {
    expect(sameDayIn('2026-02', '2026-01-31')).toBe('2026-02-28');
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
  });

  it('跨天的每天都有；有钟点的排在没有钟点的后面，按钟点排', () => {
    const days = daysShown('2026-11');
    const found = entriesByDay(
      [
        entry('2026-11-02', { until: '2026-11-04', title: '全会' }),
        entry('2026-11-03', { time: '14:30', title: '下午' }),
        entry('2026-11-03', { time: '09:00', title: '上午' }),
      ],
      days,
    );
    expect(found.get('2026-11-03')?.map((item) => item.title)).toEqual(['全会', '上午', '下午']);
    expect(found.get('2026-11-04')?.map((item) => item.title)).toEqual(['全会']);
    expect(found.get('2026-11-05')).toEqual([]);
  });
});

describe('待办按时间分组', () => {
  const task = (due: string, days: number) => ({ due, days, key: due }) as Task;
  it('本周到星期日为止，其余是以后；空组不出现', () => {
    expect(endOfWeek('2026-11-21')).toBe('2026-11-22');
    expect(endOfWeek('2026-11-22')).toBe('2026-11-22');
    expect(endOfWeek('2026-11-23')).toBe('2026-11-29');
    const groups = groupByTime(
      [
        task('2026-08-01', -112),
        task('2026-11-18', -3),
        task('2026-11-21', 0),
        task('2026-11-22', 1),
        task('2026-11-23', 2),
      ],
      '2026-11-21',
    );
    expect(groups.map((group) => [group.label, group.items.length])).toEqual([
      ['已超期', 1],
      ['今天到期', 1],
      ['本周到期', 1],
      ['以后', 1],
      ['超期两个月以上', 1],
    ]);
    expect(groupByTime([task('2026-11-23', 2)], '2026-11-21').map((group) => group.label)).toEqual(['以后']);
  });
});
