import type { List } from '../records/kind.ts';
import type { Lookup } from '../records/record.ts';
import type { Period, WorkContext } from './machine.ts';
import { effectivePeriods, PERIODS_SETTING, spanOf } from './periods.ts';
import { effectiveSpecialDays, SPECIAL_DAYS_SETTING } from './special-days.ts';
import { shift, workCalendar } from './working-days.ts';

export interface ContextSource {
  readonly lookup: Lookup;
  readonly list: List;
  /** 'YYYY-MM-DD' */
  readonly today: string;
  readonly setting: (name: string) => unknown;
  readonly newId: () => string;
}

/** What moves and deadlines are worked out with: the records, the day, and the office's periods and holidays. */
export function workContext(source: ContextSource): WorkContext {
  const calendar = workCalendar(effectiveSpecialDays(source.setting(SPECIAL_DAYS_SETTING)));
  const periods = new Map(effectivePeriods(source.setting(PERIODS_SETTING)).map((period) => [period.id, period]));
  const named = (id: string): Period => {
    const period = periods.get(id);
    if (!period) throw new Error(`no period ${id}`);
    return period;
  };
  return {
    ...source,
    after: (from, period) => shift(from, named(period), calendar, 1),
    before: (from, period) => shift(from, named(period), calendar, -1),
    span: (period) => spanOf(named(period)),
  };
}
