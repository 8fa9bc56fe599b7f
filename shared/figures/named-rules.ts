import type { NamedRule } from '../records/conditions/reading-world.ts';
import { pointingAt } from '../records/counting.ts';
import type { List } from '../records/kind.ts';
import type { StoredRecord } from '../records/record.ts';
import type { WorkContext } from '../workflow/machine.ts';
import { isAnswered, isAnsweredInTime, isFaceToFace, isFiled, isSatisfied } from './proposal-year.ts';
import { isRoom } from './venue-map.ts';

interface RuleDescription {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly reads?: readonly string[];
  readonly fits: (record: StoredRecord, work: WorkContext) => boolean;
}

/** Rules that take more than fields. A new one is an entry here; definitions name it by its id. */
const RULES: readonly RuleDescription[] = [
  { id: 'proposal.filed', kind: 'proposal', words: '立案的主案（并入别案的不算）', fits: (record) => isFiled(record) },
  {
    id: 'proposal.answered',
    kind: 'proposal',
    words: '该答复的单位都答复了（退回重办的不算）',
    fits: ({ values }) => isAnswered(values),
  },
  {
    id: 'proposal.answeredInTime',
    kind: 'proposal',
    words: '该答复的单位都在期限内答复了（批准延期的按延长后的期限）',
    fits: ({ values }, work) => isAnsweredInTime(values, work),
  },
  {
    id: 'proposal.heard',
    kind: 'proposal',
    words: '征询过提案人的意见',
    fits: ({ values }) => isSatisfied(values) !== undefined,
  },
  {
    id: 'proposal.satisfied',
    kind: 'proposal',
    words: '提案人最近一次满意或基本满意',
    fits: ({ values }) => isSatisfied(values) === true,
  },
  {
    id: 'proposal.faceToFace',
    kind: 'proposal',
    words: '与提案人至少当面沟通过一次',
    fits: ({ values }) => isFaceToFace(values),
  },
  {
    id: 'street.roomsEverywhere',
    kind: 'subdistrictOffice',
    words: '有社区（村），且每个社区（村）都有在用的协商议事室',
    reads: ['community', 'venue', 'subdistrictOffice'],
    fits: ({ id }, { list }) => roomsEverywhere(list, id),
  },
];

/** For choosing and for words. */
export const NAMED_RULES: readonly Pick<RuleDescription, 'id' | 'kind' | 'words'>[] = RULES.map(
  ({ id, kind, words }) => ({ id, kind, words }),
);

export const ruleWords = (name: string): string | undefined => NAMED_RULES.find(({ id }) => id === name)?.words;

/** The rules with what they are worked out by: the records, the periods and holidays of the office. */
export function namedRules(work: WorkContext): (name: string) => NamedRule | undefined {
  const known = new Map<string, NamedRule>(
    RULES.map(({ fits, ...rule }) => [rule.id, { ...rule, fits: (record) => fits(record, work) }]),
  );
  return (name) => known.get(name);
}

function roomsEverywhere(list: List, street: string): boolean {
  const communities = pointingAt(list('community'), 'subdistrictOffice', street);
  return (
    communities.length > 0 && communities.every(({ id }) => pointingAt(list('venue'), 'community', id).some(isRoom))
  );
}
