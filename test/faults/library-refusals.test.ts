import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary, openLibrary } from '../../electron/library/index.ts';
import { stateHash } from '../../electron/library/records.ts';
import type { Library, LibraryOptions } from '../../electron/library/types.ts';
import { MemoryDisk } from './memory-disk.ts';

const ROOT = '/disk/库';
const quiet = { machine: '测试机', checkpointAfter: { idleMs: 1e6, transactions: 1e6 } };
const code = (code: string) => expect.objectContaining({ code });
const save = (library: Library, id: string, text = id) =>
  library.commit({ label: `新增${id}`, who: '甲', add: [{ kind: 'note', id, values: { text } }] });

describe('写不进去的磁盘（模拟）', () => {
  const codes = {
    ENOSPC: 'diskFull',
    EDQUOT: 'diskFull',
    EFBIG: 'diskFull',
    EROFS: 'failed',
    EIO: 'failed',
    EACCES: 'failed',
    ENOENT: 'failed',
  };

  for (const [errno, expected] of Object.entries(codes))
    for (const operation of ['write', 'sync'] as const)
      for (const alsoTruncate of [false, true])
        it(`${errno} 在 ${operation}${alsoTruncate ? '，连截回也失败' : ''}：没有一处说“已保存”，内存不超前，好了以后照常`, async () => {
          const fs = new MemoryDisk();
          const options: LibraryOptions = { ...quiet, fs };
          const library = await createLibrary(ROOT, '满', options);
          await save(library, 'a');
          const before = stateHash(library.all(), 'exact');
          const states: string[] = [];
          const told: number[] = [];
          library.onSaving(({ state }) => states.push(state));
          library.subscribe(({ seq }) => told.push(seq));
          let broken = true;
          fs.fault = (asked, path) => {
            if (!broken || !path.endsWith('.ndjson')) return undefined;
            if (asked === operation) return operation === 'write' ? { code: errno, partial: 0.6 } : { code: errno };
            return alsoTruncate && asked === 'truncate' ? { code: errno } : undefined;
          };
          const results = await Promise.allSettled([save(library, 'b'), save(library, 'c', '文'.repeat(5000))]);
          for (const result of results)
            expect(result).toMatchObject({ status: 'rejected', reason: { code: expected } });
          const message = String((results[0] as PromiseRejectedResult).reason);
          expect(message).toMatch(/没有保存/);
          expect(message).toMatch(/以前已保存的内容都在/);
          if (expected === 'diskFull') expect(message).toMatch(/需要约 1[5-9] KB/);
          expect(states).toEqual(['saving', 'failed']);
          expect(library.saving).toMatchObject({
            state: 'failed',
            seq: 1,
            reason: expect.stringContaining('没有保存'),
          });
          expect(told).toEqual([]);
          expect(stateHash(library.all(), 'exact')).toBe(before);
          await expect(library.undo('甲')).rejects.toThrow();
          expect(library.undoable?.seq).toBe(1);

          const crashed = await openLibrary(ROOT, { ...quiet, fs: withoutLock(fs) });
          expect(crashed.get('note', 'a')).toBeDefined();
          expect(crashed.damage.every(({ level }) => level === 'note')).toBe(true);
          await crashed.close();

          broken = false;
          await save(library, 'd');
          expect(library.saving).toMatchObject({ state: 'saved', seq: 2 });
          await library.close();
          const again = await openLibrary(ROOT, options);
          expect(again.damage).toEqual([]);
          expect(again.list('note').map(({ id }) => id)).toEqual(['a', 'd']);
          expect((await again.verify()).ok).toBe(true);
          await again.close();
        });

  /** The disk as another start of the program would find it after this one died. */
  function withoutLock(fs: MemoryDisk): MemoryDisk {
    const copy = fs.copy();
    copy.files.delete(`${ROOT}/lock`);
    return copy;
  }

  it('任何一次文件操作失败（逐个试过）：要么报错，要么已保存；磁盘上永远打得开', async () => {
    const scenario = async (fs: MemoryDisk, saved: string[]) => {
      const library = await openLibrary(ROOT, { ...quiet, fs });
      try {
        for (const id of ['b', 'c']) saved.push((await save(library, id)).diff.added[0]!.id);
        await library.putFile(Buffer.from('附件'), 'a.txt', 'text/plain');
        await library.checkpoint();
        saved.push((await save(library, 'd', '长'.repeat(20_000))).diff.added[0]!.id);
        await library.checkpoint();
      } finally {
        await library.close();
      }
    };
    const start = new MemoryDisk();
    const library = await createLibrary(ROOT, '逐个', { ...quiet, fs: start });
    await save(library, 'a');
    await library.close();
    const counting = start.copy();
    let total = 0;
    counting.fault = () => {
      total += 1;
      return undefined;
    };
    await scenario(counting, []);
    expect(total).toBeGreaterThan(60);
    for (let broken = 1; broken <= total; broken += 1) {
      const fs = start.copy();
      const saved: string[] = ['a'];
      let count = 0;
      fs.fault = (asked) => {
        count += 1;
        if (count !== broken) return undefined;
        return asked === 'write' ? { code: 'ENOSPC', partial: 0.5 } : { code: 'EIO' };
      };
      const result = await scenario(fs, saved).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (result !== undefined)
        expect(result, `操作 ${broken}：${result instanceof Error ? result.stack : result}`).toMatchObject({
          name: 'AntouError',
        });
      fs.fault = () => undefined;
      const again = await openLibrary(ROOT, { ...quiet, fs: withoutLock(fs) });
      const present = again.list('note').map(({ id }) => id);
      for (const id of saved) expect(present, `操作 ${broken}`).toContain(id);
      expect(
        again.damage.filter(({ mended }) => !mended),
        `操作 ${broken}`,
      ).toEqual([]);
      await save(again, 'z');
      await again.close();
    }
  });

  it('改名被杀毒软件挡住 k 次：五秒之内的都挺得过去，超过了明说没有保存，好了再来就行', async () => {
    for (let times = 1; times <= 14; times += 1) {
      const fs = new MemoryDisk();
      const library = await createLibrary(ROOT, '改名', { ...quiet, fs });
      await save(library, 'a');
      let left = times;
      fs.waited = 0;
      fs.fault = (asked) => {
        if (asked !== 'rename' || left === 0) return undefined;
        left -= 1;
        return { code: (['EPERM', 'EACCES', 'EBUSY'] as const)[left % 3]! };
      };
      const put = library.putFile(Buffer.from('扫描件'), '来文.pdf', 'application/pdf');
      if (times <= 10) {
        const { sha256 } = await put;
        expect(Buffer.from(await library.readFile(sha256)).toString()).toBe('扫描件');
      } else {
        await expect(put).rejects.toEqual(code('failed'));
        left = 0;
        await library.putFile(Buffer.from('扫描件'), '来文.pdf', 'application/pdf');
      }
      expect(fs.waited).toBeLessThanOrEqual(6000);
      fs.fault = (asked) => (asked === 'rename' ? { code: 'EPERM' } : undefined);
      await expect(library.checkpoint()).rejects.toEqual(code('failed'));
      await save(library, 'b');
      fs.fault = () => undefined;
      await library.close();
      const again = await openLibrary(ROOT, { ...quiet, fs });
      expect(again.list('note').map(({ id }) => id)).toEqual(['a', 'b']);
      expect(again.damage).toEqual([]);
      await again.close();
    }
  });
});

