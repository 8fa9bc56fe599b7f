import type { DocumentMaterial, DocumentParameter } from '../../definition.ts';
import type { Finding } from '../../model.ts';
import { documentNumber, textParam } from '../../wording.ts';

export const numberParameter: DocumentParameter = {
  name: 'number',
  label: '文号',
  type: 'text',
  help: '只写序号也可以；留空用下一个号',
};

/**
 * The number of a paper: what was typed, completed to the number of the series; otherwise the one that would come next,
 * which is not taken yet.
 * @param fallback the first part where nothing issues numbers: 示政协办
 */
export function numberFor(
  params: Readonly<Record<string, unknown>>,
  { nextNumber }: DocumentMaterial,
  series: string,
  year: number,
  fallback: string,
): { readonly number?: string; readonly findings: readonly Finding[] } {
  const typed = textParam(params, 'number');
  const next = nextNumber?.(series, year);
  if (/^\d+$/u.test(typed)) {
    const number = next?.includes('〔')
      ? next.replace(/〔\d{4}〕\d+/u, `〔${year}〕${Number(typed)}`)
      : `${fallback}〔${year}〕${Number(typed)}号`;
    return { number, findings: [] };
  }
  if (typed) return { number: documentNumber(typed), findings: [] };
  const part = 'masthead.number';
  if (next)
    return { number: next, findings: [{ severity: 'hint', message: '文号是预取的，正式印发前请取号。', part }] };
  return { findings: [{ severity: 'warning', message: '还没有文号。', part }] };
}
