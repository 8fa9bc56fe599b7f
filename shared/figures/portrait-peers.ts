import type { StoredRecord } from '../records/record.ts';
import { type Scheme, type Section, SUBJECT_KINDS } from '../scoring/scheme.ts';
import type { SectionResult, SubjectResult } from '../scoring/score-result.ts';
import { type Cell, type ChartData, countCell, type FigurePair, median, type Piece } from './portrait.ts';
import { WORK_SECTIONS } from './portrait-member.ts';

/** Counts of all members by section, as countDeeds has them. */
type Counts = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** The sides of the radar where no scheme is in force. */
const SIDES: readonly string[] = ['attended', 'speeches', 'proposals', 'opinions', 'suggestions', 'contributions'];

const OWN_AND_MEDIAN = (peers: string): ChartData['series'] => [
  { id: 'own', label: '本人' },
  { id: 'median', label: `${peers}中位数`, measure: 'median' },
];

const pieceOf = ({ kind, id }: StoredRecord, note: string): Piece => ({ kind, id, note });

function medianCell(peers: readonly StoredRecord[], numberOf: (peer: StoredRecord) => number, unit: string): Cell {
  const numbers = peers.map((peer) => ({ peer, number: numberOf(peer) }));
  numbers.sort((a, b) => b.number - a.number);
  return {
    figure: median(numbers.map(({ number }) => number)),
    pieces: numbers.map(({ peer, number }) => pieceOf(peer, `${number} ${unit}`)),
  };
}

/**
 * What the member did beside the median of the peers (the same 界别), ledger by ledger. Each side reaches to twice the
 * median or to the member's own number, whichever is more.
 */
export function radarOfCounts(
  pairs: readonly FigurePair[],
  peers: readonly StoredRecord[],
  peersLabel: string,
  counts: Counts,
): ChartData {
  return {
    id: 'radar',
    title: '履职均衡',
    rule: `当年各台账的条数，与当年在任的${peersLabel}委员的中位数对照；每一边最远是中位数的两倍，本人更多的以本人为准`,
    unit: '次（件）',
    measure: 'count',
    series: OWN_AND_MEDIAN(peersLabel),
    lines: SIDES.flatMap((id) => {
      const own = pairs.find((pair) => pair.id === id);
      if (!own) return [];
      const middle = medianCell(peers, (peer) => counts.get(peer.id)?.[id] ?? 0, own.unit);
      const most = Math.max(1, own.now.figure, middle.figure * 2);
      return [{ key: id, label: own.label, most, cells: [own.now, middle] }];
    }),
  };
}

/**
 * The sections of a scheme that are shown: the outer ones, and instead of one that only holds others those it holds
 * (基础分 → 会议, 提案 …). Every point stands in exactly one of them.
 */
export function shownSections({ sections, items }: Scheme): readonly Section[] {
  const hasOwn = new Set(items.map(({ section }) => section));
  const open = (section: Section): readonly Section[] => {
    const inner = sections.filter(({ parent }) => parent === section.id);
    const whole = inner.length === 0 || hasOwn.has(section.id) || section.start !== undefined;
    return whole ? [section] : inner.flatMap(open);
  };
  return sections.filter(({ parent }) => parent === undefined).flatMap(open);
}

/** The sides of the radar by a scheme: what can give points. A radar of two sides would be a line. */
export function radarSections(scheme: Scheme): readonly Section[] {
  const giving = shownSections(scheme).filter(({ kind }) => kind !== 'deduction');
  return giving.length >= FEWEST_SIDES ? giving : [];
}

const FEWEST_SIDES = 3;

const partOf = (result: SubjectResult | undefined, section: string): SectionResult | undefined =>
  result?.sections.find(({ id }) => id === section);

/**
 * What a section adds to the total: its entries and what it began with. Less than the section's own result where the
 * total as a whole is held at its lowest or highest.
 */
export function sectionPoints(scheme: Scheme, result: SubjectResult | undefined, id: string): number {
  if (!result) return 0;
  const inside = within(scheme, id);
  const codes = new Set(scheme.items.filter(({ section }) => inside.has(section)).map(({ code }) => code));
  const entries = result.entries.reduce((sum, { item, counted }) => sum + (codes.has(item) ? counted : 0), 0);
  const starts = result.sections.reduce((sum, one) => sum + (inside.has(one.id) ? (one.start ?? 0) : 0), 0);
  return Math.round((entries + starts) * 100) / 100;
}

