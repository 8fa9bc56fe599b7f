import { isOutsideGb2312 } from '../../../shared/documents/gb2312.ts';
import type { Parts } from './package.ts';
import { near, type Profile, type Report } from './result.ts';

const MM = 25.4 / 1440;

/** Faces that stand in 公文: nothing Latin, nothing of the interface. */
const FACES =
  /^(?:仿宋(?:_GB2312)?|楷体(?:_GB2312)?|黑体|宋体|新宋体|SimSun-ExtB|方正小标宋(?:简体|_GBK)|方正(?:仿宋|楷体|黑体|书宋)_GBK|华文(?:仿宋|楷体|黑体|宋体|中宋)|Times New Roman)$/;

const attribute = (xml: string, element: string, name: string): string | undefined =>
  new RegExp(`<w:${element}\\b[^>]*?\\bw:${name}="([^"]*)"`).exec(xml)?.[1];

export function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<w:p(?: [^>]*)?>(.*?)<\/w:p>/gs)].map((match) =>
    [...(match[1] ?? '').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((text) => text[1]).join(''),
  );
}

/** B: does the file say what the standard asks for? */
export function checkStructure(parts: Parts, profile: Profile, report: Report): void {
  const main = parts['word/document.xml'] ?? '';
  const settings = parts['word/settings.xml'] ?? '';
  const styles = parts['word/styles.xml'] ?? '';
  const section = /<w:sectPr\b.*<\/w:sectPr>/s.exec(main)?.[0] ?? '';
  if (profile !== 'plain') checkPage(section, styles, report);
  report.check('B4', '奇偶页不同', /<w:evenAndOddHeaders\/>/.test(settings));
  report.check('B5', '兼容模式15', /compatibilityMode"[^>]*w:val="15"/.test(settings));
  report.check('B6', '打开时不问更新域', !/updateFields/.test(settings) && !/w:dirty=/.test(main));
  report.check('B6', '标点不压缩', /characterSpacingControl w:val="doNotCompress"/.test(settings));
  const faces = new Set(
    [...(main + styles).matchAll(/w:eastAsia="([^"]+)"/g)]
      .map((match) => match[1] ?? '')
      .filter((face) => face !== 'zh-CN'),
  );
  const strange = [...faces].filter((face) => !FACES.test(face));
  report.check('B8', '字体在允许之列', strange.length === 0, strange);
  report.check('B8', '缺字体时有替代（altName）', /<w:altName/.test(parts['word/fontTable.xml'] ?? ''));
  const paragraphs = paragraphsOf(main);
  checkWords(paragraphs, profile, report);
  checkRuns(main, styles, report);
}

function checkPage(section: string, styles: string, report: Report): void {
  const of = (element: string, name: string) => Number(attribute(section, element, name));
  const [width, height] = [of('pgSz', 'w') * MM, of('pgSz', 'h') * MM];
  const [top, bottom, left, right] = ['top', 'bottom', 'left', 'right'].map((side) => of('pgMar', side) * MM) as [
    number,
    number,
    number,
    number,
  ];
  report.check('B1', 'A4', near(width, 210, 0.5) && near(height, 297, 0.5), [width, height]);
  report.check('B1', '天头37±1 订口28±1', near(top, 37, 1) && near(left, 28, 1), [top, left]);
  const area = [width - left - right, height - top - bottom];
  report.check('B1', '版心156×225', near(area[0], 156, 0.5) && near(area[1], 225, 0.5), area);
  const pitch = of('docGrid', 'linePitch');
  const space = of('docGrid', 'charSpace');
  report.check('B2', '栅格22行', Math.floor((area[1] ?? 0) / MM / pitch) === 22, pitch);
  report.check('B3', '栅格28字', Math.floor((area[0] ?? 0) / MM / 20 / (16 + space / 4096)) === 28, space);
  const normal = /w:styleId="Normal".*?<\/w:style>/s.exec(styles)?.[0] ?? '';
  const wanted = [
    '<w:widowControl w:val="0"/>',
    '<w:snapToGrid w:val="0"/>',
    '<w:spacing w:val="-6"/>',
    '<w:overflowPunct w:val="0"/>',
  ];
  const missing = wanted.filter((element) => !normal.includes(element));
  report.check('B7', '正文样式：不调孤行、不对齐栅格、字距−0.3磅、不悬挂标点', missing.length === 0, missing);
  report.check('B7', '固定行距28.95磅', /w:line="579" w:lineRule="exact"/.test(normal));
}

function checkWords(paragraphs: readonly string[], profile: Profile, report: Report): void {
  if (profile === 'official' || profile === 'minutes' || profile === 'letter') {
    const number = paragraphs.slice(0, 12).find((text) => /\d{4}\D{1,2}\d+号$/.test(text));
    report.check(
      'B9',
      '文号年份用〔〕，不写第、不补零',
      number === undefined ? undefined : /〔\d{4}〕[1-9]\d*号$/.test(number),
      number ?? '',
    );
  }
  const all = paragraphs.join('\n');
  const padded = /\d{4}年(?:0\d月|\d{1,2}月0\d日)/.exec(all)?.[0];
  report.check('B10', '日期不补零', padded === undefined, padded ?? '');
  // Books and archives begin anew with every piece in them.
  const parts = profile === 'plain' ? [] : attachmentsApart(paragraphs).map(headsOf);
  const heads = parts.flat();
  const good = parts.every((part) => part.every((head, index) => head === HEADS[index]));
  report.check('B11', '层次序号一、二、三连续', heads.length === 0 ? undefined : good, heads.join(''));
}

const HEADS = [...'一二三四五六七八九'].map((n) => `${n}、`);

const headsOf = (paragraphs: readonly string[]): string[] =>
  paragraphs.flatMap((text) => /^([一二三四五六七八九])、/.exec(text)?.[0] ?? []);

/** The paper and each 附件: each counts from 一. */
function attachmentsApart(paragraphs: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const text of paragraphs) {
    if (/^附件\d*$/.test(text)) parts.push([]);
    parts.at(-1)?.push(text);
  }
  return parts;
}

