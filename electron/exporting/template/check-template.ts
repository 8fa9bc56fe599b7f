import { isNumbered, type KnownNames, nearestName } from '../../../shared/documents/templates/index.ts';
import { engineFaults, engineOn } from './engine.ts';
import type { TemplateFault } from './fault.ts';
import { bytesFaults, packageFaults } from './package-faults.ts';
import {
  openParts,
  paragraphsOf,
  partLabel,
  partText,
  readTag,
  TEMPLATED,
  tagsOf,
  type WordParagraph,
  type WordParts,
  type WordTag,
} from './word-text.ts';

export interface CheckWishes {
  readonly known: KnownNames;
  /** Whether the fields of the document's own tables are among the known names. */
  readonly complete: boolean;
}

/**
 * 模板体检: every fault of a template, with its place; without errors it can be used. The package itself (bombs, hostile
 * names) has to be looked through before.
 */
export function checkTemplate(bytes: Uint8Array, wishes: CheckWishes): TemplateFault[] {
  const early = bytesFaults(bytes);
  if (early.length > 0) return early;
  let parts: WordParts;
  try {
    parts = openParts(bytes);
  } catch {
    return [{ severity: 'error', message: '文件不完整或已损坏，打不开。请用 Word/WPS 另存一份再传。', where: '文件' }];
  }
  const inPackage = packageFaults(parts);
  if (inPackage.length > 0) return inPackage;
  const names = Object.keys(parts).filter((name) => TEMPLATED.test(name));
  const found: TemplateFault[] = [...compileFaults(bytes, parts)];
  let count = 0;
  for (const name of names) {
    const paragraphs = paragraphsOf(partText(parts, name));
    const tags = tagsOf(paragraphs);
    count += tags.length;
    found.push(...wideBraces(name, paragraphs, wishes), ...nameFaults(name, tags, wishes));
  }
  if (count === 0 && found.length === 0) {
    found.push({
      severity: 'warning',
      message: '模板里一个占位符也没有，导出的文书不会带上任何内容。请先下载样板看看写法。',
      where: '正文',
    });
  }
  return unique(found);
}

/** Text boxes are kept twice in a file, and one fault is one fault. */
function unique(faults: readonly TemplateFault[]): TemplateFault[] {
  const seen = new Map(faults.map((fault) => [`${fault.message}${fault.where}${fault.tag ?? ''}`, fault]));
  return [...seen.values()].sort((a, b) => a.severity.localeCompare(b.severity));
}

const placeOf = (part: string, paragraph: WordParagraph | undefined): Pick<TemplateFault, 'where' | 'text'> => {
  if (!paragraph) return { where: partLabel(part) };
  const text = paragraph.text.trim();
  return {
    where: `${partLabel(part)}第 ${paragraph.number} 段${paragraph.table ? '（表格里）' : ''}`,
    text: text.length > 40 ? `${text.slice(0, 40)}…` : text,
  };
};

/** Sentences for the engine's own faults, by its ids. */
function sentence(id: string, tag: string, opening: string, closing: string): string {
  switch (id) {
    case 'unclosed_tag':
      return `占位符“{${tag}”少了右括号 }。`;
    case 'unopened_tag':
      return `占位符“${tag}}”少了左括号 {。`;
    case 'duplicate_open_tag':
      return `占位符“${tag}”的左括号写了两个，只要一个 {。`;
    case 'duplicate_close_tag':
      return `占位符“${tag}”的右括号写了两个，只要一个 }。`;
    case 'unopened_loop':
      return `有结尾 {/${tag}}，没有开头 {#${tag}}。`;
    case 'unclosed_loop':
      return `有开头 {#${tag}}，没有结尾 {/${tag}}。`;
    case 'closing_tag_does_not_match_opening_tag':
      return `开头是 {#${opening}}，结尾却是 {/${closing}}，两个要一样。`;
    case 'unbalanced_loop_tags':
    case 'loop_position_invalid':
      return `{#${tag}} 和它的结尾不在同一层：要么都在表格的同一行，要么都在表格外。`;
    case 'raw_xml_tag_should_be_only_text_in_paragraph':
    case 'raw_tag_outerxml_invalid':
      return `{@${tag}} 要单独占一段，同一段里不能有别的字。`;
    case 'no_xml_tag_found_at_left':
    case 'no_xml_tag_found_at_right':
      return `{-… ${tag}} 放的位置不对：-w:p 用在段落里，-w:tr 用在表格的行里。`;
    case 'malformed_xml':
    case 'file_has_invalid_xml':
      return '文件内部的 XML 不完整。请用 Word/WPS 打开后另存一份再传。';
    default:
      return `占位符“${tag}”写得不对（${id || '不明'}）。`;
  }
}

