/**
 * What a field of a record can be. A kind of record is a plain description; list, form, detail, import headings,
 * spreadsheet columns, search and the command line all follow from it.
 *
 * Shapes of values, as they stand in the library and cross the contract:
 *   text, longText, choice → string        integer, decimal, year → number     boolean → boolean
 *   date → 'YYYY-MM-DD'  month → 'YYYY-MM'  dateTime → 'YYYY-MM-DDTHH:mm'      choices, tags → string[]
 *   reference → record id   references → record id[]   files → Attachment[]     body → Body   rows → object[]
 * A blank is an absent key: '', null, [] and undefined are never stored.
 */
export type FieldType =
  | 'text'
  | 'longText'
  | 'body'
  | 'integer'
  | 'decimal'
  | 'year'
  | 'boolean'
  | 'date'
  | 'month'
  | 'dateTime'
  | 'choice'
  | 'choices'
  | 'tags'
  | 'reference'
  | 'references'
  | 'files'
  | 'rows';

export interface Field {
  readonly type: FieldType;
  /** What the clerk reads on forms and column heads. */
  readonly label: string;
  readonly required?: boolean;
  /** Ought to be filled in: a blank is pointed out, never refused, so that an old roster can be taken in as it is. */
  readonly expected?: boolean;
  /** One short sentence under the field. */
  readonly help?: string;
  /** Other column headings under which spreadsheets carry this field (import). */
  readonly aliases?: readonly string[];
  /** Computed or set by the program: shown, never typed. */
  readonly readOnly?: boolean;
  /** Worked out of other records whenever it is shown (RecordKind.computed) and never stored. Always readOnly. */
  readonly computed?: boolean;
  /** text: codes the program keeps, with the words a clerk reads and writes for them. */
  readonly codes?: Readonly<Record<string, string>>;
  /** text: what kind of text it is; see text-format.ts. A person's name loses the blanks that spread it out (王　毅). */
  readonly format?: 'name' | 'mobile' | 'phone' | 'email' | 'postcode' | 'quarter';
  /** Personal data (mobile, identity number …): can be left out of exports. */
  readonly personal?: boolean;
  /** choice, choices: id of the enumeration (shared/records/enumerations.ts) that lists the allowed values. */
  readonly enumeration?: string;
  /** reference, references: id of the kind pointed at. */
  readonly target?: string;
  /** rows: the fields of one row, in column order. */
  readonly row?: Readonly<Record<string, Field>>;
  /** integer, decimal, year: allowed range, inclusive. */
  readonly min?: number;
  readonly max?: number;
  /** Unit written after a number, such as 人 or 万字. */
  readonly unit?: string;
  /** Column width in pixels at the standard type size. */
  readonly width?: number;
  /** Value put into a new record. */
  readonly initial?: unknown;
  /** Left out of the full text search (codes, flags). Text-like fields are searched unless this is set. */
  readonly unsearched?: boolean;
}

/** A file kept with a record; the bytes lie content-addressed in the library. */
export interface Attachment {
  readonly sha256: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** MIME type as recognised from the content. */
  readonly type: string;
}
