import type { StoredRecord } from '../records/record.ts';
import type { Scheme, Section } from '../scoring/scheme.ts';
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

/** The sides of the radar by a scheme: sections that can give points, the outer ones where there are enough. */
export function scoredSections({ sections }: Scheme): readonly Section[] {
  const giving = sections.filter(({ kind }) => kind !== 'deduction');
  const outer = giving.filter(({ parent }) => parent === undefined);
  if (outer.length >= ENOUGH) return outer;
  const isParent = new Set(giving.map(({ parent }) => parent));
  return giving.filter(({ id }) => !isParent.has(id));
}

/** A radar of two sides is a line. */
const ENOUGH = 3;

const pointsOf = (result: SubjectResult | undefined, section: string): SectionResult | undefined =>
  result?.sections.find(({ id }) => id === section);

/** Points of the sections of a scheme, beside the median of the peers. */
export function radarOfScores(
  scheme: Scheme,
  resultOf: (member: string) => SubjectResult | undefined,
  member: string,
  peers: readonly StoredRecord[],
  peersLabel: string,
): ChartData {
  const own = resultOf(member);
  return {
    id: 'radar',
    title: '各类得分',
    rule: `“${scheme.label}”各类的得分（封顶以后），与当年在任的${peersLabel}委员的中位数对照；每一边最远是这一类的封顶分`,
    unit: '分',
    measure: 'points',
    series: OWN_AND_MEDIAN(peersLabel),
    lines: scoredSections(scheme).map(({ id, label, cap }) => {
      const part = pointsOf(own, id);
      const middle = medianCell(peers, (peer) => pointsOf(resultOf(peer.id), id)?.counted ?? 0, '分');
      const mine: Cell = { figure: part?.counted ?? 0, pieces: sectionPieces(scheme, own, id) };
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
    // An entry over a whole set is one statement: its points stand with its first record only.
    entry.sources.forEach(({ kind, id }, index) => {
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
