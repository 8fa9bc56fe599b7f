import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { StoredRecord, Titles } from '../../app/api.ts';
import type { Sort } from '../../app/list-state.ts';
import { keyOf, onKeys } from '../../ui/keys.ts';
import { fieldAt, isNumeric, isSortable, orderWords, widthOf } from '../fields.ts';
import { GridRow } from './GridRow.tsx';
import { listSession, rememberList } from './list-session.ts';
import './grid.css';

export interface GridProps {
  readonly kind: RecordKind;
  readonly columns: readonly string[];
  readonly records: readonly StoredRecord[];
  readonly titles: Titles;
  readonly sort: readonly Sort[];
  readonly onSort: (field: string) => void;
  readonly active: string | undefined;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onDelete: () => void;
  readonly onLeave: () => void;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (next: ReadonlySet<string>) => void;
}

const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
/** Height of a row in rem; the same as --row in theme.css. */
const ROW_REM = 2.3125;
const PAGE_ROWS = 12;

/** The table like a spreadsheet: only the rows in view are drawn; arrows, Enter, Space and Shift work as expected. */
export function Grid(props: GridProps) {
  const { kind, columns, records, titles, active, ticked } = props;
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = Math.round(ROW_REM * rem());
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: listSession(kind.id)?.scroll ?? 0,
    scrollPaddingStart: rowHeight,
  });
  const scale = rem() / 16;
  const template = `2.5rem ${columns.map((path) => columnTrack(widthOf(fieldAt(kind, path)) * scale)).join(' ')}`;
  const activeIndex = records.findIndex((record) => record.id === active);

  useEffect(() => {
    box.current?.focus({ preventScroll: true });
  }, []);

  const move = (to: number) => {
    const index = Math.max(0, Math.min(records.length - 1, to));
    const record = records[index];
    if (!record) return;
    props.onActivate(record.id);
    rows.scrollToIndex(index);
  };
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    props.onTick(next);
  };
  const tickTo = (index: number) => {
    const from = activeIndex < 0 ? index : activeIndex;
    const range = records.slice(Math.min(from, index), Math.max(from, index) + 1);
    props.onTick(new Set([...ticked, ...range.map((record) => record.id)]));
  };
  const keys = onKeys({
    down: (event) => {
      if (event.shiftKey) tickTo(activeIndex + 1);
      move(activeIndex + 1);
    },
    up: (event) => {
      if (event.shiftKey) tickTo(Math.max(0, activeIndex - 1));
      move(activeIndex - 1);
    },
    pageDown: () => move(activeIndex + PAGE_ROWS),
    pageUp: () => move(activeIndex - PAGE_ROWS),
    home: () => move(0),
    end: () => move(records.length - 1),
    enter: () => active && props.onOpen(active),
    space: () => active && toggle(active),
    delete: props.onDelete,
    escape: props.onLeave,
    selectAll: () => props.onTick(new Set(records.map((record) => record.id))),
  });

  return (
    // biome-ignore-start lint/a11y/useSemanticElements: a virtual grid cannot be a table element; the roles say the same
    // biome-ignore-start lint/a11y/useFocusableInteractive: the grid is focused, aria-activedescendant names the row
    <div
      ref={box}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={`${kind.label}列表`}
      aria-rowcount={records.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={active ? `row-${active}` : undefined}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget || keyOf(event.nativeEvent) !== 'enter') keys(event);
      }}
      onScroll={(event) => rememberList(kind.id, { scroll: event.currentTarget.scrollTop })}
      style={{ '--columns': template } as React.CSSProperties}
    >
      <div role="rowgroup" className="grid-head">
        <div role="row" className="grid-row" aria-rowindex={1}>
          <div role="columnheader" className="grid-tick">
            <Checkbox
              aria-label="全选"
              checked={records.length > 0 && ticked.size === records.length}
              indeterminate={ticked.size > 0 && ticked.size < records.length}
              onChange={(event) => props.onTick(new Set(event.target.checked ? records.map((r) => r.id) : []))}
            />
          </div>
          {columns.map((path) => (
            <Head key={path} kind={kind} path={path} sort={props.sort} onSort={props.onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className="grid-body" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const record = records[item.index];
          if (!record) return null;
          return (
            <GridRow
              key={record.id}
              kind={kind}
              columns={columns}
              record={record}
              titles={titles}
              index={item.index}
              top={item.start}
              height={item.size}
              active={record.id === active}
              ticked={ticked.has(record.id)}
              onTick={toggle}
              onTickTo={tickTo}
              onActivate={props.onActivate}
              onOpen={props.onOpen}
            />
          );
        })}
      </div>
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see above
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
  );
}

/** At least its width; what is left over is shared out in proportion. */
const columnTrack = (width: number) => `minmax(${Math.round(width)}px, ${Math.round(width)}fr)`;

interface HeadProps {
  readonly kind: RecordKind;
  readonly path: string;
  readonly sort: readonly Sort[];
  readonly onSort: (field: string) => void;
}

const ARROWS = { asc: '↑', desc: '↓', stroke: '↑' } as const;

function Head({ kind, path, sort, onSort }: HeadProps) {
  const field = fieldAt(kind, path);
  const label = field?.label ?? path;
  const order = sort.find(([name]) => name === path)?.[1];
  const ariaSort = order === undefined ? 'none' : order === 'desc' ? 'descending' : 'ascending';
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Grid
    // biome-ignore lint/a11y/useFocusableInteractive: the button in it is focused
    <div role="columnheader" aria-sort={ariaSort} data-numeric={isNumeric(field) || undefined}>
      {isSortable(field) ? (
        <button
          type="button"
          className="grid-sort"
          title={order ? `现按${orderWords(field, label, order)}，点一下换排序` : `按${label}排序`}
          onClick={() => onSort(path)}
        >
          <span className="clip">{label}</span>
          {order && <span aria-hidden="true">{ARROWS[order]}</span>}
        </button>
      ) : (
        <span className="clip">{label}</span>
      )}
    </div>
  );
}
