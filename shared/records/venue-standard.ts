import { rowsOf, textOf } from './read-value.ts';
import type { Values } from './record.ts';

/** What the standard asks of a station (六有); each is shown by evidence. */
export const SIX_HAS: readonly string[] = ['有阵地', '有标识', '有制度', '有流程', '有活动', '有成果'];

/** A place being refurbished still counts as one that is there. */
export function isVenueInUse(venue: Values): boolean {
  return ['已建', '改造中'].includes(textOf(venue, 'state'));
}

/**
 * The items of 六有 that stand at present: every half year they are looked at again, and what counts is the latest
 * look at each. A row without a date is older than any with one.
 */
export function passedItems(venue: Values): readonly string[] {
  const latest = new Map<string, Values>();
  for (const row of rowsOf(venue, 'checks')) {
    const item = textOf(row, 'item');
    const before = latest.get(item);
    if (!before || textOf(before, 'checkedOn') <= textOf(row, 'checkedOn')) latest.set(item, row);
  }
  return SIX_HAS.filter((item) => latest.get(item)?.passed === true);
}
