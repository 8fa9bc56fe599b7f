/** ① … ⑳, then plain numbers: the marks of footnotes, which begin again on every page. */
export function noteMark(number: number): string {
  return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
}
