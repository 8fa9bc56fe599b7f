import { describe, expect, test } from 'vitest';
import type { DocumentBlock, DocumentModel, ParagraphRole } from '../../../shared/documents/model.ts';
import type { Page, TextItem } from '../../../shared/documents/page.ts';
import { paginate } from '../../../shared/documents/paginate.ts';
import { HAN } from '../../documents/samples.ts';

const paragraph = (role: ParagraphRole, text = ''): DocumentBlock => ({
  type: 'paragraph',
  role,
  runs: text ? [{ text }] : [],
});
const paper = (blocks: readonly DocumentBlock[], more: Partial<DocumentModel> = {}): DocumentModel => ({
  document: 'test',
  title: '',
  fileName: '',
  page: { orientation: 'portrait', grid: 'official', folio: 'outside' },
  blocks,
  ...more,
});

/** A character of the grid in millimetres, and the edges of the text. */
const CELL = (15.7 / 72) * 25.4;
const [LEFT, RIGHT] = [28.011, 184.009];

const textOf = (item: TextItem): string => item.runs.map((run) => run.text).join('');
const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 128 ? 7.7 : 15.7), 0) * (25.4 / 72);

/** Where the ink of a line begins and ends. */
function edges(pages: readonly Page[], text: string): { x: number; right: number; y: number; page: number } {
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'line' || textOf(item) !== text) continue;
      const long = width(text);
      const x = {
        left: item.x,
        justify: item.x,
        right: item.x + item.width - long,
        center: item.x + (item.width - long) / 2,
      };
      return { x: x[item.align], right: x[item.align] + long, y: item.y, page: page.number };
    }
  }
  throw new Error(`没有“${text}”`);
}

describe('署名和成文日期（7.3.5）', () => {
  test('不加盖印章：署名右空二字，日期首字比署名首字右移二字', () => {
    const name = '政协示例区委员会办公室';
    const pages = paginate(paper([paragraph('signature', name), paragraph('date', '2024年2月26日')]));
    const [signature, date] = [edges(pages, name), edges(pages, '2024年2月26日')];
    expect(RIGHT - signature.right).toBeCloseTo(2 * CELL, 1);
    expect(date.x - signature.x).toBeCloseTo(2 * CELL, 1);
  });

  test('日期比署名长：日期右空二字，署名随之左移', () => {
    const pages = paginate(paper([paragraph('signature', '提案委'), paragraph('date', '2024年12月26日')]));
    const [signature, date] = [edges(pages, '提案委'), edges(pages, '2024年12月26日')];
    expect(RIGHT - date.right).toBeCloseTo(2 * CELL, 1);
    expect(date.x - signature.x).toBeCloseTo(2 * CELL, 1);
  });

  test('加盖印章：日期右空四字，署名以日期居中', () => {
    const pages = paginate(
      paper([paragraph('signature', '政协示例区委员会'), paragraph('date', '2024年2月26日')], { sealed: true }),
    );
    const [signature, date] = [edges(pages, '政协示例区委员会'), edges(pages, '2024年2月26日')];
    expect(RIGHT - date.right).toBeCloseTo(4 * CELL, 1);
    expect((signature.x + signature.right) / 2).toBeCloseTo((date.x + date.right) / 2, 1);
  });

  test('署名太长也不出版心，日期随它居中', () => {
    const name = '中国人民政治协商会议示例区委员会办公室';
    const pages = paginate(paper([paragraph('signature', name), paragraph('date', '2024年2月26日')], { sealed: true }));
    const [signature, date] = [edges(pages, name), edges(pages, '2024年2月26日')];
    expect(signature.right).toBeLessThanOrEqual(RIGHT + 0.1);
    expect((signature.x + signature.right) / 2).toBeCloseTo((date.x + date.right) / 2, 1);
  });

  test('联合行文加盖印章：并排，末一个压日期，印章不相交、不出版心', () => {
    const names = ['示例区政协', '示例区政府', '区总工会'];
    const pages = paginate(
      paper([...names.map((name) => paragraph('signature', name)), paragraph('date', '2024年2月26日')], {
        sealed: true,
      }),
    );
    const all = names.map((name) => edges(pages, name));
    const centres = all.map(({ x, right }) => (x + right) / 2);
    expect(new Set(all.map(({ y }) => y)).size).toBe(1);
    const date = edges(pages, '2024年2月26日');
    expect(centres[2]).toBeCloseTo((date.x + date.right) / 2, 1);
    expect(date.y).toBeGreaterThan(all[2]?.y ?? 0);
    // A seal measures 42 mm.
    for (const index of [1, 2]) expect((centres[index] ?? 0) - (centres[index - 1] ?? 0)).toBeGreaterThan(42);
    expect((centres[0] ?? 0) - 21).toBeGreaterThan(LEFT - 0.1);
  });

  test('署名和日期不分在两页', () => {
    const body = Array.from({ length: 3 }, () => paragraph('body', '政'.repeat(28 * 7 - 2)));
    const pages = paginate(
      paper([...body, paragraph('signature', '政协示例区委员会'), paragraph('date', '2024年2月26日')]),
    );
    expect(edges(pages, '政协示例区委员会').page).toBe(edges(pages, '2024年2月26日').page);
  });
});

