import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeWord } from '../../electron/exporting/index.ts';
import type { DocumentBlock, DocumentModel } from '../../shared/documents/model.ts';
import { textParts } from './check/package.ts';
import { paragraphsOf } from './check/structure.ts';
import { body, cell, documentOf, failures, NASTY, PNG, SHA, write } from './nasty.ts';
import { composeSample, settings } from './samples.ts';

const cases: Record<string, DocumentModel> = {
  空文档: documentOf([]),
  全是空的: documentOf(
    [
      { type: 'paragraph', role: 'title', runs: [] },
      { type: 'paragraph', role: 'nameList', runs: [] },
      { type: 'table', columns: [], headRows: 3, rows: [] },
      { type: 'table', columns: [{ width: 1 }], headRows: 1, rows: [[]] },
      { type: 'table', columns: [{ width: 0 }, { width: Number.NaN }], headRows: 0, rows: [[], [cell('')]] },
      { type: 'pageBreak' },
    ],
    { title: '', masthead: { mark: '' }, imprint: { style: 'official', receivers: [{ label: '', text: '' }] } },
  ),
  到处是坏字符: documentOf(
    [
      { type: 'paragraph', role: 'title', runs: [{ text: NASTY }] },
      body(NASTY, { note: NASTY, bold: true }),
      { type: 'paragraph', role: 'nameList', runs: [{ text: `出席${NASTY}：`, lead: true }, { text: NASTY }] },
      { type: 'table', columns: [{ width: 1 }], headRows: 1, rows: [[cell(NASTY)], [cell(NASTY)]] },
      { type: 'figure', sha256: SHA, name: NASTY, caption: NASTY },
    ],
    {
      title: NASTY,
      masthead: { mark: NASTY, number: NASTY, issuer: NASTY, date: NASTY, notice: NASTY },
      imprint: {
        style: 'briefing',
        receivers: [{ label: '报', text: NASTY }],
        issuer: NASTY,
        issued: NASTY,
        remarks: NASTY,
      },
    },
  ),
  跨行跨列乱写: documentOf([
    {
      type: 'table',
      columns: [{ width: 1 }, { width: 2 }, { width: 3 }],
      headRows: 9,
      rows: [
        [{ ...cell('跨太多'), colSpan: 50, rowSpan: 50 }],
        [cell('没有列可放'), cell('多'), cell('余')],
        [cell('一')],
        [],
        [{ ...cell('左'), rowSpan: 2 }, cell('右')],
        [cell('a'), cell('b'), cell('c'), cell('d'), cell('e')],
      ],
    },
    {
      type: 'table',
      columns: [{ width: 1 }, { width: 1 }],
      headRows: 0,
      rows: [[{ ...cell('x'), rowSpan: 2 }, cell('y')], [cell('z')]],
    },
  ]),
  一万字的格子: documentOf([
    {
      type: 'table',
      columns: [{ width: 1 }, { width: 9 }],
      headRows: 0,
      rows: [[cell('长'), cell('案'.repeat(10_000))]],
    },
  ]),
  五百行: documentOf([
    {
      type: 'table',
      columns: [{ width: 1 }, { width: 2 }],
      headRows: 1,
      rows: Array.from({ length: 500 }, (_, row) => [cell(`${row}`), cell('王小明')]),
    },
  ]),
  换页在哪里都行: documentOf([
    { type: 'pageBreak' },
    { type: 'pageBreak' },
    { type: 'table', columns: [{ width: 1 }], headRows: 0, rows: [[cell('表')]] },
    { type: 'pageBreak' },
    { type: 'figure', sha256: SHA, name: '图', width: 9000, height: 9000, caption: '图1' },
    { type: 'pageBreak' },
  ]),
  横排公文: documentOf([body('横排。')], { page: { orientation: 'landscape', grid: 'official', folio: 'none' } }),
};

