/**
 * A composed document set into pages, for the paper on the screen. All places and measures are millimetres from the
 * upper left corner of the sheet, type sizes points. The page draws exactly what stands here and decides nothing:
 * every item is one absolutely placed box.
 *
 * How to draw an item with text: a box at (x, y) of width × height whose line height is `height`, one line, `white-space: pre`,
 * `letter-spacing` in points as given, aligned as said. Justified lines already carry the letter spacing that fills them,
 * so `justify` may be drawn as left. `runs` are set one after another in their own face.
 */
export interface Page {
  /** 1, 2, 3 … from the first sheet on, blank ones counted. */
  readonly number: number;
  /** What is printed as its number, whether or not it is: 12, IV. */
  readonly label: string;
  /** Left empty so that the next part begins on a right-hand page; carries nothing. */
  readonly blank?: boolean;
  readonly width: number;
  readonly height: number;
  /** The type area (版心). */
  readonly area: Box;
  readonly items: readonly PageItem[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Faces by role; which font file stands for a role is settled by the chain in the settings. */
export type Face = 'body' | 'kai' | 'heading' | 'title' | 'song';

export type PageItem = TextItem | RuleItem | TableRowItem | FigureItem;

/**
 * mark 发文机关标志或刊名 · number 文号、期号、编印单位与日期、密级 · line 正文的一行 · note 脚注的一行 · imprint 版记或报送栏的一行 · folio 页码 · head 书眉 ·
 * contents 目录的一行
 */
export interface TextItem extends Box {
  readonly kind: 'mark' | 'number' | 'line' | 'note' | 'imprint' | 'folio' | 'head' | 'contents';
  readonly align: 'left' | 'center' | 'right' | 'justify';
  readonly face: Face;
  readonly size: number;
  readonly color: 'black' | 'red';
  /** Points added after every character. */
  readonly letterSpacing: number;
  /** Millimetres from `y` to the baseline: four fifths of the line, as office programs set exact lines. */
  readonly baseline: number;
  readonly runs: readonly PlacedRun[];
  /**
   * Turned a quarter clockwise: the line runs down the right edge of its box and is as long as that is high; `baseline`
   * counts from the right edge leftwards. Folios of landscape pages.
   */
  readonly turned?: true;
  /**
   * What the line was made of: index into DocumentModel.blocks for lines, and for parts of the head and the foot the
   * path that edits reach them by: 'masthead.mark', 'imprint.receivers.0' …
   */
  readonly block?: number;
  readonly part?: string;
  /** First or last line of its block: where a caret enters and leaves. */
  readonly first?: boolean;
  readonly last?: boolean;
}

export interface PlacedRun {
  readonly text: string;
  readonly face: Face;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Set small and high: the mark of a footnote ①. */
  readonly raised?: boolean;
  /** Index into block.runs and the UTF-16 offsets of `text` in that run; absent for text the layout adds. */
  readonly run?: number;
  readonly start?: number;
  readonly end?: number;
}

export interface RuleItem extends Box {
  /** A filled bar; `height` is its thickness. Red under the head, black in the 版记 and above footnotes. */
  readonly kind: 'rule';
  readonly color: 'black' | 'red';
}

export interface TableRowItem extends Box {
  readonly kind: 'tableRow';
  readonly block: number;
  /** Row of the table; heading rows come again on later pages with repeated = true. */
  readonly row: number;
  readonly repeated: boolean;
  readonly cells: readonly PlacedCell[];
}

export interface PlacedCell extends Box {
  /** Index into the row of the model. */
  readonly cell: number;
  readonly align: 'left' | 'center' | 'right';
  readonly face: Face;
  readonly size: number;
  /** Line height of the cell's lines, centred in the cell as one block. */
  readonly lineHeight: number;
  readonly lines: readonly (readonly PlacedRun[])[];
  /** Absent: middle. */
  readonly valign?: 'top' | 'middle' | 'bottom';
  /** false: the table has no lines. */
  readonly lined?: boolean;
}

export interface FigureItem extends Box {
  readonly kind: 'figure';
  readonly block: number;
  readonly sha256: string;
  readonly name: string;
}
