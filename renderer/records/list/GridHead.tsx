import { FilterFilled, FilterOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { memo, useRef, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { ListState, Sort } from '../../app/list-state.ts';
import { fieldAt, isNumeric, isSortable, orderWords } from '../fields.ts';
import { HeadMenu } from './HeadMenu.tsx';
import type { HeadHands } from './head-hands.ts';

interface HeadProps {
  readonly kind: RecordKind;
  readonly path: string;
  readonly index: number;
  readonly state: ListState;
  readonly sort: readonly Sort[];
  readonly hands: HeadHands;
  readonly next: string | undefined;
  readonly open: boolean;
  readonly onHead: (path: string | undefined) => void;
}

const ARROWS = { asc: '▲', desc: '▼', stroke: '▲' } as const;
/** Type of what is dragged: no other list and no file is taken for a column. */
const DRAGGED = 'application/x-antou-column';
const NARROWEST = 40;

/** Drawn anew only when something of its own changes: a list has a dozen of them. */
export const Head = memo(function Head({ kind, path, index, state, sort, hands, next, open, onHead }: HeadProps) {
  const onOpen = (on: boolean) => onHead(on ? path : undefined);
  const field = fieldAt(kind, path);
  const label = field?.label ?? path;
  const place = sort.findIndex(([name]) => name === path);
  const order = sort[place]?.[1];
  const [drop, setDrop] = useState<'before' | 'after'>();
  const filtered = (state.filters ?? []).some((filter) => filter.field === path);
  const sortable = isSortable(field) && !path.includes('.');
  const sign = filtered ? <FilterFilled /> : <FilterOutlined />;
  const sideOf = (event: React.DragEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientX < box.left + box.width / 2 ? 'before' : 'after';
  };
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: see Grid
    // biome-ignore-start lint/a11y/useFocusableInteractive: the buttons in it are focused
    <div
      role="columnheader"
      className="grid-headcell"
      aria-colindex={index + 2}
      aria-sort={order === undefined ? 'none' : order === 'desc' ? 'descending' : 'ascending'}
      data-numeric={isNumeric(field) || undefined}
      data-drop={drop}
      data-path={path}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, path);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setDrop(sideOf(event));
      }}
      onDragLeave={() => setDrop(undefined)}
      onDrop={(event) => {
        const moved = event.dataTransfer.getData(DRAGGED);
        setDrop(undefined);
        if (!moved) return;
        event.preventDefault();
        if (moved !== path) hands.reorder(moved, sideOf(event) === 'before' ? path : next);
      }}
    >
      {sortable ? (
        <button
          type="button"
          className="grid-sort"
          title={
            order
              ? `现按${orderWords(field, label, order)}，点一下换排序；按住 Shift 点可再加一个次序`
              : `按${label}排序；按住 Shift 点，在现有排序之后再按它排`
          }
          onClick={(event) => hands.sortBy(path, event.shiftKey)}
        >
          <span className="clip">{label}</span>
          {order && (
            <span aria-hidden="true" className="grid-order">
              {sort.length > 1 ? place + 1 : ''}
              {ARROWS[order]}
            </span>
          )}
        </button>
      ) : (
        <span className="clip">{label}</span>
      )}
      <button
        type="button"
        className="grid-filter"
        aria-label={`筛选${label}`}
        aria-expanded={open}
        title={filtered ? `${label}：已筛选` : `筛选、排序、分组：${label}`}
        data-on={filtered || undefined}
        // While it is open the popover itself hears of the click and closes.
        onClick={() => !open && onOpen(true)}
      >
        {open ? (
          <Popover
            trigger="click"
            placement="bottomLeft"
            open
            onOpenChange={onOpen}
            content={
              <HeadMenu kind={kind} path={path} state={state} sort={sort} hands={hands} onClose={() => onOpen(false)} />
            }
          >
            <span>{sign}</span>
          </Popover>
        ) : (
          <span>{sign}</span>
        )}
      </button>
      <Handle path={path} label={label} hands={hands} />
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see above
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
  );
});

/** Drawn with the mouse; the same can be typed in the dialog 栏目. A double click gives the field's own width back. */
function Handle({ path, label, hands }: { readonly path: string; readonly label: string; readonly hands: HeadHands }) {
  const from = useRef<{ readonly x: number; readonly width: number }>(undefined);
  return (
    <span
      className="grid-handle"
      aria-hidden="true"
      title={`拖动改“${label}”的宽度，双击还原`}
      draggable
      onDragStart={(event) => {
        // The head is drawn, the handle must not be.
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width: event.currentTarget.parentElement?.offsetWidth ?? NARROWEST };
      }}
      onPointerMove={(event) => {
        if (!from.current) return;
        const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
        hands.resize(path, Math.max(NARROWEST, (from.current.width + event.clientX - from.current.x) / scale));
      }}
      onPointerUp={() => {
        from.current = undefined;
      }}
      onDoubleClick={() => hands.resize(path, undefined)}
    />
  );
}
