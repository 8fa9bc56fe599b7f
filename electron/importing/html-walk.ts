import { type DefaultTreeAdapterTypes as T, defaultTreeAdapter as tree } from 'parse5';
import type { BodyBlock, Paragraph, Span } from '../../shared/text/body.ts';
import type { DraftBlock } from './draft.ts';
import {
  alignOf,
  attribute,
  footnoteText,
  isFootnote,
  LEFT_OUT,
  type Style,
  styleOf,
  textOf,
  tidySpans,
} from './html-node.ts';
import { readTable } from './html-table.ts';
import { recognisePicture } from './picture.ts';
import type { ExtractedPicture } from './types.ts';

export interface HtmlOptions {
  /** Pictures that the writer of the HTML has put aside, by their src. */
  readonly pictures?: ReadonlyMap<string, ExtractedPicture>;
  /** The HTML was made from Word: #footnote-… links are footnotes, and headings are told by the layout instead. */
  readonly notes?: boolean;
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table ul caption tr td th tbody thead tfoot'.split(
    ' ',
  ),
);
/** Deeper than any page written by hand; below it only the text is taken, without its structure. */
const DEEPEST = 300;
const MOST_PICTURES = 2000;

type Role = Paragraph['role'];

/** Collects the blocks of a parsed page. */
export class HtmlWalk {
  private readonly options: HtmlOptions;
  private readonly blocks: DraftBlock[] = [];
  private readonly pictures = new Map<string, ExtractedPicture>();
  private readonly footnotes = new Map<string, string>();
  private spans: Span[] = [];
  private style: Style = {};
  private align: Paragraph['align'];
  private role: Role;
  private heading: 0 | 1 | 2 | 3 | 4 = 0;
  private items: Span[][] | undefined;
  private gap = 1;
  private outside = 0;
  private unshown = 0;

  constructor(options: HtmlOptions) {
    this.options = options;
  }

  read(document: T.Document): void {
    if (this.options.notes) this.collectFootnotes(document);
    this.children(document, 0);
    this.flush();
  }

  finish(): { blocks: DraftBlock[]; notes: string[]; pictures: ExtractedPicture[] } {
    const notes: string[] = [];
    if (this.outside > 0) notes.push(`${this.outside} 个外部图片未取（只在原网页或原文件夹里，程序不联网）`);
    if (this.unshown > 0) notes.push(`${this.unshown} 个图片格式不能显示，未取；原件中仍有`);
    return { blocks: this.blocks, notes, pictures: [...this.pictures.values()] };
  }

  private children(node: T.ParentNode, depth: number): void {
    for (const child of node.childNodes) this.node(child, depth);
  }

  private node(node: T.ChildNode, depth: number): void {
    if (tree.isTextNode(node)) this.text(node.value);
    else if (!tree.isElementNode(node) || LEFT_OUT.has(node.tagName)) return;
    else if (depth > DEEPEST) this.text(textOf(node));
    else this.element(node, depth + 1);
  }

  private element(element: T.Element, depth: number): void {
    const tag = element.tagName;
    if (tag === 'br') this.break();
    else if (tag === 'img') this.picture(element);
    else if (tag === 'table') this.table(element, depth);
    else if (tag === 'ul' || tag === 'ol' || tag === 'menu') this.list(element, depth, tag === 'ol');
    else if (tag === 'pre') this.preformatted(element);
    else if (BLOCKS.has(tag)) this.block(element, depth);
    else if (!(this.options.notes && tag === 'sup' && this.footnote(element))) this.inline(element, depth);
  }

  private inline(element: T.Element, depth: number): void {
    const style = this.style;
    this.style = { ...style, ...styleOf(element) };
    this.children(element, depth);
    this.style = style;
  }

  private block(element: T.Element, depth: number): void {
    const { style, align, role, heading } = this;
    this.flush();
    this.style = { ...style, ...styleOf(element) };
    this.align = alignOf(element) ?? align;
    if (element.tagName === 'blockquote') this.role = 'quote';
    if (element.tagName === 'figcaption' || element.tagName === 'caption') this.role = 'caption';
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (level) this.heading = Math.min(4, Number(level)) as 1 | 2 | 3 | 4;
    this.children(element, depth);
    this.flush();
    Object.assign(this, { style, align, role, heading });
  }

  private text(value: string): void {
    // Line breaks inside Chinese text are the editor's, not the writer's.
    const text = value
      .replace(/(?<=[\u2e80-\uffef])[ \t]*[\r\n\f]+[ \t]*(?=[\u2e80-\uffef])/g, '')
      .replace(/[ \t\r\n\f\u00a0]+/g, ' ');
    if (text) this.spans.push({ text, ...this.style });
  }

  private break(): void {
    if (this.items) this.text(' ');
    else {
      this.flush();
      this.gap = 0;
    }
  }

