import { defaultFigures } from '../../../figures/definitions/index.ts';
import { FigureEngine } from '../../../figures/engine.ts';
import type { FigurePeriod, FigureResult } from '../../../figures/figure-result.ts';
import { LiveWorld } from '../../../records/conditions/index.ts';
import type { DocumentMaterial } from '../../definition.ts';
import type { Run } from '../../model.ts';

/** Figures of one paper: those of the library, otherwise counted by the given definitions over the same records. */
export type Figures = (code: string) => FigureResult;

const NOTHING: Omit<FigureResult, 'id'> = { value: 0, evidence: [] };

export function figuresOf(material: DocumentMaterial, period: FigurePeriod): Figures {
  let own: FigureEngine | undefined;
  return (code) => {
    const found = material.figure?.(code, period);
    if (found) return found;
    // Where the library counts nothing, the same definitions are asked once for this paper.
    own ??= new FigureEngine(defaultFigures, new LiveWorld({ list: material.list, lookup: material.lookup }));
    return own.result(code, period) ?? { id: code, ...NOTHING };
  };
}

/** The number of a figure with its unit in the paper; the run opens onto the records that make it. */
export function figureRun({ id, value }: FigureResult, unit: string, { from, to }: FigurePeriod): Run {
  const text = `${Math.round(value * 10_000) / 10_000}${unit}`;
  return { text, source: { kind: 'figure', id: `${from}/${to}`, figure: id } };
}
