import { MARK_PROPERTY, type PaperMark, readBookmark, readMark } from '../../../shared/documents/trace/basis.ts';
import type { FileParagraph } from '../../../shared/documents/trace/places.ts';
import { inspectZip, unpack } from '../zip.ts';
import { requireWordParts } from './docx.ts';
import { attribute, plainText, TOKEN, tagOf } from './xml-tokens.ts';

export interface TracedFile {
  /** Who the file says it is; absent when another program dropped it, or it never was one of ours. */
  readonly mark?: PaperMark;
  readonly paragraphs: readonly FileParagraph[];
}

/**
 * Reads what is needed to trace a file back: its mark and every paragraph with the marks in it, text boxes and cells
 * included. Tracked deletions are left out, tracked insertions are text.
 * @throws AntouError invalid for packages that are unsafe, locked, broken or no Word file.
 */
export function readTraced(bytes: Uint8Array): TracedFile {
  const entries = inspectZip(bytes, 'Word');
  const main = requireWordParts(entries);
  const part = (name: string): string => {
    const entry = entries.get(name);
    return entry ? new TextDecoder().decode(unpack(bytes, entry, 'Word')) : '';
  };
  const mark = propertyOf(part('docProps/custom.xml'));
  return { ...(mark ? { mark } : {}), paragraphs: readParagraphs(part(main)) };
}

function propertyOf(xml: string): PaperMark | undefined {
  const property = new RegExp(`<property\\b[^>]*\\bname="${MARK_PROPERTY}"[^>]*>([\\s\\S]*?)</property>`, 'u').exec(
    xml,
  );
  const value = property && />([^<]*)</u.exec(property[1] ?? '');
  return value ? readMark(plainText(value[1] ?? '')) : undefined;
}

interface Open {
  text: string;
  readonly marks: FileParagraph['marks'][number][];
}

function readParagraphs(xml: string): FileParagraph[] {
  const paragraphs: FileParagraph[] = [];
  const open: Open[] = [];
  /** Marks between paragraphs belong to the next one. */
  let waiting: Open['marks'] = [];
  let inText = false;
  let deleted = 0;
  /** A drawing is written twice, for programs that know it and for those that do not. */
  let fallback = 0;
  for (const token of xml.matchAll(TOKEN)) {
    const tag = tagOf(token);
    const top = open.at(-1);
    if (!tag) {
      if (inText && deleted === 0 && fallback === 0 && top) top.text += plainText(token[5] ?? '');
      continue;
    }
    const { name, closing, empty } = tag;
    if (name === 'mc:Fallback' && !empty) fallback += closing ? -1 : 1;
    if (fallback > 0) continue;
    if (name === 'w:del' && !empty) deleted += closing ? -1 : 1;
    if (name === 'w:t') inText = !closing && !empty;
    if ((name === 'w:br' || name === 'w:tab') && !closing && top) top.text += name === 'w:br' ? '\n' : '\t';
    if (name === 'w:bookmarkStart' && !closing) {
      const place = readBookmark(attribute(tag, 'w:name') ?? '');
      if (place) (top?.marks ?? waiting).push(place);
    }
    if (name !== 'w:p') continue;
    if (!closing) {
      if (!empty) open.push({ text: '', marks: waiting });
      waiting = [];
    } else {
      const done = open.pop();
      if (done) paragraphs.push(done);
    }
  }
  return paragraphs.filter(({ text }) => text.trim() !== '');
}
