import type { Chance } from './chance.ts';
import type { NamedPerson, OrganisationData, PeopleData, SectorData, WorkplacesData } from './shapes.ts';

/** One member of the tenth term while the sample is being made. */
export interface Seat {
  /** Stable name of the seat: ids follow from it. */
  readonly key: string;
  readonly who: NamedPerson;
  readonly sector: string;
  committee: string | undefined;
  committee2: string | undefined;
  subdistrict: string | undefined;
  roles: string[];
  appointedOn: string;
  status: string;
  exit: { readonly on: string; readonly reason: string; readonly meeting: string } | undefined;
  /** Named in people.json and therefore in the texts: never taken for an exit. */
  readonly fixed: boolean;
}

const CHAIRS: readonly string[] = ['主席', '副主席', '秘书长'];
/** 主席、副主席、秘书长 and 常委 together. */
const STANDING_COUNT = 44;

const COOPTED_ON = '2024-01-18';
const TERM_START = '2022-03-01';

export function isChair(seat: Seat): boolean {
  return seat.roles.some((role) => CHAIRS.includes(role));
}

export function isStanding(seat: Seat): boolean {
  return isChair(seat) || seat.roles.includes('常委');
}

/** Whether an appointment runs on a day (YYYY-MM-DD). */
export function servedOn(seat: Seat, day: string): boolean {
  return seat.appointedOn <= day && (seat.exit === undefined || seat.exit.on > day);
}

export interface RollData {
  readonly organisation: OrganisationData;
  readonly people: PeopleData;
  readonly workplaces: WorkplacesData;
}

/** The members of the term: those named in people.json, and so many more in each sector as it has seats. */
export function makeRoll(data: RollData, chance: Chance): Seat[] {
  const names = { men: chance.shuffled(data.people.men), women: chance.shuffled(data.people.women) };
  const seats: Seat[] = [];
  const taken = new Set<string>();
  for (const sector of data.organisation.sectors) {
    const named = data.people.leaders.filter((person) => person.sector === sector.name);
    for (const person of named) seats.push(seatOf(person, `${person.name}${person.nameNote ?? ''}`, sector.name, true));
    for (let index = 0; index < sector.seats - named.length; index++) {
      const person = inventPerson(sector, index, { ...data, names, taken, chance });
      seats.push(seatOf(person, person.name, sector.name, false));
    }
  }
  placeOutside(seats, data, chance);
  const free = seats.filter((seat) => !seat.fixed);
  endAndBegin(free, data.workplaces);
  nameStanding(seats, data.organisation, chance);
  return seats;
}

function seatOf(who: NamedPerson, key: string, sector: string, fixed: boolean): Seat {
  return {
    key,
    who,
    sector,
    committee: who.committee,
    committee2: undefined,
    subdistrict: who.subdistrict,
    roles: [...who.roles],
    appointedOn: TERM_START,
    status: '在任',
    exit: undefined,
    fixed,
  };
}

interface Inventing extends RollData {
  readonly names: { men: string[]; women: string[] };
  /** 单位 and 职务 that somebody has. */
  readonly taken: Set<string>;
  readonly chance: Chance;
}

function inventPerson(sector: SectorData, index: number, inventing: Inventing): NamedPerson {
  const { chance, names, workplaces } = inventing;
  const woman = names.women.length > 0 && (sector.women || chance.happens(0.34));
  const name = (woman ? names.women.pop() : names.men.pop()) ?? names.women.pop();
  if (name === undefined) throw new Error('resources/sample/people.json has too few names');
  const work = workOf(sector, index, inventing);
  const [earliest, latest] = sector.born;
  return {
    name,
    sex: woman ? '女' : '男',
    ethnicity: sector.ethnicities[index % Math.max(1, sector.ethnicities.length)] ?? '汉族',
    birth: `${chance.between(earliest, latest)}-${String(chance.between(1, 12)).padStart(2, '0')}`,
    parties: [sector.parties[index % sector.parties.length] ?? '群众'],
    ...work,
    education: chance.pick(workplaces.education),
    nativePlace: chance.pick(workplaces.nativePlaces),
    ...(chance.happens(0.45) ? { expertise: chance.pick(workplaces.expertise) } : {}),
    otherLevels: chance.happens(0.04) ? ['市政协委员'] : [],
    sector: sector.name,
    roles: [],
  };
}

type Work = Pick<NamedPerson, 'org' | 'orgDuty' | 'orgNature' | 'professionalTitle'>;

