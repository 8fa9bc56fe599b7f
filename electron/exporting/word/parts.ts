import { strFromU8, type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';
import { NOTE_HEAD } from '../../../shared/documents/layout.ts';
import { siblingOf } from '../fonts.ts';
import { escapeXml } from './xml.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * settings.xml by hand: the library writes neither the spacing of punctuation nor what keeps broken lines from being
 * stretched. No updateFields: Word would ask a question on opening.
 */
export function settingsXml(): string {
  return (
    `${XML}<w:settings xmlns:w="${W}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>` +
    '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="156"/>' +
    '<w:characterSpacingControl w:val="doNotCompress"/>' +
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' +
    '<w:compat><w:spaceForUL/><w:doNotExpandShiftReturn/>' +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
  );
}

/** fontTable.xml: each face with a sibling that a program without it may take. */
export function fontTableXml(used: Iterable<string>): string {
  const fonts = [...new Set(used)].sort().map((name) => {
    const sibling = siblingOf(name);
    return (
      `<w:font w:name="${escapeXml(name)}">${sibling ? `<w:altName w:val="${escapeXml(sibling)}"/>` : ''}` +
      '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
    );
  });
  return `${XML}<w:fonts xmlns:w="${W}">${fonts.join('')}</w:fonts>`;
}

export function coreXml(title: string, creator: string, now: Date): string {
  const stamp = now.toISOString().replace(/\.\d{3}Z$/, 'Z');
  return (
    `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator>` +
    `<cp:lastModifiedBy>${escapeXml(creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified>` +
    '</cp:coreProperties>'
  );
}

/**
 * The line above footnotes: the library gives its paragraph a free line of 16 pt type with a stray number in it, which
 * in Word takes most of a row from the page. Six points are what the pages on the screen reckon with.
 */
export function footnotesXml(xml: string): string {
  return xml.replace(
    /<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"\/><\/w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteRef\/><\/w:r><w:r><w:(separator|continuationSeparator)\/><\/w:r><\/w:p>/g,
    `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${NOTE_HEAD * 20}" w:lineRule="exact"/></w:pPr><w:r><w:$1/></w:r></w:p>`,
  );
}

/** Opens the library's package, puts own parts in, and closes it in a fixed order with fixed times. */
export function repack(
  packed: Uint8Array,
  own: Readonly<Record<string, string | ((xml: string) => string)>>,
  now: Date,
): Uint8Array {
  const parts: Unzipped = unzipSync(packed);
  const encoder = new TextEncoder();
  for (const [name, text] of Object.entries(own)) {
    const part = parts[name];
    if (part) parts[name] = encoder.encode(typeof text === 'string' ? text : text(strFromU8(part)));
  }
  const first = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
  const rest = Object.keys(parts).filter((name) => !first.includes(name) && !name.endsWith('/'));
  // A zip knows local time only and no year before 1980; the day of writing is enough.
  const mtime = new Date(Math.max(1980, now.getUTCFullYear()), now.getUTCMonth(), now.getUTCDate());
  const zip: Zippable = {};
  for (const name of [...first, ...rest.sort()]) {
    const bytes = parts[name];
    if (!bytes) continue;
    const stored = /\.(?:png|jpe?g|gif)$/i.test(name);
    zip[name] = [bytes, { level: stored ? 0 : 6, mtime }];
  }
  return zipSync(zip);
}
