import { AntouError } from '../../shared/api/errors.ts';
import { titleOf } from '../../shared/records/index.ts';
import { textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { ScoreEngine } from '../../shared/scoring/engine.ts';
import { SCHEMES_SETTING, type Scheme, SUBJECT_KINDS } from '../../shared/scoring/scheme.ts';
import { schemeFor } from '../../shared/scoring/schemes/index.ts';
import type { SubjectResult } from '../../shared/scoring/score-result.ts';
import type { Desk } from './desk.ts';
import { type EvidenceItem, evidenceOf, titled } from './evidence.ts';

/** Which result is asked for; without a version the one in force for the year. */
export interface Which {
  readonly scheme: string;
  readonly year: number;
  readonly version?: number | undefined;
}

/** @throws AntouError notFound when there is no such scheme, or none in force that year */
export function requireScheme(desk: Desk, { scheme: id, year, version }: Which): Scheme {
  const { schemes } = desk.opened.counting;
  const versions = schemes.filter((scheme) => scheme.id === id);
  const [any] = versions;
  if (!any) throw new AntouError('notFound', `没有“${id}”这个计分方案。请在“履职计分”里另选一个。`);
  if (version !== undefined) {
    const found = versions.find((scheme) => scheme.version === version);
    if (!found) throw new AntouError('notFound', `“${any.label}”没有第 ${version} 版。请另选一版。`);
    return found;
  }
  const found = schemeFor(schemes, id, year) ?? newest(versions);
  if (!found) throw new AntouError('notFound', `没有“${id}”这个计分方案。请在“履职计分”里另选一个。`);
  return found;
}

/** Of a scheme that was never put in force its newest version: so it can be looked at before it is adopted. */
const newest = (versions: readonly Scheme[]): Scheme | undefined =>
  [...versions].sort((a, b) => b.version - a.version)[0];

/** The engine kept up to date where the version is the one in force, otherwise one made for the question. */
export function engineFor(desk: Desk, which: Which): { scheme: Scheme; engine: ScoreEngine } {
  const { counting } = desk.opened;
  const scheme = requireScheme(desk, which);
  const kept = schemeFor(counting.schemes, scheme.id, which.year);
  const engine =
    kept?.version === scheme.version ? counting.scores(scheme.id, which.year) : counting.scoresOf(scheme, which.year);
  return { scheme, engine: engine ?? counting.scoresOf(scheme, which.year) };
}

export const subjectKind = ({ audience }: Scheme): string => SUBJECT_KINDS[audience];

/** Who is scored, as lists name and group them. */
export interface SubjectFacts {
  readonly title: string;
  readonly sector: string;
  readonly street: string;
  readonly sectorId: string;
  readonly streetId: string;
  readonly isStanding: boolean;
}

export const NOBODY: SubjectFacts = {
  ...{ title: '（已不存在）', sector: '', street: '', sectorId: '', streetId: '' },
  isStanding: false,
};

export function factsOf(desk: Desk, record: StoredRecord | undefined): SubjectFacts {
  if (!record) return NOBODY;
  const { values } = record;
  const sectorId = record.kind === 'member' ? textOf(values, 'sector') : '';
  const streetId = record.kind === 'member' ? textOf(values, 'subdistrictOffice') : '';
  return {
    title: titleOf(record, desk.lookup),
    sector: titled(desk, 'sector', sectorId),
    street: titled(desk, 'subdistrictOffice', streetId),
    sectorId,
    streetId,
    isStanding: values.isStanding === true,
  };
}

/** Sources of an entry or a veto, as pages list them; what is gone meanwhile says so. */
export function sourceItems(desk: Desk, sources: readonly { readonly kind: string; readonly id: string }[]) {
  return sources.map(({ kind, id }): EvidenceItem => {
    const record = desk.lookup(kind, id);
    return record ? evidenceOf(desk, record) : { kind, id, title: '（已不存在）' };
  });
}

/** @throws AntouError notFound when the scheme does not score this subject in the year */
export function requireResult(engine: ScoreEngine, scheme: Scheme, subject: string, desk: Desk): SubjectResult {
  const result = engine.result(subject);
  if (result) return result;
  const record = desk.lookup(subjectKind(scheme), subject);
  const who = record ? `“${titleOf(record, desk.lookup)}”` : '这个对象';
  throw new AntouError('notFound', `${who}这一年不在“${scheme.label}”的计分范围内。请换一年，或另选方案。`);
}

/**
 * Code and name of what a line belongs to: an item, the points at the start, or a line that balances a section or the
 * whole. The first of the schemes that knows it.
 */
export function itemWords(schemes: readonly Scheme[], code: string): { item: string; label: string } {
  const item = schemes.flatMap(({ items }) => items).find((one) => one.code === code);
  if (item) return { item: code, label: item.label };
  const veto = schemes.flatMap(({ vetoes }) => vetoes).find(({ id }) => id === code);
  if (veto) return { item: code, label: veto.label };
  if (code === 'base') return { item: '', label: '起评分' };
  const [, started] = /^start\/(.+)$/u.exec(code) ?? [];
  const section = schemes.flatMap(({ sections }) => sections).find(({ id }) => id === (started ?? code));
  return { item: '', label: `${section?.label ?? '总分'}${started === undefined ? '上下限调整' : '起始分'}` };
}

/** What the office has changed or added: whole versions. */
export function ownSchemes(desk: Desk): readonly Scheme[] {
  const stored = desk.opened.library.setting<unknown>(SCHEMES_SETTING);
  return Array.isArray(stored) ? (stored as readonly Scheme[]) : [];
}

/** Years in which anything could be scored, newest first. */
export function scoredYears(desk: Desk): number[] {
  const years = new Set<number>([Number(desk.today.slice(0, 4))]);
  for (const { values } of desk.opened.library.list('event')) {
    const year = Number(textOf(values, 'start').slice(0, 4));
    if (year) years.add(year);
  }
  return [...years].sort((a, b) => b - a);
}
