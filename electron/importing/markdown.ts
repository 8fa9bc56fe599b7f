import type { BodyBlock, Cell, Span } from '../../shared/text/body.ts';
import { type Draft, type DraftBlock, NOTHING_GIVEN } from './draft.ts';
import { readHtml } from './html.ts';
import { type Line, linesOf } from './lines.ts';
import { mendLines } from './mend.ts';
import { paragraphsOf } from './plain-text.ts';
import { applyRanks } from './ranks.ts';

/** Marks only markdown has: # headings. A text with one at its top or with several is markdown, whatever its name. */
export function looksLikeMarkdown(text: string): boolean {
  const headings = text.match(/^ {0,3}#{1,6}[ \t]+\S/gm)?.length ?? 0;
  return headings >= 2 || (headings === 1 && /^\s*#{1,6}[ \t]+\S/.test(text));
}

/** Reads the markdown people write by hand: headings, lists, quotes, tables, bold and italic, links (their text). */
export function readMarkdown(text: string): Draft {
  const reader = new MarkdownReader();
  for (const line of text.split(/\r\n|\r|\n/)) reader.line(line);
  return reader.finish();
}

type Mode = 'text' | 'list' | 'quote' | 'table' | 'fence' | 'html';

class MarkdownReader {
  private readonly blocks: DraftBlock[] = [];
  private readonly notes: string[] = [];
  private mode: Mode = 'text';
  private held: string[] = [];
  private mended = 0;
  private pictures = 0;

  line(raw: string): void {
    if (this.mode === 'fence') {
      if (/^\s*(?:```|~~~)/.test(raw)) this.flush();
      else this.held.push(raw);
      return;
    }
    const mode = this.modeOf(raw);
    if (mode !== this.mode) this.flush();
    this.mode = mode;
    if (mode !== 'fence') this.held.push(raw);
  }

  private modeOf(raw: string): Mode {
    if (/^\s*(?:```|~~~)/.test(raw)) return 'fence';
    const blank = raw.trim() === '';
    if (this.mode === 'html' && !blank) return 'html';
    if (
      /^ {0,3}<(?:div|p|table|ul|ol|h[1-6]|section|article|blockquote|script|style|iframe|svg|img|figure|center)\b/i.test(
        raw,
      )
    )
      return 'html';
    if (/^ {0,3}>/.test(raw)) return 'quote';
    if (/^ {0,3}\|.*\|\s*$/.test(raw)) return 'table';
    if (/^\s*(?:[-*+]|\d{1,3}[.)])[ \t]+\S/.test(raw) && !/^\s*([-*_])(?:\s*\1){2,}\s*$/.test(raw)) return 'list';
    if (this.mode === 'list' && !blank && /^\s{2,}\S/.test(raw)) return 'list';
    return 'text';
  }

  finish(): Draft {
    this.flush();
    if (this.mended > 0) this.notes.push(`断行 ${this.mended} 处已接续（原件未改）`);
    if (this.pictures > 0) this.notes.push(`${this.pictures} 个外部图片未取（程序不联网）`);
    const first = this.blocks.findIndex(({ block }) => block.type === 'heading');
    const top = this.blocks[first]?.block;
    const blocks = this.blocks.map((entry, index) =>
      index === first && index < 3 && top?.type === 'heading' && top.level === 1 ? { ...entry, title: true } : entry,
    );
    return { blocks: applyRanks(blocks, new Map()), notes: this.notes, given: NOTHING_GIVEN };
  }

  private flush(): void {
    const { held, mode } = this;
    this.held = [];
    this.mode = 'text';
    if (mode === 'text') this.paragraphs(held);
    else if (mode === 'quote')
      this.paragraphs(
        held.map((line) => line.replace(/^\s*>\s?/, '')),
        'quote',
      );
    else if (mode === 'list') this.list(held);
    else if (mode === 'table') this.table(held);
    else if (mode === 'fence') for (const line of held) this.push({ type: 'paragraph', text: [{ text: line.trim() }] });
    else {
      const html = readHtml(held.join('\n'));
      this.blocks.push(...html.blocks);
      this.notes.push(...html.notes);
    }
  }

  private paragraphs(held: readonly string[], role?: 'quote'): void {
    const lines = linesOf(held.join('\n')).map(markLevel);
    const mended = mendLines(lines);
    this.mended += mended.mended;
    for (const line of mended.lines) {
      if (/^(?:([-*_])\s*)(?:\1\s*){2,}$/.test(line.text)) continue;
      if (line.level) {
        const level = Math.min(4, line.level) as 1 | 2 | 3 | 4;
        this.push({ type: 'heading', level, text: this.inline(line.text) }, line.gap);
      } else for (const block of paragraphsOf(line)) this.push(this.styled(block, role), line.gap);
    }
  }

  private styled(block: BodyBlock, role: 'quote' | undefined): BodyBlock {
    if (block.type !== 'paragraph') return block;
    return { ...block, ...(role && !block.role ? { role } : {}), text: this.inline(block.text[0]?.text ?? '') };
  }

  private list(held: readonly string[]): void {
    const items: string[] = [];
    for (const line of held) {
      const item = /^\s*(?:[-*+]|\d{1,3}[.)])[ \t]+(.*)$/.exec(line)?.[1];
      if (item !== undefined) items.push(item.trim());
      else items[items.length - 1] = `${items.at(-1) ?? ''}${line.trim()}`;
    }
    this.push({ type: 'list', ordered: /^\s*\d/.test(held[0] ?? ''), items: items.map((item) => this.inline(item)) });
  }

  private table(held: readonly string[]): void {
    const rows = held.map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
    const rule = rows.findIndex((row) => row.every((cell) => /^:?-{2,}:?$/.test(cell)));
    const cells = rows
      .filter((_, index) => index !== rule)
      .map((row) => row.map((cell): Cell => ({ text: this.inline(cell.replace(/\\\|/g, '|')) })));
    this.push({ type: 'table', headRows: rule > 0 ? rule : 0, rows: cells });
  }

  private push(block: BodyBlock, gap = 1): void {
    const empty = (block.type === 'paragraph' || block.type === 'heading') && block.text.length === 0;
    if (!empty) this.blocks.push({ block, gap });
  }

  private inline(text: string): Span[] {
    const shown = text.replace(/!\[([^\]]{0,200})\]\([^)]{0,2000}\)/g, () => {
      this.pictures++;
      return '';
    });
    return spansOf(
      shown.replace(/\[([^\]]{1,300})\]\(([^)\s]{1,2000})(?:\s+"[^"]{0,200}")?\)/g, '$1').replace(/<br\s*\/?>/gi, ' '),
    );
  }
}

/** # at the beginning makes a heading of this level. */
function markLevel(line: Line): Line {
  const match = /^(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?$/.exec(line.text);
  return match?.[1] && match[2] ? { ...line, text: match[2].trim(), level: match[1].length } : line;
}

/** **bold**, *italic* and `code`; backslashes protect. */
function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  const pattern =
    /\*\*([^*]{1,2000})\*\*|__([^_]{1,2000})__|(?<![\p{L}\d*])\*([^*\s][^*]{0,2000})\*(?!\*)|`([^`]{1,2000})`/gu;
  let at = 0;
  const plain = (part: string): void => {
    const bare = part.replace(/\\([\\`*_{}[\]()#+\-.!|>])/g, '$1');
    if (bare) spans.push({ text: bare });
  };
  for (const match of text.matchAll(pattern)) {
    plain(text.slice(at, match.index));
    const bold = match[1] ?? match[2];
    if (bold) spans.push({ text: bold, bold: true });
    else if (match[3]) spans.push({ text: match[3], italic: true });
    else if (match[4]) spans.push({ text: match[4] });
    at = match.index + match[0].length;
  }
  plain(text.slice(at));
  return spans;
}
