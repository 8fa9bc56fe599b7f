import { strToU8 } from 'fflate';
import { MARK_PROPERTY, type PaperMark, writeMark } from '../../../shared/documents/trace/basis.ts';
import { escapeXml } from '../word/xml.ts';
import { partText, type WordParts } from './word-text.ts';

const CUSTOM = 'docProps/custom.xml';
const TYPES = '[Content_Types].xml';
const RELATIONS = '_rels/.rels';
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties ' +
  'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ' +
  'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"></Properties>';

/**
 * Says in the file's own properties which paper it is, so that it can be traced back. Its paragraphs are found by their
 * words: a template sets them as it likes. Changes `parts`.
 */
export function putMark(parts: WordParts, mark: PaperMark): void {
  const before = partText(parts, CUSTOM);
  const properties = before.includes('</Properties>') ? before : EMPTY;
  const others = properties.replace(
    new RegExp(`<property(?=[^>]*name="${MARK_PROPERTY}")[^>]*>[\\s\\S]*?</property>`, 'u'),
    '',
  );
  const taken = [...others.matchAll(/pid="(\d+)"/gu)].map(([, id]) => Number(id));
  const property =
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${Math.max(1, ...taken) + 1}" name="${MARK_PROPERTY}">` +
    `<vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${escapeXml(writeMark(mark))}</vt:lpwstr></property>`;
  parts[CUSTOM] = strToU8(others.replace('</Properties>', () => `${property}</Properties>`));
  const types = partText(parts, TYPES);
  if (!types.includes('/docProps/custom.xml')) {
    const type = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
    parts[TYPES] = strToU8(
      types.replace('</Types>', `<Override PartName="/docProps/custom.xml" ContentType="${type}"/></Types>`),
    );
  }
  const relations = partText(parts, RELATIONS);
  if (!relations.includes(KIND)) {
    const relation = `<Relationship Id="rIdAntouMark" Type="${KIND}" Target="docProps/custom.xml"/>`;
    parts[RELATIONS] = strToU8(relations.replace('</Relationships>', `${relation}</Relationships>`));
  }
}
