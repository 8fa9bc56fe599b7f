import { clauseMarks, endsSentence, lengthOf, numberedRank } from '../lines.ts';
import { attribute, plainText, type Tag, TOKEN, tagOf } from './xml-tokens.ts';

/** How a paragraph of the main text is set: what Word shows and a converter drops. */
export interface LayoutParagraph {
  /** Without any blanks. */
  readonly text: string;
  readonly align?: 'center' | 'right';
  /** Half points, of the first run with text. */
  readonly size?: number;
  readonly font?: string;
  readonly bold: boolean;
  readonly style?: string;
  /** 1 to 9 from the style's or the paragraph's outline level. */
  readonly outline?: number;
  readonly inTable: boolean;
}

interface Style {
  name: string;
  basedOn?: string;
  align?: string;
  size?: number;
  font?: string;
  bold?: boolean;
  outline?: number;
}

/** Every paragraph of a document part in order, with its style's settings applied. The XML is machine-written. */
export function readLayout(document: string, stylesXml: string): LayoutParagraph[] {
  const styles = readStyles(stylesXml);
  const paragraphs: LayoutParagraph[] = [];
  const open: Draft[] = [];
  let tables = 0;
  let inText = false;
  let deleted = 0;
  for (const token of document.matchAll(TOKEN)) {
    const tag = tagOf(token);
    if (!tag) {
      if (inText && deleted === 0) open.at(-1)?.addText(plainText(token[5] ?? ''));
      continue;
    }
    const { name, closing, empty } = tag;
    if (name === 'w:tbl') tables += closing ? -1 : 1;
    if (name === 'w:del' && !empty) deleted += closing ? -1 : 1;
    if (name === 'w:t') inText = !closing && !empty;
    if (name === 'w:p' && !empty) {
      if (closing) {
        const done = open.pop();
        if (done) paragraphs.push(done.finish(styles));
      } else open.push(new Draft(tables > 0));
    } else open.at(-1)?.tag(tag);
  }
  return paragraphs;
}

/** A paragraph while its tags pass by. */
class Draft {
  private readonly inTable: boolean;
  private readonly own: Partial<Style> = {};
  private text = '';
  private style: string | undefined;
  private run: Partial<Style> = {};
  private first: Partial<Style> | undefined;
  private inRun = false;

  constructor(inTable: boolean) {
    this.inTable = inTable;
  }

  addText(text: string): void {
    this.text += text;
    if (text.trim() && !this.first) this.first = { ...this.run };
  }

  tag(tag: Tag): void {
    if (tag.name === 'w:r') {
      this.inRun = !tag.closing;
      this.run = {};
    }
    if (tag.closing) return;
    if (tag.name === 'w:pStyle') this.style = attribute(tag, 'w:val');
    if (this.inRun) readSetting(tag, this.run);
    else if (tag.name === 'w:jc' || tag.name === 'w:outlineLvl') readSetting(tag, this.own);
  }

  finish(styles: ReadonlyMap<string, Style>): LayoutParagraph {
    const style = styles.get(this.style ?? '') ?? styles.get('');
    const run = this.first ?? {};
    const align = this.own.align ?? style?.align;
    const outline = this.own.outline ?? style?.outline;
    const size = run.size ?? style?.size;
    const font = run.font ?? style?.font;
    return {
      text: this.text.replace(/\s+/g, ''),
      ...(align === 'center' ? { align: 'center' as const } : {}),
      ...(align === 'right' || align === 'end' ? { align: 'right' as const } : {}),
      ...(size ? { size } : {}),
      ...(font ? { font } : {}),
      ...(style?.name ? { style: style.name } : {}),
      ...(outline !== undefined && outline < 9 ? { outline: outline + 1 } : {}),
      bold: run.bold ?? style?.bold ?? false,
      inTable: this.inTable,
    };
  }
}

function readSetting(tag: Tag, into: Partial<Style>): void {
  const value = attribute(tag, 'w:val');
  if (tag.name === 'w:jc' && value) into.align = value;
  else if (tag.name === 'w:sz' && value) into.size = Number(value);
  else if (tag.name === 'w:b') into.bold = value !== '0' && value !== 'false';
  else if (tag.name === 'w:outlineLvl' && value) into.outline = Number(value);
  else if (tag.name === 'w:rFonts') {
    const font = attribute(tag, 'w:eastAsia') ?? attribute(tag, 'w:ascii');
    if (font) into.font = font;
  }
}

