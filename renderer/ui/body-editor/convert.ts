import type { JSONContent } from '@tiptap/core';
import type { Body, BodyBlock, Cell, Paragraph, Span } from '../../../shared/text/body.ts';

/**
 * The stored body as the editor's document and back. What the editor cannot hold does not exist in a body, so that
 * opening and saving a text changes nothing: bodyOf(docOf(body)) equals body (tested).
 */
export function docOf(body: Body | undefined): JSONContent {
  const content = (body?.blocks ?? []).map(nodeOf);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function nodeOf(block: BodyBlock): JSONContent {
  switch (block.type) {
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, content: inlineOf(block.text) };
    case 'paragraph':
      return {
        type: 'paragraph',
        attrs: { role: block.role ?? null, align: block.align ?? null },
        content: inlineOf(block.text),
      };
    case 'list':
      return {
        type: block.ordered ? 'orderedList' : 'bulletList',
        content: block.items.map((item) => ({
          type: 'listItem',
          content: [{ type: 'paragraph', content: inlineOf(item) }],
        })),
      };
    case 'table':
      return {
        type: 'table',
        content: block.rows.map((row, index) => ({
          type: 'tableRow',
          content: row.map((cell) => ({
            type: index < block.headRows ? 'tableHeader' : 'tableCell',
            attrs: { colspan: cell.colSpan ?? 1, rowspan: cell.rowSpan ?? 1 },
            content: [{ type: 'paragraph', content: inlineOf(cell.text) }],
          })),
        })),
      };
    case 'figure': {
      const { type: _type, ...attrs } = block;
      return { type: 'figure', attrs };
    }
  }
}

function inlineOf(spans: readonly Span[]): JSONContent[] {
  return spans.flatMap((span) => {
    const marks = (['bold', 'italic', 'underline'] as const).filter((mark) => span[mark]).map((type) => ({ type }));
    const parts: JSONContent[] = [];
    span.text.split('\n').forEach((text, index) => {
      if (index > 0) parts.push({ type: 'hardBreak', ...(marks.length > 0 ? { marks } : {}) });
      if (text) parts.push({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) });
    });
    if (span.note) parts.push({ type: 'note', attrs: { text: span.note } });
    return parts;
  });
}

/** The body of what stands in the editor; an empty editor gives no body at all. */
export function bodyOf(doc: JSONContent): Body | undefined {
  const blocks = (doc.content ?? []).flatMap(blocksOf);
  while (blocks.length > 0 && isEmptyParagraph(blocks[blocks.length - 1])) blocks.pop();
  return blocks.length > 0 ? { blocks } : undefined;
}

function isEmptyParagraph(block: BodyBlock | undefined): boolean {
  return block?.type === 'paragraph' && block.text.every((span) => span.text.trim() === '' && !span.note);
}

function blocksOf(node: JSONContent): BodyBlock[] {
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', level: levelOf(node.attrs?.level), text: spansOf(node.content) }];
    case 'paragraph': {
      const paragraph: Paragraph = {
        type: 'paragraph',
        ...(isRole(node.attrs?.role) ? { role: node.attrs.role } : {}),
        ...(node.attrs?.align === 'center' || node.attrs?.align === 'right' ? { align: node.attrs.align } : {}),
        text: spansOf(node.content),
      };
      return isEmptyParagraph(paragraph) ? [] : [paragraph];
    }
    case 'bulletList':
    case 'orderedList':
      return [{ type: 'list', ordered: node.type === 'orderedList', items: itemsOf(node) }];
    case 'table':
      return [tableOf(node)];
    case 'figure':
      return figureOf(node);
    case 'blockquote':
      return (node.content ?? [])
        .flatMap(blocksOf)
        .map((block) => (block.type === 'paragraph' ? { ...block, role: 'quote' as const } : block));
    default:
      return node.content ? node.content.flatMap(blocksOf) : [];
  }
}

/** An item that holds another list is read as the items one after another: bodies have one level of list. */
function itemsOf(list: JSONContent): Span[][] {
  return (list.content ?? []).flatMap((item) =>
    (item.content ?? []).flatMap((part) =>
      part.type === 'bulletList' || part.type === 'orderedList' ? itemsOf(part) : [spansOf(part.content)],
    ),
  );
}

function tableOf(node: JSONContent): BodyBlock {
  const rows = (node.content ?? []).map((row) => ({
    head: (row.content ?? []).length > 0 && (row.content ?? []).every((cell) => cell.type === 'tableHeader'),
    cells: (row.content ?? []).map(cellOf),
  }));
  const firstPlain = rows.findIndex((row) => !row.head);
  return { type: 'table', headRows: firstPlain === -1 ? rows.length : firstPlain, rows: rows.map((row) => row.cells) };
}

function cellOf(node: JSONContent): Cell {
  const paragraphs = (node.content ?? []).map((part) => spansOf(part.content));
  const text = paragraphs.flatMap((spans, index) => (index === 0 ? spans : [{ text: '\n' }, ...spans]));
  const colSpan = Number(node.attrs?.colspan ?? 1);
  const rowSpan = Number(node.attrs?.rowspan ?? 1);
  return { text: joined(text), ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
}

function figureOf(node: JSONContent): BodyBlock[] {
  const { sha256, name, width, height, caption } = node.attrs ?? {};
  if (typeof sha256 !== 'string') return [];
  return [
    {
      type: 'figure',
      sha256,
      name: typeof name === 'string' ? name : '图片',
      ...(typeof width === 'number' ? { width } : {}),
      ...(typeof height === 'number' ? { height } : {}),
      ...(typeof caption === 'string' && caption ? { caption } : {}),
    },
  ];
}

function spansOf(content: readonly JSONContent[] | undefined): Span[] {
  const spans: Span[] = [];
  for (const node of content ?? []) {
    if (node.type === 'note') {
      const note = String(node.attrs?.text ?? '').trim();
      const last = spans.pop();
      if (last && !last.note) spans.push({ ...last, ...(note ? { note } : {}) });
      else {
        if (last) spans.push(last);
        if (note) spans.push({ text: '', note });
      }
      continue;
    }
    const text = node.type === 'hardBreak' ? '\n' : (node.text ?? '');
    const has = (mark: string) => node.marks?.some(({ type }) => type === mark) ?? false;
    if (text)
      spans.push({
        text,
        ...(has('bold') ? { bold: true } : {}),
        ...(has('italic') ? { italic: true } : {}),
        ...(has('underline') ? { underline: true } : {}),
      });
  }
  return joined(spans);
}

/** Neighbours of one appearance become one span, so that typing does not chop a paragraph into crumbs. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result[result.length - 1];
    const alike =
      last && !last.note && last.bold === span.bold && last.italic === span.italic && last.underline === span.underline;
    if (alike)
      result[result.length - 1] = { ...last, text: last.text + span.text, ...(span.note ? { note: span.note } : {}) };
    else result.push(span);
  }
  return result;
}

function levelOf(value: unknown): 1 | 2 | 3 | 4 {
  return value === 2 || value === 3 || value === 4 ? value : 1;
}

function isRole(value: unknown): value is NonNullable<Paragraph['role']> {
  return value === 'quote' || value === 'verse' || value === 'byline' || value === 'caption';
}
