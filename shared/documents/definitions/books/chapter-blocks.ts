import { asBody, isBlankBody } from '../../../records/body-shape.ts';
import { textOf } from '../../../records/read-value.ts';
import type { StoredRecord } from '../../../records/record.ts';
import { type Body, spansText } from '../../../text/body.ts';
import { blocksFromBody } from '../../from-body.ts';
import type { DocumentBlock, DocumentFigure, DocumentParagraph, Finding, Source } from '../../model.ts';
import * as say from '../../wording.ts';

export interface ChapterText {
  readonly blocks: readonly DocumentBlock[];
  readonly findings: readonly Finding[];
}

/** Numbers of pictures and tables of a chapter: 图3-1, 表3-1. */
interface Counts {
  figures: number;
  tables: number;
}

/**
 * A chapter as it stands in a book: title, author, text with numbered captions, who the author is.
 * @param number of the chapter in its book, from 1; leads the numbers of pictures and tables.
 */
export function chapterBlocks(chapter: StoredRecord, number: number): ChapterText {
  const { values } = chapter;
  const title = textOf(values, 'title').trim();
  const author = textOf(values, 'author').trim();
  const note = textOf(values, 'authorNote').trim();
  const source = say.sourceOf(chapter, 'body');
  const stored = asBody(values.body);
  const body = stored && !isBlankBody(stored) ? withoutTitle(stored, title) : undefined;
  const findings: Finding[] = [];
  if (!body) {
    findings.push({ severity: 'error', message: `“${title || '未命名的篇目'}”还没有正文。`, source });
  }
  const { blocks, unnamed } = captioned(body ? blocksFromBody(levelled(body), source) : [], number, source);
  if (unnamed > 0) {
    findings.push({ severity: 'warning', message: `“${title}”有${unnamed}幅图没有图注，排出来没有图号。`, source });
  }
  return {
    blocks: [
      say.blank(),
      say.paragraph('chapterTitle', title || '（未命名）', say.sourceOf(chapter, 'title')),
      ...(author ? [say.paragraph('byline', author, say.sourceOf(chapter, 'author'))] : []),
      say.blank(),
      ...blocks,
      ...(note
        ? [say.paragraph('byline', `（${note.replace(/^（|）$/gu, '')}）`, say.sourceOf(chapter, 'authorNote'))]
        : []),
    ],
    findings,
  };
}

/** An imported text often begins with its own title, which the chapter already has. */
function withoutTitle(body: Body, title: string): Body {
  const [first, ...rest] = body.blocks;
  const same = first?.type === 'heading' && spansText(first.text).replace(/\s/gu, '') === title.replace(/\s/gu, '');
  return same ? { blocks: rest } : body;
}

/** Headings begin with the highest level, whatever level they had in the file they come from. */
function levelled(body: Body): Body {
  const levels = body.blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
  const highest = Math.min(...levels);
  if (levels.length === 0 || highest === 1) return body;
  return {
    blocks: body.blocks.map((block) =>
      block.type === 'heading' ? { ...block, level: Math.max(1, block.level - highest + 1) as 1 | 2 | 3 | 4 } : block,
    ),
  };
}

const NUMBERED = /^[图表]\s*\d+(?:[-–—.．]\d+)?[\s\u3000：:、.．]*/u;

/** Gives captions their numbers: under pictures, above tables; a paragraph marked as caption beside one belongs to it. */
function captioned(
  blocks: readonly DocumentBlock[],
  chapter: number,
  source: Source,
): { blocks: DocumentBlock[]; unnamed: number } {
  const counts: Counts = { figures: 0, tables: 0 };
  const result: DocumentBlock[] = [];
  let unnamed = 0;
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    const next = blocks[index + 1];
    if (block.type === 'figure') {
      const under = block.caption ?? (isCaption(next) ? say.runsText(next.runs) : '');
      if (!under.trim()) unnamed += 1;
      result.push(namedFigure(block, under, chapter, counts));
    } else if (isCaption(block)) {
      // Taken up by the picture above it, or standing over a table.
      if (before?.type === 'figure' && !before.caption) return;
      if (next?.type === 'table') {
        counts.tables += 1;
        const text = say.runsText(block.runs).replace(NUMBERED, '').trim();
        result.push(say.paragraph('tableTitle', `表${chapter}-${counts.tables}\u3000${text}`, source));
      } else {
        result.push(block);
      }
    } else {
      result.push(block.type === 'table' ? { ...block, size: 9 } : block);
    }
  });
  return { blocks: result, unnamed };
}

const isCaption = (block: DocumentBlock | undefined): block is DocumentParagraph =>
  block?.type === 'paragraph' && block.role === 'caption';

function namedFigure(figure: DocumentFigure, caption: string, chapter: number, counts: Counts): DocumentFigure {
  const text = caption.replace(NUMBERED, '').trim();
  if (!text) return figure;
  counts.figures += 1;
  return { ...figure, caption: `图${chapter}-${counts.figures}\u3000${text}` };
}
