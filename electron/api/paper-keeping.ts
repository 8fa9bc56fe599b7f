import { createHash } from 'node:crypto';
import { documentOf } from '../../shared/documents/index.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import { modelBody, modelSources } from '../../shared/documents/model-text.ts';
import { type PaperBasis, type PaperMark, readBasis, type SourceThen } from '../../shared/documents/trace/basis.ts';
import type { Attachment } from '../../shared/records/field.ts';
import { derive, titleOf } from '../../shared/records/index.ts';
import { PAPER_SUBJECTS } from '../../shared/records/paper.ts';
import { rowsOf } from '../../shared/records/read-value.ts';
import type { Values } from '../../shared/records/record.ts';
import type { Library } from '../library/types.ts';
import type { Desk } from './desk.ts';
import { inTurn } from './saving.ts';

const KIND = 'paper';

/** A paper that is about to be written: what it is, before its bytes exist. */
export interface PaperToBe {
  readonly document: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly model: DocumentModel;
  /** Whether the clerk changed it on the page. */
  readonly edited: boolean;
}

/** A paper that was written. */
export interface WrittenPaper extends PaperToBe {
  readonly mark: PaperMark;
  readonly bytes: Uint8Array;
  /** With its ending. */
  readonly name: string;
  /** MIME type. */
  readonly type: string;
}

/** What distinguishes one paper from another of the same document: what it is about, not who gets a copy. */
const KEY_PARAMETERS: readonly string[] = ['year', 'quarter', 'half', 'issue', 'from', 'to', 'unit', 'which'];

