import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeWord } from '../../electron/exporting/index.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import type { Page } from '../../shared/documents/page.ts';
import { setPages } from '../../shared/documents/paginate.ts';
import { checkLayout, checkWord } from './check/check.ts';
import { type Rendered, readPdf, toPdf } from './render.ts';
import { composeSample, settings } from './samples.ts';

const noFile = () => Promise.reject(new Error('没有图片'));
const write = (model: DocumentModel) => writeWord(model, { settings, readFile: noFile, now: '2024-02-28T01:00:00Z' });

/** Changes parts of a finished file, as a faulty writer would have written them. */
function mutate(bytes: Uint8Array, change: (name: string, xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (name.endsWith('.xml')) parts[name] = strToU8(change(name, strFromU8(content)));
  }
  return zipSync(parts);
}

const landscape = { personal: '含出生年月和手机' };
const models: Record<string, DocumentModel> = {
  minutes: composeSample('minutes').model,
  briefing: composeSample('briefing').model,
  memberRoster: composeSample('memberRoster').model,
  landscapeRoster: composeSample('memberRoster', landscape).model,
};
const NEGATIVE = ['wide', 'margins', 'brackets'] as const;
const files: Record<string, Uint8Array> = {};
const rendered: Record<string, Rendered> = {};

beforeAll(async () => {
  for (const [name, model] of Object.entries(models)) files[name] = await write(model);
  const minutes = files.minutes as Uint8Array;
  files.wide = mutate(minutes, (name, xml) =>
    name === 'word/styles.xml' ? xml.replaceAll('<w:spacing w:val="-6"/>', '') : xml,
  );
  files.margins = mutate(minutes, (name, xml) =>
    name === 'word/document.xml'
      ? xml.replace('w:right="1474"', 'w:right="1800"').replace('w:left="1588"', 'w:left="1800"')
      : xml,
  );
  files.brackets = mutate(minutes, (name, xml) =>
    name === 'word/document.xml' ? xml.replace('〔2024〕', '[2024]') : xml,
  );
  const names = Object.keys(files);
  const pdfs = await toPdf(names.map((name) => ({ name, bytes: files[name] as Uint8Array })));
  for (const [index, name] of names.entries()) rendered[name] = await readPdf(pdfs[index] as Uint8Array);
}, 240_000);

describe('三种文书逐项测量', () => {
  test.each([
    ['minutes', 'minutes', 50],
    ['briefing', 'briefing', 45],
    ['memberRoster', 'plain', 28],
    ['landscapeRoster', 'plain', 28],
  ] as const)('%s 全部合格', async (name, profile, least) => {
    const report = await checkWord(files[name] as Uint8Array, profile, rendered[name]);
    expect(report.failures).toEqual([]);
    expect(report.results.filter(({ state }) => state === 'pass').length).toBeGreaterThanOrEqual(least);
  });

  test('纪要里真有可量的整页和满行', async () => {
    const report = await checkLayout(files.minutes as Uint8Array, 'minutes', rendered.minutes);
    const states = Object.fromEntries(report.results.map(({ label, state }) => [label, state]));
    expect(states.整页22行).toBe('pass');
    expect(states['满行28字（首行26字）']).toBe('pass');
  });
});

describe('反例必须查出', () => {
  test.each([
    ['wide', ['B7', 'C3']],
    ['margins', ['B1', 'C5']],
    ['brackets', ['B9']],
  ] as const)('%s', async (name, wanted) => {
    const { failures } = await checkLayout(files[name] as Uint8Array, 'minutes', rendered[name]);
    const ids = new Set(failures.map(({ id }) => id));
    for (const id of wanted) expect(ids).toContain(id);
  });
});

const squeeze = (text: string): string => text.replace(/\s/gu, '');
const linesOf = (pages: readonly Page[]): string[] =>
  pages.flatMap((page) =>
    page.items.flatMap((item) =>
      item.kind === 'line' ? [`${page.number} ${squeeze(item.runs.map((run) => run.text).join(''))}`] : [],
    ),
  );

/** LibreOffice cannot switch hanging marks and gaps off: its habits, not Word's. */
const LIBREOFFICE = { hangingMarks: true, latinGap: 0.25 };

describe('屏上的纸与排出的页', () => {
  test.each(Object.keys(models))('%s 页数与断行同 LibreOffice', (name) => {
    const { pages } = setPages(models[name] as DocumentModel, LIBREOFFICE);
    const set = rendered[name] as Rendered;
    expect(pages.length).toBe(set.pages.length);
    const theirs = new Set(
      set.pages.flatMap((page, index) => page.lines.map((line) => `${index + 1} ${squeeze(line.text)}`)),
    );
    const mine = linesOf(pages).filter((line) => line.length > 2);
    const same = mine.filter((line) => theirs.has(line));
    expect(same.length / mine.length).toBeGreaterThanOrEqual(0.95);
  });

  test.each(['minutes', 'briefing'])('%s 每行的高度差不过半毫米', (name) => {
    const { pages } = setPages(models[name] as DocumentModel, LIBREOFFICE);
    const set = rendered[name] as Rendered;
    let compared = 0;
    for (const page of pages) {
      for (const item of page.items) {
        if (!('runs' in item)) continue;
        const text = squeeze(item.runs.map((run) => run.text).join(''));
        const same = set.pages[page.number - 1]?.lines.filter((line) => squeeze(line.text) === text) ?? [];
        if (same.length !== 1 || !same[0]) continue;
        compared += 1;
        expect(Math.abs(same[0].y - item.y - item.baseline), text).toBeLessThan(0.5);
      }
    }
    expect(compared).toBeGreaterThan(30);
  });

  test('名册每页最后一人相同', () => {
    const { pages } = setPages(models.memberRoster as DocumentModel, LIBREOFFICE);
    for (const page of pages) {
      const rows = page.items.filter((item) => item.kind === 'tableRow');
      const name = squeeze(
        rows
          .at(-1)
          ?.cells[1]?.lines.flat()
          .map((run) => run.text)
          .join('') ?? '',
      );
      const text = squeeze(
        (rendered.memberRoster as Rendered).pages[page.number - 1]?.lines.map((line) => line.text).join('') ?? '',
      );
      expect(text).toContain(name);
    }
  });
});

describe('生僻字', () => {
  test('姓名里的喆赟堃䶮𬭎排出来还是原字', () => {
    for (const name of ['minutes', 'memberRoster']) {
      const text = squeeze(
        (rendered[name] as Rendered).pages.flatMap((page) => page.lines.map((line) => line.text)).join(''),
      );
      for (const character of '喆赟堃䶮𬭎') expect(text, `${name} ${character}`).toContain(character);
    }
  });
});

test('同样的内容写出同样的文件', async () => {
  const again = await write(models.minutes as DocumentModel);
  expect(Buffer.compare(Buffer.from(again), Buffer.from(files.minutes as Uint8Array))).toBe(0);
  expect(NEGATIVE.every((name) => files[name])).toBe(true);
});