describe('再怪的内容也写得出合格的文件', () => {
  test.each(Object.keys(cases))('%s', async (name) => {
    expect(await failures(cases[name] as DocumentModel, { [SHA]: PNG })).toEqual([]);
  });

  test('随机拼的文稿：部件都合法，文字不丢', async () => {
    const text = fc.string({
      unit: fc.constantFrom(...'政协，。“”—…喆𬭎 \u3000\n\t<&\u0001\ufffe\ud8002024abc'),
      maxLength: 60,
    });
    const run = fc.record(
      { text, bold: fc.boolean(), lead: fc.boolean(), note: fc.option(text, { nil: undefined }) },
      { requiredKeys: ['text'] },
    );
    const role = fc.constantFrom('title', 'heading1', 'body', 'nameList', 'blank', 'byline', 'articleTitle', 'quote');
    const paragraph = fc.record({ type: fc.constant('paragraph'), role, runs: fc.array(run, { maxLength: 4 }) });
    const table = fc.record({
      type: fc.constant('table'),
      columns: fc.array(fc.record({ width: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 5 }),
      headRows: fc.integer({ min: 0, max: 2 }),
      rows: fc.array(
        fc.array(
          fc.record({
            runs: fc.array(run, { maxLength: 2 }),
            colSpan: fc.integer({ min: 1, max: 4 }),
            rowSpan: fc.integer({ min: 1, max: 3 }),
          }),
          { maxLength: 5 },
        ),
        { maxLength: 5 },
      ),
    });
    const blocks = fc.array(fc.oneof(paragraph, table, fc.constant({ type: 'pageBreak' })), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(blocks, async (made) => {
        const model = documentOf(made as DocumentBlock[]);
        const bytes = await write(model);
        const parts = textParts(bytes);
        const main = parts['word/document.xml'] ?? '';
        expect(Object.values(parts).join('')).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u);
        expect(main).not.toMatch(/<\/w:tcPr><\/w:tc>|<w:tr><\/w:tr>/);
        const squeeze = (words: string) =>
          words
            .replace(/&lt;/g, '<')
            .replace(/&amp;/g, '&')
            .replace(/[\s\u0000-\u001f\ufffe]/gu, '')
            .replace(/\p{Cs}/gu, '\ufffd');
        const wanted = made.flatMap((block) =>
          'role' in block ? [squeeze(block.runs.map((one) => one.text).join(''))] : [],
        );
        const written = paragraphsOf(main).map(squeeze).join('|');
        for (const words of wanted) expect(written).toContain(words);
      }),
      { numRuns: 60 },
    );
  });
});

describe('图片', () => {
  const figure: DocumentBlock = { type: 'figure', sha256: SHA, name: '合影.png', caption: '图1　合影' };

  test('按原图放入，不在固定行距里被裁', async () => {
    const parts = textParts(await write(documentOf([figure]), { [SHA]: PNG }));
    const main = parts['word/document.xml'] ?? '';
    expect(main).toContain('<w:pStyle w:val="AntouFigure"/>');
    expect(main).toMatch(/<wp:extent cx="19050" cy="19050"/);
  });

  test('大图缩到版心之内', async () => {
    const main =
      textParts(await write(documentOf([{ ...figure, width: 4000, height: 1000 }]), { [SHA]: PNG }))[
        'word/document.xml'
      ] ?? '';
    const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(main) ?? [];
    expect(Number(cx) / 36_000).toBeLessThanOrEqual(156.1);
    expect(Number(cx) / Number(cy)).toBeCloseTo(4, 1);
  });

  test('丢失的、不认得的图片写明缘由，其余照出', async () => {
    for (const files of [{}, { [SHA]: new Uint8Array([1, 2, 3]) }]) {
      const words = paragraphsOf(
        textParts(await write(documentOf([figure, body('后文。')]), files))['word/document.xml'] ?? '',
      ).join('\n');
      expect(words).toContain('没能放进来');
      expect(words).toContain('后文。');
    }
  });
});

test('没装的字体用本机有的代替，装了的照用', async () => {
  const { model } = composeSample('minutes');
  const options = { settings, readFile: () => Promise.reject(new Error('没有')), now: '2024-02-28' };
  const windows = textParts(
    await writeWord(model, { ...options, installedFonts: ['FangSong', 'KaiTi', 'SimHei', 'SimSun'] }),
  );
  expect(windows['word/styles.xml']).toContain('w:eastAsia="仿宋"');
  expect(windows['word/styles.xml']).not.toContain('_GB2312');
  const own = textParts(
    await writeWord(model, { ...options, settings: { ...settings, fonts: { title: '华文中宋' } } }),
  );
  expect(own['word/styles.xml']).toContain('w:eastAsia="华文中宋"');
  expect(own['word/fontTable.xml']).toContain('<w:altName w:val="仿宋"/>');
});
