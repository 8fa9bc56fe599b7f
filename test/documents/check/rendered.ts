import { ensureTestFonts } from '../../../resources/setup/test-fonts.mjs';
import { type Bar, inkOf, type Rendered, type RenderedLine, type RenderedPage } from '../render.ts';
import { checkClosing, checkSigners } from './closing.ts';
import { checkLetter } from './letter.ts';
import { near, type Profile, type Report } from './result.ts';

const AREA = { left: 28, right: 184, top: 37, bottom: 262 };

const inArea = (line: RenderedLine): boolean => line.y > AREA.top && line.y < AREA.bottom + 0.5;
const plain = (line: RenderedLine): string => line.text.replace(/[ \u3000]/g, '');
/** Lines of nothing but full-width characters: their cells can be counted. */
const isHan = (line: RenderedLine): boolean =>
  /^[\p{Script=Han}，。、；：？！“”‘’（）《》〈〉〔〕—…·]+$/u.test(plain(line)) && !line.text.includes('\u3000');
const isBodySize = (line: RenderedLine): boolean => near(line.size, 16, 0.3);

/** C: does it look as the standard asks when an office program sets it? */
export async function checkRendered(
  rendered: Rendered,
  profile: Profile,
  rare: boolean,
  report: Report,
): Promise<void> {
  const expected = /^(?:Fandol|FangSong|KaiTi|SimHei|SimSun|FZXiao|STZhong)/;
  const strange = rendered.fonts.filter((font) => !expected.test(font));
  // Rare characters come from whatever face has them; stand-ins for the test fonts bear other names.
  const tellable = ensureTestFonts().source === 'fandol' && !rare;
  report.check('C1', '没有换成别的字体', tellable ? strange.length === 0 : undefined, strange);
  if (profile === 'plain') return checkPlain(rendered, report);
  // Landscape sections hold registers, not the grid.
  checkGrid(
    rendered.pages.filter((page) => page.width < page.height),
    report,
  );
  checkFolios(rendered.pages, profile === 'letter', report);
  checkClosing(rendered, report);
  if (profile === 'letter') return checkLetter(rendered, report);
  await checkHead(rendered, profile, report);
  await checkFoot(rendered, report);
}

function checkGrid(pages: readonly RenderedPage[], report: Report): void {
  const inner = pages.slice(1, -1).map((page) => page.lines.filter(inArea));
  const full = inner.filter((lines) => lines.every(isBodySize) && lines.length > 0 && (lines.at(-1)?.y ?? 0) > 255);
  const rows = full.map((lines) => Math.round(((lines.at(-1)?.y ?? 0) - (lines[0]?.y ?? 0)) / 10.2129) + 1);
  report.check('C2', '整页22行', rows.length === 0 ? undefined : rows.every((count) => count === 22), rows);
  const pitches = full.flatMap((lines) =>
    lines.slice(1).map((line, index) => (line.y - (lines[index]?.y ?? 0)) / 10.2129),
  );
  const off = pitches.filter((pitch) => Math.abs(pitch - Math.round(pitch)) > 0.02);
  report.check('C2', '行距28.95磅', pitches.length === 0 ? undefined : off.length === 0, off.slice(0, 3));
  const body = pages.flatMap((page) => page.lines.filter((line) => inArea(line) && isBodySize(line)));
  // A line that ends before the last cell ends its paragraph; a mark may hang outside.
  const whole = body.filter((line) => isHan(line) && line.right > 178.5 && line.x < 41);
  const cells = whole.map((line) => {
    const count = [...plain(line)].length;
    const hanging = line.right > 185 ? 1 : 0;
    return { first: line.x > 35, count: count - hanging };
  });
  // Marks that may not begin a line take a character with them: nine of ten must be full, of a few all but one or two.
  const good = cells.filter(({ first, count }) => count === (first ? 26 : 28)).length;
  const enough = cells.length - good <= Math.max(cells.length < 8 ? 1 : 2, cells.length / 10);
  report.check('C3', '满行28字（首行26字）', cells.length < 5 ? undefined : enough, `${good}/${cells.length}`);
  const left = body.filter((line) => !near(line.x, 28.26, 1)).filter((line) => line.x < 30);
  report.check(
    'C5',
    '左缘28±1',
    body.length === 0 ? undefined : left.length === 0 && body.some((line) => near(line.x, 28.26, 1)),
  );
  // A date of its own is measured with its signature (C13): LibreOffice sets it wider than it is.
  const isDate = (line: RenderedLine): boolean => /^\d{4}年\d{1,2}月\d{1,2}日$/.test(plain(line));
  const over = body.filter(
    (line) =>
      line.right > AREA.right + 0.5 && !isDate(line) && !/[、。，．；：！？）》”,.;:!?]$/.test(line.text.trim()),
  );
  report.check('C5', '右缘不出版心', over.length === 0, over.slice(0, 2));
}

