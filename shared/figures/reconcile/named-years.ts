/** Words before or behind a year that say which year a report looks back on. */
const BACK = /(?:回顾|总结)$/u;
const BACK_AFTER = /^(?:度)?(?:的)?(?:主要)?(?:工作(?:回顾|总结|报告|情况)|以来|全年)/u;
const AHEAD = /(?:抓好|展望|谋划|部署|安排|做好|重点)$/u;

/** The years a text names, the one it most likely reports on first. */
export function namedYears(paragraphs: readonly string[]): readonly number[] {
  const marks = new Map<number, number>();
  paragraphs.forEach((text) => {
    for (const match of text.matchAll(/(?<!\d)((?:19|20)\d{2})\s?年/gu)) {
      const year = Number(match[1]);
      const before = text.slice(Math.max(0, match.index - 6), match.index);
      const after = text.slice(match.index + match[0].length);
      const told = BACK.test(before) || BACK_AFTER.test(after) ? 5 : AHEAD.test(before) ? -2 : 1;
      marks.set(year, (marks.get(year) ?? 0) + told);
    }
  });
  return [...marks].sort(([a, x], [b, y]) => y - x || a - b).map(([year]) => year);
}
