import { useCallback, useEffect, useState } from 'react';
import { type Cursor, listSession, rememberList } from './list-session.ts';
import type { ListRows } from './use-rows.ts';

/** A block of cells: from where it was begun to the cursor. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface CursorState {
  readonly cursor: Cursor | undefined;
  readonly block: Block | undefined;
  readonly move: (row: number, column?: number) => void;
  /** Draws the block from where it was begun to here. */
  readonly extend: (row: number, column: number) => void;
  readonly leaveCells: () => void;
}

/**
 * The cursor of a list. It stays on its record when the list is sorted anew or somebody changes it; `askPlace` finds a
 * record that is not among those at hand (undefined: it is no longer listed).
 */
export function useCursor(
  kind: string,
  rows: ListRows,
  askPlace: (id: string) => Promise<number | undefined>,
): CursorState {
  const [cursor, setCursor] = useState<Cursor | undefined>(() => listSession(kind)?.cursor);
  const [anchor, setAnchor] = useState<{ readonly row: number; readonly column: number }>();

  useEffect(() => {
    rememberList(kind, cursor ? { cursor } : { panel: false, cursor: undefined });
  }, [kind, cursor]);

  useEffect(() => {
    if (!cursor || rows.former || !rows.ready) return undefined;
    const there = rows.at(cursor.row);
    if (cursor.id === undefined) {
      if (there) setCursor({ ...cursor, id: there.id });
      else if (cursor.row >= rows.total) setCursor(rows.total > 0 ? { ...cursor, row: rows.total - 1 } : undefined);
      return undefined;
    }
    if (there ? there.id === cursor.id : cursor.row < rows.total) return undefined;
    const place = rows.placeOf(cursor.id);
    if (place !== undefined) {
      setCursor({ ...cursor, row: place });
      return undefined;
    }
    let live = true;
    askPlace(cursor.id).then(
      (found) => live && setCursor((old) => (old && found !== undefined ? { ...old, row: found } : undefined)),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [cursor, rows, askPlace]);

  const move = useCallback(
    (row: number, column?: number) => {
      const id = rows.at(row)?.id;
      setAnchor(undefined);
      setCursor({ row, ...(column === undefined ? {} : { column }), ...(id === undefined ? {} : { id }) });
    },
    [rows],
  );
  const extend = useCallback(
    (row: number, column: number) => {
      setAnchor((old) => old ?? { row: cursor?.row ?? row, column: cursor?.column ?? column });
      const id = rows.at(row)?.id;
      setCursor({ row, column, ...(id === undefined ? {} : { id }) });
    },
    [rows, cursor],
  );
  const leaveCells = useCallback(() => {
    setAnchor(undefined);
    setCursor((old) => old && { row: old.row, ...(old.id === undefined ? {} : { id: old.id }) });
  }, []);

  return { cursor, block: blockOf(cursor, anchor), move, extend, leaveCells };
}

function blockOf(cursor: Cursor | undefined, anchor: { row: number; column: number } | undefined): Block | undefined {
  if (cursor?.column === undefined || !anchor) return undefined;
  if (anchor.row === cursor.row && anchor.column === cursor.column) return undefined;
  return {
    top: Math.min(anchor.row, cursor.row),
    bottom: Math.max(anchor.row, cursor.row),
    left: Math.min(anchor.column, cursor.column),
    right: Math.max(anchor.column, cursor.column),
  };
}
