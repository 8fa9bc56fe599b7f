import { type Finding, groupBy, vetoCode } from './finding.ts';
import { byDay, cutTo, entryOf, type Line, leaveOut, lineOf, sumOf } from './lines.ts';
import { bounded, fromHundredths, pointsInWords, toHundredths } from './points.ts';
import type { Item, Scheme, Section } from './scheme.ts';
import type { SectionResult, SubjectResult } from './score-result.ts';
import { emptyLine, judgesSets, Rounding, setLine } from './sets.ts';

/** What the rules of a scheme are applied to. */
export interface Tallied {
  readonly subject: string;
  readonly findings: readonly Finding[];
  /** Whether an item is for this subject at all (仅常委). */
  readonly applies: (item: Item) => boolean;
  /** 0..12 */
  readonly months: number;
  readonly year: number;
  /** 'YYYY-MM-DD': before the year is over nobody is held to have done nothing in it. */
  readonly today: string;
}

/** Applies a scheme to what was found of one subject. The order of the steps is told in engine.ts. */
export function tally(scheme: Scheme, tallied: Tallied): SubjectResult {
  const byItem = groupBy(tallied.findings, ({ item }) => item);
  const { lines, came } = linesOf(scheme, tallied, byItem);
  keepHighest(scheme, lines);
  const linesByItem = groupBy(lines, ({ item }) => item);
  for (const item of scheme.items) limitItem(scheme, item, linesByItem.get(item.code) ?? [], tallied.months);
  const sections = new SectionTally(scheme, lines, tallied.months);
  const results = scheme.sections
    .filter(({ parent }) => parent === undefined)
    .map((section) => sections.close(section));
  const reached = toHundredths(scheme.base) + results.reduce((sum, { counted }) => sum + counted, 0);
  const { min, max } = scheme.total;
  const total = bounded(reached, limitOf(min), limitOf(max));
  if (total !== reached) {
    const words = total < reached ? `总分最多${pointsInWords(max ?? 0)}分` : `总分不低于${pointsInWords(min ?? 0)}分`;
    balance(lines, sumOf(lines) + total - reached, words, {
      key: `balance//${tallied.subject}`,
      item: 'total',
      section: '',
    });
  }
  const vetoes = vetoesOf(scheme, tallied, byItem, came);
  const points = fromHundredths(total);
  const grade = scheme.grades.find(({ atLeast }) => points >= atLeast) ?? scheme.grades.at(-1);
  return {
    subject: tallied.subject,
    total: points,
    base: scheme.base,
    sections: sections.results(),
    entries: lines
      .filter(({ points: worth, counted, shownAtNothing }) => worth !== 0 || counted !== 0 || shownAtNothing)
      .map((line) => entryOf(line, tallied.subject)),
    grade: (vetoes.length > 0 ? scheme.grades.at(-1) : grade)?.label ?? '',
    vetoes,
    months: tallied.months,
  };
}

const limitOf = (points: number | undefined): number | undefined =>
  points === undefined ? undefined : toHundredths(points);

type ByItem = ReadonlyMap<string, readonly Finding[]>;

