import { AntouError } from '../../shared/api/errors.ts';
import {
  defaultSeries,
  formatSeriesNumber,
  mergedSeries,
  nextNumber,
  ownSeries,
  SERIES_SETTING,
  seriesProblems,
  startOf,
} from '../../shared/numbering/index.ts';
import { os } from './implementer.ts';
import { registerOf, requireSeries, yearOfDesk } from './numbers-register.ts';
import { numbersShown } from './numbers-shown.ts';
import { numbersTaking } from './numbers-taking.ts';
import { officeSettings } from './settings.ts';

const series = os.numbers.series.handler(({ context: { desk } }) => {
  const register = registerOf(desk.opened.library);
  const presets = new Map(defaultSeries.map(({ id, pattern }) => [id, pattern]));
  const year = yearOfDesk(desk);
  return {
    code: register.naming.code,
    series: register.series.map((one) => {
      const preset = presets.get(one.id);
      return {
        id: one.id,
        label: one.label,
        pattern: one.pattern,
        ...(one.docType ? { docType: one.docType } : {}),
        ...(one.starts ? { starts: { ...one.starts } } : {}),
        ...(one.retired ? { retired: one.retired } : {}),
        ...(preset === undefined ? {} : { preset }),
        example: formatSeriesNumber(one, year, startOf(one, year), register.naming),
        found: one.found === true,
      };
    }),
  };
});

const saveSeries = os.numbers.saveSeries.handler(async ({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const given = input.series.map(({ docType, starts, retired, ...one }) => ({
    ...one,
    ...(docType ? { docType } : {}),
    ...(starts ? { starts } : {}),
    ...(retired ? { retired } : {}),
  }));
  // A series that is left out keeps standing: its numbers are on paper. Given ones come back by themselves.
  const whole = mergedSeries(given);
  const problems = seriesProblems(whole, { code: officeSettings(library).code || '代字' });
  const [first] = Object.values(problems);
  if (first !== undefined) throw new AntouError('invalid', `没有保存：${first}。`, problems);
  const label = '修改文号系列';
  const transaction = await library.saveSetting(SERIES_SETTING, ownSeries(given), await desk.who(), label);
  return { seq: transaction.seq, label };
});

const next = os.numbers.next.handler(({ input, context: { desk } }) => {
  const register = registerOf(desk.opened.library);
  const one = requireSeries(register, input.series);
  const year = input.year ?? yearOfDesk(desk);
  return { series: one.id, year, ...nextNumber(register, one, year) };
});

export const numbers = { series, saveSeries, next, ...numbersTaking, ...numbersShown };
