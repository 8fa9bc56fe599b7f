import { PlusOutlined } from '@ant-design/icons';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { explain } from '../../app/errors.ts';
import type { ListState, Sort } from '../../app/list-state.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { fieldAt, findKind, ordersOf, orderWords } from '../fields.ts';
import { useRemove } from '../use-remove.tsx';
import { ListVerbs } from '../verbs.tsx';
import { FilterBar } from './FilterBar.tsx';
import { Foot } from './Foot.tsx';
import { Grid } from './Grid.tsx';
import { listSession, rememberList } from './list-session.ts';
import { SidePanel } from './SidePanel.tsx';
import { useList } from './use-list.ts';

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
  const list = useList(kind, state);
  const [panel, setPanel] = useState(() => listSession(kind.id)?.panel ?? false);
  const remove = useRemove();

  const showPanel = (shown: boolean) => {
    setPanel(shown);
    rememberList(kind.id, { panel: shown });
  };
  const change = (next: ListState) =>
    void navigate({ to: '/records/$kind', params: { kind: kind.id }, search: next, replace: true });
  const open = (record: string) => void navigate({ to: '/records/$kind/$id', params: { kind: kind.id, id: record } });
  const create = () => void navigate({ to: '/records/$kind/new', params: { kind: kind.id } });
  const sortBy = (field: string) => change(nextSort(state, list.sort, field, ordersOf(fieldAt(kind, field))));
  const chosen = list.ticked.size > 0 ? [...list.ticked] : list.active ? [list.active] : [];
  const removeChosen = () =>
    void remove.ask(
      kind,
      chosen.flatMap((record) => list.records.find((item) => item.id === record) ?? []),
      list.titles,
    );

  useKeys({ find: () => document.getElementById('list-text')?.focus() });
  useActiveOnReturn(list.records.length > 0);

  const narrowed = Boolean(state.text || state.filters?.length);
  const empty = list.query.isFetched && !list.query.isPlaceholderData && list.total === 0;
  const shown = panel && list.active !== undefined;

  return (
    <PageFrame
      fixed
      title={kind.label}
      sub={
        list.query.isFetched &&
        `${list.total} ${kind.unit}${narrowed ? '符合条件' : ''} · ${sortWords(kind, list.sort)}`
      }
      verbs={
        <>
          {list.ticked.size > 0 && (
            <Button danger onClick={removeChosen} loading={remove.busy}>
              删除 {list.ticked.size} {kind.unit}
            </Button>
          )}
          <ListVerbs
            kind={kind}
            ticked={list.records.filter((record) => list.ticked.has(record.id)).map((record) => record.id)}
          />
          <Button type="primary" icon={<PlusOutlined />} onClick={create}>
            新建{kind.label}
          </Button>
        </>
      }
      bar={!(empty && !narrowed) && <FilterBar kind={kind} state={state} onChange={change} />}
    >
      {list.query.error && <RefusalNote refusal={explain(list.query.error)} />}
      {remove.notes}
      {list.query.isPending && <RouteLoading />}
      {empty && (
        <Empty kind={kind} narrowed={narrowed} onCreate={create} onClear={() => change({ sort: state.sort ?? [] })} />
      )}
      {list.records.length > 0 && (
        <div className="list-layout">
          <div className="list-sheet">
            <Grid
              kind={kind}
              columns={kind.list.columns}
              records={list.records}
              titles={list.titles}
              sort={list.sort}
              onSort={sortBy}
              active={list.active}
              onActivate={(record) => {
                list.activate(record);
                if (!panel) showPanel(true);
              }}
              onOpen={open}
              onDelete={removeChosen}
              onLeave={() => showPanel(false)}
              ticked={list.ticked}
              onTick={list.setTicked}
            />
            <Foot kind={kind} records={list.records} ticked={list.ticked} total={list.total} />
          </div>
          {shown && list.active && <SidePanel kind={kind} id={list.active} onClose={() => showPanel(false)} />}
        </div>
      )}
    </PageFrame>
  );
}

/** Another field starts in its natural order; the same one goes to its next order, then back to the kind's own. */
function nextSort(state: ListState, sort: readonly Sort[], field: string, orders: readonly Sort[1][]): ListState {
  const rest = { ...(state.text ? { text: state.text } : {}), ...(state.filters ? { filters: state.filters } : {}) };
  const [leading] = sort;
  const at = leading?.[0] === field ? orders.indexOf(leading[1]) : -1;
  const next = orders[(at + 1) % orders.length];
  const done = state.sort !== undefined && at === orders.length - 1;
  return done || next === undefined ? rest : { ...rest, sort: [[field, next]] };
}

function sortWords(kind: RecordKind, sort: readonly Sort[]): string {
  const words = sort.map(([path, order]) => {
    const field = fieldAt(kind, path);
    return orderWords(field, field?.label ?? path, order);
  });
  return `按${words.join('、')}`;
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
  readonly onClear: () => void;
}

const IMPORTABLE: readonly string[] = ['member', 'material', 'book'];

function Empty({ kind, narrowed, onCreate, onClear }: EmptyProps) {
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
          {IMPORTABLE.includes(kind.id) && (
            <Link to="/import" search={{ as: kind.id }}>
              <Button tabIndex={-1}>从文件导入</Button>
            </Link>
          )}
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
