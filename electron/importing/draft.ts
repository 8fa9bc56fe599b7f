import type { BodyBlock } from '../../shared/text/body.ts';

/** A body in the making: what was read, before title, date and source are recognised. */
export interface Draft {
  readonly blocks: readonly DraftBlock[];
  readonly notes: readonly string[];
  /** Said by the file itself, not found in its text. */
  readonly given: Given;
}

export interface DraftBlock {
  readonly block: BodyBlock;
  /** Blank lines before it; 1 where the format has none. */
  readonly gap: number;
  /** The file itself marks this as its title (a Title style, <h1>, # at the top). */
  readonly title?: boolean;
}

export interface Given {
  readonly title?: string;
  readonly date?: string;
  readonly source?: string;
  readonly author?: string;
}

export const NOTHING_GIVEN: Given = {};
