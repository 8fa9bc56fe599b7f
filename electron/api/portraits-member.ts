import { servedOn } from '../../shared/figures/expected.ts';
import { countDeeds, gapsOf } from '../../shared/figures/member-record.ts';
import { lastDayOf } from '../../shared/figures/portrait-body.ts';
import {
  type MemberYear,
  memberCounts,
  memberFields,
  memberMonths,
  memberQuality,
  memberYear,
} from '../../shared/figures/portrait-member.ts';
import {
  radarOfCounts,
  radarOfScores,
  radarSections,
  type Standing,
  standingOf,
  workTotal,
} from '../../shared/figures/portrait-peers.ts';
import { titleOf } from '../../shared/records/index.ts';
import { listOf, rowsOf, textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { CaseBook } from './portraits-cases.ts';
import { type Scored, scoreOut, scoresFor } from './portraits-scores.ts';
import { requireRecord } from './records.ts';
import { nameOf } from './work-lines.ts';

export const memberPortrait = os.portraits.member.handler(({ input: { id, year }, context: { desk } }) => {
  const member = requireRecord(desk, 'member', id);
  const list = (kind: string) => desk.opened.library.list(kind);
  const book = new CaseBook(desk);
  const years = memberYear(id, year, list);
  const counts = memberCounts(years);
  const serving = servingWith(member, list('member'), lastDayOf(year, desk.today));
  const scored = scoresFor(desk, 'member', year);
  // A scheme may leave somebody out (不参加计分): then the ledgers are looked at.
  const byScore = scored?.engine.result(id) ? scored : undefined;
  const deeds = countDeeds(list, { year });
  const peers = serving.filter(({ values }) => values.sector === member.values.sector);
  const peersLabel = nameOf(desk, 'sector', member.values.sector) || '没有填界别的';
  const radar =
    byScore && radarSections(byScore.scheme).length > 0
      ? radarOfScores(byScore.scheme, (one) => byScore.engine.result(one), id, peers, peersLabel)
      : radarOfCounts(counts, peers, peersLabel, deeds);
  const totalOf = byScore
    ? (one: string) => byScore.engine.result(one)?.total
    : (one: string) => workTotal(deeds.get(one));
  // By points all who are scored in the year, as the ranking has it: two pages must not name two numbers of members.
  const ranked = byScore
    ? byScore.engine.subjects().flatMap((subject) => desk.lookup('member', subject) ?? [])
    : serving;
  const score = byScore ? scoreOut(book, byScore, id) : undefined;
  return {
    ...headOf(desk, member),
    years: yearsOf(desk, years),
    counts: counts.map((pair) => book.figure(pair)),
    quality: memberQuality(id, years, year, { list, lookup: desk.lookup }).map((pair) => book.figure(pair)),
    radar: book.chart(radar),
    months: book.chart(memberMonths(years, year)),
    fields: book.chart(memberFields(years, desk.lookup)),
    gaps: gapsOf(years.sections).map((gap) => `${year} 年${gap}`),
    ...(score ? { score } : {}),
    rankedBy: rankWords(byScore),
    standings: standingsOf(desk, member, ranked, totalOf, byScore ? '分' : '次（件）').map((one) => ({
      id: one.id,
      label: one.label,
      place: book.cell(one.place, 'count'),
      all: book.cell(one.all, 'count'),
    })),
    cases: book.cases,
  };
});

/** Members of the same term on that day, the member among them even when the appointment has ended. */
const servingWith = (member: StoredRecord, all: readonly StoredRecord[], day: string): StoredRecord[] =>
  all.filter((one) => one.id === member.id || (one.values.term === member.values.term && servedOn(one, day)));

const rankWords = (scored: Scored | undefined): string =>
  scored
    ? `按“${scored.scheme.label}”的得分排，不参加计分的不排；同分同名次`
    : '按当年参加的会议活动与提交的提案、社情民意等的条数排；一样多的同名次';

function standingsOf(
  desk: Desk,
  member: StoredRecord,
  among: readonly StoredRecord[],
  totalOf: (id: string) => number | undefined,
  unit: string,
): Standing[] {
  const { sector, subdistrictOffice } = member.values;
  const same = (field: string) => among.filter(({ values }) => values[field] === member.values[field]);
  return [
    standingOf('all', '全体委员', member, among, totalOf, unit),
    ...(sector ? [standingOf('sector', nameOf(desk, 'sector', sector), member, same('sector'), totalOf, unit)] : []),
    ...(subdistrictOffice
      ? [
          standingOf(
            'street',
            nameOf(desk, 'subdistrictOffice', subdistrictOffice),
            member,
            same('subdistrictOffice'),
            totalOf,
            unit,
          ),
        ]
      : []),
  ].filter((one) => one !== undefined);
}

function headOf(desk: Desk, member: StoredRecord) {
  const { values } = member;
  const person = desk.lookup('person', textOf(values, 'person'))?.values ?? {};
  const link = (kind: string, field: string) => {
    const id = textOf(values, field);
    const title = nameOf(desk, kind, id);
    return title ? { kind, id, title } : undefined;
  };
  const [photo] = rowsOf(person, 'photo');
  const sha256 = textOf(photo ?? {}, 'sha256');
  const sector = link('sector', 'sector');
  const committee = link('committee', 'committee');
  const street = link('subdistrictOffice', 'subdistrictOffice');
  const duties = [
    ...listOf(values, 'roles'),
    textOf(values, 'committeeDuty') && committee ? `${committee.title}${textOf(values, 'committeeDuty')}` : '',
    textOf(values, 'sectorDuty') ? `界别${textOf(values, 'sectorDuty')}` : '',
    textOf(values, 'subdistrictDuty') && street ? `${street.title}${textOf(values, 'subdistrictDuty')}` : '',
  ];
  return {
    name: titleOf(member, desk.lookup),
    ...(sector ? { sector } : {}),
    ...(committee ? { committee } : {}),
    ...(street ? { street } : {}),
    duties: [...new Set(duties.filter(Boolean))],
    post: `${textOf(person, 'org')}${textOf(person, 'orgDuty')}`,
    term: nameOf(desk, 'term', values.term),
    status: textOf(values, 'status'),
    ...(sha256 ? { photo: { sha256, name: textOf(photo ?? {}, 'name') } } : {}),
  };
}

/** Years in which anything of the member is on record, with this year, newest first. */
function yearsOf(desk: Desk, { all }: MemberYear): number[] {
  const years = new Set<number>([Number(desk.today.slice(0, 4))]);
  for (const { deeds } of all) for (const { on } of deeds) if (on) years.add(Number(on.slice(0, 4)));
  return [...years].sort((a, b) => b - a);
}
