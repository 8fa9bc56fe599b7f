import { z } from 'zod';
import type { StoredRecord } from '../records/record.ts';

/** A file crossing the contract. Both doors carry Blob and File as they are; shared code knows only this much of them. */
export interface BinaryFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export const binaryFile = z.custom<BinaryFile>(
  (value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'size' in value,
  '请选择一个文件',
);

const text = (label: string, max = 1000) =>
  z.string({ error: `请填写${label}` }).max(max, { error: `${label}太长（不超过${max}字）` });

export const kindId = text('记录种类', 64);
export const recordId = text('记录编号', 128);
export const values = z.record(z.string(), z.unknown(), { error: '内容应是栏目与值的对应' });

/** Records are checked when they are saved; going out they are passed through as they are. */
export const storedRecord = z.custom<StoredRecord>();

/** Title and subtitle of a record another one refers to, under the key `kind/id`. */
export const titles = z.record(z.string(), z.object({ title: z.string(), subtitle: z.string().optional() }));

export const filter = z.object({
  field: z.string(),
  /** any: one of values · contains: text · between: from ≤ value ≤ to, also for dates as text · blank / filled */
  type: z.enum(['any', 'contains', 'between', 'blank', 'filled']),
  values: z.array(z.unknown()).optional(),
  text: z.string().optional(),
  from: z.union([z.string(), z.number()]).optional(),
  to: z.union([z.string(), z.number()]).optional(),
});

export const listInput = z.object({
  kind: kindId,
  /** Narrows the list to records whose title or shown columns contain the text. */
  text: z.string().max(200).optional(),
  filters: z.array(filter).max(50).optional(),
  sort: z
    .array(z.tuple([z.string(), z.enum(['asc', 'desc', 'stroke'])]))
    .max(8)
    .optional(),
  /** Puts records of the same value together (days by their month); heads and counts: lists.summary. */
  group: z.string().optional(),
  /** Only these of what is found, in the order of the list. */
  ids: z.array(recordId).max(100_000).optional(),
  offset: z.number().int().min(0).optional(),
  limit: z.number().int().min(1).max(100_000).optional(),
  /** With bodies and long texts; without it a list stays light. */
  full: z.boolean().optional(),
});

export const progress = z.object({ done: z.number(), total: z.number(), label: z.string() });

export const savingState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('saved'), seq: z.number(), at: z.string() }),
  z.object({ state: z.literal('saving'), seq: z.number() }),
  z.object({ state: z.literal('failed'), seq: z.number(), reason: z.string() }),
]);

const undoStep = z.object({ seq: z.number(), label: z.string() });

export const damageReport = z.object({
  at: z.string(),
  file: z.string(),
  message: z.string(),
  mended: z.boolean(),
  setAside: z.string().optional(),
});

export const libraryStatus = z.object({
  path: z.string(),
  id: z.string(),
  name: z.string(),
  seq: z.number(),
  counts: z.record(z.string(), z.number()),
  saving: savingState,
  undoable: undoStep.optional(),
  redoable: undoStep.optional(),
  damage: z.array(damageReport),
  /** Why nothing can be saved into this library now, when that is so. */
  readOnly: z.string().optional(),
  lastBackup: z.object({ at: z.string(), path: z.string() }).optional(),
});

/** What the page hears after every acknowledged change, and whenever the saving state turns. */
export const liveEvent = z.object({
  seq: z.number(),
  saving: savingState,
  undoable: undoStep.optional(),
  redoable: undoStep.optional(),
  label: z.string().optional(),
  changes: z.array(z.object({ kind: z.string(), id: z.string(), type: z.enum(['added', 'updated', 'removed']) })),
});

export const historyEntry = z.object({
  seq: z.number(),
  at: z.string(),
  who: z.string(),
  machine: z.string(),
  label: z.string(),
  origin: z.string(),
  reverses: z.number().optional(),
  /** At most 50 a transaction; `changeCount` tells all. */
  changeCount: z.number(),
  changes: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      title: z.string(),
      type: z.enum(['added', 'updated', 'removed']),
      fields: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
});