/** A post nobody holds yet, out of the pools of the sector by turns. */
function workOf(sector: SectorData, index: number, { workplaces, taken, chance }: Inventing): Work {
  const turns = sector.pools.map((_, turn) => sector.pools[(index + turn) % sector.pools.length] ?? '');
  for (const name of turns) {
    const pool = workplaces.pools[name];
    if (!pool) throw new Error(`resources/sample/workplaces.json lacks the pool ${name}`);
    const posts = Object.entries(pool.posts).flatMap(([org, duties]) => duties.map((duty) => ({ org, duty })));
    const free = posts.filter(({ org, duty }) => !taken.has(`${org} ${duty}`));
    if (free.length === 0) continue;
    const { org, duty } = chance.pick(free);
    taken.add(`${org} ${duty}`);
    const [orgDuty = '', professionalTitle] = duty.split('/');
    return { org, orgDuty, orgNature: pool.nature, ...(professionalTitle ? { professionalTitle } : {}) };
  }
  throw new Error(`resources/sample/workplaces.json has too few posts for ${sector.name}`);
}

/** 专委会 and 街道: every member has one (全员入委, 委员下沉); the chairs stand above them. */
function placeOutside(seats: readonly Seat[], data: RollData, chance: Chance): void {
  const committees = data.organisation.committees.map((committee) => committee.name);
  const streets = chance.shuffled(data.organisation.subdistricts.map((subdistrict) => subdistrict.street));
  let street = 0;
  for (const seat of seats) {
    if (isChair(seat)) continue;
    seat.committee ??= usualOrSmaller(seat, seats, data, chance);
    if (!seat.fixed && chance.happens(0.07)) {
      const second = chance.pick(committees);
      if (second !== seat.committee) seat.committee2 = second;
    }
    seat.subdistrict ??= streets[street++ % streets.length];
  }
}

/** Small sectors stay together; of the larger ones some go where two committees drawn by lot have fewer members. */
function usualOrSmaller(seat: Seat, seats: readonly Seat[], { organisation }: RollData, chance: Chance): string {
  const sector = organisation.sectors.find(({ name }) => name === seat.sector);
  if (sector && (sector.seats <= 5 || chance.happens(0.5))) return sector.committee;
  const size = (name: string): number => seats.filter((one) => one.committee === name).length;
  const { name: one } = chance.pick(organisation.committees);
  const { name: other } = chance.pick(organisation.committees);
  return size(one) <= size(other) ? one : other;
}

/** Who left and who joined in the course of the term. */
function endAndBegin(seats: readonly Seat[], { exits, coopted, resigning }: WorkplacesData): void {
  const untouched = (sector: string): Seat => {
    const seat = seats.findLast(
      (one) => one.sector === sector && one.status === '在任' && one.appointedOn === TERM_START,
    );
    if (!seat) throw new Error(`resources/sample: nobody left in ${sector}`);
    return seat;
  };
  for (const exit of exits) {
    const seat = untouched(exit.sector);
    seat.status = exit.status;
    seat.exit = { on: exit.exitOn, reason: exit.exitReason, meeting: exit.meeting };
  }
  for (const sector of coopted) {
    const seat = untouched(sector);
    seat.status = '届中增补';
    seat.appointedOn = COOPTED_ON;
  }
  untouched(resigning.sector).status = '请辞待审';
}

/** Directors first, then one of each sector, then by lot until the number is reached. */
function nameStanding(seats: readonly Seat[], { committees, sectors }: OrganisationData, chance: Chance): void {
  const make = (seat: Seat): void => {
    if (!isStanding(seat)) seat.roles.push('常委');
  };
  for (const { name, director } of committees) {
    const seat = seats.find((one) => one.who.name === director && one.committee === name);
    if (!seat) throw new Error(`resources/sample: ${director} is no member of ${name}`);
    seat.roles.push('专委会主任');
    make(seat);
  }
  const eligible = chance.shuffled(seats.filter((seat) => seat.status === '在任' && seat.appointedOn === TERM_START));
  for (const sector of sectors) {
    if (seats.some((seat) => seat.sector === sector.name && isStanding(seat))) continue;
    const seat = eligible.find((one) => one.sector === sector.name);
    if (seat) make(seat);
  }
  let count = seats.filter(isStanding).length;
  for (const seat of eligible) {
    if (count >= STANDING_COUNT) break;
    if (isStanding(seat)) continue;
    make(seat);
    count++;
  }
}
