import type { Scheme } from '../scheme.ts';

/** (V5 fills this in.) */
export const defaultSchemes: readonly Scheme[] = [];

export function effectiveSchemes(_setting: unknown): readonly Scheme[] {
  return defaultSchemes;
}

export function schemeFor(schemes: readonly Scheme[], id: string, year: number): Scheme | undefined {
  return schemes
    .filter((scheme) => scheme.id === id && scheme.status === 'inForce' && scheme.fromYear <= year)
    .sort((a, b) => b.fromYear - a.fromYear || b.version - a.version)[0];
}
