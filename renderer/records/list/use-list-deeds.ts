import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { explain } from '../../app/errors.ts';
import { changedState, type ListState } from '../../app/list-state.ts';
import { fieldAt, isSortable, labelAt } from '../fields.ts';
import { blockOf, fetchRows, toClipboard } from './copying.ts';
import type { ListDeeds, ListMoment } from './list-verbs.ts';
import { type Printed, printedOf } from './printing.ts';
import type { Layout } from './use-layout.ts';
import type { ListModel } from './use-list.ts';

/** The dialog that is open over the list. */
export type ListDialog =
  | { readonly type: 'change' | 'takeOut' | 'columns' }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'print'; readonly printed: Printed };

interface DeedsInput {
  readonly kind: RecordKind;
  readonly state: ListState;
  readonly list: ListModel;
  readonly layout: Layout;
  readonly change: (next: ListState) => void;
  readonly removeMany: (ids: readonly string[]) => Promise<boolean>;
  readonly openHead: (field: string) => void;
}

/** Beyond this a copy is better made as a file. */
const MOST_COPIED = 20_000;
const ASK_PRINT = 2_000;

/** What the verbs of the list do, and the dialog they have opened. */
export function useListDeeds(input: DeedsInput) {
  const { kind, state, list, layout, change } = input;
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<ListDialog>();
  const { cursor, block } = list.at;
  const { fields } = layout;
  const column = cursor?.column === undefined ? undefined : fields[cursor.column];
  const groupable = column !== undefined && isSortable(fieldAt(kind, column)) && !column.includes('.');

  const moment: ListMoment = {
    kind,
    total: list.rows.total,
    ticked: list.ticked.size,
    active: list.active !== undefined,
    column: column === undefined ? undefined : labelAt(kind, column),
    grouped: state.group !== undefined,
    folded: list.folded.size > 0,
  };
  /** Ticked records in the order of the list, as far as it is known here. */
  const ticked = [...list.ticked].sort((a, b) => (list.rows.placeOf(a) ?? 1e9) - (list.rows.placeOf(b) ?? 1e9));
  const open = (record: string) => void navigate({ to: '/records/$kind/$id', params: { kind: kind.id, id: record } });

  /** A block of cells, or whole records: those ticked or the one under the cursor. */
  const copy = async () => {
    const names = block ? fields.slice(block.left, block.right + 1) : fields;
    const ids = list.ticked.size > 0 ? [...list.ticked] : undefined;
    const count = block ? block.bottom - block.top + 1 : (ids?.length ?? 1);
    if (count > MOST_COPIED) return void message.warning(`一次最多复制 ${MOST_COPIED} 行。更多请用“导出Excel”。`);
    const one = !block && !ids && cursor?.column !== undefined;
    const from = block?.top ?? cursor?.row ?? 0;
    const cells = one ? fields.slice(cursor.column, cursor.column + 1) : names;
    const found = await fetchRows(list.ordering, cells, kind, block || !ids ? { from, count } : { count, ids });
    await toClipboard(blockOf(kind, cells, found.records, found.titles), !block && !one);
    return void message.success(
      one ? '已复制这一格。' : `已复制 ${found.records.length} 行 × ${cells.length} 栏，可粘贴到 Excel 或 WPS。`,
    );
  };
  const print = async () => {
    const count = list.ticked.size > 0 ? list.ticked.size : list.rows.total;
    if (count === 0) return;
    if (
      count > ASK_PRINT &&
      !(await modal.confirm({
        title: `要打印 ${count} ${kind.unit}吗？`,
        content: `大约 ${Math.ceil(count / 35)} 页。可以先用条件缩小范围，或改用“导出Excel”。`,
        okText: '打印全部',
        cancelText: '不打印',
      }))
    )
      return;
    const done = message.loading('正在取出要打印的记录……', 0);
    try {
      setDialog({ type: 'print', printed: await printedOf(kind, state, list, fields) });
    } finally {
      done();
    }
  };
  const said = (work: () => Promise<unknown>) => () =>
    void work().catch((error: unknown) => message.error(explain(error).message));

  const deeds: ListDeeds = {
    create: () => void navigate({ to: '/records/$kind/new', params: { kind: kind.id } }),
    open: () => list.active !== undefined && open(list.active),
    edit: () => {
      if (list.active === undefined) return;
      void navigate({
        to: '/records/$kind/$id/edit',
        params: { kind: kind.id, id: list.active },
        search: column === undefined ? {} : { field: column.split('.')[0] },
      });
    },
    change: () => setDialog({ type: 'change' }),
    merge: () => {
      const [a, b] = ticked;
      if (a && b) void navigate({ to: '/duplicates', search: { kind: kind.id, a, b } });
    },
    remove: said(async () => {
      const ids = ticked.length > 0 ? ticked : list.active !== undefined ? [list.active] : [];
      if (await input.removeMany(ids)) list.setTicked(new Set());
    }),
    copy: said(copy),
    paste: () => setDialog({ type: 'paste', text: '' }),
    takeOut: () => setDialog({ type: 'takeOut' }),
    print: said(print),
    columns: () => setDialog({ type: 'columns' }),
    filter: () => column !== undefined && input.openHead(column),
    group: () => {
      if (state.group !== undefined) change(changedState(state, { group: undefined }));
      else if (groupable) change(changedState(state, { group: column }));
      else message.info('这一栏不能分组。');
    },
    foldAll: () => list.fold((list.summary?.groups ?? []).map((group) => group.label)),
    unfoldAll: () => list.fold([]),
    tickAll: said(async () => list.setTicked(new Set(await list.allIds()))),
    tickNone: () => list.setTicked(new Set()),
  };
  return { deeds, moment, ticked, dialog, setDialog, open };
}
