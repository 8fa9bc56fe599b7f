/**
 * Blanks that web pages leave before closing marks (…的关键。 ”). Chinese has no blank there, and it would keep a search
 * for the quoted sentence from finding it.
 */
export function tidySpaces(text: string): string {
  return text
    .replace(/(?<=[\p{Script=Han}。，！？；：…）》]) +(?=[”’）》」』】，。；：！？、])/gu, '')
    .replace(/[\u200b\ufeff]/g, '');
}
