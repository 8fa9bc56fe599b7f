import { strToU8, zipSync } from 'fflate';
import type {
  DocumentBlock,
  DocumentModel,
  DocumentParagraph,
  DocumentTable,
  Masthead,
  ParagraphRole,
  Run,
} from '../../../shared/documents/model.ts';
import {
  HEAD_NAMES,
  headEnd,
  type NamedTable,
  namedTables,
  OTHER_PARAGRAPHS,
  onlyTable,
  type PaperPart,
  partsOf,
  ROLE_NAMES,
} from '../../../shared/documents/templates/index.ts';
import { repack } from '../word/parts.ts';
import { type WriteWordOptions, writeWord } from '../word/write-word.ts';
import { escapeXml } from '../word/xml.ts';
import { openParts, partText } from './word-text.ts';

/** Kinds of paragraph every sample has a line for, also where its example has none of them. */
const USUAL: readonly ParagraphRole[] = ['heading1', 'heading2', 'heading3', 'body', 'blank'];

/** More sections than this come and go with the record (a book), and are not laid out one by one. */
const MOST_PARTS = 4;

/**
 * Stands in the model for a placeholder while the layout is written: short and without spaces, so that nothing that
 * balances lines tears it.
 */
class Tokens {
  readonly #texts: string[] = [];

  of(placeholder: string): string {
    this.#texts.push(placeholder);
    return `[[${this.#texts.length}]]`;
  }

  /** Puts the placeholders where their tokens stand. */
  resolve(xml: string): string {
    return xml.replace(/\[\[(\d+)\]\]/gu, (whole, number: string) => {
      const text = this.#texts[Number(number) - 1];
      return text === undefined ? whole : escapeXml(text);
    });
  }
}

/**
 * A template with the layout of the program and placeholders for the words of `model`: filled with the same document
 * again it says all that the program's own paper says.
 */
export async function sampleTemplate(model: DocumentModel, options: WriteWordOptions): Promise<Uint8Array> {
  const tokens = new Tokens();
  const skeleton = skeletonOf(model, tokens);
  const parts = openParts(await writeWord(skeleton, options));
  let document = tokens.resolve(partText(parts, 'word/document.xml'));
  if (model.masthead && !model.masthead.issuers?.length) document = withMark(document, model.masthead.mark);
  parts['word/document.xml'] = strToU8(spacePreserved(document));
  const core = partText(parts, 'docProps/core.xml');
  parts['docProps/core.xml'] = strToU8(core.replace(/<dc:title>[^<]*<\/dc:title>/u, '<dc:title>文书样板</dc:title>'));
  const now = new Date(options.now);
  return repack(zipSync(parts, { level: 0 }), {}, Number.isNaN(now.getTime()) ? new Date(0) : now);
}

/** Names with a space in them (-w:p 正文段) would lose it at the edge of a run. */
const spacePreserved = (xml: string): string => xml.replace(/<w:t>(?=[^<]*\{)/gu, '<w:t xml:space="preserve">');

/**
 * The mark is laid out with its real words, as its size depends on their number; the words give way to the placeholder
 * afterwards.
 */
function withMark(xml: string, mark: string): string {
  const wanted = escapeXml(mark).replace(/\s/gu, '');
  let done = false;
  return xml.replace(/<w:p(?:\s[^>]*)?>(?:(?!<w:p[\s>])[\s\S])*?<\/w:p>/gu, (paragraph) => {
    const words = [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = '']) => text).join('');
    if (done || words.replace(/\s/gu, '') !== wanted) return paragraph;
    done = true;
    let first = true;
    return paragraph.replace(/<w:t(?:\s[^>]*)?>[^<]*<\/w:t>/gu, () => {
      const text = first ? '<w:t>{红头}</w:t>' : '<w:t></w:t>';
      first = false;
      return text;
    });
  });
}

function skeletonOf(model: DocumentModel, tokens: Tokens): DocumentModel {
  const { masthead, corner } = model;
  return {
    ...model,
    ...(masthead ? { masthead: mastheadOf(masthead, tokens) } : {}),
    ...(corner ? { corner: tokens.of('{右上角}') } : {}),
    blocks: [...blocksOf(model, tokens), ...footOf(model, tokens)],
    imprint: undefined,
  } as DocumentModel;
}

function mastheadOf(masthead: Masthead, tokens: Tokens): Masthead {
  const put = (name: keyof Masthead, placeholder: string) =>
    masthead[name] ? { [name]: tokens.of(`{${placeholder}}`) } : {};
  return {
    ...masthead,
    ...put('number', '文号'),
    ...put('copyNumber', '份号'),
    ...put('secrecy', '密级'),
    ...put('urgency', '紧急程度'),
    ...put('issuer', '编印单位'),
    ...put('date', '编印日期'),
    ...put('notice', '内部资料'),
    ...(masthead.signers?.length ? { signers: [tokens.of('{签发人}')] } : {}),
  };
}

const line = (role: ParagraphRole, ...runs: Run[]): DocumentParagraph => ({ type: 'paragraph', role, runs });

/** 版记 as a whole: its height and place depend on how many receivers there are. */
const footOf = (model: DocumentModel, tokens: Tokens): DocumentBlock[] =>
  model.imprint ? [line('small', { text: tokens.of('{@版记}') })] : [];

