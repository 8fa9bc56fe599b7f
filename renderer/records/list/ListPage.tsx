import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { changedState, type ListState } from '../../app/list-state.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { fieldAt, findKind, labelAt, ordersOf } from '../fields.ts';
import { useRemove } from '../use-remove.tsx';
import { useListVerbs } from '../verbs.tsx';
import { FilterBar } from './FilterBar.tsx';
import { Foot } from './Foot.tsx';
import { Grid } from './Grid.tsx';
import type { HeadHands } from './head-hands.ts';
import { ListDialogs } from './ListDialogs.tsx';
import { ListMenu, ListToolbar } from './ListToolbar.tsx';
import { listSession, rememberList } from './list-session.ts';
import { verbsNow } from './list-verbs.ts';
import { nextSort, sortWords } from './list-words.ts';
import { SidePanel } from './SidePanel.tsx';
import { useClipboard } from './use-clipboard.ts';
import { type Layout, useLayout } from './use-layout.ts';
import { type ListModel, useList } from './use-list.ts';
import { useListDeeds } from './use-list-deeds.ts';
import { useViews } from './use-views.ts';
import { ViewMenu } from './ViewMenu.tsx';
import './list.css';

/** The list of any kind of record, drawn from its description. */
export function ListPage() {
  const { kind: id } = useParams({ from: '/records/$kind' });
  const kind = findKind(id);
  if (!kind) return <EmptyState title="没有这种记录">地址可能写错了。请从左边的栏目里选。</EmptyState>;
  return <RecordList key={kind.id} kind={kind} />;
}

function RecordList({ kind }: { readonly kind: RecordKind }) {
  const state = useSearch({ from: '/records/$kind' });
  const navigate = useNavigate();
  const layout = useLayout(kind);
  const list = useList(kind, state, layout.fields);
  const [panel, setPanel] = useState(() => listSession(kind.id)?.panel ?? false);
  const [head, setHead] = useState<string>();
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number }>();
  const remove = useRemove();

  const showPanel = (shown: boolean) => {
    setPanel(shown);
    rememberList(kind.id, { panel: shown });
  };
  const change = useCallback(
    (next: ListState) =>
      void navigate({ to: '/records/$kind', params: { kind: kind.id }, search: changedState(next, {}), replace: true }),
    [navigate, kind.id],
  );
  const views = useViews(kind, state, layout, change);
  const work = useListDeeds({
    kind,
    state,
    list,
    layout,
    change,
    removeMany: (ids) => remove.askMany(kind, ids),
    openHead: setHead,
  });
  const { deeds, moment, ticked } = work;
  const own = useListVerbs({ kind, ticked });
  const hands = useHeadHands(kind, state, list, layout, change);
  const keys = Object.fromEntries(
    verbsNow(moment).flatMap((verb) => (verb.key ? [[verb.key, () => deeds[verb.deed]()]] : [])),
  );

  useKeys({ find: () => document.getElementById('list-text')?.focus(), print: deeds.print });
  useClipboard({ copy: deeds.copy, paste: (text) => work.setDialog({ type: 'paste', text }) });
  const { rows } = list;
  useActiveOnReturn(rows.total > 0);

  const narrowed = Boolean(state.text || state.filters?.length);
  const empty = rows.ready && !rows.former && rows.total === 0;
  const shown = panel && list.active !== undefined;

  return (
    <PageFrame
      fixed
      title={kind.label}
      sub={rows.ready && `${rows.total} ${kind.unit}${narrowed ? '符合条件' : ''} · ${sortWords(kind, list.sort)}`}
      verbs={
        <ListToolbar
          moment={moment}
          deeds={deeds}
          own={ticked.length > 0 ? own.papers : own.always}
          folded={ticked.length > 0 ? own.always : []}
          ticked={ticked}
          busy={remove.busy}
        />
      }
      bar={
        !(empty && !narrowed && views.all.length === 0) && (
          <>
            <ViewMenu
              kind={kind}
              views={views}
              worthSaving={narrowed || layout.isOwn || Boolean(state.sort || state.group)}
            />
            <FilterBar kind={kind} state={state} onChange={change} />
            {state.group && (
              <span className="chip">
                <span className="chip-words">按{labelAt(kind, state.group)}分组</span>
                <button
                  type="button"
                  aria-label="取消分组"
                  onClick={() => change(changedState(state, { group: undefined }))}
                >
                  ✕
                </button>
              </span>
            )}
          </>
        )
      }
    >
      <RefusalNote refusal={rows.refusal} />
      {remove.notes}
      {!rows.ready && !rows.refusal && <RouteLoading />}
      {empty && (
        <Empty
          kind={kind}
          narrowed={narrowed}
          onCreate={deeds.create}
          onPaste={deeds.paste}
          onClear={() => change(changedState(state, { text: undefined, filters: undefined }))}
        />
      )}
      {rows.total > 0 && (
        <div className="list-layout">
          <div className="list-sheet">
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows in it have the keys, this opens what was chosen */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
            <div
              className="grid-frame"
              onClick={(event) => {
                if (!panel && event.target instanceof Element && event.target.closest('[data-row]')) showPanel(true);
              }}
            >
              <Grid
                kind={kind}
                list={list}
                state={state}
                columns={layout.columns}
                fields={layout.fields}
                hands={hands}
                keys={keys}
                openHead={head}
                onHead={setHead}
                onShow={() => !panel && showPanel(true)}
                onOpen={work.open}
                onLeave={() => showPanel(false)}
                onMenu={(x, y) => setMenu({ x, y })}
              />
            </div>
            <Foot kind={kind} list={list} fields={layout.fields} />
          </div>
          {shown && list.active && <SidePanel kind={kind} id={list.active} onClose={() => showPanel(false)} />}
        </div>
      )}
      <ListMenu
        moment={moment}
        deeds={deeds}
        own={[...own.papers, ...own.always]}
        ticked={ticked}
        active={list.active}
        place={menu}
        onClose={() => setMenu(undefined)}
      />
      <ListDialogs
        kind={kind}
        list={list}
        layout={layout}
        dialog={work.dialog}
        ticked={ticked}
        title={views.current?.name ?? `${kind.label}一览表`}
        onClose={() => {
          work.setDialog(undefined);
          document.querySelector<HTMLElement>('.grid')?.focus({ preventScroll: true });
        }}
      />
    </PageFrame>
  );
}

