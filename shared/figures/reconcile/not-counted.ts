/** What looks like a number in a report and counts nothing, with the reason a clerk is told. */
export interface NotCounted {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

const HAN = '[〇零一二两三四五六七八九十百千]';

/** In this order; of two that overlap the first found wins. Every expression is linear in the text. */
const PATTERNS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/《[^《》]{1,80}》/gu, '书名号里的名称'],
  [/[“"][^“”"，。；！？]{1,20}[”"]/gu, '引号里的名称或说法'],
  [/[‘'][^‘’'，。；！？]{1,20}[’']/gu, '引号里的名称或说法'],
  [/[「『][^「」『』，。；！？]{1,20}[」』]/gu, '引号里的名称或说法'],
  [
    /[0-9０-９一二三四五六七八九十NnXx]{1,3}(?:[+＋][0-9０-９一二三四五六七八九十NnXx]{1,3}){1,5}/gu,
    '体系的名称，如“1+14+N”',
  ],
  [/[\u3014[［【(（]\s?\d{4}\s?[\u3015\]］】)）]\s?(?:第\s?)?\d{1,5}\s?号?/gu, '文号'],
  [/第\s?[0-9０-９]{1,6}[\u4e00-\u9fff]?/gu, '第几，不是多少'],
  [new RegExp(`第${HAN}{1,6}[\u4e00-\u9fff]?`, 'gu'), '第几，不是多少'],
  [new RegExp(`(?:${HAN}{1,4}|\\d{1,3})届(?:${HAN}{1,4}|\\d{1,3})次`, 'gu'), '届次'],
  [new RegExp(`(?:${HAN}{1,4}|\\d{1,3})届`, 'gu'), '届次'],
  [/\d{4}\s?(?:—|–|-|~|～|至|到)\s?\d{4}\s?年(?:度|代|来)?/gu, '年份'],
  [/\d{4}\s?年(?:度|初|底|末)?(?:\s?\d{1,2}\s?月(?:份|底|初)?(?:\s?\d{1,2}\s?日)?)?/gu, '年份、日期'],
  [
    /[〇零一二三四五六七八九]{4}年(?:度)?(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?/gu,
    '年份、日期',
  ],
  [/\d{1,2}\s?(?:—|–|-|~|～|至|到)\s?\d{1,2}\s?月(?:份)?/gu, '日期'],
  [/\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s?(?:—|–|-|~|～|至|到)\s?\d{1,2}\s?日)?/gu, '日期'],
  [/\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/gu, '日期'],
  [/(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?(?:月份|月底|月初|日上午|日下午|时许|点钟|点半)/gu, '日期、钟点'],
  [/\d{1,2}\s?月(?!亮)/gu, '日期'],
  [/[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/gu, '日期'],
  [/\d{1,2}[:：]\d{2}(?::\d{2})?/gu, '钟点'],
  [
    new RegExp(
      `(?:\\d{1,9}|${HAN}{1,4})\\s?(?:多|余|来)?\\s?(?:个)?\\s?(?:年|月|周|星期|季度|岁|周年|年来|小时|分钟)(?!终|报|鉴|画像|度)`,
      'gu',
    ),
    '时间、年龄',
  ],
  [/[A-Za-z]{1,12}[-/]?\d{1,12}(?:[-.]\d{1,9}){0,5}[A-Za-z]{0,9}|\d{1,9}[A-Za-z]{1,9}(?![+＋])/gu, '编号、型号'],
  [/\d{7,40}/gu, '电话或编码'],
  [new RegExp(`(?:\\d{1,9}|${HAN}{1,4})\\s?(?:号楼|号院|号文|楼|层|室|栋|单元|路|号)`, 'gu'), '号、地址'],
  [new RegExp(`(?:\\d{1,9}|${HAN}{1,4})分之(?:\\d{1,9}|${HAN}{1,4})`, 'gu'), '分数'],
  [new RegExp(`(?:\\d{1,9}(?:\\.\\d{1,9})?|${HAN}{1,4})\\s?(?:个百分点|倍)`, 'gu'), '增减幅度，不是计数'],
  [
    /千家万户|千方百计|万家灯火|百花齐放|百家争鸣|一人一策|一件一策|一家一户|三会一课|一岗双责|一线|一体|一流|一致|一起|一定|统一|一律|一旦|万一/gu,
    '固定说法',
  ],
  [
    /[两三四五六七八九十]个(?:确立|维护|意识|自信|全面|统一|务必|毫不动摇|覆盖|薄弱|结合|相结合|服务|一以贯之|起来|先行|走在前|持续|主动|注重|聚焦|转变|强化|提升|建设|行动)/gu,
    '固定说法',
  ],
  [
    /一(?:年来|年|批|系列|方面|些|种|样|般|步|直|时|切|道|项项|件件|个个|次次|份份|声|句|番|场场|路|手|把|点|面|心|度|次性|揽子|盘棋|张网|张图|站式|本账|条心|竿子)/gu,
    '泛指，不是计数',
  ],
  [/(?:这|某|每|同|任何|哪|那|另|唯|进|统|新的|各)一(?:个|项|次|件|条|名|位|年|家|户|场|天)?/gu, '泛指，不是计数'],
];

/** All such places of a paragraph, by where they begin, none inside another. */
export function notCounted(text: string): readonly NotCounted[] {
  const taken: NotCounted[] = [];
  for (const [pattern, reason] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.every((other) => end <= other.start || start >= other.end)) taken.push({ start, end, reason });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** What a number of points to be told is called: 五方面工作, 三个方面任务. It announces a list and counts no records. */
export const ANNOUNCED =
  /^(?:个)?(?:方面|大|件|项|点)(?:的)?(?:重点|主要|具体)?(?:工作|任务|内容|安排|部署|要求|意见|打算)/u;
