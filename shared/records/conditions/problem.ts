import { kindOf } from '../registry.ts';
import type { Condition, FieldCondition } from './condition.ts';
import { parsePath, parseRowPath } from './path.ts';

/** Why conditions cannot be counted with, for the clerk who saves them; undefined when they can. */
export function conditionProblem(
  kind: string,
  conditions: readonly Condition[],
  ruleNames: ReadonlySet<string>,
): string | undefined {
  const own = kindOf(kind);
  if (!own) return `没有“${kind}”这种记录`;
  for (const condition of conditions) {
    const problem = oneProblem(kind, condition, ruleNames);
    if (problem) return problem;
  }
  return undefined;
}

function oneProblem(kind: string, condition: Condition, ruleNames: ReadonlySet<string>): string | undefined {
  const label = kindOf(kind)?.label ?? kind;
  switch (condition.type) {
    case 'row': {
      const rows = kindOf(kind)?.fields[condition.field];
      if (rows?.type !== 'rows') return `${label}里没有“${condition.field}”这张表`;
      for (const inner of condition.where) {
        if (!parseRowPath(kind, condition.field, inner.field)) return `“${rows.label}”里没有“${inner.field}”这一栏`;
        const problem = emptyProblem(inner);
        if (problem) return problem;
      }
      return condition.where.length === 0 ? `“${rows.label}”要满足的条件还没有写` : undefined;
    }
    case 'pointed': {
      const target = parsePath(condition.kind, condition.field)?.at(-1)?.field.target;
      const other = kindOf(condition.kind)?.label ?? condition.kind;
      if (target !== kind) return `${other}的“${condition.field}”不指向${label}`;
      return conditionProblem(condition.kind, condition.where ?? [], ruleNames);
    }
    case 'rule':
      return ruleNames.has(condition.rule) ? undefined : `没有“${condition.rule}”这条规则`;
    case 'either':
      return conditionProblem(kind, condition.of, ruleNames);
    default:
      if (!parsePath(kind, condition.field)) return `${label}里没有“${condition.field}”这个栏目，或者它是程序算出来的`;
      return emptyProblem(condition);
  }
}

function emptyProblem({ type, field, values, text, from, to }: FieldCondition): string | undefined {
  if (type === 'any' && (values ?? []).length === 0) return `“${field}”还没有选要哪几个`;
  if (type === 'contains' && !(text ?? '').trim()) return `“${field}”还没有写要含什么字`;
  if (type === 'between' && (from ?? '') === '' && (to ?? '') === '') return `“${field}”还没有写从什么到什么`;
  return undefined;
}
