/**
 * The body of an imported document, a meeting's minutes or a chapter: plain structure without layout.
 * It is what is stored, searched by paragraph, edited in the page and turned into paper.
 */
export interface Body {
  readonly blocks: readonly BodyBlock[];
}

export type BodyBlock = Heading | Paragraph | ListBlock | Table | Figure;

export interface Heading {
  readonly type: 'heading';
  /** 1 the highest. */
  readonly level: 1 | 2 | 3 | 4;
  readonly text: readonly Span[];
}

export interface Paragraph {
  readonly type: 'paragraph';
  /** quote 引文, verse 诗行 (line breaks kept), byline 署名, caption 图注. Plain text when absent. */
  readonly role?: 'quote' | 'verse' | 'byline' | 'caption';
  readonly align?: 'center' | 'right';
  readonly text: readonly Span[];
}

export interface ListBlock {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly (readonly Span[])[];
}

export interface Table {
  readonly type: 'table';
  /** How many of the first rows are heading rows. */
  readonly headRows: number;
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly text: readonly Span[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

export interface Figure {
  readonly type: 'figure';
  /** Content address of the picture in the library. */
  readonly sha256: string;
  readonly name: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly caption?: string;
}

/** A run of text of one appearance. A note stands at the end of its span. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Text of a footnote that is anchored after this span. */
  readonly note?: string;
}

/** Body made of plain paragraphs, one a line; blank lines are dropped. */
export function bodyFromText(text: string): Body {
  const blocks: Paragraph[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const trimmed = line.trim();
    if (trimmed) blocks.push({ type: 'paragraph', text: [{ text: trimmed }] });
  }
  return { blocks };
}

/** The characters of some spans, without their notes. */
export function spansText(spans: readonly Span[]): string {
  let text = '';
  for (const span of spans) text += span.text;
  return text;
}

/**
 * The text of each block, one string a block (cells of a table are joined by tabs, rows and items by newlines,
 * footnotes follow on lines of their own). Index n belongs to block n.
 */
export function blockTexts(body: Body): string[] {
  return body.blocks.map(blockText);
}

export function blockText(block: BodyBlock): string {
  const notes: string[] = [];
  const read = (spans: readonly Span[]): string => {
    for (const span of spans) if (span.note) notes.push(span.note);
    return spansText(spans);
  };
  let text: string;
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      text = read(block.text);
      break;
    case 'list':
      text = block.items.map(read).join('\n');
      break;
    case 'table':
      text = block.rows.map((row) => row.map((cell) => read(cell.text)).join('\t')).join('\n');
      break;
    case 'figure':
      text = block.caption ?? '';
      break;
  }
  return notes.length > 0 ? `${text}\n${notes.join('\n')}` : text;
}

/** The whole body as plain text, one block a line. */
export function bodyText(body: Body): string {
  return blockTexts(body).join('\n');
}

/** Characters as Chinese publishing counts them: everything but white space. */
export function countCharacters(body: Body): number {
  return [...bodyText(body).replace(/\s/gu, '')].length;
}
