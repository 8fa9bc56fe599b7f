import { contentsStyle } from '../../../shared/documents/contents.ts';
import { CELL, type StyleSheet } from '../../../shared/documents/layout.ts';
import { BOOK_FOLIO, RUNNING_HEAD } from '../../../shared/documents/running-heads.ts';
import type { Ink } from './runs.ts';
import { character, STYLE, twips } from './styles.ts';

/** Levels of a table of contents that have a style; Word knows nine. */
export const CONTENTS_LEVELS = 4;

export const contentsStyleId = (level: number): string => `TOC${Math.min(level, CONTENTS_LEVELS - 1) + 1}`;

/**
 * Styles of running heads, book folios and tables of contents, for styles.xml.
 * @param textWidth points: where the numbers of pages end.
 */
export function sectionStylesXml(faces: Ink['faces'], styles: StyleSheet, textWidth: number): string {
  const exact = (height: number) =>
    `<w:spacing w:before="0" w:after="0" w:line="${twips(height)}" w:lineRule="exact"/>`;
  const one = (id: string, name: string, custom: boolean, paragraph: string, run: string) =>
    `<w:style w:type="paragraph"${custom ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>` +
    `<w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr>${run}</w:style>`;
  const left = '<w:jc w:val="left"/>';
  const levels = Array.from({ length: CONTENTS_LEVELS }, (_, level) => {
    const style = contentsStyle(styles, level);
    const cells = (count: number) => twips(count * (style.cell ?? CELL));
    return one(
      contentsStyleId(level),
      `toc ${level + 1}`,
      false,
      `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${twips(textWidth)}"/></w:tabs>${exact(style.pitch)}` +
        `<w:ind w:left="${cells(style.left)}"/>${left}`,
      character(faces[style.face], style.size, style.spacing),
    );
  });
  return (
    one(STYLE.header, 'header', false, exact(RUNNING_HEAD.row) + left, character(faces.song, RUNNING_HEAD.size, 0)) +
    one(STYLE.bookFolio, '书页码', true, exact(BOOK_FOLIO.row) + left, character(faces.song, BOOK_FOLIO.size, 0)) +
    levels.join('')
  );
}
