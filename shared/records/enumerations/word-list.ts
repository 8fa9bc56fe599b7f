import type { EnumerationValue } from './enumeration.ts';

/** Values out of words parted by blanks: most options are nothing but their word. */
export const words = (list: string): EnumerationValue[] => list.split(' ').map((value) => ({ value }));

/** Words the program's rules, figures or processes name: the office may add to them, not rename them. */
export const fixedWords = (list: string): EnumerationValue[] =>
  list.split(' ').map((value) => ({ value, fixed: true }));

/** Other words for some of the values, as spreadsheets write them. */
export function withAliases(
  values: readonly EnumerationValue[],
  aliases: Readonly<Record<string, readonly string[]>>,
): EnumerationValue[] {
  return values.map((item) => {
    const others = aliases[item.value];
    return others ? { ...item, aliases: others } : item;
  });
}

/** A sentence beside some of the values. */
export function withNotes(
  values: readonly EnumerationValue[],
  notes: Readonly<Record<string, string>>,
): EnumerationValue[] {
  return values.map((item) => {
    const note = notes[item.value];
    return note ? { ...item, note } : item;
  });
}
