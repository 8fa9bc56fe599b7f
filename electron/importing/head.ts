import { type Body, type BodyBlock, blockText } from '../../shared/text/body.ts';
import { type Byline, isDateline, readByline, readDateLine, readNames, readSource, reportByline } from './byline.ts';
import { findDate, findMonthDay, isoDate, number } from './dates.ts';
import type { Draft, DraftBlock } from './draft.ts';
import { clauseMarks, endsSentence, isRunningText, lengthOf, numberedRank } from './lines.ts';

/** Title, date, source and author of a document, and the body without the lines that became its title. */
export interface Headed {
  readonly title: string;
  readonly date?: string;
  readonly source?: string;
  readonly author?: string;
  readonly body: Body;
  readonly notes: readonly string[];
}

/** How many blocks at the top may belong to title and imprint. */
const HEAD_BLOCKS = 12;
/** How many blocks at the end are looked at for signatures, dates and sources. */
const TAIL_BLOCKS = 6;

/**
 * Finds title, date, source and author where they stand in the text. What the file itself says (front matter, meta)
 * goes first; what is nowhere said stays absent.
 */
export function recogniseHead(draft: Draft, fileName: string): Headed {
  const head = headOf(draft.blocks);
  const notes = [...draft.notes];
  const given = draft.given;
  const found = findTitle(draft.blocks, head);
  let title = given.title ?? found?.title;
  let taken = found && (!given.title || same(given.title, found.title)) ? found.blocks : new Set<number>();
  if (found && given.title && found.title.startsWith(given.title)) {
    title = found.title;
    taken = found.blocks;
  }
  if (!title) {
    title = titleFromName(fileName);
    notes.push('正文前没有题名，暂用文件名，请核对');
  }
  const imprint = findImprint(draft.blocks, head, taken);
  const lead = given.date || imprint.date ? undefined : leadDate(draft.blocks, head);
  if (lead) notes.push(lead.note);
  const author = given.author ?? imprint.author;
  const source = imprint.source ?? given.source;
  const date = given.date ?? imprint.date ?? lead?.date;
  return {
    title,
    ...(date ? { date } : {}),
    ...(source ? { source } : {}),
    ...(author ? { author } : {}),
    body: { blocks: promote(draft.blocks.filter((_, index) => !taken.has(index)).map(({ block }) => block)) },
    notes,
  };
}

/** Once the title is out, the highest heading that is left is level 1. */
function promote(blocks: readonly BodyBlock[]): readonly BodyBlock[] {
  const highest = Math.min(...blocks.map((block) => (block.type === 'heading' ? block.level : 9)));
  if (highest === 1 || highest === 9) return blocks;
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, level: (block.level - highest + 1) as 1 | 2 | 3 | 4 } : block,
  );
}

const same = (a: string, b: string): boolean => a.replace(/\s/g, '') === b.replace(/\s/g, '');

/** How many blocks stand before the first running paragraph. */
function headOf(blocks: readonly DraftBlock[]): number {
  const limit = Math.min(blocks.length, HEAD_BLOCKS);
  for (let index = 0; index < limit; index++) {
    const block = blocks[index]?.block;
    if (!block || (block.type !== 'heading' && block.type !== 'paragraph')) return index;
    if (block.type === 'paragraph' && block.role === 'verse') return index;
    const text = blockText(block);
    if (block.type === 'paragraph' && (isDateline(text) || isBodyText(text))) return index;
  }
  return limit;
}

function isBodyText(text: string): boolean {
  if (readByline(text) || readSource(text) || readDateLine(text)) return false;
  if (lengthOf(text) > 80) return true;
  if (/^[（(].*[)）]$/.test(text)) return false;
  return (
    (isRunningText(text) && endsSentence(text)) ||
    (endsSentence(text) && /[。：:;；]$/.test(text)) ||
    lengthOf(text) > 60
  );
}

interface FoundTitle {
  readonly title: string;
  readonly blocks: ReadonlySet<number>;
}

/** The names of papers: 关于…的报告, …工作总结, …实施方案. */
const PAPER =
  /^(?:.{0,40}关于.{2,60}的?(?:通知|报告|请示|批复|意见|决定|函|纪要|公告|通报|议案|提案|建议|办法|方案|说明)|.{4,40}(?:工作总结|工作要点|实施方案|会议纪要|工作规则|管理办法|暂行规定|实施细则))$/;

