import { useMemo, useRef } from 'react';
import type { KeyMap } from '../../ui/keys.ts';
import type { RowHands } from './GridRow.tsx';
import type { GridProps } from './grid-props.ts';

const PAGE_ROWS = 12;

interface GridHands {
  readonly keys: KeyMap;
  /** The same object for as long as the list is shown, so that rows need not be drawn anew. */
  readonly hands: RowHands;
}

/** What keys and mouse do in the grid: go about, tick, draw a block of cells. */
export function useGridKeys(props: GridProps & { readonly scrollTo: (row: number) => void }): GridHands {
  const { list, fields } = props;
  const { rows, lines, at, ticked, setTicked } = list;
  const { cursor } = at;
  const lastColumn = fields.length - 1;

  const go = (row: number, column = cursor?.column) => {
    if (rows.total === 0) return;
    const to = Math.max(0, Math.min(rows.total - 1, row));
    at.move(to, column);
    props.onShow();
    props.scrollTo(to);
  };
  const step = (by: number) => go(cursor ? lines.step(cursor.row, by) : by > 0 ? 0 : rows.total - 1);
  const tick = (row: number) => {
    const id = rows.at(row)?.id;
    if (id === undefined) return;
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  /** From the cursor to here; what lies between may not be at hand. */
  const tickTo = (row: number) => {
    const from = cursor?.row ?? row;
    const [first, last] = [Math.min(from, row), Math.max(from, row)];
    const here = Array.from({ length: last - first + 1 }, (_, index) => rows.at(first + index)?.id);
    if (here.every((id) => id !== undefined)) setTicked(new Set([...ticked, ...here]));
    else void list.allIds().then((ids) => setTicked(new Set([...ticked, ...ids.slice(first, last + 1)])));
  };
  const sideways = (by: number) => {
    if (!cursor) return step(1);
    go(cursor.row, Math.max(0, Math.min(lastColumn, cursor.column === undefined ? 0 : cursor.column + by)));
    return undefined;
  };
  /** Shift with an arrow: over whole rows it ticks, from a cell it draws a block. */
  const withShift = (rowStep: number, columnStep: number) => {
    if (!cursor) return;
    if (cursor.column === undefined) {
      if (rowStep === 0) return;
      const to = lines.step(cursor.row, rowStep);
      tickTo(to);
      go(to);
      return;
    }
    const row = rowStep === 0 ? cursor.row : lines.step(cursor.row, rowStep);
    at.extend(row, Math.max(0, Math.min(lastColumn, cursor.column + columnStep)));
    props.scrollTo(row);
  };

  const keys: KeyMap = {
    ...props.keys,
    down: (event) => (event.shiftKey ? withShift(1, 0) : step(1)),
    up: (event) => (event.shiftKey ? withShift(-1, 0) : step(-1)),
    left: (event) => (event.shiftKey ? withShift(0, -1) : sideways(-1)),
    right: (event) => (event.shiftKey ? withShift(0, 1) : sideways(1)),
    pageDown: (event) => (event.shiftKey ? withShift(PAGE_ROWS, 0) : step(PAGE_ROWS)),
    pageUp: (event) => (event.shiftKey ? withShift(-PAGE_ROWS, 0) : step(-PAGE_ROWS)),
    home: () => go(0),
    end: () => go(rows.total - 1),
    space: () => cursor && tick(cursor.row),
    escape: () => {
      at.leaveCells();
      // A block is given up first; then the panel beside the list goes.
      if (!at.block) props.onLeave();
    },
  };

  const present: RowHands = {
    tick,
    tickTo,
    choose: (row, column) => at.move(row, column),
    draw: (row, column) => at.extend(row, column),
    open: props.onOpen,
  };
  const latest = useRef(present);
  latest.current = present;
  const hands = useMemo<RowHands>(
    () => ({
      tick: (row) => latest.current.tick(row),
      tickTo: (row) => latest.current.tickTo(row),
      choose: (row, column) => latest.current.choose(row, column),
      draw: (row, column) => latest.current.draw(row, column),
      open: (id) => latest.current.open(id),
    }),
    [],
  );
  return { keys, hands };
}
