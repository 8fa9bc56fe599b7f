import { convenorsOf, deputiesOf, ordinaryMembers } from './duties.ts';
import { type MakeId, NINTH_SECTORS } from './people.ts';
import type { RollData, Seat } from './roll.ts';
import { type NewRecord, said } from './sheet.ts';

/** 届, 会次, 界别, 专委会 and 街道政协工委. */
export function organisationRecords(seats: readonly Seat[], { organisation }: RollData, id: MakeId): NewRecord[] {
  const member = (seat: Seat): string => id('member', seat.key);
  const ordinary = ordinaryMembers(seats);
  const records: NewRecord[] = [];
  for (const term of organisation.terms) {
    records.push({ id: id('term', String(term.number)), kind: 'term', values: said(term) });
  }
  for (const session of organisation.sessions) {
    const values = { term: id('term', '10'), ...session };
    records.push({ id: id('session', String(session.number)), kind: 'session', values });
  }
  organisation.sectors.forEach(({ name, committee }, index) => {
    const [convenor, deputy] = convenorsOf(ordinary, name);
    const values = said({
      term: id('term', '10'),
      name,
      order: index + 1,
      convenor: convenor ? member(convenor) : undefined,
      deputyConvenors: deputy ? [member(deputy)] : [],
      committee: id('committee', committee),
      yearlyTarget: 2 + (index % 2),
    });
    records.push({ id: id('sector', name), kind: 'sector', values });
  });
  NINTH_SECTORS.forEach((name, index) => {
    const values = { term: id('term', '9'), name, order: index + 1 };
    records.push({ id: id('sector', `9:${name}`), kind: 'sector', values });
  });
  organisation.committees.forEach(({ name, shortName, director, duty }, index) => {
    const head = seats.find((seat) => seat.who.name === director && seat.committee === name);
    const values = said({
      term: id('term', '10'),
      name,
      shortName,
      order: index + 1,
      director: head ? member(head) : undefined,
      deputyDirectors: deputiesOf(ordinary, name).map(member),
      partyBranch: id('partyBranch', name),
      duty,
    });
    records.push({ id: id('committee', name), kind: 'committee', values });
  });
  organisation.subdistricts.forEach(({ street, office, convenor, liaison, communities }, index) => {
    const values = {
      street,
      name: `${street}政协工委`,
      order: index + 1,
      convenor: id('person', `${street}${convenor}`),
      liaison: id('person', `${street}${liaison}`),
      partyBranch: `${street}政协工委功能型党支部`,
      branch: id('partyBranch', street),
      office,
      communities,
    };
    records.push({ id: id('subdistrictOffice', street), kind: 'subdistrictOffice', values });
  });
  return records;
}
