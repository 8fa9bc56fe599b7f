import { pointingAt } from '../records/counting.ts';
import type { List } from '../records/kind.ts';
import { listOf, rowsOf, textOf } from '../records/read-value.ts';
import type { StoredRecord, Values } from '../records/record.ts';
import { isVenueInUse, SIX_HAS } from '../records/venue-standard.ts';

/** One of the six marks of a venue, by the latest look at it. */
export interface SixMark {
  readonly item: string;
  readonly state: 'passed' | 'failed' | 'unchecked';
  readonly checkedOn: string;
  readonly note: string;
  readonly hasEvidence: boolean;
}

/** The latest row of each item counts; a row without a date is older than any with one (as passedItems has it). */
export function sixMarks(venue: Values): SixMark[] {
  return SIX_HAS.map((item) => {
    let latest: Values | undefined;
    for (const row of rowsOf(venue, 'checks')) {
      if (textOf(row, 'item') !== item) continue;
      if (!latest || textOf(latest, 'checkedOn') <= textOf(row, 'checkedOn')) latest = row;
    }
    return {
      item,
      state: latest ? (latest.passed === true ? 'passed' : 'failed') : 'unchecked',
      checkedOn: latest ? textOf(latest, 'checkedOn') : '',
      note: latest ? textOf(latest, 'note') : '',
      hasEvidence: Array.isArray(latest?.evidence) && latest.evidence.length > 0,
    };
  });
}

/** 达标阵地: in use, and each of the six stands at its latest look (缺任何一项不计入). */
export const isQualified = (venue: Values): boolean =>
  isVenueInUse(venue) && sixMarks(venue).every(({ state }) => state === 'passed');

/** Whether a venue was improved in the year: by its latest day, or by any entry of its history. */
export const upgradedIn = (venue: Values, year: number): boolean =>
  [textOf(venue, 'upgradedOn'), ...rowsOf(venue, 'upgrades').map((row) => textOf(row, 'on'))].some((day) =>
    day.startsWith(String(year)),
  );

/** 协商议事室 in use. */
export const isRoom = ({ values }: StoredRecord): boolean =>
  isVenueInUse(values) && textOf(values, 'venueKind') === '协商议事室';

export interface StreetTile {
  readonly street: StoredRecord;
  /** All its venues, those in use or not, by level. */
  readonly venues: readonly StoredRecord[];
  /** 协商议事室 of the street itself (14). */
  readonly rooms: readonly StoredRecord[];
  readonly communities: readonly StoredRecord[];
  /** Communities with a 协商议事室 of their own in use (N). */
  readonly covered: readonly StoredRecord[];
  readonly uncovered: readonly StoredRecord[];
  readonly qualified: readonly StoredRecord[];
  readonly upgraded: readonly StoredRecord[];
}

const LEVELS = ['区级', '街道', '社区（村）', '企业', '园区'];
const byLevel = (a: StoredRecord, b: StoredRecord): number =>
  LEVELS.indexOf(textOf(a.values, 'level')) - LEVELS.indexOf(textOf(b.values, 'level'));
const byOrder = (a: StoredRecord, b: StoredRecord): number =>
  Number(a.values.order ?? 9999) - Number(b.values.order ?? 9999);

/** Venues by street: 1 (district) stands apart, 14 and N under their streets. */
export function streetTiles(list: List, year: number): StreetTile[] {
  const all = list('venue');
  return [...list('subdistrictOffice')].sort(byOrder).map((street) => {
    const venues = pointingAt(all, 'subdistrictOffice', street.id)
      .filter(({ values }) => values.level !== '区级')
      .toSorted(byLevel);
    const communities = [...pointingAt(list('community'), 'subdistrictOffice', street.id)].sort(byOrder);
    const isCovered = ({ id }: StoredRecord) => pointingAt(all, 'community', id).some(isRoom);
    return {
      street,
      venues,
      rooms: venues.filter((venue) => venue.values.level === '街道' && isRoom(venue)),
      communities,
      covered: communities.filter(isCovered),
      uncovered: communities.filter((one) => !isCovered(one)),
      qualified: venues.filter(({ values }) => isQualified(values)),
      upgraded: venues.filter(({ values }) => upgradedIn(values, year)),
    };
  });
}

/** A day on duty at a venue. `on` is 'YYYY-MM-DD' or '' for one that comes round by itself (weekday says when). */
export interface Duty {
  readonly venue: StoredRecord;
  readonly on: string;
  readonly weekday: string;
  readonly members: readonly string[];
  readonly leader: string;
  readonly note: string;
}

/** Duties from one day to another, by day; then those without a day, of venues in use. */
export function dutiesBetween(list: List, from: string, to: string): Duty[] {
  const found = list('venue')
    .filter(({ values }) => isVenueInUse(values))
    .flatMap((venue) =>
      rowsOf(venue.values, 'duties').map((row) => ({
        venue,
        on: textOf(row, 'on'),
        weekday: textOf(row, 'weekday'),
        members: listOf(row, 'members'),
        leader: textOf(row, 'leader'),
        note: textOf(row, 'note'),
      })),
    )
    .filter(({ on, weekday }) => (on ? from <= on && on <= to : weekday !== ''));
  return found.sort((a, b) => (a.on || '9999').localeCompare(b.on || '9999'));
}
