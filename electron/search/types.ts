import type { Transaction } from '../../shared/records/record.ts';

export interface SearchQuery {
  /** As typed: blank = AND, a leading '-' = NOT, "…" keeps blanks. */
  readonly text: string;
  readonly kinds?: readonly string[];
  readonly year?: number;
  /** Id of a 界别. */
  readonly sector?: string;
  readonly offset?: number;
  /** Default 50. */
  readonly limit?: number;
  readonly order?: 'relevance' | 'newest';
}

export interface Snippet {
  readonly text: string;
  /** Ranges of `text` to mark, in UTF-16 units, ascending and disjoint. */
  readonly marks: readonly (readonly [start: number, end: number])[];
  /** Field of the record; for bodies with the block: 'body/12'. The reader opens there. */
  readonly place: string;
}

export interface Hit {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly titleMarks: readonly (readonly [number, number])[];
  readonly subtitle?: string;
  readonly year?: number;
  /** How often the terms occur. */
  readonly occurrences: number;
  /** Best first, at most three. */
  readonly snippets: readonly Snippet[];
}

export interface SearchResult {
  /** All records found, not only those handed out. */
  readonly total: number;
  readonly hits: readonly Hit[];
  /** Found per kind, before the kinds filter. */
  readonly byKind: Readonly<Record<string, number>>;
  /** The terms as understood, for the page to explain. */
  readonly terms: readonly string[];
}

/** Finds exactly what is there. Answers from the first moment, index or no index. */
export interface SearchService {
  query(query: SearchQuery): SearchResult;
  /** A few titles and names while typing, by characters, pinyin or initials. */
  suggest(text: string, limit?: number): readonly { kind: string; id: string; title: string; subtitle?: string }[];
  apply(transaction: Transaction): void;
  close(): void;
}