function findTitle(blocks: readonly DraftBlock[], head: number): FoundTitle | undefined {
  const marked = blocks.findIndex((block, index) => block.title && index < Math.max(head, 1));
  if (marked >= 0) return withSubtitle(blocks, marked, head, false);
  const candidates: number[] = [];
  for (let index = 0; index < head; index++) if (canBeTitle(blocks[index])) candidates.push(index);
  const first = candidates[0];
  if (first === undefined) return undefined;
  const paper = candidates.find((index) => PAPER.test(textAt(blocks, index)));
  if (paper !== undefined) return withSubtitle(blocks, startOfLines(blocks, paper, candidates), head, true);
  // A line set apart above the title is its 引题 or a column name; the title stands with its subtitle or byline.
  const anchored = candidates.find(
    (index) => isSubtitle(textAt(blocks, index + 1)) || isImprint(textAt(blocks, index + 1)),
  );
  const start = anchored === undefined ? first : startOfLines(blocks, anchored, candidates);
  return withSubtitle(blocks, start, head, true);
}

const textAt = (blocks: readonly DraftBlock[], index: number): string => {
  const block = blocks[index]?.block;
  return block ? blockText(block) : '';
};

const isSubtitle = (text: string): boolean => /^[—―─–-]{1,3}\s*[\p{Script=Han}“《]/u.test(text) && !endsSentence(text);

function isImprint(text: string): boolean {
  return Boolean(
    text && (readByline(text) || readNames(text) || readDateLine(text) || readSource(text) || isDateline(text)),
  );
}

function canBeTitle(entry: DraftBlock | undefined): boolean {
  if (!entry || (entry.block.type !== 'heading' && entry.block.type !== 'paragraph')) return false;
  const text = blockText(entry.block);
  if (!/\p{L}/u.test(text) || lengthOf(text) > 70 || /[。：:；;，,、]$/.test(text)) return false;
  if (numberedRank(text) !== undefined && numberedRank(text) !== 2) return false;
  if (isSubtitle(text) || readByline(text) || readSource(text) || readDateLine(text)) return false;
  if (/〔\d{4}〕|\[\d{4}\]\s*\d+\s*号|^[（(].*[)）]$|文件$/.test(text)) return false;
  return clauseMarks(text) <= 2;
}

/** A headline printed on two lines: the lines above that touch it belong to it. */
function startOfLines(blocks: readonly DraftBlock[], index: number, candidates: readonly number[]): number {
  let start = index;
  while (candidates.includes(start - 1) && (blocks[start]?.gap ?? 1) === 0) start--;
  const above = start - 1;
  // 主题 and 副题 before a byline, both with one blank line around them: two lines, one headline.
  if (start === index && candidates.includes(above) && above === candidates[0] && (blocks[start]?.gap ?? 1) <= 1) {
    if (!isSubtitle(textAt(blocks, index + 1)) && isImprint(textAt(blocks, index + 1))) return above;
  }
  return start;
}

/** The title with the lines that go on with it and its ——subtitle. */
function withSubtitle(blocks: readonly DraftBlock[], start: number, head: number, lines: boolean): FoundTitle {
  const taken = new Set([start]);
  let title = textAt(blocks, start);
  for (let index = start + 1; index < head; index++) {
    const text = textAt(blocks, index);
    const gap = blocks[index]?.gap ?? 1;
    if (isSubtitle(text) && gap <= 2) {
      title += `——${text.replace(/^[—―─–-]+\s*/, '')}`;
      taken.add(index);
      break;
    }
    if (!lines || !canBeTitle(blocks[index]) || readNames(text)) break;
    const touches = gap === 0 && (blocks[index + 1]?.gap ?? 0) > 0;
    const next = textAt(blocks, index + 1);
    if (!touches && !(gap <= 1 && index + 1 <= head && isImprint(next)) && !(gap === 0 && isSubtitle(next))) break;
    if (lengthOf(title + text) > 80) break;
    title += /[，、：]$/.test(title) ? text : ` ${text}`;
    taken.add(index);
  }
  return { title: title.replace(/\s+/g, ' ').trim(), blocks: taken };
}

