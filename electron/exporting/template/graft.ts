import { strToU8 } from 'fflate';
import type { RawLayout } from './raw-blocks.ts';
import { partText, type WordParts } from './word-text.ts';

const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
const MIME: Readonly<Record<string, string>> = { jpg: 'image/jpeg', jpeg: 'image/jpeg' };

/** Prefixes the program's layout uses; a template made elsewhere may not declare them. */
const SPACES: Readonly<Record<string, string>> = {
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
};

/** Puts into a filled template what grafted layout stands on: styles, pictures, prefixes. Changes `parts`. */
export function graft(parts: WordParts, layout: RawLayout): void {
  const document = partText(parts, 'word/document.xml');
  parts['word/document.xml'] = strToU8(declared(closedCells(document)));
  addStyles(parts, document, layout.styles);
  if (layout.pictures.length === 0) return;
  const relations: string[] = [];
  const types: string[] = [];
  for (const [index, { relation, bytes, extension }] of layout.pictures.entries()) {
    const name = `media/antou-${index + 1}.${extension}`;
    parts[`word/${name}`] = bytes;
    relations.push(`<Relationship Id="${relation}" Type="${IMAGE}" Target="${name}"/>`);
    const known = new RegExp(`Extension="${extension}"`, 'iu');
    if (known.test(partText(parts, TYPES)) || types.some((type) => known.test(type))) continue;
    types.push(`<Default Extension="${extension}" ContentType="${MIME[extension] ?? `image/${extension}`}"/>`);
  }
  insert(parts, RELATIONS, /<\/Relationships>/u, (end) => relations.join('') + end);
  insert(parts, TYPES, /<Types[^>]*>/u, (start) => start + types.join(''));
}

function insert(parts: WordParts, name: string, at: RegExp, change: (found: string) => string): void {
  const text = partText(parts, name);
  if (text) parts[name] = strToU8(text.replace(at, change));
}

/** A cell has to end with a paragraph, or Word calls the file damaged. */
const closedCells = (xml: string): string => xml.replace(/<\/w:tbl>(\s*)<\/w:tc>/gu, '</w:tbl><w:p/></w:tc>');

function declared(xml: string): string {
  return xml.replace(/<w:document([^>]*)>/u, (whole, attributes: string) => {
    const missing = Object.entries(SPACES).filter(
      ([prefix]) =>
        new RegExp(`<${prefix}:|\\s${prefix}:\\w+=`, 'u').test(xml) && !attributes.includes(`xmlns:${prefix}=`),
    );
    return missing.length === 0
      ? whole
      : `<w:document${attributes}${missing.map(([prefix, space]) => ` xmlns:${prefix}="${space}"`).join('')}>`;
  });
}

/** Styles that grafted layout refers to and the template lacks; those it has stay the office's own. */
function addStyles(parts: WordParts, document: string, own: string): void {
  const theirs = partText(parts, 'word/styles.xml');
  if (!own || !theirs) return;
  const has = new Set([...theirs.matchAll(/w:styleId="([^"]*)"/gu)].map(([, id]) => id));
  const definitions = new Map(
    [...own.matchAll(/<w:style\s[^>]*w:styleId="([^"]*)"[^>]*>[\s\S]*?<\/w:style>/gu)].map(([whole, id = '']) => [
      id,
      whole,
    ]),
  );
  const wanted: string[] = [];
  const want = (id: string | undefined): void => {
    if (!id || has.has(id)) return;
    const definition = definitions.get(id);
    if (!definition) return;
    has.add(id);
    wanted.push(definition.replace(/ w:default="1"/u, ''));
    for (const [, based] of definition.matchAll(/<w:(?:basedOn|next|link) w:val="([^"]*)"/gu)) want(based);
  };
  for (const [, id] of document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"/gu)) want(id);
  if (wanted.length > 0)
    parts['word/styles.xml'] = strToU8(theirs.replace('</w:styles>', `${wanted.join('')}</w:styles>`));
}
