import { isoDate } from '../../text/calendar.ts';
import { weekday } from '../../text/date-format.ts';
import { anyOf, matching, type Slip, type TextRule } from './rule.ts';

const DIGIT = '一二三四五六七八九';
/** Eras in which a year has two figures by right. */
const ERA = '民国|光绪|宣统|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|顺治|崇祯|万历|嘉靖|洪武|永乐|贞观|建国|国历';
const NO_ERA = `(?<!${ERA}|[\\d.第届近满约近余])`;

/** 24 → 2024, 98 → 1998: two figures of an office's papers are of the last decades. */
const century = (two: string): string => `${Number(two) <= 40 ? '20' : '19'}${two}`;

const ARABIC: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  '◯': '0',
  O: '0',
  o: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
const toArabic = (text: string): string => [...text].map((character) => ARABIC[character] ?? character).join('');

const HAN_MONTH: Readonly<Record<string, number>> = Object.fromEntries(
  ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].map((word, index) => [word, index + 1]),
);
const hanDay = (text: string): number | undefined => {
  const match = /^(?:(二|三)?(十))?([一二三四五六七八九])?$/u.exec(text);
  if (!match || text === '') return undefined;
  const tens = match[2] ? (match[1] === '三' ? 30 : match[1] === '二' ? 20 : 10) : 0;
  return tens + Number(ARABIC[match[3] ?? ''] ?? 0);
};

