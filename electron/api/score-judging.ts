import type { ScoreEngine } from '../../shared/scoring/engine.ts';
import type { Scheme } from '../../shared/scoring/scheme.ts';
import type { SubjectResult } from '../../shared/scoring/score-result.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { rankedOf } from './score-ranking.ts';
import { engineFor, subjectKind } from './score-reading.ts';
import { requireGoodScheme } from './score-trial.ts';

export function hintsOf(_desk: Desk, _scheme: Scheme, _engine: ScoreEngine, _result: SubjectResult): string[] {
  return [];
}

const itemSums = (result: SubjectResult | undefined): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { item, counted } of result?.entries ?? [])
    sums.set(item, Math.round(((sums.get(item) ?? 0) + counted) * 100) / 100);
  return sums;
};

const whatIf = os.scores.whatIf.handler(({ input, context: { desk } }) => {
  const after = requireGoodScheme(input.scheme);
  const { scheme: before, engine } = engineFor(desk, {
    scheme: after.id,
    year: input.year,
    version: input.version,
  });
  const tried = desk.opened.counting.scoresOf(after, input.year);
  const kind = subjectKind(after);
  const standing = (scheme: Scheme, of: ScoreEngine) =>
    new Map(rankedOf(desk, scheme, of.results()).map((one) => [one.result.subject, one]));
  const [then, now] = [standing(before, engine), standing(after, tried)];
  const labels = new Map([...before.items, ...after.items].map(({ code, label }) => [code, label]));
  const moves = [...new Set([...then.keys(), ...now.keys()])].flatMap((id) => {
    const [a, b] = [then.get(id), now.get(id)];
    const reasons = reasonsOf(a?.result, b?.result, labels);
    if (a?.result.total === b?.result.total && a?.result.grade === b?.result.grade && reasons.length === 0) return [];
    const side = (one: typeof a) => ({
      total: one?.result.total ?? 0,
      rank: one?.rank ?? 0,
      grade: one?.result.grade ?? '',
    });
    return [{ kind, id, title: (b ?? a)?.facts.title ?? '', before: side(a), after: side(b), reasons }];
  });
  moves.sort((a, b) => Math.abs(b.after.total - b.before.total) - Math.abs(a.after.total - a.before.total));
  const count = (all: typeof then, label: string) =>
    [...all.values()].filter((one) => one.result.grade === label).length;
  const grades = [...new Set([...before.grades, ...after.grades].map(({ label }) => label))];
  return {
    moves,
    unmoved: now.size - moves.filter(({ id }) => now.has(id)).length,
    grades: grades.map((label) => ({ label, before: count(then, label), after: count(now, label) })),
  };
});

function reasonsOf(
  before: SubjectResult | undefined,
  after: SubjectResult | undefined,
  labels: ReadonlyMap<string, string>,
) {
  const [then, now] = [itemSums(before), itemSums(after)];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((item) => {
    const [a = 0, b = 0] = [then.get(item), now.get(item)];
    return a === b
      ? []
      : [{ item: labels.has(item) ? item : '', label: labels.get(item) ?? '上下限调整', before: a, after: b }];
  });
}

const candidates = os.scores.candidates.handler(({ input, context: { desk } }) => {
  const { scheme, engine } = engineFor(desk, input);
  const { excellence } = scheme;
  if (!excellence) return { rule: '', candidates: [], missed: [] };
  const kind = subjectKind(scheme);
  const ranked = rankedOf(desk, scheme, engine.results());
  const shown = ({ result, facts, rank }: (typeof ranked)[number], reasons: string[]) => ({
    ...{ id: result.subject, kind, title: facts.title, total: result.total, rank, reasons },
  });
  const able = ranked.filter(({ result }) => result.total >= excellence.atLeast && result.vetoes.length === 0);
  return {
    rule: `总分至少 ${excellence.atLeast} 分`,
    candidates: able.map((one) => shown(one, [])),
    missed: [],
  };
});

const notice = os.scores.notice.handler(({ input, context: { desk } }) => {
  const { scheme, engine } = engineFor(desk, input);
  const kind = subjectKind(scheme);
  const sections = scheme.sections.filter(({ parent }) => parent === undefined);
  return {
    sections: sections.map(({ id, label }) => ({ id, label })),
    lines: rankedOf(desk, scheme, engine.results()).map(({ result, facts }) => ({
      id: result.subject,
      kind,
      title: facts.title,
      sector: facts.sector,
      total: result.total,
      grade: result.grade,
      sections: Object.fromEntries(result.sections.map(({ id, counted }) => [id, counted])),
      gaps: hintsOf(desk, scheme, engine, result),
      idle: false,
    })),
  };
});

export const scoreJudging = { whatIf, candidates, notice };
