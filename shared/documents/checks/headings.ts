import { hanNumber, readNumber } from '../../text/numerals.ts';
import { headingNumber } from '../from-body.ts';
import type { DocumentModel, ParagraphRole } from '../model.ts';
import type { DocumentRule, PaperFinding } from './document-rule.ts';
import { paragraphsOf } from './places.ts';

type Level = 1 | 2 | 3 | 4;

/** The number at the head of a heading, as its form says: 一、 is of level 1 whatever the paragraph is set as. */
interface Numbered {
  readonly level: Level;
  readonly n: number;
  readonly from: number;
  readonly to: number;
}

const FORMS: readonly (readonly [Level, RegExp])[] = [
  [1, /^([\s\u3000]*)([一二三四五六七八九十百]{1,5})、/u],
  [2, /^([\s\u3000]*)[（(]([一二三四五六七八九十百]{1,5})[）)]/u],
  [3, /^([\s\u3000]*)(\d{1,3})[.．、](?!\d)/u],
  [4, /^([\s\u3000]*)[（(](\d{1,3})[）)]/u],
];

export function numberOfHeading(text: string): Numbered | undefined {
  for (const [level, form] of FORMS) {
    const match = form.exec(text);
    const n = match ? readNumber(match[2] ?? '') : undefined;
    if (match && n !== undefined) return { level, n, from: match[1]?.length ?? 0, to: match[0].length };
  }
  return undefined;
}

const HEADING_ROLES: ReadonlySet<ParagraphRole> = new Set<ParagraphRole>([
  'heading1',
  'heading2',
  'heading3',
  'heading4',
]);
/** Here numbering begins afresh. */
const NEW_TEXT: ReadonlySet<ParagraphRole> = new Set<ParagraphRole>([
  'title',
  'articleTitle',
  'attachmentMark',
  'attachmentTitle',
  'formTitle',
  'partTitle',
  'chapterTitle',
  'coverTitle',
]);

interface Heading extends Numbered {
  readonly block: number;
  readonly role: ParagraphRole;
  readonly text: string;
}

/** Numbered headings, one list for every text of the paper (body, each attachment, each article). */
function textsOf(model: DocumentModel): Heading[][] {
  const texts: Heading[][] = [[]];
  for (const { block, role, text } of paragraphsOf(model)) {
    if (NEW_TEXT.has(role)) texts.push([]);
    const numbered = HEADING_ROLES.has(role) ? numberOfHeading(text) : undefined;
    if (numbered) texts.at(-1)?.push({ ...numbered, block, role, text });
  }
  return texts;
}

/** One after another: 一、二、四 and 一、一. After a slip counting goes on from what stands there. */
function countFindings(headings: readonly Heading[]): PaperFinding[] {
  const last: Record<Level, number> = { 1: 0, 2: 0, 3: 0, 4: 0 };
  const findings: PaperFinding[] = [];
  for (const { level, n, block, from, to, text } of headings) {
    const wanted = last[level] + 1;
    if (n !== wanted) {
      const replacement = headingNumber(level, wanted);
      const said = text.slice(from, to);
      const message =
        n === last[level] ? `序号“${said}”重复，应为“${replacement}”` : `序号“${said}”应为“${replacement}”`;
      findings.push({ block, range: [from, to], replacement, message });
    }
    last[level] = n === last[level] ? wanted : n;
    for (const deeper of [2, 3, 4] as const) if (deeper > level) last[deeper] = 0;
  }
  return findings;
}

/** （一） under nothing while 一、 is used elsewhere, and 1. right under 一、 where （一） is used. */
function orderFindings(headings: readonly Heading[]): PaperFinding[] {
  const used = new Set(headings.map(({ level }) => level));
  const findings: PaperFinding[] = [];
  let before: Level | 0 = 0;
  for (const { level, block, from, to, text } of headings) {
    const skipped = ([1, 2, 3, 4] as const).filter(
      (between) => between > before && between < level && used.has(between),
    );
    if (before < level && skipped.length > 0) {
      const missing = skipped.map((between) => headingNumber(between, 1)).join('');
      findings.push({ block, range: [from, to], message: `“${text.slice(from, to)}”上面缺“${missing}”这一层` });
    }
    before = level;
  }
  return findings;
}

/** 一、 in a paragraph set as a heading of the second level looks like one of the second. */
function roleFindings(headings: readonly Heading[]): PaperFinding[] {
  return headings
    .filter(({ level, role }) => role !== `heading${level}`)
    .map(({ block, from, to, text, level, role }) => {
      const set = hanNumber(Number(role.slice(-1)));
      const message = `“${text.slice(from, to)}”是第${hanNumber(level)}层的序号，这一段却排成第${set}层标题`;
      return { block, range: [from, to], message };
    });
}

export const headingRules: readonly DocumentRule[] = [
  {
    id: 'headings.count',
    label: '标题序号跳号或重号',
    group: '编号',
    severity: 'error',
    source: 'GB/T 9704—2012 7.3.3',
    find: (model) => textsOf(model).flatMap(countFindings),
  },
  {
    id: 'headings.order',
    label: '标题层次跳级',
    group: '编号',
    severity: 'warning',
    source: 'GB/T 9704—2012 7.3.3（一、（一）1.（1）依次使用）',
    find: (model) => textsOf(model).flatMap(orderFindings),
  },
  {
    id: 'headings.level',
    label: '标题的序号与层级不合',
    group: '编号',
    severity: 'warning',
    source: 'GB/T 9704—2012 7.3.3',
    find: (model) => textsOf(model).flatMap(roleFindings),
  },
];
