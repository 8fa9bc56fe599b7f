import { hanNumber, readNumber } from '../../text/numerals.ts';
import type { DocumentTable } from '../model.ts';
import { runsText } from '../wording.ts';
import type { DocumentRule, PaperFinding } from './document-rule.ts';
import { numberOfHeading } from './headings.ts';
import { paragraphsOf, placesOf } from './places.ts';

/** 一是…三是 in one paragraph: what is told off on fingers must not leave one out. */
function inline(text: string): PaperFinding[] {
  const words = [...text.matchAll(/(?:^|[。；：，！？])[\s\u3000]*([一二三四五六七八九十]{1,2})是(?!否|非)/gu)];
  const findings: PaperFinding[] = [];
  let last = 0;
  for (const match of words) {
    const word = match[1] ?? '';
    const n = readNumber(word) ?? 0;
    // Only a list that begins with 一是 is one; each 一是 begins another.
    if (n === 1) last = 1;
    else if (last > 0) {
      const wanted = hanNumber(last + 1);
      const from = match.index + match[0].length - word.length - 1;
      if (n !== last + 1) {
        const message = n === last ? `“${word}是”重复，应为“${wanted}是”` : `“${word}是”前面少了“${wanted}是”`;
        findings.push({ range: [from, from + word.length], replacement: wanted, message });
      }
      last = n === last ? last + 1 : n;
    }
  }
  return findings;
}

/** Paragraphs of the body that follow one another as 1. 2. 4. */
function listFindings(paragraphs: ReturnType<typeof paragraphsOf>): PaperFinding[] {
  const findings: PaperFinding[] = [];
  let before: { readonly block: number; readonly level: number; readonly n: number } | undefined;
  for (const { block, role, text } of paragraphs) {
    const item = role === 'body' || role === 'small' ? numberOfHeading(text) : undefined;
    // A paragraph between two items belongs to the first of them; anything else ends the list.
    if (!item) {
      if (role !== 'body' || before === undefined || block - before.block > 1) before = undefined;
      continue;
    }
    if (before?.level === item.level && item.n !== before.n + 1 && item.n !== 1 && before.block === block - 1) {
      const said = text.slice(item.from, item.to);
      const wanted = said.replace(/[\d一二三四五六七八九十百]+/u, numberLike(said, before.n + 1));
      const message = item.n === before.n ? `序号“${said}”重复，应为“${wanted}”` : `序号“${said}”应为“${wanted}”`;
      findings.push({ block, range: [item.from, item.to], replacement: wanted, message });
    }
    before = { block, level: item.level, n: item.n };
  }
  return findings;
}

const numberLike = (said: string, n: number): string => (/\d/u.test(said) ? String(n) : hanNumber(n));

const COUNTER_HEADS: ReadonlySet<string> = new Set(['序号', '序', '编号', '件号']);

/** 序号 of a register: 1, 2, 3 … without a gap; a row that carries none is a sum or a group. */
function registerFindings(table: DocumentTable, block: number): PaperFinding[] {
  const column = (table.rows[0] ?? []).findIndex((cell) => COUNTER_HEADS.has(runsText(cell.runs).replace(/\s/gu, '')));
  const isPlain = table.rows.every((row) => row.every((cell) => !cell.colSpan && !cell.rowSpan));
  // With cells joined the first column of a row need not be the first cell.
  if (column !== 0 && !(column > 0 && isPlain)) return [];
  const findings: PaperFinding[] = [];
  let last = 0;
  table.rows.forEach((cells, row) => {
    const text = runsText(cells[column]?.runs ?? []).trim();
    if (row < Math.max(1, table.headRows) || !/^\d{1,5}$/u.test(text)) return;
    const n = Number(text);
    // A new group may count from 1 again.
    if (n !== last + 1 && n !== 1 && last > 0) {
      const message = n === last ? `序号${n}重复` : `序号${last}后面是${n}`;
      findings.push({
        block,
        cell: { row, cell: column },
        range: [0, text.length],
        replacement: String(last + 1),
        message,
      });
    }
    last = n === last && n !== 1 ? last + 1 : n;
  });
  return findings;
}

export const sequenceRules: readonly DocumentRule[] = [
  {
    id: 'sequence.inline',
    label: '“一是、二是”跳号或重号',
    group: '编号',
    severity: 'warning',
    source: 'GB/T 9704—2012 7.3.3；行文通例',
    find: (model) => placesOf(model).flatMap(({ at, text }) => inline(text).map((finding) => ({ ...finding, ...at }))),
  },
  {
    id: 'sequence.list',
    label: '分项序号跳号或重号',
    group: '编号',
    severity: 'warning',
    source: 'GB/T 9704—2012 7.3.3',
    find: (model) => listFindings(paragraphsOf(model)),
  },
  {
    id: 'sequence.register',
    label: '表格序号跳号或重号',
    group: '编号',
    severity: 'warning',
    source: '表格编制通例',
    find: ({ blocks }) =>
      blocks.flatMap((content, block) => (content.type === 'table' ? registerFindings(content, block) : [])),
  },
  {
    id: 'sequence.ofTotal',
    label: '“第几”大于“共几”',
    group: '数据',
    severity: 'error',
    source: '前后核对',
    find: (model) =>
      placesOf(model).flatMap(({ at, text }) =>
        [...text.matchAll(/第\s?(\d{1,6})\s?(条|件|页|期|项|号|份|次)[，、/\s]{0,3}共\s?(\d{1,6})\s?\2/gu)]
          .filter(({ 1: n, 3: total }) => Number(n) > Number(total))
          .map(({ 0: whole, index }) => ({
            ...at,
            range: [index, index + whole.length] as const,
            message: `“${whole}”：第几比共几还大`,
          })),
      ),
  },
];
