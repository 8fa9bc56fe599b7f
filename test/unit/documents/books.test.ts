import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Composed, DocumentError, type DocumentMaterial } from '../../../shared/documents/definition.ts';
import { PAPERS } from '../../../shared/documents/definitions/books/book-pages.ts';
import { chapterProof } from '../../../shared/documents/definitions/books/chapter-proof.ts';
import { regulationCompilation } from '../../../shared/documents/definitions/books/regulation-compilation.ts';
import { wholeBook } from '../../../shared/documents/definitions/books/whole-book.ts';
import type { DocumentBlock, DocumentParagraph, SectionBreak } from '../../../shared/documents/model.ts';
import { setPages } from '../../../shared/documents/paginate.ts';
import { checkModel } from '../../../shared/documents/schema.ts';
import { runsText } from '../../../shared/documents/wording.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { booksSamples } from '../../documents/areas/books.ts';
import { settings } from '../../documents/samples.ts';
import { type Made, makeSample } from '../sample/sample-library.ts';

const isParagraph = (block: DocumentBlock): block is DocumentParagraph => block.type === 'paragraph';
const isBreak = (block: DocumentBlock): block is SectionBreak => block.type === 'sectionBreak';
const textsOf = ({ model }: Composed, role: string): string[] =>
  model.blocks.filter(isParagraph).flatMap((block) => (block.role === role ? [runsText(block.runs)] : []));

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

function materialOf(records: readonly StoredRecord[]): DocumentMaterial {
  return {
    lookup: (kind, id) => records.find((one) => one.kind === kind && one.id === id),
    list: (kind) => records.filter((one) => one.kind === kind),
    settings,
    today: '2024-12-06',
  };
}

let made: Made;
let material: DocumentMaterial;

beforeAll(async () => {
  made = await makeSample(new Date('2024-12-06T01:30:00Z'));
  const { library } = made;
  material = {
    lookup: (kind, id) => library.get(kind, id),
    list: (kind) => library.list(kind),
    settings,
    today: '2024-12-06',
  };
});

afterAll(() => made.remove());

const samplesOf = (id: string) => booksSamples[id]?.(material) ?? {};
const [first] = PAPERS;
const sampleBook = () => wholeBook.compose(samplesOf('wholeBook')['16开'] ?? {}, material);