function compileFaults(bytes: Uint8Array, parts: WordParts): TemplateFault[] {
  try {
    engineOn(bytes, { lookup: () => undefined, missing: () => '' });
    return [];
  } catch (error) {
    const faults = engineFaults(error);
    if (!faults)
      return [{ severity: 'error', message: '文件不完整，排不出来。请用 Word/WPS 另存一份再传。', where: '文件' }];
    return faults.map(({ id, file, tag, opening, closing }) => {
      const name = tag || opening;
      const at = paragraphsOf(partText(parts, file)).find(({ text }) => name !== '' && text.includes(name));
      return {
        severity: 'error' as const,
        message: sentence(id, tag, opening, closing),
        ...(name ? { tag: name } : {}),
        ...placeOf(file, at),
      };
    });
  }
}

const WIDE = /｛([^{}｛｝]{0,30})[｝}]|\{([^{}｛｝]{0,30})｝/gu;

function wideBraces(part: string, paragraphs: readonly WordParagraph[], { known }: CheckWishes): TemplateFault[] {
  return paragraphs.flatMap((paragraph) =>
    [...paragraph.text.matchAll(WIDE)].map(([tag, first, second]) => {
      const { name } = readTag(first ?? second ?? '');
      const meant = known.names.has(name) || known.lists.has(name) || known.raw.has(`@${name}`);
      return {
        severity: meant || tag.includes('{') || tag.includes('}') ? ('error' as const) : ('warning' as const),
        message: `“${tag}”用了全角括号，不会被替换。占位符要用半角的 { 和 }。`,
        tag,
        ...placeOf(part, paragraph),
      };
    }),
  );
}

const EMPTY: KnownNames = { names: new Set(), lists: new Map(), raw: new Set() };

/** Walks through the placeholders of a part, loop by loop, and tells the names nobody knows. */
function nameFaults(part: string, tags: readonly WordTag[], wishes: CheckWishes): TemplateFault[] {
  const stack: KnownNames[] = [wishes.known];
  const found: TemplateFault[] = [];
  for (const { content, paragraph } of tags) {
    const { mark, name } = readTag(content);
    const tell = (message: string, severity: TemplateFault['severity'] = 'error') =>
      found.push({ severity, message, tag: `{${content}}`, ...placeOf(part, paragraph) });
    if (mark === '/') {
      if (stack.length > 1) stack.pop();
      continue;
    }
    if (name === '') {
      tell('括号里没有名字。不当占位符用的话，请改成别的括号。');
      continue;
    }
    const list = stack.findLast((level) => level.lists.has(name))?.lists.get(name);
    const text = stack.some((level) => level.names.has(name));
    if (mark === '@') {
      if (!stack.some((level) => level.raw.has(`@${name}`))) tell(rawSentence(name, stack));
      else if (partLabel(part) !== '正文') tell(`{@${name}} 只能放在正文里，不能放在${partLabel(part)}里。`);
      continue;
    }
    if (!list && !text) unknown(name, stack, wishes, tell);
    else if (mark === '' && list && !text) tell(`“${name}”是一列内容，要写成 {#${name}}……{/${name}}。`);
    if (mark !== '') stack.push(list ?? EMPTY);
  }
  return found;
}

function rawSentence(name: string, stack: readonly KnownNames[]): string {
  const near = nearestName(`@${name}`, new Set(stack.flatMap((level) => [...level.raw])));
  return `“${name}”不能加 @。${near ? `是不是想写 {${near}}？` : '加 @ 的只有版头、版记、正文、全文、表格和版式。'}`;
}

function unknown(
  name: string,
  stack: readonly KnownNames[],
  { complete }: CheckWishes,
  tell: (message: string, severity?: TemplateFault['severity']) => void,
): void {
  const all = new Set(stack.flatMap((level) => [...level.names, ...level.lists.keys()]));
  const near = nearestName(name, all);
  const hint = near ? `是不是想写 {${near}}？` : '';
  if (isNumbered(name)) tell(`这份文书现在没有“${name}”，别的记录也许有；没有时留空。`, 'warning');
  else if (complete) tell(`没有“${name}”这个占位符。${hint}`);
  else tell(`“${name}”不是各种文书都有的占位符；如果它是表格里的栏目名，请选一条记录再体检。${hint}`, 'warning');
}
