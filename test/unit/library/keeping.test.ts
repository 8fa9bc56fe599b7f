import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realDisk } from '../../../electron/library/disk.ts';
import { createLibrary, openLibrary } from '../../../electron/library/index.ts';
import type { Library } from '../../../electron/library/types.ts';
import { temporaryFolder } from './support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let library: Library;
const at = () => join(folder.path, '库');
const code = (code: string) => expect.objectContaining({ code });
const fill = async () => {
  const file = await library.putFile(Buffer.from('来文扫描件'), '来文.pdf', 'application/pdf');
  const add = Array.from({ length: 30 }, (_, index) => ({
    kind: 'member',
    id: `m${index}`,
    values: { name: `委员${index}` },
  }));
  await library.commit({ label: '导入', who: '甲', origin: 'import', add });
  await library.commit({
    label: '新增资料',
    who: '甲',
    add: [{ kind: 'material', id: 'a', values: { title: '来文', files: [file] } }],
  });
  await library.saveSetting('office', '示例区政协', '甲', '设置');
  return file;
};
beforeEach(async () => {
  folder = await temporaryFolder();
  library = await createLibrary(at(), '示例区：政协/办公室');
});
afterEach(async () => {
  await library.close();
  await folder.remove();
});

describe('检查', () => {
  it('完好的资料库全部通过，并报进度', async () => {
    await fill();
    const steps: string[] = [];
    const found = await library.verify(({ label }) => steps.push(label));
    expect(found).toEqual({ ok: true, transactions: 3, records: 31, attachments: 1, problems: [] });
    expect(steps.at(-1)).toBe('检查完毕');
  });

  it('附件坏了或少了、备份件坏了、内存与磁盘不同，都查得出', async () => {
    const { sha256 } = await fill();
    await library.checkpoint();
    const path = join(at(), 'files', sha256.slice(0, 2), sha256);
    await writeFile(path, '换掉了');
    expect((await library.verify()).problems.map(({ file }) => file)).toEqual([
      `files/${sha256.slice(0, 2)}/${sha256}`,
    ]);
    await rm(path);
    expect((await library.verify()).problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('附件不见了'),
    ]);
    const journal = join(at(), 'journal', '00000001.ndjson');
    const bytes = await readFile(journal);
    bytes[2000]! ^= 1;
    await writeFile(journal, bytes);
    expect((await library.verify()).problems.some(({ file }) => file.startsWith('journal/'))).toBe(true);
    const shard = join(at(), 'state', `member-${new Date().getUTCFullYear()}.json`);
    await writeFile(shard, '{}');
    expect((await library.verify()).problems.some(({ file }) => file.startsWith('state/member'))).toBe(true);
  });

  it('可以中途停止', async () => {
    await fill();
    await expect(library.verify(undefined, AbortSignal.abort())).rejects.toEqual(code('cancelled'));
  });
});

