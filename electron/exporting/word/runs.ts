import {
  FootnoteReferenceRun,
  type IFontAttributesProperties,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
  XmlComponent,
} from 'docx';
import { isFullWidth } from '../../../shared/documents/line-breaking.ts';
import type { Run } from '../../../shared/documents/model.ts';
import type { Face } from '../../../shared/documents/page.ts';
import { paperText } from '../../../shared/documents/paragraph-setting.ts';
import { fontForCharacter } from '../fonts.ts';
import { STYLE } from './styles.ts';

/** What one file gathers while it is written. */
export interface Ink {
  readonly faces: Readonly<Record<Face, string>>;
  /** Footnotes by number, from 1. */
  readonly footnotes: Record<string, { readonly children: readonly Paragraph[] }>;
  /** Every face that stands in the file, for its font table. */
  readonly used: Set<string>;
  /** Number of the next invisible mark; absent: the file is not to be traced back. */
  readonly marks?: { next: number };
}

export interface RunLook {
  readonly face: Face;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Written only where it differs from the paragraph's style. */
  readonly setFace?: boolean;
  /** Points. */
  readonly size?: number;
  readonly color?: string;
  readonly characterSpacing?: number;
}

/**
 * Marks whose width Unicode leaves open (“ ” ‘ ’ … — ·): without the hint an office program may take them from the
 * Latin face, and Chinese quotes turn narrow.
 */
const OPEN_WIDTH = /[\u00b0-\u00ff\u2010-\u2027\u2030-\u203f\u2100-\u22ff\u2460-\u27bf]/u;

interface Piece {
  text: string;
  readonly font: string;
  readonly hint: boolean;
}

/** Cuts text where its face or hint changes. */
export function piecesOf(text: string, face: Face, faces: Ink['faces']): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const character of paperText(text)) {
    const font = fontForCharacter(character, face, faces[face]);
    const hint = OPEN_WIDTH.test(character) && isFullWidth(character);
    const last = pieces.at(-1);
    if (last && last.font === font && last.hint === hint) last.text += character;
    else pieces.push({ text: character, font, hint });
  }
  return pieces;
}

function fontOf(piece: Piece, own: string, look: RunLook): IFontAttributesProperties | undefined {
  const hint = piece.hint ? { hint: 'eastAsia' } : {};
  if (piece.font !== own || look.setFace) {
    return { ascii: piece.font, hAnsi: piece.font, eastAsia: piece.font, cs: piece.font, ...hint };
  }
  return piece.hint ? { hint: 'eastAsia' } : undefined;
}

/** Text as runs of one look; line ends become breaks and tabs become tabs, which the library does not do by itself. */
export function textRuns(text: string, look: RunLook, ink: Ink): TextRun[] {
  const own = ink.faces[look.face];
  return piecesOf(text, look.face, ink.faces).map((piece) => {
    ink.used.add(piece.font);
    const font = fontOf(piece, own, look);
    const children = piece.text.split(/(\n|\t)/).filter(Boolean);
    const plain = children.length === 1 && children[0] !== '\n' && children[0] !== '\t';
    return new TextRun({
      ...(font ? { font } : {}),
      ...(look.bold ? { bold: true } : {}),
      ...(look.italic ? { italics: true } : {}),
      ...(look.underline ? { underline: {} } : {}),
      ...(look.size ? { size: look.size * 2 } : {}),
      ...(look.color ? { color: look.color } : {}),
      ...(look.characterSpacing ? { characterSpacing: Math.round(look.characterSpacing * 20) } : {}),
      ...(plain ? { text: piece.text } : { children: children.map(breakOrText) }),
    });
  });
}

/** The library has no plain break among the children of a run. */
class LineBreak extends XmlComponent {
  constructor() {
    super('w:br');
  }
}

function breakOrText(text: string): string | Tab | LineBreak {
  if (text === '\t') return new Tab();
  return text === '\n' ? new LineBreak() : text;
}

export interface WordRunsOptions {
  /** UTF-16 offsets in the joined text where a line must begin; one space before each is dropped. */
  readonly breaks?: readonly number[];
  /** In tables notes are written into the text: footnotes do not work in every program's cells. */
  readonly notesInline?: boolean;
  /** Points, where the type is not that of the paragraph's style. */
  readonly size?: number;
}

/** Runs of the model as children of a paragraph. */
export function wordRuns(runs: readonly Run[], face: Face, ink: Ink, options: WordRunsOptions = {}): ParagraphChild[] {
  const breaks = options.breaks ?? [];
  const children: ParagraphChild[] = [];
  let at = 0;
  for (const run of runs) {
    const text = withBreaks(run.text, at, breaks);
    at += run.text.length;
    const look: RunLook = {
      face: run.lead ? 'heading' : face,
      ...(run.lead && face !== 'heading' ? { setFace: true } : {}),
      ...(run.bold ? { bold: true } : {}),
      ...(run.italic ? { italic: true } : {}),
      ...(run.underline ? { underline: true } : {}),
      ...(options.size ? { size: options.size } : {}),
    };
    if (text) children.push(...textRuns(text, look, ink));
    if (!run.note) continue;
    if (options.notesInline) children.push(...textRuns(`（注：${run.note}）`, look, ink));
    else children.push(footnote(run.note, ink));
  }
  return children;
}

function withBreaks(text: string, at: number, breaks: readonly number[]): string {
  let result = '';
  let from = 0;
  for (const place of breaks) {
    const cut = place - at;
    if (cut < 0 || cut > text.length || (cut === 0 && at > 0)) continue;
    result += `${text.slice(from, cut).replace(/[\u3000 ]+$/u, '')}\n`;
    from = cut;
  }
  return result + text.slice(from);
}

function footnote(note: string, ink: Ink): FootnoteReferenceRun {
  const number = Object.keys(ink.footnotes).length + 1;
  const look: RunLook = { face: 'song' };
  const text = note.replace(/\s*[\r\n\t]+\s*/gu, ' ');
  ink.footnotes[number] = { children: [new Paragraph({ style: STYLE.note, children: textRuns(text, look, ink) })] };
  return new FootnoteReferenceRun(number);
}
