import { EVENTS, GROUPS, type Group, type Mark, type Meeting, type Member } from './members.ts';
import { type Opinion, opinions, type Proposal, proposals } from './papers.ts';

/**
 * Plain counting on the table, for the worksheets. Nothing of the program is used here: that is the point of it.
 */

/** What a member has at one event. */
export interface Attended {
  readonly group: Group;
  readonly meeting: Meeting;
  readonly mark: Mark;
}

/** Every event of the year the member is named in; the cancelled one and the one of another year are in no count. */
export function rollOf({ rolls }: Member): readonly Attended[] {
  return GROUPS.filter((group) => group !== 'void').flatMap((group) =>
    rolls[group].flatMap((mark, index): Attended[] => {
      const meeting = EVENTS[group][index];
      return meeting && mark.state !== '' ? [{ group, meeting, mark }] : [];
    }),
  );
}

export const wasThere = ({ mark }: Attended): boolean =>
  ['出席', '迟到', '早退'].includes(mark.state) && mark.role !== '工作人员';
export const cameLate = ({ mark }: Attended): boolean => ['迟到', '早退'].includes(mark.state);
const hadTo = ({ mark }: Attended): boolean => mark.role === '应出席' || mark.role === '主讲';
export const skipped = (one: Attended): boolean => hadTo(one) && ['缺席', '请假（未批）'].includes(one.mark.state);
export const excused = (one: Attended): boolean => hadTo(one) && one.mark.state === '请假（已批）';
export const lateOnDuty = (one: Attended): boolean => hadTo(one) && cameLate(one);

/** How many events of these groups fulfil the test. */
export function times(member: Member, groups: readonly Group[], fits: (one: Attended) => boolean): number {
  return rollOf(member).filter((one) => groups.includes(one.group) && fits(one)).length;
}

export const MEETINGS: readonly Group[] = ['discussion', 'standing', 'meeting', 'consultation', 'grassroots'];
export const WORK: readonly Group[] = ['activity', 'charity', 'supervision', 'visit', 'study', 'reading', 'away'];

const OF_YEAR = proposals.filter(({ submittedOn, filedOn }) => (submittedOn || filedOn).startsWith('2025'));
const NOT_FILED = ['草稿', '撤回', '已提交', '初审', '退回修改', '不予立案', '并案', '转社情民意', '转委员来信'];

export const isFiled = ({ state }: Proposal): boolean => !NOT_FILED.includes(state);
export const isHandedIn = ({ state }: Proposal): boolean => state !== '草稿' && state !== '撤回';
export const isCollective = ({ kind }: Proposal): boolean => !kind.startsWith('委员');

/** Proposals of the year that the member put forward first. */
export const ledBy = ({ id }: Member): readonly Proposal[] => OF_YEAR.filter(({ lead }) => lead === id);
/** Proposals of the year that the member signed along. */
export const signedBy = ({ id }: Member): readonly Proposal[] =>
  OF_YEAR.filter(({ cosigners }) => cosigners.includes(id));

const OPINIONS = opinions.filter((one) => one.duplicateOf === '' && one.receivedOn.startsWith('2025'));
/** Opinions of the year, none twice. */
export const writtenBy = ({ id }: Member): readonly Opinion[] => OPINIONS.filter(({ lead }) => lead === id);
export const cowrittenBy = ({ id }: Member): readonly Opinion[] =>
  OPINIONS.filter(({ coauthors }) => coauthors.includes(id));
/** In an issue of the office, or adopted above. */
export const isAdopted = ({ ways }: Opinion): boolean => /[DdSsVNB]/u.test(ways);

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
/** To the cent: 12.345 → 12.35. */
export const cents = (points: number): number => Math.round(points * 100 + 1e-9) / 100;
