import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeWord } from '../../../electron/exporting/index.ts';
import { contentsEntries } from '../../../shared/documents/contents.ts';
import type { ContentsList, DocumentBlock, DocumentModel, PageSetup } from '../../../shared/documents/model.ts';
import type { TextItem } from '../../../shared/documents/page.ts';
import { setPages } from '../../../shared/documents/paginate.ts';
import { settings } from '../../documents/samples.ts';

const page: PageSetup = { orientation: 'portrait', grid: 'book', folio: 'book', paper: '16K' };
const say = (role: 'partTitle' | 'chapterTitle' | 'body', text: string): DocumentBlock => ({
  type: 'paragraph',
  role,
  runs: [{ text }],
});
const list: ContentsList = { type: 'contents', roles: ['partTitle', 'chapterTitle'] };
const LONG = '关于东关老井和井边人家几十年来许多事情的一份尽可能完整的记录与说明以及补记';

const model: DocumentModel = {
  document: 'test',
  title: '书',
  fileName: '书',
  page: { ...page, numbering: { format: 'roman', start: 1 } },
  blocks: [
    say('chapterTitle', '不列的序'),
    list,
    { type: 'sectionBreak', start: 'oddPage', page: { ...page, numbering: { format: 'arabic', start: 1 } } },
    say('partTitle', '第一辑'),
    { type: 'pageBreak' },
    say('chapterTitle', '老井'),
    say('body', '政'.repeat(38 * 36 * 2)),
    { type: 'pageBreak' },
    say('chapterTitle', ' '),
    say('chapterTitle', LONG),
    say('body', '完。'),
  ],
};

const linesOf = (from: DocumentModel) =>
  setPages(from)
    .pages.flatMap((sheet) => sheet.items)
    .filter((item): item is TextItem => item.kind === 'contents');
const text = (item: TextItem) => item.runs.map((run) => run.text).join('');

describe('目录', () => {
  test('只列后面的、有字的标题，按级别', () => {
    expect(contentsEntries(model, list, 1).map(({ level, text: words }) => [level, words])).toEqual([
      [0, '第一辑'],
      [1, '老井'],
      [1, LONG],
    ]);
  });

  test('页码就是标题所在那一页印的页码', () => {
    const { pages, labels } = setPages(model);
    for (const [index, block] of model.blocks.entries()) {
      if (block.type !== 'paragraph') continue;
      const at = pages.find((sheet) =>
        sheet.items.some((item) => item.kind === 'line' && item.block === index && item.first),
      );
      expect(labels.get(index)).toBe(at?.label);
    }
    const numbers = linesOf(model)
      .map(text)
      .filter((words) => words.includes('…'))
      .map((words) => words.split(' ').at(-1));
    expect(numbers).toEqual(['1', '2', '5']);
  });

  test('长标题转行，不碰页码；行在版心里', () => {
    const items = linesOf(model);
    const turned = items.filter((item) => !text(item).includes('…')).map(text);
    expect(turned.join('')).toBe(`第一辑老井${LONG}`);
    expect(turned.length).toBe(4);
    const area = setPages(model).pages[0]?.area;
    for (const item of items)
      expect(item.x + item.width).toBeLessThanOrEqual((area?.x ?? 0) + (area?.width ?? 0) + 0.01);
  });

  test('写成真的目录域：条目、链接、书签、页码都在，不要求更新', async () => {
    const bytes = await writeWord(model, {
      settings,
      readFile: () => Promise.reject(new Error('没有')),
      now: '2024-02-28',
    });
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('TOC \\h \\z \\t &quot;编名,1,章名,2&quot;');
    expect(xml).not.toContain('w:dirty');
    const anchors = [...xml.matchAll(/<w:hyperlink w:anchor="(\w+)"/g)].map((match) => match[1]);
    const places = [...xml.matchAll(/<w:bookmarkStart w:id="\d+" w:name="(\w+)"/g)].map((match) => match[1]);
    expect(anchors).toHaveLength(3);
    expect(places).toEqual(anchors);
    const cached = [
      ...xml.matchAll(/PAGEREF \w+ \\h <\/w:instrText>.*?"separate"\/><\/w:r><w:r>.*?<w:t[^>]*>(\w+)</gs),
    ];
    expect(cached.map((match) => match[1])).toEqual(['1', '2', '5']);
    const begins = xml.match(/fldCharType="begin"/g)?.length;
    expect(begins).toBe(xml.match(/fldCharType="end"/g)?.length);
  });

  test('没有标题时目录是空的，文件照样写得出', async () => {
    const empty: DocumentModel = { ...model, blocks: [list] };
    expect(linesOf(empty)).toEqual([]);
    const bytes = await writeWord(empty, {
      settings,
      readFile: () => Promise.reject(new Error('没有')),
      now: '2024-02-28',
    });
    expect(bytes.length).toBeGreaterThan(1000);
  });
});

test('节的设置不落在还没结束的目录域里', async () => {
  const options = { settings, readFile: () => Promise.reject(new Error('没有')), now: '2024-02-28' };
  const xml = strFromU8(unzipSync(await writeWord(model, options))['word/document.xml'] ?? new Uint8Array());
  const before = xml.slice(0, xml.indexOf('<w:sectPr'));
  expect(before).toContain('TOC \\h');
  expect(before.match(/fldCharType="begin"/g)?.length).toBe(before.match(/fldCharType="end"/g)?.length);
});
