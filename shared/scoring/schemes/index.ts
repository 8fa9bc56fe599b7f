import type { Scheme } from '../scheme.ts';
import { schemeSchema } from '../scheme-schema.ts';
import { zhongyuan } from './zhongyuan.ts';

/** Schemes every library has. The office changes one by a version of its own (setting SCHEMES_SETTING). */
export const defaultSchemes: readonly Scheme[] = [zhongyuan];

/**
 * The given schemes and the office's own versions, which stand in the setting as a list; one with the id and version
 * of a given scheme takes its place. What is no scheme (written by a newer program) is left out.
 */
export function effectiveSchemes(setting: unknown): readonly Scheme[] {
  const own = Array.isArray(setting)
    ? setting.flatMap((one): Scheme[] => {
        const read = schemeSchema.safeParse(one);
        return read.success ? [read.data] : [];
      })
    : [];
  const isOwn = ({ id, version }: Scheme) => own.some((other) => other.id === id && other.version === version);
  return [...defaultSchemes.filter((scheme) => !isOwn(scheme)), ...own];
}

/** The version in force for a year: of those begun by then the one begun last, and of these the newest. */
export function schemeFor(schemes: readonly Scheme[], id: string, year: number): Scheme | undefined {
  return schemes
    .filter((scheme) => scheme.id === id && scheme.status === 'inForce' && scheme.fromYear <= year)
    .sort((a, b) => b.fromYear - a.fromYear || b.version - a.version)[0];
}
