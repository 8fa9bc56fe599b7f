import { excused, isFiled, ledBy, skipped, times, wasThere } from './counts.ts';
import type { Member } from './members.ts';
import { gifts } from './papers.ts';

const CHARITY = ['捐款捐物', '结对帮扶', '好事实事', '志愿服务', '义诊法律咨询'];

/** Checked gifts to people in need; bringing a company is none. */
export const charityGifts = ({ id }: Member): number =>
  gifts.filter(({ member, type, review }) => member === id && review === '已核' && CHARITY.includes(type)).length;

/** 济南: 70（全会无故−30、请假−10）＋奖励≤50：第2件起每件5、重点5、优秀10、公益每次2（≤10）. */
export function jinanTotal(member: Member): number {
  const duty = 70 - 30 * times(member, ['plenary'], skipped) - 10 * times(member, ['plenary'], excused);
  const filed = ledBy(member).filter(isFiled);
  const more = 5 * Math.max(0, filed.length - 1);
  const key = 5 * filed.filter((one) => one.key).length;
  const excellent = 10 * filed.filter((one) => one.excellent).length;
  const charity = Math.min(10, 2 * times(member, ['charity'], wasThere) + 2 * charityGifts(member));
  return Math.max(0, duty) + Math.min(50, more + key + excellent + charity);
}
