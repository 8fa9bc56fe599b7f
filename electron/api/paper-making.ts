import { AntouError } from '../../shared/api/errors.ts';
import type { Finding } from '../../shared/documents/model.ts';
import type { Desk } from './desk.ts';
import { safeFileName } from './hand-out.ts';
import { markOf, type PaperToBe, type WrittenPaper } from './paper-keeping.ts';
import { officeSettings } from './settings.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

export type PaperFormat = keyof typeof TYPES;

export interface MakePaperOptions {
  /** Absent: docx. */
  readonly format?: PaperFormat | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Nothing is embedded: a machine without the face shows another one, and whoever prints should know. */
function fontHint({ wished, used }: { wished: string; used: string }): Finding {
  const instead = used === wished ? '由 Word 或 WPS 另选相近的字体' : `以${used}代替`;
  return { severity: 'hint', message: `本机没有字体“${wished}”，${instead}。` };
}

/**
 * The bytes of a paper as Word or PDF, with what is doubtful about them. Nothing is kept yet: see rememberPapers.
 * @throws AntouError failed when a PDF cannot be made for want of faces that may be put into it
 */
export async function makePaper(
  desk: Desk,
  paper: PaperToBe,
  { format = 'docx', signal }: MakePaperOptions = {},
): Promise<{ readonly written: WrittenPaper; readonly findings: readonly Finding[] }> {
  const { library } = desk.opened;
  // The writers are large and most starts never need them.
  const { chooseFonts, installedFonts, writeWord } = await import('../exporting/index.ts');
  const installed = await installedFonts();
  const settings = officeSettings(library);
  const mark = await markOf(desk, paper);
  const options = {
    settings,
    readFile: (sha256: string) => library.readFile(sha256),
    ...(installed ? { installedFonts: installed } : {}),
    now: desk.now(),
    mark,
  };
  signal?.throwIfAborted();
  if (format === 'pdf') throw new AntouError('failed', 'PDF 还不能导出。');
  const bytes = await writeWord(paper.model, options);
  const name = safeFileName(paper.model.fileName, paper.model.title || '文书', format);
  return {
    written: { ...paper, mark, bytes, name, type: TYPES[format] },
    findings: chooseFonts(settings.fonts, installed).substitutes.map(fontHint),
  };
}
