import { formatOfficialDate } from '../../text/index.ts';
import type { OfficeSettings } from '../definition.ts';
import type { DocumentBlock, DocumentModel, DocumentParagraph, DocumentTable, ParagraphRole, Run } from '../model.ts';
import { levelOf, OTHER_PARAGRAPHS, ROLE_NAMES } from './role-names.ts';
import { STATIC_NAMES } from './static-names.ts';
import { type NamedTable, nameTable } from './table-names.ts';

/** Blocks, or the foot or the head of the paper, as the program itself sets them: `{@版记}`. */
export type RawPart = { readonly blocks: readonly number[] } | 'imprint' | 'masthead';

/**
 * What a template can name: texts, conditions, lists, and under a name with @ before it ready-made layout. Only own
 * properties count, so that no name of the language (constructor, __proto__) leads anywhere.
 */
export interface TemplateScope {
  readonly [name: string]: string | true | readonly TemplateScope[] | RawPart | undefined;
}

export interface TemplateContext {
  readonly settings: OfficeSettings;
  /** 会议纪要: what the document is called. */
  readonly label: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Every name the template uses; settles which paragraphs are 其他段落. Absent: none of them are. */
  readonly mentioned?: ReadonlySet<string>;
}

/** One kind of setting of the page, from a section break to the next. `end` is the index after the last block. */
export interface PaperPart {
  readonly from: number;
  readonly end: number;
}

const textOf = (runs: readonly Run[]): string =>
  runs.map(({ text, note }) => (note ? `${text}（注：${note}）` : text)).join('');

const paragraphText = (paragraph: DocumentParagraph): string => textOf(paragraph.runs);

/** Kinds of paragraph that stand before the text of a paper, with the name of their words. */
export const HEAD_NAMES: Partial<Readonly<Record<ParagraphRole, string>>> = {
  title: '标题',
  formTitle: '标题',
  subtitle: '副标题',
  salutation: '主送',
};

/** Sections of a paper; a section break itself belongs to none. */
export function partsOf(blocks: readonly DocumentBlock[]): PaperPart[] {
  const parts: PaperPart[] = [];
  let from = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'sectionBreak') continue;
    parts.push({ from, end: index });
    from = index + 1;
  }
  parts.push({ from, end: blocks.length });
  return parts;
}

/** Index after title, subtitle, receivers and the empty lines among them, at the beginning of a paper. */
export function headEnd(blocks: readonly DocumentBlock[]): number {
  const seen = new Set<string>();
  let at = 0;
  for (; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.type !== 'paragraph') break;
    if (block.role === 'blank') continue;
    const name = HEAD_NAMES[block.role];
    if (!name || seen.has(name)) break;
    seen.add(name);
  }
  return seen.size > 0 ? at : 0;
}

/** Tables of a paper by index of their block, with the names templates know them by. */
export function namedTables(blocks: readonly DocumentBlock[]): ReadonlyMap<number, NamedTable> {
  const taken = new Set<string>(STATIC_NAMES);
  const tables = new Map<number, NamedTable>();
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'table') continue;
    const named = nameTable(block, taken);
    for (const { name } of named.cells) taken.add(name);
    tables.set(index, named);
  }
  return tables;
}

/** The only table between two blocks; undefined when there is none or more than one. Tables that only place text do not count. */
export function onlyTable(blocks: readonly DocumentBlock[], from: number, end: number): number | undefined {
  let found: number | undefined;
  for (let index = from; index < end; index += 1) {
    const block = blocks[index];
    if (block?.type !== 'table' || block.lines === 'none') continue;
    if (found !== undefined) return undefined;
    found = index;
  }
  return found;
}

function leadParts(paragraph: DocumentParagraph): { lead: string; rest: string } {
  let count = 0;
  while (paragraph.runs[count]?.lead) count += 1;
  return { lead: textOf(paragraph.runs.slice(0, count)), rest: textOf(paragraph.runs.slice(count)) };
}

const tableRows = (table: DocumentTable): string =>
  table.rows.map((row) => row.map((cell) => textOf(cell.runs)).join('　')).join('\n');

/** Headings a contents list shows. */
export function contentsLines(blocks: readonly DocumentBlock[], at: number): string[] {
  const contents = blocks[at];
  if (contents?.type !== 'contents') return [];
  return blocks
    .slice(at + 1)
    .flatMap((block) =>
      block.type === 'paragraph' && contents.roles.includes(block.role) ? [paragraphText(block)] : [],
    );
}

interface Mutable {
  [name: string]: TemplateScope[string];
}

function blockScope(model: DocumentModel, index: number, context: TemplateContext): TemplateScope {
  const block = model.blocks[index];
  const raw: RawPart = { blocks: [index] };
  if (block?.type !== 'paragraph') {
    const text =
      block?.type === 'table'
        ? tableRows(block)
        : block?.type === 'contents'
          ? contentsLines(model.blocks, index).join('\n')
          : block?.type === 'figure'
            ? (block.caption ?? '')
            : '';
    return { 文字: text, 级别: '', 引词: '', 其余文字: text, '@版式': raw, '@表图': raw };
  }
  const { lead, rest } = leadParts(block);
  const name = ROLE_NAMES[block.role];
  const scope: Mutable = {
    文字: paragraphText(block),
    级别: levelOf(block.role),
    引词: lead,
    其余文字: rest,
    [name]: true,
    '@版式': raw,
    '@表图': { blocks: [] },
  };
  if (context.mentioned && !context.mentioned.has(name)) scope[OTHER_PARAGRAPHS] = true;
  return scope;
}

const range = (from: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - from) }, (_, index) => from + index);

