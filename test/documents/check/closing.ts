import type { Rendered, RenderedLine } from '../render.ts';
import { near, type Report } from './result.ts';

const RIGHT = 184;
const LEFT = 28;
/** A character of the grid, millimetres. */
const CELL = 15.7 * 0.3528;
/** LibreOffice puts a quarter of an em between Chinese type and figures, which cannot be switched off; Word does not. */
const GAP = 4 * 0.3528;

const squeeze = (text: string): string => text.replace(/\s/g, '');

/** Where Chinese type and figures meet. */
const joints = (text: string): number =>
  squeeze(text).match(/\d(?=\p{Script=Han})|\p{Script=Han}(?=\d)/gu)?.length ?? 0;

/**
 * Signature and date by 7.3.5: with a seal the date 4 characters from the right and the signature over its middle;
 * without, the signature 2 characters from the right and the date 2 characters further in than the signature.
 */
export function checkClosing(rendered: Rendered, report: Report): void {
  const found: { date: RenderedLine; signature: RenderedLine }[] = [];
  for (const page of rendered.pages) {
    page.lines.forEach((line, index) => {
      const signature = page.lines[index - 1];
      const isDate = /^\d{4}年\d{1,2}月\d{1,2}日$/.test(squeeze(line.text)) && line.x > 80 && near(line.size, 16, 0.3);
      if (isDate && signature && signature.x > 60 && near(line.y - signature.y, 10.21, 0.3))
        found.push({ date: line, signature });
    });
  }
  if (found.length === 0) report.check('C13', '署名与成文日期', undefined);
  for (const { date, signature } of found) {
    const width = date.right - date.x - joints(date.text) * GAP;
    const sealed =
      near(date.right, RIGHT - 4 * CELL, 1) && near((signature.x + signature.right) / 2, date.right - width / 2, 1);
    const stepped = near(date.x - signature.x, 2 * CELL, 0.8);
    const short = near(signature.right, RIGHT - 2 * CELL, 1);
    const long = near(date.right, RIGHT - 2 * CELL, 1);
    // A date longer than its signature is set wider by LibreOffice: it is the right edge that counts.
    const plain = (short && stepped) || (long && near(date.right - width - signature.x, 2 * CELL, 0.8));
    const where = [signature.x, signature.right, date.x, date.right].map((value) => value.toFixed(1));
    report.check('C13', '署名与成文日期的位置', sealed || plain, where);
  }
}

/** 签发人 right and the number left, a character in each (7.2.6); 份号 flush left on the first row (7.2.1). */
export function checkSigners(rendered: Rendered, rule: number, report: Report): void {
  const lines = rendered.pages[0]?.lines.filter((line) => line.y < rule) ?? [];
  const at = lines.findIndex((line) => line.text.includes('签发人：'));
  if (at < 0) report.check('C15', '签发人', undefined);
  else {
    const rows = lines.slice(at);
    const right = Math.max(...rows.map((line) => line.right));
    report.check('C15', '签发人右空一字', near(right, RIGHT - CELL, 1), right);
    const number = rows.at(-1);
    report.check(
      'C15',
      '文号左空一字，与末一位签发人同行',
      near(number?.x, LEFT + CELL, 1) && /号/.test(number?.text ?? ''),
      number?.x,
    );
  }
  const copy = lines.find((line) => /^\d{6}$/.test(squeeze(line.text)));
  if (copy) {
    const baseline = 37 + 10.2129 * 0.8;
    report.check('C15', '份号顶格在第一行', near(copy.x, LEFT, 0.7) && near(copy.y, baseline, 0.5), [copy.x, copy.y]);
  }
}
