import type { Body } from '../../../shared/text/body.ts';

/** A body of plain paragraphs; a line that begins 一、 is a heading. */
export function paragraphs(...lines: readonly string[]): Body {
  return {
    blocks: lines.map((line) =>
      /^[一二三四五六]、/.test(line)
        ? { type: 'heading' as const, level: 1 as const, text: [{ text: line }] }
        : { type: 'paragraph' as const, text: [{ text: line }] },
    ),
  };
}
