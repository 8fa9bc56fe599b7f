import type { EvidenceItem } from './Evidence.tsx';

/** Records of a page by id: figures carry ids only, so that a case that stands behind ten numbers travels once. */
export type Cases = ReadonlyMap<string, EvidenceItem>;

export const casesById = (lines: readonly EvidenceItem[]): Cases => new Map(lines.map((line) => [line.id, line]));

/** What stands behind a number, in the order of its ids. */
export const itemsOf = (cases: Cases, ids: readonly string[] = []): EvidenceItem[] =>
  ids.flatMap((id) => cases.get(id) ?? []);
