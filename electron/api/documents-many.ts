import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { z } from 'zod';
import type { manyInput, manyResult } from '../../shared/api/areas/documents-many.ts';
import { AntouError } from '../../shared/api/errors.ts';
import type { DocumentDefinition, DocumentParameter } from '../../shared/documents/definition.ts';
import { documentOf } from '../../shared/documents/index.ts';
import { titleOf } from '../../shared/records/index.ts';
import { formatOfficialDate } from '../../shared/text/index.ts';
import type { Desk } from './desk.ts';
import { composeFrom } from './document-material.ts';
import { requireOutside, safeFileName } from './hand-out.ts';
import { os } from './implementer.ts';
import { runJob, type Step } from './job.ts';
import { PaperKeeper, type WrittenPaper } from './paper-keeping.ts';
import { makePaper } from './paper-making.ts';
import { FolderSink, type PaperSink, SinkFull, ZipSink } from './paper-sinks.ts';
import { toRefusal } from './refusals.ts';

type Wish = z.output<typeof manyInput>;
type Result = z.input<typeof manyResult>;

/** Folders a page may write papers to: those its user has pointed at since the program was started. */
const chosenFolders = new WeakMap<Desk, Map<string, string>>();

function folderOf(desk: Desk, handle: string | undefined): string {
  const path = handle === undefined ? undefined : chosenFolders.get(desk)?.get(handle);
  if (path) return path;
  throw new AntouError('invalid', '请先选一个存放文书的文件夹。', { folder: '请选文件夹' });
}

const choose = os.documentsMany.choose.handler(async ({ context: { desk } }) => {
  if (desk.door === 'cli') return { way: 'out' as const };
  if (!desk.native) return { way: 'download' as const };
  const path = await desk.native.pickFolder({ title: '文书存到哪个文件夹' });
  if (!path) return { way: 'folder' as const };
  requireOutside(desk, resolve(path));
  const known = chosenFolders.get(desk) ?? new Map<string, string>();
  chosenFolders.set(desk, known);
  const folder = randomUUID();
  known.set(folder, resolve(path));
  return { way: 'folder' as const, folder, path: resolve(path) };
});

const open = os.documentsMany.open.handler(async ({ input, context: { desk } }) => {
  if (!desk.native) throw new AntouError('denied', '网页版不能替您打开文件夹，请到下载文件夹里查看。');
  await desk.native.openPath(folderOf(desk, input.folder));
  return {};
});

/** @throws AntouError naming what is wrong before anything is written */
function requireDocument(wish: Wish): { definition: DocumentDefinition; parameter: DocumentParameter } {
  const definition = documentOf(wish.document);
  if (!definition) throw new AntouError('notFound', `没有“${wish.document}”这种文书。`);
  const able = definition.parameters.filter(({ type }) => type === 'reference');
  const parameter = able.find(({ name }) => name === wish.parameter);
  if (parameter) return { definition, parameter };
  const names = able.map(({ name, label }) => `${name}（${label}）`).join('、');
  throw new AntouError(
    'invalid',
    names
      ? `《${definition.label}》没有“${wish.parameter}”这样一条记录一份的参数，可用：${names}。`
      : `《${definition.label}》不是一条记录一份的文书，请直接拟稿。`,
    { parameter: '请选按哪个参数逐份出' },
  );
}

interface Place {
  readonly sink: PaperSink;
  readonly path?: string;
  readonly zip?: ZipSink;
}

async function placeOf(desk: Desk, wish: Wish): Promise<Place> {
  if (desk.door === 'cli' && !wish.out)
    throw new AntouError('invalid', '请用 --out 指明存到哪个文件夹。', { out: '请填写文件夹' });
  if (desk.door !== 'cli' && !desk.native) {
    const zip = new ZipSink(desk.now());
    return { sink: zip, zip };
  }
  const path = desk.door === 'cli' ? resolve(wish.out ?? '') : folderOf(desk, wish.folder);
  requireOutside(desk, path);
  if (desk.door === 'cli')
    await mkdir(path, { recursive: true }).catch((error: unknown) => {
      throw new AntouError(
        'invalid',
        `“${path}”不能作文件夹用（已有同名的文件，或不许写入）。请换一个位置。`,
        undefined,
        error,
      );
    });
  return { sink: new FolderSink(path, wish.replace ?? false), path };
}

const exportMany = os.documentsMany.export.handler(({ input, context: { desk }, signal }) => {
  const { definition, parameter } = requireDocument(input);
  return runJob((report, inner) => runBatch(desk, input, definition, parameter, report, inner), signal);
});

