import type { Values } from '../../shared/records/record.ts';
import type { Chance } from './chance.ts';
import { dutiesOf } from './duties.ts';
import { isChair, isStanding, type RollData, type Seat } from './roll.ts';
import type { NamedPerson } from './shapes.ts';
import { type NewRecord, said } from './sheet.ts';

export type MakeId = (kind: string, key: string) => string;

const INSIDE: readonly string[] = ['机关', '事业', '国有', '国有控股'];
const STAFF_ORG = '政协示例区委员会机关';

/** People, sectors, committees, subdistricts and appointments: everything that refers to one another. */
export function peopleRecords(seats: readonly Seat[], data: RollData, id: MakeId, chance: Chance): NewRecord[] {
  const duties = dutiesOf(seats, data);
  const persons = seats.map((seat, index): NewRecord => {
    const mobile = `1990000${String(index + 1).padStart(4, '0')}`;
    const honours = chance.happens(0.12) ? [chance.pick(data.workplaces.honours)] : [];
    return { id: id('person', seat.key), kind: 'person', values: personValues(seat.who, { mobile, honours }) };
  });
  const standing = seats.filter((seat) => isStanding(seat) && !isChair(seat));
  const members = seats.map((seat, index): NewRecord => {
    const mentor = isStanding(seat) ? undefined : chance.pick(standing);
    const posts = chance.happens(0.06) ? [{ post: '政风行风监督员', org: '示例区纪委监委', from: '2023-05-10' }] : [];
    const values = said({
      ...memberValues(seat, index, id),
      ...duties.get(seat),
      mentor: mentor ? id('member', mentor.key) : undefined,
      supervisorPosts: posts,
    });
    return { id: id('member', seat.key), kind: 'member', values };
  });
  return [...persons, ...members, ...cadres(data, id), ...ninthTerm(seats, data, id)];
}

function personValues(person: NamedPerson, more: Readonly<Record<string, unknown>>): Values {
  const { name, nameNote, sex, ethnicity, birth, parties, partyDuty, org, orgDuty, orgNature } = person;
  const { education, degree, professionalTitle, nativePlace, expertise } = person;
  const inSystem = INSIDE.includes(orgNature) ? '体制内' : '体制外';
  const own = { name, nameNote, sex, ethnicity, birth, parties, partyDuty, org, orgDuty, orgNature, inSystem };
  return said({ ...own, education, degree, professionalTitle, nativePlace, expertise, ...more });
}

function memberValues(seat: Seat, index: number, id: MakeId): Record<string, unknown> {
  return {
    person: id('person', seat.key),
    term: id('term', '10'),
    code: `示10${String(index + 1).padStart(3, '0')}`,
    sector: id('sector', seat.sector),
    committee: seat.committee ? id('committee', seat.committee) : undefined,
    committee2: seat.committee2 ? id('committee', seat.committee2) : undefined,
    subdistrictOffice: seat.subdistrict ? id('subdistrictOffice', seat.subdistrict) : undefined,
    roles: seat.roles.length > 0 ? seat.roles : ['委员'],
    isStanding: isStanding(seat),
    otherLevels: seat.who.otherLevels,
    appointedOn: seat.appointedOn,
    appointedBy: seat.status === '届中增补' ? id('event', '03') : undefined,
    scoreEnabled: !isChair(seat),
    status: seat.status,
    exitOn: seat.exit?.on,
    exitReason: seat.exit?.reason,
    exitMeeting: seat.exit ? id('event', seat.exit.meeting) : undefined,
  };
}

/** Cadres of the subdistricts and of the office itself: people without an appointment. */
function cadres({ organisation }: RollData, id: MakeId): NewRecord[] {
  const records: NewRecord[] = [];
  for (const { street, convenor, liaison } of organisation.subdistricts) {
    for (const [name, orgDuty] of [
      [convenor, '党工委副书记、政协工委主任'],
      [liaison, '政协工委联络员'],
    ] as const) {
      const values = { name, org: `${street}办事处`, orgDuty, orgNature: '机关', inSystem: '体制内' };
      records.push({ id: id('person', `${street}${name}`), kind: 'person', values });
    }
  }
  for (const { name, sex, orgDuty } of organisation.staff) {
    const values = { name, sex, org: STAFF_ORG, orgDuty, orgNature: '机关', inSystem: '体制内', isStaff: true };
    records.push({ id: id('person', `机关${name}`), kind: 'person', values });
  }
  return records;
}

/** Sectors of the ninth term that the sample holds appointments of. */
export const NINTH_SECTORS: readonly string[] = ['文化艺术', '教育', '医药卫生', '工商联', '经济'];

/** A few appointments of the term before: members who went on, and three who did not. */
function ninthTerm(seats: readonly Seat[], { people }: RollData, id: MakeId): NewRecord[] {
  const ended = { status: '换届离任', exitOn: '2022-03-08', exitReason: '任期届满', scoreEnabled: false };
  const appointment = (person: string, sector: string, key: string, code: number): NewRecord => ({
    id: id('member', `9:${key}`),
    kind: 'member',
    values: {
      person,
      term: id('term', '9'),
      code: `示09${String(code).padStart(3, '0')}`,
      sector: id('sector', `9:${sector}`),
      roles: ['委员'],
      isStanding: false,
      appointedOn: '2017-03-01',
      ...ended,
    },
  });
  const records: NewRecord[] = [];
  people.ninthOnly.forEach((who, index) => {
    const person = id('person', `9:${who.name}`);
    records.push({ id: person, kind: 'person', values: personValues(who, {}) });
    records.push(appointment(person, who.sector, who.name, index + 1));
  });
  const stayed = seats
    .filter((seat) => NINTH_SECTORS.includes(seat.sector) && seat.who.birth < '1975' && seat.status === '在任')
    .slice(0, 12);
  stayed.forEach((seat, index) => {
    records.push(appointment(id('person', seat.key), seat.sector, seat.key, people.ninthOnly.length + index + 1));
  });
  return records;
}
