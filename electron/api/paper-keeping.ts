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

/** A paper whose file lies in the library and that is still to be entered: small, so that hundreds can wait. */
interface StoredPaper {
  readonly mark: PaperMark;
  readonly title: string;
  /** What the record will say; of an older one the rest stays. */
  readonly values: Values;
  /** Its line among the 历次导出. */
  readonly row: Values;
}

async function store(desk: Desk, paper: WrittenPaper): Promise<StoredPaper> {
  const kept = await keepFiles(desk, paper);
  const checksum = sha256(paper.bytes);
  const number = paper.model.masthead?.number;
  const label = documentOf(paper.document)?.label ?? paper.document;
  const title = paper.model.title.trim() || label;
  const about = { ...(number ? { number } : {}), checksum };
  return {
    mark: paper.mark,
    title,
    values: {
      title,
      document: label,
      ...about,
      on: desk.today,
      ...(paper.edited ? { edited: true } : {}),
      ...subjectsOf(desk, paper),
      body: modelBody(paper.model),
    },
    row: { version: paper.mark.version, at: minuteOf(desk.now()), ...about, file: [kept.file], basis: [kept.basis] },
  };
}

function recordOf(desk: Desk, { mark, values, row }: StoredPaper, who: string): Values {
  const before = desk.opened.library.get(KIND, mark.paper)?.values ?? {};
  const { number: _, edited: __, ...rest } = before;
  const versions = [...rowsOf(before, 'versions').slice(0, mark.version - 1), { ...row, by: who }];
  return derive(KIND, { ...rest, ...values, versions }, desk.lookup);
}

/**
 * Keeps what goes out: each file at once, so that none waits in memory, and all of them entered in one change at the
 * end: one 文书留底 a paper, one more version when it went out before.
 */
export class PaperKeeper {
  readonly #desk: Desk;
  readonly #stored: StoredPaper[] = [];
  #problem: unknown;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Never throws: a paper that is out cannot be called back. What went wrong is said by `enter`. */
  async add(paper: WrittenPaper): Promise<void> {
    if (this.#desk.opened.library.readOnly !== undefined || this.#problem) return;
    try {
      this.#stored.push(await store(this.#desk, paper));
    } catch (error) {
      this.#problem = error;
    }
  }

  /**
   * @returns ids of the records, in the order added; undefined where the library cannot be written to (read-only medium)
   * @throws AntouError when a file could not be kept; those before it are entered
   */
  async enter(): Promise<readonly string[] | undefined> {
    const { library } = this.#desk.opened;
    if (library.readOnly !== undefined) return undefined;
    const who = await this.#desk.who();
    const [first] = this.#stored;
    if (first) {
      await inTurn(library, async () => {
        // Of two files for one paper in one go the last one stands.
        const latest = [...new Map(this.#stored.map((paper) => [paper.mark.paper, paper])).values()];
        const changes = latest.map((paper) => ({
          kind: KIND,
          id: paper.mark.paper,
          values: recordOf(this.#desk, paper, who),
        }));
        const several = this.#stored.length > 1;
        await library.commit({
          label: several ? `留底 ${this.#stored.length}份文书` : `留底 ${first.title}`.slice(0, 60),
          who,
          add: changes.filter(({ id }) => !library.get(KIND, id)),
          update: changes.filter(({ id }) => library.get(KIND, id)),
        });
      });
    }
    if (this.#problem) throw this.#problem;
    return this.#stored.map(({ mark }) => mark.paper);
  }
}
