import { divide } from './consultation.ts';
import { chairSeats, committeeSeats, held, someSeats } from './event.ts';
import { MEMBER_COMPANIES } from './ground.ts';
import { servingOn, spread, turn, type YearSetting } from './setting.ts';
import { makeSuggestions } from './suggestion.ts';

const LEADER_FIRMS = 15;
const COMMITTEE_FIRMS = 21;
const FIRM_MEETINGS = 16;
const FIRM_SUGGESTIONS = 82;
const UNITED_FRONT = 17;
/** Visits to members outside the Communist Party, counted by person and time. */
const NON_PARTY_VISITS = 130;
const VISITED_AT_ONCE = 5;

/** Visits to firms and members, and what the parties did together. */
export function makeVisits(setting: YearSetting): void {
  const leaders = visitFirms(setting, 'leaders', LEADER_FIRMS);
  const committees = visitFirms(setting, 'committees', COMMITTEE_FIRMS);
  const meetings = firmMeetings(setting);
  const sources = [...meetings, ...leaders.slice(0, 4), ...committees.slice(0, 5)];
  divide(FIRM_SUGGESTIONS, meetings.length).forEach((count, index) => {
    const at = sources[index];
    if (!at) return;
    const source = { field: 'event', type: '座谈', id: at.event };
    makeSuggestions(setting, { source, day: at.day, count, from: 27 + index * 3, problemEvery: 3 });
  });
  unitedFront(setting);
  visitNonParty(setting);
}

interface At {
  readonly event: string;
  readonly day: string;
}

function visitFirms(setting: YearSetting, who: 'leaders' | 'committees', firms: number): At[] {
  const { id, data } = setting;
  return Array.from({ length: firms }, (_, index) => {
    const day = spread(index, firms, 2, 11);
    const { name } = turn(data.organisation.committees, index);
    // The leaders visit firms of all kinds, the committees firms of members.
    const company = id('organisation', `company ${who === 'leaders' ? MEMBER_COMPANIES + index : index}`);
    const seats =
      who === 'leaders' ? chairSeats(setting, day).slice(0, 2) : committeeSeats(setting, name, day).slice(0, 4);
    const event = held(setting, {
      key: `firm ${who} ${index}`,
      category: '走访',
      subtype: '走访企业',
      title: `${who === 'leaders' ? '区政协领导' : name}走访企业（第${index + 1}次）`,
      day,
      place: '企业现场',
      seats,
      campaigns: ['万人助万企'],
      more: {
        visitTarget: '企业',
        companies: [company],
        visitors: seats.map((seat) => id('member', seat.key)),
        ...(who === 'leaders'
          ? { byLeaders: true, organizerText: '区政协办公室' }
          : { organizer: id('committee', name) }),
      },
    });
    return { event, day };
  });
}

function firmMeetings(setting: YearSetting): At[] {
  const { id, data } = setting;
  return Array.from({ length: FIRM_MEETINGS }, (_, index) => {
    const day = spread(index, FIRM_MEETINGS, 2, 11);
    const { name } = turn(data.organisation.committees, index);
    const event = held(setting, {
      key: `firm meeting ${index}`,
      category: '会议',
      subtype: '座谈会',
      title: `“万人助万企”企业座谈会（第${index + 1}场）`,
      day,
      place: '区政协机关第二会议室',
      seats: committeeSeats(setting, name, day).slice(0, 6),
      campaigns: ['万人助万企'],
      more: {
        organizer: id('committee', name),
        companies: [0, 1, 2].map((at) => id('organisation', `company ${MEMBER_COMPANIES + ((index * 3 + at) % 60)}`)),
        counts: [{ label: '企业代表', count: 6 + (index % 7) }],
      },
    });
    return { event, day };
  });
}

const PARTNERS = ['民革', '民盟', '民建', '民进', '农工党', '九三学社', '工商联', '无党派'];

function unitedFront(setting: YearSetting): void {
  const { ledger, id, data, seats, issues } = setting;
  const done = ledger.events(({ unitedFront: joint }) => joint === true);
  for (let index = done; index < UNITED_FRONT; index++) {
    const partner = turn(PARTNERS, index);
    const day = spread(index, UNITED_FRONT, 3, 11);
    held(setting, {
      key: `united front ${index}`,
      category: '活动',
      subtype: index % 2 === 0 ? '视察' : '调研',
      title: `${partner}委员${index % 2 === 0 ? '视察' : '调研'}${turn(issues, index * 3 + 28).topic}`,
      day,
      place: turn(data.organisation.subdistricts, index).street,
      seats: servingOn(seats, day)
        .filter((seat) => seat.sector === partner)
        .slice(0, 8),
      campaigns: ['党派协同'],
      more: { unitedFront: true, organizerText: '区政协办公室', campaigns: [id('campaign', '党派协同')] },
    });
  }
}

function visitNonParty(setting: YearSetting): void {
  const { id, data } = setting;
  const rounds = NON_PARTY_VISITS / VISITED_AT_ONCE;
  const already = setting.ledger
    .of('event')
    .filter(({ values }) => values.category === '走访' && String(values.start).startsWith('2024'))
    .reduce((sum, { values }) => sum + Number(values.visitedNonParty ?? 0), 0);
  if (already > 0) throw new Error('an authored visit counts members outside the party: lower NON_PARTY_VISITS');
  for (let index = 0; index < rounds; index++) {
    const day = spread(index, rounds, 1, 12);
    const { name } = turn(data.organisation.committees, index);
    const visited = someSeats(setting, 60, day, `non party ${index}`)
      .filter((seat) => !seat.who.parties.some((party) => party.startsWith('中共')))
      .slice(0, VISITED_AT_ONCE);
    const visitors = committeeSeats(setting, name, day)
      .filter((seat) => seat.who.parties.some((party) => party.startsWith('中共')))
      .slice(0, 2);
    held(setting, {
      key: `non party ${index}`,
      category: '走访',
      subtype: '走访委员',
      title: `走访联络党外委员（第${index + 1}次）`,
      day,
      place: '委员单位',
      seats: visitors,
      more: {
        visitTarget: '党外委员',
        visited: visited.map((seat) => id('member', seat.key)),
        visitors: visitors.map((seat) => id('member', seat.key)),
        visitedNonParty: visited.length,
        organizer: id('committee', name),
      },
    });
  }
}
