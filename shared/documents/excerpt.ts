import type { Body, BodyBlock, Paragraph } from '../text/body.ts';
import { blockText, spansText } from '../text/body.ts';

const length = (block: BodyBlock): number => [...blockText(block).replace(/\s/gu, '')].length;

/**
 * The opening of a text, about `characters` long: whole paragraphs as long as they fit, the last one cut after a
 * sentence. Pictures and tables are left out, and so is a heading with nothing under it.
 */
export function excerpt(body: Body, characters: number): Body {
  const blocks: BodyBlock[] = [];
  let used = 0;
  for (const block of body.blocks) {
    if (block.type === 'figure' || block.type === 'table') continue;
    if (block.type === 'paragraph' && block.role === 'caption') continue;
    const size = length(block);
    if (used + size > characters) {
      if (block.type === 'paragraph') {
        const cut = firstSentences(block, characters - used);
        if (cut) blocks.push(cut);
        else if (used === 0) blocks.push(block);
      }
      break;
    }
    blocks.push(block);
    used += size;
  }
  while (blocks.at(-1)?.type === 'heading') blocks.pop();
  return { blocks };
}

/** As many whole sentences as fit; undefined when not even one does. */
function firstSentences(paragraph: Paragraph, characters: number): Paragraph | undefined {
  const text = spansText(paragraph.text);
  let end = 0;
  for (const match of text.matchAll(/[。！？]+[”’）》]*/gu)) {
    const at = match.index + match[0].length;
    if ([...text.slice(0, at).replace(/\s/gu, '')].length > characters) break;
    end = at;
  }
  if (end === 0) return undefined;
  const spans: Paragraph['text'][number][] = [];
  let at = 0;
  for (const span of paragraph.text) {
    const rest = end - at;
    at += span.text.length;
    if (rest <= 0) break;
    if (span.text.length <= rest) spans.push(span);
    else {
      const { note: _, ...plain } = span;
      spans.push({ ...plain, text: span.text.slice(0, rest) });
    }
  }
  return { ...paragraph, text: spans };
}
