import { defaultSeries, formatSeriesNumber } from '../numbering/series.ts';
import type { DocumentMaterial, DocumentParameter } from './definition.ts';
import type { Finding, Source } from './model.ts';
import { documentNumber } from './wording.ts';

export const numberParameter: DocumentParameter = {
  name: 'number',
  label: '文号',
  type: 'text',
  help: '只写序号也可以；留空用下一个号',
};

/**
 * The number on a paper: as given, made whole by the series when only digits are given, otherwise the one that comes
 * next and is not taken yet. Findings say which.
 * @param year of the number, not of today
 * @param source where a number that was given can be mended
 */
export function numberOnPaper(
  given: string,
  series: string,
  year: number,
  material: DocumentMaterial,
  source?: Source,
): { readonly number: string; readonly findings: readonly Finding[] } {
  const about = source ? { source } : {};
  const typed = given.trim();
  const next = material.nextNumber?.(series, year) ?? '';
  if (/^\d{1,6}$/.test(typed)) {
    const own = defaultSeries.find(({ id }) => id === series);
    const plain = own ? formatSeriesNumber(own, year, Number(typed), material.settings) : typed;
    return { number: next ? next.replace(/\d+(?=\D*$)/u, String(Number(typed))) : plain, findings: [] };
  }
  if (typed) {
    const number = documentNumber(typed);
    const message = `文号“${number}”不是“〔2024〕38号”这样的写法，请核对。`;
    const slip: Finding = { severity: 'warning', message, part: 'masthead.number', ...about };
    return { number, findings: /〔\d{4}〕\d+号/u.test(number) ? [] : [slip] };
  }
  if (next) {
    const message = '文号是预取的，正式印发前请取号。';
    return { number: next, findings: [{ severity: 'hint', message, part: 'masthead.number', ...about }] };
  }
  return { number: '', findings: [{ severity: 'warning', message: '没有文号，红头下面空着。', ...about }] };
}
