/** A place of the document that can be edited: a paragraph, a cell of a table, or a part of head or foot. */
export interface Target {
  readonly block?: number;
  /** With block: a cell of that table. */
  readonly row?: number;
  readonly cell?: number;
  /** 'masthead.mark', 'imprint.receivers.0' … */
  readonly part?: string;
  /** Words to be marked there: UTF-16 offsets. */
  readonly range?: readonly [from: number, to: number];
}
