import { cents, isCollective, isFiled, isHandedIn, ledBy, signedBy, sum } from './counts.ts';
import type { Member } from './members.ts';
import type { Proposal } from './papers.ts';

/** 联名第一提案人折半，其他提案人均摊剩下分值; of a body the first three named, each all of it. What of 1 the member gets. */
function part({ id }: Member, proposal: Proposal): number {
  const { lead, cosigners } = proposal;
  if (isCollective(proposal)) return [lead, ...cosigners].filter(Boolean).slice(0, 3).includes(id) ? 1 : 0;
  if (cosigners.length === 0) return 1;
  return lead === id ? 1 / 2 : 1 / 2 / cosigners.length;
}

/** 提交1件10分，立案再加15分, each paper's points to the cent. */
export function proposalPoints(member: Member): number {
  const own = [...ledBy(member), ...signedBy(member)].filter(isHandedIn);
  return sum(own.map((one) => cents(10 * part(member, one)) + (isFiled(one) ? cents(15 * part(member, one)) : 0)));
}
