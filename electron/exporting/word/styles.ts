import {
  CELL,
  NOTE_TEXT,
  ROLE_STYLES,
  type RoleStyle,
  type StyleSheet,
  TABLE_TEXT,
} from '../../../shared/documents/layout.ts';
import type { ParagraphRole } from '../../../shared/documents/model.ts';
import type { Face } from '../../../shared/documents/page.ts';
import { escapeXml } from './xml.ts';

/**
 * Style of each role: built-in ids where Word has one, so that navigation, other programs and converters recognise
 * headings and titles; names are what the clerk sees in the list of styles.
 */
const STYLE_NAMES: Readonly<Record<ParagraphRole, readonly [id: string, name: string]>> = {
  title: ['Title', 'Title'],
  subtitle: ['Subtitle', 'Subtitle'],
  heading1: ['Heading1', 'heading 1'],
  heading2: ['Heading2', 'heading 2'],
  heading3: ['Heading3', 'heading 3'],
  heading4: ['Heading4', 'heading 4'],
  body: ['AntouBody', '公文正文'],
  salutation: ['AntouSalutation', '主送机关'],
  attachmentNote: ['AntouAttachmentNote', '附件说明'],
  signature: ['AntouSignature', '署名'],
  date: ['AntouDate', '成文日期'],
  annotation: ['AntouAnnotation', '附注'],
  nameList: ['AntouNameList', '名单'],
  editorNote: ['AntouEditorNote', '编者按'],
  byline: ['AntouByline', '作者'],
  articleTitle: ['AntouArticleTitle', '文章标题'],
  quote: ['AntouQuote', '引文'],
  tableTitle: ['AntouTableTitle', '表题'],
  caption: ['Caption', 'caption'],
  tableNote: ['AntouTableNote', '表注'],
  blank: ['AntouBlank', '空行'],
  attachmentMark: ['AntouAttachmentMark', '附件'],
  attachmentTitle: ['AntouAttachmentTitle', '附件标题'],
  formTitle: ['AntouFormTitle', '表格标题'],
  coverTitle: ['AntouCoverTitle', '封面书名'],
  coverSubtitle: ['AntouCoverSubtitle', '封面副题'],
  coverNote: ['AntouCoverNote', '封面落款'],
  partTitle: ['AntouPartTitle', '编名'],
  chapterTitle: ['AntouChapterTitle', '章名'],
  contentsTitle: ['AntouContentsTitle', '目录标题'],
  small: ['AntouSmall', '小字正文'],
};

export function styleIdOf(role: ParagraphRole): string {
  return (STYLE_NAMES[role] ?? STYLE_NAMES.body)[0];
}

/** Name of the style of a role as office programs list it. */
export function styleNameOf(role: ParagraphRole): string {
  return (STYLE_NAMES[role] ?? STYLE_NAMES.body)[1];
}

export const STYLE = {
  cell: 'AntouCell',
  cellHead: 'AntouCellHead',
  /** Tables that only hold places: names of a joint head, signatures side by side. */
  headTable: 'AntouPlaces',
  figure: 'AntouFigure',
  plain: 'AntouPlain',
  footer: 'Footer',
  header: 'Header',
  bookFolio: 'AntouBookFolio',
  note: 'FootnoteText',
  noteMark: 'FootnoteReference',
} as const;

export const twips = (points: number): number => Math.round(points * 20);

type Faces = Readonly<Record<Face, string>>;

function fonts(font: string): string {
  const name = escapeXml(font);
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
}

/** Character properties in the order the schema asks for. */
export function character(face: string, size: number, spacing: number): string {
  return `<w:rPr>${fonts(face)}<w:snapToGrid w:val="0"/><w:spacing w:val="${twips(spacing)}"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`;
}

/**
 * 2 characters are written both as characters (Word, WPS) and as twips (LibreOffice); a hanging indent as twips only,
 * because hanging characters and left characters are counted differently by different programs.
 */
function indent({ first, left, right, size, cell = CELL }: RoleStyle): string {
  const attributes: string[] = [];
  const cells = (count: number) => Math.round(count * cell * 20);
  if (left) attributes.push(`w:left="${cells(left)}"`);
  if (right) attributes.push(`w:right="${cells(right)}"`);
  if (first > 0 && size === 16) attributes.push(`w:firstLineChars="${first * 100}" w:firstLine="${cells(first)}"`);
  else if (first > 0) attributes.push(`w:firstLine="${cells(first)}"`);
  if (first < 0) attributes.push(`w:hanging="${cells(-first)}"`);
  return attributes.length > 0 ? `<w:ind ${attributes.join(' ')}/>` : '';
}

