import { complianceOf } from '../../shared/figures/compliance.ts';
import { COMPLIANCE_SETTING, effectiveComplianceRules } from '../../shared/figures/compliance-rules.ts';
import { ruleProblem, ruleSentence } from '../../shared/figures/compliance-words.ts';
import { countCell, type FigurePair } from '../../shared/figures/portrait.ts';
import {
  type Body,
  bodyConsultations,
  bodyFigures,
  bodyFunnel,
  bodyMembers,
  bodyMonths,
  bodyYear,
  lastDayOf,
  membersOfBody,
  pieceOf,
} from '../../shared/figures/portrait-body.ts';
import { streetCoverage } from '../../shared/figures/street-coverage.ts';
import { isQualified, sixMarks } from '../../shared/figures/venue-map.ts';
import { isVenueInUse, kindOf, titleOf } from '../../shared/records/index.ts';
import { listOf, textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { CaseBook } from './portraits-cases.ts';
import { scoreOut, scoresFor } from './portraits-scores.ts';
import { requireRecord } from './records.ts';
import { nameOf } from './work-lines.ts';

export const bodyPortrait = os.portraits.body.handler(({ input: { kind, id, year }, context: { desk } }) => {
  const record = requireRecord(desk, kind, id);
  const body: Body = { kind, id };
  const list = (of: string) => desk.opened.library.list(of);
  const book = new CaseBook(desk);
  const years = [bodyYear(body, year, list, desk.lookup), bodyYear(body, year - 1, list, desk.lookup)] as const;
  const members = membersOfBody(body, list, lastDayOf(year, desk.today));
  const scored = kind === 'subdistrictOffice' ? scoresFor(desk, 'street', year) : undefined;
  const score = scored ? scoreOut(book, scored, id) : undefined;
  const street = kind === 'subdistrictOffice' ? streetParts(desk, book, record, year) : undefined;
  return {
    name: titleOf(record, desk.lookup),
    years: yearsOf(desk),
    people: peopleOf(desk, record),
    standing: [
      book.figure(standingFigure('members', '委员', '名', `${lastDayOf(year, desk.today)} 在任的`, members)),
      ...(street?.standing ?? []),
    ],
    figures: bodyFigures(body, years, list).map((pair) => book.figure(pair)),
    gaps: street?.gaps ?? [],
    months: book.chart(bodyMonths(body, years[0], year)),
    consultations: book.chart(bodyConsultations(years, year)),
    funnel: book.chart(bodyFunnel(years, year, list)),
    members: book.chart(bodyMembers(members, year, list)),
    rules: street?.rules ?? [],
    venues: street?.venues ?? [],
    ...(score ? { score } : {}),
    cases: book.cases,
  };
});

const standingFigure = (
  id: string,
  label: string,
  unit: string,
  rule: string,
  records: readonly StoredRecord[],
): FigurePair => ({
  id,
  label,
  unit,
  rule,
  measure: 'count',
  now: countCell(records.map((record) => pieceOf(record))),
});

/** Who stands for the body, and where it is. */
function peopleOf(desk: Desk, { kind, values }: StoredRecord) {
  const person = (label: string, of: string, id: unknown) => {
    const title = nameOf(desk, of, id);
    return { label, text: title, ...(title ? { link: { kind: of, id: String(id), title } } : {}) };
  };
  if (kind === 'committee') {
    return [
      person('主任', 'member', values.director),
      ...listOf(values, 'deputyDirectors').map((id) => person('副主任', 'member', id)),
      person('功能型党支部', 'partyBranch', values.partyBranch),
    ];
  }
  return [
    person('召集人', 'person', values.convenor),
    person('联络员', 'person', values.liaison),
    person('功能型党支部', 'partyBranch', values.branch),
    { label: '办公场所', text: textOf(values, 'office') },
  ];
}

function streetParts(desk: Desk, book: CaseBook, street: StoredRecord, year: number) {
  const list = (kind: string) => desk.opened.library.list(kind);
  const coverage = streetCoverage(list, year, lastDayOf(year, desk.today)).find((one) => one.street.id === street.id);
  const venues = coverage?.venues ?? [];
  const inUse = venues.filter(({ values }) => isVenueInUse(values));
  const standing = (id: string, label: string, unit: string, rule: string, records: readonly StoredRecord[]) =>
    book.figure(standingFigure(id, label, unit, rule, records));
  return {
    standing: [
      standing('communities', '社区（村）', '个', '登记在本街道的社区（村）', coverage?.communities ?? []),
      standing('covered', '有议事室的社区', '个', '有自己在用协商议事室（点）的社区（村）', coverage?.covered ?? []),
      standing('venues', '在用阵地', '个', '状态是已建或改造中的', inUse),
      standing('qualified', '达标阵地', '个', '在用，“六有”每一项最近一次核验都达标', coverage?.qualified ?? []),
    ],
    gaps: [...(coverage?.gaps ?? [])],
    rules: lightsOf(desk, book, street.id, year),
    venues: venues.map((venue) => ({
      id: venue.id,
      title: titleOf(venue, desk.lookup),
      level: textOf(venue.values, 'level'),
      state: textOf(venue.values, 'state'),
      qualified: isQualified(venue.values),
      marks: sixMarks(venue.values).map(({ item, state, checkedOn, note }) => ({ item, state, checkedOn, note })),
    })),
  };
}

/** The lights of one street: rules that cannot be counted are left to the page where they are edited. */
function lightsOf(desk: Desk, book: CaseBook, street: string, year: number) {
  const list = (kind: string) => desk.opened.library.list(kind);
  return effectiveComplianceRules(desk.opened.library.setting(COMPLIANCE_SETTING)).flatMap((rule) => {
    const kind = kindOf(rule.measure.kind);
    if (!kind || ruleProblem(rule)) return [];
    const asked = { kind, list, lookup: desk.lookup, year, today: desk.today };
    const cells = complianceOf(rule, [street], asked).get(street) ?? [];
    return [
      {
        id: rule.id,
        label: rule.label,
        sentence: ruleSentence(rule),
        unit: kind.unit,
        cells: cells.map(({ part, light, missing, records }) => ({
          part: part.id,
          label: part.label,
          light,
          missing,
          keys: book.keysOf(records.map((record) => pieceOf(record, rule.measure.dayField))),
        })),
      },
    ];
  });
}

/** Years in which events are on record, with this year, newest first. */
function yearsOf(desk: Desk): number[] {
  const years = new Set<number>([Number(desk.today.slice(0, 4))]);
  for (const { values } of desk.opened.library.list('event')) {
    const year = Number(textOf(values, 'start').slice(0, 4));
    if (year) years.add(year);
  }
  return [...years].sort((a, b) => b - a);
}