/** Landscape pages: down the left margin, 7 mm from the type area, at its foot on odd pages and at its head on even ones. */
function turnedFault(turned: RenderedPage['turned'], number: number): string | undefined {
  if (turned?.text.replace(/\s/g, '') !== `—${number}—`) return `第${number}页没有页码`;
  const end = number % 2 === 1 ? AREA.right - turned.bottom : turned.top - AREA.left;
  if (near(turned.x, AREA.left, 1) && near(end, 4.94, 0.7)) return undefined;
  return `第${number}页横排页码在 ${turned.x.toFixed(1)}，${turned.top.toFixed(1)}–${turned.bottom.toFixed(1)}`;
}

/** @param hidden the first page carries none (信函, 10.1). */
function checkFolios(pages: readonly RenderedPage[], hidden: boolean, report: Report): void {
  const bad: string[] = [];
  pages.forEach((page, index) => {
    const odd = index % 2 === 0;
    if (page.width > page.height) {
      const fault = turnedFault(page.turned, index + 1);
      if (fault) bad.push(fault);
      return;
    }
    const line = page.lines.find((candidate) => candidate.y > AREA.bottom + 3 && candidate.text.includes('—'));
    if (index === 0 && hidden) {
      if (line) bad.push('首页有页码');
      return;
    }
    if (!line) {
      bad.push(`第${index + 1}页没有页码`);
      return;
    }
    const right = near(line.right, AREA.right - 4.94, 0.7);
    const left = near(line.x, AREA.left + 4.94, 0.7);
    if (line.text.replace(/\s/g, '') !== `—${index + 1}—`) bad.push(`第${index + 1}页写作${line.text}`);
    if (!(odd ? right : left)) bad.push(`第${index + 1}页位置 ${line.x.toFixed(1)}–${line.right.toFixed(1)}`);
    if (!near(line.size, 14, 0.3)) bad.push(`第${index + 1}页${line.size}磅`);
    // The dash stands 0.38 em of 14 pt above the baseline or so: 1.46 mm, measured.
    if (!near(line.y - 1.46, AREA.bottom + 7, 0.7)) bad.push(`第${index + 1}页一字线在${(line.y - 1.46).toFixed(2)}`);
  });
  report.check('C6', '页码：— n —，4号，奇右偶左空一字，版心下7毫米', bad.length === 0, bad.slice(0, 4));
}

