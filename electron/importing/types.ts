import type { Body } from '../../shared/text/body.ts';

/** A file to bring in. Bytes are read lazily so that a 200 MB file is refused by its size alone. */
export interface SourceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly read: () => Promise<Uint8Array>;
}

/** Pictures met while reading; the caller stores them and the body refers to them by content address. */
export interface ExtractedPicture {
  readonly sha256: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly width?: number;
  readonly height?: number;
}

/** What was read out of one document file. */
export interface ReadDocument {
  readonly format: 'text' | 'markdown' | 'html' | 'docx';
  /** UTF-8, UTF-8（带 BOM）, GB18030, Big5 …; only for text formats. */
  readonly encoding?: string;
  /** False when another encoding would have been nearly as likely: show a preview and ask. */
  readonly encodingConfident?: boolean;
  readonly title: string;
  /** Where title, date and source were found, or why not: shown in the wizard. */
  readonly date?: string;
  /** 来源：报刊、作者单位或网站 */
  readonly source?: string;
  readonly author?: string;
  readonly body: Body;
  readonly pictures: readonly ExtractedPicture[];
  /** Chinese: what was mended or left out (断行 12 处已接续, 2 个外部图片未取). */
  readonly notes: readonly string[];
}

/** A sheet as read: every cell as the text the clerk sees. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Chinese remarks: 3 个公式格取其结果 … */
  readonly notes: readonly string[];
}
