import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  NoteNumberRestart,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { geometryOf, type PageGeometry, textWidthOf } from '../../../shared/documents/layout.ts';
import type { PageSetup, SectionBreak } from '../../../shared/documents/model.ts';
import { BOOK_FOLIO, FOLIO, isTurned, RUNNING_HEAD, runningHeadText } from '../../../shared/documents/running-heads.ts';
import { hairline } from './foot.ts';
import { type Ink, textRuns } from './runs.ts';
import { STYLE, twips } from './styles.ts';
import { turnedFooter } from './turned-folio.ts';

/** Pages set alike, with what stands on them. */
export interface WordSection {
  readonly page: PageSetup;
  /** How it begins; the first has none. */
  readonly start?: SectionBreak['start'];
  readonly children: FileChild[];
}

/** Sections as the library takes them. Headers and footers like those of the section before are left to be inherited. */
export function sectionOptions(sections: readonly WordSection[], ink: Ink): ISectionOptions[] {
  const notes = Object.keys(ink.footnotes).length > 0;
  return sections.map(({ page, start, children }, index) => {
    const before = sections[index - 1]?.page;
    const first = page.firstPageFolio === 'none';
    // The last paragraph of a section carries its set-up; behind a table or in an empty one there must be one.
    if (!(children.at(-1) instanceof Paragraph)) children.push(hairline());
    return {
      properties: {
        ...pageProperties(page),
        ...(start ? { type: start === 'oddPage' ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE } : {}),
        ...(first ? { titlePage: true } : {}),
        ...(notes ? NOTE_PROPERTIES : {}),
      },
      ...(sameFooters(page, before) ? {} : { footers: footersOf(page) }),
      headers: headersOf(page, before, ink),
      children,
    };
  });
}

const NOTE_PROPERTIES = {
  footnoteProperties: {
    numberFormat: { type: NumberFormat.DECIMAL_ENCLOSED_CIRCLE_CHINESE },
    restart: NoteNumberRestart.EACH_PAGE,
  },
};

function pageProperties(page: PageSetup) {
  const geometry = geometryOf(page);
  const { width, height, top, bottom, left, right } = geometry;
  const { numbering } = page;
  return {
    page: {
      // The library turns width and height round for a landscape page by itself.
      size:
        page.orientation === 'landscape'
          ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE }
          : { width, height, orientation: PageOrientation.PORTRAIT },
      margin: {
        top,
        bottom,
        left,
        right,
        header: headDistance(page, geometry),
        footer: footDistance(page, geometry),
        gutter: 0,
      },
      ...(numbering
        ? {
            pageNumbers: {
              ...(numbering.start === undefined ? {} : { start: numbering.start }),
              formatType: numbering.format === 'roman' ? NumberFormat.UPPER_ROMAN : NumberFormat.DECIMAL,
            },
          }
        : {}),
    },
    // LibreOffice centres whole rows of a grid on the page: 15 of them leave 1.4 mm above a landscape register.
    ...(page.grid === 'official' && page.orientation === 'portrait'
      ? { grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: 579, charSpace: -850 } }
      : {}),
  };
}

function headDistance(page: PageSetup, { top }: PageGeometry): number {
  return page.runningHead ? Math.max(200, top - twips(RUNNING_HEAD.rise)) : Math.min(851, top);
}

function footDistance(page: PageSetup, { bottom }: PageGeometry): number {
  const used = page.folio === 'book' ? BOOK_FOLIO.drop + BOOK_FOLIO.row : FOLIO.drop + FOLIO.size;
  return Math.max(200, bottom - twips(used));
}

function sameFooters(page: PageSetup, before: PageSetup | undefined): boolean {
  if (!before) return page.folio === 'none';
  return (
    page.folio === before.folio && page.firstPageFolio === before.firstPageFolio && isTurned(page) === isTurned(before)
  );
}

/** What stands over right and left pages, cut to the width of the text. */
function headWords({ runningHead, ...page }: PageSetup): { readonly odd: string; readonly even: string } {
  const width = textWidthOf(geometryOf(page));
  const { odd, even } = runningHead ?? { odd: '', even: '' };
  return { odd: runningHeadText(odd, width), even: runningHeadText(even, width) };
}

/** — 1 — in 4号宋体, odd pages right, even pages left, one character in; or the plain number of books. */
function footersOf(page: PageSetup) {
  const empty = () => new Footer({ children: [new Paragraph({ style: STYLE.footer })] });
  if (page.folio === 'none') return { default: empty(), even: empty() };
  const first = page.firstPageFolio === 'none' ? { first: empty() } : {};
  const one = (odd: boolean) => (isTurned(page) ? turnedFooter(geometryOf(page), odd) : footerOf(page, odd));
  return { default: one(true), even: one(false), ...first };
}

function footerOf({ folio }: PageSetup, odd: boolean): Footer {
  const dash = (text: string) => new TextRun({ text, font: { hint: 'eastAsia' } });
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  const inset = { indent: odd ? { right: FOLIO.size * 20 } : { left: FOLIO.size * 20 } };
  const side = odd ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new Footer({
    children: [
      new Paragraph({
        style: folio === 'book' ? STYLE.bookFolio : STYLE.footer,
        alignment: folio === 'center' ? AlignmentType.CENTER : side,
        ...(folio === 'outside' ? inset : {}),
        children: folio === 'book' ? [number] : [dash('— '), number, dash(' —')],
      }),
    ],
  });
}

/** Only what differs from the section before: a book of many chapters has the same name over all its left pages. */
function headersOf(page: PageSetup, before: PageSetup | undefined, ink: Ink) {
  const words = headWords(page);
  const inherited = before ? headWords(before) : { odd: '', even: '' };
  return {
    ...(words.odd === inherited.odd ? {} : { default: headerOf(words.odd, true, ink) }),
    ...(words.even === inherited.even ? {} : { even: headerOf(words.even, false, ink) }),
  };
}

function headerOf(text: string, odd: boolean, ink: Ink): Header {
  if (!text) return new Header({ children: [new Paragraph({ style: STYLE.header })] });
  const { row, space, thickness } = RUNNING_HEAD;
  return new Header({
    children: [
      new Paragraph({
        style: STYLE.header,
        alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { line: twips(row), lineRule: LineRuleType.EXACT },
        border: { bottom: { style: BorderStyle.SINGLE, color: '000000', size: thickness * 8, space } },
        children: textRuns(text, { face: 'song' }, ink),
      }),
    ],
  });
}
