import {
  cowrittenBy,
  isAdopted,
  isFiled,
  ledBy,
  MEETINGS,
  signedBy,
  skipped,
  sum,
  times,
  WORK,
  wasThere,
  writtenBy,
} from './counts.ts';
import type { Member } from './members.ts';
import type { Opinion } from './papers.ts';

const worth = (one: Opinion): number => (isAdopted(one) ? 5 : 2);

/** 东城: 60起；会议每次2，全会缺席−10、其他会议−5；立案10、联名5；信息采用5、报送2，联名折半；活动每次3；不设上限. */
export function dongchengTotal(member: Member): number {
  return (
    60 +
    2 * times(member, ['plenary', ...MEETINGS], wasThere) -
    10 * times(member, ['plenary'], skipped) -
    5 * times(member, MEETINGS, skipped) +
    10 * ledBy(member).filter(isFiled).length +
    5 * signedBy(member).filter(isFiled).length +
    sum(writtenBy(member).map(worth)) +
    sum(cowrittenBy(member).map(worth)) / 2 +
    3 * times(member, WORK, wasThere)
  );
}