export const searchInput = z.object({
  text: z.string({ error: '请填写要找的字' }).max(200, { error: '要找的字太长（不超过200字）' }),
  kinds: z.array(kindId).optional(),
  year: z.number().int().optional(),
  sector: recordId.optional(),
  offset: z.number().int().min(0).optional(),
  limit: z.number().int().min(1).max(1000).optional(),
  order: z.enum(['relevance', 'newest']).optional(),
});

const mark = z.tuple([z.number(), z.number()]);

export const searchResult = z.object({
  total: z.number(),
  byKind: z.record(z.string(), z.number()),
  terms: z.array(z.string()),
  hits: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      title: z.string(),
      titleMarks: z.array(mark),
      subtitle: z.string().optional(),
      year: z.number().optional(),
      occurrences: z.number(),
      snippets: z.array(z.object({ text: z.string(), marks: z.array(mark), place: z.string() })),
    }),
  ),
});

/** A file the office process already knows: chosen in a dialog or uploaded. Paths only from the command line. */
export const fileRef = z.union([z.object({ handle: z.string() }), z.object({ path: z.string() })]);
export const fileHandle = z.object({ handle: z.string(), name: z.string(), size: z.number() });

export const importInput = z.object({
  files: z.array(fileRef).min(1, { error: '请先选择要导入的文件' }).max(500, { error: '一次最多导入500个文件' }),
  /** material 资料 (one record a file), book 书稿 (chapters of one file); any other kind: rows of a sheet. */
  as: kindId.optional(),
  options: z
    .object({
      /** Category for imported material. */
      category: z.string().optional(),
      /** Reads text files in this encoding instead of the one recognised. */
      encoding: z.string().optional(),
      /** Takes files in again that are already in the library. */
      again: z.boolean().optional(),
      sheet: z.string().optional(),
      /** Zero-based index of the heading row. */
      headingRow: z.number().int().min(0).optional(),
      /** Column index → field ('person.name', 'member.sector') or '' to leave it out. */
      mapping: z.record(z.string(), z.string()).optional(),
      /** Makes 界别, 专委会 … that are named in the sheet and not yet there. */
      createMissing: z.boolean().optional(),
      term: recordId.optional(),
      /** By column index: the word in the sheet → the value meant; '' leaves it blank. Remembered for the next time. */
      valueMapping: z.record(z.string(), z.record(z.string(), z.string())).optional(),
      /** By row number, for rows that look like records already there: a new record, leave it out, or the id to update. */
      decisions: z
        .record(z.string(), z.union([z.literal('add'), z.literal('skip'), z.object({ update: recordId })]))
        .optional(),
      /** Blank cells clear what stands in the record (update by spreadsheet); otherwise blanks change nothing. */
      clearBlanks: z.boolean().optional(),
    })
    .optional(),
});

const importAction = z.enum(['add', 'update', 'skip', 'refuse']);

export const documentImportPlan = z.object({
  mode: z.literal('documents'),
  as: z.enum(['material', 'book']),
  items: z.array(
    z.object({
      name: z.string(),
      action: importAction,
      /** Why it is refused or skipped. */
      message: z.string().optional(),
      title: z.string().optional(),
      category: z.string().optional(),
      date: z.string().optional(),
      source: z.string().optional(),
      author: z.string().optional(),
      format: z.string().optional(),
      encoding: z.string().optional(),
      characters: z.number().optional(),
      pictures: z.number().optional(),
      chapters: z.number().optional(),
      /** First lines of the text as it will be read. */
      preview: z.string().optional(),
      notes: z.array(z.string()),
      /** Id of the record made (after the run) or already there. */
      id: z.string().optional(),
    }),
  ),
});

