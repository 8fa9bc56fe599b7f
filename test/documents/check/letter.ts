import { inkOf, type Rendered } from '../render.ts';
import { near, type Report } from './result.ts';

const ROW = 10.2129;
const EM = 16 * 0.3528;

/** 信函格式 (GB/T 9704-2012, 10.1) on the first page; no double lines on others and no lines in the 版记. */
export async function checkLetter(rendered: Rendered, report: Report): Promise<void> {
  const first = rendered.pages[0];
  if (!first) return report.check('C7', '信函首页', false, '没有页');
  const ink = await inkOf(rendered.pdf, 1);
  report.check('C7', '标志上缘距上页边30±1', near(ink.mark?.top, 30, 1), ink.mark?.top ?? '没有红色标志');
  const [thick, thin, lowerThin, lowerThick] = ink.red;
  report.check('C8', '首页两条红色双线', ink.red.length === 4, ink.red.length);
  const bars = ink.red.map(({ x, width }) => [x, width]);
  report.check(
    'C8',
    '双线170±1，居中',
    ink.red.every(({ x, width }) => near(width, 170, 1) && near(x, 20, 0.7)),
    bars,
  );
  const gap = thick && ink.mark ? thick.y - ink.mark.bottom : undefined;
  report.check('C8', '第一条在标志下4±0.6', near(gap, 4, 0.6), gap ?? '');
  const upper = thick && thin && thick.thickness > thin.thickness && thin.y - thick.y < 3;
  report.check('C8', '第一条上粗下细', upper === true);
  const lower = lowerThin && lowerThick && lowerThick.thickness > lowerThin.thickness && lowerThick.y - lowerThin.y < 3;
  report.check('C8', '第二条上细下粗', lower === true);
  const bottom = lowerThick ? lowerThick.y + lowerThick.thickness : undefined;
  report.check('C8', '第二条距下页边20±0.7', near(bottom, 277, 0.7), bottom ?? '');

  const number = first.lines.find((line) => /〔\d{4}〕\d+号/.test(line.text.replace(/\s/g, '')));
  report.check('C14', '文号右顶格', number && near(number.right, 184, 1), number?.right ?? '没有文号');
  const under = number && thin ? number.y - 0.83 * EM - (thin.y + thin.thickness) : undefined;
  report.check('C14', '文号距线八分之七字', near(under, (EM * 7) / 8, 0.7), under ?? '');
  const title = first.lines.filter((line) => near(line.size, 22, 0.5) && line.y > (thin?.y ?? 0));
  const above = first.lines.filter((line) => line.y < (title[0]?.y ?? 0) && near(line.size, 16, 0.3)).at(-1);
  const rows = title[0] && above ? (title[0].y - above.y) / ROW : undefined;
  report.check('C9', '标题与其上要素相距二行', near(rows, 3, 0.2), rows ?? '没有标题');
  report.check('C9', '标题2号居中', title.length > 0 && title.every(({ x, right }) => near((x + right) / 2, 106, 1)));
  const body = first.lines.filter((line) => near(line.size, 16, 0.3) && line.y > (title.at(-1)?.y ?? 297));
  report.check('C10', '首页有正文', body.length > 0);

  const last = rendered.pages.length;
  const end = await inkOf(rendered.pdf, last);
  report.check(
    'C11',
    '版记不加分隔线',
    end.dark.every((bar) => bar.width < 150),
    end.dark.length,
  );
  if (last > 1) report.check('C8', '双线只在首页', end.red.length === 0, end.red.length);
}
