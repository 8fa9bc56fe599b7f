import { hanNumber } from '../../text/numerals.ts';
import { anyOf, matching, type TextRule } from './rule.ts';

const DIGITS = '一二三四五六七八九';
/** What people and time are counted in: here two numbers side by side are a guess, not two things. */
const GUESSED = '(?:天|个月|人|名|岁|小时|分钟|公里|十|百|千|万|次|户|家|里)';
const follows = (a: string, b: string): boolean => DIGITS.indexOf(b) === DIGITS.indexOf(a) + 1;
const half = (text: string): string =>
  text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** Numbers (GB/T 15835—2011). */
export const numberRules: readonly TextRule[] = [
  {
    id: 'number.fullWidth',
    label: '阿拉伯数字用半角',
    group: '数字',
    severity: 'warning',
    source: 'GB/T 15835—2011 5.1.1',
    bad: [
      ['共２１２件', '共212件'],
      ['２０２４年', '2024年'],
      ['占85％', '占85%'],
    ],
    good: ['共212件', '占85%', '①②③'],
    find: anyOf(
      matching(/[０-９]+/dgu, ({ 0: digits }) => half(digits)),
      matching(/(?<=\d)％/dgu, '%'),
    ),
  },
  {
    id: 'number.mixed',
    label: '“千、百、十”不与阿拉伯数字混写',
    group: '数字',
    severity: 'warning',
    source: 'GB/T 15835—2011 4.3、5.3（数字中只有“万、亿”可与阿拉伯数字连用）',
    bad: [
      ['投资2千3百万元', '投资2300万元'],
      ['走访群众3百人', '走访群众300人'],
      ['收集建议5千条', '收集建议5000条'],
      ['8十余次', '80余次'],
    ],
    good: ['装机3千瓦', '全长5千米', '350千字', '500强', '3000元', '5万元', '2个百分点', '1百货'],
    find: matching(
      /(?<![\d.])(?:(?<k>\d)千(?:(?<h>\d)百)?(?:(?<t>\d)十)?|(?<h2>\d)百(?:(?<t2>\d)十)?|(?<t3>\d)十)(?=条|人|名|件|次|户|元|万|亿|个|项|家|余|多|份|篇|字)(?!字(?:数|$))/dgu,
      ({ groups = {}, 0: whole, index, input }) => {
        // 350千字 is how books are measured; 3千万 needs no other writing than 3000万.
        if (/千$/u.test(whole) && input[index + whole.length] === '字') return undefined;
        const digit = (name: string) => Number(groups[name] ?? 0);
        const value =
          digit('k') * 1000 + (digit('h') + digit('h2')) * 100 + (digit('t') + digit('t2') + digit('t3')) * 10;
        return String(value);
      },
    ),
  },
  {
    id: 'range.percent',
    label: '范围的前一个数也要带“%”“万”“亿”',
    group: '数字',
    severity: 'warning',
    source: 'GB/T 15835—2011 5.1.4',
    bad: [
      ['增长30～60%', '增长30%～60%'],
      ['投资3～5万元', '投资3万～5万元'],
      ['约2—3亿元', '约2亿—3亿元'],
    ],
    good: ['增长30%～60%', '3万～5万元', '2020—2024年', '5～10人', '第3～5万元'],
    find: matching(
      /(?<![\d.第%％万亿])(?<low>\d{1,6}(?:\.\d{1,3})?)(?<line>[～~—–-])(?=\d{1,6}(?:\.\d{1,3})?(?<sign>[%％万亿]))/dgu,
      ({ groups, index }) => {
        const { low = '', sign = '', line = '' } = groups ?? {};
        return {
          from: index + low.length,
          to: index + low.length + line.length,
          replacement: `${sign.replace('％', '%')}${line}`,
        };
      },
    ),
  },
  {
    id: 'guess.pause',
    label: '概数两字之间不用顿号',
    group: '数字',
    severity: 'warning',
    source: 'GB/T 15835—2011 5.2.2；GB/T 15834—2011 4.5.3.4',
    bad: [
      ['用了三、四天时间', '用了三四天时间'],
      ['五、六十人参加', '五六十人参加'],
      ['需要3、4天', '需要三四天'],
      ['七、八个月', '七八个月'],
    ],
    good: ['三四天', '第三、四季度', '一、二等奖', '二、三、四人', '1、2号楼', '十三、四年级'],
    find: anyOf(
      matching(
        new RegExp(`(?<![第、${DIGITS}十百千\\d])([${DIGITS}])、([${DIGITS}])(?=${GUESSED})`, 'dgu'),
        ({ 1: a = '', 2: b = '', index }) =>
          // 一、二十人… at the head of a paragraph is a numbered heading.
          follows(a, b) && (index > 0 || a !== '一') ? `${a}${b}` : undefined,
      ),
      matching(/(?<![第、,，.\d])([1-9])[、,]([1-9])(?=天|个月|人|名|岁|小时|分钟)/dgu, ({ 1: a, 2: b, index }) => {
        const [low, high] = [DIGITS[Number(a) - 1] ?? '', DIGITS[Number(b) - 1] ?? ''];
        return index > 0 && follows(low, high) ? `${low}${high}` : undefined;
      }),
    ),
  },
  {
    id: 'guess.han',
    label: '带“几”的概数用汉字',
    group: '数字',
    severity: 'warning',
    source: 'GB/T 15835—2011 5.2.2',
    bad: [
      ['来了20几人', '来了二十几人'],
      ['10几个社区', '十几个社区'],
      ['走访30几户', '走访三十几户'],
    ],
    good: ['来了20多人', '二十几人', '20余人', '第20几何'],
    find: matching(/(?<![\d.第])([1-9]0)几(?!何)/dgu, ({ 1: tens }) => `${hanNumber(Number(tens))}几`),
  },
  {
    id: 'guess.twice',
    label: '表示约数的词用了两次',
    group: '数字',
    severity: 'warning',
    source: '公文写作惯例：“约”“近”不与“余”“多”“左右”并用',
    bad: [['约100人左右'], ['近20余年'], ['大约30件左右'], ['超过500多户']],
    good: ['约100人', '100人左右', '20余年', '近20年', '约定100人左右手'],
    find: anyOf(
      matching(/(?:约|大约|大概)(?=\d)\d{1,9}[万亿]?[\p{Script=Han}]{0,3}?(?:左右|上下)(?!手)/dgu),
      matching(/(?:约|大约|近|将近|超过|超)(?=\d)\d{1,9}[万亿]?[余多](?=\p{Script=Han})/dgu),
    ),
  },
  {
    id: 'han.required',
    label: '星期、五年规划用汉字',
    group: '数字',
    severity: 'warning',
    source: 'GB/T 15835—2011 4.2.2、5.2',
    bad: [
      ['定于星期5上午', '定于星期五上午'],
      ['“14五”规划', '“十四五”规划'],
      ['“145”时期', '“十四五”时期'],
    ],
    good: ['星期五', '“十四五”规划', '145件提案', '第145号'],
    find: anyOf(
      matching(/(?<=星期)[1-6]/dgu, ({ 0: day }) => DIGITS[Number(day) - 1]),
      matching(/(?<=“)1([1-9])[5五](?=”(?:规划|时期|期间|末))/dgu, ({ 1: n }) => `十${DIGITS[Number(n) - 1]}五`),
      matching(/(?<=“)1([1-9])[5五](?=规划|时期|期间)/dgu, ({ 1: n }) => `十${DIGITS[Number(n) - 1]}五`),
    ),
  },
  {
    id: 'lunar.han',
    label: '农历月日用汉字',
    group: '数字',
    severity: 'warning',
    source: 'GB/T 15835—2011 4.2.1',
    bad: [['农历8月15日'], ['农历1月1日'], ['农历腊月23']],
    good: ['农历八月十五', '农历2024年甲辰', '农历正月', '公历8月15日'],
    find: matching(/(?<=农历)(?:(?:\d{1,2}月(?:\d{1,2}日?)?)|[正冬腊]月\d{1,2}日?)/dgu),
  },
  {
    id: 'fileNumber.brackets',
    label: '发文字号写成“〔2024〕15号”',
    group: '公文格式',
    severity: 'warning',
    source: 'GB/T 9704—2012 7.2.5（年份全称用六角括号，不编虚位，不加“第”）',
    bad: [
      ['示政协办[2024]15号', '示政协办〔2024〕15号'],
      ['示政协函（2024）第3号', '示政协函〔2024〕3号'],
      ['示政协办〔2024〕015号', '示政协办〔2024〕15号'],
      ['示政协发(2024)7号', '示政协发〔2024〕7号'],
    ],
    good: ['示政协办〔2024〕15号', '（2024年）15号楼', '第〔2024〕078号提案', '（2024）豫01民初15号', '[2024]'],
    find: matching(
      /(?<=\p{Script=Han})(?<!第)[[(（【［〔]\s?(?<year>\d{4})\s?[\])）】］〕]\s?(?<no>第?\s?0*)(?<n>[1-9]\d{0,4})\s?号(?!楼|院|线|路|门)/dgu,
      ({ 0: whole, groups }) => {
        const right = `〔${groups?.year}〕${groups?.n}号`;
        return whole === right ? undefined : right;
      },
    ),
  },
];