function keyOf({ document, params }: PaperToBe): string {
  const references = new Set(
    (documentOf(document)?.parameters ?? [])
      .filter(({ type }) => type === 'reference' || type === 'references')
      .map(({ name }) => name),
  );
  const telling = Object.entries(params)
    .filter(([name]) => references.has(name) || KEY_PARAMETERS.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([document, telling]);
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** The same paper has the same id on every machine, so that two copies of a library do not hold it twice. */
function paperIdOf(paper: PaperToBe): string {
  const hex = sha256(`paper ${keyOf(paper)}`);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** What the last version of a paper was made of; undefined when there is none or its file is damaged. */
async function lastBasis(library: Library, versions: readonly Values[]): Promise<PaperBasis | undefined> {
  const [file] = (versions.at(-1)?.basis ?? []) as readonly Attachment[];
  const bytes = file && (await library.readFile(file.sha256).catch(() => undefined));
  return bytes && readBasis(new TextDecoder().decode(bytes));
}

/**
 * Who the file to be written is; it is put into it invisibly. The same words made of the same records are the same
 * version, however often they are exported.
 */
export async function markOf(desk: Desk, paper: PaperToBe): Promise<PaperMark> {
  const { library } = desk.opened;
  const id = paperIdOf(paper);
  const versions = rowsOf(library.get(KIND, id)?.values ?? {}, 'versions');
  const last = await lastBasis(library, versions);
  const same =
    last !== undefined &&
    JSON.stringify(last.model) === JSON.stringify(paper.model) &&
    JSON.stringify(last.sources) === JSON.stringify(sourcesOf(desk, paper.model));
  return { library: library.info.id, paper: id, version: versions.length + (same ? 0 : 1) };
}

/** The records a paper shows something of, as they are now. */
function sourcesOf(desk: Desk, model: DocumentModel): SourceThen[] {
  return modelSources(model).flatMap(({ kind, id }) => {
    const record = desk.lookup(kind, id);
    return record ? [{ kind, id, rev: record.rev, title: titleOf(record, desk.lookup) }] : [];
  });
}

/** Records the paper is about, by field of 文书留底. */
function subjectsOf(desk: Desk, { document, params }: PaperToBe): Record<string, readonly string[]> {
  const found: Record<string, string[]> = {};
  for (const { name, type, targets } of documentOf(document)?.parameters ?? []) {
    if (type !== 'reference' && type !== 'references') continue;
    const value = params[name];
    for (const id of Array.isArray(value) ? value.map(String) : value ? [String(value)] : []) {
      const kind = targets?.find((target) => desk.lookup(target, id));
      const field = kind && PAPER_SUBJECTS[kind as keyof typeof PAPER_SUBJECTS];
      if (field) found[field] = [...(found[field] ?? []), id];
    }
  }
  return found;
}

async function keepFiles(desk: Desk, paper: WrittenPaper): Promise<{ file: Attachment; basis: Attachment }> {
  const { library } = desk.opened;
  const file = await library.putFile(paper.bytes, paper.name, paper.type);
  const basis: PaperBasis = {
    format: 1,
    ...paper.mark,
    document: paper.document,
    params: paper.params,
    at: desk.now().toISOString(),
    model: paper.model,
    sources: sourcesOf(desk, paper.model),
  };
  const bytes = new TextEncoder().encode(JSON.stringify(basis));
  return { file, basis: await library.putFile(bytes, '出处（程序用）.json', 'application/json') };
}

/** YYYY-MM-DDTHH:mm in the machine's own time zone, as dateTime fields are. */
function minuteOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}T${two(now.getHours())}:${two(now.getMinutes())}`;
}

function valuesOf(desk: Desk, paper: WrittenPaper, kept: { file: Attachment; basis: Attachment }, who: string): Values {
  const { library } = desk.opened;
  const before = library.get(KIND, paper.mark.paper)?.values ?? {};
  const checksum = sha256(paper.bytes);
  const number = paper.model.masthead?.number;
  const row = {
    version: paper.mark.version,
    at: minuteOf(desk.now()),
    by: who,
    ...(number ? { number } : {}),
    checksum,
    file: [kept.file],
    basis: [kept.basis],
  };
  const { number: _, edited: __, ...rest } = before;
  return derive(
    KIND,
    {
      ...rest,
      title: paper.model.title.trim() || documentOf(paper.document)?.label || '文书',
      document: documentOf(paper.document)?.label ?? paper.document,
      ...(number ? { number } : {}),
      on: desk.today,
      ...(paper.edited ? { edited: true } : {}),
      checksum,
      ...subjectsOf(desk, paper),
      body: modelBody(paper.model),
      versions: [...rowsOf(before, 'versions').slice(0, paper.mark.version - 1), row],
    },
    desk.lookup,
  );
}

/**
 * Keeps what has gone out, all of it in one change: one 文书留底 a paper, one more version when it went out before.
 * @returns ids of the records, in the order given; undefined where the library cannot be written to (read-only medium):
 * the export itself has succeeded, and the caller says that it was not kept.
 */
export async function rememberPapers(
  desk: Desk,
  papers: readonly WrittenPaper[],
): Promise<readonly string[] | undefined> {
  const { library } = desk.opened;
  if (library.readOnly !== undefined) return undefined;
  const who = await desk.who();
  const kept: { file: Attachment; basis: Attachment }[] = [];
  for (const paper of papers) kept.push(await keepFiles(desk, paper));
  return inTurn(library, async () => {
    const changes = papers.flatMap((paper, index) => {
      const files = kept[index];
      return files ? [{ kind: KIND, id: paper.mark.paper, values: valuesOf(desk, paper, files, who) }] : [];
    });
    // Of two files for one paper in one go the last one stands.
    const latest = [...new Map(changes.map((change) => [change.id, change])).values()];
    const [only] = papers;
    const label = papers.length === 1 && only ? `留底 ${only.model.title}`.slice(0, 60) : `留底 ${papers.length}份文书`;
    await library.commit({
      label,
      who,
      add: latest.filter(({ id }) => !library.get(KIND, id)),
      update: latest.filter(({ id }) => library.get(KIND, id)),
    });
    return papers.map(({ mark }) => mark.paper);
  });
}
