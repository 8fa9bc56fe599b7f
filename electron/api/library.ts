import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { AntouError } from '../../shared/api/errors.ts';
import type { Transaction } from '../../shared/records/record.ts';
import type { SavingState } from '../library/types.ts';
import type { Desk } from './desk.ts';
import { os } from './implementer.ts';
import { runJob } from './job.ts';

function statusOf(desk: Desk) {
  const { library } = desk.opened;
  const { info } = library;
  return {
    path: info.path,
    id: info.id,
    name: info.name,
    seq: info.seq,
    counts: { ...info.counts },
    saving: library.saving,
    ...(library.undoable ? { undoable: library.undoable } : {}),
    ...(library.redoable ? { redoable: library.redoable } : {}),
    // A write that was cut off and never acknowledged is no damage: nobody was told that it was saved.
    damage: library.damage.filter((report) => report.level !== 'note'),
    ...(library.readOnly ? { readOnly: library.readOnly } : {}),
    ...(desk.lastBackup ? { lastBackup: desk.lastBackup } : {}),
  };
}

const status = os.library.status.handler(({ context: { desk } }) => ({
  ...(desk.library ? { open: statusOf(desk) } : {}),
  door: desk.door,
  version: desk.version,
}));

const create = os.library.create.handler(async ({ input, context: { desk } }) => {
  await desk.create(input.path, input.name, input.sample ?? false);
  return statusOf(desk);
});

const open = os.library.open.handler(async ({ input, context: { desk } }) => {
  await desk.open(input.path);
  return statusOf(desk);
});

const close = os.library.close.handler(async ({ context: { desk } }) => {
  await desk.close();
  return {};
});

const suggestPath = os.library.suggestPath.handler(({ input, context: { desk } }) => {
  const documents = join(homedir(), 'Documents');
  const base = existsSync(documents) ? documents : homedir();
  const name = input.sample ? '政协案头样例' : '政协案头资料库';
  let path = join(base, name);
  for (let count = 2; existsSync(path); count++) path = join(base, `${name}${count}`);
  desk.grant(path);
  return { path };
});

function liveEvent(desk: Desk, transaction: Transaction | undefined, saving: SavingState) {
  const { library } = desk.opened;
  const diff = transaction?.diff;
  const change = (type: 'added' | 'updated' | 'removed') => (record: { kind: string; id: string }) => ({
    kind: record.kind,
    id: record.id,
    type,
  });
  return {
    seq: library.info.seq,
    saving,
    ...(library.undoable ? { undoable: library.undoable } : {}),
    ...(library.redoable ? { redoable: library.redoable } : {}),
    ...(transaction ? { label: transaction.label } : {}),
    changes: diff
      ? [
          ...diff.added.map(change('added')),
          ...diff.updated.map(([, after]) => change('updated')(after)),
          ...diff.removed.map(change('removed')),
        ]
      : [],
  };
}

/** Never ends by itself: the caller goes away. Events that come faster than they are read queue up in order. */
const watch = os.library.watch.handler(async function* ({ context: { desk }, signal }) {
  const queue: ReturnType<typeof liveEvent>[] = [liveEvent(desk, undefined, desk.opened.library.saving)];
  let wake = () => {};
  const stop = desk.listen(({ transaction, saving }) => {
    if (!desk.library) return;
    queue.push(liveEvent(desk, transaction, saving));
    wake();
  });
  const onAbort = () => wake();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal?.aborted) {
      const next = queue.shift();
      if (next) yield next;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (signal?.aborted || queue.length > 0) resolve();
        });
    }
  } finally {
    stop();
    signal?.removeEventListener('abort', onAbort);
  }
});

const verify = os.library.verify.handler(({ context: { desk }, signal }) => {
  const { library } = desk.opened;
  return runJob(async (report, inner) => {
    const found = await library.verify(report, inner);
    return { ...found, problems: [...found.problems] };
  }, signal);
});

const backup = os.library.backup.handler(({ input, context: { desk }, signal }) => {
  const { library } = desk.opened;
  return runJob(async (report, inner) => {
    const folder = await backupFolder(desk, input.folder);
    const made = await library.backup(folder, report, inner);
    desk.lastBackup = { at: made.at, path: made.path };
    await desk.machine.savePreferences({ backupFolder: folder });
    return made;
  }, signal);
});

async function backupFolder(desk: Desk, asked: string | undefined): Promise<string> {
  if (asked && desk.door !== 'desktop') return asked;
  const chosen = await desk.native?.pickFolder({ title: '备份到哪个文件夹（U 盘或另一块硬盘）' });
  if (chosen) return chosen;
  if (desk.native) throw new AntouError('cancelled', '没有选择文件夹，没有备份。');
  throw new AntouError('invalid', '请说明备份到哪个文件夹。', { folder: '请填写文件夹' });
}

export const library = { status, create, open, close, suggestPath, watch, verify, backup };
