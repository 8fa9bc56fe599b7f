import { fromHundredths, toHundredths } from './points.ts';
import { ranked } from './ranking.ts';
import type { SubjectResult } from './score-result.ts';

export interface Standing {
  readonly total: number;
  readonly rank: number;
  readonly grade: string;
}

/** What a changed scheme does to one subject; one side is missing when only the other scheme judges it. */
export interface Move {
  readonly subject: string;
  readonly before: Standing | undefined;
  readonly after: Standing | undefined;
  /** Items whose counted points differ; 'base' and `start/` sections for what is given at the start. */
  readonly items: readonly { readonly item: string; readonly before: number; readonly after: number }[];
}

export interface Comparison {
  /** Whose own points, grade or vetoes change; the greatest change first. */
  readonly affected: readonly Move[];
  /** Whose place alone changes, because others move. */
  readonly overtaken: readonly Move[];
  readonly unchanged: number;
}

/** 评分推演: who moves when a scheme is changed, and by which items. */
export function compareResults(before: readonly SubjectResult[], after: readonly SubjectResult[]): Comparison {
  const olds = bySubject(before);
  const news = bySubject(after);
  const affected: Move[] = [];
  const overtaken: Move[] = [];
  let unchanged = 0;
  for (const subject of new Set([...olds.keys(), ...news.keys()])) {
    const old = olds.get(subject);
    const now = news.get(subject);
    const move: Move = {
      subject,
      before: old?.standing,
      after: now?.standing,
      items: itemsOf(old?.result, now?.result),
    };
    if (isAffected(old?.result, now?.result, move)) affected.push(move);
    else if (old?.standing.rank !== now?.standing.rank) overtaken.push(move);
    else unchanged += 1;
  }
  const size = ({ before: from, after: to }: Move) => Math.abs((to?.total ?? 0) - (from?.total ?? 0));
  affected.sort((a, b) => size(b) - size(a) || (a.subject < b.subject ? -1 : 1));
  return { affected, overtaken, unchanged };
}

function isAffected(old: SubjectResult | undefined, now: SubjectResult | undefined, { items }: Move): boolean {
  if (!old || !now) return true;
  const vetoes = (result: SubjectResult) => result.vetoes.map(({ label }) => label).join('，');
  return items.length > 0 || old.total !== now.total || old.grade !== now.grade || vetoes(old) !== vetoes(now);
}

function bySubject(results: readonly SubjectResult[]) {
  return new Map(
    ranked(results).map(({ result, rank }) => {
      const standing: Standing = { total: result.total, rank, grade: result.grade };
      return [result.subject, { result, standing }] as const;
    }),
  );
}

function itemsOf(old: SubjectResult | undefined, now: SubjectResult | undefined): Move['items'] {
  const from = amounts(old);
  const to = amounts(now);
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((item) => {
    const before = from.get(item) ?? 0;
    const after = to.get(item) ?? 0;
    return before === after ? [] : [{ item, before: fromHundredths(before), after: fromHundredths(after) }];
  });
}

function amounts(result: SubjectResult | undefined): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  if (!result) return sums;
  const add = (item: string, points: number) => sums.set(item, (sums.get(item) ?? 0) + toHundredths(points));
  for (const { item, counted } of result.entries) add(item, counted);
  add('base', result.base);
  for (const { id, start } of result.sections) if (start) add(`start/${id}`, start);
  return sums;
}
