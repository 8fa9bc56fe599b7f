import { basename } from 'node:path';
import type { z } from 'zod';
import { AntouError } from '../../shared/api/errors.ts';
import type { importInput } from '../../shared/api/schemas.ts';
import type { DocumentOptions, SourceFile, TableOptions } from '../importing/index.ts';
import type { Desk } from './desk.ts';
import type { FileRef } from './file-handles.ts';
import { os } from './implementer.ts';
import { runJob, type Step } from './job.ts';
import { inTurn } from './saving.ts';

type Input = z.output<typeof importInput>;

/** The readers of Word, web pages and spreadsheets are large and most starts never need them. */
const readers = () => import('../importing/index.ts');

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const isSheet = (name: string) => /\.(xlsx|xls|csv)$/i.test(name);

/** Documents become 资料 or a 书稿; the rows of a sheet become records of any kind. */
type Request =
  | { readonly documents: readonly SourceFile[]; readonly as: 'material' | 'book' }
  /** Without a kind the sheet itself says (an export for update), else it is a roster. */
  | { readonly table: SourceFile; readonly as?: string };

/** One missing file among many is refused like any other bad file, with its reason; the rest go in. */
async function fileOrReason(desk: Desk, ref: FileRef, alone: boolean): Promise<SourceFile> {
  try {
    return await desk.files.file(ref);
  } catch (error) {
    if (alone || !('path' in ref) || !(error instanceof AntouError) || error.code === 'denied') throw error;
    return { name: basename(ref.path), size: 1, read: () => Promise.reject(error) };
  }
}

/** What is asked, with the kind settled by the files where the caller left it open. */
async function requestOf(desk: Desk, input: Input): Promise<Request> {
  const files: SourceFile[] = [];
  for (const ref of input.files) files.push(await fileOrReason(desk, ref, input.files.length === 1));
  const [first] = files;
  const allSheets = files.every(({ name }) => isSheet(name));
  const asDocument = input.as === 'material' || input.as === 'book';
  if (!first || (asDocument ? !allSheets : input.as === undefined && !allSheets)) {
    return { documents: files, as: input.as === 'book' ? 'book' : 'material' };
  }
  if (files.length > 1) throw new AntouError('invalid', '表格一次导入一个文件，请分开导入；没有写入任何内容。');
  return { table: first, ...(input.as ? { as: input.as } : {}) };
}

function documentOptions(as: 'material' | 'book', { options = {} }: Input): DocumentOptions {
  return {
    as,
    ...(options.category ? { category: options.category } : {}),
    ...(options.encoding ? { encoding: options.encoding } : {}),
    ...(options.again ? { again: true } : {}),
  };
}

function tableOptions({ options = {} }: Input): TableOptions {
  return {
    ...(options.sheet ? { sheet: options.sheet } : {}),
    ...(options.headingRow === undefined ? {} : { headingRow: options.headingRow }),
    ...(options.mapping ? { mapping: options.mapping } : {}),
    ...(options.valueMapping ? { valueMapping: options.valueMapping } : {}),
    ...(options.createMissing ? { createMissing: true } : {}),
    ...(options.term ? { term: options.term } : {}),
    ...(options.encoding ? { encoding: options.encoding } : {}),
    ...(options.decisions ? { decisions: options.decisions } : {}),
    ...(options.clearBlanks ? { clearBlanks: true } : {}),
  };
}

interface Running {
  readonly progress?: (step: Step) => void;
  readonly signal?: AbortSignal | undefined;
}

async function contextOf(desk: Desk, { progress, signal }: Running) {
  return {
    library: desk.opened.library,
    who: await desk.who(),
    ...(progress ? { progress } : {}),
    ...(signal ? { signal } : {}),
  };
}

async function planOf(desk: Desk, input: Input, running: Running) {
  const request = await requestOf(desk, input);
  const context = await contextOf(desk, running);
  const { planDocuments, planTable, shownDocumentPlan } = await readers();
  if ('table' in request) return (await planTable(request.table, request.as, tableOptions(input), context)).shown;
  return shownDocumentPlan(await planDocuments(request.documents, documentOptions(request.as, input), context));
}

const plan = os.import.plan.handler(({ input, context: { desk }, signal }) => planOf(desk, input, { signal }));

const run = os.import.run.handler(({ input, context: { desk }, signal }) =>
  runJob(async (progress, inner) => {
    const request = await requestOf(desk, input);
    const context = await contextOf(desk, { progress, signal: inner });
    const { importDocuments, importTable } = await readers();
    if ('documents' in request) return importDocuments(request.documents, documentOptions(request.as, input), context);
    // Between planning and writing no other change may slip in.
    return inTurn(context.library, () => importTable(request.table, request.as, tableOptions(input), context));
  }, signal),
);

const report = os.import.report.handler(async ({ input, context: { desk }, signal }) => {
  const plan = await planOf(desk, input, { signal });
  const { documentReport, tableReport } = await readers();
  const bytes = await (plan.mode === 'table' ? tableReport(plan) : documentReport(plan));
  return { file: new File([bytes as Uint8Array<ArrayBuffer>], '导入报告.xlsx', { type: XLSX }) };
});

export const importing = { plan, run, report };