/** Styles by id with what they inherit; '' is the default paragraph style. */
function readStyles(xml: string): Map<string, Style> {
  const raw = new Map<string, Style>();
  let current: Style | undefined;
  const defaults: Style = { name: '' };
  let inDefaults = false;
  let standard = '';
  for (const token of xml.matchAll(TOKEN)) {
    const tag = tagOf(token);
    if (!tag) continue;
    if (tag.name === 'w:docDefaults') inDefaults = !tag.closing;
    else if (tag.name === 'w:style' && tag.closing) current = undefined;
    else if (tag.name === 'w:style' && attribute(tag, 'w:type') === 'paragraph') {
      const id = attribute(tag, 'w:styleId') ?? '';
      current = { name: '' };
      raw.set(id, current);
      if (/^(?:1|true|on)$/.test(attribute(tag, 'w:default') ?? '')) standard = id;
    } else if (current && !tag.closing) {
      if (tag.name === 'w:name') current.name = attribute(tag, 'w:val') ?? '';
      else if (tag.name === 'w:basedOn') current.basedOn = attribute(tag, 'w:val') ?? '';
      else readSetting(tag, current);
    } else if (inDefaults && !tag.closing) readSetting(tag, defaults);
  }
  const resolved = new Map<string, Style>();
  for (const [id, style] of raw) resolved.set(id, inherit(style, raw, defaults));
  resolved.set('', resolved.get(standard) ?? defaults);
  return resolved;
}

function inherit(style: Style, all: ReadonlyMap<string, Style>, defaults: Style): Style {
  const chain = [style];
  // A style that is based on itself in a circle would otherwise never end.
  while (chain.length < 12) {
    const parent: Style | undefined = all.get(chain.at(-1)?.basedOn ?? '\0');
    if (!parent || chain.includes(parent)) break;
    chain.push(parent);
  }
  return Object.assign({}, defaults, ...[...chain].reverse().map(settled), { name: style.name });
}

const settled = (style: Style): Partial<Style> =>
  Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));

/** 黑体 and 小标宋 are what headings are set in (GB/T 9704-2012, 7.3.3: 黑体 level 1, 楷体 level 2). */
const HEADING_FONT = /黑体|标宋|SimHei|Heiti/i;
const SECOND_FONT = /楷体|KaiTi/i;

/**
 * Ranks of paragraphs that are headings by their look: 0 the title, 1 and more below. Paragraphs whose style already
 * says so are left to the converter.
 */
export function guessRanks(paragraphs: readonly LayoutParagraph[]): Map<LayoutParagraph, number> {
  const ranks = new Map<LayoutParagraph, number>();
  const body = bodySize(paragraphs);
  const title = titleOf(paragraphs, body);
  if (title) ranks.set(title, 0);
  for (const paragraph of paragraphs) {
    if (paragraph === title || paragraph.inTable || !couldHead(paragraph) || /^heading \d/i.test(paragraph.style ?? ''))
      continue;
    const rank = rankOf(paragraph, body);
    if (rank !== undefined) ranks.set(paragraph, rank);
  }
  return ranks;
}

function rankOf(paragraph: LayoutParagraph, body: number): number | undefined {
  if (paragraph.outline !== undefined) return paragraph.outline / 10;
  const numbered = numberedRank(paragraph.text);
  if (numbered !== undefined) return numbered;
  const font = paragraph.font ?? '';
  const larger = (paragraph.size ?? body) > body;
  if (HEADING_FONT.test(font) && (larger || paragraph.align === 'center')) return 3.2;
  if (larger && paragraph.align === 'center') return 3.4;
  if (HEADING_FONT.test(font)) return 4;
  if (SECOND_FONT.test(font) && paragraph.bold) return 5;
  return paragraph.bold && larger ? 4.2 : undefined;
}

function couldHead({ text }: LayoutParagraph): boolean {
  return (
    lengthOf(text) >= 2 &&
    lengthOf(text) <= 45 &&
    !endsSentence(text) &&
    clauseMarks(text) <= 2 &&
    !/[，,、]$/.test(text)
  );
}

/** The size most characters are set in. */
function bodySize(paragraphs: readonly LayoutParagraph[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of paragraphs) counts.set(size ?? 21, (counts.get(size ?? 21) ?? 0) + text.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 21;
}

/** The largest line among the first, larger than the text below it and centred or marked as a title. */
function titleOf(paragraphs: readonly LayoutParagraph[], body: number): LayoutParagraph | undefined {
  const first = paragraphs.filter((paragraph) => paragraph.text).slice(0, 8);
  const styled = first.find(({ style }) => /^title$|^标题$/i.test(style ?? ''));
  if (styled) return styled;
  const large = first.filter(
    (one) =>
      (one.size ?? body) > body &&
      one.align === 'center' &&
      lengthOf(one.text) <= 70 &&
      !/文件$|〔\d{4}〕/.test(one.text) &&
      !/[。；;]$/.test(one.text),
  );
  const largest = Math.max(0, ...large.map(({ size }) => size ?? 0));
  return large.find(({ size }) => size === largest);
}