describe('附件说明（7.3.4）', () => {
  test('回行与名称首字对齐，第二个序号在第一个之下', () => {
    const pages = paginate(
      paper([paragraph('attachmentNote', `附件：1.${'名'.repeat(30)}`), paragraph('attachmentNote', '2.经费说明')]),
    );
    const lines = pages[0]?.items.filter((item) => item.kind === 'line') ?? [];
    const x = lines.map((line) => line.x - LEFT);
    expect(x[0]).toBeCloseTo(2 * CELL, 1);
    // 附件： is three characters, 1. is one.
    expect(x[1]).toBeCloseTo(6 * CELL, 1);
    expect(x[2]).toBeCloseTo(5 * CELL, 1);
  });
});

describe('红头', () => {
  const texts = (page: Page | undefined, kind: 'mark' | 'number') =>
    page?.items.flatMap((item) => (item.kind === kind ? [{ text: textOf(item), item }] : [])) ?? [];

  test('上行文：签发人每行两个，文号与末一位同行、左空一字', () => {
    const masthead = { mark: '示例区政协文件', number: '示政协〔2024〕15号', signers: ['张三', '李四光', '王五'] };
    const rows = texts(paginate(paper([], { masthead }))[0], 'number');
    const of = (text: string) => rows.find((row) => row.text.replace(/\u3000/g, '') === text)?.item;
    expect(of('签发人：张三')?.y).toBe(of('李四光')?.y);
    expect(of('王五')?.y).toBe(of('示政协〔2024〕15号')?.y);
    expect(of('王五')?.y).toBeGreaterThan(of('李四光')?.y ?? 999);
    expect((of('示政协〔2024〕15号')?.x ?? 0) - LEFT).toBeCloseTo(CELL, 1);
    expect(of('签发人：张三')?.runs.map((run) => run.face)).toEqual(['body', 'kai']);
  });

  test('联合行文：名称等宽，文件居中在旁；再多的单位首页也有正文', () => {
    for (const count of [2, 3, 12]) {
      const issuers = Array.from({ length: count }, (_, index) => `示例区${'第'.repeat(index % 4)}委员会`);
      const model = paper([paragraph('title', '关于开展联合调研的通知'), paragraph('blank'), paragraph('body', HAN)], {
        masthead: { mark: '文件', issuers, number: '示政协〔2024〕1号' },
      });
      const page = paginate(model)[0];
      const marks = texts(page, 'mark');
      const names = marks.filter(({ text }) => text !== '文件');
      expect(names.map(({ text }) => text)).toEqual(issuers);
      const mm = 25.4 / 72;
      const ends = names.map(
        ({ text, item }) => item.size * [...text].length * mm + item.letterSpacing * ([...text].length - 1) * mm,
      );
      expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(0.5);
      const beside = marks.find(({ text }) => text === '文件')?.item;
      const [first, last] = [names[0]?.item, names.at(-1)?.item];
      const middle = ((first?.y ?? 0) + (last?.y ?? 0) + (last?.height ?? 0)) / 2;
      expect((beside?.y ?? 0) + (beside?.height ?? 0) / 2).toBeCloseTo(middle, 1);
      const body = page?.items.some((item) => item.kind === 'line' && textOf(item).startsWith('会议指出'));
      expect(body, `${count}个单位`).toBe(true);
    }
  });

  test('信函：双线170毫米，首页没有页码，版记没有线', () => {
    const model = paper([paragraph('body', HAN.repeat(6))], {
      masthead: { style: 'letter', mark: '示例区城市管理局', number: '示城管函〔2024〕12号' },
      corner: 'A',
      imprint: { style: 'official', receivers: [{ label: '抄送', text: '区政府督查室' }], issuer: '不应出现' },
    });
    const pages = paginate(model);
    const rules = (page: Page | undefined) => page?.items.filter((item) => item.kind === 'rule') ?? [];
    expect(rules(pages[0])).toHaveLength(4);
    for (const rule of rules(pages[0])) expect(rule.width).toBeCloseTo(170, 1);
    expect(rules(pages.at(-1))).toHaveLength(0);
    expect(pages[0]?.items.some((item) => item.kind === 'folio')).toBe(false);
    expect(pages[1]?.items.some((item) => item.kind === 'folio')).toBe(true);
    const last = pages.at(-1)?.items.flatMap((item) => (item.kind === 'imprint' ? [textOf(item)] : []));
    expect(last).toEqual(['抄送：区政府督查室。']);
    const corner = pages[0]?.items.find((item) => 'part' in item && item.part === 'corner');
    expect(corner && corner.y + corner.height).toBeLessThan(31);
  });
});
