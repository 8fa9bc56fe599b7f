import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import type { DocumentParameter } from '../documents/definition.ts';
import { batch } from './areas/batch.ts';
import { duplicates } from './areas/duplicates.ts';
import { lists } from './areas/lists.ts';
import { sheets } from './areas/sheets.ts';
import { calendar, rules, tasks, workflow } from './areas/workflow.ts';
import { changed, command, job, model, nothing, params, query, recordKey } from './procedure.ts';
import * as s from './schemas.ts';

/**
 * The contract: everything that can be asked of the office, once. The desktop serves it over a MessagePort, the
 * loopback web door over HTTP, the command line and the tests call it in-process. Procedures are `noun.verb`.
 */
export const contract = {
  library: {
    status: query('资料库状态', { withoutLibrary: true })
      .input(nothing)
      .output(
        z.object({ open: s.libraryStatus.optional(), door: z.enum(['desktop', 'web', 'cli']), version: z.string() }),
      ),
    /** Where: a folder chosen in a dialog (handle), or a path typed or remembered. */
    create: command('新建资料库', { withoutLibrary: true })
      .input(z.object({ path: z.string().min(1), name: z.string().max(60).optional(), sample: z.boolean().optional() }))
      .output(s.libraryStatus),
    open: command('打开资料库', { withoutLibrary: true })
      .input(z.object({ path: z.string().min(1) }))
      .output(s.libraryStatus),
    close: command('关闭资料库').input(nothing).output(z.object({})),
    /** Folder for a new sample library in the user's own documents folder. */
    suggestPath: query('建议的位置', { withoutLibrary: true })
      .input(z.object({ sample: z.boolean().optional() }))
      .output(z.object({ path: z.string() })),
    watch: query('变动通知').input(nothing).output(eventIterator(s.liveEvent)),
    verify: job('核验资料库')
      .input(nothing)
      .output(
        eventIterator(
          s.progress,
          z.object({
            ok: z.boolean(),
            transactions: z.number(),
            records: z.number(),
            attachments: z.number(),
            problems: z.array(z.object({ file: z.string(), message: z.string() })),
          }),
        ),
      ),
    backup: job('备份资料库')
      .input(z.object({ folder: z.string().optional() }))
      .output(eventIterator(s.progress, z.object({ path: z.string(), at: z.string(), records: z.number() }))),
  },
  records: {
    list: query('列出记录')
      .input(s.listInput)
      .output(z.object({ total: z.number(), records: z.array(s.storedRecord), titles: s.titles })),
    get: query('查看记录')
      .input(recordKey)
      .output(
        z.object({ record: s.storedRecord, title: z.string(), subtitle: z.string().optional(), titles: s.titles }),
      ),
    /** On change only the given fields change; null clears one. */
    save: command('新建或修改记录', { undoable: true })
      .input(
        z.object({
          kind: s.kindId,
          id: s.recordId.optional(),
          values: s.values,
          /** Refused as a conflict when the record has changed since this revision. */
          rev: z.number().int().optional(),
          label: z.string().max(120).optional(),
        }),
      )
      .output(
        z.object({
          id: z.string(),
          rev: z.number(),
          seq: z.number(),
          record: s.storedRecord,
          warnings: z.record(z.string(), z.string()),
        }),
      ),
    remove: command('删除记录', { undoable: true })
      .input(recordKey.extend({ withParts: z.boolean().optional() }))
      .output(changed),
    /** Who refers to a record: shown when deleting is refused. */
    uses: query('被哪些记录引用')
      .input(recordKey)
      .output(
        z.object({
          total: z.number(),
          uses: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string(), label: z.string() })),
        }),
      ),
  },
  batch,
  lists,
  sheets,
  duplicates,
  workflow,
  tasks,
  calendar,
  rules,
  history: {
    list: query('变动历史')
      .input(
        z
          .object({
            kind: s.kindId.optional(),
            id: s.recordId.optional(),
            before: z.number().int().optional(),
            limit: z.number().int().min(1).max(500).optional(),
          })
          .optional(),
      )
      .output(z.object({ entries: z.array(s.historyEntry) })),
    undo: command('撤销').input(nothing).output(changed),
    redo: command('重做').input(nothing).output(changed),
    /** Brings a record back to what it was after transaction `seq`, as a new change. */
    restore: command('恢复到此版本', { undoable: true })
      .input(recordKey.extend({ seq: z.number().int() }))
      .output(changed),
  },
  search: {
    query: query('全文检索').input(s.searchInput).output(s.searchResult),
    suggest: query('输入提示')
      .input(z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50).optional() }))
      .output(
        z.object({
          items: z.array(
            z.object({ kind: z.string(), id: z.string(), title: z.string(), subtitle: z.string().optional() }),
          ),
        }),
      ),
  },
  files: {
    upload: command('接收文件', { withoutLibrary: true })
      .input(z.object({ file: s.binaryFile }))
      .output(s.fileHandle),
    /** The machine's own open dialog (desktop). */
    pick: command('选择文件', { withoutLibrary: true })
      .input(
        z.object({
          title: z.string().optional(),
          extensions: z.array(z.string()).optional(),
          multiple: z.boolean().optional(),
        }),
      )
      .output(z.object({ files: z.array(s.fileHandle) })),
    pickFolder: command('选择文件夹', { withoutLibrary: true })
      .input(z.object({ title: z.string().optional() }))
      .output(z.object({ path: z.string().optional() })),
    /** Keeps a chosen or uploaded file in the library, to be put into a `files` field. */
    keep: command('存入附件')
      .input(z.object({ file: s.fileRef }))
      .output(
        z.object({
          attachment: z.object({ sha256: z.string(), name: z.string(), size: z.number(), type: z.string() }),
        }),
      ),
    read: query('读取附件')
      .input(
        z.object({
          sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: '附件地址不对' }),
          name: z.string().optional(),
        }),
      )
      .output(z.object({ file: s.binaryFile })),
    /** Opens an exported file, or the folder it lies in (desktop). */
    show: command('打开导出的文件', { withoutLibrary: true })
      .input(z.object({ handle: z.string(), folder: z.boolean().optional() }))
      .output(z.object({})),
  },
  import: {
    plan: query('导入预演').input(s.importInput).output(s.importPlan),
    run: job('导入', { undoable: true }).input(s.importInput).output(eventIterator(s.progress, s.importResult)),
    /** The plan or result as a spreadsheet with a reason a row. */
    report: query('导入报告')
      .input(s.importInput)
      .output(z.object({ file: s.binaryFile })),
  },
  documents: {
    list: query('可出的文书', { withoutLibrary: true })
      .input(nothing)
      .output(
        z.object({
          documents: z.array(
            z.object({
              id: z.string(),
              label: z.string(),
              description: z.string(),
              parameters: z.array(z.custom<DocumentParameter>()),
            }),
          ),
        }),
      ),
    compose: query('拟稿')
      .input(z.object({ document: z.string(), params: params.optional() }))
      .output(z.object({ model, findings: z.array(s.finding) })),
    /**
     * Writes the document as Word. `content` is the edited model, otherwise it is composed afresh.
     * Desktop: asks where to save and answers with a handle. Web: answers with the file. Command line: `out`.
     */
    export: command('导出Word')
      .input(
        z.object({
          document: z.string(),
          params: params.optional(),
          content: model.optional(),
          out: z.string().optional(),
        }),
      )
      .output(
        z.object({
          saved: z.boolean(),
          name: z.string(),
          size: z.number(),
          sha256: z.string(),
          handle: z.string().optional(),
          path: z.string().optional(),
          file: s.binaryFile.optional(),
          findings: z.array(s.finding),
        }),
      ),
  },
  settings: {
    get: query('资料库设置')
      .input(nothing)
      .output(z.object({ office: s.officeSettings, enumerations: z.array(s.enumeration) })),
    saveOffice: command('修改单位设置', { undoable: true })
      .input(z.object({ office: s.officeSettings }))
      .output(changed),
    /** Renamed values are renamed in every record, in the same change. */
    saveEnumeration: command('修改选项', { undoable: true })
      .input(z.object({ enumeration: s.enumeration, renamed: z.record(z.string(), z.string()).optional() }))
      .output(changed),
    fonts: query('本机字体', { withoutLibrary: true })
      .input(nothing)
      .output(
        z.object({
          installed: z.array(z.string()),
          roles: z.array(
            z.object({ role: z.string(), label: z.string(), wanted: z.string(), used: z.string(), exact: z.boolean() }),
          ),
        }),
      ),
  },
  preferences: {
    get: query('本机偏好', { withoutLibrary: true }).input(nothing).output(s.preferences),
    save: command('保存本机偏好', { withoutLibrary: true }).input(s.preferences).output(s.preferences),
  },
  /** Text typed and not yet saved, kept outside the library so that a crash or a full disk does not take it. */
  drafts: {
    get: query('取回草稿')
      .input(z.object({ key: z.string().max(200) }))
      .output(z.object({ at: z.string().optional(), content: z.unknown().optional() })),
    save: command('暂存草稿')
      .input(z.object({ key: z.string().max(200), content: z.unknown() }))
      .output(z.object({ at: z.string() })),
    remove: command('丢弃草稿')
      .input(z.object({ key: z.string().max(200) }))
      .output(z.object({})),
    list: query('未保存的草稿')
      .input(nothing)
      .output(z.object({ drafts: z.array(z.object({ key: z.string(), at: z.string() })) })),
  },
  overview: {
    /** Home: what is due, what was worked on, counts. */
    home: query('首页')
      .input(nothing)
      .output(
        z.object({
          today: z.string(),
          due: z.array(
            z.object({
              /** Days until due; negative when late. */
              days: z.number(),
              title: z.string(),
              detail: z.string(),
              verb: z.string(),
              kind: z.string(),
              id: z.string(),
              place: z.string().optional(),
            }),
          ),
          recent: z.array(
            z.object({
              kind: z.string(),
              id: z.string(),
              title: z.string(),
              subtitle: z.string().optional(),
              at: z.string(),
              who: z.string(),
            }),
          ),
          counts: z.array(
            z.object({
              kind: z.string(),
              label: z.string(),
              unit: z.string(),
              count: z.number(),
              thisYear: z.number().optional(),
            }),
          ),
          year: z.number(),
        }),
      ),
  },
};

export type Contract = typeof contract;
