import type { StoredRecord, Values } from './record.ts';

/** States that end an appointment; they need a date and a reason. 请辞待审 and 界别调整 do not end it. */
export const EXIT_STATES: readonly string[] = ['已辞去', '已撤销', '已终止', '换届离任'];

/** States before an appointment begins: proposed, or decided by the standing committee and not yet taken up. */
export const CANDIDATE_STATES: readonly string[] = ['提名', '协商决定'];

/** Whether an appointment still runs. A record without a state is taken as serving: rosters list who serves. */
export function isServing(member: Values): boolean {
  const { status } = member;
  return typeof status !== 'string' || !(EXIT_STATES.includes(status) || CANDIDATE_STATES.includes(status));
}

/** How many serving members point at `id` in one of the given fields. */
export function countServing(members: readonly StoredRecord[], fields: readonly string[], id: string): number {
  let count = 0;
  for (const { values } of members) if (isServing(values) && fields.some((field) => values[field] === id)) count += 1;
  return count;
}

/** Roles whose holders belong to the standing committee (章程: 常委会由主席、副主席、秘书长和常务委员组成). */
export const STANDING_ROLES: readonly string[] = ['主席', '副主席', '秘书长', '常委'];