/** Points of the sections of a scheme, beside the median of the peers. */
export function radarOfScores(
  scheme: Scheme,
  resultOf: (member: string) => SubjectResult | undefined,
  member: string,
  peers: readonly StoredRecord[],
  peersLabel: string,
): ChartData {
  const own = resultOf(member);
  const judged = peers.filter(({ id }) => resultOf(id) !== undefined);
  return {
    id: 'radar',
    title: '各类得分',
    rule: `“${scheme.label}”各类的得分（封顶以后），与当年在任的${peersLabel}委员的中位数对照；每一边最远是这一类的封顶分`,
    unit: '分',
    measure: 'points',
    series: OWN_AND_MEDIAN(peersLabel),
    lines: radarSections(scheme).map(({ id, label, cap }) => {
      const part = partOf(own, id);
      const middle = medianCell(judged, (peer) => sectionPoints(scheme, resultOf(peer.id), id), '分');
      const mine: Cell = { figure: sectionPoints(scheme, own, id), pieces: sectionPieces(scheme, own, id) };
      const most = part?.cap ?? cap ?? Math.max(1, mine.figure, middle.figure * 2);
      return { key: id, label, most, cells: [mine, middle] };
    }),
  };
}

/** Sections inside a section, with itself. */
function within({ sections }: Scheme, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const section of sections) if (section.parent && found.has(section.parent)) found.add(section.id);
  }
  return found;
}

/** The records behind the points of a section, each once, with what each item gave for it. */
export function sectionPieces(scheme: Scheme, result: SubjectResult | undefined, section?: string): Piece[] {
  const inside = section === undefined ? undefined : within(scheme, section);
  const items = new Map(
    scheme.items.filter((item) => !inside || inside.has(item.section)).map((item) => [item.code, item]),
  );
  const found = new Map<string, { kind: string; id: string; on: string; notes: string[] }>();
  for (const entry of result?.entries ?? []) {
    const item = items.get(entry.item);
    if (!item) continue;
    const words = `${item.label} ${entry.counted} 分${entry.reason ? `（${entry.reason}）` : ''}`;
    // What came of nothing (既无提案也无社情民意) has no record but the subject itself.
    const sources =
      entry.sources.length > 0 ? entry.sources : [{ kind: SUBJECT_KINDS[scheme.audience], id: entry.subject }];
    // An entry over a whole set is one statement: its points stand with its first record only.
    sources.forEach(({ kind, id }, index) => {
      const key = `${kind}/${id}`;
      const known = found.get(key) ?? { kind, id, on: entry.day, notes: [] };
      known.notes.push(index === 0 ? words : `${item.label}，合并计分`);
      found.set(key, known);
    });
  }
  return [...found.values()].map(({ notes, ...piece }) => ({ ...piece, note: notes.join('；') }));
}

/** All work of a year in one number: sections of work added up. */
export const workTotal = (counts: Readonly<Record<string, number>> | undefined): number =>
  WORK_SECTIONS.reduce((sum, id) => sum + (counts?.[id] ?? 0), 0);

/** Where somebody stands among others: those ahead and himself, out of all that are compared. */
export interface Standing {
  readonly id: string;
  /** 全体委员, 界别, 街道 */
  readonly label: string;
  readonly place: Cell;
  readonly all: Cell;
}

/**
 * The place of a member among some: one after those with more. Members with the same number share a place.
 * @param numberOf points, or work done; undefined: not compared (不参加计分)
 */
export function standingOf(
  id: string,
  label: string,
  member: StoredRecord,
  among: readonly StoredRecord[],
  numberOf: (id: string) => number | undefined,
  unit: string,
): Standing | undefined {
  const own = numberOf(member.id);
  if (own === undefined) return undefined;
  const compared = among
    .flatMap((one) => {
      const number = numberOf(one.id);
      return number === undefined ? [] : [{ one, number }];
    })
    .sort((a, b) => b.number - a.number);
  const words = ({ one, number }: (typeof compared)[number]) => pieceOf(one, `${number} ${unit}`);
  const ahead = compared.filter(({ number }) => number > own);
  const self = compared.filter(({ one }) => one.id === member.id);
  if (self.length === 0) return undefined;
  return { id, label, place: countCell([...ahead, ...self].map(words)), all: countCell(compared.map(words)) };
}
