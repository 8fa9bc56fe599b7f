/**
 * Run by library-kill.test.ts in a process of its own and killed at any moment. First line out: what was found on
 * opening. After that one line an acknowledgement, written before anything else is done.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { openLibrary } from '../../electron/library/index.ts';

/** Records are removed again after so many, to keep the library small. */
const KEPT = 300;
const IMPORT = 400;

const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);
const [mode, path = '', verify] = process.argv.slice(2);

async function writer(): Promise<void> {
  const library = await openLibrary(path, { checkpointAfter: { idleMs: 5, transactions: 12 } });
  const present = library.list('note').map(({ id }) => Number(id));
  const checked = verify === 'verify' ? (await library.verify()).problems : [];
  const last = library.setting<number>('last') ?? 0;
  say({ open: last, present, damage: library.damage.filter(({ level }) => level !== 'note'), problems: checked });
  let n = Math.max(last, ...present, 0);
  const one = async () => {
    n += 1;
    const id = n;
    const body = id % 9 === 0 ? '长'.repeat(20_000) : '短';
    const old = library.get('note', String(id - KEPT));
    await library.commit({
      label: `新增${id}`,
      who: '甲',
      add: [{ kind: 'note', id: String(id), values: { body } }],
      ...(old ? { remove: [{ kind: 'note', id: old.id }] } : {}),
    });
    say({ done: id });
    if (id % 11 === 0)
      say({ file: (await library.putFile(randomBytes(3000), 'a.bin', 'application/octet-stream')).sha256 });
    if (id % 13 === 0) await library.saveSetting('last', id, '甲', '设置');
  };
  for (;;) await Promise.all([one(), one(), one()]);
}

async function importer(): Promise<void> {
  const library = await openLibrary(path, { checkpointAfter: { idleMs: 5, transactions: 2 } });
  const present = library.list('note').length;
  say({ open: present, whole: present % IMPORT === 0, damage: library.damage.filter(({ level }) => level !== 'note') });
  for (let round = 0; ; round += 1) {
    const add = Array.from({ length: IMPORT }, (_, index) => ({
      kind: 'note',
      values: { round, index, text: '导入'.repeat(50) },
    }));
    await library.commit({ label: '导入', who: '甲', origin: 'import', add });
    say({ done: library.list('note').length });
    const remove = library.list('note').map(({ kind, id }) => ({ kind, id }));
    if (remove.length > IMPORT * 4) await library.commit({ label: '清空', who: '甲', remove });
  }
}

/** Opens the library and keeps it; says so, or why not. */
async function holder(): Promise<void> {
  try {
    await openLibrary(path);
    say({ open: 1 });
    await new Promise((done) => setTimeout(done, 60_000));
  } catch (error) {
    say({ refused: (error as { code?: string }).code, message: String(error) });
  }
}

/** What the library is measured against: the state as one JSON file, written over in place. */
async function naive(): Promise<void> {
  let state: { present: number[]; padding: string } = { present: [], padding: '垫'.repeat(400_000) };
  try {
    state = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') {
      say({ open: 0, present: [], damage: [{ message: String(error) }] });
      return;
    }
    writeFileSync(path, JSON.stringify(state));
  }
  say({ open: 0, present: state.present, damage: [] });
  let n = Math.max(0, ...state.present);
  for (;;) {
    n += 1;
    state.present.push(n);
    await writeFile(path, JSON.stringify(state));
    say({ done: n });
  }
}

const modes: Readonly<Record<string, () => Promise<void>>> = { writer, importer, naive, holder };
await modes[mode ?? '']?.();
