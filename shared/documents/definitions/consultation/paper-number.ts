import type { DocumentMaterial, DocumentParameter } from '../../definition.ts';
import type { Finding } from '../../model.ts';
import { documentNumber, textParam } from '../../wording.ts';

export const numberParameter: DocumentParameter = {
  name: 'number',
  label: '文号',
  type: 'text',
  help: '只写序号也可以；留空用下一个号',
};

/** What stands between the code of the office and the year: 示政协办〔2024〕7号. */
const MIDDLE: Readonly<Record<string, string>> = { file: '', office: '办', letter: '函', minutes: '纪' };

/** The number of a red-headed paper: as typed, or the next one of its series, which is not taken yet. */
export function paperNumber(
  params: Readonly<Record<string, unknown>>,
  series: string,
  material: DocumentMaterial,
): { readonly number: string; readonly findings: readonly Finding[] } {
  const year = Number(material.today.slice(0, 4));
  const typed = textParam(params, 'number');
  const next = material.nextNumber?.(series, year) ?? '';
  if (/^\d+$/u.test(typed)) {
    const pattern = next || `${material.settings.code}${MIDDLE[series] ?? ''}〔${year}〕1号`;
    return { number: pattern.replace(/\d+号$/u, `${Number(typed)}号`), findings: [] };
  }
  if (typed) {
    const number = documentNumber(typed);
    const message = `文号“${number}”不是“〔${year}〕7号”这样的写法，请核对。`;
    const part = 'masthead.number';
    return { number, findings: /〔\d{4}〕\d+号/u.test(number) ? [] : [{ severity: 'warning', message, part }] };
  }
  if (next) {
    const message = '文号是预取的，正式印发前请取号';
    return { number: next, findings: [{ severity: 'hint', message, part: 'masthead.number' }] };
  }
  return { number: '', findings: [{ severity: 'warning', message: '没有文号，红头下面空着。' }] };
}
