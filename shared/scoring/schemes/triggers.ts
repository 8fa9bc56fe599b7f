import type { Condition, FieldCondition } from '../../records/conditions/condition.ts';
import type { Item, Trigger, Who } from '../scheme.ts';

/**
 * Pieces that most schemes are put together from. They only save writing: what comes out is plain data, and an office
 * changes it like any other.
 */

type Cell = string | number | boolean | null;
type RecordTrigger = Extract<Trigger, { type: 'record' }>;

export const is = (field: string, ...values: readonly Cell[]): FieldCondition => ({ type: 'any', field, values });
export const isNot = (field: string, ...values: readonly Cell[]): FieldCondition => ({
  ...is(field, ...values),
  not: true,
});
export const filled = (field: string): FieldCondition => ({ type: 'filled', field });
export const blank = (field: string): FieldCondition => ({ type: 'blank', field });
export const hasRow = (field: string, ...where: readonly FieldCondition[]): Condition => ({
  type: 'row',
  field,
  where,
});
export const rule = (name: string): Condition => ({ type: 'rule', rule: name });

/** Every record that fits gives each of `who` an entry. */
export const each = (
  kind: string,
  day: string,
  where: readonly Condition[],
  ...who: readonly Who[]
): RecordTrigger => ({
  type: 'record',
  kind,
  day,
  where,
  who,
});

/** An event counts once it is held: 取消, 延期 and what is only planned never do. */
export const HELD: FieldCondition = is('status', '进行中', '已结束', '已归档');
export const PLENARY: FieldCondition = is('subtype', '全体会议');
export const STANDING_COMMITTEE: FieldCondition = is('subtype', '常委会会议', '常委会协商', '专题议政性常委会');
export const STANDING_MEMBER: FieldCondition = is('isStanding', true);
export const NOT_STANDING_MEMBER: FieldCondition = isNot('isStanding', true);

export const PRESENT = ['出席', '迟到', '早退'] as const;
export const LATE = ['迟到', '早退'] as const;
export const EXCUSED = ['请假（已批）'] as const;
/** Without leave, or with leave that was refused. 请假待批 is decided by nobody yet and costs nothing. */
export const UNEXCUSED = ['缺席', '请假（未批）'] as const;

/** Roles that oblige: a guest who does not come breaks no rule. */
const OBLIGED: FieldCondition = is('role', '应出席', '主持', '主讲', '执笔');
/** Staff of the meeting do not take part as members. */
const NO_STAFF: FieldCondition = isNot('role', '工作人员');

const events = (where: readonly Condition[], ...row: readonly FieldCondition[]): RecordTrigger =>
  each('event', 'start', [HELD, ...where], { field: 'attendance.member', where: row });

/** Members who were there, in whatever role but staff. */
export const attended = (...where: readonly Condition[]): RecordTrigger =>
  events(where, NO_STAFF, is('state', ...PRESENT));

/** Members who had to be there and have one of the states. */
export const missed = (states: readonly string[], ...where: readonly Condition[]): RecordTrigger =>
  events(where, OBLIGED, is('state', ...states));

/** Members who were there with just this state: 全程 against 迟到、早退. */
export const attendedAs = (states: readonly string[], ...where: readonly Condition[]): RecordTrigger =>
  events(where, NO_STAFF, is('state', ...states));

/** Kinds of proposals that a body puts forward, not members in their own name. */
const COLLECTIVE_KINDS = ['界别', '小组', '党派', '人民团体', '专委会', '街道组'] as const;
export const BY_MEMBERS: FieldCondition = isNot('proposalKind', ...COLLECTIVE_KINDS);
export const COLLECTIVE: FieldCondition = is('proposalKind', ...COLLECTIVE_KINDS);
/** Handed in and not withdrawn. */
export const HANDED_IN: FieldCondition = isNot('state', '草稿', '撤回');
export const FILED: Condition = rule('proposal.filed');

export const LEAD: Who = { field: 'lead', first: true };
export const COSIGNERS: Who = { field: 'cosigners.member' };

export const proposals = (where: readonly Condition[], ...who: readonly Who[]): RecordTrigger => ({
  ...each('proposal', 'submittedOn', where, ...who),
  orDay: 'filedOn',
});

/** 来稿 that is not another one over again. */
export const opinions = (where: readonly Condition[], ...who: readonly Who[]): RecordTrigger =>
  each('opinion', 'receivedOn', [blank('duplicateOf'), ...where], ...who);

/** Printed in an issue of the office, or adopted above. */
export const ADOPTED: Condition = {
  type: 'either',
  of: [
    hasRow('adoptions', is('action', '编发本级专刊', '采用')),
    { type: 'pointed', kind: 'bulletin', field: 'items.opinion' },
  ],
};

/** 履职为民 counts only once it is checked (证明材料已核). */
export const contributions = (types: readonly string[], ...who: readonly Who[]): RecordTrigger =>
  each('contribution', 'on', [is('review', '已核'), is('contributionType', ...types)], ...who);

export const MANUAL: Trigger = { type: 'manual' };

/** An item that only notes that something was done; others ask whether it was (一票否决、基本要求). */
export const noted = (item: Omit<Item, 'points' | 'unit'> & { readonly unit?: string }): Item => ({
  unit: '次',
  ...item,
  points: 0,
});
