import type { ScoreEngine } from '../../shared/scoring/engine.ts';
import { type ExcellenceLine, excellenceOf, requiredSections } from '../../shared/scoring/excellence.ts';
import { type Hints, hintsOf, stepInWords } from '../../shared/scoring/hints.ts';
import { pointsInWords } from '../../shared/scoring/points.ts';
import { idleOf } from '../../shared/scoring/ranking.ts';
import type { Scheme } from '../../shared/scoring/scheme.ts';
import type { SubjectResult } from '../../shared/scoring/score-result.ts';
import { shownSectionsOf } from '../../shared/scoring/shown-sections.ts';
import { compareResults, type Move, type Standing } from '../../shared/scoring/what-if.ts';
import { os } from './implementer.ts';
import { rankedOf } from './score-ranking.ts';
import { engineFor, factsOf, itemWords, subjectKind } from './score-reading.ts';
import { requireGoodScheme } from './score-trial.ts';

/** 离“良好”差 3 分：还差1篇“报送社情民意”（加1分），或者…… */
export function hintWords(engine: ScoreEngine, subject: string): string[] {
  const found = hintsOf(engine, subject);
  if (!found) return [];
  return [...found.hints.map(hintInWords), ...found.short.map(({ label, words }) => `${label}：${words}`)];
}

function hintInWords({ goal, missing, ways, together }: Hints['hints'][number]): string {
  const head =
    goal.type === 'grade'
      ? `离“${goal.label}”差 ${pointsInWords(missing)} 分`
      : `“${goal.label}”离评优的下限差 ${pointsInWords(missing)} 分`;
  const way = ways.length > 0 ? ways.map(stepInWords).join('，或者') : together.map(stepInWords).join('，并且');
  return way ? `${head}：${way}` : head;
}

/** The same for a whole list: without trying out what would fill the gap, which takes its time for hundreds. */
function gapsOf(scheme: Scheme, result: SubjectResult): string[] {
  const next = [...scheme.grades].reverse().find(({ atLeast }) => atLeast > result.total);
  const short = requiredSections(scheme, result).filter(({ counted, needed }) => counted < needed);
  return [
    ...(next ? [`离${next.label}差 ${pointsInWords(next.atLeast - result.total)} 分`] : []),
    ...short.map(({ label, counted, needed }) => `${label}差 ${pointsInWords(needed - counted)} 分`),
  ];
}

const whatIf = os.scores.whatIf.handler(({ input, context: { desk } }) => {
  const after = requireGoodScheme(input.scheme);
  const asked = { scheme: after.id, year: input.year, version: input.version };
  const { scheme: before, engine } = engineFor(desk, asked);
  const [old, now] = [engine.results(), desk.opened.counting.scoresOf(after, input.year).results()];
  const { affected, overtaken, unchanged } = compareResults(old, now);
  const kind = subjectKind(after);
  const shown = ({ subject, before: from, after: to, items }: Move) => ({
    kind,
    id: subject,
    title: factsOf(desk, desk.lookup(kind, subject)).title,
    before: standing(from),
    after: standing(to),
    reasons: items.map((one) => ({ ...itemWords([after, before], one.item), before: one.before, after: one.after })),
  });
  const labels = [...new Set([...before.grades, ...after.grades].map(({ label }) => label))];
  const count = (all: readonly SubjectResult[], label: string) => all.filter(({ grade }) => grade === label).length;
  return {
    moves: affected.map(shown),
    overtaken: overtaken.map(shown),
    unmoved: unchanged,
    grades: labels.map((label) => ({ label, before: count(old, label), after: count(now, label) })),
  };
});

/** A side that does not judge the subject gives nothing. */
const standing = (one: Standing | undefined): Standing => one ?? { total: 0, rank: 0, grade: '不在范围' };

const candidates = os.scores.candidates.handler(({ input, context: { desk } }) => {
  const { scheme, engine } = engineFor(desk, input);
  const results = rankedOf(desk, scheme, engine.results()).map(({ result }) => result);
  const found = excellenceOf(scheme, results);
  if (!found || !scheme.excellence) return { rule: '', candidates: [], missed: [] };
  const kind = subjectKind(scheme);
  const shown = ({ result, rank, reasons }: ExcellenceLine) => ({
    id: result.subject,
    kind,
    title: factsOf(desk, desk.lookup(kind, result.subject)).title,
    total: result.total,
    rank,
    reasons: [...reasons],
  });
  const { atLeast, sectionShare } = scheme.excellence;
  return {
    rule: `总分不低于 ${pointsInWords(atLeast)} 分${
      sectionShare ? `，各类不低于该类封顶的 ${pointsInWords(sectionShare * 100)}%` : ''
    }，没有一票否决和取消评优的情形`,
    ...(found.places === undefined ? {} : { quota: found.places }),
    candidates: found.candidates.map(shown),
    missed: found.missed.map(shown),
  };
});

const notice = os.scores.notice.handler(({ input, context: { desk } }) => {
  const { scheme, engine } = engineFor(desk, input);
  const kind = subjectKind(scheme);
  const results = engine.results();
  const idle = new Set(idleOf(scheme, results).map(({ subject }) => subject));
  return {
    sections: shownSectionsOf(scheme).map(({ id, label }) => ({ id, label })),
    lines: rankedOf(desk, scheme, results).map(({ result, facts }) => ({
      id: result.subject,
      kind,
      title: facts.title,
      sector: facts.sector,
      total: result.total,
      grade: result.grade,
      sections: Object.fromEntries(result.sections.map(({ id, counted }) => [id, counted])),
      gaps: gapsOf(scheme, result),
      idle: idle.has(result.subject),
    })),
  };
});

export const scoreJudging = { whatIf, candidates, notice };
