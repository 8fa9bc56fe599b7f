import { servedOn } from '../../shared/figures/expected.ts';
import { attendanceOf, countDeeds, gapsOf, memberRecord, type Span } from '../../shared/figures/member-record.ts';
import { titleOf } from '../../shared/records/index.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import { compareNames } from '../../shared/text/index.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { requireRecord } from './records.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function titled(desk: Desk, kind: string, id: unknown): string {
  const record = typeof id === 'string' ? desk.lookup(kind, id) : undefined;
  return record ? titleOf(record, desk.lookup) : '';
}

function appointmentOf(desk: Desk, { id, values }: StoredRecord) {
  return {
    id,
    term: titled(desk, 'term', values.term),
    sector: titled(desk, 'sector', values.sector),
    committee: titled(desk, 'committee', values.committee),
    subdistrict: titled(desk, 'subdistrictOffice', values.subdistrictOffice),
    roles: Array.isArray(values.roles) ? values.roles.map(String) : [],
    from: text(values.appointedOn),
    until: text(values.exitOn),
    status: text(values.status),
  };
}

/** Of the four quarters. */
const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];

/** Newest first. */
const descending = (a: number, b: number): number => b - a;

const profile = os.workMembers.profile.handler(({ input, context: { desk } }) => {
  const member = requireRecord(desk, 'member', input.id);
  const { library } = desk.opened;
  const list = (kind: string) => library.list(kind);
  const all = memberRecord(member.id, list);
  const years = new Set(all.flatMap(({ deeds }) => deeds.flatMap(({ on }) => (on ? [Number(on.slice(0, 4))] : []))));
  const span: Span | undefined = input.year === undefined ? undefined : { year: input.year, quarter: input.quarter };
  const sections = span === undefined ? all : memberRecord(member.id, list, span);
  const appointments = list('member')
    .filter(({ values }) => values.person === member.values.person)
    .sort((a, b) => text(b.values.appointedOn).localeCompare(text(a.values.appointedOn)))
    .map((record) => appointmentOf(desk, record));
  return {
    appointments,
    years: [...years].sort(descending),
    sections: sections.map((section) => ({
      ...section,
      deeds: section.deeds.map((deed) => ({ ...deed, title: titled(desk, deed.kind, deed.id) })),
    })),
    gaps: input.year === undefined ? [] : gapsOf(sections),
  };
});

const overview = os.workMembers.overview.handler(({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const list = (kind: string) => library.list(kind);
  const span: Span = { year: input.year, quarter: input.quarter };
  const counts = countDeeds(list, span);
  const attendance = attendanceOf(list, span);
  // Members who served at the end of the year or quarter, or today when it still runs.
  const lastDay = `${input.year}-${LAST_DAYS[(input.quarter ?? LAST_DAYS.length) - 1] ?? ''}`;
  const day = lastDay < desk.today ? lastDay : desk.today;
  const members = list('member')
    .filter((member) => servedOn(member, day))
    .map((member) => ({
      id: member.id,
      name: titleOf(member, desk.lookup),
      sector: titled(desk, 'sector', member.values.sector),
      committee: titled(desk, 'committee', member.values.committee),
      subdistrict: titled(desk, 'subdistrictOffice', member.values.subdistrictOffice),
      isStanding: member.values.isStanding === true,
      counts: counts.get(member.id) ?? {},
      attendance: attendance.get(member.id) ?? { expected: 0, present: 0 },
    }))
    .sort((a, b) => compareNames(a.name, b.name, 'surname'));
  const columns = memberRecord('', list).map(({ id, label, unit, rule }) => ({ id, label, unit, rule }));
  return { years: yearsOf(desk), columns, members };
});

/** Years in which events are on record, newest first. */
function yearsOf(desk: Desk): number[] {
  const years = new Set<number>([Number(desk.today.slice(0, 4))]);
  for (const { values } of desk.opened.library.list('event')) {
    const year = Number(text(values.start).slice(0, 4));
    if (year) years.add(year);
  }
  return [...years].sort(descending);
}

export const workMembers = { profile, overview };
