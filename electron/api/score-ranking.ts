import type { z } from 'zod';
import type { rankLine } from '../../shared/api/areas/score-shapes.ts';
import { percent } from '../../shared/figures/share.ts';
import { type Quality, qualityOf } from '../../shared/scoring/quality.ts';
import { rankedBy } from '../../shared/scoring/ranking.ts';
import type { Scheme } from '../../shared/scoring/scheme.ts';
import type { SubjectResult } from '../../shared/scoring/score-result.ts';
import { compareNames } from '../../shared/text/index.ts';
import type { Desk } from './desk.ts';
import { evidenceList } from './evidence.ts';
import {
  engineFor,
  factsOf,
  NOBODY,
  type SubjectFacts,
  sourceItems,
  subjectKind,
  type Which,
} from './score-reading.ts';

export type RankLine = z.output<typeof rankLine>;

/** all: everybody · sector, street: ranks among those of the same, of one or of each. */
interface Among {
  readonly by?: 'all' | 'sector' | 'street' | undefined;
  readonly group?: string | undefined;
}

interface Ranked {
  readonly result: SubjectResult;
  readonly facts: SubjectFacts;
  readonly rank: number;
  readonly among: number;
}

const groupIdOf = (facts: SubjectFacts = NOBODY, by: Among['by'] = 'all'): string =>
  by === 'sector' ? facts.sectorId : by === 'street' ? facts.streetId : '';

/** Highest first, names in stroke order where totals are the same; ranks 1 2 2 4 within the group. */
export function rankedOf(desk: Desk, scheme: Scheme, results: readonly SubjectResult[], { by }: Among = {}): Ranked[] {
  const kind = subjectKind(scheme);
  const facts = new Map(results.map(({ subject }) => [subject, factsOf(desk, desk.lookup(kind, subject))]));
  const title = (subject: string) => facts.get(subject)?.title ?? '';
  const byName = [...results].sort((a, b) => compareNames(title(a.subject), title(b.subject)));
  const groups = rankedBy(byName, (subject) => groupIdOf(facts.get(subject), by));
  const all = groups.flatMap(({ lines }) => lines.map((line) => ({ ...line, among: lines.length })));
  const place = new Map(byName.map(({ subject }, index) => [subject, index]));
  return all
    .map(({ result, rank, among }) => ({ result, rank, among, facts: facts.get(result.subject) ?? NOBODY }))
    .sort(
      (a, b) =>
        b.result.total - a.result.total || (place.get(a.result.subject) ?? 0) - (place.get(b.result.subject) ?? 0),
    );
}

const shareOf = (desk: Desk, { met, of }: Quality['proposals']) => ({
  met: evidenceList(desk, met),
  of: evidenceList(desk, of),
  percent: percent(met.length, of.length),
});

const NOTHING: Quality = { proposals: { met: [], of: [] }, opinions: { met: [], of: [] } };

/** Two years running below: only known when the year before was scored by a version in force. */
export function warningsOf(desk: Desk, scheme: Scheme, year: number, result: SubjectResult): string[] {
  return scheme.warnings
    .filter(({ below, years }) =>
      Array.from({ length: years }, (_, back) => {
        if (back === 0) return result;
        return desk.opened.counting.scores(scheme.id, year - back)?.result(result.subject);
      }).every((one) => one !== undefined && one.total < below),
    )
    .map(({ label, below, years }) => `连续 ${years} 年低于 ${below} 分：${label}`);
}

/** The lines of a ranking; `settled`: totals of the settled result, by subject. */
export function rankLines(
  desk: Desk,
  which: Which,
  among: Among,
  settled: ReadonlyMap<string, number> = new Map(),
): { scheme: Scheme; lines: RankLine[]; all: RankLine[] } {
  const { scheme, engine } = engineFor(desk, which);
  const kind = subjectKind(scheme);
  const list = (of: string) => desk.opened.library.list(of);
  const quality = scheme.audience === 'member' ? qualityOf(list, which.year) : undefined;
  const all = rankedOf(desk, scheme, engine.results(), among).map(({ result, facts, rank }): RankLine => {
    const own = quality ? (quality.get(result.subject) ?? NOTHING) : undefined;
    const before = settled.get(result.subject);
    return {
      kind,
      id: result.subject,
      title: facts.title,
      sector: facts.sector,
      street: facts.street,
      isStanding: facts.isStanding,
      total: result.total,
      base: result.base,
      grade: result.grade,
      rank,
      months: result.months,
      sections: Object.fromEntries(result.sections.map(({ id, counted }) => [id, counted])),
      entries: result.entries.length,
      vetoes: result.vetoes.map(({ label, sources }) => ({ label, items: sourceItems(desk, sources) })),
      warnings: warningsOf(desk, scheme, which.year, result),
      ...(own ? { quality: { proposals: shareOf(desk, own.proposals), opinions: shareOf(desk, own.opinions) } } : {}),
      ...(before !== undefined && before !== result.total ? { settled: before } : {}),
    };
  });
  const lines = all.filter((line) => inGroup(desk, line, among));
  return { scheme, lines, all };
}

function inGroup(desk: Desk, line: RankLine, { by, group }: Among): boolean {
  if (!group || !by || by === 'all') return true;
  const facts = factsOf(desk, desk.lookup(line.kind, line.id));
  return groupIdOf(facts, by) === group;
}

/** 界别 and streets the scored belong to, by name. */
export function groupsOf(desk: Desk, lines: readonly RankLine[]) {
  const by = { sector: new Map<string, string>(), street: new Map<string, string>() };
  for (const { kind, id } of lines) {
    const { sectorId, sector, streetId, street } = factsOf(desk, desk.lookup(kind, id));
    if (sectorId) by.sector.set(sectorId, sector);
    if (streetId) by.street.set(streetId, street);
  }
  const named = (map: ReadonlyMap<string, string>) =>
    [...map].map(([id, title]) => ({ id, title })).sort((a, b) => compareNames(a.title, b.title));
  return { sector: named(by.sector), street: named(by.street) };
}

export function gradesOf(scheme: Scheme, lines: readonly RankLine[]) {
  return scheme.grades.map(({ label }) => ({ label, count: lines.filter(({ grade }) => grade === label).length }));
}
