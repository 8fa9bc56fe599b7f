import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hanDigits,
  hanNumber,
  longSessionName,
  ordinal,
  readNumber,
  readSessionName,
  shortSessionName,
} from '../../../shared/text/numerals.ts';

describe('汉字数字', () => {
  it('写法', () => {
    for (const [value, words] of [
      [0, '零'],
      [10, '十'],
      [11, '十一'],
      [20, '二十'],
      [38, '三十八'],
      [100, '一百'],
      [106, '一百零六'],
      [110, '一百一十'],
      [1010, '一千零一十'],
      [2024, '二千零二十四'],
      [10000, '一万'],
      [110000, '十一万'],
      [100010, '十万零一十'],
      [350000, '三十五万'],
      [100000001, '一亿零一'],
    ] as const) {
      expect(hanNumber(value)).toBe(words);
    }
    expect(hanDigits(2024)).toBe('二〇二四');
    expect(ordinal(38, '次')).toBe('第三十八次');
    for (const bad of [-1, 1.5, 1e12, Number.NaN]) expect(() => hanNumber(bad)).toThrow(RangeError);
  });

  it('读回：一万亿以内任何整数往返不变', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
        expect(readNumber(hanNumber(value))).toBe(value);
        expect(readNumber(hanDigits(value))).toBe(value);
      }),
      { numRuns: 5000 },
    );
  });

  it('读得懂常见写法，读不懂的不猜', () => {
    expect(readNumber('廿六')).toBe(26);
    expect(readNumber('卅')).toBe(30);
    expect(readNumber('二○二四')).toBe(2024);
    expect(readNumber('３８')).toBe(38);
    for (const bad of ['', '十十', '百', '三五十', '一百零', 'abc', '十年', '万', '一万万']) {
      expect(readNumber(bad), bad).toBeUndefined();
    }
  });
});

describe('会次名称', () => {
  it('简称与全称互换', () => {
    const session = { term: 10, number: 3, kind: 'plenary' } as const;
    expect(shortSessionName(session)).toBe('十届三次会议');
    expect(longSessionName(session)).toBe('第十届委员会第三次会议');
    for (const kind of ['plenary', 'standing', 'chair'] as const) {
      for (const number of [1, 10, 38, 106]) {
        const name = { term: 11, number, kind };
        expect(readSessionName(shortSessionName(name))).toEqual(name);
        expect(readSessionName(longSessionName(name))).toEqual(name);
      }
    }
  });

  it('在句子里、数字写法不同时也认得', () => {
    expect(readSessionName('政协示例区第十届委员会第三次会议开幕')).toEqual({ term: 10, number: 3, kind: 'plenary' });
    expect(readSessionName('召开十届区政协第38次主席会议')).toEqual({ term: 10, number: 38, kind: 'chair' });
    expect(readSessionName('全区工作会议')).toBeUndefined();
  });
});
