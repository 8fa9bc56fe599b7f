import { os } from './implementer.ts';
import { scoreEntries } from './score-entries.ts';
import { scoreHistory } from './score-history.ts';
import { scoreJudging } from './score-judging.ts';
import { scorePapers } from './score-papers.ts';
import { gradesOf, groupsOf, rankLines } from './score-ranking.ts';
import { scoreSchemes } from './score-schemes.ts';
import { scoreSettling, settledSteps, shownStep } from './score-settling.ts';
import { scoreStatement } from './score-statement.ts';

const ranking = os.scores.ranking.handler(({ input, context: { desk } }) => {
  const last = settledSteps(desk, input.scheme, input.year).at(-1);
  const settled = new Map(Object.entries(last?.totals ?? {}));
  const { scheme, lines, all } = rankLines(desk, input, input, settled);
  return {
    scheme,
    year: input.year,
    lines,
    groups: groupsOf(desk, all),
    grades: gradesOf(scheme, lines),
    ...(last ? { settlement: shownStep(last) } : {}),
  };
});

export const scores = {
  ranking,
  ...scoreSchemes,
  ...scoreStatement,
  ...scoreEntries,
  ...scoreHistory,
  ...scoreJudging,
  ...scoreSettling,
  ...scorePapers,
};