describe('整本书稿', () => {
  test('每篇一章，按顺序，一篇不少；每辑一页篇章页', () => {
    const composed = sampleBook();
    const { book } = samplesOf('wholeBook')['16开'] ?? {};
    const chapters = material
      .list('chapter')
      .filter(({ values }) => values.book === book)
      .toSorted((a, b) => Number(a.values.order) - Number(b.values.order));
    expect(chapters.length).toBeGreaterThan(30);
    const titles = textsOf(composed, 'chapterTitle');
    expect(titles.slice(0, chapters.length)).toEqual(chapters.map(({ values }) => values.title));
    expect(titles.slice(chapters.length)).toEqual(['后\u3000记']);
    const parts: unknown[] = [];
    for (const { values } of chapters) if (values.part && parts.at(-1) !== values.part) parts.push(values.part);
    expect(textsOf(composed, 'partTitle')).toEqual(parts);
    expect(checkModel(composed.model)).toBeTruthy();
  });

  test('辑从单页起，罗马页码的书前和从1起的正文，书眉是书名和篇名', () => {
    const { model } = sampleBook();
    const { pages } = setPages(model);
    const begins = new Map<number, { number: number; label: string }>();
    for (const page of pages) {
      for (const item of page.items) {
        if (item.kind === 'line' && item.block !== undefined && item.first) begins.set(item.block, page);
      }
    }
    let parts = 0;
    model.blocks.forEach((block, index) => {
      if (!isParagraph(block) || block.role !== 'partTitle') return;
      parts += 1;
      expect((begins.get(index)?.number ?? 0) % 2, runsText(block.runs)).toBe(1);
      if (parts === 1) expect(begins.get(index)?.label).toBe('1');
    });
    expect(parts).toBeGreaterThan(3);
    const breaks = model.blocks.filter(isBreak);
    const arabic = breaks.filter(({ page }) => page.numbering?.format === 'arabic' && page.runningHead);
    expect(arabic.every(({ page }) => page.runningHead?.even === '示例区乡村记忆')).toBe(true);
    const roman = breaks.filter(({ page }) => page.numbering?.format === 'roman');
    expect(roman.map(({ page }) => page.runningHead?.odd)).toEqual(['编委会', '序', '凡例', '目录']);
    expect(roman[0]?.page.numbering?.start).toBe(1);
  });

  test('A4与16开页页相同', () => {
    const pages = (name: string) =>
      setPages(wholeBook.compose(samplesOf('wholeBook')[name] ?? {}, material).model).pages.map((page) => [
        page.label,
        page.items.filter((item) => item.kind === 'line').length,
      ]);
    expect(pages('A4')).toEqual(pages('16开'));
  });

  test('版权页的字数是各篇字数之和；缺的留空并报出来', () => {
    const { book } = samplesOf('wholeBook')['16开'] ?? {};
    const composed = sampleBook();
    const sum = material
      .list('chapter')
      .filter(({ values }) => values.book === book)
      .reduce((total, { values }) => total + Number(values.characters ?? 0), 0);
    const cells = composed.model.blocks.flatMap((block) =>
      block.type === 'table' ? block.rows.map((row) => row.map((cell) => runsText(cell.runs)).join('：')) : [],
    );
    expect(cells).toContain(`字数：${sum}字`);
    expect(cells).toContain('准印证号：____');
    expect(composed.findings.map(({ message }) => message).join()).toContain('准印证号');
  });

  test('图表按篇编号，图注在下、表题在上，正文标题提到最高级', () => {
    const sha = 'a'.repeat(64);
    const body = {
      blocks: [
        { type: 'heading', level: 1, text: [{ text: '老井' }] },
        { type: 'heading', level: 2, text: [{ text: '来历' }] },
        { type: 'figure', sha256: sha, name: '井.png', caption: '图9 井台' },
        { type: 'figure', sha256: sha, name: '井.png' },
        { type: 'paragraph', role: 'caption', text: [{ text: '井绳' }] },
        { type: 'figure', sha256: sha, name: '井.png' },
        { type: 'paragraph', role: 'caption', text: [{ text: '各村井数' }] },
        { type: 'table', headRows: 1, rows: [[{ text: [{ text: '村' }] }], [{ text: [{ text: '甲' }] }]] },
      ],
    };
    const own = materialOf([
      record('book', 'b', { title: '井记' }),
      record('chapter', 'c1', {
        book: 'b',
        title: '序篇',
        order: 1,
        body: { blocks: [{ type: 'paragraph', text: [{ text: '甲。' }] }] },
      }),
      record('chapter', 'c2', { book: 'b', title: '老井', order: 2, body, authorNote: '当时是教师' }),
    ]);
    const composed = wholeBook.compose({ book: 'b', paper: first }, own);
    const captions = composed.model.blocks.flatMap((block) => (block.type === 'figure' ? [block.caption ?? ''] : []));
    expect(captions).toEqual(['图2-1\u3000井台', '图2-2\u3000井绳', '图2-3\u3000各村井数']);
    expect(textsOf(composed, 'tableTitle')).toEqual([]);
    expect(textsOf(composed, 'heading1')).toEqual(['来历']);
    expect(textsOf(composed, 'chapterTitle')).toEqual(['序篇', '老井']);
    expect(textsOf(composed, 'byline')).toEqual(['（当时是教师）']);
  });

  test('表题单独成段时编号；没有正文的篇、没有图注的图都报出来', () => {
    const own = materialOf([
      record('book', 'b', { title: '井记', status: '征稿' }),
      record('chapter', 'c', {
        book: 'b',
        title: '老井',
        body: {
          blocks: [
            { type: 'paragraph', text: [{ text: '见下表。' }] },
            { type: 'paragraph', role: 'caption', text: [{ text: '表1 各村井数' }] },
            { type: 'table', headRows: 0, rows: [[{ text: [{ text: '甲' }] }]] },
            { type: 'figure', sha256: 'b'.repeat(64), name: '井.png' },
          ],
        },
      }),
      record('chapter', 'e', { book: 'b', title: '空篇', order: 2 }),
    ]);
    const composed = wholeBook.compose({ book: 'b' }, own);
    expect(textsOf(composed, 'tableTitle')).toEqual(['表2-1\u3000各村井数']);
    const told = composed.findings.map(({ severity, message }) => `${severity} ${message}`);
    expect(told).toContain('error “空篇”还没有正文。');
    expect(told).toContain('warning “老井”有1幅图没有图注，排出来没有图号。');
  });

  test('附录、大事记在正文后，插页不排；没有篇目时照样排出书前部分并报出来', () => {
    const text = { blocks: [{ type: 'paragraph', text: [{ text: '文。' }] }] };
    const chapter = (id: string, type: string, order: number) =>
      record('chapter', id, { book: 'b', title: id, type, order, body: text, status: '定稿' });
    const book = record('book', 'b', { title: '井记' });
    const own = materialOf([
      book,
      chapter('大事记', '大事记', 1),
      chapter('附录', '附录', 2),
      chapter('插页', '照片插页', 3),
      chapter('正文', '正文', 4),
    ]);
    expect(textsOf(wholeBook.compose({ book: 'b' }, own), 'chapterTitle')).toEqual(['正文', '附录', '大事记']);
    const empty = wholeBook.compose({ book: 'b' }, materialOf([book]));
    expect(empty.findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect(setPages(empty.model).pages.length).toBeGreaterThan(3);
  });

  test('书不在了，说清楚该选哪一项', () => {
    expect(() => wholeBook.compose({}, materialOf([]))).toThrow(DocumentError);
    expect(() => wholeBook.compose({ book: 'x' }, materialOf([]))).toThrow('书稿');
  });
});

describe('规章制度汇编', () => {
  test('现行的一项不多一项不少，按类别顺序；说明里的数就是所列的数', () => {
    const composed = regulationCompilation.compose({}, material);
    const valid = material
      .list('regulation')
      .filter(({ values }) => ['现行', '印发', '通过'].includes(String(values.state)) && values.action !== '废止')
      .filter(({ values }) => String(values.passedOn ?? values.issuedOn ?? values.effectiveOn ?? '') <= '2024-12-06');
    expect(textsOf(composed, 'chapterTitle').toSorted()).toEqual(
      valid.map(({ values }) => String(values.title)).toSorted(),
    );
    const areas = ['会议制度', '委员履职管理', '提案与协商监督', '社情民意与文史', '机关党建与纪律', '机关内务'];
    expect(textsOf(composed, 'partTitle').slice(0, 6)).toEqual(
      areas.map((area, index) => `${'一二三四五六'[index]}、${area}`),
    );
    const note = textsOf(composed, 'body')[0] ?? '';
    expect(note).toContain(`规章制度${valid.length}项，分6个方面`);
    for (const area of areas)
      expect(note).toContain(`${area}${valid.filter(({ values }) => values.area === area).length}项`);
  });

  test('注明文号、通过、施行和版本；废止和被修订的标出来并列在书后', () => {
    const body = { blocks: [{ type: 'paragraph', text: [{ text: '第一条。' }] }] };
    const own = materialOf([
      record('regulation', 'old', {
        title: '值班办法',
        number: '示政协[2019]003号',
        area: '机关内务',
        action: '制定',
        meetingType: '主席会议',
        passedOn: '2019-04-03',
        effectiveOn: '2019-05-01',
        state: '被修订',
        body,
      }),
      record('regulation', 'new', {
        title: '值班办法',
        number: '示政协〔2024〕7号',
        area: '机关内务',
        action: '修订',
        meetingType: '主席会议',
        passedOn: '2024-02-06',
        effectiveOn: '2024-03-01',
        state: '现行',
        previous: 'old',
        body,
      }),
      record('regulation', 'gone', {
        title: '会务费办法',
        area: '会议制度',
        action: '制定',
        passedOn: '2018-01-02',
        repealedOn: '2023-06-30',
        state: '废止',
        body,
      }),
      record('regulation', 'draft', { title: '草案', action: '制定', state: '起草' }),
    ]);
    const only = regulationCompilation.compose({}, own);
    expect(textsOf(only, 'chapterTitle')).toEqual(['值班办法']);
    expect(textsOf(only, 'subtitle')).toEqual([
      '（示政协〔2024〕7号\u30002024年2月6日主席会议通过\u3000自2024年3月1日起施行\u3000第2版）',
    ]);
    const all = regulationCompilation.compose({ scope: '现行和已废止、被修订的' }, own);
    expect(textsOf(all, 'chapterTitle')).toEqual(['会务费办法', '值班办法', '值班办法']);
    expect(textsOf(all, 'subtitle').join()).toContain('【已废止，2023年6月30日起失效】');
    expect(textsOf(all, 'subtitle').join()).toContain('示政协〔2019〕3号');
    const table = all.model.blocks.find((block) => block.type === 'table');
    expect(table?.type === 'table' ? table.rows.length : 0).toBe(3);
    expect(textsOf(all, 'tableNote')).toEqual(['共2项。']);
  });

  test('一项都没有时说清楚', () => {
    expect(() => regulationCompilation.compose({}, materialOf([]))).toThrow(DocumentError);
  });
});

test('单篇送审稿：一篇的正文和审读意见表', () => {
  const params = samplesOf('chapterProof').最长的一篇 ?? {};
  const composed = chapterProof.compose(params, material);
  const chapter = material.lookup('chapter', String(params.chapter));
  expect(textsOf(composed, 'chapterTitle')).toEqual([chapter?.values.title]);
  const table = composed.model.blocks.at(-1);
  expect(table?.type === 'table' ? table.rows.map((row) => runsText(row[0]?.runs ?? [])) : []).toEqual([
    '书稿',
    '篇名',
    '作者',
    '字数',
    '进度',
    '初审意见',
    '复审意见',
    '终审意见',
  ]);
  expect(checkModel(composed.model)).toBeTruthy();
});
