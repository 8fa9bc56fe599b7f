import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gregorianFromLunar,
  isoFromDayNumber,
  lunarFromGregorian,
  lunarMonthDays,
} from '../../../shared/text/calendar.ts';
import {
  formatHanDate,
  formatLunarDate,
  formatMinguoDate,
  formatOfficialDate,
  formatReignDate,
  weekday,
} from '../../../shared/text/date-format.ts';
import { findDates, parseDate, parseDay } from '../../../shared/text/dates.ts';

interface PeerDay {
  getYear(): number;
  getMonth(): number;
  getDay(): number;
}
/** The calendar library the table was built from, asked day by day. */
const peer = createRequire(import.meta.url)('lunar-javascript') as {
  Solar: { fromYmd(year: number, month: number, day: number): { getLunar(): PeerDay; getWeek(): number } };
};

/** Days of 1840–2099. */
const day = fc.integer({ min: -47_482, max: 47_481 }).map(isoFromDayNumber);

describe('读日期', () => {
  it('同一天的各种写法读成同一天', () => {
    for (const text of [
      '2024年2月26日',
      '2024-02-26',
      '2024-2-26',
      '2024/2/26',
      '2024.2.26',
      '2024.02.26',
      '20240226',
      '２０２４年２月２６日',
      '二〇二四年二月二十六日',
      '二○二四年二月二十六日',
      '二零二四年二月廿六日',
      '2024 年 2 月 26 日',
      '2024年2月26号',
      '2024年2月26日（星期一）',
      '2024-02-26T09:30',
      '农历二〇二四年正月十七',
    ]) {
      expect(parseDay(text), text).toBe('2024-02-26');
    }
  });

  it('没写年份的，用给定的年份；没给就不猜', () => {
    expect(parseDay('2月26日', { year: 2024 })).toBe('2024-02-26');
    expect(parseDate('2月26日')).toBeUndefined();
    expect(parseDay('甲辰年正月十七', { year: 2023 })).toBe('2024-02-26');
    expect(parseDate('甲辰年正月十七')?.problem).toContain('六十年一轮');
  });

  it('不存在的日期说明原因，不改成别的日子', () => {
    for (const [text, problem] of [
      ['2023.2.30', '2023年2月没有30日'],
      ['2023年2月29日', '2023年2月没有29日'],
      ['2024-13-01', '没有13月'],
      ['2024年4月31日', '4月没有31日'],
      ['20230230', '2月没有30日'],
      ['光绪三十五年', '光绪只有三十四年'],
      ['农历二〇二四年闰二月初一', '没有闰二月'],
    ] as const) {
      const reading = parseDate(text);
      expect(reading?.problem, text).toContain(problem);
      expect(reading?.from).toBeUndefined();
      expect(parseDay(text)).toBeUndefined();
    }
  });

  it('不完整、不确定的日期是一段时间，原文保留', () => {
    const range = (text: string): string => {
      const reading = parseDate(text);
      expect(reading?.original).toBe(text);
      return `${reading?.from ?? ''}～${reading?.to ?? ''}${reading?.uncertain ? '？' : ''}`;
    };
    expect(range('1938年春')).toBe('1938-02-01～1938-05-31');
    expect(range('1938年')).toBe('1938-01-01～1938-12-31');
    expect(range('1938年2月')).toBe('1938-02-01～1938-02-28');
    expect(range('1938年2月下旬')).toBe('1938-02-21～1938-02-28');
    expect(range('约1942年')).toBe('1942-01-01～1942-12-31？');
    expect(range('1942年前后')).toBe('1942-01-01～1942-12-31？');
    expect(range('解放前')).toBe('～1949-09-30？');
    expect(range('抗战时期')).toBe('1937-07-07～1945-09-02？');
    expect(range('二十世纪五十年代初')).toBe('1950-01-01～1953-12-31');
    expect(range('上世纪80年代')).toBe('1980-01-01～1989-12-31');
    expect(range('民国27年')).toBe('1938-01-01～1938-12-31');
    expect(range('光绪戊戌年')).toBe('1898-01-22～1899-02-09');
  });

  it('民国、年号与公历互换', () => {
    expect(parseDay('民国二十七年八月六日')).toBe('1938-08-06');
    expect(parseDay('民国元年1月1日')).toBe('1912-01-01');
    expect(formatMinguoDate('1938-08-06')).toBe('民国27年8月6日');
    expect(formatMinguoDate('1911-12-31')).toBeUndefined();
    expect(parseDay('光绪二十四年八月初六')).toBe('1898-09-21');
    expect(formatReignDate('1898-09-21')).toBe('光绪二十四年八月初六');
    expect(parseDay('宣统三年十二月廿五')).toBe('1912-02-12');
    expect(formatReignDate('1912-02-18')).toBeUndefined();
  });

  it('不是日期的不读', () => {
    for (const text of ['', 'hello', '2.0.1', '13800001111', '第3次', '3月', '十届三次会议', '2024年2月26日至28日']) {
      expect(parseDate(text), text).toBeUndefined();
    }
  });
});

