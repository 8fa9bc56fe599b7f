import { documentNumber } from '../documents/wording.ts';

/** Own series and changed patterns of an office; only what differs from the given ones is stored. */
export const SERIES_SETTING = 'numberSeries';

/**
 * A series of 发文字号: 示政协办〔2024〕7号. Every series counts from 1 (or its start) in every year
 * (党政机关公文处理工作条例, 第九条: 发文机关代字、年份、发文顺序号).
 */
export interface Series {
  readonly id: string;
  /** 办公室文件 */
  readonly label: string;
  /** {代字} of the office, {简字} the same without 协, {年}, {号}; also {code}, {stem}, {year}, {n}. */
  readonly pattern: string;
  /** 文种 a paper of this series usually is. */
  readonly docType?: string;
  /** First number of a year, where the register was begun in the middle of it: { '2026': 38 }. */
  readonly starts?: Readonly<Record<string, number>>;
  /** Not offered any more; its numbers still stand. */
  readonly retired?: boolean;
  /** Not in the list of the office: found in the numbers of its papers. */
  readonly found?: boolean;
}

/** What the tokens of a pattern stand for. */
export interface Naming {
  /** 示政协 */
  readonly code: string;
}

const given = (id: string, label: string, head: string, docType: string): Series => ({
  id,
  label,
  pattern: `${head}〔{年}〕{号}号`,
  docType,
});

export const defaultSeries: readonly Series[] = [
  given('file', '政协文件', '{代字}', '通知'),
  given('office', '办公室文件', '{代字}办', '通知'),
  given('letter', '函', '{代字}函', '函'),
  given('report', '报告', '{代字}报', '报告'),
  given('party', '党组文件', '{代字}党', '通知'),
  given('proposal', '提案文书', '{简字}提', '提案转办单'),
  given('minutes', '主席会议纪要', '{代字}纪', '会议纪要'),
  given('minutesStanding', '常委会会议纪要', '{代字}常纪', '会议纪要'),
  given('minutesPlenary', '全体会议纪要', '{代字}全纪', '会议纪要'),
  given('minutesParty', '党组会议纪要', '{代字}党纪', '会议纪要'),
  given('minutesConsultation', '协商会议纪要', '{代字}商纪', '会议纪要'),
  given('minutesTalk', '座谈会纪要', '{代字}座纪', '会议纪要'),
  given('minutesCommittee', '专委会会议纪要', '{代字}专纪', '会议纪要'),
];

const RUNNING = /\{(?:号|n)(?::([1-9]))?\}/u;
const RUNNING_ALL = /\{(?:号|n)(?::[1-9])?\}/gu;
const YEAR = /\{(?:年|year)\}/u;

/** Series in force: the given ones with what the office changed, then its own. Unreadable settings change nothing. */
export function effectiveSeries(setting: unknown): readonly Series[] {
  return mergedSeries((Array.isArray(setting) ? setting : []).filter(isSeries));
}

/** The given series with those of an office over them, also while they are being checked. */
export function mergedSeries(own: readonly Series[]): readonly Series[] {
  const byId = new Map(own.map((series) => [series.id, series]));
  const known = new Set(defaultSeries.map(({ id }) => id));
  return [
    ...defaultSeries.map((series) => ({ ...series, ...byId.get(series.id) })),
    ...own.filter(({ id }) => !known.has(id)),
  ];
}

function isSeries(value: unknown): value is Series {
  const series = value as Partial<Series> | null;
  return (
    typeof series === 'object' &&
    series !== null &&
    typeof series.id === 'string' &&
    typeof series.label === 'string' &&
    typeof series.pattern === 'string' &&
    patternProblem(series.pattern) === undefined
  );
}

/** What has to be stored so that `effectiveSeries` gives `series` again. */
export function ownSeries(series: readonly Series[]): readonly Series[] {
  const presets = new Map(defaultSeries.map((preset) => [preset.id, JSON.stringify(plainSeries(preset))]));
  return series.map(plainSeries).filter((one) => presets.get(one.id) !== JSON.stringify(one));
}

/** Only what is stored, in a fixed order, without blanks and empty parts. */
function plainSeries({ id, label, pattern, docType, starts, retired }: Series): Series {
  const begun = Object.entries(starts ?? {}).filter(([, start]) => start > 1);
  return {
    id,
    label: label.trim(),
    pattern: pattern.trim(),
    ...(docType ? { docType } : {}),
    ...(begun.length > 0 ? { starts: Object.fromEntries(begun) } : {}),
    ...(retired ? { retired } : {}),
  };
}

