import { isHeld } from '../../shared/figures/held.ts';
import {
  type Duty,
  dutiesBetween,
  isQualified,
  sixMarks,
  streetTiles,
  upgradedIn,
} from '../../shared/figures/venue-map.ts';
import { pointingAt } from '../../shared/records/counting.ts';
import { isVenueInUse, titleOf } from '../../shared/records/index.ts';
import { textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import { dayNumber, isoFromDayNumber } from '../../shared/text/calendar.ts';
import { venueDeadlines } from '../../shared/workflow/ledger-deadlines.ts';
import type { Desk } from './desk.ts';
import { evidenceList, evidenceOf, figureOf, titled } from './evidence.ts';
import { os } from './implementer.ts';
import { workWorld } from './work-world.ts';

/** How far the roster looks ahead. */
const ROSTER_DAYS = 42;

const map = os.workVenues.map.handler(({ input: { year }, context: { desk } }) => {
  const { library } = desk.opened;
  const list = (kind: string) => library.list(kind);
  const shown = shownBy(desk, year);
  const tiles = streetTiles(list, year);
  const inTiles = new Set(tiles.flatMap(({ venues }) => venues.map(({ id }) => id)));
  const until = isoFromDayNumber((dayNumber(desk.today) ?? 0) + ROSTER_DAYS);
  return {
    figures: figuresOf(desk, tiles, year),
    district: list('venue')
      .filter(({ id }) => !inTiles.has(id))
      .map(shown),
    streets: tiles.map((tile) => ({
      id: tile.street.id,
      title: titleOf(tile.street, desk.lookup),
      venues: tile.venues.map(shown),
      rooms: evidenceList(desk, tile.rooms),
      communities: evidenceList(desk, tile.communities),
      covered: evidenceList(desk, tile.covered),
      uncovered: evidenceList(desk, tile.uncovered),
    })),
    duties: dutiesBetween(list, desk.today, until).map((duty) => shownDuty(desk, duty)),
    dutiesUntil: until,
  };
});

/** Makes the shape of one venue; periods and holidays are read once for all. */
function shownBy(desk: Desk, year: number) {
  const { library } = desk.opened;
  const context = workWorld(desk, { lookup: desk.lookup, list: (kind) => library.list(kind) });
  const today = dayNumber(desk.today) ?? 0;
  return (venue: StoredRecord) => {
    const { values } = venue;
    const due = venueDeadlines(venue, context)[0]?.due;
    return {
      id: venue.id,
      rev: venue.rev,
      title: titleOf(venue, desk.lookup),
      level: textOf(values, 'level'),
      venueKind: textOf(values, 'venueKind'),
      state: textOf(values, 'state'),
      inUse: isVenueInUse(values),
      community: titled(desk, 'community', values.community),
      upgraded: upgradedIn(values, year),
      marks: sixMarks(values),
      qualified: isQualified(values),
      ...(due ? { recheckDue: due, recheckDays: (dayNumber(due) ?? today) - today } : {}),
      consultations: evidenceList(
        desk,
        pointingAt(library.list('event'), 'venue', venue.id).filter(
          (event) => isHeld(event) && textOf(event.values, 'start').startsWith(String(year)),
        ),
      ),
    };
  };
}

function figuresOf(desk: Desk, tiles: ReturnType<typeof streetTiles>, year: number) {
  const venues = desk.opened.library.list('venue');
  const inUse = venues.filter(({ values }) => isVenueInUse(values));
  const items = (records: readonly StoredRecord[]) => evidenceList(desk, records);
  const covered = tiles.filter(({ rooms }) => rooms.length > 0);
  const all = tiles.flatMap(({ communities }) => communities);
  const some = tiles.flatMap((tile) => tile.covered);
  const streetRooms = tiles.flatMap(({ rooms }) => rooms);
  return [
    figureOf('inUse', '在用阵地', '个', '状态是已建或改造中的阵地', items(inUse)),
    {
      ...figureOf(
        'rooms',
        '街道议事室覆盖',
        '个街道',
        '有街道一级在用协商议事室的街道，比登记的街道政协工委',
        items(covered.map(({ street }) => street)),
      ),
      of: tiles.length,
    },
    {
      ...figureOf(
        'communities',
        '社区（村）覆盖',
        '个',
        '有自己在用协商议事室（点）的社区（村），比登记的社区（村）',
        items(some),
      ),
      of: all.length,
    },
    figureOf(
      'upgraded',
      '当年改造提升',
      '个',
      `最近改造提升或历次改造提升的日期在 ${year} 年的阵地`,
      items(venues.filter(({ values }) => upgradedIn(values, year))),
    ),
    figureOf(
      'upgradedRooms',
      '其中街道议事室',
      '个',
      '当年改造提升的阵地里，街道一级的协商议事室',
      items(streetRooms.filter(({ values }) => upgradedIn(values, year))),
    ),
    figureOf(
      'qualified',
      '达标阵地',
      '个',
      '在用，“六有”每一项最近一次核验都达标；缺一项不算',
      items(venues.filter(({ values }) => isQualified(values))),
    ),
  ];
}

const shownDuty = (desk: Desk, { venue, on, weekday, members, leader, note }: Duty) => ({
  venue: evidenceOf(desk, venue),
  street: titled(desk, 'subdistrictOffice', venue.values.subdistrictOffice),
  on,
  weekday,
  members: members.flatMap((id) => {
    const member = desk.lookup('member', id);
    return member ? [evidenceOf(desk, member)] : [];
  }),
  leader,
  note,
});

export const workVenues = { map };
