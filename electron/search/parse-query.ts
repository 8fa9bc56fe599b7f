import { searchText } from '../../shared/text/fold.ts';

export interface Terms {
  /** Every one must be found. */
  readonly positive: readonly string[];
  /** None may be found. */
  readonly negative: readonly string[];
}

const TERM = /(?<minus>[-－](?=\S))?(?:["“”„＂](?<phrase>[^"“”„＂]+)["“”„＂](?=\s|$)|(?<word>\S+))/gu;

/**
 * Reads a query: blank = AND, a leading '-' = NOT, "…" keeps blanks. Chinese quotation marks and the full-width minus
 * serve as well. A quotation mark inside a word, or never closed, is searched for as it stands.
 */
export function parseQuery(text: string): Terms {
  const positive = new Set<string>();
  const negative = new Set<string>();
  for (const { groups } of text.matchAll(TERM)) {
    const term = searchText(groups?.phrase ?? groups?.word ?? '');
    if (term) (groups?.minus ? negative : positive).add(term);
  }
  return { positive: [...positive], negative: [...negative] };
}
