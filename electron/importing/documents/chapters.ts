import { type Body, type BodyBlock, blockText, countCharacters } from '../../../shared/text/body.ts';
import { readByline, readNames } from '../byline.ts';
import { numberedRank } from '../lines.ts';
import type { ReadDocument } from '../types.ts';

export interface Chapter {
  readonly title: string;
  /** 辑、编、卷 the chapter stands in. */
  readonly part?: string;
  readonly author?: string;
  readonly body: Body;
}

/**
 * Splits a manuscript into chapters: at 第…章 (回 讲 篇) when it has them, otherwise at its highest headings. What
 * stands before the first of them becomes a chapter of its own. A text without headings is one chapter.
 */
export function chaptersOf(read: ReadDocument): readonly Chapter[] {
  const { blocks } = read.body;
  const rankAt = (index: number): number | undefined => {
    const block = blocks[index];
    return block?.type === 'heading' ? numberedRank(blockText(block)) : undefined;
  };
  const numbered = blocks.some((_, index) => rankAt(index) === 2);
  const parted = blocks.some((_, index) => rankAt(index) === 1);
  const level = highestLevel(blocks, parted);
  const isStart = (block: BodyBlock, index: number): boolean =>
    block.type === 'heading' &&
    (numbered ? rankAt(index) === 2 || isFrame(block) : level !== undefined && block.level === level);
  const chapters: Chapter[] = [];
  let part: string | undefined;
  let open: { title: string; part: string | undefined; blocks: BodyBlock[] } = { title: '', part, blocks: [] };
  const close = (): void => {
    const chapter = finish(open, read);
    if (chapter) chapters.push(chapter);
  };
  blocks.forEach((block, index) => {
    if (rankAt(index) === 1) {
      close();
      part = blockText(block);
      open = { title: '', part, blocks: [] };
    } else if (isStart(block, index)) {
      close();
      open = { title: blockText(block).replace(/\s+/g, ' '), part, blocks: [] };
    } else open.blocks.push(block);
  });
  close();
  return chapters.length === 1 && chapters[0]
    ? [{ ...chapters[0], title: chapters[0].title === FRONT ? read.title : chapters[0].title }]
    : chapters;
}

/** Name of what stands before the first chapter. */
const FRONT = '卷首';

/** 序, 前言, 后记 stand beside numbered chapters. */
function isFrame(block: BodyBlock): boolean {
  return /^(?:序[一二三言]?|自序|代序|前言|引言|导言|绪论|凡例|后记|跋|附录[一二三四五六七八九十\d]?|大事记|编后记|结语|尾声)(?:[\s　：:].{0,30})?$/.test(
    blockText(block).trim(),
  );
}

function highestLevel(blocks: readonly BodyBlock[], parted: boolean): number | undefined {
  const levels = blocks.flatMap((block) =>
    block.type === 'heading' && !(parted && numberedRank(blockText(block)) === 1) ? [block.level] : [],
  );
  return levels.length > 0 ? Math.min(...levels) : undefined;
}

function finish(
  open: { title: string; part: string | undefined; blocks: BodyBlock[] },
  read: ReadDocument,
): Chapter | undefined {
  if (!open.title && open.blocks.length === 0) return undefined;
  if (
    !open.title &&
    countCharacters({ blocks: open.blocks }) === 0 &&
    !open.blocks.some(({ type }) => type === 'figure')
  )
    return undefined;
  const first = open.blocks[0];
  const line = first?.type === 'paragraph' ? blockText(first) : '';
  const byline = open.title ? (readByline(line) ?? readNames(line)) : undefined;
  const blocks = promote(byline ? open.blocks.slice(1) : open.blocks);
  const author = byline?.author ?? (open.title ? undefined : read.author);
  return {
    title: open.title || FRONT,
    ...(open.part ? { part: open.part } : {}),
    ...(author ? { author } : {}),
    body: { blocks },
  };
}

/** Inside a chapter its own headings begin at level 1 again. */
function promote(blocks: readonly BodyBlock[]): readonly BodyBlock[] {
  const highest = Math.min(...blocks.map((block) => (block.type === 'heading' ? block.level : 9)));
  if (highest === 1 || highest === 9) return blocks;
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, level: (block.level - highest + 1) as 1 | 2 | 3 | 4 } : block,
  );
}
