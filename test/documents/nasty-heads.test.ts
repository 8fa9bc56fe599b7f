import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentBlock, DocumentModel, ParagraphRole } from '../../shared/documents/model.ts';
import { paginate } from '../../shared/documents/paginate.ts';
import { textParts } from './check/package.ts';
import { body, cell, documentOf, failures, NASTY, write } from './nasty.ts';

const line = (role: ParagraphRole, text: string): DocumentBlock => ({
  type: 'paragraph',
  role,
  runs: text ? [{ text }] : [],
});
const signature = (text: string): DocumentBlock => line('signature', text);
const date = (text: string): DocumentBlock => line('date', text);
const closing = (text: string): DocumentBlock[] => [
  line('attachmentNote', `附件：1.${text}`),
  line('attachmentNote', `2.${text}`),
  line('blank', ''),
  signature(text),
  signature(text),
  date(text),
  line('annotation', text),
  { type: 'pageBreak' },
  line('attachmentMark', text),
  line('attachmentTitle', text),
  line('formTitle', text),
];

const cases: Record<string, DocumentModel> = {
  横排带页码: documentOf([body('横排。'.repeat(900))], {
    page: { orientation: 'landscape', grid: 'official', folio: 'outside' },
  }),
  信函处处是坏字符: documentOf(closing(NASTY), {
    masthead: {
      style: 'letter',
      mark: NASTY,
      number: NASTY,
      copyNumber: NASTY,
      secrecy: NASTY,
      urgency: NASTY,
      notice: NASTY,
    },
    corner: NASTY,
    imprint: { style: 'official', receivers: [{ label: NASTY, text: NASTY }], issuer: NASTY, issued: NASTY },
  }),
  空信函: documentOf([], { masthead: { style: 'letter', mark: '' }, corner: '' }),
  联合行文坏字符: documentOf([...closing(NASTY), ...closing('示例区总工会')], {
    masthead: { mark: NASTY, issuers: [NASTY, '喆赟堃䶮𬭎', ''], signers: [NASTY, '', '喆'], number: NASTY },
    sealed: true,
  }),
  十二家联合签章: documentOf(
    [...Array.from({ length: 12 }, (_, index) => signature(`示例区第${index + 1}委员会`)), date('2024年2月26日')],
    {
      masthead: {
        mark: '文件',
        issuers: Array.from({ length: 12 }, (_, index) => `示例区${'很'.repeat(index)}委员会`),
        signers: Array.from({ length: 12 }, () => '阿卜杜拉·买买提'),
      },
      sealed: true,
    },
  ),
  只有署名: documentOf([signature(''), date(''), signature('长'.repeat(300)), date('日'.repeat(300))], {
    sealed: true,
  }),
  表格新写法: documentOf([
    {
      type: 'table',
      columns: [{ width: 1, align: 'right' }, { width: 2 }],
      headRows: 1,
      heights: [0, 400, null, 9, 9],
      lines: 'none',
      size: 9,
      rows: [
        [
          { ...cell(NASTY), label: true },
          { ...cell('\n\n'), valign: 'bottom' },
        ],
        [{ ...cell(`一\n${NASTY}`), rowSpan: 9, valign: 'top' }, cell('x'.repeat(10_000))],
        [cell('y')],
      ],
    },
    {
      type: 'table',
      columns: [{ width: 1 }],
      headRows: 1,
      size: 14,
      heights: [400, 400],
      rows: [[cell('甲')], [cell('\n'.repeat(300))]],
    },
    {
      type: 'table',
      columns: [{ width: 1 }],
      headRows: 0,
      size: 10.5,
      rows: Array.from({ length: 500 }, () => [{ ...cell('王喆'), label: true }]),
    },
  ]),
};

test.each(Object.keys(cases))('%s', async (name) => {
  expect(await failures(cases[name] as DocumentModel)).toEqual([]);
});

test('随机拼的红头、署名和表格：部件都合法，页面排得完', async () => {
  const text = fc.string({
    unit: fc.constantFrom(...'政协委员会，〔2024〕号 \u3000\n\t<&\u0001\ufffe\ud800a'),
    maxLength: 24,
  });
  const optional = { requiredKeys: [] as [] };
  const masthead = fc.record(
    {
      style: fc.constantFrom('official' as const, 'letter' as const, 'briefing' as const),
      issuers: fc.array(text, { maxLength: 4 }),
      signers: fc.array(text, { maxLength: 5 }),
      copyNumber: text,
      secrecy: text,
      urgency: text,
      notice: text,
      number: text,
      issuer: text,
      date: text,
    },
    optional,
  );
  const role = fc.constantFrom<ParagraphRole>(
    'signature',
    'date',
    'blank',
    'attachmentNote',
    'annotation',
    'attachmentMark',
    'small',
  );
  const table = fc.record({
    type: fc.constant('table' as const),
    columns: fc.array(fc.record({ width: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 4 }),
    headRows: fc.integer({ min: 0, max: 3 }),
    size: fc.constantFrom(9 as const, 10.5 as const, 12 as const, 14 as const),
    lines: fc.constantFrom('all' as const, 'none' as const),
    heights: fc.array(fc.option(fc.integer({ min: 0, max: 400 })), { maxLength: 5 }),
    rows: fc.array(
      fc.array(
        fc.record({
          runs: fc.array(fc.record({ text: fc.oneof(text, fc.constant('长文。\n'.repeat(200))) }), { maxLength: 2 }),
          rowSpan: fc.integer({ min: 1, max: 4 }),
          label: fc.boolean(),
          valign: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const),
        }),
        { maxLength: 4 },
      ),
      { maxLength: 5 },
    ),
  });
  const paragraph = fc.record({
    type: fc.constant('paragraph' as const),
    role,
    runs: fc.array(fc.record({ text }), { maxLength: 2 }),
  });
  const made = fc.record({
    masthead,
    mark: text,
    corner: text,
    sealed: fc.boolean(),
    turned: fc.boolean(),
    blocks: fc.array(fc.oneof({ weight: 3, arbitrary: paragraph }, table), { maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(made, async ({ masthead: head, mark, corner, sealed, turned, blocks }) => {
      const page = { orientation: turned ? 'landscape' : 'portrait', grid: 'official', folio: 'outside' } as const;
      const model = documentOf(blocks, { masthead: { ...head, mark }, corner, sealed, page });
      const pages = paginate(model);
      expect(pages.length).toBeLessThan(400);
      const parts = textParts(await write(model));
      expect(Object.values(parts).join('')).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u);
      const main = parts['word/document.xml'] ?? '';
      expect(main).not.toMatch(/<\/w:tcPr><\/w:tc>|<w:tr><\/w:tr>|NaN|Infinity/);
    }),
    { numRuns: 60 },
  );
});
