import { parse, type DefaultTreeAdapterTypes as T, defaultTreeAdapter as tree } from 'parse5';
import { AntouError } from '../../shared/api/errors.ts';
import { blockText } from '../../shared/text/body.ts';
import { machineDate } from './dates.ts';
import type { Draft, DraftBlock, Given } from './draft.ts';
import { type HtmlOptions, HtmlWalk } from './html-walk.ts';
import { numberedRank } from './lines.ts';
import { applyRanks, boldRanks, numberedRanks } from './ranks.ts';
import type { ExtractedPicture } from './types.ts';

export interface HtmlDraft extends Draft {
  readonly pictures: readonly ExtractedPicture[];
}

/** Longer pages are refused: the reader would hold several times their size in memory. */
const LONGEST_HTML = 30_000_000;

/**
 * Reads HTML into plain structure. Scripts, styles, frames, forms, event handlers and everything that points outside
 * are not carried over: what remains is text, tables and pictures that lie in the page itself.
 */
export function readHtml(html: string, options: HtmlOptions = {}): HtmlDraft {
  if (html.length > LONGEST_HTML) {
    throw new AntouError('invalid', '这个网页文件过大（超过 3000 万字符），没有导入。请拆成几个文件再导入。');
  }
  const document = parse(html);
  const walk = new HtmlWalk(options);
  walk.read(document);
  const { blocks, notes, pictures } = walk.finish();
  return { blocks: options.notes ? blocks : headings(blocks), notes, given: metaOf(document), pictures };
}

/** The only <h1> of a page, near its top, is its title; numbered lines and bold lines that stand alone are headings. */
function headings(blocks: readonly DraftBlock[]): DraftBlock[] {
  const top = blocks.flatMap(({ block }, index) => (block.type === 'heading' && block.level === 1 ? [index] : []));
  const [first] = top;
  const title =
    top.length === 1 && first !== undefined && first < 6 && !numberedRank(textAt(blocks, first)) ? first : -1;
  const marked = blocks.map((entry, index) => (index === title ? { ...entry, title: true } : entry));
  return applyRanks(marked, new Map([...boldRanks(marked), ...numberedRanks(marked)]));
}

const textAt = (blocks: readonly DraftBlock[], index: number): string => {
  const block = blocks[index]?.block;
  return block ? blockText(block) : '';
};

/** Title and imprint as the page itself states them in <title> and <meta>. */
function metaOf(document: T.Document): Given {
  const meta = new Map<string, string>();
  let title = '';
  const queue: T.ParentNode[] = [document];
  // Only html, head and its children are looked at; the walk is flat however deep the page is.
  for (let node = queue.shift(); node; node = queue.shift()) {
    for (const child of node.childNodes) {
      if (!tree.isElementNode(child)) continue;
      if (child.tagName === 'html' || child.tagName === 'head') queue.push(child);
      if (child.tagName === 'title')
        title ||= child.childNodes.map((item) => (tree.isTextNode(item) ? item.value : '')).join('');
      if (child.tagName === 'meta') readMeta(child, meta);
    }
  }
  const pick = (...names: string[]): string | undefined => {
    for (const name of names) if (meta.get(name)) return meta.get(name);
    return undefined;
  };
  const headline = pick('articletitle', 'og:title') ?? siteless(title);
  const written = pick('pubdate', 'publishdate', 'article:published_time', 'og:release_date', 'date', 'dc.date');
  const date = written ? machineDate(written) : undefined;
  const source = pick('contentsource', 'source', 'og:article:source');
  const author = pick('author', 'article:author');
  return {
    ...(headline ? { title: headline } : {}),
    ...(date ? { date } : {}),
    ...(source ? { source } : {}),
    ...(author ? { author } : {}),
  };
}

function readMeta(element: T.Element, meta: Map<string, string>): void {
  const attribute = (name: string): string => element.attrs.find((item) => item.name === name)?.value.trim() ?? '';
  const name = (attribute('name') || attribute('property')).toLowerCase();
  const content = attribute('content').replace(/\s+/g, ' ');
  if (name && content && content.length <= 300 && !meta.has(name)) meta.set(name, content);
}

/** 题名_示例网 → 题名: the site's name follows the last _ or - or |. */
function siteless(title: string): string {
  const text = title.replace(/\s+/g, ' ').trim();
  const match =
    /^(.{4,}?)\s*[_|｜]\s*[^_|｜]{2,20}$/.exec(text) ??
    /^(.{4,}?)\s*[-–—]\s*[^-–—]{1,12}(?:网|在线|报|频道|网站)$/.exec(text);
  return match?.[1]?.split(/[_|｜]/)[0]?.trim() ?? text;
}
