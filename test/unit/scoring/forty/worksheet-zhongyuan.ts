import {
  type Attended,
  cowrittenBy,
  excused,
  isCollective,
  isFiled,
  isHandedIn,
  ledBy,
  rollOf,
  signedBy,
  skipped,
  sum,
  times,
  wasThere,
  writtenBy,
} from './counts.ts';
import type { Member } from './members.ts';
import { gifts, handEntries, honours, interviews, memoirs, type Opinion, reports, speeches } from './papers.ts';

/** Caps shrink with the months served: m30 came in July, m31 in October, m39 left in March. */
const MONTHS: Readonly<Record<string, number>> = { m30: 6, m31: 3, m39: 3 };
type Cap = (most: number, points: number) => number;

const capOf = ({ id }: Member): Cap => {
  const months = MONTHS[id] ?? 12;
  return (most, points) => Math.min((most * months) / 12, points);
};

/** A 会议 ≤35. */
function meetings(member: Member, cap: Cap): number {
  const plenary = rollOf(member).filter((one) => one.group === 'plenary' && wasThere(one));
  const halves = plenary.map(({ mark, meeting }) => mark.halfDays ?? meeting.halfDays ?? 1);
  // 应邀列席: role 列席 or 特邀, at the standing committee as at a 协商会.
  const asGuest = (one: Attended) => wasThere(one) && one.mark.role === '列席';
  const others = member.standing
    ? cap(15, 2.5 * times(member, ['standing'], wasThere))
    : cap(15, 3 * times(member, ['standing'], asGuest) + 3 * times(member, ['consultation'], asGuest));
  return cap(35, cap(20, 5 * sum(halves)) + others);
}

/** B 提案 ≤20. */
function proposalPoints(member: Member, cap: Cap): number {
  const led = ledBy(member);
  const own = led.filter((one) => !isCollective(one));
  const bodies = led.filter((one) => isCollective(one) && isFiled(one));
  const signed = signedBy(member).filter(isFiled);
  const signedBodies = signed.filter(isCollective).length;
  return cap(
    20,
    cap(20, 10 * own.filter(isFiled).length + 5 * own.filter(({ state }) => state === '并案').length) +
      cap(6, 3 * (signed.length - signedBodies)) +
      cap(10, 8 * bodies.length + 3 * signedBodies) +
      cap(3, 3 * own.filter(({ state }) => state === '转社情民意').length),
  );
}

/** 编入专刊 4, 综合 2. */
const printed = ({ ways }: Opinion): number => (/[DB]/u.test(ways) ? 4 : ways.includes('d') ? 2 : 0);

/** C 社情民意 ≤15. */
function opinionPoints(member: Member, cap: Cap): number {
  const own = writtenBy(member);
  const adopted = sum(own.map(printed)) + sum(cowrittenBy(member).map(printed)) / 2;
  return cap(15, cap(3, own.length) + cap(12, adopted));
}

/** D 活动与协商 ≤20, E 学习 ≤10. */
function activityPoints(member: Member, cap: Cap): number {
  const fieldWork = cap(16, 4 * times(member, ['activity', 'charity', 'supervision', 'visit'], wasThere));
  const grassroots = cap(12, 3 * times(member, ['grassroots'], wasThere));
  const briefing = ({ meeting }: Attended) => meeting.subtype === '政情通报会';
  const study =
    times(member, ['study', 'reading', 'away'], wasThere) +
    times(member, ['meeting'], (one) => briefing(one) && wasThere(one)) +
    times(member, ['away'], (one) => one.mark.state === '出席');
  return cap(20, fieldWork + grassroots) + cap(10, 2.5 * study);
}

const upwards = ({ ways }: Opinion): number =>
  ways.includes('N') ? 15 : ways.includes('V') ? 6 : /[Ss]/u.test(ways) ? 3 : 0;
const INSTRUCTED: readonly (readonly [string, number])[] = [
  ['全国', 20],
  ['省', 10],
  ['市', 6],
  ['区', 4],
];
const instructed = ({ instructions }: Opinion): number =>
  INSTRUCTED.find(([level]) => instructions.includes(level))?.[1] ?? 0;
