import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../electron/importing/index.ts';
import { outline, PNG, paragraphXml, rawDocx, source } from './samples.ts';

const BODY = '老桥在河上立了很多年，往来的人都要从桥上过，桥头的茶馆一直开到半夜。';

async function packed(
  children: ConstructorParameters<typeof Document>[0]['sections'][number]['children'],
  footnotes = {},
): Promise<Uint8Array> {
  const document = new Document({ footnotes, sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

describe('Word 文件', () => {
  it('有样式的：标题层级、对齐、粗体、列表', async () => {
    const bytes = await packed([
      new Paragraph({ heading: HeadingLevel.TITLE, text: '示例河老桥志' }),
      new Paragraph({ alignment: AlignmentType.CENTER, text: '张大山' }),
      new Paragraph({ heading: HeadingLevel.HEADING_1, text: '第一章 建桥' }),
      new Paragraph({ children: [new TextRun(BODY), new TextRun({ text: '很结实', bold: true }), new TextRun('。')] }),
      new Paragraph({ heading: HeadingLevel.HEADING_2, text: '一、石料' }),
      new Paragraph({ text: '青石', bullet: { level: 0 } }),
      new Paragraph({ text: '条石', bullet: { level: 0 } }),
    ]);
    const read = await readDocument(source('老桥.docx', bytes));
    expect(read).toMatchObject({ format: 'docx', title: '示例河老桥志', author: '张大山' });
    expect(outline(read).filter((line) => line.startsWith('#'))).toEqual(['# 第一章 建桥', '## 一、石料']);
    expect(read.body.blocks.find(({ type }) => type === 'list')).toMatchObject({
      items: [[{ text: '青石' }], [{ text: '条石' }]],
    });
    expect(JSON.stringify(read.body)).toContain('{"text":"很结实","bold":true}');
  });

  it('没有样式的：按字体、字号、居中和编号认标题', async () => {
    const run = (size: number, font: string): string => `<w:rFonts w:eastAsia="${font}"/><w:sz w:val="${size}"/>`;
    const centred = '<w:jc w:val="center"/>';
    const text = (words: string): string => paragraphXml(words, run(32, '仿宋_GB2312'));
    const bytes = rawDocx(
      [
        paragraphXml('关于老城保护的调研报告', run(44, '方正小标宋简体'), centred),
        paragraphXml('（2023年5月8日）', run(32, '楷体_GB2312'), centred),
        text(BODY),
        paragraphXml('一、基本情况', run(32, '黑体')),
        text(BODY),
        paragraphXml('（一）街巷现状', run(32, '楷体_GB2312')),
        text(BODY),
        paragraphXml('几点建议', run(36, '黑体'), centred),
        text(BODY),
        paragraphXml('示例区政协', run(32, '仿宋_GB2312'), '<w:jc w:val="right"/>'),
      ].join(''),
    );
    const read = await readDocument(source('调研.docx', bytes));
    expect(read.title).toBe('关于老城保护的调研报告');
    expect(read.date).toBe('2023-05-08');
    expect(outline(read).filter((line) => line.startsWith('#'))).toEqual([
      '## 一、基本情况',
      '### （一）街巷现状',
      '# 几点建议',
    ]);
    expect(read.body.blocks.at(-1)).toMatchObject({ align: 'right' });
  });

  it('脚注挂在所注的字后，表格带表头与合并，图片带尺寸', async () => {
    const cell = (text: string, options = {}): TableCell =>
      new TableCell({ children: [new Paragraph(text)], ...options });
    const bytes = await packed(
      [
        new Paragraph('老桥的故事'),
        new Paragraph({ children: [new TextRun(BODY), new FootnoteReferenceRun(1)] }),
        new Table({
          rows: [
            new TableRow({ tableHeader: true, children: [cell('年份'), cell('事项')] }),
            new TableRow({ children: [cell('合并', { columnSpan: 2 })] }),
            new TableRow({ children: [cell('1935'), cell('重修')] }),
          ],
        }),
        new Paragraph({
          children: [new ImageRun({ type: 'png', data: PNG, transformation: { width: 20, height: 10 } })],
        }),
        new Paragraph('图为老桥今貌。'),
      ],
      { 1: { children: [new Paragraph('据老人口述。')] } },
    );
    const read = await readDocument(source('老桥.docx', bytes));
    expect(read.body.blocks[0]).toEqual({ type: 'paragraph', text: [{ text: BODY, note: '据老人口述。' }] });
    expect(read.body.blocks.find(({ type }) => type === 'table')).toEqual({
      type: 'table',
      headRows: 1,
      rows: [
        [{ text: [{ text: '年份' }] }, { text: [{ text: '事项' }] }],
        [{ text: [{ text: '合并' }], colSpan: 2 }],
        [{ text: [{ text: '1935' }] }, { text: [{ text: '重修' }] }],
      ],
    });
    expect(read.pictures).toHaveLength(1);
    expect(read.pictures[0]).toMatchObject({ type: 'image/png', width: 2, height: 1 });
    expect(read.body.blocks.find(({ type }) => type === 'figure')).toMatchObject({ sha256: read.pictures[0]?.sha256 });
  });

  it('改名成 .txt 的 Word 文件照样当 Word 读；修订只取插入的', async () => {
    const revised = rawDocx(
      `${paragraphXml('一座桥的百年')}<w:p><w:r><w:t>${BODY}</w:t></w:r><w:del w:id="1" w:author="甲"><w:r><w:delText>删去的字</w:delText></w:r></w:del><w:ins w:id="2" w:author="甲"><w:r><w:t>插入的字</w:t></w:r></w:ins></w:p>`,
    );
    const read = await readDocument(source('稿.txt', revised));
    expect(read.format).toBe('docx');
    expect(outline(read).join()).toContain('插入的字');
    expect(outline(read).join()).not.toContain('删去的字');
    expect(read.notes.join()).toContain('修订');
  });
});
