import { cents, isAdopted, MEETINGS, skipped, times, WORK, wasThere, writtenBy } from './counts.ts';
import type { Member } from './members.ts';
import { speeches } from './papers.ts';
import { proposalPoints } from './worksheet-shares.ts';

/** 安庆: 会议50（缺席−5，全会−10，扣完为止）＋提案≤30＋活动≤10＋信息≤10. */
export function anqingTotal(member: Member): number {
  const meetings = 50 - 10 * times(member, ['plenary'], skipped) - 5 * times(member, MEETINGS, skipped);
  const spoken = speeches.filter((one) => one.member === member.id && one.outcome === '采用').length;
  const activities = 2 * times(member, WORK, wasThere) + 2 * spoken;
  const papers = writtenBy(member);
  const opinions = 5 * papers.length + 5 * papers.filter(isAdopted).length;
  return cents(
    Math.max(0, meetings) + Math.min(30, proposalPoints(member)) + Math.min(10, activities) + Math.min(10, opinions),
  );
}