const ALIGN = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

function roleStyle(role: ParagraphRole, style: RoleStyle, faces: Faces): string {
  const [id, name] = STYLE_NAMES[role];
  const custom = id.startsWith('Antou') ? ' w:customStyle="1"' : '';
  const isHeading = style.outline !== undefined;
  const next = isHeading || role === 'title' || role === 'subtitle' ? '<w:next w:val="AntouBody"/>' : '';
  return (
    `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${next}<w:qFormat/>` +
    `<w:pPr>${style.keepNext ? '<w:keepNext/>' : ''}<w:spacing w:before="0" w:after="0" w:line="${twips(style.pitch)}" w:lineRule="exact"/>` +
    `${indent(style)}<w:jc w:val="${ALIGN[style.align]}"/>${isHeading ? `<w:outlineLvl w:val="${style.outline}"/>` : ''}</w:pPr>` +
    `${character(faces[style.face], style.size, style.spacing)}</w:style>`
  );
}

function plainStyle(id: string, name: string, paragraph: string, run: string, custom = true): string {
  return (
    `<w:style w:type="paragraph"${custom ? ' w:customStyle="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:pPr>${paragraph}</w:pPr>${run}</w:style>`
  );
}

/**
 * styles.xml of every document. Grid: exact lines, run spacing −0.3 pt, nothing snaps; hanging punctuation and automatic
 * gaps between Chinese and figures are off, because 公文 count 28 characters to the line.
 * @param styles look of the roles; absent those of 公文.
 * @param more further styles as XML.
 */
export function stylesXml(faces: Faces, styles: StyleSheet = ROLE_STYLES, more = ''): string {
  const roles = (Object.keys(styles) as ParagraphRole[]).map((role) => roleStyle(role, styles[role], faces));
  const atLeast = `<w:spacing w:before="0" w:after="0" w:line="${twips(TABLE_TEXT.lineHeight)}" w:lineRule="atLeast"/><w:jc w:val="left"/>`;
  const normal = styles.blank;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>' +
    `${fonts(faces.body)}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>` +
    '</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/>' +
    '<w:kinsoku/><w:overflowPunct w:val="0"/><w:topLinePunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
    `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${twips(normal.pitch)}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>` +
    // LibreOffice takes the cell of the grid from the size of this style, not from the defaults.
    `<w:rPr><w:snapToGrid w:val="0"/><w:spacing w:val="${twips(normal.spacing)}"/><w:sz w:val="${normal.size * 2}"/><w:szCs w:val="${normal.size * 2}"/></w:rPr></w:style>` +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    `<w:style w:type="table" w:customStyle="1" w:styleId="${STYLE.headTable}"><w:name w:val="版位"/><w:basedOn w:val="TableNormal"/></w:style>` +
    roles.join('') +
    plainStyle(STYLE.plain, '版面', '', character(faces.body, 16, 0)) +
    plainStyle(STYLE.cell, '表格', atLeast, character(faces[TABLE_TEXT.face], TABLE_TEXT.size, 0)) +
    plainStyle(STYLE.cellHead, '表头', atLeast, character(faces[TABLE_TEXT.headFace], TABLE_TEXT.size, 0)) +
    plainStyle(
      STYLE.figure,
      '图片',
      '<w:keepNext/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
      character(faces.body, 16, 0),
    ) +
    plainStyle(
      STYLE.footer,
      'footer',
      '<w:spacing w:before="0" w:after="0" w:line="280" w:lineRule="exact"/><w:jc w:val="left"/>',
      character(faces.song, 14, 0),
      false,
    ) +
    plainStyle(
      STYLE.note,
      'footnote text',
      `<w:spacing w:before="0" w:after="0" w:line="${twips(NOTE_TEXT.pitch)}" w:lineRule="exact"/><w:jc w:val="left"/>`,
      character(faces.song, NOTE_TEXT.size, 0),
      false,
    ) +
    `<w:style w:type="character" w:styleId="${STYLE.noteMark}"><w:name w:val="footnote reference"/><w:rPr>${fonts(faces.song)}<w:vertAlign w:val="superscript"/></w:rPr></w:style>` +
    more +
    '</w:styles>'
  );
}
