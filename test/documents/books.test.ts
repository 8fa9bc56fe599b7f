import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeWord } from '../../electron/exporting/index.ts';
import type { DocumentMaterial } from '../../shared/documents/definition.ts';
import { wholeBook } from '../../shared/documents/definitions/books/whole-book.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import type { Page, TextItem } from '../../shared/documents/page.ts';
import { setPages } from '../../shared/documents/paginate.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { checkPackage, textParts } from './check/package.ts';
import { Report } from './check/result.ts';
import { type Rendered, readPdf, toPdf } from './render.ts';
import { HAN, settings } from './samples.ts';

/**
 * Two books out of hand-made records: a small one measured line by line, and one of 350,000 characters whose pages are
 * counted. LibreOffice leaves blank left pages out of its PDF; ours are left out of the comparison.
 */
const record = (kind: string, id: string, values: Values): StoredRecord => ({
  id,
  kind,
  rev: 1,
  createdAt: '2024-01-01T00:00:00.000Z',
  createdBy: '测试',
  updatedAt: '2024-01-01T00:00:00.000Z',
  updatedBy: '测试',
  values,
});

const paragraph = (text: string, note?: string) => ({ type: 'paragraph', text: [{ text, ...(note ? { note } : {}) }] });

function bookOf(chapters: number, characters: number): DocumentModel {
  // Paragraphs lose up to sixty characters each, so that their lines end in many places.
  const each = Math.ceil(characters / chapters / (HAN.length - 60));
  const records = [
    record('book', 'b', {
      title: '示例区乡村记忆',
      series: '示例区记忆',
      chiefEditor: '李桂兰',
      editorialBoard: [{ name: '丁一', duty: '主任', post: '某处' }],
      preface: { blocks: [paragraph(HAN), paragraph(HAN)] },
      afterword: { blocks: [paragraph(HAN)] },
    }),
    ...Array.from({ length: chapters }, (_, index) =>
      record('chapter', `c${index}`, {
        book: 'b',
        title: `第${index + 1}口井`,
        part: `第${'一二三四五六七八九'[Math.floor((index * 4) / chapters)]}辑`,
        order: index + 1,
        author: '欧阳明远',
        status: '定稿',
        characters: each * HAN.length,
        body: {
          blocks: [
            { type: 'heading', level: 1, text: [{ text: '来历' }] },
            ...Array.from({ length: each }, (_, n) =>
              paragraph(HAN.slice(0, HAN.length - ((n * 7 + index) % 60)), n % 3 === 0 ? '见区志卷三。' : undefined),
            ),
            { type: 'paragraph', role: 'quote', text: [{ text: HAN.slice(0, 60) }] },
          ],
        },
      }),
    ),
  ];
  const material: DocumentMaterial = {
    lookup: (kind, id) => records.find((one) => one.kind === kind && one.id === id),
    list: (kind) => records.filter((one) => one.kind === kind),
    settings,
    today: '2024-12-06',
  };
  return wholeBook.compose({ book: 'b' }, material).model;
}

const LIBREOFFICE = { hangingMarks: true, latinGap: 0.25 };
const squeeze = (text: string): string => text.replace(/\s/gu, '');
const write = (model: DocumentModel) =>
  writeWord(model, { settings, readFile: () => Promise.reject(new Error('没有')), now: '2024-02-28T01:00:00Z' });
const textItems = (page: Page | undefined, kind: TextItem['kind']): TextItem[] =>
  (page?.items ?? []).filter((item): item is TextItem => item.kind === kind);
const wordsOf = (item: TextItem): string => squeeze(item.runs.map((run) => run.text).join(''));

const models = { small: bookOf(8, 12_000), large: bookOf(200, 350_000) };
const files: Record<string, Uint8Array> = {};
const rendered: Record<string, Rendered> = {};

beforeAll(async () => {
  for (const [name, model] of Object.entries(models)) files[name] = await write(model);
  for (const [name, bytes] of Object.entries(files)) {
    // Each on its own: both together would be a minute's work for one start of LibreOffice.
    const [pdf = new Uint8Array()] = await toPdf([{ name, bytes }]);
    rendered[name] = await readPdf(pdf);
  }
}, 280_000);

const oursOf = (name: keyof typeof models): Page[] =>
  setPages(models[name], LIBREOFFICE).pages.filter(({ blank }) => !blank);
const theirsOf = (name: keyof typeof models) => rendered[name]?.pages ?? [];

