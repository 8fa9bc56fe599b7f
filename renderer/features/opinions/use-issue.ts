import dayjs from 'dayjs';
import { useState } from 'react';

/** What is typed for the next issue. Numbers and receivers the office proposes stay absent until they are changed. */
export interface IssueDraft {
  readonly publication: string;
  readonly year: number;
  readonly number?: number | undefined;
  readonly totalNumber?: number | undefined;
  readonly printedOn: string;
  readonly signer?: string | undefined;
  readonly editor?: string | undefined;
  readonly copies?: number | undefined;
  readonly state: '组稿' | '送审' | '已签发' | '已印发';
  readonly receivers?: readonly { readonly label: string; readonly text: string }[] | undefined;
  /** In the order they are printed. */
  readonly chosen: readonly string[];
}

/** The order with the entry put elsewhere; what would stand outside stays. */
export function reordered(ids: readonly string[], from: number, to: number): readonly string[] {
  const moved = ids[from];
  if (moved === undefined || to < 0 || to >= ids.length || from === to) return ids;
  const rest = ids.filter((_id, index) => index !== from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

export function useIssue(year: number) {
  const [draft, setDraft] = useState<IssueDraft>(() => ({
    publication: '信息专刊',
    year,
    printedOn: dayjs().format('YYYY-MM-DD'),
    state: '组稿',
    chosen: [],
  }));
  const change = (next: Partial<IssueDraft>) => setDraft((before) => ({ ...before, ...next }));
  const toggle = (id: string) =>
    change({
      chosen: draft.chosen.includes(id) ? draft.chosen.filter((other) => other !== id) : [...draft.chosen, id],
    });
  const put = (from: number, to: number) => change({ chosen: reordered(draft.chosen, from, to) });
  return { draft, change, toggle, put };
}
