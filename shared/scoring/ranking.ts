import type { Scheme, Section } from './scheme.ts';
import type { SubjectResult } from './score-result.ts';

export interface Ranked {
  readonly result: SubjectResult;
  /** 1, 2, 2, 4: who has as many points shares the place. */
  readonly rank: number;
}

export interface RankGroup {
  /** What `keyOf` says: the id of a 界别 or a 街道; '' for those who belong to none. */
  readonly key: string;
  readonly lines: readonly Ranked[];
}

/** Most points first; those who are level in the order given. */
export function ranked(results: readonly SubjectResult[]): readonly Ranked[] {
  const sorted = [...results].sort((a, b) => b.total - a.total);
  let rank = 0;
  return sorted.map((result, index) => {
    if (index === 0 || sorted[index - 1]?.total !== result.total) rank = index + 1;
    return { result, rank };
  });
}

/** Ranked within each group (界别、街道); groups in the order their first member comes. */
export function rankedBy(results: readonly SubjectResult[], keyOf: (subject: string) => string): readonly RankGroup[] {
  const groups = new Map<string, SubjectResult[]>();
  for (const result of results) {
    const key = keyOf(result.subject);
    const own = groups.get(key);
    if (own) own.push(result);
    else groups.set(key, [result]);
  }
  return [...groups].map(([key, own]) => ({ key, lines: ranked(own) }));
}

/** Sections that hold items themselves, not only inner sections. */
export const leafSections = ({ sections, items }: Scheme): readonly Section[] =>
  sections.filter(({ id }) => items.some(({ section }) => section === id));

/**
 * 未履职名单: who earned nothing in any basic section but those where being there is enough (attendanceOnly). Where the
 * basic points are given at the start and only deducted from, the sections of bonus points are asked instead.
 */
export function idleOf(scheme: Scheme, results: readonly SubjectResult[]): readonly SubjectResult[] {
  const earning = (of: Section['kind']) => {
    const asked = new Set(
      leafSections(scheme)
        .filter(({ kind, attendanceOnly }) => kind === of && !attendanceOnly)
        .map(({ id }) => id),
    );
    return scheme.items.filter(({ section, points }) => asked.has(section) && points > 0).map(({ code }) => code);
  };
  const basic = earning('basic');
  const codes = new Set(basic.length > 0 ? basic : earning('bonus'));
  return results.filter(({ entries }) => !entries.some(({ item, points }) => codes.has(item) && points > 0));
}
