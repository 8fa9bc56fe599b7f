/**
 * A document before it is paper: the one model that the screen shows as pages and the Word writer writes.
 * Lengths are millimetres, type sizes points, unless a name says otherwise.
 */
export interface DocumentModel {
  /** Id of the document definition that composed it: minutes, briefing, memberRoster. */
  readonly document: string;
  readonly title: string;
  /** Suggested file name without extension: 区政协十届七次常委会会议纪要（2024年2月26日）. */
  readonly fileName: string;
  readonly page: PageSetup;
  /** Red head, if the document has one. */
  readonly masthead?: Masthead;
  readonly blocks: readonly DocumentBlock[];
  /** 版记 or 报送栏 at the foot of the last page. */
  readonly imprint?: Imprint;
}

export interface PageSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** 公文 grid of GB/T 9704-2012 (22 lines × 28 characters) or free layout. */
  readonly grid: 'official' | 'free';
  /** '— 1 —' outside, as 公文 have it; centred; none. */
  readonly folio: 'outside' | 'center' | 'none';
}

export interface Masthead {
  /**
   * official: mark 35 mm below the type area's upper edge (GB/T 9704-2012, 7.2.4); briefing: 20 mm, as 简报 have it.
   * Absent: official.
   */
  readonly style?: 'official' | 'briefing';
  /** Big red words: 主席会议纪要, 工作简报. */
  readonly mark: string;
  /** 示政协纪〔2024〕38号, or 第6期（总第38期）. */
  readonly number?: string;
  /** 简报: 编印单位 left, date right, on the row above the red rule. */
  readonly issuer?: string;
  readonly date?: string;
  /** 内部资料, 密级 …, top left. */
  readonly notice?: string;
}

export interface Imprint {
  readonly style: 'official' | 'briefing';
  /** 报, 送, 发, 抄送, 主送: label without colon, receivers as one sentence without full stop. */
  readonly receivers: readonly { readonly label: string; readonly text: string }[];
  /** Left of the last row: 政协示例区委员会办公室. */
  readonly issuer?: string;
  /** Right of the last row: 2024年2月26日印发. */
  readonly issued?: string;
  /** 共印60份, 编辑：… 核稿：… */
  readonly remarks?: string;
}

export type DocumentBlock = DocumentParagraph | DocumentTable | DocumentFigure | PageBreak;

/**
 * What a paragraph is, not how it looks; each layout knows how to set each role.
 * title 标题 · heading1–4 一、（一）1.（1） · body 正文 · salutation 主送机关 · attachmentNote 附件说明 · signature 署名 ·
 * date 成文日期 · annotation 附注 · nameList 出席：… (hanging after the lead) · editorNote 编者按 · byline 作者 · articleTitle 简报文章题 ·
 * quote 引文 · tableTitle 表题 · caption 图注 · tableNote 表下注 · blank 空行
 */
export type ParagraphRole =
  | 'title'
  | 'subtitle'
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'body'
  | 'salutation'
  | 'attachmentNote'
  | 'signature'
  | 'date'
  | 'annotation'
  | 'nameList'
  | 'editorNote'
  | 'byline'
  | 'articleTitle'
  | 'quote'
  | 'tableTitle'
  | 'caption'
  | 'tableNote'
  | 'blank';

export interface DocumentParagraph {
  readonly type: 'paragraph';
  readonly role: ParagraphRole;
  readonly runs: readonly Run[];
  /** The record this paragraph was made from. */
  readonly source?: Source;
}

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Set in 黑体: the leading word of a name list, 附件, labels. */
  readonly lead?: boolean;
  /** Plain text of a footnote anchored after this run. */
  readonly note?: string;
  readonly source?: Source;
}

export interface Source {
  readonly kind: string;
  readonly id: string;
  readonly field?: string;
}

export interface DocumentTable {
  readonly type: 'table';
  /** Widths are shares of the text width; they need not add up to anything. */
  readonly columns: readonly { readonly width: number; readonly align?: 'left' | 'center' | 'right' }[];
  /** The first headRows rows repeat on every page. */
  readonly headRows: number;
  readonly rows: readonly (readonly DocumentCell[])[];
  readonly source?: Source;
}

export interface DocumentCell {
  readonly runs: readonly Run[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly source?: Source;
}

export interface DocumentFigure {
  readonly type: 'figure';
  readonly sha256: string;
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
  readonly caption?: string;
  readonly source?: Source;
}

export interface PageBreak {
  readonly type: 'pageBreak';
}

/** A slip or gap found before export; nothing is changed without the clerk's consent. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: string;
  /** Index into blocks, when the finding has a place. */
  readonly block?: number;
  /** The record to mend. */
  readonly source?: Source;
}
