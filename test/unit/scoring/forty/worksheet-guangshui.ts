import { isFiled, lateOnDuty, ledBy, signedBy, skipped, sum, times, WORK, writtenBy } from './counts.ts';
import type { Member } from './members.ts';
import { gifts, handEntries, honours, memoirs } from './papers.ts';

const HONOURS: Readonly<Record<string, number>> = { 国家级: 10, 省级: 8, 市级: 6, 区级: 4 };

function dutyPoints(member: Member): number {
  const { id } = member;
  const led = ledBy(member);
  const signed = signedBy(member);
  const checked = gifts.filter(({ review }) => review === '已核');
  const settled = checked.filter(
    (one) => one.type === '企业落户招商' && (one.member === id || one.introducers?.includes(id)),
  );
  const households = checked.filter((one) => one.type === '结对帮扶' && one.member === id);
  return (
    20 * led.filter(isFiled).length +
    15 * signed.filter(isFiled).length +
    15 * led.filter(({ state }) => state === '转社情民意').length +
    10 * signed.filter(({ state }) => state === '转社情民意').length +
    20 * writtenBy(member).length +
    20 * memoirs.filter((one) => one.member === id && one.state !== '不用').length +
    20 * settled.length +
    20 * sum(households.map((one) => one.households ?? 1))
  );
}

/** Points noted by hand for one item, at most five; what was taken back is gone. */
function byHand({ id }: Member, item: string): number {
  const own = handEntries.filter((one) => one.scheme === 'guangshui' && one.member === id && one.item === item);
  return Math.min(5, sum(own.filter(({ reversed }) => !reversed).map(({ points }) => points)));
}

/** 广水: 履职≤80＋考勤10（扣完为止）＋学习≤10＋表彰≤10. */
export function guangshuiTotal(member: Member): number {
  const other = ['meeting', 'consultation', 'grassroots', ...WORK] as const;
  const attendance =
    10 -
    times(member, ['plenary'], lateOnDuty) -
    1.5 * times(member, ['discussion'], skipped) -
    2 * times(member, ['standing'], lateOnDuty) -
    3 * times(member, ['standing'], skipped) -
    times(member, other, lateOnDuty) -
    1.5 * times(member, other, skipped);
  const honoured = honours.filter((one) => one.member === member.id && one.year === 2025);
  return (
    Math.min(80, dutyPoints(member)) +
    Math.max(0, attendance) +
    byHand(member, 'X1') +
    byHand(member, 'X2') +
    Math.min(10, sum(honoured.map(({ level }) => HONOURS[level] ?? 0)))
  );
}
