export type Sides = 'all' | 'odd' | 'even';

/**
 * Which pages to print, as people write it: 1-3,5,8- ; Chinese commas and dashes too. Empty: all of them.
 * @returns page numbers in order, or undefined when the text is no such list or names a page that is not there
 */
export function pagesOfRange(text: string, count: number, sides: Sides = 'all'): readonly number[] | undefined {
  const wanted = new Set<number>();
  const plain = text
    .replace(/[，、;；\s]+/gu, ',')
    .replace(/[－—–~～至]/gu, '-')
    .replace(/[第页]/gu, '');
  const parts = plain.split(',').filter(Boolean);
  for (const part of parts) {
    const match = /^(\d{1,5})?(-)?(\d{1,5})?$/.exec(part);
    if (!match || (!match[1] && !match[3])) return undefined;
    const from = Number(match[1] ?? 1);
    const to = match[2] ? Number(match[3] ?? count) : Number(match[1]);
    if (from < 1 || to < from || to > count) return undefined;
    for (let page = from; page <= to; page += 1) wanted.add(page);
  }
  const all = parts.length === 0 ? Array.from({ length: count }, (_, index) => index + 1) : [...wanted];
  return all.sort((a, b) => a - b).filter((page) => sides === 'all' || (page % 2 === 1) === (sides === 'odd'));
}
