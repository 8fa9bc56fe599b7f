/** What a line of the text is: headings are told by how 公文 number them (GB/T 9704-2012, 7.3.3). */
export type LineRole = 'heading1' | 'heading2' | 'heading3' | 'heading4' | 'salutation' | 'body';

export interface BodyLine {
  readonly role: LineRole;
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly start: number;
}

/** A numbered line that long or longer is a paragraph that begins with a number. */
const LONGEST_HEADING = 50;

const HEADINGS: readonly (readonly [pattern: RegExp, role: LineRole])[] = [
  [/^[一二三四五六七八九十]{1,3}、/u, 'heading1'],
  [/^[（(][一二三四五六七八九十]{1,3}[)）]/u, 'heading2'],
  [/^\d{1,2}[.．、](?!\d)/u, 'heading3'],
  [/^[（(]\d{1,2}[)）]/u, 'heading4'],
];

/** The paragraphs of a report; blank lines part nothing. */
export function bodyLines(text: string): readonly BodyLine[] {
  const lines: BodyLine[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed !== '')
      lines.push({ role: roleOf(trimmed, lines.length), text: trimmed, start: start + line.indexOf(trimmed) });
    start += line.length + 1;
  }
  return lines;
}

/** @param before lines before it */
export function roleOf(line: string, before: number): LineRole {
  const numbered = HEADINGS.find(([pattern]) => pattern.test(line))?.[1];
  if (numbered && line.length <= LONGEST_HEADING && !/[。；;！？]/u.test(line)) return numbered;
  if (before <= 1 && line.length <= 30 && /[:：]$/u.test(line)) return 'salutation';
  return 'body';
}
