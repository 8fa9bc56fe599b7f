import type { ListState } from '../../app/list-state.ts';

/** What the head of a column can do to the list. */
export interface HeadHands {
  /** `add`: besides what the list is sorted by already. */
  readonly sortBy: (field: string, add: boolean) => void;
  readonly change: (next: ListState) => void;
  /** Pixels at the standard type size; undefined for the field's own. */
  readonly resize: (field: string, width: number | undefined) => void;
  readonly reorder: (field: string, before: string | undefined) => void;
  readonly hide: (field: string) => void;
}
