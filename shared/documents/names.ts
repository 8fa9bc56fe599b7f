/** Names on paper: a two-character name is spaced to the width of three, 丁　一. */
export function spacedName(name: string): string {
  const characters = [...name.trim()];
  return characters.length === 2 ? characters.join('\u3000') : characters.join('');
}

/** Names one after another in a list, a full-width space between. */
export function nameRow(names: readonly string[]): string {
  return names.map(spacedName).join('\u3000');
}

/**
 * Names of a row made by nameRow, however it was edited since: two single characters in a row are one spaced name.
 * @returns each name as it stands, with the offset where it starts.
 */
export function nameTokens(row: string): { readonly text: string; readonly start: number }[] {
  const words: { text: string; start: number }[] = [];
  for (const match of row.matchAll(/[^\u3000\s]+/gu)) words.push({ text: match[0], start: match.index });
  const names: { text: string; start: number }[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    const next = words[i + 1];
    if (!word) continue;
    if (next && [...word.text].length === 1 && [...next.text].length === 1) {
      names.push({ text: row.slice(word.start, next.start + next.text.length), start: word.start });
      i += 1;
    } else {
      names.push(word);
    }
  }
  return names;
}

/**
 * Offsets in `row` where a new line begins when names are kept whole in lines of `cells` full-width characters.
 * The space before such an offset is not set. A name longer than a line is left to break by itself.
 */
export function nameBreaks(row: string, cells: number): number[] {
  const breaks: number[] = [];
  let used = 0;
  for (const { text, start } of nameTokens(row)) {
    const length = [...text].length;
    if (used > 0 && used + 1 + length > cells) {
      breaks.push(start);
      used = length;
    } else {
      used += (used > 0 ? 1 : 0) + length;
    }
    if (used > cells) used %= cells;
  }
  return breaks;
}