function rowScope(cells: readonly string[], names: readonly string[], number: number): TemplateScope {
  const scope: Mutable = { 行号: String(number) };
  cells.forEach((text, index) => {
    scope[`列${index + 1}`] = text;
  });
  names.forEach((name, index) => {
    scope[name] ??= cells[index] ?? '';
  });
  return scope;
}

function tableScopes(model: DocumentModel, tables: ReadonlyMap<number, NamedTable>, into: Mutable): void {
  const all: TemplateScope[] = [];
  for (const [index, named] of tables) {
    const table = model.blocks[index] as DocumentTable;
    const before = model.blocks[index - 1];
    const heads = named.shape === 'register' ? table.headRows : 0;
    const rows = table.rows.slice(heads).map((row, at) =>
      rowScope(
        row.map((cell) => textOf(cell.runs)),
        named.columns,
        at + 1,
      ),
    );
    const number = all.length + 1;
    const title = before?.type === 'paragraph' && before.role !== 'blank' ? paragraphText(before) : '';
    const raw: RawPart = { blocks: [index] };
    all.push({ 表号: String(number), 表题文字: title, 行: rows, '@版式': raw });
    into[`表格${number}`] = rows;
    into[`@表格${number}`] = raw;
    for (const { name, row, cell } of named.cells) into[name] = textOf(table.rows[row]?.[cell]?.runs ?? []);
  }
  into.表格 = all;
}

function flows(model: DocumentModel, context: TemplateContext, into: Mutable): void {
  const { blocks } = model;
  const head = headEnd(blocks);
  const parts = partsOf(blocks);
  const add = (name: string, from: number, end: number) => {
    const indexes = range(from, end);
    into[name] = indexes.map((index) => blockScope(model, index, context));
    into[`@${name}`] = { blocks: indexes };
  };
  const around = (number: string, from: number, end: number) => {
    const table = onlyTable(blocks, from, end);
    if (table === undefined) return;
    add(`表前${number}`, from, table);
    add(`表后${number}`, table + 1, end);
  };
  add('全文', 0, blocks.length);
  add('正文', head, blocks.length);
  around('', head, blocks.length);
  parts.forEach(({ from, end }, index) => {
    const start = index === 0 ? head : from;
    add(`正文${index + 1}`, start, end);
    around(String(index + 1), start, end);
  });
}

/** First words of a kind of paragraph. */
function wordsOf(model: DocumentModel, role: ParagraphRole): string | undefined {
  const found = model.blocks.find((block) => block.type === 'paragraph' && block.role === role);
  return found?.type === 'paragraph' ? paragraphText(found) || undefined : undefined;
}

function headTexts(model: DocumentModel): Mutable {
  const { masthead, blocks } = model;
  const texts: Mutable = {
    红头: masthead?.mark,
    文号: masthead?.number,
    份号: masthead?.copyNumber,
    密级: masthead?.secrecy,
    紧急程度: masthead?.urgency,
    签发人: masthead?.signers?.join('、'),
    编印单位: masthead?.issuer,
    编印日期: masthead?.date,
    内部资料: masthead?.notice,
    右上角: model.corner,
    联合行文: (masthead?.issuers ?? []).map((name) => ({ 机关: name })),
    副标题: wordsOf(model, 'subtitle'),
    主送: wordsOf(model, 'salutation'),
    署名: wordsOf(model, 'signature'),
    成文日期: wordsOf(model, 'date'),
    附注: wordsOf(model, 'annotation'),
    作者: wordsOf(model, 'byline'),
    附件说明: wordsOf(model, 'attachmentNote'),
  };
  const end = headEnd(blocks);
  const title = blocks
    .slice(0, end)
    .find((block) => block.type === 'paragraph' && (block.role === 'title' || block.role === 'formTitle'));
  texts.标题 = (title?.type === 'paragraph' ? paragraphText(title) : '') || model.title || undefined;
  return texts;
}

function footTexts(model: DocumentModel): Mutable {
  const { imprint } = model;
  const receivers = imprint?.receivers ?? [];
  const texts: Mutable = {
    印发机关: imprint?.issuer,
    印发日期: imprint?.issued,
    版记备注: imprint?.remarks,
    版记: receivers.map(({ label, text }) => ({ 名称: label, 收文: text })),
  };
  for (const label of ['抄送', '报', '送', '发']) {
    texts[label] = receivers.find((receiver) => receiver.label === label)?.text;
  }
  return texts;
}

function nameLists(model: DocumentModel): TemplateScope[] {
  return model.blocks.flatMap((block) => {
    if (block.type !== 'paragraph' || block.role !== 'nameList') return [];
    const { lead, rest } = leadParts(block);
    return [{ 名称: lead.replace(/[：:]\s*$/u, ''), 姓名: rest, 文字: paragraphText(block) }];
  });
}

/** Texts, conditions and lists for a template, out of any document: the same names for all of them. */
export function templateData(model: DocumentModel, context: TemplateContext): TemplateScope {
  const { settings, label, today } = context;
  const head = headTexts(model);
  const foot = footTexts(model);
  const data: Mutable = {
    ...foot,
    ...head,
    文书名称: label,
    日期: (head.成文日期 ?? model.masthead?.date ?? formatOfficialDate(today)) as string,
    今天: formatOfficialDate(today),
    单位全称: settings.fullName || undefined,
    单位简称: settings.shortName || undefined,
    单位代字: settings.code || undefined,
    办公室: settings.issuer || undefined,
    名单: nameLists(model),
    '@版记': 'imprint',
    '@版头': 'masthead',
  };
  tableScopes(model, namedTables(model.blocks), data);
  flows(model, context, data);
  for (const name of Object.keys(data)) if (data[name] === undefined) delete data[name];
  return data;
}
