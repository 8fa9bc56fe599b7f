import { type PlanLine, planLines } from '../../shared/figures/plans.ts';
import { lightOf, partsOf } from '../../shared/figures/year-parts.ts';
import { enumerationOf, titleOf } from '../../shared/records/index.ts';
import { listOf, textOf } from '../../shared/records/read-value.ts';
import { enumerationsOf } from '../library/enumerations.ts';
import type { Desk } from './desk.ts';
import { evidenceList, figureOf, streetsOf, titled, yearsIn } from './evidence.ts';
import { os } from './implementer.ts';

const year = os.workPlans.year.handler(({ input, context: { desk } }) => {
  const { library } = desk.opened;
  const all = planLines((kind) => library.list(kind), input.year, desk.today);
  const lines = all
    .filter(({ item }) => !input.planType || item.values.planType === input.planType)
    .filter(({ item }) => !input.street || item.values.subdistrictOffice === input.street);
  const reached = lines.filter(({ light }) => light === 'met');
  const missed = lines.filter(({ light }) => light === 'missed');
  const events = new Map(lines.flatMap(({ done }) => done.map((event) => [event.id, event])));
  const items = (some: readonly PlanLine[]) =>
    evidenceList(
      desk,
      some.map(({ item }) => item),
    );
  return {
    years: yearsIn(desk, 'planItem', 'year'),
    types: (enumerationOf(enumerationsOf(library), 'planType')?.values ?? []).map(({ value }) => value),
    streets: streetsOf(desk),
    figures: [
      figureOf('items', '计划项', '项', '所选年度、类型和街道的计划项', items(lines)),
      figureOf('met', '达标', '项', '已完成的次数不少于目标次数（没有填目标的按1次）', items(reached)),
      figureOf('missed', '到期未达标', '项', '计划月份已经过完、次数还不够；没有填月份的到年底才算', items(missed)),
      figureOf(
        'done',
        '完成活动',
        '次',
        '选了这些计划项、或被计划项选中，状态是进行中、已结束、已归档的会议活动，去重',
        evidenceList(desk, [...events.values()]),
      ),
    ],
    lines: lines.map((line) => shownLine(desk, line)),
    months: monthsOf(desk, lines, input.year),
  };
});

function shownLine(desk: Desk, { item, month, target, done, ahead, light, missing }: PlanLine) {
  const { values } = item;
  const text = (field: string) => textOf(values, field);
  return {
    id: item.id,
    rev: item.rev,
    title: titleOf(item, desk.lookup),
    planType: text('planType'),
    form: text('form'),
    ...(month === undefined ? {} : { month }),
    responsible: text('responsible'),
    whose:
      titled(desk, 'subdistrictOffice', values.subdistrictOffice) ||
      titled(desk, 'sector', values.sector) ||
      titled(desk, 'committee', values.committee),
    approval: text('approval'),
    target,
    done: evidenceList(desk, done),
    ahead: evidenceList(desk, ahead),
    light,
    missing,
    events: [...listOf(values, 'events')],
  };
}

/** 年度有计划、月月有主题: what is planned in each month, and what of the plan was done in it. */
function monthsOf(desk: Desk, lines: readonly PlanLine[], asked: number) {
  const done = [...new Map(lines.flatMap((line) => line.done.map((event) => [event.id, event]))).values()];
  return partsOf(asked, 'month').map((part, index) => {
    const planned = lines.filter(({ month }) => month === index + 1);
    return {
      month: index + 1,
      items: evidenceList(
        desk,
        planned.map(({ item }) => item),
      ),
      done: evidenceList(
        desk,
        done.filter(({ values }) => textOf(values, 'start').startsWith(part.id)),
      ),
      light: lightOf(planned.length, 1, part, desk.today),
    };
  });
}

export const workPlans = { year };
