import type { JSONContent } from '@tiptap/core';
import { type Form, placeOf, segmentsOf } from '../../../shared/figures/reports/index.ts';

/** One line of the stored text as what the editor holds; what names no known form stays text and is told in the list. */
export function inlineOf(line: string): JSONContent[] {
  return segmentsOf(line).flatMap((segment): JSONContent[] => {
    if (segment.type === 'text') return [{ type: 'text', text: segment.text }];
    if (segment.strange !== undefined) return [{ type: 'text', text: line.slice(segment.start, segment.end) }];
    return [{ type: 'reportFigure', attrs: { figure: segment.figure, form: segment.form } }];
  });
}

const paragraphOf = (line: string): JSONContent => {
  const content = inlineOf(line);
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
};

export const docOf = (text: string): JSONContent => ({
  type: 'doc',
  content: text.split('\n').map(paragraphOf),
});

/** What is inserted at the caret: a sentence goes into the line, several lines become paragraphs. */
export function insertionOf(text: string): JSONContent[] {
  const lines = text.split(/\r?\n/u).filter((line, index, all) => line !== '' || all.length === 1 || index > 0);
  return lines.length > 1 ? lines.map(paragraphOf) : inlineOf(lines[0] ?? '');
}

/** The editor's document as the text that is stored. */
export const textOf = (doc: JSONContent): string => (doc.content ?? []).map(lineOf).join('\n');

const lineOf = (paragraph: JSONContent): string =>
  (paragraph.content ?? [])
    .map(({ type, text, attrs }) =>
      type === 'reportFigure' ? placeOf(String(attrs?.figure ?? ''), (attrs?.form ?? '') as Form) : (text ?? ''),
    )
    .join('');
