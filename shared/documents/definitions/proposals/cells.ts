import type { DocumentCell, DocumentTable, Run, Source } from '../../model.ts';

type More = Omit<DocumentCell, 'runs' | 'source'>;

/** A cell with one text; an empty one stays empty, to be filled in by hand. */
export function cell(text: string, source?: Source, more: More = {}): DocumentCell {
  const from = source ? { source } : {};
  return { runs: text ? [{ text, ...from }] : [], ...more, ...from };
}

export const label = (text: string, more: More = {}): DocumentCell => ({ runs: [{ text }], label: true, ...more });

const headRow = (texts: readonly string[]): DocumentCell[] =>
  texts.map((text) => cell(text, undefined, { align: 'center' }));

/**
 * □满意　■基本满意: choices to tick, those on record filled. Both signs are in every face of the office; ☐ and ☑ are not.
 * @param cells full-width characters that fit into the cell; a choice goes to the next line rather than being torn.
 */
export function boxes(options: readonly string[], chosen: readonly string[], cells: number, source?: Source): Run[] {
  let used = 0;
  return options.map((option) => {
    const length = [...option].reduce((sum, character) => sum + (/[\x20-\x7e]/u.test(character) ? 0.5 : 1), 1);
    const fits = used > 0 && used + 1 + length <= cells;
    const before = used === 0 ? '' : fits ? '\u3000' : '\n';
    used = fits ? used + 1 + length : length;
    return { text: `${before}${chosen.includes(option) ? '■' : '□'}${option}`, ...(source ? { source } : {}) };
  });
}

export interface Column {
  readonly label: string;
  /** Millimetres, as a share of the width. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A register: a head that repeats, one row a record. */
export function register(
  columns: readonly Column[],
  rows: readonly (readonly DocumentCell[])[],
  size: 9 | 10.5 | 12 = 10.5,
): DocumentTable {
  return {
    type: 'table',
    columns: columns.map(({ width, align }) => ({ width, align: align ?? 'center' })),
    headRows: 1,
    rows: [headRow(columns.map((column) => column.label)), ...rows],
    size,
  };
}
