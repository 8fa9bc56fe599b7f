import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Counting } from '../../../electron/counting/index.ts';
import { readBytes } from '../../../electron/importing/read-document.ts';
import { yearPeriod } from '../../../shared/figures/figure-result.ts';
import { findNumbers } from '../../../shared/figures/reconcile/find-numbers.ts';
import { type Counted, NO_FIGURE, placeKey, reconcile } from '../../../shared/figures/reconcile/index.ts';
import { namedYears } from '../../../shared/figures/reconcile/named-years.ts';
import { wordingProblem } from '../../../shared/figures/wording.ts';
import { blockTexts } from '../../../shared/text/body.ts';
import { hanNumber } from '../../../shared/text/numerals.ts';
import { type Made, makeSample } from '../sample/sample-library.ts';

/** A report as it came in, its lines broken within words; what it says stands in the sample's year. */
const REPORT = join(import.meta.dirname, '../../../../shared/seeds/003_2f953c502cd9b8b9.txt');
const YEAR = 2024;

/** The figures of the report in the order in which it tells them. */
const TOLD = [
  ...['POL.STUDY', 'POL.LECTURE', 'TJ.RESEARCH', 'TJ.REPORT', 'TJ.EXCHANGE', 'POL.DJMEET', 'ORG.BRANCH'],
  ...['ORG.BRANCHACT', 'XS.ZT', 'XS.ZT.SUG', 'XS.CWH', 'XS.CWH.SUG', 'XS.DK', 'XS.DK.SUG', 'RPT.JJ', 'JD.STREET'],
  ...['JD.PROJ', 'JD.TIMES', 'JD.SUG', 'WR.LEAD', 'WR.ZWH', 'WR.MEET', 'WR.SUG', 'JD.ACT', 'SQ.IN', 'SQ.ISSUE'],
  ...['SQ.UP', 'SQ.CITY', 'SQ.PROV', 'SQ.SECR', 'SQ.MAYOR', 'TA.NUM', 'TA.RATE', 'VEN.UP', 'VEN.COVER', 'XS.BASE'],
  ...['UF.ACT', 'UF.VISIT', 'CON.FIRM', 'CON.INVEST', 'CON.JOB', 'CON.DONATE', 'CON.HOUSE', 'CON.PEOPLE', 'CON.GOOD'],
  ...['WS.BOOK', 'MT.CWH', 'REG.DOC', 'AW.MEM', 'REG.AREA', 'REG.NUM'],
];

let made: Made;
let figures: readonly Counted[];
let paragraphs: readonly string[];

beforeAll(async () => {
  made = await makeSample(new Date('2026-11-20T09:30:00'));
  const counting = new Counting(made.library, () => '2026-11-20');
  figures = counting.definitions.map(({ id, label, unit, cues }) => ({
    ...{ id, label, unit, cues },
    value: counting.figures.result(id, yearPeriod(YEAR))?.value ?? 0,
  }));
  const read = await readBytes('报告.txt', readFileSync(REPORT));
  paragraphs = [read.title, ...blockTexts(read.body)];
}, 120_000);
afterAll(() => made.remove());

const check = (text: readonly string[]) => reconcile(text, figures, wordingProblem);
const verdicts = (text: string) => check([text]).map(({ written, verdict, figure }) => [written, verdict, figure]);
const WRONG: readonly string[] = ['different', 'wrongWord', 'unmatched'];