  /** Ends the paragraph in hand. */
  private flush(): void {
    const text = tidySpans(this.spans);
    this.spans = [];
    if (text.length === 0) return;
    if (this.items) {
      const last = this.items.at(-1);
      if (last) last.push(...(last.length > 0 ? [{ text: ' ' }] : []), ...text);
      return;
    }
    const figure = this.blocks.at(-1)?.block;
    if (this.role === 'caption' && figure?.type === 'figure' && !figure.caption) {
      this.blocks[this.blocks.length - 1] = {
        block: { ...figure, caption: text.map((span) => span.text).join('') },
        gap: 1,
      };
      return;
    }
    this.push(
      this.heading
        ? { type: 'heading', level: this.heading, text }
        : {
            type: 'paragraph',
            ...(this.role ? { role: this.role } : {}),
            ...(this.align ? { align: this.align } : {}),
            text,
          },
    );
  }

  private push(block: BodyBlock): void {
    this.blocks.push({ block, gap: this.gap });
    this.gap = 1;
  }

  private list(element: T.Element, depth: number, ordered: boolean): void {
    // Word's footnotes arrive as a list at the end; they already stand at their anchors.
    if (this.options.notes && ordered && element.childNodes.some(isFootnote)) return;
    const outer = this.items;
    this.flush();
    const items: Span[][] = outer ?? [];
    this.items = items;
    for (const child of element.childNodes) {
      if (tree.isElementNode(child) && child.tagName === 'li') {
        items.push([]);
        this.children(child, depth);
        this.flush();
      } else this.node(child, depth);
    }
    this.spans = [];
    this.items = outer;
    const full = items.filter((item) => item.length > 0);
    if (!outer && full.length > 0) this.push({ type: 'list', ordered, items: full });
  }

  private table(element: T.Element, depth: number): void {
    this.flush();
    const table = readTable(element, (cell) => this.cell(cell, depth));
    if (table === 'layout') this.children(element, depth);
    else if (table) this.push(table);
  }

  /** The text of a cell: its paragraphs in one run, parted by line ends. */
  private cell(cell: T.Element, depth: number): Span[] {
    const outer = { items: this.items, spans: this.spans, style: this.style };
    this.items = [[]];
    this.spans = [];
    this.style = {};
    this.children(cell, depth);
    this.flush();
    const text = this.items[0] ?? [];
    Object.assign(this, outer);
    return text;
  }

  private preformatted(element: T.Element): void {
    this.flush();
    for (const line of textOf(element).split(/\r\n|\r|\n/)) {
      this.text(line);
      this.flush();
      this.gap = 0;
    }
    this.gap = 1;
  }

  private picture(element: T.Element): void {
    const src = attribute(element, 'src');
    const alt = attribute(element, 'alt').replace(/\s+/g, ' ').trim();
    const known = this.options.pictures?.get(src);
    const picture = known ?? this.inlinePicture(src);
    if (!picture) {
      if (/^data:/i.test(src) || src.startsWith('unshown:')) this.unshown++;
      else if (src) this.outside++;
      return;
    }
    this.pictures.set(picture.sha256, picture);
    const { items } = this;
    // A picture inside a list or a cell stands after it: cells and items hold text only.
    this.items = undefined;
    const spans = this.spans;
    if (!items) this.flush();
    this.push({
      type: 'figure',
      sha256: picture.sha256,
      name: picture.name,
      ...(picture.width && picture.height ? { width: picture.width, height: picture.height } : {}),
      ...(alt && alt.length <= 200 && !/[\\/]|\.(?:png|jpe?g|gif|bmp)$/i.test(alt) ? { caption: alt } : {}),
    });
    if (items) this.spans = spans;
    this.items = items;
  }

  private inlinePicture(src: string): ExtractedPicture | undefined {
    const match = /^data:image\/(?:png|jpe?g|gif|bmp|webp);base64,([A-Za-z0-9+/=\s]+)$/i.exec(src);
    if (!match?.[1] || this.pictures.size >= MOST_PICTURES) return undefined;
    return recognisePicture(new Uint8Array(Buffer.from(match[1], 'base64')), `图片${this.pictures.size + 1}`);
  }

  private collectFootnotes(document: T.Document): void {
    const stack: T.ParentNode[] = [document];
    for (let node = stack.pop(); node; node = stack.pop()) {
      for (const child of node.childNodes) {
        if (!tree.isElementNode(child)) continue;
        if (isFootnote(child)) this.footnotes.set(attribute(child, 'id'), footnoteText(textOf(child)));
        else stack.push(child);
      }
    }
  }

  /** A footnote mark: its text goes to the span before it. */
  private footnote(element: T.Element): boolean {
    const link = element.childNodes.find((child) => tree.isElementNode(child) && child.tagName === 'a');
    if (!link || !tree.isElementNode(link)) return false;
    const note = this.footnotes.get(attribute(link, 'href').slice(1));
    if (note === undefined) return false;
    const last = this.spans.pop() ?? { text: '' };
    this.spans.push(last.note ? { ...last, note: `${last.note}\n${note}` } : { ...last, note });
    return true;
  }
}
