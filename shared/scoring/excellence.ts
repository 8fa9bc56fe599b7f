import { bounded, pointsInWords } from './points.ts';
import { leafSections, ranked } from './ranking.ts';
import type { Scheme } from './scheme.ts';
import type { SubjectResult } from './score-result.ts';

export interface ExcellenceLine {
  readonly result: SubjectResult;
  readonly rank: number;
  /** Why, or why not. */
  readonly reasons: readonly string[];
}

export interface Excellent {
  /** Places; undefined without a quota. */
  readonly places: number | undefined;
  /** In order of points. The standing committee decides about them. */
  readonly candidates: readonly ExcellenceLine[];
  /** Enough points in total and yet no candidate, or none by the number of places. */
  readonly missed: readonly ExcellenceLine[];
  /** Everybody else. */
  readonly below: readonly ExcellenceLine[];
}

/**
 * 优秀候选: total, every basic section with a cap to its share, no veto, no entry of a barring item; at most so many as
 * there are places. Those level with the last place are named and left to the standing committee. Undefined: the scheme
 * knows no 优秀.
 */
export function excellenceOf(scheme: Scheme, results: readonly SubjectResult[]): Excellent | undefined {
  const rule = scheme.excellence;
  if (!rule) return undefined;
  const places = rule.quota === undefined ? undefined : Math.floor(rule.quota * results.length + 1e-9);
  const candidates: ExcellenceLine[] = [];
  const missed: ExcellenceLine[] = [];
  const below: ExcellenceLine[] = [];
  const lines = ranked(results).map(({ result, rank }) => ({ result, rank, faults: faultsOf(scheme, result) }));
  const fit = ranked(lines.filter(({ faults }) => faults.length === 0).map(({ result }) => result));
  const place = new Map(fit.map(({ result, rank }) => [result.subject, rank]));
  for (const { result, rank, faults } of lines) {
    const own = place.get(result.subject);
    if (own === undefined) {
      const list = result.total >= rule.atLeast ? missed : below;
      list.push({ result, rank, reasons: faults });
    } else if (places !== undefined && own > places) {
      missed.push({ result, rank, reasons: [`名额${places}人，符合条件的里面排第${own}`] });
    } else {
      const level = fit.filter((one) => one.rank === own);
      const over = places !== undefined && own + level.length - 1 > places;
      candidates.push({
        result,
        rank,
        reasons: [...meritsOf(scheme, result), ...(over ? [`${level.length}人同分，超出名额${places}人，请审定`] : [])],
      });
    }
  }
  return { places, candidates, missed, below };
}

/** What keeps a subject from it; empty when nothing does. */
function faultsOf(scheme: Scheme, result: SubjectResult): readonly string[] {
  const { atLeast = 0, sectionShare = 0 } = scheme.excellence ?? {};
  const short =
    result.total < atLeast ? [`总分${pointsInWords(result.total)}，差${pointsInWords(atLeast - result.total)}分`] : [];
  const sections = requiredSections(scheme, result)
    .filter(({ counted, needed }) => counted < needed)
    .map(
      ({ label, counted, cap, needed }) =>
        `${label}${pointsInWords(counted)}分，不足封顶${pointsInWords(cap)}分的${pointsInWords(sectionShare * 100)}%（${pointsInWords(needed)}分）`,
    );
  const vetoes = result.vetoes.map(({ label }) => `一票否决：${label}`);
  const barred = scheme.items
    .filter(({ code, bars }) => bars && result.entries.some(({ item, counted }) => item === code && counted !== 0))
    .map(({ code, label }) => `${code}“${label}”，取消评优`);
  return [...short, ...sections, ...vetoes, ...barred];
}

function meritsOf(scheme: Scheme, result: SubjectResult): readonly string[] {
  const { atLeast = 0, sectionShare } = scheme.excellence ?? {};
  const sections = requiredSections(scheme, result).map(
    ({ label, counted, cap }) => `${label}${pointsInWords(counted)}/${pointsInWords(cap)}`,
  );
  return [
    `总分${pointsInWords(result.total)}，不低于${pointsInWords(atLeast)}`,
    ...(sectionShare && sections.length > 0
      ? [`各类不低于封顶的${pointsInWords(sectionShare * 100)}%：${sections.join('、')}`]
      : []),
  ];
}

/** Basic sections with items and a cap, by the cap that holds for this subject. */
export function requiredSections(scheme: Scheme, result: SubjectResult) {
  const share = scheme.excellence?.sectionShare ?? 0;
  return leafSections(scheme).flatMap(({ id, label, kind }) => {
    const own = result.sections.find((section) => section.id === id);
    if (kind !== 'basic' || own?.cap === undefined || share === 0) return [];
    return [{ id, label, counted: own.counted, cap: own.cap, needed: bounded(own.cap * share, 0, own.cap) }];
  });
}
