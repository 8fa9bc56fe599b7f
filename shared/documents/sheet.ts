import { footPlan, type HeadRow, headRows, IMPRINT, RED_RULE, SIDE_INDENT } from './head-and-foot.ts';
import {
  geometryOf,
  NOTE_HEAD,
  NOTE_TEXT,
  type PageGeometry,
  POINTS_PER_MM,
  textHeightOf,
  textWidthOf,
} from './layout.ts';
import type { DocumentModel } from './model.ts';
import { noteMark } from './noting.ts';
import type { Page, PageItem, PlacedRun, TextItem } from './page.ts';
import { type SetLine, setPlain } from './paragraph-setting.ts';

const BASELINE = 0.8;

interface OpenPage {
  readonly items: PageItem[];
  readonly notes: string[][];
  /** Points from the upper edge of the type area to where the next line goes. */
  y: number;
  notesHeight: number;
  noteCount: number;
}

/** Takes lines in points and makes pages in millimetres. */
export class Sheet {
  readonly geometry: PageGeometry;
  readonly textWidth: number;
  readonly textHeight: number;
  readonly #model: DocumentModel;
  readonly #pages: OpenPage[] = [];

  constructor(model: DocumentModel) {
    this.#model = model;
    this.geometry = geometryOf(model.page);
    this.textWidth = textWidthOf(this.geometry);
    this.textHeight = textHeightOf(this.geometry);
    this.newPage();
    for (const row of headRows(model.masthead)) this.#putHeadRow(row);
  }

