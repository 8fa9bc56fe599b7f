import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { AntouError } from '../../shared/api/errors.ts';
import { loadCheckpoint } from './checkpoint-loading.ts';
import { SETTING } from './clean.ts';
import { DamageLog } from './damage.ts';
import { type Disk, errorCode, listFolder, TEMPORARY } from './disk.ts';
import { DamagedFile, decodeSealed, PREVIOUS } from './durable-file.ts';
import { readJournal } from './journal-reading.ts';
import { type About, type Layout, SHARD_NAME } from './layout.ts';
import { Records, recordKey, sameContent } from './records.ts';
import { Shelving } from './shelving.ts';
import type { DamageReport, Progress, Verification } from './types.ts';

/** What memory holds, and the last transaction in it. */
export interface HeldState {
  readonly records: Records;
  readonly seq: number;
}

type Problem = Verification['problems'][number];

/**
 * Reads everything from the disk again. The journal is replayed from its first line, the checkpoint is opened as if the
 * program had just started, both are compared with memory record by record, and every attachment is hashed. Writes nothing.
 * @throws AntouError cancelled
 */
export async function verifyLibrary(
  disk: Disk,
  layout: Layout,
  held: HeldState,
  known: readonly DamageReport[],
  progress: Progress = () => undefined,
  signal?: AbortSignal,
): Promise<Verification> {
  const problems: Problem[] = known
    .filter(({ mended }) => !mended)
    .map(({ file, message }) => ({ file, message: `打开时发现：${message}` }));
  const files = await attachmentsOn(disk, layout);
  const total = files.length + 3;
  let done = 0;
  const step = (label: string) => {
    if (signal?.aborted) throw new AntouError('cancelled', '已停止检查，内容没有改动。');
    progress({ done, total, label });
    done += 1;
  };
  step('检查流水');
  const { transactions, records, addresses } = await checkRecords(disk, layout, held, problems, signal);
  step('检查读取副本');
  await checkPrevious(disk, layout, problems);
  step('检查附件');
  const present = new Set<string>();
  for (const { path, name } of files) {
    step(`检查附件 ${name.slice(0, 8)}…`);
    if (await matchesAddress(disk, join(layout.files, path), name)) present.add(name);
    else
      problems.push({
        file: `files/${path}`,
        message: '附件已损坏：内容与存入时不一致。请从备份恢复这个附件，或重新添加原文件。',
      });
  }
  const damagedOnes = new Set(files.map(({ name }) => name));
  for (const record of held.records.raw()) gatherAddresses(record.values, addresses);
  for (const address of addresses)
    if (!present.has(address) && !damagedOnes.has(address))
      problems.push({
        file: `files/${address.slice(0, 2)}/${address}`,
        message: '有记录用到的附件不见了。请从备份恢复这个附件，或重新添加原文件。',
      });
  progress({ done: total, total, label: '检查完毕' });
  return { ok: problems.length === 0, transactions, records, attachments: files.length, problems };
}

