import { type ParagraphChild, XmlAttributeComponent, XmlComponent } from 'docx';
import { bookmarkName } from '../../../shared/documents/trace/basis.ts';
import type { Ink } from './runs.ts';

class Attributes extends XmlAttributeComponent<{ readonly id: number; readonly name?: string }> {
  protected override readonly xmlKeys = { id: 'w:id', name: 'w:name' };
}

class Edge extends XmlComponent {
  constructor(
    element: 'w:bookmarkStart' | 'w:bookmarkEnd',
    attributes: { readonly id: number; readonly name?: string },
  ) {
    super(element);
    this.root.push(new Attributes(attributes));
  }
}

/** Far above the ids of the places a table of contents leads to. */
const FIRST = 1_000_000;

/** Ids are given in the order of writing, not drawn: the same model gives the same file. */
export const newMarks = (): { next: number } => ({ next: FIRST });

/**
 * Children of a paragraph between the edges of a hidden bookmark that says which block, or which cell, it is; Word and
 * WPS keep it when they save. Without marks the children alone.
 */
export function marked(
  children: readonly ParagraphChild[],
  place: { readonly block: number; readonly row?: number; readonly cell?: number } | undefined,
  { marks }: Ink,
): ParagraphChild[] {
  if (!marks || !place || children.length === 0) return [...children];
  const id = marks.next;
  marks.next += 1;
  const start = new Edge('w:bookmarkStart', { id, name: bookmarkName(place.block, place.row, place.cell) });
  const end = new Edge('w:bookmarkEnd', { id });
  return [start as unknown as ParagraphChild, ...children, end as unknown as ParagraphChild];
}