  get #page(): OpenPage {
    return this.#pages.at(-1) as OpenPage;
  }

  get isEmpty(): boolean {
    return this.#page.items.length === 0 && this.#page.y === 0;
  }

  /** Points left on the page. */
  get left(): number {
    return this.textHeight - this.#page.y - this.#page.notesHeight;
  }

  newPage(): void {
    this.#pages.push({ items: [], notes: [], y: 0, notesHeight: 0, noteCount: 0 });
  }

  /** A tenth of a point of tolerance: sums of decimals must not push a line out. */
  fits(height: number): boolean {
    return height <= this.left + 0.1;
  }

  /** Leaves white space, which the end of a page swallows. */
  skip(height: number): void {
    this.#page.y += height;
  }

  box(x: number, y: number, width: number, height: number) {
    const mm = (points: number): number => Math.round((points / POINTS_PER_MM) * 1000) / 1000;
    const { left, top } = this.geometry;
    return { x: mm(left / 20 + x), y: mm(top / 20 + y), width: mm(width), height: mm(height) };
  }

  /** Height that the notes of a line will take on this page. */
  notesHeight(notes: readonly string[]): number {
    if (notes.length === 0) return 0;
    const lines = notes.reduce((sum, note) => sum + this.#noteLines(note, 1).length, 0);
    return lines * NOTE_TEXT.pitch + (this.#page.notes.length === 0 ? NOTE_HEAD : 0);
  }

  #noteLines(note: string, number: number): PlacedRun[][] {
    return setPlain([{ text: `${noteMark(number)}${note}` }], NOTE_TEXT, this.textWidth, 'song');
  }

  /** Puts a line at the place reached, on a new page when there is no room. */
  putLine(
    line: SetLine,
    pitch: number,
    item: Omit<TextItem, 'x' | 'y' | 'width' | 'height' | 'runs' | 'baseline'>,
  ): void {
    if (!this.fits(pitch + this.notesHeight(line.notes)) && !this.isEmpty) this.newPage();
    const page = this.#page;
    const height = this.notesHeight(line.notes);
    const runs = line.runs.map((run) => {
      if (!run.raised) return run;
      page.noteCount += 1;
      return { ...run, text: noteMark(page.noteCount) };
    });
    const first = page.noteCount - line.notes.length + 1;
    line.notes.forEach((note, index) => {
      page.notes.push(
        ...this.#noteLines(note, first + index).map((placed) => [placed.map((run) => run.text).join('')]),
      );
    });
    page.notesHeight += height;
    this.#put(page, {
      ...item,
      ...this.box(line.indent, page.y, line.room, pitch),
      runs,
      baseline: this.#baseline(pitch),
    });
    page.y += pitch;
  }

  putItem(item: PageItem, height: number): void {
    this.#page.items.push(item);
    this.#page.y += height;
  }

  get y(): number {
    return this.#page.y;
  }

  #baseline(height: number): number {
    return Math.round(((height * BASELINE) / POINTS_PER_MM) * 1000) / 1000;
  }

  #put(page: OpenPage, item: TextItem): void {
    page.items.push(item);
  }

  #rule(y: number, thickness: number, color: 'black' | 'red', width = this.textWidth): void {
    this.#page.items.push({ kind: 'rule', color, ...this.box(0, y, width, thickness) });
  }

  #text(
    kind: TextItem['kind'],
    at: { x: number; y: number; width: number; height: number },
    style: Pick<TextItem, 'align' | 'face' | 'size' | 'color' | 'letterSpacing'> & { part: string },
    runs: readonly PlacedRun[],
  ): void {
    if (!runs.some((run) => run.text)) return;
    this.#put(this.#page, {
      kind,
      ...this.box(at.x, at.y, at.width, at.height),
      ...style,
      runs,
      baseline: this.#baseline(at.height),
    });
  }

  #putHeadRow(row: HeadRow): void {
    const y = this.#page.y;
    const full = { x: 0, y, width: this.textWidth, height: row.height };
    if (row.kind === 'mark') {
      const style = { align: 'center', face: 'title', size: row.size, color: 'red', part: 'masthead.mark' } as const;
      this.#text('mark', full, { ...style, letterSpacing: row.spacing }, [{ text: row.text, face: 'title' }]);
    }
    if (row.kind === 'text') {
      const style = { face: row.face, size: 16, color: 'black', letterSpacing: 0 } as const;
      const inset = { ...full, x: SIDE_INDENT, width: this.textWidth - 2 * SIDE_INDENT };
      const run = (text: string | undefined) => [{ text: text ?? '', face: row.face }];
      this.#text('number', full, { ...style, align: 'center', part: row.part }, run(row.center));
      const flush = row.part === 'masthead.notice' ? full : inset;
      this.#text('number', flush, { ...style, align: 'left', part: row.part }, run(row.left));
      this.#text('number', inset, { ...style, align: 'right', part: 'masthead.date' }, run(row.right));
    }
    this.#page.y += row.height;
    if (row.kind === 'text' && row.rule) {
      this.#rule(this.#page.y + RED_RULE.space, RED_RULE.thickness, 'red');
      this.#page.y += RED_RULE.space + RED_RULE.thickness;
    }
  }

  /**
   * Puts 版记 or 报送栏 on the lower edge of the last page.
   * @returns whether it needed a page of its own: one free row is kept, so that an engine that sets a line more or less
   * does not run the text into it.
   */
  putFoot(): boolean {
    const plan = footPlan(this.#model.imprint);
    const type = { size: IMPRINT.size, spacing: 0 };
    const receivers = plan.receivers.map((row) => ({ row, lines: receiverLines(row.label, row.text, this.textWidth) }));
    const count = receivers.reduce((sum, { lines }) => sum + lines.length, 0);
    if (count + plan.last.length === 0) return false;
    const height = (count + plan.last.length) * IMPRINT.row + 3;
    // Footnotes stand where the foot would.
    const apart = (!this.fits(height + IMPRINT.row) || this.#page.notes.length > 0) && !this.isEmpty;
    if (apart) this.newPage();
    const style = { face: 'body', ...type, color: 'black', letterSpacing: 0 } as const;
    const width = this.textWidth - 2 * IMPRINT.indent;
    let y = this.textHeight - plan.last.length * IMPRINT.row - IMPRINT.outer;
    this.#rule(this.textHeight - IMPRINT.outer, IMPRINT.outer, 'black');
    if (plan.last.length > 0) {
      this.#rule(y - IMPRINT.inner, count > 0 ? IMPRINT.inner : IMPRINT.outer, 'black');
      plan.last.forEach(({ text, right, part }, index) => {
        const at = { x: IMPRINT.indent, y: y + index * IMPRINT.row, width, height: IMPRINT.row };
        this.#text('imprint', at, { ...style, align: 'left', part }, [{ text, face: 'body' }]);
        const rightPart =
          part === 'imprint.issuer' && this.#model.imprint?.issued ? 'imprint.issued' : 'imprint.remarks';
        this.#text('imprint', at, { ...style, align: 'right', part: rightPart }, [{ text: right ?? '', face: 'body' }]);
      });
    }
    if (count === 0) return apart;
    y -= count * IMPRINT.row + (plan.last.length > 0 ? IMPRINT.inner : 0);
    this.#rule(y - IMPRINT.outer, IMPRINT.outer, 'black');
    for (const { row, lines } of receivers) {
      lines.forEach(({ text, indent }) => {
        const at = { x: IMPRINT.indent + indent, y, width: width - indent, height: IMPRINT.row };
        this.#text('imprint', at, { ...style, align: 'left', part: row.part }, [{ text, face: 'body' }]);
        y += IMPRINT.row;
      });
    }
    return apart;
  }

  finish(): Page[] {
    const { width, height } = this.geometry;
    const mm = (twips: number): number => Math.round((twips / 20 / POINTS_PER_MM) * 1000) / 1000;
    return this.#pages.map((page, index) => {
      const items = [...page.items, ...this.#footnotes(page), ...this.#folio(index + 1)];
      const area = this.box(0, 0, this.textWidth, this.textHeight);
      return { number: index + 1, width: mm(width), height: mm(height), area, items };
    });
  }

  #footnotes(page: OpenPage): PageItem[] {
    if (page.notes.length === 0) return [];
    let y = this.textHeight - page.notes.length * NOTE_TEXT.pitch;
    const items: PageItem[] = [{ kind: 'rule', color: 'black', ...this.box(0, y - NOTE_HEAD / 2, 144, 0.5) }];
    for (const [text] of page.notes) {
      items.push({
        kind: 'note',
        ...this.box(0, y, this.textWidth, NOTE_TEXT.pitch),
        align: 'left',
        face: 'song',
        size: NOTE_TEXT.size,
        color: 'black',
        letterSpacing: 0,
        baseline: this.#baseline(NOTE_TEXT.pitch),
        runs: [{ text: text ?? '', face: 'song' }],
      });
      y += NOTE_TEXT.pitch;
    }
    return items;
  }

  /** '— 1 —' in 4号宋体, its dash 7 mm under the type area; odd pages right, even pages left, one character in (7.5). */
  #folio(number: number): PageItem[] {
    const { folio } = this.#model.page;
    if (folio === 'none') return [];
    const align = folio === 'center' ? 'center' : number % 2 === 1 ? 'right' : 'left';
    const width = folio === 'center' ? this.textWidth : this.textWidth - 2 * FOLIO.size;
    return [
      {
        kind: 'folio',
        ...this.box(folio === 'center' ? 0 : FOLIO.size, this.textHeight + FOLIO.drop, width, FOLIO.size),
        align,
        face: 'song',
        size: FOLIO.size,
        color: 'black',
        letterSpacing: 0,
        baseline: this.#baseline(FOLIO.size),
        runs: [{ text: `— ${number} —`, face: 'song' }],
      },
    ];
  }
}

/** Points; `drop` from the lower edge of the type area to the upper edge of the footer's line. */
export const FOLIO = { size: 14, drop: 12.9 } as const;

/** Lines of one receiver, hanging after its colon. */
export function receiverLines(
  label: string | undefined,
  text: string,
  textWidth: number,
): { readonly text: string; readonly indent: number }[] {
  const lead = label ? `${label}：` : '';
  const hang = [...lead].length * IMPRINT.size;
  const room = textWidth - 2 * IMPRINT.indent;
  const type = { size: IMPRINT.size, spacing: 0 };
  return setPlain([{ text }], type, room - hang, 'body').map((runs, index) => {
    const line = runs.map((run) => run.text).join('');
    return index === 0 ? { text: lead + line, indent: 0 } : { text: line, indent: hang };
  });
}
