import { AntouError } from '../../shared/api/errors.ts';
import { NAMED_RULES } from '../../shared/figures/named-rules.ts';
import type { Scheme } from '../../shared/scoring/scheme.ts';
import { schemeProblem } from '../../shared/scoring/scheme-problem.ts';

const RULE_NAMES: ReadonlySet<string> = new Set(NAMED_RULES.map(({ id }) => id));

/** @throws AntouError invalid naming the first thing in it that cannot be counted with */
export function requireGoodScheme(given: Scheme): Scheme {
  const problem = schemeProblem(given, RULE_NAMES);
  if (problem) throw new AntouError('invalid', `方案有一处要改：${problem}。什么也没有改动。`, { scheme: problem });
  return given;
}