function checkParagraphRuns(paragraph: string, own: string, rare: string[], unhinted: string[]): void {
  for (const [, run = ''] of paragraph.matchAll(/<w:r>(.*?)<\/w:r>/gs)) {
    const text = [...run.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
    const face = attribute(run, 'rFonts', 'eastAsia') ?? own;
    if (/_GB2312$|小标宋简体$/.test(face) && [...text].some(isOutsideGb2312)) rare.push(text);
    if (/[“”‘’…—]/.test(text) && attribute(run, 'rFonts', 'hint') !== 'eastAsia') unhinted.push(text.slice(0, 20));
  }
}

/** Every run: rare characters not in a face without them, Chinese marks with the East Asian hint. */
function checkRuns(main: string, styles: string, report: Report): void {
  const own = attribute(styles, 'rFonts', 'eastAsia') ?? '';
  const ofStyle = new Map(
    [...styles.matchAll(/<w:style [^>]*w:styleId="([^"]+)".*?<\/w:style>/gs)].map(([style, id = '']) => [
      id,
      attribute(style, 'rFonts', 'eastAsia') ?? own,
    ]),
  );
  const rare: string[] = [];
  const unhinted: string[] = [];
  for (const [paragraph] of main.matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs)) {
    const face = ofStyle.get(attribute(paragraph, 'pStyle', 'val') ?? 'Normal') ?? own;
    checkParagraphRuns(paragraph, face, rare, unhinted);
  }
  report.check('B12', '生僻字不用缺字的字体', rare.length === 0, rare.slice(0, 3));
  report.check('B13', '引号、破折号、省略号标明按中文', unhinted.length === 0, unhinted.slice(0, 3));
}
