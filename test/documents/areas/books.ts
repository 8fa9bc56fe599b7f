import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { PAPERS } from '../../../shared/documents/definitions/books/book-pages.ts';
import { textOf } from '../../../shared/records/read-value.ts';
import type { AreaSamples } from './area-samples.ts';

/** The book with the most chapters. */
function fullestBook(material: DocumentMaterial): string {
  const counts = new Map<string, number>();
  for (const { values } of material.list('chapter')) {
    const book = textOf(values, 'book');
    counts.set(book, (counts.get(book) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** The chapter with the longest text. */
function longestChapter(material: DocumentMaterial): string {
  const length = (values: Readonly<Record<string, unknown>>) => Number(values.characters ?? 0);
  return material.list('chapter').toSorted((a, b) => length(b.values) - length(a.values))[0]?.id ?? '';
}

/** What each document of 书稿 is made of in the sample library. */
export const booksSamples: AreaSamples = {
  wholeBook: (material) => ({
    '16开': { book: fullestBook(material), paper: PAPERS[0] },
    A4: { book: fullestBook(material), paper: PAPERS[1] },
  }),
  chapterProof: (material) => ({ 最长的一篇: { chapter: longestChapter(material) } }),
  regulationCompilation: () => ({
    现行: { scope: '现行有效的' },
    连同废止: { scope: '现行和已废止、被修订的' },
  }),
};
