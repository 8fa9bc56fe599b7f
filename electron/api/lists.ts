import { columnValues, groupsOf, sumsOf } from '../../shared/records/index.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import { enumerationsOf } from '../library/enumerations.ts';
import { os } from './implementer.ts';
import { completed, orderedList, refusalOf } from './list-orders.ts';
import { removeView as dropView, saveView as keepView, usable, viewsOf } from './list-views.ts';
import { requireKind } from './records.ts';

const isComputed = (kind: RecordKind, path: string | undefined) =>
  path !== undefined && kind.fields[path.split('.')[0] ?? '']?.computed === true;

const summary = os.lists.summary.handler(({ input, context: { desk } }) => {
  const kind = requireKind(input.kind);
  const { group, totals = [] } = input;
  const found = orderedList(desk, kind, input);
  const records = [group, ...totals].some((path) => isComputed(kind, path)) ? completed(desk, found) : found;
  try {
    return {
      total: found.length,
      sums: sumsOf(records, kind, totals),
      groups:
        group === undefined ? [] : groupsOf(records, kind, group, desk.lookup, totals).map((item) => ({ ...item })),
    };
  } catch (error) {
    throw refusalOf(error);
  }
});

const ids = os.lists.ids.handler(({ input, context: { desk } }) => ({
  ids: orderedList(desk, requireKind(input.kind), input).map((record) => record.id),
}));

const values = os.lists.values.handler(({ input, context: { desk } }) => {
  const kind = requireKind(input.kind);
  const found = orderedList(desk, kind, input);
  const records = isComputed(kind, input.field) ? completed(desk, found) : found;
  try {
    const { values: occurring, more } = columnValues(records, kind, input.field, desk.lookup, {
      search: input.search,
      enumerations: enumerationsOf(desk.opened.library),
    });
    return { values: occurring.map((item) => ({ ...item })), more };
  } catch (error) {
    throw refusalOf(error);
  }
});

const views = os.lists.views.handler(({ input, context: { desk } }) => {
  const kind = requireKind(input.kind);
  const own = viewsOf(desk.opened.library).filter((view) => view.kind === kind.id);
  return { views: own.map((view) => usable(view, kind)) };
});

const saveView = os.lists.saveView.handler(async ({ input, context: { desk } }) => {
  requireKind(input.view.kind);
  const { seq, label } = await keepView(desk.opened.library, input.view, await desk.who());
  return { seq, label };
});

const removeView = os.lists.removeView.handler(async ({ input, context: { desk } }) => {
  const { seq, label } = await dropView(desk.opened.library, input.id, await desk.who());
  return { seq, label };
});

export const lists = { summary, ids, values, views, saveView, removeView };