/** Lets everything else the office is asked in between two papers. */
const breath = () => new Promise((done) => setImmediate(done));

async function runBatch(
  desk: Desk,
  wish: Wish,
  definition: DocumentDefinition,
  parameter: DocumentParameter,
  report: (step: Step) => void,
  signal: AbortSignal,
): Promise<Result> {
  const place = await placeOf(desk, wish);
  const ids = [...new Set(wish.ids)];
  const written: Result['written'] = [];
  const failed: Result['failed'] = [];
  const keeper = new PaperKeeper(desk);
  const numbers = new RunningNumbers(definition, wish.params);
  let stopped: string | undefined;
  const label = `正在出《${definition.label}》`;
  try {
    for (const id of ids) {
      report({ done: written.length + failed.length, total: ids.length, label });
      await breath();
      signal.throwIfAborted();
      try {
        const paper = await paperFor(desk, wish, id, numbers.next(), signal);
        signal.throwIfAborted();
        const name = await place.sink.put(paper.name, paper.bytes);
        await keeper.add({ ...paper, name });
        numbers.used(paper.model.masthead?.number);
        written.push({ id, name, size: paper.bytes.byteLength });
      } catch (error) {
        if (signal.aborted) throw error;
        if (error instanceof SinkFull) {
          stopped = error.message;
          break;
        }
        failed.push({ id, title: titleFor(desk, parameter, id), reason: toRefusal(error).message });
      }
    }
  } catch (error) {
    // A .zip that is not handed out has not gone out; papers in a folder have.
    if (!place.zip) await entered(keeper);
    throw error;
  }
  report({ done: written.length + failed.length, total: ids.length, label: '正在留底' });
  const notKept = await entered(keeper);
  return {
    written,
    failed,
    ...(stopped ? { stopped } : {}),
    ...(notKept ? { notKept } : {}),
    ...(place.path ? { path: place.path } : {}),
    ...(place.zip && written.length > 0 ? packed(desk, place.zip, definition.label, written.length) : {}),
  };
}

function packed(desk: Desk, zip: ZipSink, label: string, count: number): { handle: string; name: string } {
  const name = safeFileName(`${label}（${count}份，${formatOfficialDate(desk.today)}）`, '文书', 'zip');
  return { handle: desk.files.addMade(zip.finish(name)), name };
}

/**
 * Numbers of a batch run on: the first paper gets the one that was typed or comes next, every further one the next. They
 * are not taken; two papers with one number would be worse than numbers still to be taken.
 */
class RunningNumbers {
  readonly #running: boolean;
  #next: number | undefined;

  constructor({ series, parameters }: DocumentDefinition, params: Wish['params']) {
    const typed = String(params?.number ?? '').trim();
    // A number typed in full is meant as it stands.
    this.#running = series !== undefined && parameters.some(({ name }) => name === 'number') && /^\d*$/u.test(typed);
  }

  next(): string | undefined {
    return this.#next === undefined ? undefined : String(this.#next);
  }

  used(number: string | undefined): void {
    const digits = /(\d+)\D*$/u.exec(number ?? '')?.[1];
    if (this.#running && digits) this.#next = Number(digits) + 1;
  }
}

async function paperFor(
  desk: Desk,
  wish: Wish,
  id: string,
  number: string | undefined,
  signal: AbortSignal,
): Promise<WrittenPaper> {
  const params = { ...wish.params, ...(number ? { number } : {}), [wish.parameter]: id };
  const { model } = composeFrom(desk, wish.document, params);
  const paper = { document: wish.document, params, model, edited: false };
  const { written } = await makePaper(desk, paper, { format: wish.format, signal });
  return written;
}

function titleFor(desk: Desk, { targets = [] }: DocumentParameter, id: string): string {
  for (const kind of targets) {
    const record = desk.lookup(kind, id);
    if (record) return titleOf(record, desk.lookup);
  }
  return '已不在资料库里的记录';
}

/** All papers of the batch in one change. @returns why they could not be kept: the papers are out all the same */
async function entered(keeper: PaperKeeper): Promise<string | undefined> {
  try {
    return (await keeper.enter()) ? undefined : '资料库是只读的，文书已写出，没有留底。';
  } catch (error) {
    return `文书已写出，留底没有写全：${toRefusal(error).message}`;
  }
}

export const documentsMany = { choose, export: exportMany, open };
