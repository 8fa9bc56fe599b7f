import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeWord } from '../../../electron/exporting/index.ts';
import type { DocumentBlock, DocumentModel, PageSetup, SectionBreak } from '../../../shared/documents/model.ts';
import type { Page, TextItem } from '../../../shared/documents/page.ts';
import { paginate, setPages, setPagesStepwise } from '../../../shared/documents/paginate.ts';
import { romanNumeral, runningHeadText } from '../../../shared/documents/running-heads.ts';
import { settings } from '../../documents/samples.ts';

const portrait: PageSetup = { orientation: 'portrait', grid: 'official', folio: 'outside' };
const landscape: PageSetup = { ...portrait, orientation: 'landscape' };
const book: PageSetup = { orientation: 'portrait', grid: 'book', folio: 'book', paper: '16K' };
const body = (text: string): DocumentBlock => ({ type: 'paragraph', role: 'body', runs: [{ text }] });
const onward = (page: PageSetup, start: SectionBreak['start'] = 'nextPage'): SectionBreak => ({
  type: 'sectionBreak',
  page,
  start,
});
const paper = (page: PageSetup, blocks: readonly DocumentBlock[]): DocumentModel => ({
  document: 'test',
  title: '试',
  fileName: '试',
  page,
  blocks,
});
const folios = (pages: readonly Page[]) =>
  pages.map((page) =>
    page.items
      .filter((item): item is TextItem => item.kind === 'folio')
      .map((item) => `${item.align} ${item.runs.map((run) => run.text).join('')}`)
      .join(''),
  );

async function written(model: DocumentModel): Promise<Readonly<Record<string, string>>> {
  const bytes = await writeWord(model, {
    settings,
    readFile: () => Promise.reject(new Error('没有')),
    now: '2024-02-28',
  });
  return Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => name.endsWith('.xml'))
      .map(([name, content]) => [name, strFromU8(content)]),
  );
}

const sectionsIn = (xml: string): string[] => xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];

describe('分节', () => {
  test('竖排里夹横排，每页尺寸各按各的', () => {
    const pages = paginate(paper(portrait, [body('甲'), onward(landscape), body('乙'), onward(portrait), body('丙')]));
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [210, 297],
      [297, 210],
      [210, 297],
    ]);
    for (const page of pages) {
      for (const item of page.items) {
        expect(item.x).toBeGreaterThan(0);
        expect(item.x + item.width).toBeLessThanOrEqual(page.width);
        expect(item.y + item.height).toBeLessThanOrEqual(page.height);
      }
    }
  });

  test('横排那一节的行比竖排长', () => {
    const pages = paginate(paper(portrait, [body('政'.repeat(60)), onward(landscape), body('政'.repeat(60))]));
    const lines = pages.map((page) => page.items.filter((item) => item.kind === 'line').length);
    expect(lines[0]).toBe(3);
    expect(lines[1]).toBe(2);
  });

  test('从单页起：前一页是单页就空一页，空页不印页码', () => {
    const pages = paginate(paper(portrait, [body('甲'), onward(portrait, 'oddPage'), body('乙')]));
    expect(pages.map(({ label, blank }) => [label, blank ?? false])).toEqual([
      ['1', false],
      ['2', true],
      ['3', false],
    ]);
    expect(pages[1]?.items).toEqual([]);
    expect(folios(pages)).toEqual(['right — 1 —', '', 'right — 3 —']);
  });

  test('前一页是双页时不空页', () => {
    const two = [body('甲'), { type: 'pageBreak' } as const, body('甲二')];
    const pages = paginate(paper(portrait, [...two, onward(portrait, 'oddPage'), body('乙')]));
    expect(pages.map(({ label }) => label)).toEqual(['1', '2', '3']);
    expect(pages.some(({ blank }) => blank)).toBe(false);
  });

  test('分节前的分页不另起一页', () => {
    const pages = paginate(paper(portrait, [body('甲'), { type: 'pageBreak' }, onward(landscape), body('乙')]));
    expect(pages).toHaveLength(2);
  });

  test('书前罗马数字，正文从1起，单双页左右与纸面一致', () => {
    const roman: PageSetup = { ...book, numbering: { format: 'roman', start: 1 } };
    const arabic: PageSetup = { ...book, numbering: { format: 'arabic', start: 1 } };
    const pages = paginate(
      paper({ ...book, folio: 'none' }, [
        body('封面'),
        onward(roman, 'oddPage'),
        body('序'),
        onward(arabic, 'oddPage'),
        body('正文'),
        { type: 'pageBreak' },
        body('正文二'),
      ]),
    );
    expect(pages.map(({ label, blank }) => (blank ? '空' : label))).toEqual(['1', '空', 'I', '空', '1', '2']);
    expect(folios(pages)).toEqual(['', '', 'right I', '', 'right 1', 'left 2']);
    for (const page of pages) {
      const right = page.items.some((item) => item.kind === 'folio' && item.align === 'right');
      if (right) expect(page.number % 2).toBe(1);
    }
  });

  test('书眉：双页书名在左，单页篇名在右，下有细线，都在版心之上', () => {
    const headed: PageSetup = { ...book, runningHead: { even: '乡村记忆', odd: '老井' } };
    const pages = paginate(paper(headed, [body('甲'), { type: 'pageBreak' }, body('乙')]));
    const heads = pages.map((page) => page.items.filter((item): item is TextItem => item.kind === 'head'));
    expect(heads.map(([head]) => [head?.align, head?.runs[0]?.text])).toEqual([
      ['right', '老井'],
      ['left', '乡村记忆'],
    ]);
    for (const page of pages) {
      const rule = page.items.find((item) => item.kind === 'rule');
      expect(rule?.y).toBeLessThan(page.area.y);
      expect(rule?.width).toBeCloseTo(page.area.width, 2);
    }
  });

  test('一步一步地排，与一次排完一样', () => {
    const model = paper(
      book,
      Array.from({ length: 120 }, (_, index) => body(`第${index}段${'政'.repeat(90)}`)),
    );
    const steps = setPagesStepwise(model);
    const seen: number[] = [];
    for (;;) {
      const { done, value } = steps.next();
      if (done) {
        expect(value.pages).toEqual(setPages(model).pages);
        break;
      }
      seen.push(value);
    }
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });
});