async function checkHead(rendered: Rendered, profile: Profile, report: Report): Promise<void> {
  const first = rendered.pages[0];
  if (!first) return report.check('C7', '红头', false, '没有页');
  const ink = await inkOf(rendered.pdf, 1);
  const top = ink.mark ? ink.mark.top - AREA.top : undefined;
  const want = profile === 'briefing' ? 20 : 35;
  report.check('C7', `红色标志上缘在版心下${want}±1`, near(top, want, 1), top ?? '没有红色标志');
  const rule = ink.red.at(-1);
  report.check('C8', '红线156±1', near(rule?.width, 156, 1), rule?.width ?? '没有红线');
  const above = first.lines.filter((line) => line.y < (rule?.y ?? 0) && isBodySize(line)).at(-1);
  // A 仿宋 glyph's ink ends about 0.09 em under its baseline.
  const gap = rule && above ? rule.y - (above.y + 0.09 * 16 * 0.3528) : undefined;
  if (profile !== 'briefing') report.check('C8', '红线在文号下4±0.6', near(gap, 4, 0.6), gap ?? '');
  if (profile !== 'briefing') {
    const title = first.lines.filter((line) => near(line.size, 22, 0.5) && line.y > (rule?.y ?? 0));
    const centre = title.map((line) => (line.x + line.right) / 2);
    report.check('C9', '标题2号居中', title.length > 0 && centre.every((x) => near(x, 106, 1)), centre);
    const rows = title[0] && rule ? (title[0].y - rule.y) / 10.2129 : undefined;
    report.check('C9', '标题在红线下空二行', near(rows, 2.8, 0.35), rows ?? '');
  }
  if (rule && profile !== 'briefing') checkSigners(rendered, rule.y, report);
  const body = first.lines.filter((line) => inArea(line) && isBodySize(line) && line.y > (rule?.y ?? 0));
  report.check('C10', '首页有正文', body.length > 0);
}

/** From the thick bar that opens 版记 to the thick one that closes it: tables above have thinner lines. */
function footRules(bars: readonly Bar[]): readonly Bar[] {
  const last = bars.at(-1);
  if (!last || last.thickness < 0.3) return [];
  const opens = bars.slice(0, -1).findLastIndex((bar) => bar.thickness >= 0.3);
  return bars.slice(Math.max(0, opens));
}

async function checkFoot(rendered: Rendered, report: Report): Promise<void> {
  const { dark } = await inkOf(rendered.pdf, rendered.pages.length);
  const rules = footRules(dark.filter((bar) => bar.width > 150));
  if (rules.length === 0) return report.check('C11', '版记', undefined, '没有版记');
  const widths = rules.map((bar) => bar.width);
  report.check(
    'C11',
    '版记各线156±1',
    widths.every((width) => near(width, 156, 1)),
    widths,
  );
  const thickness = rules.map((bar) => bar.thickness);
  const wanted = rules.map((_, index) => (index === 0 || index === rules.length - 1 ? 0.35 : 0.25));
  report.check(
    'C11',
    '版记线粗0.35/0.25/0.35±0.1',
    thickness.every((value, index) => near(value, wanted[index] ?? 0, 0.1)),
    thickness,
  );
  const last = rules.at(-1);
  report.check(
    'C11',
    '末线与版心下缘重合（262±1）',
    near((last?.y ?? 0) + (last?.thickness ?? 0), AREA.bottom, 1),
    last?.y,
  );
  const type = rendered.pages.at(-1)?.lines.filter((line) => line.y > (rules[0]?.y ?? 0) && line.y < AREA.bottom) ?? [];
  report.check(
    'C11',
    '版记4号字',
    type.length > 0 && type.every((line) => near(line.size, 14, 0.3)),
    type.map((line) => line.size),
  );
  const lines = rendered.pages.at(-1)?.lines.filter((line) => isBodySize(line) && inArea(line)) ?? [];
  const overlap = lines.some((line) => line.y > (rules[0]?.y ?? 0));
  report.check('C11', '正文不压版记', !overlap);
}

/** Free layouts: the head of the table comes again, nothing leaves the page, every page is numbered. */
function checkPlain(rendered: Rendered, report: Report): void {
  const heads = rendered.pages.map((page) => page.lines.some((line) => /序号.*姓名/.test(plain(line))));
  const hasTable = heads.some(Boolean);
  report.check('C12', '每页重复表头', hasTable ? heads.every(Boolean) : undefined, heads);
  const out = rendered.pages.flatMap((page) =>
    page.lines.filter((line) => line.x < 10 || line.right > page.width - 10),
  );
  report.check('C12', '内容不出纸', out.length === 0, out.slice(0, 2));
  const numbered = rendered.pages.filter((page, index) =>
    [...page.lines, page.turned].some((line) => line?.text.replace(/\s/g, '') === `—${index + 1}—`),
  ).length;
  // Forms carry none.
  report.check('C12', '每页有页码', numbered === 0 ? undefined : numbered === rendered.pages.length, numbered);
}