/** Lines in the order of the items, each item by day; and the items of which anything came at all. */
function linesOf(scheme: Scheme, tallied: Tallied, byItem: ByItem): { lines: Line[]; came: ReadonlySet<string> } {
  const came = new Set<string>();
  const { subject, year } = tallied;
  const context = { subject, year, rounding: new Rounding() };
  const found = new Map<string, Line[]>();
  for (const item of scheme.items) {
    if (!tallied.applies(item)) continue;
    const findings = byItem.get(item.code) ?? [];
    const byHand = findings.filter(({ manual }) => manual);
    const own = findings.filter(({ manual }) => !manual);
    const set = judgesSets(item.trigger) ? setLine(item, item.trigger, own, context) : undefined;
    if (judgesSets(item.trigger) ? (set?.share ?? 0) > 0 : own.length > 0) came.add(item.code);
    if (byHand.some(({ reversedBy }) => reversedBy === undefined)) came.add(item.code);
    const single = judgesSets(item.trigger) ? [] : own;
    found.set(item.code, [...single, ...byHand].map((finding) => lineOf(item, finding)).concat(set ? [set.line] : []));
  }
  if (came.size > 0) {
    for (const item of scheme.items) {
      const { trigger } = item;
      const asks = trigger.type === 'share' && trigger.empty === 'full' && tallied.applies(item);
      if (asks && !byItem.get(item.code)?.some(({ manual }) => !manual))
        found.get(item.code)?.push(emptyLine(item, subject));
    }
  }
  for (const item of scheme.items) {
    const { trigger } = item;
    if (trigger.type !== 'none' || !tallied.applies(item) || trigger.of.some((code) => came.has(code))) continue;
    found.get(item.code)?.push(nothingLine(item, tallied));
  }
  return { lines: [...found.values()].flatMap((lines) => lines.sort(byDay)), came };
}

const isOver = ({ year, today }: Pick<Tallied, 'year' | 'today'>): boolean => today > `${year}-12-31`;

function nothingLine(item: Item, tallied: Tallied): Line {
  const points = toHundredths(item.points);
  const over = isOver(tallied);
  return {
    item: item.code,
    section: item.section,
    key: `${item.code}//${tallied.subject}`,
    day: '',
    points,
    counted: over ? points : 0,
    dead: !over,
    reasons: over ? [] : ['年度还没有结束，到年底仍没有的才计'],
    sources: [],
    note: undefined,
    manual: false,
  };
}

/** Of one record only the highest item of a group counts, by size: of deductions the heaviest. */
function keepHighest({ items }: Scheme, lines: readonly Line[]): void {
  const groups = new Map(
    items.flatMap(({ code, exclusive, trigger }) =>
      trigger.type !== 'record' || exclusive === undefined ? [] : [[code, exclusive] as const],
    ),
  );
  const together = groupBy(
    lines.filter(({ item, manual, dead, sources }) => groups.has(item) && !manual && !dead && sources.length === 1),
    ({ item, sources }) => `${groups.get(item)}/${sources[0]?.kind}/${sources[0]?.id}`,
  );
  for (const rivals of together.values()) {
    const best = rivals.reduce((top, line) => (Math.abs(line.points) > Math.abs(top.points) ? line : top));
    for (const line of rivals)
      if (line !== best && line.points !== 0) leaveOut(line, `同一事项按${best.item}计，不重复计分`);
  }
}

/** startAt, then limit, then the cap of the item. */
function limitItem(scheme: Scheme, item: Item, own: readonly Line[], months: number): void {
  if (own.length === 0) return;
  const alive = () => own.filter(({ dead }) => !dead);
  const { startAt = 1, limit, unit } = item;
  for (const line of alive().slice(0, startAt - 1)) leaveOut(line, `从第${startAt}${unit}起计`);
  if (limit !== undefined) {
    const ranked = alive().sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || byDay(a, b));
    for (const line of ranked.slice(limit)) leaveOut(line, `只计${limit}${unit}`);
  }
  const section = scheme.sections.find(({ id }) => id === item.section);
  const cap = prorated(item.cap, scheme, section?.kind, months);
  if (cap === undefined) return;
  const words = `${item.code}最多${pointsInWords(fromHundredths(cap))}分${monthsWords(scheme, section?.kind, months)}`;
  cutTo(own, bounded(sumOf(own), -cap, cap), words);
}

/** 折算: what can be earned shrinks with the months served; what can be lost does not. */
function prorated(
  points: number | undefined,
  { prorate }: Scheme,
  kind: Section['kind'] | undefined,
  months: number,
): number | undefined {
  if (points === undefined) return undefined;
  return toHundredths(prorate && kind !== 'deduction' ? (points * months) / 12 : points);
}

const monthsWords = ({ prorate }: Scheme, kind: Section['kind'] | undefined, months: number): string =>
  prorate && kind !== 'deduction' && months < 12 ? `（任职${months}个月折算）` : '';