describe('口径对账：真报告对样例的一年', () => {
  it('每个要数的数都找到，都对上它说的指标，没有误报', () => {
    const found = check(paragraphs).filter(({ verdict }) => verdict !== 'notCounted');
    expect(found.map(({ figure }) => figure)).toEqual(TOLD);
    expect(found.filter(({ verdict }) => WRONG.includes(verdict)).map(({ written }) => written)).toEqual([]);
  });

  it('约数的结论是“约数可以”，实数的是“一致”', () => {
    const found = check(paragraphs).filter(({ verdict }) => verdict !== 'notCounted');
    for (const { written, word, verdict } of found)
      expect(verdict, written).toBe(word === '' || word === '首次' ? 'same' : 'approximate');
  });

  it('任意改十个数，报出来的恰好是这十个', () => {
    const right = check(paragraphs).filter(({ verdict, word }) => verdict !== 'notCounted' && word !== '首次');
    const ten = fc
      .shuffledSubarray([...right.keys()], { minLength: 10, maxLength: 10 })
      .chain((picked) =>
        fc.tuple(fc.constant(picked), fc.array(fc.integer({ min: 1, max: 997 }), { minLength: 10, maxLength: 10 })),
      );
    fc.assert(
      fc.property(ten, ([picked, seeds]) => {
        const changes = picked.map((index, at) => ({ number: right[index], by: seeds[at] ?? 1 }));
        const altered = paragraphs.map((text, paragraph) => {
          const own = changes.filter(({ number }) => number?.paragraph === paragraph);
          own.sort((a, b) => (b.number?.start ?? 0) - (a.number?.start ?? 0));
          return own.reduce((changed, { number, by }) => {
            if (!number) return changed;
            const false_ = number.written.replace(String(number.n), String(falseNumber(number, by)));
            return changed.slice(0, number.start) + false_ + changed.slice(number.end);
          }, text);
        });
        const reported = check(altered).filter(({ verdict }) => WRONG.includes(verdict));
        // Places shift with the length of what was altered: the order of the text stays.
        const counted = check(altered).filter(({ verdict, word }) => verdict !== 'notCounted' && word !== '首次');
        expect(reported.map((one) => counted.findIndex((other) => placeKey(other) === placeKey(one)))).toEqual(
          [...picked].sort((a, b) => a - b),
        );
      }),
      { numRuns: 60, seed: 20241120 },
    );
  }, 120_000);

  it('数改写成汉字，结论不变', () => {
    const han = paragraphs.map((text) =>
      text.replace(
        /(?<![\d.+年])(\d{1,4})(?=(?:多|余)?(?:次|场次|篇|人次|个|条|家|场|期|件|户|人|项|名))/gu,
        (digits) => hanNumber(Number(digits)),
      ),
    );
    const found = check(han).filter(({ verdict }) => verdict !== 'notCounted');
    expect(found.filter(({ verdict }) => WRONG.includes(verdict)).map(({ written }) => written)).toEqual([]);
    expect(found.map(({ figure }) => figure)).toEqual(TOLD);
  });

  it('文中回顾的年度排在打算的年度前面', () => {
    expect(namedYears(paragraphs)).toEqual([2023, 2024]);
  });
});

/** Another number of the same kind that cannot be right: other leading digits, so that no 多 or 近 covers it. */
function falseNumber({ n, word }: { readonly n: number; readonly word: string }, by: number): number {
  if (word === '') return n + by;
  const size = 10 ** Math.floor(Math.log10(n));
  return n + size * (1 + (by % 8));
}

