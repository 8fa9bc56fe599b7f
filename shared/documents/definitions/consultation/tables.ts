import type { DocumentCell, DocumentParagraph, DocumentTable, ParagraphRole, Run, Source } from '../../model.ts';
import { runsText } from '../../wording.ts';

/** A column of a register. Widths are shares of the text width; about millimetres, so that they can be compared. */
export interface Column<T> {
  readonly label: string;
  readonly width: number;
  readonly align?: DocumentCell['align'];
  readonly text: (item: T, index: number) => string;
  /** Field of the record that the cell shows; a click on it leads there. */
  readonly field?: string;
}

export interface Group<T> {
  /** Row over the group; '' for none. */
  readonly label: string;
  readonly items: readonly T[];
}

/** A register with its head on every page; numbers in the first column go on through all groups. */
export function register<T>(
  columns: readonly Column<T>[],
  groups: readonly Group<T>[],
  sourceOf: (item: T) => Source | undefined,
  size: DocumentTable['size'] = 10.5,
): DocumentTable {
  const rows: DocumentCell[][] = [
    columns.map(({ label }): DocumentCell => ({ runs: [{ text: label }], align: 'center' })),
  ];
  let index = 0;
  for (const { label, items } of groups) {
    if (label) rows.push([{ runs: [{ text: label, lead: true }], colSpan: columns.length, align: 'left' }]);
    for (const item of items) {
      const source = sourceOf(item);
      rows.push(
        columns.map(({ text, align, field }): DocumentCell => {
          const about = source && (field ? { ...source, field } : source);
          return value(text(item, index), { align: align ?? 'center', ...(about ? { source: about } : {}) });
        }),
      );
      index += 1;
    }
  }
  return {
    type: 'table',
    columns: columns.map(({ width, align }) => ({ width, align: align ?? 'center' })),
    headRows: 1,
    rows,
    ...(size === undefined ? {} : { size }),
  };
}

type CellOptions = Pick<DocumentCell, 'align' | 'valign' | 'colSpan' | 'rowSpan' | 'source'>;

/** A filled or empty cell; line breaks typed by clerks become spaces, a cell is one paragraph. */
export function value(text: string, options: CellOptions = {}): DocumentCell {
  const line = text.replace(/\s*[\r\n]+\s*/gu, ' ').trim();
  const { source } = options;
  return { runs: line ? [source ? { text: line, source } : { text: line }] : [], ...options };
}

/** The label of a form. */
export const label = (text: string, options: Pick<CellOptions, 'colSpan' | 'rowSpan'> = {}): DocumentCell => ({
  runs: [{ text }],
  label: true,
  align: 'center',
  ...options,
});

/** A paragraph put together of words and runs that carry where they come from. */
export function prose(role: ParagraphRole, parts: readonly (string | Run)[], source?: Source): DocumentParagraph {
  const runs = parts
    .map((part) => (typeof part === 'string' ? { text: part } : part))
    .filter(({ text }) => text !== '')
    .map((run) => (source && !run.source ? { ...run, source } : run));
  const last = runs.at(-1);
  // What a clerk typed may end with a full stop of its own.
  const doubled = last && /^[。；]/u.test(last.text) && /[。！？]$/u.test(runsText(runs.slice(0, -1)));
  return {
    type: 'paragraph',
    role,
    runs: doubled ? [...runs.slice(0, -1), { ...last, text: last.text.slice(1) }].filter(({ text }) => text) : runs,
    ...(source ? { source } : {}),
  };
}

/** □ in front of the choices of a form, ■ in front of the chosen one: both stand in every face of 公文, ☑ does not. */
export const boxes = (choices: readonly string[], chosen: string): string =>
  choices.map((choice) => `${choice === chosen ? '■' : '□'}${choice}`).join('　');
