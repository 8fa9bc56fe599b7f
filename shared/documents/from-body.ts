import type { Body, BodyBlock, Span } from '../text/body.ts';
import { spansText } from '../text/body.ts';
import { hanNumber } from '../text/numerals.ts';
import type { DocumentBlock, DocumentTable, ParagraphRole, Run, Source } from './model.ts';

const PARAGRAPH_ROLES: Readonly<Record<string, ParagraphRole>> = {
  quote: 'quote',
  verse: 'quote',
  byline: 'byline',
  caption: 'caption',
};

const HEADING_ROLES = ['heading1', 'heading2', 'heading3', 'heading4'] as const;

export function runsOf(spans: readonly Span[], source?: Source): Run[] {
  return spans
    .filter((span) => span.text || span.note)
    .map(({ text, bold, italic, underline, note }) => ({
      text,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(underline ? { underline } : {}),
      ...(note ? { note } : {}),
      ...(source ? { source } : {}),
    }));
}

/** Whether a heading already carries its number: 一、 （一） 1. 第一章. */
export function isNumbered(text: string): boolean {
  return /^\s*(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百]+[)）]|\d+[.．、]|[（(]\d+[)）]|第[一二三四五六七八九十百\d]+[章节条])/u.test(
    text,
  );
}

/** Number of a heading of 公文 at its level: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3). */
export function headingNumber(level: 1 | 2 | 3 | 4, n: number): string {
  switch (level) {
    case 1:
      return `${hanNumber(n)}、`;
    case 2:
      return `（${hanNumber(n)}）`;
    case 3:
      return `${n}.`;
    case 4:
      return `（${n}）`;
  }
}

/** Blocks of a document out of a stored text. Headings without a number get one when `counter` is given. */
export function blocksFromBody(body: Body, source?: Source, counter?: { next: number }): DocumentBlock[] {
  const counts = [0, 0, 0, 0];
  return body.blocks.flatMap((block): DocumentBlock[] => {
    if (block.type !== 'heading') return blocksOf(block, source);
    const text = spansText(block.text);
    let number = '';
    if (counter) {
      for (let deeper = block.level; deeper < 4; deeper += 1) counts[deeper] = 0;
      const at = block.level - 1;
      counts[at] = (counts[at] ?? 0) + 1;
      const n = block.level === 1 ? counter.next++ : (counts[at] ?? 1);
      if (!isNumbered(text)) number = headingNumber(block.level, n);
    }
    const runs = runsOf(block.text, source);
    const role = HEADING_ROLES[block.level - 1] ?? 'heading4';
    return [{ type: 'paragraph', role, runs: number ? [{ text: number }, ...runs] : runs, ...about(source) }];
  });
}

const about = (source: Source | undefined) => (source ? { source } : {});

function blocksOf(block: Exclude<BodyBlock, { type: 'heading' }>, source: Source | undefined): DocumentBlock[] {
  switch (block.type) {
    case 'paragraph': {
      const role = PARAGRAPH_ROLES[block.role ?? ''] ?? (block.align === 'right' ? 'byline' : 'body');
      return [{ type: 'paragraph', role, runs: runsOf(block.text, source), ...about(source) }];
    }
    case 'list':
      return block.items.map((item, index) => {
        const runs = runsOf(item, source);
        const marked = block.ordered ? [{ text: `${index + 1}.` }, ...runs] : runs;
        return { type: 'paragraph', role: 'body', runs: marked, ...about(source) };
      });
    case 'table':
      return [tableOf(block, source)];
    case 'figure':
      return [
        {
          type: 'figure',
          sha256: block.sha256,
          name: block.name,
          ...(block.width ? { width: block.width } : {}),
          ...(block.height ? { height: block.height } : {}),
          ...(block.caption ? { caption: block.caption } : {}),
          ...about(source),
        },
      ];
  }
}

function tableOf(block: Extract<BodyBlock, { type: 'table' }>, source: Source | undefined): DocumentTable {
  const width = (row: (typeof block.rows)[number]) => row.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0);
  const columns = Math.max(1, ...block.rows.map(width));
  // Columns share the width by their longest text, none less than a third of the widest.
  const lengths = Array.from({ length: columns }, (_, column) =>
    Math.max(2, ...block.rows.map((row) => Math.min(30, [...spansText(row[column]?.text ?? [])].length))),
  );
  const widest = Math.max(...lengths);
  return {
    type: 'table',
    columns: lengths.map((length) => ({ width: Math.max(length, widest / 3) })),
    headRows: Math.min(block.headRows, block.rows.length),
    rows: block.rows.map((row) =>
      row.map((cell) => ({
        runs: runsOf(cell.text, source),
        ...(cell.colSpan ? { colSpan: cell.colSpan } : {}),
        ...(cell.rowSpan ? { rowSpan: cell.rowSpan } : {}),
      })),
    ),
    ...about(source),
  };
}
