import type { Venue } from './types.ts';

/** 有标识：没有达标（门牌掉了） */
export const MARK_WORDS = { passed: '✓', failed: '✗', unchecked: '未核' } as const;

export const passedCount = ({ marks }: Venue): number => marks.filter(({ state }) => state === 'passed').length;

/** What keeps a venue from the standard, in words; '' when nothing does. */
export function failureWords({ marks }: Venue): string {
  const failed = marks.filter(({ state }) => state === 'failed');
  const unchecked = marks.filter(({ state }) => state === 'unchecked');
  return [
    ...failed.map(({ item, note }) => `${item}不达标${note ? `（${note}）` : ''}`),
    unchecked.length === marks.length
      ? '没有核验过'
      : unchecked.length > 0
        ? `${unchecked.map(({ item }) => item).join('、')}没有核验`
        : '',
  ]
    .filter(Boolean)
    .join('；');
}
