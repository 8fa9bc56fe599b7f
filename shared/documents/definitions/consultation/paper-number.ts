import type { DocumentMaterial } from '../../definition.ts';
import type { Finding } from '../../model.ts';
import { numberOnPaper } from '../../paper-number.ts';
import { textParam } from '../../wording.ts';

export { numberParameter } from '../../paper-number.ts';

/** The number of a red-headed paper of this year: as typed, or the next one of its series, which is not taken yet. */
export function paperNumber(
  params: Readonly<Record<string, unknown>>,
  series: string,
  material: DocumentMaterial,
): { readonly number: string; readonly findings: readonly Finding[] } {
  const year = Number(material.today.slice(0, 4));
  return numberOnPaper(textParam(params, 'number'), series, year, material);
}
