import { attendanceRows } from './attendance.ts';
import { callOf } from './attendees.ts';
import { Chance } from './chance.ts';
import { dayOf, timeOf } from './days.ts';
import { markdownBody } from './markdown-body.ts';
import type { MakeId } from './people.ts';
import { isChair, type RollData, type Seat } from './roll.ts';
import type { MeetingData } from './shapes.ts';
import { type NewRecord, said } from './sheet.ts';
import { cells, type SourceText } from './sources.ts';

export interface MeetingSetting {
  readonly data: RollData;
  readonly seats: readonly Seat[];
  readonly id: MakeId;
  readonly now: Date;
  readonly seed: number;
}

const MANDATORY: readonly string[] = ['全体会议', '常委会会议', '专题议政性常委会', '主席会议', '党组会议'];
/** From this day on events belong to the third session; before it to the second. */
const THIRD_SESSION = '2024-02-20';

/** Where consultations of a form are held, unless a text says otherwise. */
const LEVEL_OF_FORM: Readonly<Record<string, string>> = { 有事好商量: '街道', 微协商: '社区（村）' };

/** The events of the year, and a few around today. The number before a file's name is the key of its event. */
export function meetingRecords(texts: readonly SourceText<MeetingData>[], setting: MeetingSetting): NewRecord[] {
  const chance = new Chance(setting.seed, 'zeal');
  const zeal = new Map(setting.seats.map((seat) => [seat, isChair(seat) ? 0.97 : 0.8 + 0.19 * chance.next()] as const));
  return texts.map((text) => meetingRecord(text, setting, zeal));
}

function meetingRecord(
  { name, front, text }: SourceText<MeetingData>,
  { data, seats, id, now, seed }: MeetingSetting,
  zeal: ReadonlyMap<Seat, number>,
): NewRecord {
  const key = /^\d+/.exec(name)?.[0] ?? name;
  const chance = new Chance(seed, `meeting ${key}`);
  const start = timeOf(front.start, now);
  const day = start.slice(0, 10);
  const halfDays = front.halfDays ?? 1;
  const ahead = front.status === '拟办' || front.status === '已通知';
  const call = callOf(front, day, seats, data.organisation, chance);
  const attendance = attendanceRows({
    meeting: front,
    call,
    halfDays,
    ahead,
    zeal,
    leave: data.workplaces.leave,
    id,
    chance,
  });
  const minutes = markdownBody(text);
  const values = said({
    category: front.category,
    subtype: front.subtype,
    title: front.title,
    serial: front.serial,
    term: id('term', '10'),
    session: sessionOf(front, day, id),
    start,
    end: front.end && timeOf(front.end, now),
    halfDays,
    place: front.place,
    mode: '线下',
    ...organisers(front, data, id),
    ...chairOf(front, seats, id),
    leaders: front.leaders,
    mandatory: front.mandatory ?? (MANDATORY.includes(front.subtype) ? '必须参加' : undefined),
    signupDeadline: front.signupDeadline && timeOf(front.signupDeadline, now),
    firstTopic: front.firstTopic,
    studyCount: front.studyCount,
    consultForm: front.consultForm,
    consultLevel: front.consultLevel ?? LEVEL_OF_FORM[front.subtype],
    subdistrictOffices: front.streets?.map((street) => id('subdistrictOffice', street)),
    lecturer: front.lecturer,
    lectureTitle: front.lectureTitle,
    agendaItems: front.agenda?.map(agendaItem),
    attendance,
    counts: front.counts?.map(([label, count]) => ({ label, count })),
    resolutions: front.resolutions?.map((line) => resolution(line, now)),
    minutesNumber: front.minutesNumber,
    minutes: minutes.blocks.length > 0 ? minutes : undefined,
    tags: front.campaigns,
    outcome: front.outcome,
    status: front.status ?? (/^[+-]/.test(front.start) ? '已结束' : '已归档'),
  });
  return { id: id('event', key), kind: 'event', values };
}

function sessionOf(front: MeetingData, day: string, id: MakeId): string | undefined {
  if (front.session !== undefined) return id('session', String(front.session));
  if (!day.startsWith('2024')) return undefined;
  return id('session', day >= THIRD_SESSION ? '3' : '2');
}

function organisers(front: MeetingData, { organisation }: RollData, id: MakeId): Record<string, string> {
  if (organisation.committees.some(({ name }) => name === front.organizer)) {
    return { organizer: id('committee', front.organizer) };
  }
  const street = organisation.subdistricts.find((subdistrict) => `${subdistrict.street}政协工委` === front.organizer);
  return street ? { subdistrictOffice: id('subdistrictOffice', street.street) } : { organizerText: front.organizer };
}

function chairOf({ chair }: MeetingData, seats: readonly Seat[], id: MakeId): Record<string, string> {
  if (chair === undefined) return {};
  const seat = seats.find((one) => one.who.name === chair);
  return seat ? { chair: id('member', seat.key) } : { chairText: chair };
}

function agendaItem(line: string): Record<string, unknown> {
  const [title, reporter, conclusion] = cells(line);
  return said({ title, reporter, conclusion });
}

function resolution(line: string, now: Date): Record<string, unknown> {
  const [text, department, due, state, progress] = cells(line);
  return said({ text, department, due: due && dayOf(due, now), state, progress });
}
