import { isAdopted, isFiled, ledBy, skipped, sum, times, wasThere, writtenBy } from './counts.ts';
import type { Member } from './members.ts';
import { handEntries } from './papers.ts';
import { charityGifts } from './worksheet-jinan.ts';

/** 合肥: 85起；立案第2件起5（≤20）；采用3（≤20）；公益2（≤10）；无故缺席全会−10，常委无故缺席全会、常委会−4. */
export function hefeiTotal(member: Member): number {
  const filed = ledBy(member).filter(isFiled).length;
  const press = handEntries.filter((one) => one.scheme === 'hefei' && one.member === member.id);
  const reward =
    Math.min(20, 5 * Math.max(0, filed - 1)) +
    Math.min(20, 3 * writtenBy(member).filter(isAdopted).length) +
    Math.min(10, 2 * times(member, ['charity'], wasThere)) +
    Math.min(10, 2 * charityGifts(member)) +
    Math.min(10, sum(press.map(({ points }) => points)));
  const lost = member.standing
    ? 4 * times(member, ['plenary', 'standing'], skipped)
    : 10 * times(member, ['plenary'], skipped);
  return Math.max(0, 85 + reward - lost);
}
