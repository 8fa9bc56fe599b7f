import { type Condition, conditionProblem, fieldOnPath } from '../records/conditions/index.ts';
import { kindOf } from '../records/registry.ts';
import { readsRecords, type SourceTrigger } from './gathering.ts';
import { rowsFieldOf } from './mentions.ts';
import { type Item, type Scheme, type Section, SUBJECT_KINDS, type Trigger } from './scheme.ts';
import { pathsOf } from './worth.ts';

/** Why a scheme cannot be scored by, in one Chinese sentence for the clerk who saves it; undefined when it can. */
export function schemeProblem(scheme: Scheme, ruleNames: ReadonlySet<string>): string | undefined {
  return (
    sectionsProblem(scheme.sections) ??
    itemsProblem(scheme, ruleNames) ??
    gradesProblem(scheme) ??
    vetoesProblem(scheme, ruleNames)
  );
}

type Found = string | undefined;

function firstOf<T>(all: readonly T[], problemOf: (one: T, index: number) => Found): Found {
  for (const [index, one] of all.entries()) {
    const problem = problemOf(one, index);
    if (problem) return problem;
  }
  return undefined;
}

const repeated = (names: readonly string[]): Found => names.find((name, index) => names.indexOf(name) !== index);

function sectionsProblem(sections: readonly Section[]): Found {
  const twice = repeated(sections.map(({ id }) => id));
  if (twice) return `类的编码“${twice}”用了两次`;
  return firstOf(sections, (section) => {
    const { label, start, cap, floor, parent } = section;
    if (parent !== undefined && !sections.some(({ id }) => id === parent)) return `“${label}”的上一级“${parent}”不存在`;
    if (circles(section, sections)) return `“${label}”绕了一圈又归到自己里面，请改它的上一级`;
    if (start !== undefined && cap !== undefined && start > cap) return `“${label}”的起始分${start}高于封顶${cap}`;
    if (floor !== undefined && cap !== undefined && section.kind !== 'deduction' && floor > cap)
      return `“${label}”的最低分${floor}高于封顶${cap}`;
    if (floor !== undefined && floor > (start ?? 0)) return `“${label}”的最低分${floor}高于起始分${start ?? 0}`;
    return undefined;
  });
}

function circles(section: Section, sections: readonly Section[]): boolean {
  const seen = new Set<string>();
  let at: Section | undefined = section;
  while (at?.parent !== undefined) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
    const { parent }: Section = at;
    at = sections.find(({ id }) => id === parent);
  }
  return false;
}

function itemsProblem(scheme: Scheme, ruleNames: ReadonlySet<string>): Found {
  const codes = scheme.items.map(({ code }) => code);
  const twice = repeated(codes);
  if (twice) return `项目编码“${twice}”用了两次`;
  return firstOf(scheme.items, (item) => {
    const problem = itemProblem(item, scheme, ruleNames);
    return problem && `项目${item.code}“${item.label}”：${problem}`;
  });
}

function itemProblem(item: Item, scheme: Scheme, ruleNames: ReadonlySet<string>): Found {
  const { trigger } = item;
  if (!scheme.sections.some(({ id }) => id === item.section)) return `没有“${item.section}”这一类`;
  const only = conditionProblem(SUBJECT_KINDS[scheme.audience], item.only ?? [], ruleNames);
  if (only) return `计给谁的条件——${only}`;
  if (item.exclusive !== undefined && trigger.type !== 'record') return '不是一条记录一笔的项目，不能与别的项目取高';
  if (!readsRecords(trigger)) {
    if (item.tiers || item.quantity || item.joint || item.scale?.length)
      return '人工计分和“都没有”的项目，不能分档、按数量或联名折算';
    return noneProblem(trigger, scheme);
  }
  const where = [
    ...(item.tiers ?? []).flatMap((tier) => tier.where),
    ...(item.scale ?? []).flatMap((scale) => scale.where),
  ];
  return (
    sourceProblem(trigger, scheme, ruleNames) ??
    conditionProblem(trigger.kind, where, ruleNames) ??
    quantityProblem(item, trigger)
  );
}

const noneProblem = (trigger: Trigger, { items }: Scheme): Found => {
  if (trigger.type !== 'none') return undefined;
  const missing = trigger.of.find((code) => !items.some((item) => item.code === code));
  return missing && `“都没有”里的“${missing}”不是这个方案的项目`;
};

