/**
 * A durable small write of the library against SQLite (WAL, synchronous=FULL), interleaved in one run on one disk, so
 * that whatever else the machine does hits both alike. Then: many writers at once, and opening a large library.
 * Usage: durable-write [writes] [folder]; numbers are milliseconds unless said otherwise.
 */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createLibrary, openLibrary } from '../../electron/library/index.ts';
import type { Library } from '../../electron/library/types.ts';
import { quantile, report } from './row.ts';

interface Statement {
  run(...values: unknown[]): void;
}
interface Sqlite {
  pragma(text: string): void;
  exec(text: string): void;
  prepare(text: string): Statement;
  close(): void;
}

const TARGET = 1.5;
const WARM_UP = 100;

const show = (ms: number) => ms.toFixed(3);

/** undefined when the peer could not be installed: then only the library is measured. */
function openSqlite(path: string): { put: (id: string, json: string) => void; close: () => void } | undefined {
  const require_ = createRequire(resolve('test/bench/package.json'));
  let database: Sqlite;
  try {
    const Database = require_('better-sqlite3') as new (path: string) => Sqlite;
    database = new Database(path);
  } catch (error) {
    console.error(
      `better-sqlite3 is not there, no comparison: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    );
    return undefined;
  }
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE record (kind TEXT, id TEXT, json TEXT, PRIMARY KEY (kind, id))');
  const statement = database.prepare('INSERT OR REPLACE INTO record VALUES (?, ?, ?)');
  return { put: (id, json) => statement.run('member', id, json), close: () => database.close() };
}

const valuesOf = (n: number) => ({
  name: `委员${n}`,
  sector: 'education',
  phone: `1380000${n % 1000}`,
  note: '提案一件，大会发言一次。',
});

async function smallWrites(folder: string, count: number): Promise<number | undefined> {
  const library = await createLibrary(join(folder, '库'), '测速');
  const sqlite = openSqlite(join(folder, 'peer.sqlite'));
  const add = Array.from({ length: 200 }, (_, index) => ({ kind: 'member', id: `m${index}`, values: valuesOf(index) }));
  await library.commit({ label: '导入', who: '甲', add });
  for (const { id, values } of add) sqlite?.put(id, JSON.stringify(values));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let n = 0; n < count + WARM_UP; n += 1) {
    const id = `m${n % 200}`;
    const values = valuesOf(n + 1000);
    let begin = performance.now();
    await library.commit({ label: '修改委员', who: '甲', update: [{ kind: 'member', id, values }] });
    const mine = performance.now() - begin;
    begin = performance.now();
    sqlite?.put(id, JSON.stringify(values));
    const peer = performance.now() - begin;
    if (n >= WARM_UP) {
      ours.push(mine);
      theirs.push(peer);
    }
  }
  await library.close();
  sqlite?.close();
  report({ area: '写入', name: '一笔小修改落盘 p50', value: quantile(ours, 0.5), unit: 'ms' });
  report({ area: '写入', name: '一笔小修改落盘 p95', value: quantile(ours, 0.95), unit: 'ms' });
  if (!sqlite) return undefined;
  const ratio = quantile(ours, 0.5) / quantile(theirs, 0.5);
  report({ area: '写入', name: 'SQLite WAL FULL p50', value: quantile(theirs, 0.5), unit: 'ms' });
  report({ area: '写入', name: '与 SQLite WAL FULL 之比 p50', value: ratio, unit: '倍', target: TARGET });
  console.error(
    `durable small write, ${count} interleaved: library p50 ${show(quantile(ours, 0.5))} p95 ${show(quantile(ours, 0.95))} | SQLite WAL FULL p50 ${show(quantile(theirs, 0.5))} p95 ${show(quantile(theirs, 0.95))}`,
  );
  console.error(`ratio of p50: ${ratio.toFixed(2)} (target ≤ ${TARGET}) ${ratio <= TARGET ? 'ok' : 'MISSED'}`);
  return ratio;
}

async function manyAtOnce(folder: string): Promise<void> {
  const library = await createLibrary(join(folder, '并发'), '测速');
  const begin = performance.now();
  for (let round = 0; round < 50; round += 1)
    await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        library.commit({ label: '新增', who: '甲', add: [{ kind: 'member', values: valuesOf(n) }] }),
      ),
    );
  const seconds = (performance.now() - begin) / 1000;
  console.error(`100 writers at once: ${Math.round(5000 / seconds)} durable transactions a second`);
  report({ area: '写入', name: '一百人同时写', value: Math.round(5000 / seconds), unit: '笔/秒' });
  await library.close();
}

/** 50 MB of state in 2,500 documents, then 5,000 changes the checkpoint has not seen, as after a crash. */
async function opening(folder: string): Promise<void> {
  const path = join(folder, '大库');
  const never = { checkpointAfter: { idleMs: 1e9, transactions: 1e9 } };
  let library: Library = await createLibrary(path, '测速', never);
  for (let part = 0; part < 25; part += 1) {
    const add = Array.from({ length: 100 }, (_, index) => {
      const blocks = Array.from({ length: 20 }, (_, n) => ({
        type: 'paragraph',
        text: [{ text: `第${part}-${index}-${n}段。`.padEnd(330, '政协委员调研协商监督议政') }],
      }));
      return { kind: 'material', id: `d${part}-${index}`, values: { title: `资料${part}-${index}`, body: { blocks } } };
    });
    await library.commit({ label: '导入', who: '甲', origin: 'import', add });
  }
  await library.close();
  library = await openLibrary(path, never);
  for (let round = 0; round < 50; round += 1)
    await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        library.commit({ label: '新增', who: '甲', add: [{ kind: 'member', values: valuesOf(round * 100 + n) }] }),
      ),
    );
  // The lock is let go and the journal left as a crash leaves it: opened from a copy of the folder's state.
  const { cp } = await import('node:fs/promises');
  const crashed = join(folder, '断电后');
  await cp(path, crashed, { recursive: true });
  await rm(join(crashed, 'lock'));
  await library.close();
  let bytes = 0;
  for (const name of await readdir(join(crashed, 'state'), { recursive: true }))
    bytes += (await stat(join(crashed, 'state', name))).size;
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const copy = join(folder, `断电后${round}`);
    await cp(crashed, copy, { recursive: true });
    const begin = performance.now();
    const opened = await openLibrary(copy, never);
    times.push(performance.now() - begin);
    if (opened.info.seq !== 5025 || opened.damage.length > 0) throw new Error(`opened wrongly: ${opened.info.seq}`);
    await opened.close();
    await rm(copy, { recursive: true });
  }
  report({ area: '打开', name: '50 MB 加 5000 笔未入副本的修改', value: quantile(times, 0.5), unit: 'ms' });
  const memory = Math.round(process.memoryUsage.rss() / 1024 / 1024);
  console.error(
    `opening ${(bytes / 1024 / 1024).toFixed(0)} MB of state and 5,000 changes: p50 ${Math.round(quantile(times, 0.5))} ms, worst ${Math.round(Math.max(...times))} ms (aim: about 1,000); resident ${memory} MB`,
  );
}

const [writes = '2000', base = tmpdir()] = process.argv.slice(2);
const folder = await mkdtemp(join(base, 'antou-bench-'));
try {
  const ratio = await smallWrites(folder, Number(writes));
  await manyAtOnce(folder);
  await opening(folder);
  if (ratio !== undefined && ratio > TARGET) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
