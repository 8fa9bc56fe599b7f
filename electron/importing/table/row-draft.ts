import { kindOf } from '../../../shared/records/index.ts';
import type { Problems, Values } from '../../../shared/records/record.ts';
import type { ImportField } from './fields.ts';
import type { Candidate } from './references.ts';

export type RowAction = 'add' | 'update' | 'skip' | 'refuse';

export interface ChangedCell {
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface PlannedRow {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  readonly action: RowAction;
  readonly title: string;
  /** The record updated. */
  readonly id?: string;
  readonly cells: readonly ChangedCell[];
  readonly candidates: readonly Candidate[];
  readonly problems: readonly { readonly field: string; readonly label: string; readonly message: string }[];
  readonly remarks: readonly string[];
}

/** A row that carries nothing: a heading repeated, a total, a sample. */
export function skippedRow(row: number, title: string, remark: string): PlannedRow {
  return { row, action: 'skip', title, cells: [], candidates: [], problems: [], remarks: [remark] };
}

/** Gathers what is to be said about one row. */
export class RowDraft {
  readonly row: number;
  readonly #fields: readonly ImportField[];
  readonly #problems: { field: string; label: string; message: string }[] = [];
  readonly #remarks: string[] = [];
  readonly #candidates: Candidate[] = [];

  constructor(row: number, fields: readonly ImportField[]) {
    this.row = row;
    this.#fields = fields;
  }

  get failed(): boolean {
    return this.#problems.length > 0;
  }

  problem(field: string, message: string): void {
    if (this.#problems.some((one) => one.field === field)) return;
    this.#problems.push({ field, label: this.#labelOf(field), message });
  }

  /** Problems of the record by path: assignments.2.unit is told as assignments.unit. */
  problems(kind: string, problems: Problems): void {
    for (const [path, message] of Object.entries(problems)) this.problem(keyOf(kind, path), message);
  }

  candidates(candidates: readonly Candidate[]): void {
    for (const one of candidates) if (!this.#candidates.some(({ id }) => id === one.id)) this.#candidates.push(one);
  }

  remark(text: string): void {
    if (!this.#remarks.includes(text)) this.#remarks.push(text);
  }

  /** Only about what the row says; a blank that was never there needs no remark for every row. */
  warnings(warnings: Problems, given: Values): void {
    for (const [path, message] of Object.entries(warnings))
      if (given[path.split('.')[0] ?? ''] !== undefined) this.remark(message);
  }

  refused(title: string, id?: string): PlannedRow {
    return this.#planned('refuse', title, { ...(id === undefined ? {} : { id }), candidates: this.#candidates });
  }

  done(
    action: RowAction,
    title: string,
    more: { readonly remark?: string; readonly id?: string; readonly cells?: readonly ChangedCell[] } = {},
  ): PlannedRow {
    if (more.remark) this.remark(more.remark);
    return this.#planned(action, title, {
      ...(more.id === undefined ? {} : { id: more.id }),
      ...(more.cells ? { cells: more.cells } : {}),
    });
  }

  #planned(action: RowAction, title: string, more: Partial<PlannedRow>): PlannedRow {
    const problems = action === 'refuse' ? this.#problems : [];
    return { row: this.row, action, title, cells: [], candidates: [], problems, remarks: this.#remarks, ...more };
  }

  #labelOf(key: string): string {
    const known = this.#fields.find((field) => field.key === key);
    if (known) return known.label;
    const [kind = '', name = '', column] = key.split('.');
    const field = kindOf(kind)?.fields[name];
    const inside = column === undefined ? undefined : field?.row?.[column];
    return [field?.label, inside?.label].filter(Boolean).join('·');
  }
}

function keyOf(kind: string, path: string): string {
  return [kind, ...path.split('.').filter((part) => !/^\d+$/u.test(part))].join('.');
}
