import { useCallback, useMemo, useState } from 'react';
import type { RecordKind } from '../../../shared/records/kind.ts';
import { changePreferences, usePreferences } from '../../app/preferences.ts';
import { fieldAt } from '../fields.ts';

export interface Column {
  /** Field of the kind. */
  readonly field: string;
  /** Pixels at the standard type size; the field's own when absent. */
  readonly width?: number;
}

export interface Layout {
  readonly columns: readonly Column[];
  /** Field names in order: the same array as long as they stay the same. */
  readonly fields: readonly string[];
  readonly isOwn: boolean;
  readonly change: (columns: readonly Column[]) => void;
  /** Back to the columns of the kind. */
  readonly reset: () => void;
}

/** A body is a page of text, pictures and rows are no cell. */
export const canBeColumn = (kind: RecordKind, field: string): boolean => {
  const type = fieldAt(kind, field)?.type;
  return type !== undefined && type !== 'body';
};

export const ownColumns = (kind: RecordKind): readonly Column[] => kind.list.columns.map((field) => ({ field }));

/** Which columns a list shows, in which order and how wide: remembered on this machine, by kind. */
export function useLayout(kind: RecordKind): Layout {
  const { preferences } = usePreferences();
  const stored = preferences.layouts?.[kind.id];
  // The screen follows the hand; the file follows when the office has written it.
  const [held, setHeld] = useState<readonly Column[] | 'own'>();
  const columns = useMemo(() => {
    const kept = held === 'own' ? [] : (held ?? stored ?? []).filter(({ field }) => canBeColumn(kind, field));
    return kept.length > 0 ? kept.map(asColumn) : ownColumns(kind);
  }, [held, stored, kind]);
  const names = columns.map(({ field }) => field).join('\u0000');
  const fields = useMemo(() => names.split('\u0000'), [names]);

  const keep = useCallback(
    (next: readonly Column[] | undefined) => {
      const { [kind.id]: _old, ...others } = preferences.layouts ?? {};
      const layouts = next ? { ...others, [kind.id]: next.map(asColumn) } : others;
      // A machine folder that cannot be written must not keep a column from moving.
      void changePreferences({ layouts }).catch(() => undefined);
    },
    [preferences.layouts, kind.id],
  );
  const change = useCallback(
    (next: readonly Column[]) => {
      setHeld(next);
      keep(next);
    },
    [keep],
  );
  const reset = useCallback(() => {
    setHeld('own');
    keep(undefined);
  }, [keep]);
  return useMemo(
    () => ({ columns, fields, isOwn: !sameColumns(columns, ownColumns(kind)), change, reset }),
    [columns, fields, kind, change, reset],
  );
}

const asColumn = ({ field, width }: { field: string; width?: number | undefined }): Column =>
  width === undefined ? { field } : { field, width: Math.round(Math.max(40, Math.min(1200, width))) };

/** The same columns in the same order; how wide they are is no matter. */
export const sameColumns = (a: readonly Column[], b: readonly Column[]): boolean =>
  a.map(({ field }) => field).join() === b.map(({ field }) => field).join();