describe('口径对账：找数', () => {
  const written = (text: string) =>
    findNumbers([text]).map((number) => [
      number.written,
      number.n * number.scale,
      number.word,
      number.unit,
      number.notCounted !== undefined,
    ]);

  it.each([
    ['收集信息294条', ['294条', 294, '', '条', false]],
    ['收集信息２９４条', ['２９４条', 294, '', '条', false]],
    ['活动50多次', ['50多次', 50, '多', '次', false]],
    ['活动五十多次', ['五十多次', 50, '多', '次', false]],
    ['好事近700件', ['近700件', 700, '近', '件', false]],
    ['总额超2亿元', ['超2亿元', 2e8, '超', '元', false]],
    ['捐款360多万元', ['360多万元', 3.6e6, '多', '元', false]],
    ['捐款三百六十多万元', ['三百六十多万元', 3.6e6, '多', '元', false]],
    ['字数3.5万字', ['3.5万字', 35_000, '', '字', false]],
    ['来稿1,294条', ['1,294条', 1294, '', '条', false]],
    ['办复率98.5%', ['98.5%', 98.5, '', '%', false]],
    ['走访130人次', ['130人次', 130, '', '人次', false]],
    ['约300人参加', ['约300人', 300, '约', '人', false]],
    ['100人左右参加', ['100人', 100, '约', '人', false]],
    ['建议百余条', ['百余条', 100, '余', '条', false]],
    ['十四个街道开展', ['十四个街道', 14, '', '个街道', false]],
    ['首次召开座谈会', ['首次', 1, '首次', '次', false]],
  ] as const)('%s', (text, expected) => {
    expect(written(text)).toEqual([expected]);
  });

  it.each([
    ['2024年2月26日召开', '年份、日期'],
    ['第3次会议', '第几，不是多少'],
    ['示政协〔2024〕38号', '文号'],
    ['健全“1+14+N”体系', '引号里的名称或说法'],
    ['健全1+14+N体系', '体系的名称，如“1+14+N”'],
    ['《示例区12345规定》', '书名号里的名称'],
    ['位于8号楼', '号、地址'],
    ['历时3个月', '时间、年龄'],
    ['比上年提高2个百分点', '增减幅度，不是计数'],
    ['增长3倍', '增减幅度，不是计数'],
    ['10届3次会议', '届次'],
  ])('%s 不是计数，说得出为什么', (text, reason) => {
    const found = findNumbers([text]);
    expect(found.length).toBeGreaterThan(0);
    for (const { notCounted } of found) expect(notCounted).toBe(reason);
  });

  it.each([
    '一批民生问题',
    '深化“三化”建设',
    '第十届',
    '一年来',
    '五方面工作',
    '三四次',
    '千家万户',
    '两个维护',
    '这一中心工作',
  ])('“%s”里没有要对的数', (text) => {
    expect(findNumbers([text]).every(({ notCounted }) => notCounted !== undefined)).toBe(true);
  });

  it('任何文字都不出错，片段都在原文里，互不重叠', () => {
    const pieces = fc.constantFrom(
      '全年',
      '294',
      '条',
      '五十',
      '多',
      '近',
      '万',
      '亿',
      '元',
      '，',
      '。',
      '“',
      '”',
      '《',
      '》',
      '第',
      '届',
      '年',
      '月',
      '1+14+N',
      '%',
      '\u3000',
      '首次召开',
      '．',
      '９',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let done = 0;
        for (const { start, end, written: words } of findNumbers([text])) {
          expect(start).toBeGreaterThanOrEqual(done);
          expect(text.slice(start, end)).toBe(words);
          done = end;
        }
      }),
    );
  });
});

describe('口径对账：结论', () => {
  it('实数差一就是不一致，写对了就一致', () => {
    expect(verdicts('全年收集信息294条。')).toEqual([['294条', 'same', 'SQ.IN']]);
    expect(verdicts('全年收集信息293条。')).toEqual([['293条', 'different', 'SQ.IN']]);
  });

  it('别的指标正好是这个数，也不会拿来凑', () => {
    expect(verdicts('全年收集信息205条。')).toEqual([['205条', 'different', 'SQ.IN']]);
  });

  it('约数词写错了，说约数不当', () => {
    expect(verdicts('委员为民做好事698多件。')).toEqual([['698多件', 'wrongWord', 'CON.GOOD']]);
    expect(verdicts('委员为民做好事近800件。')).toEqual([['近800件', 'different', 'CON.GOOD']]);
    expect(verdicts('全年收集信息290多条。')).toEqual([['290多条', 'approximate', 'SQ.IN']]);
  });

  it('说不清数的是什么，就说未对上', () => {
    expect(verdicts('现场发放宣传单1200份。')).toEqual([['1200份', 'unmatched', undefined]]);
  });

  it('手工指定指标，按指定的判；指定不是计数，就不再算', () => {
    const text = '全年共报上去205条。';
    const [number] = check([text]);
    const at = placeKey(number ?? { paragraph: 0, start: 0 });
    const chosen = (figure: string) => reconcile([text], figures, wordingProblem, new Map([[at, figure]]))[0];
    expect(chosen('SQ.UP')).toMatchObject({ verdict: 'same', figure: 'SQ.UP' });
    expect(chosen('SQ.IN')).toMatchObject({ verdict: 'different', figure: 'SQ.IN' });
    expect(chosen(NO_FIGURE)).toMatchObject({ verdict: 'notCounted' });
  });
});
