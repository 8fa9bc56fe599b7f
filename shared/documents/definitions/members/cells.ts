import type { DocumentCell, DocumentTable, Run, Source } from '../../model.ts';

interface CellLook {
  readonly align?: 'left' | 'center' | 'right';
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly valign?: 'top' | 'middle' | 'bottom';
  readonly source?: Source | undefined;
  /** Set in 黑体: a group, a sum. */
  readonly lead?: boolean;
}

/** A cell with one text; a blank text stays an empty cell, to be filled in by hand. */
export function cell(text: string, { lead, source, ...look }: CellLook = {}): DocumentCell {
  const run: Run = { text, ...(lead ? { lead } : {}), ...(source ? { source } : {}) };
  return { runs: text ? [run] : [], align: 'center', ...look, ...(source ? { source } : {}) };
}

export const left = (text: string, source?: Source): DocumentCell => cell(text, { align: 'left', source });

/** A label of a form. */
export const label = (text: string, look: Pick<CellLook, 'colSpan' | 'rowSpan'> = {}): DocumentCell => ({
  runs: [{ text }],
  label: true,
  align: 'center',
  ...look,
});

export interface Column<T> {
  readonly label: string;
  /** Share of the width; millimetres where the page is known. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly text: (item: T) => string;
}

/** A register: a head that repeats, one row an item with its source. */
export function register<T>(
  columns: readonly Column<T>[],
  items: readonly T[],
  sourceOf: (item: T) => Source | undefined,
  size: NonNullable<DocumentTable['size']> = 10.5,
): DocumentTable {
  return {
    type: 'table',
    columns: columns.map(({ width, align = 'center' }) => ({ width, align })),
    headRows: 1,
    size,
    rows: [
      columns.map((column) => cell(column.label)),
      ...items.map((item) =>
        columns.map(({ align = 'center', text }) => cell(text(item), { align, source: sourceOf(item) })),
      ),
    ],
  };
}