/** A sentence without full stop when a pattern cannot number papers year by year. */
export function patternProblem(pattern: string): string | undefined {
  if ((pattern.match(RUNNING_ALL) ?? []).length !== 1) return '编号规则里要有一个流水号，写作 {号}';
  if (!YEAR.test(pattern)) return '编号规则里要有年份，写作 {年}';
  if (/\}\d|\d\{(?:号|n)/u.test(pattern)) return '流水号和年份旁边不能紧挨着数字';
  if (/\{(?:年|year)\}\{(?:号|n)|\{(?:号|n)(?::[1-9])?\}\{(?:年|year)\}/u.test(pattern)) {
    return '年份和流水号之间要有字或括号，写作〔{年}〕{号}号';
  }
  const strange = /\{(?!代字\}|code\}|简字\}|stem\}|年\}|year\}|(?:号|n)(?::[1-9])?\})[^}]*\}?/u.exec(pattern);
  return strange ? `编号规则里的“${strange[0]}”不认识，可用 {代字}、{简字}、{年}、{号}` : undefined;
}

/** What is wrong with a list of series, by path; two series that would give the same number are refused. */
export function seriesProblems(series: readonly Series[], naming: Naming): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  const ids = new Set<string>();
  const heads = new Map<string, string>();
  series.forEach((one, index) => {
    if (!one.label.trim()) problems[`series.${index}.label`] = '请填写名称';
    if (ids.has(one.id)) problems[`series.${index}.id`] = `“${one.label}”出现了两次`;
    ids.add(one.id);
    const problem = patternProblem(one.pattern);
    if (problem) {
      problems[`series.${index}.pattern`] = problem;
      return;
    }
    const sample = formatSeriesNumber(one, 2024, 1, naming);
    const other = heads.get(sample);
    if (other !== undefined) problems[`series.${index}.pattern`] = `与“${other}”编出来的文号一样，会重号`;
    else heads.set(sample, one.label);
  });
  return problems;
}

function headed(pattern: string, { code }: Naming): string {
  const stem = code.replace(/协$/u, '');
  return pattern.replace(/\{(?:代字|code)\}/gu, code).replace(/\{(?:简字|stem)\}/gu, stem);
}

/** 示政协办〔2024〕7号 */
export function formatSeriesNumber({ pattern }: Pick<Series, 'pattern'>, year: number, n: number, naming: Naming) {
  return headed(pattern, naming)
    .replace(/\{(?:年|year)\}/gu, String(year))
    .replace(RUNNING, (_, width: string | undefined) => String(n).padStart(Number(width ?? 1), '0'));
}

export interface NumberPlace {
  readonly year: number;
  readonly n: number;
}

const patterns = new Map<string, RegExp>();

/** Year and running number of a text that this series wrote; brackets and zeros as they come. Undefined: another's. */
export function placeIn({ pattern }: Pick<Series, 'pattern'>, text: string, naming: Naming): NumberPlace | undefined {
  const key = headed(pattern, naming);
  let expression = patterns.get(key);
  if (!expression) {
    const escaped = key
      .replace(RUNNING, '\u0001')
      .replace(YEAR, '\u0002')
      .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
      .replace('\u0001', '0*(?<n>\\d{1,6})')
      .replace('\u0002', '(?<year>\\d{4})');
    expression = new RegExp(`^${escaped}$`, 'u');
    if (patterns.size > 500) patterns.clear();
    patterns.set(key, expression);
  }
  const groups = expression.exec(documentNumber(text))?.groups ?? expression.exec(text.trim())?.groups;
  const [year, n] = [Number(groups?.year), Number(groups?.n)];
  return year && n ? { year, n } : undefined;
}

/** 示政协提纪〔2024〕6号 of an office whose list has no such series: a series of its own, so that its gaps are seen too. */
export function foundSeries(text: string, naming: Naming): Series | undefined {
  const match = /^(?<stem>[^〔{}\d]{2,20})〔\d{4}〕\d{1,6}号$/u.exec(documentNumber(text));
  const stem = match?.groups?.stem ?? '';
  if (!naming.code || !stem.startsWith(naming.code)) return undefined;
  return { id: stem, label: stem, pattern: `${stem}〔{年}〕{号}号`, found: true };
}

/** The series the minutes of a meeting are numbered in, by its type. */
export function minutesSeries(subtype: string, category = ''): string {
  if (/^(?:全体会议|预备会议|主席团会议|分组讨论|全体会议协商)$/u.test(subtype)) return 'minutesPlenary';
  if (/^(?:常委会会议|专题议政性常委会|常委会协商)$/u.test(subtype)) return 'minutesStanding';
  if (subtype === '党组会议') return 'minutesParty';
  if (subtype === '主席会议' || subtype === '主席会议协商' || subtype === '秘书长会议') return 'minutes';
  if (subtype === '专委会会议') return 'minutesCommittee';
  if (category === '协商') return 'minutesConsultation';
  if (subtype === '座谈会' || subtype === '政情通报会') return 'minutesTalk';
  return 'minutes';
}
