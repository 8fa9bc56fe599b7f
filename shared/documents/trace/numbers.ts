import { diffArrays } from 'diff';

const NUMBER = /\d+(?:[,，]\d{3})*(?:\.\d+)?[%％]?/gu;

/** Numbers of a text as they are written, in order. */
export const numbersIn = (text: string): readonly string[] => [...text.matchAll(NUMBER)].map(([found]) => found);

export interface ChangedNumber {
  readonly was: string;
  /** Absent: taken out. */
  readonly is?: string;
}

/** Numbers that another text has instead, or no longer has, in the order of `before`. What was only added is not said. */
export function changedNumbers(before: string, after: string): readonly ChangedNumber[] {
  const changed: ChangedNumber[] = [];
  let removed: string[] = [];
  const flush = (added: readonly string[]) => {
    removed.forEach((was, index) => {
      const is = added[index];
      changed.push(is === undefined ? { was } : { was, is });
    });
    removed = [];
  };
  for (const part of diffArrays([...numbersIn(before)], [...numbersIn(after)])) {
    if (part.removed) {
      flush([]);
      removed = [...part.value];
    } else flush(part.added ? part.value : []);
  }
  flush([]);
  return changed;
}