async function checkRecords(
  disk: Disk,
  layout: Layout,
  held: HeldState,
  problems: Problem[],
  signal: AbortSignal | undefined,
) {
  const found = new DamageLog(disk, layout, () => new Date(), false);
  const loaded = await loadCheckpoint(disk, layout, new Shelving(disk, layout.texts), found);
  for (const { file, message } of found.reports)
    problems.push({
      file,
      message: message.replace(/原件已另存，|内容已从/g, (text) => (text === '内容已从' ? '内容可从' : '')),
    });
  const replayed = new Records();
  const addresses = new Set<string>();
  let transactions = 0;
  const hash = loaded.manifest?.seq === loaded.reach ? loaded.manifest.data.hash : undefined;
  const reading = await readJournal(
    disk,
    layout.journal,
    { reach: held.seq, hash: held.seq === loaded.reach ? hash : undefined },
    (entry) => {
      if (signal?.aborted) throw new AntouError('cancelled', '已停止检查，内容没有改动。');
      const { seq, diff } = entry.transaction;
      if (seq > held.seq) return;
      transactions += 1;
      replayed.apply(diff);
      // Also what only an older version uses: an undo may bring it back.
      for (const record of diff.added) gatherAddresses(record.values, addresses);
      for (const [, record] of diff.updated) gatherAddresses(record.values, addresses);
      const wanted = ({ kind, id }: { kind: string; id: string }) => !loaded.holds(kind, id, seq);
      loaded.records.apply({
        added: diff.added.filter(wanted),
        updated: diff.updated.filter(([, after]) => wanted(after)),
        removed: diff.removed.filter(wanted),
      });
    },
  );
  for (const { name, faults } of reading.segments)
    for (const fault of new Set(faults))
      problems.push({ file: `journal/${name}`, message: `流水文件有损坏：${fault}。现有内容仍可使用，请尽快备份。` });
  for (const { from, to } of reading.holes)
    problems.push({ file: 'journal', message: `流水缺少第 ${from} 至 ${to} 笔，这几笔的历史不能查看和撤销。` });
  if (reading.holes.length === 0) compare(replayed, held.records, 'journal', '流水', problems);
  compare(loaded.records, held.records, 'state', '读取副本', problems);
  // Settings are the library's own; clerks count what they wrote, as everywhere else.
  const records = [...held.records.all()].filter(({ kind }) => kind !== SETTING).length;
  return { transactions, records, addresses };
}

function compare(found: Records, expected: Records, file: string, what: string, problems: Problem[]): void {
  let different = found.size === expected.size ? 0 : Math.abs(found.size - expected.size);
  const seen = new Set<string>();
  for (const record of expected.raw()) {
    seen.add(recordKey(record.kind, record.id));
    const other = found.get(record.kind, record.id);
    if (!other || !sameContent(other, record)) different += 1;
  }
  for (const record of found.raw()) if (!seen.has(recordKey(record.kind, record.id))) different += 1;
  if (different > 0)
    problems.push({ file, message: `${what}与现有内容不一致（${different} 处）。请尽快备份，并重新打开资料库。` });
}

/** The .bak files are what damage is mended from; they have to be good as well. */
async function checkPrevious(disk: Disk, layout: Layout, problems: Problem[]): Promise<void> {
  const paths = [layout.about, layout.about + PREVIOUS, layout.manifest + PREVIOUS];
  for (const { name } of await listFolder(disk, layout.state))
    if (SHARD_NAME.test(name) && name.endsWith(PREVIOUS)) paths.push(join(layout.state, name));
  for (const path of paths) {
    try {
      decodeSealed<About>(await disk.read(path));
    } catch (error) {
      if (errorCode(error) === 'ENOENT' && path !== layout.about) continue;
      const reason = error instanceof DamagedFile ? error.reason : `读不出来（${errorCode(error)}）`;
      const file = path.slice(layout.root.length + 1).replaceAll('\\', '/');
      problems.push({ file, message: `这个文件已损坏：${reason}。现有内容不受影响，下次保存时会重写。` });
    }
  }
}

async function attachmentsOn(disk: Disk, layout: Layout): Promise<{ path: string; name: string }[]> {
  const found: { path: string; name: string }[] = [];
  for (const { name: folder, folder: isFolder } of await listFolder(disk, layout.files))
    if (isFolder)
      for (const { name } of await listFolder(disk, join(layout.files, folder)))
        if (!name.endsWith(TEMPORARY)) found.push({ path: `${folder}/${name}`, name });
  return found;
}

async function matchesAddress(disk: Disk, path: string, address: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of disk.stream(path)) hash.update(chunk as Buffer);
  } catch {
    return false;
  }
  return hash.digest('hex') === address;
}

/** Every address of an attachment or picture anywhere in the values. */
function gatherAddresses(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('sha256' in value && typeof value.sha256 === 'string' && /^[0-9a-f]{64}$/.test(value.sha256))
    found.add(value.sha256);
  for (const inner of Object.values(value)) gatherAddresses(inner, found);
}
