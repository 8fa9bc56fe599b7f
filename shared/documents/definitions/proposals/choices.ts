import { type EnumerationValue, effectiveEnumerations } from '../../../records/enumerations.ts';
import type { DocumentMaterial } from '../../definition.ts';

/** Results that replies are marked with; D is left to offices that use it. */
export const ANSWER_CLASSES = ['A', 'B', 'C'] as const;

function valuesOf(id: string, material: DocumentMaterial): readonly EnumerationValue[] {
  const lists = effectiveEnumerations(material.lookup('setting', 'enumerations')?.values.value);
  return lists.find((list) => list.id === id)?.values ?? [];
}

/** The words of a list of choices as the office has them, in their order. */
export const wordsOf = (id: string, material: DocumentMaterial): readonly string[] =>
  valuesOf(id, material)
    .filter(({ retired }) => retired !== true)
    .map(({ value }) => value);

/** A类（已经解决或采纳）, with the office's own meaning of the letter. */
export function classWords(letter: string, material: DocumentMaterial): string {
  const note = valuesOf('replyClass', material).find(({ value }) => value === letter)?.note;
  return note ? `${letter}类（${note}）` : `${letter}类`;
}
