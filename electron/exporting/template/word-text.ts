import { strFromU8, unzipSync } from 'fflate';

/** The parts of a Word file by name. */
export type WordParts = Record<string, Uint8Array>;

/** One paragraph of a part with its words. */
export interface WordParagraph {
  readonly text: string;
  readonly table: boolean;
  /** How many there were before it, from 1. */
  readonly number: number;
}

/** A placeholder where it stands. */
export interface WordTag {
  /** Without braces: #正文, 标题, -w:p 一级标题. */
  readonly content: string;
  readonly paragraph: WordParagraph;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function plainXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Paragraphs of a part in order; those of a text box come before the one they hang on. */
export function paragraphsOf(xml: string): WordParagraph[] {
  const found: WordParagraph[] = [];
  const open: string[] = [];
  let tables = 0;
  let number = 0;
  const pattern = /<(\/?)w:(p|tbl|t|tab|br)(?=[\s/>])[^>]*?(\/?)>([^<]*)/gu;
  for (const [, closing, name, self, text = ''] of xml.matchAll(pattern)) {
    if (name === 'tbl') tables += closing ? -1 : self ? 0 : 1;
    else if (name === 't' && !closing && !self) append(open, plainXml(text));
    else if (name === 'tab' || name === 'br') append(open, ' ');
    else if (name === 'p' && !closing && !self) open.push('');
    else if (name === 'p' && closing) {
      number += 1;
      found.push({ text: open.pop() ?? '', table: tables > 0, number });
    }
  }
  return found;
}

function append(open: string[], text: string): void {
  if (open.length > 0) open[open.length - 1] += text;
}

const TAG = /\{([^{}]*)\}/gu;

export function tagsOf(paragraphs: readonly WordParagraph[]): WordTag[] {
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(TAG)].map(([, content = '']) => ({ content, paragraph })),
  );
}

/** What a placeholder does and the name it means. */
export function readTag(content: string): { mark: '' | '#' | '^' | '/' | '@' | '-'; name: string } {
  const text = content.trim();
  const dash = /^-\S+\s+(.+)$/u.exec(text);
  if (dash) return { mark: '-', name: bareName(dash[1] ?? '') };
  const mark = text[0];
  if (mark === '#' || mark === '^' || mark === '/' || mark === '@') return { mark, name: bareName(text.slice(1)) };
  return { mark: '', name: bareName(text) };
}

/** Names are compared without spaces, as clerks put them in for looks. */
export const bareName = (name: string): string => name.replace(/[\s\u3000\u00a0]/gu, '');

/** Parts in which placeholders are filled. */
export const TEMPLATED = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/u;

export function openParts(bytes: Uint8Array): WordParts {
  return unzipSync(bytes);
}

export const partText = (parts: WordParts, name: string): string => {
  const bytes = parts[name];
  return bytes ? strFromU8(bytes) : '';
};

/** 正文, 页眉, 页脚, 脚注. */
export function partLabel(name: string): string {
  if (/header/u.test(name)) return '页眉';
  if (/footer/u.test(name)) return '页脚';
  return /notes/u.test(name) ? '脚注' : '正文';
}