/** What the heads of the columns do. */
function useHeadHands(
  kind: RecordKind,
  state: ListState,
  list: ListModel,
  layout: Layout,
  change: (next: ListState) => void,
): HeadHands {
  return useMemo<HeadHands>(
    () => ({
      sortBy: (path, add) =>
        change(changedState(state, { sort: nextSort(state, list.sort, path, ordersOf(fieldAt(kind, path)), add) })),
      change,
      resize: (path, width) =>
        layout.change(
          layout.columns.map((column) =>
            column.field === path ? { field: path, ...(width === undefined ? {} : { width }) } : column,
          ),
        ),
      reorder: (path, before) => {
        const moved = layout.columns.find((column) => column.field === path);
        if (!moved) return;
        const others = layout.columns.filter((column) => column.field !== path);
        const at = others.findIndex((column) => column.field === before);
        layout.change(at < 0 ? [...others, moved] : [...others.slice(0, at), moved, ...others.slice(at)]);
      },
      hide: (path) => {
        const others = layout.columns.filter((column) => column.field !== path);
        if (others.length > 0) layout.change(others);
      },
    }),
    [kind, state, list.sort, layout, change],
  );
}

/** Going back to a list puts the focus where it was, so that the arrows go on from the same row. */
function useActiveOnReturn(ready: boolean): void {
  useEffect(() => {
    if (ready && document.activeElement === document.body) {
      document.querySelector<HTMLElement>('.grid')?.focus({ preventScroll: true });
    }
  }, [ready]);
}

interface EmptyProps {
  readonly kind: RecordKind;
  readonly narrowed: boolean;
  readonly onCreate: () => void;
  readonly onPaste: () => void;
  readonly onClear: () => void;
}

function Empty({ kind, narrowed, onCreate, onPaste, onClear }: EmptyProps) {
  if (narrowed) {
    return (
      <EmptyState title={`没有符合条件的${kind.label}`} verbs={<Button onClick={onClear}>清除全部条件</Button>}>
        换一个条件，或清除条件看全部。
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={`还没有${kind.label}`}
      verbs={
        <>
          <Link to="/import" search={{ as: kind.id }}>
            <Button tabIndex={-1}>从文件导入</Button>
          </Link>
          <Button onClick={onPaste}>从 Excel 粘贴</Button>
          <Button type="primary" onClick={onCreate}>
            新建{kind.label}
          </Button>
        </>
      }
    >
      {kind.purpose}
    </EmptyState>
  );
}
