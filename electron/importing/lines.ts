/** A line of a plain text with what stood around it; the raw material of paragraphs. */
export interface Line {
  readonly text: string;
  /** Blank lines before it. */
  readonly gap: number;
  /** It began with an indent: two or more blanks, or 　. */
  readonly indented: boolean;
  /** 1 to 6 for a markdown heading (# …). */
  readonly level?: number;
}

/** Han characters, also the rare ones beyond the basic plane. */
export const HAN = /\p{Script=Han}/u;

/** A clause ends inside the line: what running text has and a heading hardly ever has. */
const CLAUSES = /[，,。；;！？!?]/g;
const SENTENCE_END = /[。！？!?；;：:…]$/;
const CLOSERS = /[”’"')）」』》〉】\]]+$/;

/** Lines of a text; blank lines are counted, not kept. Blanks at the end of a line are dropped. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const raw of text.split(/\r\n|\r|\n|\u2028|\u2029|\f/)) {
    // Runs of blanks draw tables with the space bar; kept short, so that no rule has to walk through a million of them.
    const trimmed = raw
      .replace(/[\u200b\ufeff]/g, '')
      .trim()
      .replace(/\s{20,}/g, '    ');
    if (!trimmed) {
      gap++;
      continue;
    }
    lines.push({ text: trimmed, gap, indented: /^(?:\u3000|\s{2,}|\t)/.test(raw) });
    gap = 0;
  }
  return lines;
}

/** Length as Chinese readers count it: every character but blanks. Of very long lines only that they are long matters. */
export function lengthOf(text: string): number {
  return text.length > 2000 ? text.length : [...text.replace(/\s/g, '')].length;
}

/** The line closes a sentence; closing quotes and a bracketed credit after the full stop do not hide it: 。（刘一 王二） */
export function endsSentence(text: string): boolean {
  let rest = text.trimEnd();
  for (;;) {
    if (SENTENCE_END.test(rest) || /——$/.test(rest)) return true;
    const bracket = /[（(][^（()）]{1,40}[)）]$/.exec(rest);
    if (bracket && SENTENCE_END.test(rest.slice(0, bracket.index).trimEnd().replace(CLOSERS, ''))) return true;
    const shorter = rest.replace(CLOSERS, '').trimEnd();
    if (shorter === rest) return false;
    rest = shorter;
  }
}

/** Clause marks inside the line, its last character left out. */
export function clauseMarks(text: string): number {
  return text.slice(0, -1).match(CLAUSES)?.length ?? 0;
}

/** Reads like part of a paragraph, not like a heading, a caption or a list of names. */
export function isRunningText(text: string): boolean {
  const marks = clauseMarks(text);
  return (
    /[。；;！？]/.test(text.slice(0, -1)) || marks >= 2 || (marks >= 1 && lengthOf(text) >= 25) || /[。]$/.test(text)
  );
}

/** A line that may be a heading: short, unfinished, one clause mark at most. */
export function isShortLine(text: string): boolean {
  return lengthOf(text) <= 40 && !endsSentence(text) && clauseMarks(text) <= 1 && !/[，,、]$/.test(text);
}

const ORDINAL = '[一二三四五六七八九十百零〇两\\d]+';
const RANKS: readonly (readonly [rank: number, pattern: RegExp])[] = [
  [1, new RegExp(`^第${ORDINAL}[编卷部](?![分门队长])(?=$|[\\s　:：·])`)],
  [2, new RegExp(`^(?:第${ORDINAL}(?:[章回讲]|篇)(?=$|[^，,。]))`)],
  [3, new RegExp(`^第${ORDINAL}(?:节|部分)(?=$|[^，,。目])`)],
  [4, /^[一二三四五六七八九十]{1,3}、/],
  [5, /^[（(][一二三四五六七八九十]{1,3}[)）]/],
];

/** Rank of a numbered heading, 1 the highest (编 章 节 一、（一）); undefined for everything else. */
export function numberedRank(text: string): number | undefined {
  if (lengthOf(text) > 45 || /[。；;，,、]$/.test(text) || /[。；;]/.test(text)) return undefined;
  for (const [rank, pattern] of RANKS) if (pattern.test(text)) return rank;
  return undefined;
}

/** Begins like an item of a list: 1. ① ● - */
export function isItem(text: string): boolean {
  return /^(?:[●○◆◇■□▲△★☆•·▪➢✓※]|[-*+]\s|\d{1,3}[.．、)）](?!\d)|[（(]\d{1,3}[)）]|[①-⑳㈠-㈩])/.test(text);
}
