import { type DefaultTreeAdapterTypes as T, defaultTreeAdapter as tree } from 'parse5';
import type { Paragraph, Span } from '../../shared/text/body.ts';
import { tidySpaces } from './tidy.ts';

/** Elements whose content is never text for a reader. */
export const LEFT_OUT = new Set(
  'script style template noscript iframe frame frameset noframes embed applet svg math source track area head link meta base title button input select option optgroup textarea datalist progress meter param'.split(
    ' ',
  ),
);

export type Style = Pick<Span, 'bold' | 'italic' | 'underline'>;

/** The text of a footnote without the arrow back. */
export const footnoteText = (text: string): string =>
  text
    .replace(/\s*↑\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** An item of the list of notes that a Word file's HTML ends with. */
export function isFootnote(node: T.ChildNode): node is T.Element {
  return tree.isElementNode(node) && node.tagName === 'li' && /^(?:foot|end)note-\d+$/.test(attribute(node, 'id'));
}

export function attribute(element: T.Element, name: string): string {
  return element.attrs.find((item) => item.name === name)?.value ?? '';
}

/** All text below a node, without recursion: pages can nest without end. */
export function textOf(element: T.Element): string {
  const parts: string[] = [];
  const stack: T.ChildNode[] = [element];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (tree.isTextNode(node)) parts.push(node.value);
    else if (tree.isElementNode(node) && !LEFT_OUT.has(node.tagName)) stack.push(...[...node.childNodes].reverse());
  }
  return parts.join('');
}

/** Bold, italic and underline an element sets. */
export function styleOf(element: T.Element): Style {
  const css = attribute(element, 'style');
  const tag = element.tagName;
  return {
    ...(tag === 'strong' || tag === 'b' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(css) ? { bold: true } : {}),
    ...(tag === 'em' || tag === 'i' || /font-style\s*:\s*italic/i.test(css) ? { italic: true } : {}),
    ...(tag === 'u' || /text-decoration[^;]*underline/i.test(css) ? { underline: true } : {}),
  };
}

export function alignOf(element: T.Element): Paragraph['align'] {
  const css = /text-align\s*:\s*(center|right)/i.exec(attribute(element, 'style'))?.[1] ?? attribute(element, 'align');
  if (element.tagName === 'center' || /^center$/i.test(css)) return 'center';
  return /^right$/i.test(css) ? 'right' : undefined;
}

/** Trims a run of spans, joins neighbours of one appearance and drops empty ones. */
export function tidySpans(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    const alike =
      last && !last.note && last.bold === span.bold && last.italic === span.italic && last.underline === span.underline;
    if (last && alike)
      result[result.length - 1] = { ...last, text: last.text + span.text, ...(span.note ? { note: span.note } : {}) };
    else result.push(span);
  }
  const first = result[0];
  const end = result.at(-1);
  if (first) result[0] = { ...first, text: first.text.replace(/^[\s\u3000]+/, '') };
  if (end) result[result.length - 1] = { ...(result.at(-1) ?? end), text: (result.at(-1) ?? end).text.trimEnd() };
  return result.map((span) => ({ ...span, text: tidySpaces(span.text) })).filter((span) => span.text || span.note);
}
