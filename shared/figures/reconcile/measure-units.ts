/**
 * Measure words as they stand after a number in a report. Longer ones first: 人次 is not 人, 个方面 is not 个.
 * A number that is followed by none of them is still found when it is written in figures.
 */
const UNITS: readonly string[] = [
  '万人次',
  '个街道',
  '个方面',
  '个项目',
  '个百分点',
  '方面',
  '人次',
  '场次',
  '件次',
  '条次',
  '批次',
  '户次',
  '家次',
  '平方米',
  '小时',
  '公里',
  '元',
  '字',
  '次',
  '场',
  '件',
  '条',
  '篇',
  '期',
  '项',
  '个',
  '家',
  '户',
  '人',
  '名',
  '位',
  '套',
  '部',
  '本',
  '册',
  '张',
  '幅',
  '份',
  '例',
  '批',
  '处',
  '所',
  '支',
  '组',
  '类',
  '轮',
  '届',
  '对',
  '天',
  '宗',
  '桩',
  '回',
  '块',
  '盏',
  '棵',
  '条',
  '%',
  '％',
];

/** Words that count the same thing in different hands: a lecture is held 12 次, 12 场 or 12 场次. */
const FAMILIES: readonly (readonly string[])[] = [
  ['次', '场', '场次', '回', '轮', '批次'],
  ['人', '名', '位'],
  ['件', '项', '条', '例', '桩', '个'],
  ['篇', '份', '条', '件'],
  ['家', '户', '个'],
  ['部', '套', '本', '册', '卷'],
  ['个', '所', '处'],
  ['张', '幅'],
];

const MAGNITUDES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

export interface Unit {
  /** Without 万 and 亿: 元, 字, 人次. */
  readonly word: string;
  /** What one of it is worth: 万元 → 10000. */
  readonly size: number;
}

/** The measure word `text` begins with; '' when there is none. */
export function unitAt(text: string): string {
  return UNITS.find((unit) => text.startsWith(unit)) ?? '';
}

/** The unit of a figure taken apart: 万元 → 元 of 10000, 个街道 stays. */
export function unitOf(unit: string): Unit {
  const plain = unit.trim().replace('％', '%');
  const magnitude = /^(?:万亿|万|亿)(?=.)/u.exec(plain)?.[0];
  if (magnitude === undefined) return { word: plain, size: 1 };
  return { word: plain.slice(magnitude.length), size: MAGNITUDES[magnitude] ?? 1 };
}

export const magnitudeOf = (word: string): number => MAGNITUDES[word] ?? 1;

/**
 * How well a number with the unit `written` can be the figure with the unit `counted`: 1 the same words, 0.8 words that
 * are used for each other, 0 another thing. 14个街道 and a unit 个 are the same: what is counted follows as a noun.
 */
export function unitFit(written: string, counted: string): number {
  const a = written.replace('％', '%');
  const b = counted.replace('％', '%');
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  if (a === '%' || b === '%') return 0;
  if (a.length > 1 && b.length === 1 && a.startsWith(b) && b === '个') return 1;
  if (b.length > 1 && a.length === 1 && b.startsWith(a) && a === '个') return 1;
  return FAMILIES.some((family) => family.includes(a) && family.includes(b)) ? 0.8 : 0;
}
