import { beforeAll, describe, expect, test } from 'vitest';
import { registryFiles } from '../../electron/exporting/pdf/font-files.ts';
import { type WrittenPdf, writePdf } from '../../electron/exporting/pdf/index.ts';
import { ensureTestFonts } from '../../resources/setup/test-fonts.mjs';
import type { DocumentModel } from '../../shared/documents/model.ts';
import type { Page } from '../../shared/documents/page.ts';
import { paginate } from '../../shared/documents/paginate.ts';
import { inkOf, type Rendered, readPdf } from './render.ts';
import { composeSample, settings } from './samples.ts';

const models: Record<string, DocumentModel> = {
  minutes: composeSample('minutes').model,
  briefing: composeSample('briefing').model,
  memberRoster: composeSample('memberRoster').model,
  landscapeRoster: composeSample('memberRoster', { personal: '含出生年月和手机' }).model,
};
const made: Record<string, WrittenPdf> = {};
const read: Record<string, Rendered> = {};

const write = async (model: DocumentModel): Promise<WrittenPdf> => {
  const pdf = await writePdf(model, {
    settings,
    readFile: () => Promise.reject(new Error('没有图片')),
    now: '2024-02-28T01:00:00Z',
  });
  if (!pdf) throw new Error('没有可用的字体');
  return pdf;
};

beforeAll(async () => {
  process.env.FONTCONFIG_FILE = ensureTestFonts().fontconfigFile;
  for (const [name, model] of Object.entries(models)) {
    made[name] = await write(model);
    read[name] = await readPdf((made[name] as WrittenPdf).bytes);
  }
}, 120_000);

const squeeze = (text: string): string => text.replace(/\s/gu, '');
const textOf = (page: Page): string =>
  squeeze(
    page.items
      .flatMap((item) =>
        'runs' in item ? item.runs : item.kind === 'tableRow' ? item.cells.flatMap((cell) => cell.lines.flat()) : [],
      )
      .map((run) => run.text)
      .join(''),
  );
const sorted = (text: string): string => [...text].sort().join('');

describe('PDF 就是屏上的那些页', () => {
  test.each(Object.keys(models))('%s 页数、大小、每页的字一个不差，都能选中复制', (name) => {
    const pages = paginate(models[name] as DocumentModel);
    const rendered = read[name] as Rendered;
    expect(rendered.pages.length).toBe(pages.length);
    pages.forEach((page, index) => {
      const theirs = rendered.pages[index];
      expect(theirs?.width).toBeCloseTo(page.width, 0);
      expect(theirs?.height).toBeCloseTo(page.height, 0);
      const text = squeeze(theirs?.lines.map((line) => line.text).join('') ?? '');
      expect(sorted(text)).toBe(sorted(textOf(page)));
    });
  });

  test.each(['minutes', 'briefing'])('%s 每行的位置差不过半毫米', (name) => {
    let compared = 0;
    for (const page of paginate(models[name] as DocumentModel)) {
      for (const item of page.items) {
        if (!('runs' in item) || item.kind !== 'line') continue;
        const text = squeeze(item.runs.map((run) => run.text).join(''));
        const same = (read[name] as Rendered).pages[page.number - 1]?.lines.filter(
          (line) => squeeze(line.text) === text,
        );
        if (same?.length !== 1 || !same[0]) continue;
        compared += 1;
        expect(Math.abs(same[0].y - item.y - item.baseline), text).toBeLessThan(0.5);
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  test('满行撑到版心两边', () => {
    const rendered = read.minutes as Rendered;
    const [page] = paginate(models.minutes as DocumentModel);
    const area = page?.area ?? { x: 0, width: 0 };
    const full = rendered.pages[1]?.lines.filter(({ right }) => right > area.x + area.width - 3) ?? [];
    expect(full.length).toBeGreaterThan(8);
    for (const { right } of full) expect(right).toBeLessThan(area.x + area.width + 1);
  });

  test('红头、红线在该在的地方', async () => {
    const ink = await inkOf((made.minutes as WrittenPdf).bytes, 1);
    expect(ink.mark?.top).toBeGreaterThan(71);
    expect(ink.mark?.top).toBeLessThan(73.5);
    expect(ink.red[0]?.width).toBeGreaterThan(155);
    expect(ink.red[0]?.width).toBeLessThan(157);
  });
});

describe('字体', () => {
  test('用到的字体都嵌了子集，生僻字也有字形', () => {
    const { fonts } = read.minutes as Rendered;
    for (const family of ['FangSong', 'SimHei', 'FZXiaoBiaoSong', 'SimSun'])
      expect(
        fonts.some((name) => name.startsWith(family)),
        family,
      ).toBe(true);
    expect((made.minutes as WrittenPdf).missing).toEqual([]);
    const text = (read.minutes as Rendered).pages.flatMap((page) => page.lines.map((line) => line.text)).join('');
    for (const character of '喆赟堃䶮') expect(text).toContain(character);
  });

  test('没有一种字体有的字以〓代替并说出来', async () => {
    const { model } = composeSample('report');
    const odd: DocumentModel = {
      ...model,
      blocks: [...model.blocks, { type: 'paragraph', role: 'body', runs: [{ text: '私用字\u{10ABCD}在此' }] }],
    };
    const pdf = await write(odd);
    expect(pdf.missing).toEqual(['\u{10ABCD}']);
    const text = (await readPdf(pdf.bytes)).pages.flatMap((page) => page.lines.map((line) => line.text)).join('');
    expect(text).toContain('私用字〓在此');
  });

  test('同样的内容写出同样的文件', async () => {
    const again = await write(models.briefing as DocumentModel);
    expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from((made.briefing as WrittenPdf).bytes))).toBe(0);
  });

  test('Windows 字体登记读得出文件名，两种代码页都行', () => {
    const lines = [
      '    仿宋 (TrueType)    REG_SZ    simfang.ttf',
      '    SimSun & NSimSun (TrueType)    REG_SZ    simsun.ttc',
      '    方正小标宋简体 (TrueType)    REG_SZ    D:\\字体\\FZXBSJW.TTF',
      '    Courier (All res)    REG_SZ    COURE.FON',
    ];
    const files = registryFiles(new TextEncoder().encode(lines.join('\r\n')));
    expect(files.get('仿宋')).toBe('simfang.ttf');
    expect(files.get('宋体')).toBe('simsun.ttc');
    expect(files.get('新宋体')).toBe('simsun.ttc');
    expect(files.get('方正小标宋简体')).toBe('D:\\字体\\FZXBSJW.TTF');
    expect([...files.keys()]).not.toContain('courier');
    // The same line in GBK, as a console with code page 936 gives it.
    const gbk = Buffer.from([0x20, 0x20, 0x20, 0x20, 0xb7, 0xc2, 0xcb, 0xce]);
    const tail = Buffer.from(' (TrueType)    REG_SZ    simfang.ttf');
    expect(registryFiles(Buffer.concat([gbk, tail])).get('仿宋')).toBe('simfang.ttf');
  });
});
