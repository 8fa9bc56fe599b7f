import { chairSeats, committeeSeats, held, standingSeats, streetSeats } from './event.ts';
import { later, spread, turn, workday, YEAR, type YearSetting } from './setting.ts';
import { makeSuggestions } from './suggestion.ts';

const SPECIAL = { count: 2, suggestions: 33 };
const STANDING = { count: 3, suggestions: 64 };
const COMMITTEE = { count: 6, suggestions: 23 };
const BASE = 46;

/** Consultations of the district, with everything suggested there. */
export function makeConsultations(setting: YearSetting): void {
  makeOfForm(setting, '专题协商会', SPECIAL);
  makeOfForm(setting, '对口协商', COMMITTEE);
  const standing = setting.ledger
    .of('event')
    .filter(({ values }) => values.consultForm === '常委会协商' && String(values.start).startsWith(String(YEAR)));
  if (standing.length !== STANDING.count) throw new Error(`sample year has ${standing.length} standing consultations`);
  divide(STANDING.suggestions, standing.length).forEach((count, index) => {
    const event = standing[index];
    if (event) suggestAt(setting, event.id, String(event.values.start).slice(0, 10), count, 30 + index * 8);
  });
  makeBase(setting);
}

function makeOfForm(
  setting: YearSetting,
  form: string,
  { count, suggestions }: { count: number; suggestions: number },
): void {
  const { ledger, data, id, issues } = setting;
  const done = ledger
    .of('event')
    .filter(({ values }) => values.subtype === form && String(values.start).startsWith(String(YEAR)));
  const all = done.map(({ id: event, values }) => ({ event, day: String(values.start).slice(0, 10) }));
  for (let index = done.length; index < count; index++) {
    const { name } = turn(data.organisation.committees, index);
    const day = spread(index, count, 4, 10);
    const { topic, mainUnit } = turn(issues, index * 9 + 4);
    const seats = [...new Set([...chairSeats(setting, day).slice(0, 3), ...committeeSeats(setting, name, day)])];
    const event = held(setting, {
      key: `${form} ${index}`,
      category: '协商',
      subtype: form,
      title: `${topic}${form === '对口协商' ? '对口协商会' : '专题协商座谈会'}`,
      day,
      place: '区政协机关第二会议室',
      seats,
      speakers: 5,
      more: {
        organizer: id('committee', name),
        coOrganizers: [mainUnit],
        consultLevel: '区级',
        noticeOn: workday(Number(day.slice(5, 7)) - 1, 5),
        materialsOn: workday(Number(day.slice(5, 7)) - 1, 15),
        reportedOn: later(day, 6),
        resultForm: '协商意见',
        parties: [
          { party: '委员', count: seats.length },
          { party: '党政部门', count: 4 },
          { party: '群众代表', count: 6 },
        ],
      },
    });
    all.push({ event, day });
  }
  divide(suggestions, all.length).forEach((many, index) => {
    const at = all[index];
    if (at) suggestAt(setting, at.event, at.day, many, index * 6 + (form === '对口协商' ? 15 : 2));
  });
}

function suggestAt(setting: YearSetting, event: string, day: string, count: number, from: number): void {
  const proposers = standingSeats(setting, day).slice(from % 20, (from % 20) + 6);
  makeSuggestions(setting, {
    source: { field: 'event', type: '协商', id: event },
    day,
    count,
    from,
    proposers: proposers.map((seat) => setting.id('member', seat.key)),
  });
}

/** `total` in `parts` as even as can be, the larger ones first. */
export function divide(total: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, index) => Math.floor(total / parts) + (index < total % parts ? 1 : 0));
}

/** Topics of the four lists, of streets and communities; every topic has its small consultations. */
function makeBase(setting: YearSetting): void {
  const { ledger, data, id } = setting;
  const isBase = (values: Readonly<Record<string, unknown>>) =>
    values.consultLevel === '街道' || values.consultLevel === '社区（村）';
  const done = ledger.events(isBase);
  const streets = data.organisation.subdistricts;
  for (let index = done; index < BASE; index++) {
    // One round a quarter: the streets in order, so that the lights of the quarters differ from street to street.
    const { street, communities } = turn(streets, index);
    const community = turn(communities, Math.floor(index / streets.length));
    const day = spread(index, BASE, 1, 12);
    const issue = turn(setting.issues, BASE_ISSUES[index % BASE_ISSUES.length] ?? index);
    const atStreet = index % 4 === 0;
    const seats = streetSeats(setting, street, day);
    const topic = makeTopic(setting, { street, community, day, issue: issue.topic, mainUnit: issue.mainUnit, index });
    held(setting, {
      key: `base ${index}`,
      category: '协商',
      subtype: atStreet ? '有事好商量' : '微协商',
      title: `${atStreet ? street : community}“有事好商量”：${issue.topic}`,
      day,
      place: atStreet ? `${street}协商议事室` : `${community}协商议事点`,
      seats,
      campaigns: ['有事好商量'],
      more: {
        subdistrictOffice: id('subdistrictOffice', street),
        consultLevel: atStreet ? '街道' : '社区（村）',
        topics: [topic],
        venue: id('venue', street),
        parties: [
          { party: '委员', count: seats.length },
          { party: '群众代表', count: 5 + (index % 8) },
          { party: '党政部门', count: 1 + (index % 3) },
          { party: '街道社区', count: 3 },
        ],
      },
    });
  }
}

/** Fire safety, things piled up in corridors, charging, lifts, and what else small consultations are about. */
const BASE_ISSUES = [21, 0, 1, 22, 4, 2, 3, 7, 46, 48, 51, 23, 35, 41, 5];

interface TopicTold {
  readonly street: string;
  readonly community: string;
  readonly day: string;
  readonly issue: string;
  readonly mainUnit: string;
  readonly index: number;
}

function makeTopic({ ledger, id, seats }: YearSetting, told: TopicTold): string {
  const own = seats.filter((seat) => seat.subdistrict === told.street && !seat.exit).slice(0, 2);
  const month = Number(told.day.slice(5, 7));
  return ledger.add('topic', String(told.index), {
    title: `${told.community}${told.issue}`,
    source: turn(['群众点单', '街道报送', '委员荐题', '党委点题'], told.index),
    raisedBy: '居民代表',
    anonymous: true,
    raisedOn: workday(Math.max(1, month - 1), 3),
    subdistrictOffice: id('subdistrictOffice', told.street),
    community: id('community', `${told.street} ${told.community}`),
    claimedBy: own.map((seat) => id('member', seat.key)),
    units: [id('organisation', told.mainUnit)],
    plannedQuarter: `${YEAR}-Q${Math.ceil(month / 3)}`,
    solvedCount: 1 + (told.index % 5),
    satisfaction: turn(['满意', '满意', '基本满意'], told.index),
    state: told.index % 9 === 8 ? '已评价' : told.index % 5 === 4 ? '归档' : '已办结',
  });
}
