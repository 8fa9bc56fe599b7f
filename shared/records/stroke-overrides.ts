import { textOf } from './read-value.ts';
import type { StoredRecord } from './record.ts';

/** The strokes written in a person's field 生僻字笔顺, by character; undefined when it cannot be read. */
export function readStrokes(text: string): Readonly<Record<string, string>> | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,、;；]/gu, '');
  if (!/^(?:\p{Script=Han}[1-5]+)+$/u.test(plain)) return undefined;
  return Object.fromEntries(
    [...plain.matchAll(/(\p{Script=Han})([1-5]+)/gu)].map(([, char, digits]) => [char, digits]),
  );
}

/** All strokes that the office has set by hand, for compareNames(…, overrides) of shared/text. */
export function strokeOverrides(persons: readonly StoredRecord[]): Readonly<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const { values } of persons) Object.assign(all, readStrokes(textOf(values, 'strokeOverride')));
  return all;
}
