import type { FigurePeriod, FigureResult } from '../figures/figure-result.ts';
import type { Lookup, StoredRecord } from '../records/record.ts';
import type { ScoreEngine } from '../scoring/engine.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { DocumentModel, Finding } from './model.ts';

/** What a clerk chooses before a document is composed; also `--param NAME=VALUE` on the command line. */
export interface DocumentParameter {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'longText' | 'integer' | 'date' | 'reference' | 'references' | 'choice';
  readonly required?: boolean;
  readonly help?: string;
  /** reference, references: kinds of record that may be chosen. */
  readonly targets?: readonly string[];
  /** choice: the values to choose from. */
  readonly options?: readonly string[];
  readonly initial?: unknown;
}

/** The records a document is made of; always the present state, so composing twice gives the same model. */
export interface DocumentMaterial {
  readonly lookup: Lookup;
  readonly list: (kind: string) => readonly StoredRecord[];
  /** Office settings: name of the body (政协示例区委员会), short name, issuer, default receivers … */
  readonly settings: OfficeSettings;
  /** Today as YYYY-MM-DD; time is passed in, never read. */
  readonly today: string;
  /** Scoring schemes, and the scores of a year by the version in force; absent where nothing is scored. */
  readonly schemes?: readonly Scheme[];
  readonly scores?: (scheme: string, year: number) => ScoreEngine | undefined;
  /** A countable figure (shared/figures) for a period; absent where nothing is counted. */
  readonly figure?: (id: string, period: FigurePeriod) => FigureResult | undefined;
  /** The number the series would issue next: 示政协办〔2024〕7号. Only shown; it is taken when the paper goes out. */
  readonly nextNumber?: (series: string, year: number) => string | undefined;
}

/** What stands on every paper of the office; edited in 资料库设置. */
export interface OfficeSettings {
  /** 中国人民政治协商会议示例区委员会 */
  readonly fullName: string;
  /** 示例区政协 */
  readonly shortName: string;
  /** 示政协: first part of document numbers. */
  readonly code: string;
  /** 政协示例区委员会办公室 */
  readonly issuer: string;
  /** Faces by role. Empty: the program's chain for the role. */
  readonly fonts: { readonly body?: string; readonly title?: string; readonly heading?: string; readonly kai?: string };
  /** Receivers of the briefing, one sentence a row. */
  readonly briefingReceivers: readonly { readonly label: string; readonly text: string }[];
}

/** Where a document is offered; the order of this list is the order of the page. */
export const DOCUMENT_GROUPS = [
  '会议',
  '提案',
  '社情民意',
  '协商监督',
  '委员履职',
  '街道',
  '公文',
  '成果',
  '书稿',
] as const;
export type DocumentGroup = (typeof DOCUMENT_GROUPS)[number];

export interface DocumentDefinition {
  readonly id: string;
  /** 会议纪要 */
  readonly label: string;
  readonly group: DocumentGroup;
  readonly description: string;
  /** Other words under which clerks look for it: 红头文件, 考核登记表. */
  readonly aliases?: readonly string[];
  /** Series its number is taken from (shared/numbering); absent: it has none. The parameter is called `number`. */
  readonly series?: string;
  /** Measured as: 公文 and 纪要 with the grid, 简报, plain tables, books. Tests and the layout card read it. */
  readonly layout: 'official' | 'minutes' | 'letter' | 'briefing' | 'plain' | 'book';
  readonly parameters: readonly DocumentParameter[];
  /**
   * Makes the document out of records.
   * @throws DocumentError when a parameter is missing or names a record that is not there.
   */
  readonly compose: (params: Readonly<Record<string, unknown>>, material: DocumentMaterial) => Composed;
}

export interface Composed {
  readonly model: DocumentModel;
  readonly findings: readonly Finding[];
}

/** Refusal with a sentence for the clerk; `parameter` names the field to mend. */
export class DocumentError extends Error {
  readonly parameter: string | undefined;
  constructor(message: string, parameter?: string) {
    super(message);
    this.name = 'DocumentError';
    this.parameter = parameter;
  }
}