function sourceProblem(trigger: SourceTrigger, scheme: Scheme, ruleNames: ReadonlySet<string>): Found {
  const { kind, day, orDay, who } = trigger;
  const label = kindOf(kind)?.label;
  if (label === undefined) return `没有“${kind}”这种记录`;
  const asked: readonly Condition[] = [...trigger.where, ...(trigger.type === 'share' ? trigger.met : [])];
  const condition = conditionProblem(kind, asked, ruleNames);
  if (condition) return condition;
  const dayless = [day, orDay ?? ''].find((path) => path && !DAYS.includes(fieldOnPath(kind, path)?.type ?? ''));
  if (dayless) return `${label}的“${dayless}”不是日期，不能用来定年度`;
  if (trigger.type === 'average' && !isNumber(kind, trigger.value, trigger))
    return `${label}的“${trigger.value}”不是数字，不能取平均`;
  return firstOf(who, ({ field, where, nameIn }) => {
    const target = SUBJECT_KINDS[scheme.audience];
    const leadsTo = field === '' ? kind : fieldOnPath(kind, field)?.target;
    if (leadsTo !== target) return `${label}的“${field || '本身'}”不是${kindOf(target)?.label ?? target}，不能计给它`;
    if (nameIn !== undefined && !fieldOnPath(kind, nameIn)) return `${label}里没有“${nameIn}”这个栏目`;
    const rows = rowsFieldOf(kind, field || (trigger.type === 'average' ? trigger.value : ''));
    if (rows === undefined) return conditionProblem(kind, where ?? [], ruleNames);
    if (!where?.length) return undefined;
    return conditionProblem(kind, [{ type: 'row', field: rows, where }], ruleNames);
  });
}

const DAYS: readonly string[] = ['date', 'dateTime', 'month', 'year'];
const NUMBERS: readonly string[] = ['integer', 'decimal', 'year'];

const isNumber = (kind: string, path: string, { who }: SourceTrigger): boolean =>
  pathsOf(path, kind, who).some((one) =>
    NUMBERS.includes((fieldOnPath(kind, one) ?? kindOf(kind)?.fields[one])?.type ?? ''),
  );

function quantityProblem({ quantity }: Item, trigger: SourceTrigger): Found {
  if (!quantity) return undefined;
  const wrong = [quantity.field, quantity.instead].find(
    (path) => path !== undefined && !isNumber(trigger.kind, path, trigger),
  );
  return wrong && `${kindOf(trigger.kind)?.label ?? trigger.kind}的“${wrong}”不是数字，不能按数量计分`;
}

function gradesProblem({ grades, total, excellence }: Scheme): Found {
  const twice = repeated(grades.map(({ label }) => label));
  if (twice) return `等次“${twice}”写了两次`;
  const rising = firstOf(grades, ({ label, atLeast }, index) => {
    const above = grades[index - 1];
    return above && above.atLeast <= atLeast
      ? `等次要从高到低写：“${label}”的${atLeast}分不低于上一等的${above.atLeast}分`
      : undefined;
  });
  if (rising) return rising;
  const { min, max } = total;
  if (min !== undefined && max !== undefined && min > max) return `总分的下限${min}高于上限${max}`;
  const last = grades.at(-1);
  if (last && min !== undefined && last.atLeast > min)
    return `最低的等次“${last.label}”从${last.atLeast}分起，够不到总分下限${min}分`;
  if (excellence && max !== undefined && excellence.atLeast > max)
    return `优秀要${excellence.atLeast}分，高于总分上限${max}分`;
  return undefined;
}

function vetoesProblem(scheme: Scheme, ruleNames: ReadonlySet<string>): Found {
  const twice = repeated([...scheme.vetoes, ...scheme.items.map(({ code }) => ({ id: code }))].map(({ id }) => id));
  if (twice) return `一票否决的编码“${twice}”与别的编码相同`;
  return firstOf(scheme.vetoes, ({ label, trigger }) => {
    const problem = readsRecords(trigger)
      ? trigger.type === 'record'
        ? sourceProblem(trigger, scheme, ruleNames)
        : '只能按记录、人工或“都没有”认定'
      : noneProblem(trigger, scheme);
    return problem && `一票否决“${label}”：${problem}`;
  });
}
