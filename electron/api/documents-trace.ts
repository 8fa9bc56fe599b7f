import { AntouError } from '../../shared/api/errors.ts';
import { documentOf } from '../../shared/documents/index.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import type { modelBody } from '../../shared/documents/model-text.ts';
import { type PaperBasis, readBasis } from '../../shared/documents/trace/basis.ts';
import { squeezed } from '../../shared/documents/trace/match.ts';
import { type Trace, tracePaper } from '../../shared/documents/trace/trace.ts';
import type { Attachment } from '../../shared/records/field.ts';
import { rowsOf, textOf } from '../../shared/records/read-value.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { blockText } from '../../shared/text/body.ts';
import type { Desk } from './desk.ts';
import { composeFrom } from './document-material.ts';
import { os } from './implementer.ts';

const LARGEST = 100 * 1024 * 1024;

interface Found {
  readonly record: StoredRecord;
  readonly basis: PaperBasis;
  readonly recognised: 'mark' | 'words';
}

async function basisOf(desk: Desk, row: Values | undefined): Promise<PaperBasis | undefined> {
  const [file] = (row?.basis ?? []) as readonly Attachment[];
  if (!file) return undefined;
  return readBasis(new TextDecoder().decode(await desk.opened.library.readFile(file.sha256)));
}

/** Share of paragraphs that must stand in a kept paper for a file without its mark to be that paper. */
const ENOUGH = 0.4;

/** The kept paper that has most of these paragraphs. */
function byWords(desk: Desk, paragraphs: readonly { readonly text: string }[]): StoredRecord | undefined {
  const words = new Set(paragraphs.map(({ text }) => squeezed(text)).filter((text) => text.length > 5));
  let best: { record: StoredRecord; share: number } | undefined;
  for (const record of desk.opened.library.list('paper')) {
    const { body } = record.values as { body?: ReturnType<typeof modelBody> };
    const kept = new Set((body?.blocks ?? []).flatMap((block) => blockText(block).split(/[\n\t]/u)).map(squeezed));
    let same = 0;
    for (const text of words) if (kept.has(text)) same += 1;
    const share = words.size > 0 ? same / words.size : 0;
    if (share >= ENOUGH && share > (best?.share ?? 0)) best = { record, share };
  }
  return best?.record;
}

async function find(desk: Desk, file: Awaited<ReturnType<typeof read>>): Promise<Found> {
  const { library } = desk.opened;
  const { mark, paragraphs } = file;
  const marked = mark && library.get('paper', mark.paper);
  if (mark && marked) {
    const rows = rowsOf(marked.values, 'versions');
    const basis = await basisOf(desk, rows.find((row) => row.version === mark.version) ?? rows.at(-1));
    if (basis) return { record: marked, basis, recognised: 'mark' };
  }
  const record = byWords(desk, paragraphs);
  const basis = record && (await basisOf(desk, rowsOf(record.values, 'versions').at(-1)));
  if (record && basis) return { record, basis, recognised: 'words' };
  const why =
    mark && mark.library !== library.info.id
      ? '这份文件是从另一个资料库导出的，这里没有它的留底。请在导出它的资料库里查出处。'
      : '这份文件不是从这个资料库导出的，或者留底已被删除，查不到出处。文件没有改动。';
  throw new AntouError('notFound', why);
}

async function read(desk: Desk, ref: { handle: string } | { path: string }) {
  const file = await desk.files.file(ref);
  if (file.size > LARGEST)
    throw new AntouError('invalid', `“${file.name}”超过 100 MB，没有读取。请确认是不是这份文件。`);
  const bytes = await file.read();
  const { readTraced } = await import('../importing/index.ts');
  return readTraced(bytes);
}

/** The document as it would be composed today; undefined when its records are gone or it is no longer offered. */
function composedToday(desk: Desk, { document, params }: PaperBasis): DocumentModel | undefined {
  try {
    return composeFrom(desk, document, params).model;
  } catch (error) {
    if (error instanceof AntouError) return undefined;
    throw error;
  }
}

function countsOf({ paragraphs }: Trace) {
  const count = (state: Trace['paragraphs'][number]['state']) =>
    paragraphs.filter((paragraph) => paragraph.state === state).length;
  return { same: count('same'), changed: count('changed'), added: count('added'), removed: count('removed') };
}

export const trace = os.documents.trace.handler(async ({ input, context: { desk } }) => {
  const file = await read(desk, input.file);
  const { record, basis, recognised } = await find(desk, file);
  const traced = tracePaper(file.paragraphs, {
    basis,
    revOf: (kind, id) => desk.lookup(kind, id)?.rev,
    today: composedToday(desk, basis),
  });
  const number = basis.model.masthead?.number;
  return {
    paper: {
      id: record.id,
      title: textOf(record.values, 'title'),
      document: basis.document,
      label: documentOf(basis.document)?.label ?? textOf(record.values, 'document'),
      version: basis.version,
      versions: rowsOf(record.values, 'versions').length,
      at: basis.at,
      ...(number ? { number } : {}),
      params: { ...basis.params },
    },
    recognised,
    sources: traced.sources.map((source) => ({ ...source })),
    paragraphs: traced.paragraphs.map(({ pieces, sources, ...rest }) => ({
      ...rest,
      sources: [...sources],
      ...(pieces ? { pieces: pieces.map((piece) => ({ ...piece })) } : {}),
    })),
    numbers: traced.numbers.map((number) => ({ ...number })),
    counts: countsOf(traced),
  };
});
