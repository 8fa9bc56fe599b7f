import { AntouError } from '../../shared/api/errors.ts';
import {
  nextNumber,
  type Register,
  readRegister,
  SERIES_SETTING,
  type Series,
  seriesById,
} from '../../shared/numbering/index.ts';
import type { Library } from '../library/types.ts';
import type { Desk } from './desk.ts';
import { officeSettings } from './settings.ts';

/** The register as the library stands now. */
export function registerOf(library: Library): Register {
  const { code } = officeSettings(library);
  return readRegister((kind) => library.list(kind), library.setting(SERIES_SETTING), { code });
}

export function requireSeries(register: Register, id: string): Series {
  const series = seriesById(register, id);
  if (series) return series;
  const known = register.series.map((one) => `${one.id}（${one.label}）`).join('、');
  throw new AntouError('notFound', `没有“${id}”这个文号系列。现有：${known}。`, { series: '没有这个系列' });
}

/** What composing a document is told: the number the series would give next. Undefined: no such series, or no code set. */
export function suggestedNumber(library: Library): (series: string, year: number) => string | undefined {
  let register: Register | undefined;
  return (id, year) => {
    register ??= registerOf(library);
    const series = seriesById(register, id);
    return series && register.naming.code ? nextNumber(register, series, year).number : undefined;
  };
}

export const yearOfDesk = (desk: Desk): number => Number(desk.today.slice(0, 4));
