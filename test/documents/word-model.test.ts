import { layoutDocument } from 'docx/layout';
import { expect, test } from 'vitest';
import { buildDocument } from '../../electron/exporting/word/write-word.ts';
import { setPages } from '../../shared/documents/paginate.ts';
import { composeSample, settings } from './samples.ts';

const squeeze = (text: string): string => text.replace(/\s/gu, '');

/**
 * The model of Word's line breaking that ships with the library stands in for Word, which is not at hand: pages and
 * line ends of the paper on the screen must be Word's, not LibreOffice's.
 */
test.each(['minutes', 'briefing'] as const)('%s：屏上的断行与 Word 的排版模型一行不差', async (id) => {
  const { model } = composeSample(id);
  const { document } = await buildDocument(model, {
    settings,
    readFile: () => Promise.reject(new Error('没有')),
    now: '2024-02-28',
  });
  const { pages, stoppedAt } = layoutDocument(document, { guess: true });
  expect(stoppedAt).toBeUndefined();
  const mine = setPages(model).pages;
  expect(mine.length).toBe(pages.length);
  const theirs = new Set(
    pages.flatMap((page, index) =>
      page.body.flatMap((block) =>
        'lines' in block ? block.lines.map((line) => `${index + 1} ${squeeze(line.text)}`) : [],
      ),
    ),
  );
  const lines = mine.flatMap((page) =>
    page.items.flatMap((item) =>
      item.kind === 'line'
        ? [
            `${page.number} ${squeeze(
              item.runs
                .filter((run) => !run.raised)
                .map((run) => run.text)
                .join(''),
            )}`,
          ]
        : [],
    ),
  );
  const full = lines.filter((line) => line.length > 2);
  expect(full.length).toBeGreaterThan(60);
  const missing = full.filter((line) => !theirs.has(line));
  expect(missing).toEqual([]);
});
