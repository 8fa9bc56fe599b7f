import { cents, excused, isAdopted, skipped, times, WORK, wasThere, writtenBy } from './counts.ts';
import type { Member } from './members.ts';
import { speeches } from './papers.ts';
import { proposalPoints } from './worksheet-shares.ts';

/** 桐城: 全会到50、准假30、无故0；常委会请假−2、无故−5；提案≤25、活动≤10、信息≤15. */
export function tongchengTotal(member: Member): number {
  const plenary = times(member, ['plenary'], wasThere) > 0 ? 50 : times(member, ['plenary'], excused) > 0 ? 30 : 0;
  const lost = member.standing
    ? 2 * times(member, ['standing'], excused) + 5 * times(member, ['standing'], skipped)
    : 0;
  const own = speeches.filter((one) => one.member === member.id && one.outcome === '采用');
  const written = own.filter(({ way }) => way === '书面').length;
  const activities = 2 * times(member, WORK, wasThere) + 2 * (own.length - written) + 5 * written;
  const papers = writtenBy(member);
  const opinions = 10 * papers.length + 5 * papers.filter(isAdopted).length;
  return cents(
    Math.max(0, plenary - lost) +
      Math.min(25, proposalPoints(member)) +
      Math.min(10, activities) +
      Math.min(15, opinions),
  );
}
