import type { DocumentMaterial } from '../../../shared/documents/definition.ts';
import { numberOf } from '../../../shared/records/read-value.ts';
import type { AreaSamples } from './area-samples.ts';

/** The street that stands first in the office's own order. */
function firstStreet({ list }: DocumentMaterial): string {
  const [first] = [...list('subdistrictOffice')].sort(
    (a, b) => (numberOf(a.values, 'order') ?? 9999) - (numberOf(b.values, 'order') ?? 9999),
  );
  if (!first) throw new Error('样例里没有街道政协工委');
  return first.id;
}

/** What each document of 街道 is made of in the sample library. */
export const streetsSamples: AreaSamples = {
  streetAssessment: (material) => ({
    一个街道: { street: firstStreet(material), year: 2024 },
    全部街道: { year: 2024 },
  }),
  streetReport: (material) => ({
    写好的: { street: firstStreet(material), year: 2024 },
    // No report of that year is on record: the frame with blanks.
    还没有写的: { street: firstStreet(material), year: 2023 },
  }),
};