describe('在文中找日期', () => {
  it('位置对得上，按先后，不重叠', () => {
    const text = '会议于2024年2月26日召开，3月1日结束；民国二十七年秋与光绪二十四年八月初六不同。见2023.2.30。';
    const found = findDates(text, { year: 2024 });
    expect(found.map(({ original }) => original)).toEqual([
      '2024年2月26日',
      '3月1日',
      '民国二十七年秋',
      '光绪二十四年八月初六',
      '2023.2.30',
    ]);
    for (const { start, end, original } of found) expect(text.slice(start, end)).toBe(original);
    expect(found[4]?.problem).toContain('没有30日');
  });

  it('编号、版本号、网址里的数字不当日期', () => {
    expect(findDates('编号20240226001，版本2.0.1，地址10.2024.2.1，表2024-02，号码20241399')).toEqual([]);
  });
});

describe('写日期', () => {
  it('公文、汉字、农历', () => {
    expect(formatOfficialDate('2024-02-26')).toBe('2024年2月26日');
    expect(formatOfficialDate('2024-02')).toBe('2024年2月');
    expect(formatOfficialDate('2024')).toBe('2024年');
    expect(formatOfficialDate('2024-02-26T09:30')).toBe('2024年2月26日');
    expect(formatOfficialDate('春天')).toBe('春天');
    expect(formatHanDate('2024-02-26')).toBe('二〇二四年二月二十六日');
    expect(formatHanDate('2010-10-10')).toBe('二〇一〇年十月十日');
    expect(formatLunarDate('2024-02-26')).toBe('农历甲辰年正月十七');
    expect(weekday('2024-02-26')).toBe('星期一');
  });

  it('1840—2099 年任何一天，写出再读回不变', () => {
    fc.assert(
      fc.property(day, (iso) => {
        expect(parseDay(formatOfficialDate(iso))).toBe(iso);
        expect(parseDay(formatHanDate(iso))).toBe(iso);
        expect(parseDay(iso)).toBe(iso);
        expect(parseDay(formatLunarDate(iso) ?? '', { year: Number(iso.slice(0, 4)) })).toBe(iso);
        const minguo = formatMinguoDate(iso);
        if (minguo) expect(parseDay(minguo)).toBe(iso);
        const reign = formatReignDate(iso);
        if (reign) expect(parseDay(reign)).toBe(iso);
      }),
      { numRuns: 3000 },
    );
  });

  it('农历、星期与历法库逐日一致，反推公历不变', () => {
    let checked = 0;
    for (let number = -47_482; number <= 47_481; number += 3) {
      const iso = isoFromDayNumber(number);
      const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
      const solar = peer.Solar.fromYmd(year, month, date);
      const expected = solar.getLunar();
      const lunar = lunarFromGregorian(iso);
      expect([lunar?.year, (lunar?.month ?? 0) * (lunar?.leap ? -1 : 1), lunar?.day], iso).toEqual([
        expected.getYear(),
        expected.getMonth(),
        expected.getDay(),
      ]);
      if (lunar) expect(gregorianFromLunar(lunar)).toBe(iso);
      expect(weekday(iso)).toBe(`星期${'日一二三四五六'[solar.getWeek()]}`);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(30_000);
    expect(lunarMonthDays(2023, 2, true)).toBe(29);
    expect(lunarMonthDays(2024, 2, true)).toBeUndefined();
  });
});