describe('书的页', () => {
  test.each(['small', 'large'] as const)('%s：页数与 LibreOffice 相差不过百分之一', (name) => {
    const ours = oursOf(name).length;
    expect(Math.abs(ours - theirsOf(name).length)).toBeLessThanOrEqual(ours / 100);
  });

  test('每页的尺寸、页码、书眉都在 LibreOffice 排出的同一页上', () => {
    const ours = oursOf('small');
    const theirs = theirsOf('small');
    expect(theirs.length).toBe(ours.length);
    let folios = 0;
    let heads = 0;
    ours.forEach((page, index) => {
      const set = theirs[index];
      expect(Math.abs((set?.width ?? 0) - page.width)).toBeLessThan(0.5);
      expect(Math.abs((set?.height ?? 0) - page.height)).toBeLessThan(0.5);
      for (const item of [...textItems(page, 'folio'), ...textItems(page, 'head')]) {
        const words = wordsOf(item);
        const line = set?.lines.find(
          ({ text, y }) => squeeze(text) === words && Math.abs(y - item.y - item.baseline) < 1,
        );
        expect(line, `${page.label} ${words}`).toBeDefined();
        const edge = item.align === 'right' ? (line?.right ?? 0) - item.x - item.width : (line?.x ?? 0) - item.x;
        expect(Math.abs(edge), words).toBeLessThan(1);
        if (item.kind === 'folio') folios += 1;
        else heads += 1;
      }
    });
    expect(folios).toBeGreaterThan(15);
    expect(heads).toBeGreaterThan(15);
  });

  test('正文每行的高度与 LibreOffice 差不过半毫米', () => {
    const ours = oursOf('small');
    let compared = 0;
    let level = 0;
    const off: string[] = [];
    ours.forEach((page, index) => {
      const lines = textItems(page, 'line');
      for (const item of lines) {
        const words = wordsOf(item);
        if (words.length < 8 || item.runs.some((run) => run.raised)) continue;
        const same = theirsOf('small')[index]?.lines.filter(({ text }) => squeeze(text) === words) ?? [];
        if (same.length !== 1 || !same[0]) continue;
        compared += 1;
        const away = same[0].y - item.y - item.baseline;
        if (Math.abs(away) < 0.5) level += 1;
        // Where an engine turns a line elsewhere, lines of the same words stand whole rows away.
        if (Math.abs(away - Math.round(away / item.height) * item.height) >= 0.5) off.push(words);
      }
    });
    expect(compared).toBeGreaterThan(60);
    expect(level / compared).toBeGreaterThan(0.85);
    expect(off).toEqual([]);
  });

  test('脚注每页从①起', () => {
    for (const page of theirsOf('small')) {
      const marks = page.lines.filter(({ text, size }) => size < 10 && /^[①②③④⑤⑥⑦⑧⑨]见/u.test(text.trim()));
      expect(marks.map(({ text }) => text.trim()[0])).toEqual([...'①②③④⑤⑥⑦⑧⑨'].slice(0, marks.length));
    }
  });
});

describe('目录', () => {
  test.each(['small', 'large'] as const)('%s：写进文件的页码就是 LibreOffice 里标题所在页的页码', (name) => {
    const parts = textParts(files[name] ?? new Uint8Array());
    const xml = parts['word/document.xml'] ?? '';
    const entries = [...xml.matchAll(/<w:hyperlink w:anchor="[^"]+".*?<\/w:hyperlink>/gs)].map(([link]) => {
      const words = [...link.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '');
      return { text: squeeze(words.slice(0, -1).join('')), label: words.at(-1) };
    });
    expect(entries.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    let at = 0;
    for (const { text, label } of entries) {
      const pages = theirsOf(name);
      const found = pages.findIndex(
        ({ lines }, index) => index >= at && lines.some((line) => line.size > 13 && squeeze(line.text) === text),
      );
      const folio = pages[found]?.lines.filter(({ y, size }) => y > 240 && size < 10).at(-1);
      at = Math.max(at, found);
      // A part stands alone on a page without a folio: the page after it tells its number.
      const next = pages[found + 1]?.lines.filter(({ y, size }) => y > 240 && size < 10).at(-1);
      const printed = folio ? squeeze(folio.text) : String(Number(squeeze(next?.text ?? '')) - 1);
      if (printed !== label) wrong.push(`${text} 目录${label} 实际${printed}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('整本书的文件', () => {
  test.each(['small', 'large'] as const)('%s：三个版本的校验和自查都通过', async (name) => {
    const bytes = files[name] ?? new Uint8Array();
    const report = new Report();
    await checkPackage(bytes, textParts(bytes), report);
    expect(report.failures).toEqual([]);
  });

  test('能再读入：篇名、脚注、文字一样不少', async () => {
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(files.large ?? new Uint8Array()) });
    const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(files.large ?? new Uint8Array()) });
    const notes = models.large.blocks.flatMap((block) =>
      block.type === 'paragraph' ? block.runs.filter((run) => run.note) : [],
    );
    expect(html.match(/<li id="footnote/g)?.length).toBe(notes.length);
    expect(notes.length).toBeGreaterThan(500);
    expect(squeeze(text).length).toBeGreaterThan(350_000);
  });

  test('可以中途叫停', async () => {
    const asked = AbortSignal.abort(new Error('不要了'));
    const options = { settings, readFile: () => Promise.reject(new Error('没有')), now: '2024-02-28', signal: asked };
    await expect(writeWord(models.large, options)).rejects.toThrow('不要了');
  });
});