export const tableImportPlan = z.object({
  mode: z.literal('table'),
  /** The kind the rows become; a member roster makes persons and appointments together. */
  as: z.string(),
  /** The sheet carries the hidden ids of an export for update. */
  forUpdate: z.boolean(),
  file: z.string(),
  sheets: z.array(z.string()),
  sheet: z.string(),
  headingRow: z.number(),
  /** First rows of the sheet as they stand, for choosing the heading row. */
  preview: z.array(z.array(z.string())).optional(),
  columns: z.array(
    z.object({
      index: z.number(),
      heading: z.string(),
      field: z.string(),
      remembered: z.boolean(),
      samples: z.array(z.string()),
      /** Words of a choice or reference column: how often, and the value each is taken for ('' when unknown). */
      words: z.array(z.object({ word: z.string(), count: z.number(), value: z.string(), remembered: z.boolean() })),
      /** Values that can be chosen for the words of a choice column. */
      options: z.array(z.string()),
    }),
  ),
  /** Fields a column can be mapped to. */
  fields: z.array(z.object({ field: z.string(), label: z.string(), required: z.boolean() })),
  rows: z.array(
    z.object({
      /** Row number as the spreadsheet shows it. */
      row: z.number(),
      action: importAction,
      title: z.string(),
      /** The record updated. */
      id: z.string().optional(),
      /** What would change, cell by cell, when a record is updated. */
      cells: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
      /** Records that may be the same: the clerk decides (options.decisions). */
      candidates: z.array(
        z.object({ id: z.string(), title: z.string(), subtitle: z.string().optional(), why: z.string() }),
      ),
      problems: z.array(z.object({ field: z.string(), label: z.string(), message: z.string() })),
      remarks: z.array(z.string()),
    }),
  ),
  /** 界别, 专委会 … named in the sheet and not in the library. */
  missing: z.array(z.object({ kind: z.string(), label: z.string(), names: z.array(z.string()) })),
  counts: z.object({ add: z.number(), update: z.number(), skip: z.number(), refuse: z.number() }),
  notes: z.array(z.string()),
});

export const importPlan = z.discriminatedUnion('mode', [documentImportPlan, tableImportPlan]);

export const importResult = z.object({
  plan: importPlan,
  /** Records written. */
  written: z.number(),
  refused: z.number(),
  skipped: z.number(),
  /** The one transaction; absent when nothing was written. */
  seq: z.number().optional(),
  ids: z.array(z.object({ kind: z.string(), id: z.string() })),
});

export const officeSettings = z.object({
  fullName: z.string().max(100),
  shortName: z.string().max(60),
  code: z.string().max(30),
  issuer: z.string().max(100),
  fonts: z.object({
    body: z.string().optional(),
    title: z.string().optional(),
    heading: z.string().optional(),
    kai: z.string().optional(),
  }),
  briefingReceivers: z.array(z.object({ label: z.string().max(10), text: z.string().max(500) })).max(10),
});

export const enumeration = z.object({
  id: z.string(),
  label: z.string(),
  values: z.array(
    z.object({
      value: z.string().min(1, { error: '选项不能为空' }).max(60),
      note: z.string().optional(),
      retired: z.boolean().optional(),
      group: z.string().optional(),
      aliases: z.array(z.string()).optional(),
      /** A rule of the program relies on this word: it can be neither renamed nor taken away. */
      fixed: z.boolean().optional(),
    }),
  ),
});

export const preferences = z.object({
  /** Who is working: written into every change. */
  operator: z.string().max(40).optional(),
  scale: z.enum(['standard', 'large', 'extraLarge']).optional(),
  recentLibraries: z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() })).optional(),
  recentRecords: z.array(z.object({ kind: z.string(), id: z.string(), at: z.string() })).optional(),
  recentSearches: z.array(z.string()).optional(),
  backupFolder: z.string().optional(),
  /** Columns of a list as this machine last had them, by kind. */
  layouts: z.record(z.string(), z.array(z.object({ field: z.string(), width: z.number().optional() }))).optional(),
  /** Groups of the navigation the clerk folded (true) or unfolded, by label. */
  foldedGroups: z.record(z.string(), z.boolean()).optional(),
});

export const finding = z.object({
  severity: z.enum(['error', 'warning', 'hint']),
  message: z.string(),
  block: z.number().optional(),
  source: z.object({ kind: z.string(), id: z.string(), field: z.string().optional() }).optional(),
});
