import type { PageSetup, SectionBreak } from '../../model.ts';

/** How a book's pages are set; sizes and marks are chosen once, by the clerk. */
export interface BookPages {
  /** Cover, title page, parts: nothing but what stands on them. */
  readonly bare: PageSetup;
  /** Preface, conventions, contents: roman folios. */
  readonly front: (head: string, first: boolean) => PageSetup;
  /** Chapters: arabic folios. */
  readonly body: (head: string, first: boolean) => PageSetup;
}

export const PAPERS = ['16开（185×260毫米）', 'A4（版心与16开相同，便于批改）'] as const;

/** @param title name of the book, which stands over the left pages. */
export function bookPages(paper: (typeof PAPERS)[number], title: string): BookPages {
  const bare: PageSetup = {
    orientation: 'portrait',
    grid: 'book',
    folio: 'none',
    paper: paper === PAPERS[0] ? '16K' : 'A4',
  };
  const numbered =
    (format: 'arabic' | 'roman') =>
    (head: string, first: boolean): PageSetup => ({
      ...bare,
      folio: 'book',
      numbering: first ? { format, start: 1 } : { format },
      runningHead: { even: title, odd: head },
    });
  return { bare, front: numbered('roman'), body: numbered('arabic') };
}

export const onward = (page: PageSetup, start: SectionBreak['start'] = 'nextPage'): SectionBreak => ({
  type: 'sectionBreak',
  page,
  start,
});
