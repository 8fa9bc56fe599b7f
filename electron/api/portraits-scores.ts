import { countCell, type Piece } from '../../shared/figures/portrait.ts';
import { sectionPieces, sectionPoints, shownSections } from '../../shared/figures/portrait-peers.ts';
import type { ScoreEngine } from '../../shared/scoring/engine.ts';
import type { Audience, Scheme } from '../../shared/scoring/scheme.ts';
import type { Desk } from './desk.ts';
import type { CaseBook } from './portraits-cases.ts';

export interface Scored {
  readonly scheme: Scheme;
  readonly engine: ScoreEngine;
}

/** The scores of a year by the first scheme for this audience that is in force; undefined when there is none. */
export function scoresFor(desk: Desk, audience: Audience, year: number): Scored | undefined {
  const { counting } = desk.opened;
  for (const { id } of counting.schemes.filter((scheme) => scheme.audience === audience)) {
    const engine = counting.scores(id, year);
    const scheme = counting.schemes
      .filter((one) => one.id === id && one.status === 'inForce' && one.fromYear <= year)
      .sort((a, b) => b.fromYear - a.fromYear || b.version - a.version)[0];
    if (engine && scheme) return { scheme, engine };
  }
  return undefined;
}

/** Points in all and by section, each with the records they were given for. */
export function scoreOut(book: CaseBook, { scheme, engine }: Scored, subject: string) {
  const result = engine.result(subject);
  if (!result) return undefined;
  const points = (figure: number, pieces: readonly Piece[]) => book.cell({ ...countCell(pieces), figure }, 'points');
  return {
    scheme: scheme.label,
    total: points(result.total, sectionPieces(scheme, result)),
    grade: result.grade,
    sections: shownSections(scheme).map(({ id, label, cap }) => {
      const part = result.sections.find((section) => section.id === id);
      const most = part?.cap ?? cap;
      return {
        id,
        label,
        points: points(sectionPoints(scheme, result, id), sectionPieces(scheme, result, id)),
        ...(most === undefined ? {} : { most }),
      };
    }),
  };
}