describe('备份', () => {
  it('复制、打开、逐条核对以后才算数；备份打开就是原来的样子，历史和附件都在', async () => {
    const { sha256 } = await fill();
    const { path, records } = await library.backup(join(folder.path, '备份盘'));
    expect(records).toBe(31);
    expect(path).toMatch(/示例区：政协_办公室 \d{8}-\d{6}$/);
    const again = await library.backup(join(folder.path, '备份盘'));
    expect(again.path).not.toBe(path);
    await library.commit({ label: '备份以后', who: '甲', remove: [{ kind: 'member', id: 'm1' }] });
    const copy = await openLibrary(path);
    try {
      expect(copy.damage).toEqual([]);
      expect(copy.list('member')).toHaveLength(30);
      expect(copy.setting('office')).toBe('示例区政协');
      expect(Buffer.from(await copy.readFile(sha256)).toString()).toBe('来文扫描件');
      expect(await copy.history({})).toHaveLength(3);
      expect((await copy.verify()).ok).toBe(true);
    } finally {
      await copy.close();
    }
  });

  it('边备份边保存，备份仍是某一时刻的完整样子', async () => {
    await fill();
    const target = join(folder.path, '备份盘');
    const saving = (async () => {
      for (let index = 0; index < 40; index += 1) await library.saveSetting('n', index, '甲', '设置');
    })();
    const [{ path }] = await Promise.all([library.backup(target), saving]);
    const copy = await openLibrary(path);
    expect(copy.damage).toEqual([]);
    expect((await copy.verify()).ok).toBe(true);
    await copy.close();
    expect(library.setting('n')).toBe(39);
  });

  it('停止、源头有坏附件、复制出错：都不留半成品，也不算备份', async () => {
    const { sha256 } = await fill();
    const target = join(folder.path, '备份盘');
    const controller = new AbortController();
    const stopped = library.backup(target, () => controller.abort(), controller.signal);
    await expect(stopped).rejects.toEqual(code('cancelled'));
    expect(await readdir(target)).toEqual([]);
    await writeFile(join(at(), 'files', sha256.slice(0, 2), sha256), '坏了');
    await expect(library.backup(target)).rejects.toEqual(code('damaged'));
    expect(await readdir(target)).toEqual([]);
    await expect(library.backup(join(at(), 'files'))).rejects.toEqual(code('invalid'));
    await expect(library.backup(at())).rejects.toEqual(code('invalid'));
  });

  it('复制中被改了一位，核对不过', async () => {
    await fill();
    await library.close();
    const target = join(folder.path, '备份盘');
    const fs = {
      ...realDisk,
      open: async (path: string, mode: 'replace' | 'exclusive' | 'edit') => {
        const file = await realDisk.open(path, mode);
        if (!path.includes('备份盘') || !path.endsWith('.ndjson')) return file;
        return {
          ...file,
          write: (bytes: Uint8Array, position: number) => {
            const wrong = Uint8Array.from(bytes);
            wrong[1500]! ^= 1;
            return file.write(wrong, position);
          },
        };
      },
    };
    library = await openLibrary(at(), { fs });
    await expect(library.backup(target)).rejects.toEqual(code('damaged'));
    expect(await readdir(target)).toEqual([]);
  });
});

describe('占用', () => {
  it('同一个资料库不能打开两次，说出是谁占着；关了就能开', async () => {
    const refusal = await openLibrary(at()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'locked' });
    expect(String(refusal)).toContain(hostname());
    expect(String(refusal)).toContain(String(process.pid));
    expect((await readdir(at())).filter((name) => name.startsWith('lock'))).toEqual(['lock']);
    await library.close();
    library = await openLibrary(at());
    await library.commit({ label: '', who: '', add: [{ kind: 'member', values: {} }] });
  });

  it('已死进程留下的占用可以接管；别的计算机的、看不懂而刚写的不接管', async () => {
    await library.close();
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    const at1 = new Date().toISOString();
    const lock = join(at(), 'lock');
    await writeFile(lock, JSON.stringify({ pid: dead, host: hostname(), token: 'x', at: at1 }));
    library = await openLibrary(at());
    await library.close();
    await writeFile(
      lock,
      JSON.stringify({ pid: process.pid, host: hostname(), token: 'x', at: '2001-01-01T00:00:00.000Z' }),
    );
    library = await openLibrary(at());
    await library.close();
    await writeFile(lock, '');
    library = await openLibrary(at());
    await library.close();
    const foreign = JSON.stringify({ pid: dead, host: '隔壁-PC', token: 'x', at: at1 });
    await writeFile(lock, foreign);
    const refusal = await openLibrary(at()).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'locked' });
    expect(String(refusal)).toContain('隔壁-PC');
    expect(await readFile(lock, 'utf8')).toBe(foreign);
    await rm(lock);
    library = await openLibrary(at());
  });

  it('关闭时只删自己的占用标记', async () => {
    await writeFile(
      join(at(), 'lock'),
      JSON.stringify({ pid: 1, host: '别处', token: '别人', at: new Date().toISOString() }),
    );
    await library.close();
    expect(await readFile(join(at(), 'lock'), 'utf8')).toContain('别人');
  });
});
