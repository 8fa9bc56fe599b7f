import { basename } from 'node:path';
import type { z } from 'zod';
import { AntouError } from '../../shared/api/errors.ts';
import type { importInput } from '../../shared/api/schemas.ts';
import type { DocumentOptions, RosterOptions, SourceFile } from '../importing/index.ts';
import type { Desk } from './desk.ts';
import type { FileRef } from './file-handles.ts';
import { os } from './implementer.ts';
import { runJob, type Step } from './job.ts';

type Input = z.output<typeof importInput>;

/** The readers of Word, web pages and spreadsheets are large and most starts never need them. */
const readers = () => import('../importing/index.ts');

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const isSheet = (name: string) => /\.(xlsx|xls|csv)$/i.test(name);

interface Request {
  readonly as: 'material' | 'book' | 'member';
  readonly files: readonly SourceFile[];
}

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
  const sheets = files.filter(({ name }) => isSheet(name));
  const as = input.as ?? (sheets.length === files.length ? 'member' : 'material');
  if (as === 'member' && files.length > 1) {
    throw new AntouError('invalid', '委员名册一次导入一个文件，请分开导入；没有写入任何内容。');
  }
  return { as: as === 'book' || as === 'member' ? as : 'material', files };
}

function documentOptions(as: 'material' | 'book', { options = {} }: Input): DocumentOptions {
  return {
    as,
    ...(options.category ? { category: options.category } : {}),
    ...(options.encoding ? { encoding: options.encoding } : {}),
    ...(options.again ? { again: true } : {}),
  };
}

function rosterOptions({ options = {} }: Input): RosterOptions {
  return {
    ...(options.sheet ? { sheet: options.sheet } : {}),
    ...(options.headingRow === undefined ? {} : { headingRow: options.headingRow }),
    ...(options.mapping ? { mapping: options.mapping } : {}),
    ...(options.createMissing ? { createMissing: true } : {}),
    ...(options.term ? { term: options.term } : {}),
    ...(options.encoding ? { encoding: options.encoding } : {}),
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
  const { as, files } = await requestOf(desk, input);
  const context = await contextOf(desk, running);
  const [first] = files;
  const { planDocuments, planRoster, shownDocumentPlan } = await readers();
  if (as === 'member' && first) return (await planRoster(first, rosterOptions(input), context)).shown;
  return shownDocumentPlan(
    await planDocuments(files, documentOptions(as === 'book' ? 'book' : 'material', input), context),
  );
}

const plan = os.import.plan.handler(({ input, context: { desk }, signal }) => planOf(desk, input, { signal }));

const run = os.import.run.handler(({ input, context: { desk }, signal }) =>
  runJob(async (progress, inner) => {
    const { as, files } = await requestOf(desk, input);
    const context = await contextOf(desk, { progress, signal: inner });
    const [first] = files;
    const { importDocuments, importRoster } = await readers();
    if (as === 'member' && first) return importRoster(first, rosterOptions(input), context);
    return importDocuments(files, documentOptions(as === 'book' ? 'book' : 'material', input), context);
  }, signal),
);

const report = os.import.report.handler(async ({ input, context: { desk }, signal }) => {
  const plan = await planOf(desk, input, { signal });
  const { documentReport, rosterReport } = await readers();
  const bytes = await (plan.mode === 'table' ? rosterReport(plan) : documentReport(plan));
  return { file: new File([bytes as Uint8Array<ArrayBuffer>], '导入报告.xlsx', { type: XLSX }) };
});

export const importing = { plan, run, report };
