import type { DocumentModel, Finding, Source } from '../../model.ts';

/** Gives findings their place: the paragraph or the cell made from the same record, of the same field where there is one. */
export function located(findings: readonly Finding[], model: DocumentModel): Finding[] {
  return findings.map((finding) => {
    const { source } = finding;
    if (finding.block !== undefined || finding.part !== undefined || !source) return finding;
    const place = placeOf(source, model, true) ?? placeOf(source, model, false);
    return place ? { ...finding, ...place } : finding;
  });
}

type Place = Pick<Finding, 'block' | 'cell'>;

function placeOf(wanted: Source, { blocks }: DocumentModel, exactly: boolean): Place | undefined {
  const fits = (source: Source | undefined): boolean =>
    source?.id === wanted.id && (!exactly || source.field === wanted.field);
  for (const [block, candidate] of blocks.entries()) {
    if (candidate.type === 'table') {
      for (const [row, cells] of candidate.rows.entries()) {
        const cell = cells.findIndex(({ source }) => fits(source));
        if (cell >= 0) return { block, cell: { row, cell } };
      }
    } else if ('source' in candidate && fits(candidate.source)) return { block };
  }
  return undefined;
}

/** One finding for all records with the same gap, at the first of them. */
export function gap<T extends { readonly kind: string; readonly id: string }>(
  records: readonly T[],
  field: string,
  severity: Finding['severity'],
  words: (count: number) => string,
): Finding[] {
  const [first] = records;
  if (!first) return [];
  return [{ severity, message: words(records.length), source: { kind: first.kind, id: first.id, field } }];
}
