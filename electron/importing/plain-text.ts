import type { BodyBlock } from '../../shared/text/body.ts';
import { isDateline, readByline, readDateLine, readNames, readSource, tailByline } from './byline.ts';
import { type Draft, type DraftBlock, NOTHING_GIVEN } from './draft.ts';
import { endsSentence, isItem, isShortLine, type Line, lengthOf, linesOf, numberedRank } from './lines.ts';
import { mendLines } from './mend.ts';
import { tidySpaces } from './tidy.ts';

/** Reads a plain text: paragraphs with their broken lines mended, headings where they can be told. */
export function readPlainText(text: string): Draft {
  const mended = mendLines(linesOf(text));
  const notes: string[] = [];
  if (mended.mended > 0) notes.push(`断行 ${mended.mended} 处已接续（原件未改）`);
  const blocks = blocksOf(mended.lines, mended.verse);
  return { blocks, notes, given: NOTHING_GIVEN };
}

/** Blocks of mended lines. */
function blocksOf(lines: readonly Line[], verse: ReadonlySet<number>): DraftBlock[] {
  const levels = headingLevels(lines, verse);
  const blocks: DraftBlock[] = [];
  lines.forEach((line, index) => {
    const level = levels.get(index);
    if (level) {
      blocks.push({ block: { type: 'heading', level, text: [{ text: line.text }] }, gap: line.gap });
    } else if (verse.has(index)) {
      addVerse(blocks, line, verse.has(index - 1) && line.gap === 0);
    } else {
      const signed = blocks.at(-1)?.block.type === 'heading' && isSignature(line.text);
      for (const block of paragraphsOf(line)) blocks.push({ block: signed ? asByline(block) : block, gap: line.gap });
    }
  });
  return blocks;
}

/** A name right under a heading: who wrote this part. Two characters without a blank may be a heading as well. */
function isSignature(text: string): boolean {
  return readNames(text) !== undefined && (lengthOf(text) > 2 || /[\s\u3000]/.test(text));
}

const asByline = (block: BodyBlock): BodyBlock => (block.type === 'paragraph' ? { ...block, role: 'byline' } : block);

/** Lines of one stanza stand in one block, so that reader and paper keep them together. */
function addVerse(blocks: DraftBlock[], line: Line, goesOn: boolean): void {
  const previous = blocks.at(-1);
  if (goesOn && previous?.block.type === 'paragraph' && previous.block.role === 'verse') {
    const text = `${previous.block.text[0]?.text ?? ''}\n${line.text}`;
    blocks[blocks.length - 1] = { ...previous, block: { type: 'paragraph', role: 'verse', text: [{ text }] } };
  } else blocks.push({ block: { type: 'paragraph', role: 'verse', text: [{ text: line.text }] }, gap: line.gap });
}

/** A mended line as a paragraph; a byline at its end becomes one of its own. */
export function paragraphsOf(line: Line): BodyBlock[] {
  const text = tidySpaces(line.text);
  if (readByline(text)) return [{ type: 'paragraph', role: 'byline', text: [{ text }] }];
  if (
    /(?:摄|摄影|供图)$/.test(text) &&
    lengthOf(text) <= 120 &&
    /[\s　。]\S{1,12}[\s　]*(?:摄|摄影|供图)$/.test(text)
  ) {
    return [{ type: 'paragraph', role: 'caption', text: [{ text }] }];
  }
  const tail = tailByline(text);
  if (!tail) return [{ type: 'paragraph', text: [{ text }] }];
  return [
    { type: 'paragraph', text: [{ text: text.slice(0, tail.at).trim() }] },
    { type: 'paragraph', role: 'byline', text: [{ text: text.slice(tail.at).trim() }] },
  ];
}

type Level = 1 | 2 | 3 | 4;

/** Rank given to a heading that is only short, not numbered: under 一、 and over （一） is where such lines stand. */
const SHORT_RANK = 4.5;

/** Which lines are headings, and how high: the ranks that occur are numbered from 1. */
function headingLevels(lines: readonly Line[], verse: ReadonlySet<number>): Map<number, Level> {
  const ranks = new Map<number, number>();
  const contents = findContents(lines);
  lines.forEach((line, index) => {
    if (line.level) ranks.set(index, line.level / 10);
    else if (verse.has(index) || contents.has(index)) return;
    else {
      const rank = numberedRank(line.text);
      if (rank !== undefined) ranks.set(index, rank);
      else if (ranks.has(index - 1) && isSignature(line.text)) return;
      else if (isShortHeading(lines, index, verse)) ranks.set(index, SHORT_RANK);
    }
  });
  const present = [...new Set(ranks.values())].sort((a, b) => a - b);
  const levels = new Map<number, Level>();
  for (const [index, rank] of ranks) levels.set(index, Math.min(4, present.indexOf(rank) + 1) as Level);
  return levels;
}

/** Lines of a printed table of contents (第一章 …… 12) look like headings and are none. */
function findContents(lines: readonly Line[]): Set<number> {
  const contents = new Set<number>();
  lines.forEach((line, index) => {
    if (line.text.length <= 200 && /(?:[.．·…]{3,}|\t|\s{2,})\s*\d{1,4}$/.test(line.text)) contents.add(index);
  });
  return contents;
}

/**
 * A short unfinished line over running text. At most three such lines in a row: 引题, 主题, 副题; more of them are
 * a list of names or captions.
 */
function isShortHeading(lines: readonly Line[], index: number, verse: ReadonlySet<number>): boolean {
  if (!canBeHeading(lines[index])) return false;
  const follows = (at: number): boolean => canBeHeading(lines[at]) && !verse.has(at);
  let last = index;
  while (last - index < 3 && follows(last + 1)) last++;
  let first = index;
  while (index - first < 3 && follows(first - 1)) first--;
  const after = lines[last + 1];
  if (last - first >= 3 || !after || verse.has(last + 1)) return false;
  return (
    endsSentence(after.text) ||
    isDateline(after.text) ||
    after.level !== undefined ||
    readByline(after.text) !== undefined
  );
}

function canBeHeading(line: Line | undefined): boolean {
  if (!line || line.level || !isShortLine(line.text) || lengthOf(line.text) < 2) return false;
  const text = line.text;
  return !(
    numberedRank(text) !== undefined ||
    isItem(text) ||
    isDateline(text) ||
    /^[-—=*_#|~]/.test(text) ||
    !/\p{L}/u.test(text) ||
    readByline(text) ||
    readSource(text) ||
    readDateLine(text) ||
    (/[)）]$/.test(text) === true && /^[（(]/.test(text))
  );
}