test('16开整页36行、每行38字，A4同样', () => {
  for (const size of ['16K', 'A4'] as const) {
    const [, page] = paginate(paper({ ...book, paper: size }, [body('政'.repeat(38 * 36 * 3))]));
    const lines = (page?.items ?? []).filter((item): item is TextItem => item.kind === 'line');
    expect(lines).toHaveLength(36);
    for (const line of lines) expect(line.runs.map((run) => run.text).join('')).toHaveLength(38);
  }
});

test('罗马数字', () => {
  expect([1, 4, 9, 14, 40, 90, 400, 1994].map(romanNumeral)).toEqual([
    'I',
    'IV',
    'IX',
    'XIV',
    'XL',
    'XC',
    'CD',
    'MCMXCIV',
  ]);
});

test('书眉太长时截断并加省略号', () => {
  expect(runningHeadText('短', 100)).toBe('短');
  const long = runningHeadText('长'.repeat(200), 100);
  expect(long.endsWith('…')).toBe(true);
  expect([...long].length * 9).toBeLessThanOrEqual(100);
});

describe('写成 Word', () => {
  test('每节各有尺寸、方向、起排方式、页码格式；同样的页脚不重写', async () => {
    const roman: PageSetup = {
      ...book,
      numbering: { format: 'roman', start: 1 },
      runningHead: { even: '书', odd: '序' },
    };
    const arabic: PageSetup = {
      ...book,
      numbering: { format: 'arabic', start: 1 },
      runningHead: { even: '书', odd: '甲' },
    };
    const parts = await written(
      paper({ ...book, folio: 'none' }, [
        body('封面'),
        onward(roman, 'oddPage'),
        body('序'),
        onward(arabic, 'oddPage'),
        body('正文'),
        onward({ ...arabic, numbering: { format: 'arabic' } }),
        body('正文二'),
        onward({ ...book, folio: 'none', orientation: 'landscape' }),
        body('表'),
      ]),
    );
    const sections = sectionsIn(parts['word/document.xml'] ?? '');
    expect(sections).toHaveLength(5);
    expect(sections.map((xml) => /<w:type w:val="(\w+)"/.exec(xml)?.[1])).toEqual([
      undefined,
      'oddPage',
      'oddPage',
      'nextPage',
      'nextPage',
    ]);
    expect(sections.map((xml) => /w:fmt="(\w+)"/.exec(xml)?.[1])).toEqual([
      undefined,
      'upperRoman',
      'decimal',
      'decimal',
      undefined,
    ]);
    expect(sections.map((xml) => /w:start="(\d+)"/.exec(xml)?.[1])).toEqual([
      undefined,
      '1',
      '1',
      undefined,
      undefined,
    ]);
    // The same folio goes on: only where it begins and where it ends is something written.
    expect(sections.map((xml) => /footerReference/.test(xml))).toEqual([false, true, false, false, true]);
    expect(sections.map((xml) => /headerReference/.test(xml))).toEqual([false, true, true, false, true]);
    expect(sections[4]).toContain('w:orient="landscape"');
    expect(sections[4]).toContain('w:w="14740" w:h="10490"');
  });

  test('节末是表格时有一段承住节的设置', async () => {
    const table: DocumentBlock = {
      type: 'table',
      columns: [{ width: 1 }],
      headRows: 0,
      rows: [[{ runs: [{ text: '格' }] }]],
    };
    const parts = await written(paper(portrait, [body('甲'), onward(landscape), table, onward(portrait), body('乙')]));
    const xml = parts['word/document.xml'] ?? '';
    expect(sectionsIn(xml)).toHaveLength(3);
    expect(xml).toMatch(/<\/w:tbl><w:p><w:pPr>(?:(?!<\/w:pPr>).)*<w:sectPr>/s);
  });
});
