import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeWord } from '../../electron/exporting/index.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import { setPages } from '../../shared/documents/paginate.ts';
import { checkLayout, checkWord } from './check/check.ts';
import type { Profile } from './check/result.ts';
import { OFFICIAL_FAMILY } from './official-models.ts';
import { inkOf, type Rendered, readPdf, toPdf } from './render.ts';
import { settings } from './samples.ts';

const noFile = () => Promise.reject(new Error('没有图片'));
const write = (model: DocumentModel) => writeWord(model, { settings, readFile: noFile, now: '2024-02-28T01:00:00Z' });

/** Changes the main part of a finished file, as a faulty writer would have written it. */
function mutate(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'word/document.xml';
  const before = strFromU8(parts[name] ?? new Uint8Array());
  const after = change(before);
  // A control that changes nothing controls nothing.
  if (before === after) throw new Error('反例没有改动文件');
  return zipSync({ ...parts, [name]: strToU8(after) });
}

type Name = keyof typeof OFFICIAL_FAMILY;
const models: Readonly<Record<Name, DocumentModel>> = OFFICIAL_FAMILY;
const names = Object.keys(models) as Name[];
const PROFILES: Readonly<Record<Name, Profile>> = {
  reportUpward: 'official',
  jointNotice: 'official',
  jointSealed: 'official',
  letter: 'letter',
  shortLetter: 'letter',
  form: 'plain',
  wideRegister: 'plain',
  tallRows: 'plain',
};
/** Faulty files: what is changed in which, and which check must find it. */
const FAULTS: readonly (readonly [string, Name, (xml: string) => string, string])[] = [
  ['信函的红线短了', 'letter', (xml) => xml.replaceAll('width:481.89pt', 'width:442.2pt'), 'C8'],
  [
    '信函的标志低了',
    'letter',
    // 1134 twips are 20 mm: the frame of the corner.
    (xml) => xml.replace(/w:y="(?!1134)\d+"/, 'w:y="2100"'),
    'C7',
  ],
  ['信函首页有页码', 'letter', (xml) => xml.replace('<w:titlePg/>', ''), 'C6'],
  ['成文日期没有右空四字', 'reportUpward', (xml) => xml.replace('w:right="1256"', 'w:right="628"'), 'C13'],
  [
    '日期没有比署名缩进二字',
    'letter',
    (xml) => xml.replace(/(<w:pStyle w:val="AntouDate"\/>.*?<w:ind [^>]*?w:left=")\d+/s, '$15600'),
    'C13',
  ],
  [
    '签发人没有右空一字',
    'reportUpward',
    (xml) => xml.replace('<w:tab w:val="left" w:pos="7250"/>', '<w:tab w:val="left" w:pos="6650"/>'),
    'C15',
  ],
  ['版心窄了', 'jointNotice', (xml) => xml.replace('w:right="1474"', 'w:right="1900"'), 'B1'],
];

const files: Record<string, Uint8Array> = {};
const rendered: Record<string, Rendered> = {};

beforeAll(async () => {
  for (const name of names) files[name] = await write(models[name]);
  FAULTS.forEach(([, name, change], index) => {
    files[`fault${index}`] = mutate(files[name] as Uint8Array, change);
  });
  const all = Object.keys(files);
  const pdfs = await toPdf(all.map((name) => ({ name, bytes: files[name] as Uint8Array })));
  for (const [index, name] of all.entries()) rendered[name] = await readPdf(pdfs[index] as Uint8Array);
}, 290_000);

describe('公文、信函、联合行文、表格逐项测量', () => {
  test.each(names)('%s 全部合格', async (name) => {
    const report = await checkWord(files[name] as Uint8Array, PROFILES[name], rendered[name]);
    expect(report.failures).toEqual([]);
  });

  test('该量的都量到了', async () => {
    const passed = async (name: Name): Promise<Set<string>> => {
      const report = await checkLayout(files[name] as Uint8Array, PROFILES[name], rendered[name]);
      return new Set(report.results.filter(({ state }) => state === 'pass').map(({ label }) => label));
    };
    const upward = await passed('reportUpward');
    for (const label of ['签发人右空一字', '份号顶格在第一行', '署名与成文日期的位置', '整页22行'])
      expect(upward).toContain(label);
    const letter = await passed('letter');
    for (const label of ['双线170±1，居中', '文号右顶格', '署名与成文日期的位置', '双线只在首页'])
      expect(letter).toContain(label);
  });
});

test.each(FAULTS.map((fault, index) => [fault[0], index] as const))('反例必须查出：%s', async (_, index) => {
  const [, name, , id] = FAULTS[index] as (typeof FAULTS)[number];
  const fault = `fault${index}`;
  const { failures } = await checkLayout(files[fault] as Uint8Array, PROFILES[name], rendered[fault]);
  expect(failures.map((failure) => failure.id)).toContain(id);
});

const squeeze = (text: string): string => text.replace(/\s/gu, '');
/** LibreOffice cannot switch hanging marks and gaps off: its habits, not Word's. */
const LIBREOFFICE = { hangingMarks: true, latinGap: 0.25 };

describe('屏上的纸与排出的页', () => {
  test.each(names)('%s 页数相同，每行高度差不过半毫米', (name) => {
    const { pages } = setPages(models[name], LIBREOFFICE);
    const set = rendered[name] as Rendered;
    expect(pages.length).toBe(set.pages.length);
    let compared = 0;
    for (const page of pages) {
      for (const item of page.items) {
        if (!('runs' in item) || item.turned) continue;
        const text = squeeze(item.runs.map((run) => run.text).join(''));
        const same = set.pages[page.number - 1]?.lines.filter((line) => squeeze(line.text) === text) ?? [];
        if (same.length !== 1 || !same[0]) continue;
        compared += 1;
        expect(Math.abs(same[0].y - item.y - item.baseline), text).toBeLessThan(0.5);
        // Justified lines and those with figures are set wider by LibreOffice.
        if (/\d/.test(text) || item.align === 'justify') continue;
        const width = same[0].right - same[0].x;
        const left =
          item.align === 'left'
            ? item.x
            : item.align === 'right'
              ? item.x + item.width - width
              : item.x + (item.width - width) / 2;
        expect(Math.abs(same[0].x - left), `${text} 左右`).toBeLessThan(0.7);
      }
    }
    // Registers are lines of a table, measured below; only their titles stand in lines of their own.
    expect(compared).toBeGreaterThan(name === 'form' || name === 'wideRegister' ? 0 : 2);
  });

  test.each(['form', 'wideRegister', 'tallRows'] as const)('%s 表格横线的位置差不过半毫米', async (name) => {
    const { pages } = setPages(models[name], LIBREOFFICE);
    for (const page of pages) {
      const ink = await inkOf((rendered[name] as Rendered).pdf, page.number);
      const rows = page.items.filter((item) => item.kind === 'tableRow');
      const lined = rows.filter((row) => row.cells.some((cell) => cell.lined !== false));
      expect(lined.length).toBeGreaterThan(0);
      for (const row of lined) {
        const nearest = Math.min(...ink.dark.map((bar) => Math.abs(bar.y - row.y)));
        expect(nearest, `第${page.number}页 ${row.y}`).toBeLessThan(0.5);
      }
    }
  });

  test('横排公文页的页码竖着走，离版心7毫米，单页靠下、双页靠上', () => {
    const { pages } = setPages(models.wideRegister, LIBREOFFICE);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      const folio = page.items.find((item) => item.kind === 'folio');
      const turned = rendered.wideRegister?.pages[page.number - 1]?.turned;
      expect(turned?.text.replace(/\s/g, '')).toBe(`—${page.number}—`);
      // The type area begins at 35 mm; 28 to 184 mm high.
      expect(Math.abs((turned?.x ?? 0) - 28)).toBeLessThan(1);
      const end = page.number % 2 === 1 ? 184 - (turned?.bottom ?? 0) : (turned?.top ?? 0) - 28;
      expect(Math.abs(end - 4.94)).toBeLessThan(0.7);
      expect(folio?.kind === 'folio' && folio.align).toBe(page.number % 2 === 1 ? 'right' : 'left');
    }
  });
});
