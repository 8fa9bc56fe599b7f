import { AntouError } from '../../shared/api/errors.ts';
import type { DocumentModel, Finding } from '../../shared/documents/model.ts';
import type { WriteWordOptions } from '../exporting/index.ts';
import type { Desk } from './desk.ts';
import { safeFileName } from './hand-out.ts';
import { markOf, type PaperToBe, type WrittenPaper } from './paper-keeping.ts';
import { officeSettings } from './settings.ts';
import { ownTemplates, writeByTemplate } from './template-use.ts';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

export type PaperFormat = keyof typeof TYPES;

export interface MakePaperOptions {
  /** Absent: docx. */
  readonly format?: PaperFormat | undefined;
  /** builtIn: without the office's own template. Absent: with it, where there is one in force. Word only. */
  readonly template?: 'own' | 'builtIn' | undefined;
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
  { format = 'docx', template, signal }: MakePaperOptions = {},
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
  const name = safeFileName(paper.model.fileName, paper.model.title || '文书', format);
  const hints = chooseFonts(settings.fonts, installed).substitutes.map(fontHint);
  if (format === 'pdf') {
    const { bytes, findings } = await asPdf(paper.model, options, signal);
    const own = ownTemplates(library)[paper.document];
    const builtIn = own?.active ? [PDF_IS_BUILT_IN] : [];
    return { written: { ...paper, mark, bytes, name, type: TYPES.pdf }, findings: [...hints, ...builtIn, ...findings] };
  }
  const filled =
    template === 'builtIn' ? undefined : await writeByTemplate(desk, paper.model, { installedFonts: installed, mark });
  const bytes = filled?.bytes ?? (await writeWord(paper.model, options));
  return {
    written: { ...paper, mark, bytes, name, type: TYPES.docx },
    findings: [...hints, ...(filled?.findings ?? [])],
  };
}

const PDF_IS_BUILT_IN: Finding = {
  severity: 'hint',
  message: 'PDF 用的是内置版式。要用自备模板的版式，请导出 Word，再用 Word 或 WPS 另存为 PDF。',
};

async function asPdf(
  model: DocumentModel,
  options: WriteWordOptions,
  signal: AbortSignal | undefined,
): Promise<{ bytes: Uint8Array; findings: Finding[] }> {
  const { writePdf } = await import('../exporting/pdf/index.ts');
  const made = await writePdf(model, options, signal);
  if (!made) {
    const why = '这台电脑上没有可以放进 PDF 的中文字体（没有安装，或字体的许可不准嵌入）';
    throw new AntouError(
      'failed',
      `没有导出：${why}。请先导出 Word，再用 Word 或 WPS 另存为 PDF；资料库里的内容不受影响。`,
    );
  }
  const findings: Finding[] = made.forbidden.map((family) => ({
    severity: 'hint',
    message: `字体“${family}”的许可不准嵌入文件，PDF 里用了相近的字体。`,
  }));
  if (made.missing.length > 0)
    findings.push({
      severity: 'warning',
      message: `这台电脑的字体里没有${made.missing.slice(0, 12).join('、')}，PDF 里以“〓”代替，请核对。`,
    });
  return { bytes: made.bytes, findings };
}