/** 2月30日, and 2024年2月26日（星期二） that is a Monday. */
function dates(text: string): Slip[] {
  const slips: Slip[] = [];
  const pattern = /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日(?:[（(，]?(?:星期|周|礼拜)([一二三四五六日天]))?/dgu;
  for (const match of text.matchAll(pattern)) {
    const [whole, year, month, day] = [match[0], Number(match[1]), Number(match[2]), Number(match[3])];
    const end = match.index + whole.length;
    if (year < 1582) continue;
    const is = weekday(isoDate(year, month, day))?.slice(-1);
    if (is === undefined) {
      const stated = `${year}年${month}月${day}日`;
      slips.push({ from: match.index, to: end, message: `没有${stated}这一天` });
      continue;
    }
    const said = match[4]?.replace('天', '日');
    if (said && said !== is) {
      const message = `${year}年${month}月${day}日是星期${is}`;
      slips.push({ from: end - 1, to: end, replacement: is, message });
    }
  }
  return slips;
}

/** Years and days (GB/T 15835—2011; GB/T 9704—2012, 7.3.5.4). */
export const yearRules: readonly TextRule[] = [
  {
    id: 'year.short',
    label: '年份要写四位',
    group: '数字',
    severity: 'warning',
    source: 'GB/T 15835—2011 5.1.5（年份不简写）',
    bad: [
      ['24年3月召开会议', '2024年3月召开会议'],
      ['自98年底以来', '自1998年底以来'],
      ['23年度工作总结', '2023年度工作总结'],
      ['九〇年三月'],
    ],
    good: ['2024年3月', '工作20年', '10年来', '民国27年3月', '三四年', '近20年底蕴', '十年三月'],
    find: anyOf(
      matching(
        new RegExp(`${NO_ERA}(?<slip>['’]?(?<two>\\d{2}))年(?=\\d{1,2}月|度|底|初|末|上半年|下半年)`, 'dgu'),
        ({ groups }) => century(groups?.two ?? ''),
      ),
      matching(
        new RegExp(`(?<!${ERA}|[${DIGIT}〇零○十百千第])[${DIGIT}][〇零○${DIGIT}]年(?=代|[${DIGIT}十]{1,2}月)`, 'dgu'),
      ),
    ),
  },
  {
    id: 'year.zero',
    label: '汉字年份里的零写“〇”',
    group: '数字',
    severity: 'warning',
    source: 'GB/T 15835—2011 5.2.3',
    bad: [
      ['二零二四年', '二〇二四年'],
      ['二○二四年', '二〇二四年'],
      ['二O二四年二月', '二〇二四年二月'],
      ['一九九零年', '一九九〇年'],
    ],
    good: ['二〇二四年', '一千零二十年', '2024年', '一九九八年'],
    find: matching(
      new RegExp(`(?<![${DIGIT}〇零○十百千万\\dA-Za-z])[${DIGIT}][${DIGIT}〇零○◯Oo]{3}(?=年)`, 'dgu'),
      ({ 0: year }) => (/[零○◯Oo]/u.test(year) ? year.replace(/[零○◯Oo]/gu, '〇') : undefined),
    ),
  },
  {
    id: 'year.mixed',
    label: '一个年份、日期里不混用两种数字',
    group: '数字',
    severity: 'warning',
    source: 'GB/T 15835—2011 4.3（同一形式）',
    bad: [
      ['二〇24年', '2024年'],
      ['20二四年', '2024年'],
      ['2024年二月六日', '2024年2月6日'],
      ['二0二四年', '2024年'],
    ],
    good: ['二〇二四年二月六日', '2024年2月6日', '1917年十月革命', '1938年正月初八'],
    find: anyOf(
      matching(new RegExp(`(?<![${DIGIT}〇十百千\\d])[${DIGIT}〇零\\d]{4}(?=年)`, 'dgu'), ({ 0: year }) =>
        /\d/u.test(year) && /[^\d]/u.test(year) ? toArabic(year) : undefined,
      ),
      matching(
        new RegExp(`(?<=\\d{4}年)([${DIGIT}十]{1,2})月([${DIGIT}十]{1,3})日`, 'dgu'),
        ({ 1: month = '', 2: day = '' }) => {
          const [m, d] = [HAN_MONTH[month], hanDay(day)];
          return m && d ? `${m}月${d}日` : {};
        },
      ),
    ),
  },
  {
    id: 'date.padding',
    label: '月、日不加0',
    group: '公文格式',
    severity: 'warning',
    source: 'GB/T 9704—2012 7.3.5.4（月、日不编虚位）',
    bad: [
      ['2024年02月06日', '2024年2月6日'],
      ['03月15日', '3月15日'],
      ['2024年2月06日', '2024年2月6日'],
    ],
    good: ['2024年2月6日', '10月20日', '2024年12月', '105月球'],
    find: matching(/(?<![\d.])0(?=[1-9]月)|(?<=月)0(?=[1-9]日)/dgu, ''),
  },
  {
    id: 'date.plain',
    label: '日期写成“2024年2月6日”',
    group: '公文格式',
    severity: 'warning',
    source: 'GB/T 9704—2012 7.3.5.4',
    kinds: ['running', 'heading'],
    bad: [
      ['于2024-02-06召开', '于2024年2月6日召开'],
      ['截至2024/2/6', '截至2024年2月6日'],
      ['2024.2.6印发', '2024年2月6日印发'],
    ],
    good: ['2024年2月6日', '电话2024-02-0612', '版本2024.2.6.1', 'GB/T 9704-2012'],
    find: matching(
      /(?<![\dA-Za-z./-])(?<year>(?:19|20)\d{2})(?<s>[-/.])(?<month>\d{1,2})\k<s>(?<day>\d{1,2})(?![\d./-])/dgu,
      ({ groups }) => {
        const [month, day] = [Number(groups?.month), Number(groups?.day)];
        return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? `${groups?.year}年${month}月${day}日` : undefined;
      },
    ),
  },
  {
    id: 'date.real',
    label: '日期或星期不对',
    group: '数据',
    severity: 'error',
    source: '历法核对',
    bad: [
      ['2024年2月26日（星期二）', '2024年2月26日（星期一）'],
      ['2023年2月29日'],
      ['2024年13月1日'],
      ['2024年2月28日，周日', '2024年2月28日，周三'],
    ],
    good: ['2024年2月26日（星期一）', '2024年2月29日', '2024年12月31日', '2024年2月28日，星期三'],
    find: dates,
  },
];
