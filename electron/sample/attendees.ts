import type { Chance } from './chance.ts';
import { ordinaryMembers, streetDeputyOf } from './duties.ts';
import { isChair, isStanding, type Seat, servedOn } from './roll.ts';
import type { MeetingData, OrganisationData } from './shapes.ts';

/** Who is expected at a meeting, who sits in, and who grants leave. */
export interface Call {
  readonly expected: readonly Seat[];
  readonly sittingIn: readonly Seat[];
  /** Names of people without an appointment who sit in. */
  readonly guests: readonly string[];
  /** 全会、常委会请假由主席批准，专委会活动由专委会负责人批准. */
  readonly approver: string;
}

const CHAIRMAN = '梁柏年';
/** 党组: the party members among the chairs, and the head of the office. */
const PARTY_GROUP: readonly string[] = ['主席', '副主席', '秘书长', '副秘书长'];
const LEADER_ORDER: readonly string[] = ['主席', '副主席', '秘书长', '副秘书长', '专委会主任', '常委'];

/**
 * Reads the scope of a meeting: all · standing · chairs · party · secretaries · conveners · committee (of the organizer) ·
 * committee+chairs · committees:A,B · sector:X · street:X · sample:N (by lot).
 * @param day YYYY-MM-DD; only who served on it is called
 */
export function callOf(
  meeting: MeetingData,
  day: string,
  seats: readonly Seat[],
  organisation: OrganisationData,
  chance: Chance,
): Call {
  const serving = inOrder(seats.filter((seat) => servedOn(seat, day)));
  const [scope = '', list = ''] = (meeting.scope ?? '').split(':');
  const director = organisation.committees.find(({ name }) => name === meeting.organizer)?.director;
  const approver = director && director !== meeting.chair ? director : CHAIRMAN;
  const own = (names: readonly string[]): Seat[] =>
    serving.filter((seat) => names.some((name) => name === seat.committee || name === seat.committee2));
  const call = (expected: readonly Seat[], more: Partial<Call> = {}): Call => ({
    expected: withChair(expected, serving, meeting.chair),
    sittingIn: [],
    guests: [],
    approver,
    ...more,
  });
  switch (scope) {
    case 'all':
      return call(serving, { approver: CHAIRMAN });
    case 'standing':
      return call(serving.filter(isStanding), {
        ...sittingInAtStanding(serving, organisation, chance),
        approver: CHAIRMAN,
      });
    case 'chairs':
      return call(serving.filter(isChair), {
        sittingIn: meeting.category === '会议' ? serving.filter(sitsInWithChairs) : [],
        approver: CHAIRMAN,
      });
    case 'party':
      return call(
        serving.filter(
          (seat) => seat.who.parties.includes('中共党员') && seat.roles.some((role) => PARTY_GROUP.includes(role)),
        ),
        { approver: CHAIRMAN },
      );
    case 'secretaries':
      return call(serving.filter((seat) => seat.roles.some((role) => role === '秘书长' || role === '副秘书长')));
    case 'conveners':
      return call(
        inOrder(
          organisation.subdistricts.flatMap(({ street }) => streetDeputyOf(ordinaryMembers(serving), street) ?? []),
        ),
        { guests: organisation.subdistricts.map(({ convenor }) => convenor) },
      );
    case 'committee':
      return call(own([meeting.organizer]));
    case 'committee+chairs':
      return call([...new Set([...serving.filter(isChair), ...own([meeting.organizer])])]);
    case 'committees':
      return call(own(list.split(',')));
    case 'sector':
      return call(serving.filter((seat) => seat.sector === list));
    case 'street': {
      const convenor = organisation.subdistricts.find(({ street }) => street === list)?.convenor ?? CHAIRMAN;
      const guests = convenor === meeting.chair ? [] : [convenor];
      return call(
        serving.filter((seat) => seat.subdistrict === list),
        { guests, approver: convenor },
      );
    }
    case 'sample':
      return call(inOrder(chance.shuffled(serving).slice(0, Number(list))));
    default:
      return call([]);
  }
}

/** Heads of the committees and of the office sit in when the chairs meet. */
function sitsInWithChairs(seat: Seat): boolean {
  return seat.roles.some((role) => role === '副秘书长' || role === '专委会主任');
}

/** Committee deputies who are no standing members, and four cadres of the subdistricts by turn. */
function sittingInAtStanding(
  serving: readonly Seat[],
  { committees, subdistricts }: OrganisationData,
  chance: Chance,
): Partial<Call> {
  const sittingIn = committees.flatMap(({ name }) => {
    const seat = serving.find((one) => one.committee === name && !isStanding(one));
    return seat ? [seat] : [];
  });
  const guests = chance
    .shuffled(subdistricts)
    .slice(0, 4)
    .map(({ convenor }) => convenor);
  return { sittingIn, guests };
}

/** A chair who is no member of the circle still presides. */
function withChair(expected: readonly Seat[], serving: readonly Seat[], chair: string | undefined): readonly Seat[] {
  if (chair === undefined || expected.some((seat) => seat.who.name === chair)) return expected;
  const seat = serving.find((one) => one.who.name === chair);
  return seat ? [seat, ...expected] : expected;
}

/** By rank, then as the roll has them. */
function inOrder(seats: readonly Seat[]): Seat[] {
  const rank = (seat: Seat): number => {
    const ranks = seat.roles.map((role) => LEADER_ORDER.indexOf(role)).filter((place) => place >= 0);
    return ranks.length > 0 ? Math.min(...ranks) : LEADER_ORDER.length;
  };
  return [...seats].sort((a, b) => rank(a) - rank(b));
}
