import mammoth from 'mammoth';
import { isOutsideGb2312 } from '../../../shared/documents/gb2312.ts';
import { type Rendered, readPdf, toPdf } from '../render.ts';
import { checkPackage, type Parts, textParts } from './package.ts';
import { checkRendered } from './rendered.ts';
import { type Profile, Report } from './result.ts';
import { checkStructure, paragraphsOf } from './structure.ts';

/**
 * Checks an exported file after word-export.md §9: A package, B structure, C rendered, D round trip.
 * @param rendered the file already set by LibreOffice, when the caller has it.
 */
export async function checkWord(bytes: Uint8Array, profile: Profile, rendered?: Rendered): Promise<Report> {
  const report = await checkLayout(bytes, profile, rendered);
  const parts = textParts(bytes);
  await checkPackage(bytes, parts, report);
  await checkRoundTrip(bytes, parts, report);
  return report;
}

/** B alone, without any other program. */
export function checkWritten(bytes: Uint8Array, profile: Profile): Report {
  const report = new Report();
  checkStructure(textParts(bytes), profile, report);
  return report;
}

/** B and C alone: what a fault of layout must be caught by. */
export async function checkLayout(bytes: Uint8Array, profile: Profile, rendered?: Rendered): Promise<Report> {
  const report = new Report();
  const parts = textParts(bytes);
  checkStructure(parts, profile, report);
  const set = rendered ?? (await readPdf((await toPdf([{ name: 'file', bytes }]))[0] ?? new Uint8Array()));
  const rare = [...paragraphsOf(parts['word/document.xml'] ?? '').join('')].some(isOutsideGb2312);
  await checkRendered(set, profile, rare, report);
  return report;
}

/** D: another reader finds the same headings, tables, footnotes and pictures, and all of the text. */
async function checkRoundTrip(bytes: Uint8Array, parts: Parts, report: Report): Promise<void> {
  const main = parts['word/document.xml'] ?? '';
  const buffer = Buffer.from(bytes);
  const { value: html, messages } = await mammoth.convertToHtml({ buffer });
  const errors = messages.filter(({ type }) => type === 'error');
  report.check('D1', '能再读入', errors.length === 0, errors.slice(0, 2));
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const pairs: [string, number, number][] = [
    ['标题', count(main, /<w:pStyle w:val="Heading[1-4]"/g), count(html, /<h[1-6][ >]/g)],
    ['表格', count(main, /<w:tbl>/g), count(html, /<table[ >]/g)],
    ['脚注', count(main, /<w:footnoteReference /g), count(html, /<li id="footnote/g)],
    ['图片', count(main, /<pic:pic[ >]/g), count(html, /<img /g)],
  ];
  for (const [label, written, read] of pairs) {
    // A title is a heading to the other reader too.
    const ok = label === '标题' ? read >= written : read === written;
    report.check('D2', `${label}数一致`, ok, `${written}→${read}`);
  }
  const { value: text } = await mammoth.extractRawText({ buffer });
  const squeeze = (words: string): string =>
    words.replace(/\s/gu, '').replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>');
  const all = squeeze(text);
  const lost = paragraphsOf(main)
    .map((words) => squeeze(words.replace(/&quot;/g, '"').replace(/&apos;/g, "'")))
    .filter((words) => words && !all.includes(words));
  report.check('D3', '文字一字不少', lost.length === 0, lost.slice(0, 2));
}
