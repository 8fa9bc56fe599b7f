import { pointingAt } from '../records/counting.ts';
import type { List } from '../records/kind.ts';
import { listOf, textOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import { servedOn } from './expected.ts';
import { isHeld } from './held.ts';
import { type StreetTile, streetTiles } from './venue-map.ts';

/** What a street has of what it should have: people, place, branch, members, rooms. */
export interface StreetCoverage extends StreetTile {
  readonly branches: readonly StoredRecord[];
  readonly branchEvents: readonly StoredRecord[];
  readonly members: readonly StoredRecord[];
  /** What is missing, in words: 没有召集人. */
  readonly gaps: readonly string[];
}

const isActive = ({ values }: StoredRecord): boolean => values.active !== false;

/** Streets in their order with what they have on `day` ('YYYY-MM-DD') and what their branches did in `year`. */
export function streetCoverage(list: List, year: number, day: string): StreetCoverage[] {
  const serving = list('member').filter((member) => servedOn(member, day));
  return streetTiles(list, year).map((tile) => {
    const { street } = tile;
    const branches = branchesOf(list, street);
    const members = serving.filter(({ values }) => values.subdistrictOffice === street.id);
    return {
      ...tile,
      branches,
      branchEvents: branches.flatMap((branch) => branchEvents(list, branch, year)),
      members,
      gaps: [
        ...(street.values.convenor ? [] : ['没有召集人']),
        ...(street.values.liaison ? [] : ['没有联络员']),
        ...(textOf(street.values, 'office') ? [] : ['没有办公场所']),
        ...(branches.length > 0 ? [] : ['没有功能型党支部']),
        ...(members.length > 0 ? [] : ['没有编入委员']),
        ...(tile.rooms.length > 0 ? [] : ['没有在用的协商议事室']),
        ...(tile.communities.length > 0 ? [] : ['没有登记社区（村）']),
      ],
    };
  });
}

/** Active branches based on the street, or named by it. */
function branchesOf(list: List, street: StoredRecord): StoredRecord[] {
  const all = list('partyBranch');
  const named = textOf(street.values, 'branch');
  return all.filter(
    (branch) =>
      isActive(branch) &&
      (branch.id === named || (branch.values.base === '街道' && branch.values.subdistrictOffice === street.id)),
  );
}

/** What a branch did in a year. */
export const branchEvents = (list: List, branch: StoredRecord, year: number): StoredRecord[] =>
  pointingAt(list('event'), 'partyBranch', branch.id).filter(
    (event) => isHeld(event) && textOf(event.values, 'start').startsWith(String(year)),
  );

export interface Membership {
  readonly serving: readonly StoredRecord[];
  /** Serving members of no committee (全员入委). */
  readonly withoutCommittee: readonly StoredRecord[];
  /** Serving members of no street. */
  readonly withoutStreet: readonly StoredRecord[];
}

export function membershipGaps(list: List, day: string): Membership {
  const serving = list('member').filter((member) => servedOn(member, day));
  return {
    serving,
    withoutCommittee: serving.filter(({ values }) => !values.committee && !values.committee2),
    withoutStreet: serving.filter(({ values }) => !values.subdistrictOffice),
  };
}

export interface Pairing {
  readonly member: StoredRecord;
  /** 党外委员 this party member keeps in touch with. */
  readonly with: readonly StoredRecord[];
}

/** 党员委员联系党外委员, as recorded with the serving members on `day`. */
export function pairings(list: List, day: string): Pairing[] {
  const all = list('member');
  const byId = new Map(all.map((member) => [member.id, member]));
  return all
    .filter((member) => servedOn(member, day))
    .flatMap((member) => {
      const others = listOf(member.values, 'pairedWith').flatMap((id) => byId.get(id) ?? []);
      return others.length > 0 ? [{ member, with: others }] : [];
    });
}