function blocksOf(model: DocumentModel, tokens: Tokens): DocumentBlock[] {
  const { blocks } = model;
  const head = headEnd(blocks);
  const tables = namedTables(blocks);
  const parts = partsOf(blocks);
  const result = headBlocks(blocks.slice(0, head), tokens);
  if (parts.length > MOST_PARTS) return [...result, ...flow('正文', blocks.slice(head), tokens)];
  if (parts.length === 1) {
    return [...result, ...partBlocks(blocks, { from: head, end: blocks.length }, '', tables, tokens)];
  }
  parts.forEach(({ from, end }, index) => {
    const breaking = blocks[from - 1];
    if (breaking?.type === 'sectionBreak') result.push(breaking);
    const part = { from: index === 0 ? head : from, end };
    result.push(...partBlocks(blocks, part, String(index + 1), tables, tokens));
  });
  return result;
}

function headBlocks(blocks: readonly DocumentBlock[], tokens: Tokens): DocumentBlock[] {
  return blocks.map((block) => {
    if (block.type !== 'paragraph' || block.role === 'blank') return block;
    const name = HEAD_NAMES[block.role] ?? '标题';
    const text = name === '标题' ? `{${name}}` : `{-w:p ${name}}{${name}}{/${name}}`;
    return line(block.role, { text: tokens.of(text) });
  });
}

/** One section: its only table laid out with its own cells where they can be named, everything else paragraph by kind. */
function partBlocks(
  blocks: readonly DocumentBlock[],
  { from, end }: PaperPart,
  number: string,
  tables: ReadonlyMap<number, NamedTable>,
  tokens: Tokens,
): DocumentBlock[] {
  const at = onlyTable(blocks, from, end);
  const named = at === undefined ? undefined : tables.get(at);
  const table = at === undefined ? undefined : blocks[at];
  if (at === undefined || !named || table?.type !== 'table' || named.shape === 'whole') {
    return flow(`正文${number}`, blocks.slice(from, end), tokens);
  }
  const which = [...tables.keys()].indexOf(at) + 1;
  return [
    ...(at > from ? flow(`表前${number}`, blocks.slice(from, at), tokens) : []),
    named.shape === 'register' ? registerOf(table, named, which, tokens) : formOf(table, named, tokens),
    ...(at + 1 < end ? flow(`表后${number}`, blocks.slice(at + 1, end), tokens) : []),
  ];
}

/** Kinds whose first words are set in 黑体. */
const LED: readonly ParagraphRole[] = ['nameList', 'attachmentNote'];

function flow(name: string, blocks: readonly DocumentBlock[], tokens: Tokens): DocumentBlock[] {
  const used = new Set(blocks.flatMap((block) => (block.type === 'paragraph' ? [block.role] : [])));
  const roles = (Object.keys(ROLE_NAMES) as ParagraphRole[]).filter((role) => used.has(role) || USUAL.includes(role));
  const tag = (text: string) => tokens.of(text);
  return [
    line('small', { text: tag(`{#${name}}`) }),
    ...roles.map((role) => {
      const kind = ROLE_NAMES[role];
      if (role === 'blank') return line(role, { text: tag(`{-w:p ${kind}}{/${kind}}`) });
      if (!LED.includes(role)) return line(role, { text: tag(`{-w:p ${kind}}{文字}{/${kind}}`) });
      return line(role, { text: tag(`{-w:p ${kind}}{引词}`), lead: true }, { text: tag(`{其余文字}{/${kind}}`) });
    }),
    line('body', { text: tag(`{-w:p ${OTHER_PARAGRAPHS}}{文字}{/${OTHER_PARAGRAPHS}}`) }),
    line('small', { text: tag('{@表图}') }),
    line('small', { text: tag(`{/${name}}`) }),
  ];
}

/** Its head as it is, and one row that comes again for every row. */
function registerOf(table: DocumentTable, named: NamedTable, number: number, tokens: Tokens): DocumentTable {
  const loop = `表格${number}`;
  const sample = table.rows[table.headRows] ?? [];
  const last = sample.length - 1;
  // A loop within one cell would repeat its paragraph, not the row.
  const open = last === 0 ? `{-w:tr ${loop}}` : `{#${loop}}`;
  const row = sample.map((cell, index) => {
    const name = named.columns[index] ?? `列${index + 1}`;
    const text = `${index === 0 ? open : ''}{${name}}${index === last ? `{/${loop}}` : ''}`;
    return { ...cell, runs: [{ text: tokens.of(text) }] };
  });
  return { ...table, rows: [...table.rows.slice(0, table.headRows), row] };
}

/** Labels as they are, and a placeholder in every cell that is filled in. */
function formOf(table: DocumentTable, named: NamedTable, tokens: Tokens): DocumentTable {
  const names = new Map(named.cells.map(({ row, cell, name }) => [`${row}/${cell}`, name]));
  return {
    ...table,
    rows: table.rows.map((row, at) =>
      row.map((cell, index) => {
        const name = names.get(`${at}/${index}`);
        return name === undefined ? cell : { ...cell, runs: [{ text: tokens.of(`{${name}}`) }] };
      }),
    ),
  };
}
