import { diffArrays, diffChars } from 'diff';

/** A run of characters of a paragraph, and whether the other version has it. */
export interface DifferencePiece {
  readonly text: string;
  readonly changed: boolean;
}

/** Two versions side by side: a line has its left, its right, or both. */
export interface DifferenceLine {
  readonly type: 'same' | 'changed' | 'added' | 'removed';
  readonly before?: readonly DifferencePiece[];
  readonly after?: readonly DifferencePiece[];
}

/** Share of the shorter paragraph's character pairs the other must have, for the two to be one that was changed. */
const ALIKE = 0.5;
/** Longer paragraphs are compared as wholes: character by character would keep the screen waiting. */
const LONGEST = 6000;
/** A run of this many characters or fewer between two changes is noise: 的 and 和 occur everywhere. */
const NOISE = 1;

/**
 * Compares two texts paragraph by paragraph (Myers), then character by character within paragraphs that were changed.
 * Joined again, the left sides are exactly `before`, the right sides exactly `after`.
 */
export function differenceOf(before: readonly string[], after: readonly string[]): DifferenceLine[] {
  const lines: DifferenceLine[] = [];
  let removed: readonly string[] = [];
  const flush = (added: readonly string[]) => {
    lines.push(...paired(removed, added));
    removed = [];
  };
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) {
      flush([]);
      removed = part.value;
    } else if (part.added) flush(part.value);
    else {
      flush([]);
      for (const text of part.value) lines.push({ type: 'same', before: [plain(text)], after: [plain(text)] });
    }
  }
  flush([]);
  return lines;
}

const plain = (text: string): DifferencePiece => ({ text, changed: false });
const marked = (text: string): DifferencePiece => ({ text, changed: true });
const gone = (text: string): DifferenceLine => ({ type: 'removed', before: [marked(text)] });
const fresh = (text: string): DifferenceLine => ({ type: 'added', after: [marked(text)] });

/** Paragraphs taken out beside those put in at the same place: each finds the next one that is alike, in order. */
function paired(removed: readonly string[], added: readonly string[]): DifferenceLine[] {
  const lines: DifferenceLine[] = [];
  let next = 0;
  for (const text of removed) {
    let at = -1;
    let best = ALIKE;
    for (let index = next; index < added.length; index++) {
      const share = likenessOf(text, added[index] ?? '');
      if (share >= best && (at < 0 || share > best)) {
        best = share;
        at = index;
      }
    }
    if (at < 0) {
      lines.push(gone(text));
      continue;
    }
    for (const one of added.slice(next, at)) lines.push(fresh(one));
    lines.push(changedLine(text, added[at] ?? ''));
    next = at + 1;
  }
  for (const one of added.slice(next)) lines.push(fresh(one));
  return lines;
}

/**
 * Share of the shorter text's character pairs that the other has, 0..1: blind to single common characters, and a
 * sentence stays the same one however much was put into it.
 */
export function likenessOf(a: string, b: string): number {
  const left = pairsOf(a);
  const right = pairsOf(b);
  if (left.size === 0 || right.size === 0) return a === b ? 1 : 0;
  let common = 0;
  for (const pair of left) if (right.has(pair)) common += 1;
  return common / Math.min(left.size, right.size);
}

function pairsOf(text: string): Set<string> {
  const characters = [...text];
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
}

function changedLine(before: string, after: string): DifferenceLine {
  if (before.length > LONGEST || after.length > LONGEST)
    return { type: 'changed', before: [marked(before)], after: [marked(after)] };
  const left: DifferencePiece[] = [];
  const right: DifferencePiece[] = [];
  const parts = diffChars(before, after);
  parts.forEach((part, index) => {
    const noise =
      !part.added &&
      !part.removed &&
      part.value.length <= NOISE &&
      index > 0 &&
      index < parts.length - 1 &&
      parts[index - 1]?.added === true;
    if (!part.added) put(left, part.value, part.removed === true || noise);
    if (!part.removed) put(right, part.value, part.added === true || noise);
  });
  return { type: 'changed', before: left, after: right };
}

/** Runs of one appearance become one piece. */
function put(pieces: DifferencePiece[], text: string, changed: boolean): void {
  const last = pieces.at(-1);
  if (last?.changed === changed) pieces[pieces.length - 1] = { text: last.text + text, changed };
  else pieces.push({ text, changed });
}