/** What no line can carry becomes a line of its own, so that the ledger always adds up to the total. */
function balance(
  lines: Line[],
  target: number,
  reason: string,
  line: Pick<Line, 'key' | 'item' | 'section'>,
  own = lines,
): void {
  const rest = cutTo(own, target, reason);
  if (rest === 0) return;
  lines.push({
    ...line,
    day: '',
    points: 0,
    counted: rest,
    dead: false,
    reasons: [reason],
    sources: [],
    note: undefined,
    manual: false,
  });
}

/** Closes sections from the inside out. Amounts are hundredths. */
class SectionTally {
  readonly #scheme: Scheme;
  readonly #lines: Line[];
  readonly #months: number;
  readonly #closed = new Map<string, SectionResult>();

  constructor(scheme: Scheme, lines: Line[], months: number) {
    this.#scheme = scheme;
    this.#lines = lines;
    this.#months = months;
  }

  close(section: Section): { readonly counted: number; readonly ids: readonly string[] } {
    const inner = this.#scheme.sections.filter(({ parent }) => parent === section.id).map((one) => this.close(one));
    const ids = [section.id, ...inner.flatMap((one) => one.ids)];
    const direct = sumOf(this.#lines.filter((line) => line.section === section.id));
    const start = this.#prorated(section, section.start) ?? 0;
    const cap = this.#prorated(section, section.cap);
    const raw = start + direct + inner.reduce((sum, { counted }) => sum + counted, 0);
    const deducts = section.kind === 'deduction';
    const floor = section.floor === undefined ? undefined : toHundredths(section.floor);
    const counted = bounded(raw, deducts && cap !== undefined ? -cap : floor, deducts ? undefined : cap);
    if (counted !== raw) this.#cut(section, ids, counted - raw, cap);
    this.#closed.set(section.id, {
      id: section.id,
      raw: fromHundredths(raw),
      counted: fromHundredths(counted),
      ...(section.start === undefined ? {} : { start: fromHundredths(start) }),
      ...(cap === undefined ? {} : { cap: fromHundredths(cap) }),
    });
    return { counted, ids };
  }

  results(): readonly SectionResult[] {
    return this.#scheme.sections.flatMap(({ id }) => this.#closed.get(id) ?? []);
  }

  #prorated(section: Section, points: number | undefined): number | undefined {
    return prorated(points, this.#scheme, section.kind, this.#months);
  }

  #cut(section: Section, ids: readonly string[], by: number, cap: number | undefined): void {
    const own = this.#lines.filter((line) => ids.includes(line.section));
    const words =
      by < 0 || section.kind === 'deduction'
        ? `${section.label}最多${section.kind === 'deduction' ? '扣' : ''}${pointsInWords(fromHundredths(cap ?? 0))}分${monthsWords(this.#scheme, section.kind, this.#months)}`
        : section.floor === 0
          ? `${section.label}扣完为止`
          : `${section.label}不低于${pointsInWords(section.floor ?? 0)}分`;
    const line = { key: `balance/${section.id}`, item: section.id, section: section.id };
    balance(this.#lines, sumOf(own) + by, words, line, own);
  }
}

function vetoesOf(
  scheme: Scheme,
  tallied: Tallied,
  byItem: ByItem,
  came: ReadonlySet<string>,
): SubjectResult['vetoes'] {
  return scheme.vetoes.flatMap(({ id, label, trigger, times }) => {
    if (trigger.type === 'none') {
      return isOver(tallied) && !trigger.of.some((code) => came.has(code)) ? [{ label, sources: [] }] : [];
    }
    const code = trigger.type === 'manual' ? id : vetoCode(id);
    const found = (byItem.get(code) ?? []).filter(({ reversedBy }) => reversedBy === undefined);
    return found.length >= times
      ? [{ label, sources: found.map(({ kind, id: source }) => ({ kind, id: source })) }]
      : [];
  });
}
