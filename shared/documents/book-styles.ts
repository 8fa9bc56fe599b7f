import { ROLE_STYLES, type RoleStyle, type StyleSheet } from './layout.ts';
import type { PageSetup } from './model.ts';

/** Points: a line of 五号 text; 36 of them fill the type area of a 16开 page. */
export const BOOK_ROW = 16.8;
/** Advance of a character of 五号: 38 of them fill 145 mm. */
const BOOK_CELL = 10.8;

const text: RoleStyle = {
  face: 'song',
  size: 10.5,
  pitch: BOOK_ROW,
  align: 'justify',
  spacing: 0.3,
  first: 2,
  left: 0,
  right: 0,
  cell: BOOK_CELL,
};
const flush: RoleStyle = { ...text, first: 0 };
const head: RoleStyle = { ...flush, align: 'center', spacing: 0, keepNext: true };
const small: RoleStyle = { ...flush, size: 9, pitch: 14, spacing: 0, cell: 9 };

/**
 * Type of 文史 books, as publishers of them set it: 编 18 pt and 章 15 pt 黑体, 节 12 pt 楷体, text 五号宋体, quotations
 * 楷体 two characters in, captions 小五 黑体 under pictures. Levels 一、（一）1. keep the order of 公文 in smaller type.
 */
const BOOK_STYLES: StyleSheet = {
  title: { ...head, face: 'heading', size: 18, pitch: 33.6 },
  subtitle: { ...head, face: 'kai', size: 12, pitch: 25.2 },
  heading1: { ...head, face: 'kai', size: 12, pitch: 33.6, outline: 2 },
  heading2: { ...text, face: 'heading', keepNext: true, outline: 3 },
  heading3: { ...text, face: 'kai', keepNext: true, outline: 4 },
  heading4: { ...text, outline: 5 },
  body: text,
  salutation: flush,
  attachmentNote: { ...text, left: 5, first: -3, align: 'left' },
  signature: { ...flush, align: 'right', right: 2 },
  date: { ...flush, align: 'right', right: 2 },
  annotation: text,
  nameList: { ...text, left: 5, first: -3, align: 'left' },
  editorNote: { ...text, face: 'kai' },
  byline: { ...flush, face: 'kai', align: 'right', right: 2 },
  articleTitle: { ...head, face: 'heading', size: 15, pitch: 33.6, outline: 1 },
  quote: { ...text, face: 'kai', left: 2 },
  tableTitle: { ...head, face: 'heading', size: 9 },
  caption: { ...small, face: 'heading', align: 'center', pitch: BOOK_ROW },
  tableNote: small,
  blank: flush,
  attachmentMark: { ...flush, face: 'heading', keepNext: true },
  attachmentTitle: { ...head, face: 'heading', size: 15, pitch: 33.6 },
  formTitle: { ...head, face: 'heading', size: 15, pitch: 33.6 },
  coverTitle: { ...head, face: 'title', size: 36, pitch: 50.4, keepNext: false },
  coverSubtitle: { ...head, face: 'kai', size: 16, pitch: 33.6, keepNext: false },
  coverNote: { ...head, face: 'song', size: 12, pitch: 25.2, keepNext: false },
  partTitle: { ...head, face: 'heading', size: 18, pitch: 33.6, outline: 0 },
  chapterTitle: { ...head, face: 'heading', size: 15, pitch: 33.6, outline: 1 },
  contentsTitle: { ...head, face: 'heading', size: 15, pitch: 33.6 },
  small: { ...small, align: 'justify', first: 2 },
};

/** The look of every role: one sheet a document, by the grid of its first section. */
export function stylesOf(page: PageSetup): StyleSheet {
  return page.grid === 'book' ? BOOK_STYLES : ROLE_STYLES;
}