const HONOURS: Readonly<Record<string, number>> = { 国家级: 6, 省级: 4, 市级: 2, 区级: 1 };

function giftPoints({ id }: Member): number {
  const checked = gifts.filter(({ review }) => review === '已核');
  const own = checked.filter(({ member }) => member === id);
  const settled = checked.filter(
    (one) => one.type === '企业落户招商' && (one.member === id || one.introducers?.includes(id)),
  );
  const of = (type: string) => own.filter((one) => one.type === type);
  return (
    5 * settled.length +
    sum(of('新增就业').map(({ jobs = 0 }) => Math.floor(jobs / 10))) +
    sum(of('捐款捐物').map(({ amount = 0 }) => Math.floor(amount / 5))) +
    sum(of('结对帮扶').map(({ households = 1 }) => households)) +
    sum(of('好事实事').map(({ items = 1 }) => items))
  );
}

/** F 加分 ≤40. */
function bonus(member: Member, cap: Cap): number {
  const { id } = member;
  const spoken = speeches.filter((one) => one.member === id && one.outcome === '采用');
  const marked = ledBy(member);
  const [own, others] = [writtenBy(member), cowrittenBy(member)];
  const done = reports.filter((one) => one.group.includes(id) && one.finishedOn.startsWith('2025'));
  const used = memoirs.filter((one) => one.member === id && ['定稿', '编入', '已出版'].includes(one.state));
  const told = interviews.filter((one) => one.member === id && one.state === '已归档').length;
  const lectures = rollOf(member).filter((one) => wasThere(one) && one.mark.role === '主讲').length;
  const honoured = honours.filter((one) => one.member === id && one.year === 2025);
  return cap(
    40,
    cap(12, sum(spoken.map(({ way }) => (way === '书面' ? 2 : 5)))) +
      cap(15, 5 * marked.filter(({ key }) => key).length + 5 * marked.filter(({ excellent }) => excellent).length) +
      cap(20, sum(own.map(upwards)) + sum(others.map(upwards)) / 2) +
      cap(20, sum(own.map(instructed)) + sum(others.map(instructed)) / 2) +
      cap(10, sum(done.map(({ writers }) => (writers.includes(id) ? 5 : 1)))) +
      cap(8, sum(used.map(({ characters }) => Math.floor(characters / 1000))) + 3 * told) +
      cap(12, giftPoints(member)) +
      cap(5, 2 * lectures) +
      cap(10, sum(honoured.map(({ level }) => HONOURS[level] ?? 0))),
  );
}

/** X 扣分, as a positive number. */
function deductions(member: Member): number {
  const onLeave = rollOf(member).filter((one) => one.group === 'plenary' && excused(one));
  const standing = member.standing
    ? 5 * times(member, ['standing'], skipped) + 2 * times(member, ['standing'], excused)
    : 0;
  const must = (one: Attended) => one.meeting.mandatory === '必须参加';
  const others = ['meeting', 'consultation', 'activity'] as const;
  const signedUp = (one: Attended) => one.meeting.mandatory === '报名参加' && one.mark.state === '缺席';
  const papers = [...ledBy(member), ...signedBy(member)].filter(isHandedIn).length;
  const opinions = writtenBy(member).length + cowrittenBy(member).filter((one) => printed(one) > 0).length;
  const byHand = handEntries.filter((one) => one.scheme === 'zhongyuan' && one.member === member.id);
  return (
    10 * times(member, ['plenary'], skipped) +
    2 * sum(onLeave.map(({ meeting }) => meeting.halfDays ?? 1)) +
    standing +
    2 * times(member, others, (one) => must(one) && skipped(one)) +
    times(member, others, (one) => must(one) && excused(one)) +
    times(member, ['activity'], signedUp) +
    (papers + opinions === 0 ? 10 : 0) -
    sum(byHand.map(({ points }) => points))
  );
}

/** 默认方案 D.2: 基础分（≤100）＋加分（≤40）－扣分, not below 0. */
export function zhongyuanTotal(member: Member): number {
  const cap = capOf(member);
  const basic =
    meetings(member, cap) + proposalPoints(member, cap) + opinionPoints(member, cap) + activityPoints(member, cap);
  return Math.max(0, cap(100, basic) + bonus(member, cap) - deductions(member));
}
