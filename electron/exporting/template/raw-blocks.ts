import type {
  DocumentBlock,
  DocumentModel,
  DocumentParagraph,
  PageSetup,
  Run,
} from '../../../shared/documents/model.ts';
import { contentsLines, partsOf, type RawPart, type TemplateScope } from '../../../shared/documents/templates/index.ts';
import { type WriteWordOptions, writeWord } from '../word/write-word.ts';
import { bodyChildren, PAGE_BREAK, wordsOfXml } from './body-xml.ts';
import { openParts, partText, type WordParts } from './word-text.ts';

/** A picture a piece of ready-made layout shows, still to be put into the file. */
export interface GraftedPicture {
  /** As the layout refers to it. */
  readonly relation: string;
  readonly bytes: Uint8Array;
  readonly extension: string;
}

/** Ready-made layout for a template, with what it needs of styles and pictures. */
export interface RawLayout {
  readonly xmlOf: (part: RawPart) => string;
  readonly pictures: readonly GraftedPicture[];
  /** styles.xml of the program, absent when no layout was asked for. */
  readonly styles: string;
}

const MARK = /^\[\[block (\d+)\]\]$/u;

const mark = (index: number): DocumentParagraph => ({
  type: 'paragraph',
  role: 'small',
  runs: [{ text: `[[block ${index}]]` }],
});

/** Footnotes belong to a file and cannot move with a paragraph: their words follow in brackets, as they do in tables. */
const withNotesInline = (runs: readonly Run[]): Run[] =>
  runs.map(({ note, ...run }) => (note ? { ...run, text: `${run.text}（注：${note}）` } : run));

function carried(blocks: readonly DocumentBlock[], index: number): DocumentBlock[] {
  const block = blocks[index];
  if (!block || block.type === 'pageBreak' || block.type === 'sectionBreak') return [];
  if (block.type === 'paragraph') return [{ ...block, runs: withNotesInline(block.runs) }];
  if (block.type !== 'contents') return [block];
  return contentsLines(blocks, index).map((text) => ({ type: 'paragraph', role: 'small', runs: [{ text }] }));
}

/** Indexes of the blocks, and whether head and foot, are asked for by the names a template mentions. */
function wantedOf(data: TemplateScope, mentioned: ReadonlySet<string>) {
  const blocks = new Set<number>();
  const ends = new Set<'imprint' | 'masthead'>();
  const walk = (scope: TemplateScope): void => {
    for (const [name, value] of Object.entries(scope)) {
      if (Array.isArray(value)) {
        if (mentioned.has(name)) for (const entry of value as readonly TemplateScope[]) walk(entry);
      } else if (name.startsWith('@') && mentioned.has(name)) {
        const part = value as RawPart;
        if (typeof part === 'string') ends.add(part);
        else for (const index of part.blocks) blocks.add(index);
      }
    }
  };
  walk(data);
  return { blocks, ends };
}

/** Sets by the program's own writer what a template asks for as a whole: `{@表图}`, `{@版记}`. */
export async function rawLayout(
  model: DocumentModel,
  data: TemplateScope,
  mentioned: ReadonlySet<string>,
  options: WriteWordOptions,
): Promise<RawLayout> {
  const wanted = wantedOf(data, mentioned);
  const xml = new Map<number, string>();
  const ends = new Map<string, string>();
  const pictures: GraftedPicture[] = [];
  let styles = '';
  const write = async (carrier: DocumentModel): Promise<string[]> => {
    const parts = openParts(await writeWord(carrier, options));
    styles ||= partText(parts, 'word/styles.xml');
    return bodyChildren(takePictures(parts, pictures));
  };
  const page = (setup: PageSetup): PageSetup => ({ ...setup, folio: 'none' });
  const bare = { document: model.document, title: model.title, fileName: model.fileName };
  for (const { from, end } of partsOf(model.blocks)) {
    const indexes = [...wanted.blocks].filter((index) => index >= from && index < end).sort((a, b) => a - b);
    if (indexes.length === 0) continue;
    const before = model.blocks[from - 1];
    const setup = before?.type === 'sectionBreak' ? before.page : model.page;
    const blocks = indexes.flatMap((index) => [mark(index), ...carried(model.blocks, index)]);
    // The marks keep tables apart and tell where each block begins.
    collect(await write({ ...bare, page: page(setup), blocks }), xml);
  }
  if (wanted.ends.has('imprint') && model.imprint) {
    const children = await write({ ...bare, page: page(model.page), blocks: [], imprint: model.imprint });
    ends.set('imprint', children.join(''));
  }
  if (wanted.ends.has('masthead') && model.masthead) {
    const children = await write({ ...bare, page: page(model.page), blocks: [mark(-1)], masthead: model.masthead });
    ends.set(
      'masthead',
      children
        .slice(
          0,
          children.findIndex((child) => wordsOfXml(child).startsWith('[[')),
        )
        .join(''),
    );
  }
  const ofBlock = (index: number): string => {
    const block = model.blocks[index];
    return block?.type === 'pageBreak' || block?.type === 'sectionBreak' ? PAGE_BREAK : (xml.get(index) ?? '');
  };
  return {
    xmlOf: (part) => (typeof part === 'string' ? (ends.get(part) ?? '') : part.blocks.map(ofBlock).join('')),
    pictures,
    styles,
  };
}

function collect(children: readonly string[], into: Map<number, string>): void {
  let at: number | undefined;
  for (const child of children) {
    const found = MARK.exec(wordsOfXml(child));
    if (found) at = Number(found[1]);
    else if (at !== undefined) into.set(at, (into.get(at) ?? '') + child);
  }
}

/** Gives each picture of a carrier a name of its own and answers the text that shows it under that name. */
function takePictures(parts: WordParts, pictures: GraftedPicture[]): string {
  const relations = new Map(
    [...partText(parts, 'word/_rels/document.xml.rels').matchAll(/<Relationship\s[^>]*>/gu)].map(([whole]) => [
      /\sId="([^"]*)"/u.exec(whole)?.[1] ?? '',
      /\sTarget="([^"]*)"/u.exec(whole)?.[1] ?? '',
    ]),
  );
  return partText(parts, 'word/document.xml').replace(/r:embed="([^"]*)"/gu, (whole, id: string) => {
    const target = relations.get(id) ?? '';
    const bytes = parts[`word/${target}`];
    if (!bytes) return whole;
    const relation = `rIdAntouPicture${pictures.length + 1}`;
    pictures.push({ relation, bytes, extension: /\.(\w+)$/u.exec(target)?.[1] ?? 'png' });
    return `r:embed="${relation}"`;
  });
}
