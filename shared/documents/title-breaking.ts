/**
 * Where a title too long for one line is broken: between words, its lines about equally long (GB/T 9704-2012, 7.3.1:
 * 回行时做到词意完整，排列对称，长短适宜). Words come from Intl.Segmenter; without it lines break where they are full.
 */

/** Words that lean on the one before them: a line does not begin with them. */
const LEANING = new Set([
  '的',
  '了',
  '和',
  '与',
  '及',
  '或',
  '之',
  '等',
  '者',
  '性',
  '化',
  '们',
  '中',
  '上',
  '下',
  '后',
]);
const CLOSING = /^[\p{Pe}\p{Pf}、，。；：！？）》〉」』】〕]/u;
const OPENING = /[\p{Ps}\p{Pi}（《〈「『【〔]$/u;

interface Boundary {
  /** UTF-16 offset. */
  readonly at: number;
  /** Share of the whole width before it. */
  readonly width: number;
}

let segmenter: Intl.Segmenter | undefined;

function boundariesOf(text: string, widthOf: (part: string) => number): Boundary[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const found: Boundary[] = [];
  let width = 0;
  let before = '';
  for (const { segment, index } of segmenter.segment(text)) {
    const leans = LEANING.has(segment) || CLOSING.test(segment) || OPENING.test(before);
    if (index > 0 && !leans) found.push({ at: index, width });
    width += widthOf(segment);
    before = segment;
  }
  return found;
}

/**
 * @param widthOf width of a part in points.
 * @param room width of a line in points.
 * @returns offsets where new lines begin; none when the text fits or brings its own line ends.
 */
export function titleBreaks(text: string, widthOf: (part: string) => number, room: number): number[] {
  const total = widthOf(text);
  if (total <= room || text.includes('\n') || typeof Intl.Segmenter !== 'function') return [];
  const boundaries = boundariesOf(text, widthOf);
  for (let lines = Math.ceil(total / room); lines <= Math.ceil(total / room) + 1; lines += 1) {
    const best = divide(boundaries, total, lines, room);
    if (best) return best;
  }
  return [];
}

/** The division into so many lines whose lengths differ least; undefined when no line may be that short. */
function divide(boundaries: readonly Boundary[], total: number, lines: number, room: number): number[] | undefined {
  const target = total / lines;
  const stops: readonly Boundary[] = [{ at: 0, width: 0 }, ...boundaries, { at: -1, width: total }];
  const last = stops.length - 1;
  type Way = { readonly cost: number; readonly breaks: readonly number[] };
  let ways = new Map<number, Way>([[0, { cost: 0, breaks: [] }]]);
  for (let line = 1; line <= lines; line += 1) {
    const next = new Map<number, Way>();
    for (const [from, way] of ways) {
      for (let to = from + 1; to <= last; to += 1) {
        if ((to === last) !== (line === lines)) continue;
        const width = (stops[to]?.width ?? 0) - (stops[from]?.width ?? 0);
        if (width > room) break;
        const cost = way.cost + (width - target) ** 2;
        const known = next.get(to);
        if (known && known.cost <= cost) continue;
        next.set(to, { cost, breaks: to === last ? way.breaks : [...way.breaks, stops[to]?.at ?? 0] });
      }
    }
    ways = next;
  }
  const best = ways.get(last);
  return best ? [...best.breaks] : undefined;
}
