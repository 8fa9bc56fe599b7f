import { footPlan, headPlan, IMPRINT, openingPage } from './head-and-foot.ts';
import { setHead } from './head-setting.ts';
import {
  geometryOf,
  NOTE_HEAD,
  NOTE_TEXT,
  type PageGeometry,
  POINTS_PER_MM,
  textHeightOf,
  textWidthOf,
} from './layout.ts';
import type { DocumentModel, PageSetup, SectionBreak } from './model.ts';
import { noteMark } from './noting.ts';
import type { Page, PageItem, PlacedRun, TextItem } from './page.ts';
import { type SetLine, setPlain } from './paragraph-setting.ts';
import { folioItems, folioLabel, runningHeadItems } from './running-heads.ts';

const BASELINE = 0.8;

interface OpenPage {
  readonly setup: PageSetup;
  /** As printed; odd ones are right-hand pages, on paper as in number. */
  readonly number: number;
  readonly firstOfSection: boolean;
  readonly blank: boolean;
  readonly items: PageItem[];
  readonly notes: string[][];
  /** Points from the upper edge of the type area to where the next line goes. */
  y: number;
  notesHeight: number;
  noteCount: number;
}

/** Takes lines in points and makes pages in millimetres. */
export class Sheet {
  readonly #model: DocumentModel;
  readonly #pages: OpenPage[] = [];
  #geometry: PageGeometry;

  constructor(model: DocumentModel) {
    this.#model = model;
    this.#geometry = geometryOf(model.page);
    this.#open(openingPage(model), model.page.numbering?.start ?? 1, { firstOfSection: true });
    const head = setHead(headPlan(model, this.geometry), this.geometry);
    this.#page.items.push(...head.items);
    this.#page.y = head.height;
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

  get geometry(): PageGeometry {
    return this.#geometry;
  }

  /** Points; of the section that is being set. */
  get textWidth(): number {
    return textWidthOf(this.#geometry);
  }

  get textHeight(): number {
    return textHeightOf(this.#geometry);
  }

  /** Index of the page that is being set. */
  get at(): number {
    return this.#pages.length - 1;
  }

  newPage(): void {
    this.#open(this.#page.setup, this.#page.number + 1);
  }

  #open(setup: PageSetup, number: number, how: { firstOfSection?: boolean; blank?: boolean } = {}): void {
    const { firstOfSection = false, blank = false } = how;
    this.#pages.push({
      setup,
      number,
      firstOfSection,
      blank,
      items: [],
      notes: [],
      y: 0,
      notesHeight: 0,
      noteCount: 0,
    });
  }

  /**
   * Goes on with other pages. Odd numbers stay on right-hand pages: where the next would not, a blank page comes between,
   * as office programs put one.
   */
  startSection({ page: setup, start }: SectionBreak): void {
    const first = setup.numbering?.start;
    // Sheets and their numbers are odd together, so that the last number tells the parity of the next sheet.
    const next = this.#page.number + 1;
    const odd = first === undefined ? start === 'oddPage' || next % 2 === 1 : first % 2 === 1;
    if (odd !== (next % 2 === 1)) this.#open(this.#page.setup, next, { blank: true });
    this.#geometry = geometryOf(setup);
    this.#open(setup, first ?? this.#page.number + 1, { firstOfSection: true });
  }

  /** What is printed as the number of a page, by its index. */
  labelOf(at: number): string {
    const page = this.#pages[at];
    return page ? folioLabel(page.number, page.setup) : '';
  }

  /** Puts something else where an item stands: page numbers of a table of contents are known last. */
  replaceItem(at: number, item: number, by: PageItem): void {
    const page = this.#pages[at];
    if (page) page.items[item] = by;
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
      baseline: this.baseline(pitch),
    });
    page.y += pitch;
  }

  /** @returns its place among the items of the page. */
  putItem(item: PageItem, height: number): number {
    this.#page.y += height;
    return this.#page.items.push(item) - 1;
  }

  get y(): number {
    return this.#page.y;
  }

  baseline(height: number): number {
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
      baseline: this.baseline(at.height),
    });
  }

  /**
   * Puts 版记 or 报送栏 on the lower edge of the last page.
   * @returns whether it needed a page of its own: one free row is kept, so that an engine that sets a line more or less
   * does not run the text into it.
   */
  putFoot(): boolean {
    const plan = footPlan(this.#model);
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
    let y = this.textHeight - plan.last.length * IMPRINT.row - (plan.ruled ? IMPRINT.outer : 0);
    if (plan.ruled) this.#rule(this.textHeight - IMPRINT.outer, IMPRINT.outer, 'black');
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
    if (plan.ruled) this.#rule(y - IMPRINT.outer, IMPRINT.outer, 'black');
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
    const mm = (twips: number): number => Math.round((twips / 20 / POINTS_PER_MM) * 1000) / 1000;
    return this.#pages.map((page, index): Page => {
      const geometry = geometryOf(page.setup);
      this.#geometry = geometry;
      const furniture = { ...page, geometry };
      const own = page.blank
        ? []
        : [...page.items, ...this.#footnotes(page), ...folioItems(furniture), ...runningHeadItems(furniture)];
      return {
        number: index + 1,
        label: folioLabel(page.number, page.setup),
        width: mm(geometry.width),
        height: mm(geometry.height),
        area: this.box(0, 0, this.textWidth, this.textHeight),
        items: own,
        ...(page.blank ? { blank: true } : {}),
      };
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
        baseline: this.baseline(NOTE_TEXT.pitch),
        runs: [{ text: text ?? '', face: 'song' }],
      });
      y += NOTE_TEXT.pitch;
    }
    return items;
  }
}

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
