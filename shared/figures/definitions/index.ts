import type { FigureDefinition } from '../definition.ts';

/** (V2 fills this in.) */
export const defaultFigures: readonly FigureDefinition[] = [];

export function effectiveFigures(_setting: unknown): readonly FigureDefinition[] {
  return defaultFigures;
}
