import { AntouError } from '../../shared/api/errors.ts';
import { enumerationOf } from '../../shared/records/index.ts';
import { dayNumber } from '../../shared/text/calendar.ts';
import {
  defaultPeriods,
  effectiveOperators,
  effectivePeriods,
  effectiveSpecialDays,
  formatNumber,
  formatOf,
  isNumberFormat,
  NUMBER_FORMATS,
  OPERATORS_SETTING,
  PERIODS_SETTING,
  RUNNING_NUMBER,
  SPECIAL_DAYS_SETTING,
} from '../../shared/workflow/index.ts';
import { enumerationsOf } from '../library/enumerations.ts';
import type { Library } from '../library/types.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';

function rolesIn(library: Library): string[] {
  const roles = enumerationOf(enumerationsOf(library), 'officeRole');
  return (roles?.values ?? []).filter(({ retired }) => !retired).map(({ value }) => value);
}

const get = os.rules.get.handler(({ context: { desk } }) => {
  const { library } = desk.opened;
  const setting = (name: string) => library.setting(name);
  const presets = new Map(defaultPeriods.map((period) => [period.id, period]));
  return {
    periods: effectivePeriods(setting(PERIODS_SETTING)).map((period) => ({
      ...period,
      preset: presets.get(period.id)?.amount ?? period.amount,
      presetUnit: presets.get(period.id)?.unit ?? period.unit,
    })),
    specialDays: effectiveSpecialDays(setting(SPECIAL_DAYS_SETTING)).map((day) => ({ ...day })),
    operators: effectiveOperators(setting(OPERATORS_SETTING)).map(({ name, roles }) => ({ name, roles: [...roles] })),
    roles: rolesIn(library),
    formats: Object.entries(NUMBER_FORMATS).map(([id, { label, format: preset }]) => {
      const format = isNumberFormat(id) ? formatOf(id, { setting }) : preset;
      const example = formatNumber(format, { year: Number(desk.today.slice(0, 4)), term: 10, session: 3 }, 1);
      return { id, label, format, preset, example };
    }),
  };
});

const refuse = (path: string, text: string): never => {
  throw new AntouError('invalid', `没有保存：${text}。`, { [path]: text });
};

async function save(desk: Desk, name: string, value: unknown, label: string) {
  const transaction = await desk.opened.library.saveSetting(name, value, await desk.who(), label);
  return { seq: transaction.seq, label };
}

const savePeriods = os.rules.savePeriods.handler(({ input, context: { desk } }) => {
  const known = new Set(defaultPeriods.map(({ id }) => id));
  input.periods.forEach(({ id }, index) => {
    if (!known.has(id)) refuse(`periods.${index}.id`, `没有“${id}”这个期限`);
  });
  // Only what differs from the default is kept, so that a better default reaches offices that never changed it.
  const presets = new Map(defaultPeriods.map((period) => [period.id, period]));
  const own = input.periods
    .filter(({ id, amount, unit }) => presets.get(id)?.amount !== amount || presets.get(id)?.unit !== unit)
    .map(({ id, amount, unit }) => ({ id, amount, unit }));
  return save(desk, PERIODS_SETTING, own, '修改期限');
});

const saveSpecialDays = os.rules.saveSpecialDays.handler(({ input, context: { desk } }) => {
  const seen = new Set<string>();
  input.specialDays.forEach(({ date }, index) => {
    if (dayNumber(date) === undefined) refuse(`specialDays.${index}.date`, `没有“${date}”这一天`);
    if (seen.has(date)) refuse(`specialDays.${index}.date`, `“${date}”出现了两次`);
    seen.add(date);
  });
  const days = [...input.specialDays].sort((a, b) => a.date.localeCompare(b.date));
  return save(desk, SPECIAL_DAYS_SETTING, days, '修改节假日');
});

const saveOperators = os.rules.saveOperators.handler(({ input, context: { desk } }) => {
  const roles = new Set(rolesIn(desk.opened.library));
  const seen = new Set<string>();
  const operators = input.operators.map(({ name, roles: given }, index) => {
    const plain = name.trim();
    if (!plain) refuse(`operators.${index}.name`, '请填写姓名');
    if (seen.has(plain)) refuse(`operators.${index}.name`, `“${plain}”出现了两次`);
    seen.add(plain);
    const strange = given.find((role) => !roles.has(role));
    if (strange !== undefined) refuse(`operators.${index}.roles`, `没有“${strange}”这项分工`);
    return { name: plain, roles: [...new Set(given)] };
  });
  return save(desk, OPERATORS_SETTING, operators, '修改经办人分工');
});

const saveFormats = os.rules.saveFormats.handler(async ({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const who = await desk.who();
  let last = { seq: library.info.seq, label: '修改编号格式' };
  input.formats.forEach(({ id, format }, index) => {
    if (!isNumberFormat(id)) refuse(`formats.${index}.id`, `没有“${id}”这种编号`);
    if (!RUNNING_NUMBER.test(format)) refuse(`formats.${index}.format`, '格式里要有流水号，例如 {号:3}');
  });
  for (const { id, format } of input.formats) {
    if (!isNumberFormat(id) || formatOf(id, { setting: (name) => library.setting(name) }) === format) continue;
    const label = `修改编号格式 ${NUMBER_FORMATS[id].label}`;
    const transaction = await library.saveSetting(id, format.trim(), who, label);
    last = { seq: transaction.seq, label };
  }
  return last;
});

export const rules = { get, savePeriods, saveSpecialDays, saveOperators, saveFormats };
