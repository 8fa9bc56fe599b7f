/** One row of a sub-table, by column. */
export type Row = Readonly<Record<string, unknown>>;
