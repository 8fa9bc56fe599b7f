import type { Scheme } from '../scheme.ts';
import { schemeSchema } from '../scheme-schema.ts';
import { anqing } from './anqing.ts';
import { dongcheng } from './dongcheng.ts';
import { guangshui } from './guangshui.ts';
import { handlingQuality } from './handling-quality.ts';
import { handlingUnit } from './handling-unit.ts';
import { hefei } from './hefei.ts';
import { jinan } from './jinan.ts';
import { minhang } from './minhang.ts';
import { proposalQuality } from './proposal-quality.ts';
import { street } from './street.ts';
import { tongcheng } from './tongcheng.ts';
import { zhongyuan } from './zhongyuan.ts';

/**
 * Schemes every library has: those in force from the start, and the published ones of other places as drafts. The office
 * changes one by a version of its own (setting SCHEMES_SETTING).
 */
export const defaultSchemes: readonly Scheme[] = [
  zhongyuan,
  street,
  handlingUnit,
  proposalQuality,
  handlingQuality,
  anqing,
  tongcheng,
  minhang,
  jinan,
  guangshui,
  dongcheng,
  hefei,
];

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
