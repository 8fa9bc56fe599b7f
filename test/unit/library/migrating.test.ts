import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realDisk } from '../../../electron/library/disk.ts';
import { createLibrary, openLibrary } from '../../../electron/library/index.ts';
import { stateHash } from '../../../electron/library/records.ts';
import type { Library, LibraryOptions } from '../../../electron/library/types.ts';
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

describe('升级', () => {
  const steps = [
    { to: 2, why: '姓名改叫 name', up: ({ title, ...rest }: Record<string, unknown>) => ({ ...rest, name: title }) },
    {
      to: 3,
      why: '电话去空格',
      up: (values: Record<string, unknown>) => ({ ...values, phone: String(values.phone ?? '').replaceAll(' ', '') }),
    },
  ];
  const at3: LibraryOptions = { migrations: { member: { version: 3, steps }, book: { version: 1, steps: [] } } };
  const old = async (options: LibraryOptions = {}) => {
    await library.close();
    await rm(at(), { recursive: true });
    library = await createLibrary(at(), '旧库', options);
    await library.commit({
      label: '新增',
      who: '甲',
      add: [
        { kind: 'member', id: 'a', values: { title: '张三', phone: '138 0000' } },
        { kind: 'other', id: 'b', values: { title: '不动' } },
      ],
    });
    await library.close();
  };

  it('先留底再升级，别的种类不动，再开不再升，撤销撤不掉升级', async () => {
    await old();
    const before = await readFile(join(at(), 'journal', '00000001.ndjson'));
    library = await openLibrary(at(), at3);
    expect(library.get('member', 'a')).toMatchObject({ rev: 2, values: { name: '张三', phone: '1380000' } });
    expect(library.get('other', 'b')).toMatchObject({ rev: 1, values: { title: '不动' } });
    const [copy] = await readdir(join(at(), 'before-migration'));
    expect((await readFile(join(at(), 'before-migration', copy!, 'journal', '00000001.ndjson'))).equals(before)).toBe(
      true,
    );
    const { seq } = library.info;
    await library.close();
    library = await openLibrary(at(), at3);
    expect(library.info.seq).toBe(seq);
    expect(await readdir(join(at(), 'before-migration'))).toHaveLength(1);
    expect(library.undoable?.label).toBe('新增');
    await expect(library.undo('甲')).rejects.toEqual(code('conflict'));
    expect((await library.verify()).ok).toBe(true);
  });

  it('从第二版只走第三步；新库直接是最新版，不走任何一步', async () => {
    await old({ migrations: { member: { version: 2, steps: steps.slice(0, 1) } } });
    library = await openLibrary(at(), at3);
    expect(library.get('member', 'a')?.values).toEqual({ title: '张三', phone: '1380000' });
    await old(at3);
    library = await openLibrary(at(), at3);
    expect(library.get('member', 'a')).toMatchObject({ rev: 1, values: { title: '张三' } });
  });

  it('某一步出错：什么都没变，用原来的程序照样打开', async () => {
    await old();
    const bad = { member: { version: 2, steps: [{ to: 2, why: '坏', up: () => JSON.parse('{') }] } };
    await expect(openLibrary(at(), { migrations: bad })).rejects.toEqual(code('failed'));
    library = await openLibrary(at());
    expect(library.get('member', 'a')?.values).toEqual({ title: '张三', phone: '138 0000' });
    expect(library.damage).toEqual([]);
  });

  it('落盘那一刻断开：再开时接着升级，结果一样', async () => {
    await old();
    let writes = 0;
    const fs = {
      ...realDisk,
      open: async (path: string, mode: 'replace' | 'exclusive' | 'edit') => {
        const file = await realDisk.open(path, mode);
        if (!path.endsWith('.ndjson') || path.includes('before-migration')) return file;
        const cut = async (bytes: Uint8Array, position: number) => {
          writes += 1;
          await file.write(bytes.subarray(0, 200), position);
          throw Object.assign(new Error('断电'), { code: 'EIO' });
        };
        return {
          ...file,
          write: cut,
          truncate: () => Promise.reject(Object.assign(new Error('断电'), { code: 'EIO' })),
        };
      },
    };
    await expect(openLibrary(at(), { ...at3, fs })).rejects.toEqual(code('failed'));
    expect(writes).toBe(1);
    library = await openLibrary(at(), at3);
    expect(library.get('member', 'a')?.values).toEqual({ name: '张三', phone: '1380000' });
    expect(library.damage).toMatchObject([{ level: 'note' }]);
  });

  it('更新的版本存过的资料库不打开，一个字节也不改', async () => {
    await old(at3);
    const snapshot = async () => {
      const names = (await readdir(at(), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
      const parts = await Promise.all(
        names.map(async (entry) => [entry.name, (await readFile(join(entry.parentPath, entry.name))).toString('hex')]),
      );
      return JSON.stringify(parts.sort());
    };
    const before = await snapshot();
    await expect(openLibrary(at(), { migrations: { member: { version: 2, steps: [] } } })).rejects.toEqual(
      code('tooNew'),
    );
    expect(await snapshot()).toBe(before);
    const about = join(at(), 'library.json');
    await writeFile(about, (await readFile(about, 'utf8')).replace('"format":1', '"format":2'));
    const newer = await snapshot();
    await expect(openLibrary(at())).rejects.toEqual(code('tooNew'));
    await writeFile(about, JSON.stringify({ name: 'x', format: 7 }, null, 2));
    await expect(openLibrary(at())).rejects.toEqual(code('tooNew'));
    await writeFile(about, (await readFile(about, 'utf8')).replace('7', '1'));
    expect(newer).not.toBe(before);
  });

  it('布局升级：先留底，做完一步记一步；中断后只接着做没做完的', async () => {
    await fill();
    const hash = stateHash(library.all(), 'exact');
    await library.close();
    const done: number[] = [];
    let broken = true;
    const up = (to: number) => ({
      to,
      why: '试',
      up: async () => {
        if (to === 3 && broken) throw Object.assign(new Error('断'), { code: 'EIO' });
        done.push(to);
      },
    });
    const formatSteps = [up(3), up(2)];
    await expect(openLibrary(at(), { formatSteps })).rejects.toThrow();
    await expect(openLibrary(at())).rejects.toEqual(code('tooNew'));
    broken = false;
    library = await openLibrary(at(), { formatSteps });
    expect(done).toEqual([2, 3]);
    expect(stateHash(library.all(), 'exact')).toBe(hash);
    expect(await readdir(join(at(), 'before-migration'))).toHaveLength(2);
    await library.close();
    library = await openLibrary(at(), { formatSteps });
    expect(done).toEqual([2, 3]);
  });
});
