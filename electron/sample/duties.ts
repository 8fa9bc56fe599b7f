import { isChair, isStanding, type RollData, type Seat } from './roll.ts';

/** Members who can hold a further duty: not the chairs, not who left. */
export function ordinaryMembers(seats: readonly Seat[]): Seat[] {
  return seats.filter((seat) => !isChair(seat) && seat.exit === undefined);
}

const standingFirst = (seats: readonly Seat[]): Seat[] => [
  ...seats.filter((seat) => isStanding(seat)),
  ...seats.filter((seat) => !isStanding(seat)),
];

/** 召集人 and 副召集人 of a sector. */
export function convenorsOf(ordinary: readonly Seat[], sector: string): Seat[] {
  return standingFirst(ordinary.filter((seat) => seat.sector === sector && !seat.roles.includes('专委会主任'))).slice(
    0,
    2,
  );
}

/** The two 副主任 of a committee. */
export function deputiesOf(ordinary: readonly Seat[], committee: string): Seat[] {
  return standingFirst(
    ordinary.filter((seat) => seat.committee === committee && !seat.roles.includes('专委会主任')),
  ).slice(0, 2);
}

/** 副主任 of a subdistrict's 政协工委: who is named so in people.json, otherwise a standing member who lives there. */
export function streetDeputyOf(ordinary: readonly Seat[], street: string): Seat | undefined {
  const own = ordinary.filter((seat) => seat.subdistrict === street);
  return own.find((seat) => seat.who.subdistrictDuty !== undefined) ?? standingFirst(own)[0];
}

/** The fields of each member that say what further duty he has. */
export function dutiesOf(seats: readonly Seat[], { organisation }: RollData): Map<Seat, Record<string, string>> {
  const duties = new Map<Seat, Record<string, string>>();
  const give = (seat: Seat, duty: Record<string, string>): void => {
    duties.set(seat, { ...duties.get(seat), ...duty });
  };
  const ordinary = ordinaryMembers(seats);
  for (const { name } of organisation.sectors) {
    const [first, second] = convenorsOf(ordinary, name);
    if (first) give(first, { sectorDuty: '召集人' });
    if (second) give(second, { sectorDuty: '副召集人' });
  }
  for (const { name, director } of organisation.committees) {
    const deputies = deputiesOf(ordinary, name);
    for (const seat of seats) {
      if (seat.committee2 === name) give(seat, { committee2Duty: '委员' });
      if (seat.committee !== name) continue;
      const duty = seat.who.name === director ? '主任' : deputies.includes(seat) ? '副主任' : '委员';
      give(seat, { committeeDuty: duty });
    }
  }
  for (const { street } of organisation.subdistricts) {
    const deputy = streetDeputyOf(ordinary, street);
    for (const seat of seats) {
      if (seat.subdistrict === street) give(seat, { subdistrictDuty: seat === deputy ? '副主任' : '组员' });
    }
  }
  return duties;
}
