/** One line of a pasted block, as one suggestion. */
export interface PastedSuggestion {
  readonly text: string;
  readonly suggestionKind: '意见建议' | '问题诉求';
  /** Name of the unit in charge as it stands in the block; '' when none is given. */
  readonly unit: string;
  /** The same words stand in the block above, or among those on record. */
  readonly repeated: boolean;
}

/** 1. · 1、 · （1） · (一) · 一、 · ① · 第1条： — the numbers the block came with; the program numbers anew. */
const NUMBERING =
  /^\s*(?:第\s*[\d一二三四五六七八九十百]+\s*条[：:、．.\s]?|[（(]\s*[\d一二三四五六七八九十百]+\s*[)）]|[\d０-９]{1,3}\s*[、．)）]|\d{1,3}\s*\.(?!\d)|[一二三四五六七八九十百]{1,4}\s*[、．]|[\u2460-\u2473]|[-•·●○■◆*]\s)\s*/u;

const PROBLEM_WORDS: readonly string[] = ['问题诉求', '问题', '诉求'];
const ADVICE_WORDS: readonly string[] = ['意见建议', '意见', '建议'];

/**
 * Lines of text, or a block of cells copied from a sheet: the longest cell is the text, a cell that names a kind says
 * which kind it is, another cell is the unit. Blank lines and a heading row are left out; numbering goes.
 * @param present words of the suggestions that are there already
 */
export function readPasted(block: string, present: readonly string[] = []): readonly PastedSuggestion[] {
  const seen = new Set(present.map(plain));
  const found: PastedSuggestion[] = [];
  for (const line of block.split(/\r\n?|\n/u)) {
    const cells = line.split('\t').map((cell) => cell.trim());
    const text = longest(cells).replace(NUMBERING, '').trim();
    if (text === '' || isHeading(cells)) continue;
    const rest = cells.filter((cell) => cell !== '' && cell !== longest(cells));
    const kind = rest.find((cell) => PROBLEM_WORDS.includes(cell) || ADVICE_WORDS.includes(cell));
    const unit = rest.find((cell) => cell !== kind && !/^[\d.（）()、第条]+$/u.test(cell)) ?? '';
    const key = plain(text);
    const suggestionKind = kind !== undefined && PROBLEM_WORDS.includes(kind) ? '问题诉求' : '意见建议';
    found.push({ text, suggestionKind, unit, repeated: seen.has(key) });
    seen.add(key);
  }
  return found;
}

const longest = (cells: readonly string[]): string =>
  cells.reduce((best, cell) => (cell.length > best.length ? cell : best), '');

const plain = (text: string): string => text.replace(/[\s，。；、,.;:：]/gu, '');

const HEADINGS: readonly string[] = [
  '序号',
  '内容',
  '意见建议',
  '建议内容',
  '性质',
  '主责单位',
  '责任单位',
  '单位',
  '问题',
];
const isHeading = (cells: readonly string[]): boolean => {
  const words = cells.filter(Boolean);
  return words.length > 1 && words.every((cell) => HEADINGS.includes(cell));
};
