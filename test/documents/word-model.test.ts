import { layoutDocument } from 'docx/layout';
import { expect, test } from 'vitest';
import { buildDocument } from '../../electron/exporting/word/write-word.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import { setPages } from '../../shared/documents/paginate.ts';
import { composeSample, settings } from './samples.ts';

const squeeze = (text: string): string => text.replace(/\s/gu, '');

/**
 * The model of Word's line breaking that ships with the library stands in for Word, which is not at hand: pages and
 * line ends of the paper on the screen must be Word's, not LibreOffice's.
 */
// Without a2 and its footnote: the model sets the library's own line above notes, which the finished file replaces.
test.each([
  ['minutes', {}],
  ['briefing', { records: ['e1', 'a1'], extent: '全文' }],
] as const)('%s：屏上的断行与 Word 的排版模型一行不差', async (id, params) => {
  // The model counts a dash as half a character in every face; GB/T 15834-2011 and the faces give it a whole one.
  const model: DocumentModel = JSON.parse(JSON.stringify(composeSample(id, params).model).replaceAll('—', '…'));
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
