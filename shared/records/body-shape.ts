import type { Body, BodyBlock, Cell, Span } from '../text/body.ts';
import { isValues } from './read-value.ts';

const ROLES: readonly unknown[] = ['quote', 'verse', 'byline', 'caption'];
const ALIGNS: readonly unknown[] = ['center', 'right'];

/** The value as a Body if every part of it has the shape of shared/text/body.ts; otherwise undefined. */
export function asBody(value: unknown): Body | undefined {
  return isValues(value) && Array.isArray(value.blocks) && value.blocks.every(isBlock)
    ? (value as unknown as Body)
    : undefined;
}

/** A body an empty editor leaves behind: no character, no picture, no table. */
export function isBlankBody(body: Body): boolean {
  return body.blocks.every((block) => {
    if (block.type === 'figure' || block.type === 'table') return false;
    const runs = block.type === 'list' ? block.items.flat() : block.text;
    return runs.every((span) => span.text.trim() === '' && !span.note);
  });
}

function isBlock(block: unknown): block is BodyBlock {
  if (!isValues(block)) return false;
  switch (block.type) {
    case 'heading':
      return [1, 2, 3, 4].includes(block.level as number) && isSpans(block.text);
    case 'paragraph':
      return (
        (block.role === undefined || ROLES.includes(block.role)) &&
        (block.align === undefined || ALIGNS.includes(block.align)) &&
        isSpans(block.text)
      );
    case 'list':
      return typeof block.ordered === 'boolean' && Array.isArray(block.items) && block.items.every(isSpans);
    case 'table':
      return (
        isCount(block.headRows, 0) &&
        Array.isArray(block.rows) &&
        block.rows.every((row) => Array.isArray(row) && row.every(isCell))
      );
    case 'figure':
      return (
        isAddress(block.sha256) &&
        typeof block.name === 'string' &&
        isSize(block.width) &&
        isSize(block.height) &&
        (block.caption === undefined || typeof block.caption === 'string')
      );
    default:
      return false;
  }
}

function isCell(cell: unknown): cell is Cell {
  return (
    isValues(cell) &&
    isSpans(cell.text) &&
    (cell.colSpan === undefined || isCount(cell.colSpan, 1)) &&
    (cell.rowSpan === undefined || isCount(cell.rowSpan, 1))
  );
}

function isSpans(spans: unknown): spans is readonly Span[] {
  return Array.isArray(spans) && spans.every(isSpan);
}

function isSpan(span: unknown): span is Span {
  return (
    isValues(span) &&
    typeof span.text === 'string' &&
    (span.note === undefined || typeof span.note === 'string') &&
    [span.bold, span.italic, span.underline].every((flag) => flag === undefined || typeof flag === 'boolean')
  );
}

export function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

const isCount = (value: unknown, least: number): boolean => Number.isInteger(value) && (value as number) >= least;
const isSize = (value: unknown): boolean => value === undefined || (typeof value === 'number' && value >= 0);
