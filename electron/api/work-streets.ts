import { AntouError } from '../../shared/api/errors.ts';
import { type ComplianceCell, complianceOf } from '../../shared/figures/compliance.ts';
import {
  COMPLIANCE_SETTING,
  type ComplianceRule,
  effectiveComplianceRules,
} from '../../shared/figures/compliance-rules.ts';
import { ruleProblem, ruleSentence } from '../../shared/figures/compliance-words.ts';
import { branchEvents, membershipGaps, pairings, streetCoverage } from '../../shared/figures/street-coverage.ts';
import { partsOf } from '../../shared/figures/year-parts.ts';
import { kindOf, titleOf } from '../../shared/records/index.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';
import { evidenceList, evidenceOf, figureOf, streetsOf, titled } from './evidence.ts';
import { os } from './implementer.ts';

const rulesOf = (desk: Desk) => effectiveComplianceRules(desk.opened.library.setting(COMPLIANCE_SETTING));

const compliance = os.workStreets.compliance.handler(({ input: { year }, context: { desk } }) => {
  const list = (kind: string) => desk.opened.library.list(kind);
  const streets = streetsOf(desk);
  const rules = rulesOf(desk);
  const ids = streets.map(({ id }) => id);
  const byRule = rules.map((rule) => {
    const kind = kindOf(rule.measure.kind);
    if (!kind || ruleProblem(rule)) return { rule, cells: new Map<string, readonly ComplianceCell[]>() };
    return { rule, cells: complianceOf(rule, ids, { kind, list, lookup: desk.lookup, year, today: desk.today }) };
  });
  return {
    rules: rules.map((rule) => {
      const problem = ruleProblem(rule);
      return {
        ...copyOf(rule),
        sentence: ruleSentence(rule),
        unit: kindOf(rule.measure.kind)?.unit ?? '条',
        parts: partsOf(year, rule.period).map(({ id, label }) => ({ id, label })),
        ...(problem ? { problem } : {}),
      };
    }),
    streets: streets.map((street) => ({
      ...street,
      cells: Object.fromEntries(
        byRule.map(({ rule, cells }) => [rule.id, (cells.get(street.id) ?? []).map((cell) => shownCell(desk, cell))]),
      ),
    })),
  };
});

const shownCell = (desk: Desk, { part, light, missing, records }: ComplianceCell) => ({
  part: part.id,
  light,
  missing,
  items: evidenceList(desk, records),
});

/** The contract hands out lists that may be changed. */
const copyOf = (rule: ComplianceRule) => ({
  ...rule,
  measure: {
    ...rule.measure,
    streetFields: [...rule.measure.streetFields],
    filters: rule.measure.filters.map(({ values, ...filter }) => ({
      ...filter,
      ...(values ? { values: [...values] } : {}),
    })),
  },
});

const saveRules = os.workStreets.saveRules.handler(async ({ input, context: { desk } }) => {
  const seen = new Set<string>();
  input.rules.forEach((rule, index) => {
    const problem = seen.has(rule.id) ? `“${rule.label}”的编号与另一条重复` : ruleProblem(rule);
    if (problem) throw new AntouError('invalid', `规则没有保存：${problem}。`, { [`rules.${index}.label`]: problem });
    seen.add(rule.id);
  });
  const label = '修改达标规则';
  const { seq } = await desk.opened.library.saveSetting(COMPLIANCE_SETTING, input.rules, await desk.who(), label);
  return { seq, label };
});

const coverage = os.workStreets.coverage.handler(({ input: { year }, context: { desk } }) => {
  const list = (kind: string) => desk.opened.library.list(kind);
  const lastDay = `${year}-12-31` < desk.today ? `${year}-12-31` : desk.today;
  const items = (records: readonly StoredRecord[]) => evidenceList(desk, records);
  const streets = streetCoverage(list, year, lastDay);
  const gaps = membershipGaps(list, lastDay);
  const branches = list('partyBranch').filter(({ values }) => values.active !== false);
  const pairs = pairings(list, lastDay);
  const streetBranches = branches.filter(({ values }) => values.base === '街道');
  const committeeBranches = branches.filter(({ values }) => values.base === '专委会');
  return {
    figures: [
      figureOf(
        'streets',
        '街道政协工委',
        '个',
        '登记的街道政协工委（联络组）',
        items(streets.map(({ street }) => street)),
      ),
      figureOf(
        'complete',
        '组织健全',
        '个',
        '召集人、联络员、办公场所、功能型党支部、委员、协商议事室、社区（村）都有的街道',
        items(streets.filter(({ gaps: missing }) => missing.length === 0).map(({ street }) => street)),
      ),
      figureOf('streetBranches', '街道功能型党支部', '个', '依托街道、在用的党支部', items(streetBranches)),
      figureOf('committeeBranches', '专委会功能型党支部', '个', '依托专委会、在用的党支部', items(committeeBranches)),
      figureOf(
        'branchEvents',
        '党支部活动',
        '次',
        '归属功能型党支部、当年开展的会议活动',
        items(branches.flatMap((branch) => branchEvents(list, branch, year))),
      ),
      figureOf('serving', '在任委员', '名', `${lastDay} 在任的委员`, items(gaps.serving)),
    ],
    streets: streets.map((one) => ({
      id: one.street.id,
      title: titleOf(one.street, desk.lookup),
      convenor: titled(desk, 'person', one.street.values.convenor),
      liaison: titled(desk, 'person', one.street.values.liaison),
      office: typeof one.street.values.office === 'string' ? one.street.values.office : '',
      branches: items(one.branches),
      branchEvents: items(one.branchEvents),
      members: items(one.members),
      rooms: items(one.rooms),
      communities: items(one.communities),
      covered: items(one.covered),
      uncovered: items(one.uncovered),
      gaps: [...one.gaps],
    })),
    committees: list('committee')
      .filter(servesIn(gaps.serving))
      .map((committee) => {
        const own = committeeBranches.filter(({ values }) => values.committee === committee.id);
        return {
          id: committee.id,
          title: titleOf(committee, desk.lookup),
          members: items(
            gaps.serving.filter(({ values }) => [values.committee, values.committee2].includes(committee.id)),
          ),
          branches: items(own),
          branchEvents: items(own.flatMap((branch) => branchEvents(list, branch, year))),
        };
      }),
    withoutCommittee: items(gaps.withoutCommittee),
    withoutStreet: items(gaps.withoutStreet),
    pairings: pairs.map((pair) => ({ member: evidenceOf(desk, pair.member), with: items(pair.with) })),
  };
});

/** Committees of the terms that run: those of a past term have no members to show. */
const servesIn =
  (serving: readonly StoredRecord[]) =>
  ({ values }: StoredRecord): boolean =>
    values.term === undefined || serving.some((member) => member.values.term === values.term);

export const workStreets = { compliance, saveRules, coverage };
