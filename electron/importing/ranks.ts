import { blockText } from '../../shared/text/body.ts';
import type { DraftBlock } from './draft.ts';
import { clauseMarks, endsSentence, lengthOf, numberedRank } from './lines.ts';

type Level = 1 | 2 | 3 | 4;

/**
 * Turns paragraphs into headings. `ranks` gives paragraphs (by index) their rank, 1 the highest; headings that are
 * there keep theirs above all guesses.
 */
export function applyRanks(blocks: readonly DraftBlock[], ranks: ReadonlyMap<number, number>): DraftBlock[] {
  const all = new Map<number, number>();
  blocks.forEach(({ block, title }, index) => {
    if (title) return;
    if (block.type === 'heading') all.set(index, block.level / 10);
    const rank = ranks.get(index);
    if (rank !== undefined && block.type === 'paragraph') all.set(index, rank);
  });
  const present = [...new Set(all.values())].sort((a, b) => a - b);
  return blocks.map((entry, index) => {
    const rank = all.get(index);
    const { block } = entry;
    if (rank === undefined || (block.type !== 'paragraph' && block.type !== 'heading')) return entry;
    const level = Math.min(4, present.indexOf(rank) + 1) as Level;
    const text = block.type === 'heading' ? block.text : block.text.map(({ bold: _, ...span }) => span);
    return { ...entry, block: { type: 'heading', level, text } };
  });
}

/** Ranks of paragraphs that are numbered as headings: 第一章, 一、, （一）. */
export function numberedRanks(blocks: readonly DraftBlock[]): Map<number, number> {
  const ranks = new Map<number, number>();
  blocks.forEach(({ block }, index) => {
    if (block.type !== 'paragraph' || block.role) return;
    const rank = numberedRank(blockText(block));
    if (rank !== undefined) ranks.set(index, rank);
  });
  return ranks;
}

/** Ranks of short lines that are bold throughout and close no sentence: the headings of writers who know no styles. */
export function boldRanks(blocks: readonly DraftBlock[]): Map<number, number> {
  const ranks = new Map<number, number>();
  blocks.forEach(({ block }, index) => {
    if (block.type !== 'paragraph' || block.role) return;
    const text = blockText(block);
    const bold = block.text.every((span) => span.bold || !span.text.trim());
    const short = lengthOf(text) >= 2 && lengthOf(text) <= 40;
    if (bold && short && !endsSentence(text) && clauseMarks(text) <= 2) ranks.set(index, 4.5);
  });
  return ranks;
}
