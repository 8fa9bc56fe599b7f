import { occurrences, type Places, placesOf } from './context.ts';
import type { FoundNumber } from './found-number.ts';
import { unitFit, unitOf } from './measure-units.ts';

/** What of a figure is needed to find it in a text. */
export interface Findable {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly cues?: readonly string[] | undefined;
}

export interface Candidate {
  readonly figure: string;
  readonly score: number;
}

/** Below this a number stays 未对上: better no answer than a wrong one. */
const LEAST = 2;
/** A single thing told in characters (召开一次) must be certain, or it is only a way of speaking. */
const LEAST_FOR_ONE = 4;

/** Further words beside the best one: 主题教育 before 调研报告 says more than a longer name of the report. */
const FURTHER = 0.7;

/** How much a cue says by where it stands to the number. */
const NEAR = { next: 1.6, clause: 1, before: 0.5, after: 0.3, earlier: 0.2, heading: 0.15 } as const;

/** Characters on either side that are looked at: further words belong to something else. */
const WITHIN = 300;

/** Words of a book's or paper's name are about the paper, not about what is counted. */
const IN_TITLE = 0.3;

export interface Text {
  readonly text: string;
  readonly places: Places;
  /** The headings above it. */
  readonly heading: string;
  readonly numbers: readonly FoundNumber[];
}

/** The texts numbers stand in, each read once. */
export function textsOf(paragraphs: readonly string[], numbers: readonly FoundNumber[]): readonly Text[] {
  const counted = new Map<number, FoundNumber[]>();
  for (const number of numbers) {
    if (number.notCounted !== undefined) continue;
    const own = counted.get(number.paragraph);
    if (own) own.push(number);
    else counted.set(number.paragraph, [number]);
  }
  let heading = '';
  return paragraphs.map((text, paragraph) => {
    const read = { text, places: placesOf(text), heading, numbers: counted.get(paragraph) ?? [] };
    if (isHeading(text)) heading = text;
    return read;
  });
}

const isHeading = (text: string): boolean => text !== '' && text.length <= 40 && !/[。；！？]$/u.test(text);

/**
 * Which figures a number may be, best first. Never by its value: by the unit, and by the words (cues) around it, the
 * nearest the most. Words that belong to another number of the same clause count less.
 */
export function candidatesOf(
  number: FoundNumber,
  texts: readonly Text[],
  figures: readonly Findable[],
): readonly Candidate[] {
  const whole = texts[number.paragraph];
  if (!whole) return [];
  const isNear = ({ start, end }: FoundNumber) => end > number.start - WITHIN && start < number.end + WITHIN;
  const text = { ...whole, numbers: whole.numbers.filter(isNear) };
  const least = (number.han && number.n === 1 && number.scale === 1) || number.word === '首次' ? LEAST_FOR_ONE : LEAST;
  return figures
    .map((figure) => ({ figure: figure.id, score: scoreOf(number, figure, text) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.figure.localeCompare(b.figure));
}

function scoreOf(number: FoundNumber, figure: Findable, text: Text): number {
  const fit = unitFit(number.unit, unitOf(figure.unit).word);
  if (fit === 0) return 0;
  const cues = [...new Set([...(figure.cues ?? []), figure.label])];
  const found = cues
    .map((cue) => ({ cue, weight: telling(cue) * nearness(cue, number, text) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  // A word inside a longer one that was found too says nothing more: 信息 in 收集信息.
  const apart = found.filter(
    ({ cue }, index) => !found.some((other, at) => at !== index && other.cue !== cue && other.cue.includes(cue)),
  );
  const [best, ...others] = apart;
  if (!best) return 0;
  return fit * (best.weight + FURTHER * others.reduce((sum, { weight }) => sum + weight, 0));
}

/** A long cue says more than a short one, 2.7 to 6. */
const telling = (cue: string): number => Math.min(2 + [...cue].length * 0.7, 6);

/** The best of all places where the cue stands, 0 to 1.6. */
function nearness(cue: string, number: FoundNumber, text: Text): number {
  let best: number = text.heading.includes(cue) ? NEAR.heading : 0;
  const { sentenceOf, clauseOf } = text.places;
  const from = Math.max(0, number.start - WITHIN);
  for (const found of occurrences(text.text.slice(from, number.end + WITHIN), cue)) {
    const at = from + found;
    const end = at + cue.length;
    if (sentenceOf(at) !== sentenceOf(number.start)) {
      if (at < number.start) best = Math.max(best, NEAR.earlier);
      continue;
    }
    const before = end <= number.start;
    const apart = before ? NEAR.before : NEAR.after;
    const base = clauseOf(at) === clauseOf(number.start) ? sameClause(at, end, number, text) : apart;
    const titled = text.places.isTitle(at) ? IN_TITLE : 1;
    best = Math.max(best, base * titled * distanceShare(at, end, number));
  }
  return best;
}

function sameClause(at: number, end: number, number: FoundNumber, text: Text): number {
  if (isNounOf(at, number, text)) return NEAR.next;
  if (text.numbers.some((other) => other !== number && isNounOf(at, other, text))) return NEAR.clause * 0.35;
  const [from, to] = end <= number.start ? [end, number.start] : [number.end, at];
  const between = text.numbers.some((other) => other !== number && other.start >= from && other.end <= to);
  return NEAR.clause * (between ? 0.6 : 1);
}

/** The noun right behind a number is what it counts: 27个项目, 20家企业, 35万字的… A unit that names it has no other. */
function isNounOf(at: number, number: FoundNumber, { places }: Text): boolean {
  const named = number.unit.length > 1;
  const within = at >= number.end - number.unit.length && at <= number.end + (named ? -1 : 1);
  return within && at > number.start && places.clauseOf(at) === places.clauseOf(number.end - 1);
}

/** Of two words in one clause the nearer tells more. */
function distanceShare(at: number, end: number, number: FoundNumber): number {
  const gap = end <= number.start ? number.start - end : Math.max(0, at - number.end);
  return Math.max(0.7, 1 - gap * 0.012);
}