interface Imprint {
  date?: string;
  source?: string;
  author?: string;
}

/** Bylines, datelines and sources in the head, in the first report line and in the last lines. */
function findImprint(blocks: readonly DraftBlock[], head: number, taken: ReadonlySet<number>): Imprint {
  const found: Imprint = {};
  const take = (byline: Byline | undefined): void => {
    if (byline?.author && !found.author) found.author = byline.author;
    if (byline?.source && !found.source) found.source = byline.source;
  };
  for (let index = 0; index < head; index++) {
    if (taken.has(index)) continue;
    const text = textAt(blocks, index);
    found.source ??= readSource(text);
    found.date ??= readDateLine(text);
    take(
      readByline(text) ??
        (taken.size > 0 && index > Math.min(...taken) && index <= Math.max(...taken) + 2 ? readNames(text) : undefined),
    );
    const labelled = /作者[：:]\s*([^\s　]{2,12})/.exec(text);
    if (labelled?.[1] && !found.author && /来源|时间|日期/.test(text)) found.author = labelled[1];
  }
  const report = textAt(blocks, head);
  take(reportByline(report));
  for (let index = head; index < Math.min(head + 5, blocks.length); index++) {
    const block = blocks[index]?.block;
    if (block?.type === 'paragraph' && block.role === 'byline') take(readByline(blockText(block)));
  }
  readTail(blocks, head, found);
  return found;
}

/** Signatures at the end are read together: one name a line is one list. */
function readTail(blocks: readonly DraftBlock[], head: number, found: Imprint): void {
  const names: string[] = [];
  for (let index = Math.max(head, blocks.length - TAIL_BLOCKS); index < blocks.length; index++) {
    const text = textAt(blocks, index);
    if (lengthOf(text) > 60) continue;
    found.source ??= readSource(text);
    if (index >= blocks.length - 3) found.date ??= readDateLine(text);
    const byline = readByline(text) ?? (names.length > 0 ? readNames(text) : undefined);
    if (byline?.author && !/摄|供图|图$/.test(text)) names.push(byline.author);
  }
  if (names.length > 0) found.author ??= [...new Set(names.join('、').split('、'))].join('、');
}

/** Words a news lead has and a memoir lacks. */
const NEWS = /会议|召开|举行|开展|开幕|闭幕|视察|调研|协商|报告|举办|座谈|培训|启动|讯/;

/**
 * The day a report begins with. A day without a year gets one only when the text leaves no choice: it looks back on
 * one year and plans the next, and the day lies in the first four months.
 */
function leadDate(blocks: readonly DraftBlock[], head: number): { date: string; note: string } | undefined {
  const text = textAt(blocks, head).replace(/^(?:本报|本刊|本网)?讯\s*(?:[（(][^)）]*[)）])?/, '');
  const lead = text.slice(0, 200);
  if (!NEWS.test(lead.slice(0, 100))) return undefined;
  const full = findDate(lead);
  if (full && full.at <= 20) return { date: full.date, note: `日期取自正文首句“${full.text}”，请核对` };
  const day = findMonthDay(lead);
  if (!day || day.at > 20) return undefined;
  const before = [...lead.slice(0, day.at).matchAll(/([12]\d{3})年/g)].at(-1)?.[1];
  const year = before ? Number(before) : nextYear(lead, day.month);
  const date = year ? isoDate(year, day.month, day.day) : undefined;
  return date ? { date, note: `日期按正文“${day.text}”和文中年份推定为 ${date}，请核对` } : undefined;
}

function nextYear(lead: string, month: number): number | undefined {
  const years = [...new Set([...lead.matchAll(/([12]\d{3})年/g)].map((match) => number(match[1])))].sort();
  const [past, coming] = years;
  return years.length === 2 && past && coming === past + 1 && month <= 4 ? coming : undefined;
}

/** Title made of the file's name: without extension, leading numbers and underscores. */
function titleFromName(fileName: string): string {
  const base = (fileName.split(/[\\/]/).at(-1) ?? '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const title = base.replace(/[_]+/g, ' ').replace(/\s+/g, ' ').trim();
  return title || '未命名资料';
}
