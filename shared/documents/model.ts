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
  /** A seal goes over signature and date: the date stands 4 characters in and the signature above its middle (7.3.5.1). */
  readonly sealed?: boolean;
  /** Words in the upper right corner of the first page: A, B or C on a reply (答复函). */
  readonly corner?: string;
}

export interface PageSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** 公文 grid of GB/T 9704-2012 (22 lines × 28 characters), free layout, or the smaller type of books. */
  readonly grid: 'official' | 'free' | 'book';
  /** '— 1 —' outside, as 公文 have it; centred; '1' outside as books have it; none. */
  readonly folio: 'outside' | 'center' | 'book' | 'none';
  /** Absent: A4. 16K is 185 × 260 mm, 开本 of most 文史 books. */
  readonly paper?: 'A4' | '16K';
  /** Absent: arabic, going on from the section before. */
  readonly numbering?: { readonly format: 'arabic' | 'roman'; readonly start?: number };
  /** 书眉: what stands over even (left) and odd (right) pages. Absent: nothing. */
  readonly runningHead?: { readonly even: string; readonly odd: string };
  /** 信函格式 hides the folio of its first page (10.1). */
  readonly firstPageFolio?: 'none';
}

export interface Masthead {
  /**
   * official: mark 35 mm below the type area's upper edge (GB/T 9704-2012, 7.2.4); letter: 信函格式, 30 mm below the
   * upper edge of the page with double red lines (10.1); briefing: 20 mm, as 简报 have it. Absent: official.
   */
  readonly style?: 'official' | 'letter' | 'briefing';
  /** Big red words: 政协示例区委员会文件, 主席会议纪要, 工作简报. With `issuers`, the word after them: 文件. */
  readonly mark: string;
  /** 联合行文: names of the bodies one under the other, the leading one first, `mark` beside their middle (7.2.4). */
  readonly issuers?: readonly string[];
  /** 上行文: 签发人 on the row of the number, which then stands left (7.2.6). */
  readonly signers?: readonly string[];
  /** 份号: six digits, top left (7.2.1). */
  readonly copyNumber?: string;
  /** 密级和保密期限: 秘密★1年 (7.2.2). */
  readonly secrecy?: string;
  /** 紧急程度: 特急, 加急 (7.2.3). */
  readonly urgency?: string;
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

export type DocumentBlock =
  | DocumentParagraph
  | DocumentTable
  | DocumentFigure
  | PageBreak
  | SectionBreak
  | ContentsList;

/**
 * What a paragraph is, not how it looks; each layout knows how to set each role.
 * title 标题 · heading1–4 一、（一）1.（1） · body 正文 · salutation 主送机关 · attachmentNote 附件说明 · signature 署名 ·
 * date 成文日期 · annotation 附注 · nameList 出席：… (hanging after the lead) · editorNote 编者按 · byline 作者 · articleTitle 简报文章题 ·
 * quote 引文 · tableTitle 表题 · caption 图注 · tableNote 表下注 · blank 空行 · attachmentMark 附件1（顶格黑体）·
 * attachmentTitle 附件标题 · formTitle 表格标题 · coverTitle coverSubtitle coverNote 封面 · partTitle 编、辑 · chapterTitle 章、篇 ·
 * contentsTitle 目录二字 · small 小字正文
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
  | 'blank'
  | 'attachmentMark'
  | 'attachmentTitle'
  | 'formTitle'
  | 'coverTitle'
  | 'coverSubtitle'
  | 'coverNote'
  | 'partTitle'
  | 'chapterTitle'
  | 'contentsTitle'
  | 'small';

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
  /** Figure whose value stands here: SQ.IN with its period. */
  readonly figure?: string;
  /** Version of the record when the document was exported; set by the exporter, never by a composer. */
  readonly rev?: number;
}

export interface DocumentTable {
  readonly type: 'table';
  /** Widths are shares of the text width; they need not add up to anything. */
  readonly columns: readonly { readonly width: number; readonly align?: 'left' | 'center' | 'right' }[];
  /** The first headRows rows repeat on every page. */
  readonly headRows: number;
  readonly rows: readonly (readonly DocumentCell[])[];
  /** Least heights of rows in millimetres, by index; forms keep room for handwriting. */
  readonly heights?: readonly (number | null)[];
  /** Absent: all lines. none: only places text side by side. */
  readonly lines?: 'all' | 'none';
  /** Points; absent: 12. Forms use 14, wide registers 10.5. */
  readonly size?: 9 | 10.5 | 12 | 14;
  readonly source?: Source;
}

export interface DocumentCell {
  readonly runs: readonly Run[];
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Absent: middle. */
  readonly valign?: 'top' | 'middle' | 'bottom';
  /** Set as a label of a form: 黑体, in the middle. */
  readonly label?: boolean;
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

/** From here on pages are set differently: a landscape register in a portrait paper, the front matter of a book. */
export interface SectionBreak {
  readonly type: 'sectionBreak';
  readonly page: PageSetup;
  /** oddPage: 编 of a book begin on a right-hand page; the blank left one carries no folio. */
  readonly start: 'nextPage' | 'oddPage';
}

/** 目录: its lines and page numbers are worked out of the headings that follow it. */
export interface ContentsList {
  readonly type: 'contents';
  /** Roles that are listed, from the highest level down: ['partTitle', 'chapterTitle']. */
  readonly roles: readonly ParagraphRole[];
}

/** A slip or gap found before export; nothing is changed without the clerk's consent. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: string;
  /** Index into blocks, when the finding has a place. */
  readonly block?: number;
  /** Which cell, when the block is a table. */
  readonly cell?: { readonly row: number; readonly cell: number };
  /** Path of a part of the head or the foot: masthead.number. */
  readonly part?: string;
  /** UTF-16 offsets into the joined text of the paragraph, cell or part. */
  readonly range?: readonly [from: number, to: number];
  /** Id of the rule that found it: quotes.halfWidth. Absent for what only the composer knows. */
  readonly rule?: string;
  /** What the text of `range` becomes when the clerk agrees. */
  readonly replacement?: string;
  /** The record to mend. */
  readonly source?: Source;
}
