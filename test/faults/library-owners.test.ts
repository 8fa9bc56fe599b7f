import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLibrary, openLibrary } from '../../electron/library/index.ts';
import type { Library } from '../../electron/library/types.ts';
import { bundleChild } from './child-process.ts';

const quiet = { machine: '测试机', checkpointAfter: { idleMs: 1e6, transactions: 1e6 } };
const code = (code: string) => expect.objectContaining({ code });
const save = (library: Library, id: string, text = id) =>
  library.commit({ label: `新增${id}`, who: '甲', add: [{ kind: 'note', id, values: { text } }] });

describe('文件夹被拿走', () => {
  it('不悄悄另建，不说已保存；放回来接着用', async () => {
    const home = await mkdtemp(join(tmpdir(), 'antou-'));
    const at = join(home, '库');
    const library = await createLibrary(at, '移动', quiet);
    try {
      await save(library, 'a');
      await new Promise((done) => setTimeout(done, 600));
      await rename(at, join(home, '别处'));
      await expect(save(library, 'b')).rejects.toEqual(code('failed'));
      expect(await readdir(home)).toEqual(['别处']);
      await rename(join(home, '别处'), at);
      await save(library, 'c');
      await library.close();
      const again = await openLibrary(at, quiet);
      expect(again.list('note').map(({ id }) => id)).toEqual(['a', 'c']);
      expect(again.damage).toEqual([]);
      await again.close();
    } finally {
      await library.close();
      await rm(home, { recursive: true, force: true });
    }
  });
});

describe('两个程序', () => {
  let folder = '';
  let child = '';
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'antou-两个-'));
    child = await bundleChild(folder);
  });
  afterAll(async () => {
    for (const process_ of children) process_.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  const start = (path: string) =>
    new Promise<{ process: ChildProcess; said: { open?: number; refused?: string; message?: string } }>((done) => {
      const process_ = spawn(process.execPath, [child, 'holder', path], { stdio: ['ignore', 'pipe', 'inherit'] });
      children.push(process_);
      createInterface({ input: process_.stdout! }).once('line', (line) =>
        done({ process: process_, said: JSON.parse(line) }),
      );
    });

  it('后来的被拒绝并知道是谁占着，不动占用标记；先来的被强杀，后来的接管；五遍', async () => {
    const at = join(folder, '库');
    await (await createLibrary(at, '两个')).close();
    for (let round = 0; round < 5; round += 1) {
      const first = await start(at);
      expect(first.said.open).toBe(1);
      const lock = await readFile(join(at, 'lock'), 'utf8');
      const second = await start(at);
      expect(second.said).toMatchObject({
        refused: 'locked',
        message: expect.stringContaining(`进程 ${first.process.pid}`),
      });
      await expect(openLibrary(at)).rejects.toEqual(code('locked'));
      expect(await readFile(join(at, 'lock'), 'utf8')).toBe(lock);
      const gone = new Promise((done) => first.process.once('exit', done));
      first.process.kill('SIGKILL');
      await gone;
      expect(await readFile(join(at, 'lock'), 'utf8')).toBe(lock);
    }
  });

  it.skipIf(process.platform !== 'linux')('占着的程序被杀而父进程还没收尸：照样接管', async () => {
    const at = join(folder, '僵尸');
    await (await createLibrary(at, '僵尸')).close();
    // The shell starts the holder and becomes a sleep, which never collects its dead children.
    const parent = spawn('sh', ['-c', `"${process.execPath}" "${child}" holder "${at}" & exec sleep 60`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(parent);
    const lines = createInterface({ input: parent.stdout });
    await new Promise((done) => lines.once('line', done));
    const { pid } = JSON.parse(await readFile(join(at, 'lock'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(async () => (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.[0], { timeout: 10_000 })
      .toBe('Z');
    const library = await openLibrary(at, quiet);
    await save(library, 'a');
    await library.close();
    parent.kill('SIGKILL');
  });

  it('多个程序同时抢一个死进程留下的占用：只有一个抢到', async () => {
    const at = join(folder, '抢');
    await (await createLibrary(at, '抢')).close();
    const dead = await start(at);
    const gone = new Promise((done) => dead.process.once('exit', done));
    dead.process.kill('SIGKILL');
    await gone;
    const said = await Promise.all([start(at), start(at), start(at), start(at)]);
    expect(said.filter(({ said: { open } }) => open === 1)).toHaveLength(1);
    expect(said.filter(({ said: { refused } }) => refused === 'locked')).toHaveLength(3);
    await writeFile(join(folder, 'done'), '');
  });
});