const canMount = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    execFileSync('umount', ['/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('不能挂载 tmpfs（不是 root 或在容器里），真实小磁盘的试验跳过；同样的故障已在模拟磁盘上试过。');
    return false;
  }
})();

describe.skipIf(!canMount)('真实的小磁盘（tmpfs 2 MB）', () => {
  let mount = '';
  let library: Library | undefined;
  beforeEach(async () => {
    mount = await mkdtemp(join(tmpdir(), 'antou-小盘-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', mount]);
  });
  afterEach(async () => {
    await library?.close();
    library = undefined;
    execFileSync('umount', [mount]);
    await rm(mount, { recursive: true, force: true });
  });

  it('写满：明说要多少空间，什么都没丢；清出空间，同一个窗口里再保存就成', async () => {
    const at = join(mount, '库');
    library = await createLibrary(at, '满盘', quiet);
    let saved = 0;
    let refusal: unknown;
    while (!refusal && saved < 2000) {
      await save(library, `n${saved}`, '政'.repeat(1500)).then(
        () => {
          saved += 1;
        },
        (error: unknown) => {
          refusal = error;
        },
      );
    }
    expect(refusal).toMatchObject({ code: 'diskFull' });
    expect(String(refusal)).toMatch(/需要约 \d+ KB.*以前已保存的内容都在.*清理磁盘/);
    expect(library.saving.state).toBe('failed');
    expect(library.list('note')).toHaveLength(saved);
    await expect(library.putFile(Buffer.alloc(300_000), '大.bin', 'x/y')).rejects.toEqual(code('diskFull'));
    await expect(library.checkpoint()).rejects.toEqual(code('diskFull'));
    execFileSync('mount', ['-o', 'remount,size=8m', mount]);
    await save(library, '后来');
    expect(library.saving.state).toBe('saved');
    await library.close();
    library = await openLibrary(at, quiet);
    expect(library.damage).toEqual([]);
    expect(library.list('note')).toHaveLength(saved + 1);
    expect((await library.verify()).problems).toEqual([]);
    expect((await readdir(at, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('变成只读：保存被拒绝；重开是只能查看的，能备份到别处；解除以后照常', async () => {
    const at = join(mount, '库');
    library = await createLibrary(at, '只读', quiet);
    await save(library, 'a');
    const journal = join(at, 'journal', '00000001.ndjson');
    await library.close();
    const before = await readFile(journal);
    execFileSync('mount', ['-o', 'remount,ro', mount]);
    library = await openLibrary(at, quiet);
    expect(library.readOnly).toMatch(/只能查看/);
    expect(library.list('note')).toHaveLength(1);
    await expect(save(library, 'b')).rejects.toEqual(code('denied'));
    const other = await mkdtemp(join(tmpdir(), 'antou-备份-'));
    try {
      const { path } = await library.backup(other);
      const copy = await openLibrary(path, quiet);
      expect(copy.list('note')).toHaveLength(1);
      await copy.close();
    } finally {
      await rm(other, { recursive: true, force: true });
    }
    await library.close();
    execFileSync('mount', ['-o', 'remount,rw', mount]);
    expect((await readFile(journal)).equals(before)).toBe(true);
    library = await openLibrary(at, quiet);
    expect(library.readOnly).toBeUndefined();
    await save(library, 'b');
  });

  it('备份盘放不下：没有半成品，原库不受影响', async () => {
    const home = await mkdtemp(join(tmpdir(), 'antou-'));
    try {
      library = await createLibrary(join(home, '库'), '大库', quiet);
      for (let index = 0; index < 4; index += 1)
        await library.putFile(Buffer.alloc(700_000, index), `${index}.bin`, 'x/y');
      await expect(library.backup(mount)).rejects.toEqual(code('diskFull'));
      expect(await readdir(mount)).toEqual([]);
      await save(library, 'a');
    } finally {
      await library?.close();
      await rm(home, { recursive: true, force: true });
    }
  });
});
