import { randomBytes } from 'node:crypto';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary, isLibrary, libraryName, openLibrary } from '../../../electron/library/index.ts';
import type { Library, LibraryOptions } from '../../../electron/library/types.ts';
import type { Transaction } from '../../../shared/records/record.ts';
import { temporaryFolder } from './support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let library: Library;
/** Chinese, blanks, #, % and a long name: all in one path. */
const at = () => join(folder.path, '资料库 #1 100%', '很长的名字'.repeat(12));

beforeEach(async () => {
  folder = await temporaryFolder();
  library = await createLibrary(at(), '示例区政协');
});
afterEach(async () => {
  await library.close();
  await folder.remove();
});
async function reopen(options: LibraryOptions = {}): Promise<void> {
  await library.close();
  library = await openLibrary(at(), options);
}
const add = (id: string, values: Record<string, unknown> = { name: id }) =>
  library.commit({ label: `新增${id}`, who: '甲', add: [{ kind: 'member', id, values }] });
const update = (id: string, values: Record<string, unknown>, rev?: number) =>
  library.commit({ label: `修改${id}`, who: '乙', update: [{ kind: 'member', id, values, ...(rev ? { rev } : {}) }] });
const code = (code: string) => expect.objectContaining({ code });

describe('记录', () => {
  it('新增、修改、删除都写进流水，重开后原样都在，不带空白值', async () => {
    await add('m1', { name: '张三丰', note: '', tags: [], phone: null });
    await update('m1', { name: '张三', rows: [{ a: 1, b: [true, null] }] }, 1);
    await add('m2');
    await library.commit({ label: '删除', who: '甲', remove: [{ kind: 'member', id: 'm2' }] });
    const before = library.get('member', 'm1');
    expect(before).toMatchObject({ rev: 2, createdBy: '甲', updatedBy: '乙', values: { name: '张三' } });
    await reopen();
    expect(library.get('member', 'm1')).toEqual(before);
    expect(library.list('member').map(({ id }) => id)).toEqual(['m1']);
    expect(library.info).toMatchObject({ name: '示例区政协', seq: 4, format: 1, counts: { member: 1 } });
    expect(library.damage).toEqual([]);
  });

  it('交出的记录改不动，交进来的对象以后怎么改都不影响资料库', async () => {
    const values = { name: '甲', rows: [{ a: 1 }] };
    await add('m1', values);
    values.rows[0]!.a = 2;
    const record = library.get('member', 'm1')!;
    expect(record.values.rows).toEqual([{ a: 1 }]);
    expect(() => Object.assign(record.values, { name: '乙' })).toThrow(TypeError);
    await reopen();
    for (const found of [library.get('member', 'm1')!, library.list('member')[0]!, [...library.all()][0]!])
      expect(Object.isFrozen((found.values.rows as object[])[0])).toBe(true);
  });

  it('按新增先后排列，删除后撤销回到原位', async () => {
    let minute = 0;
    await library.close();
    library = await openLibrary(at(), { now: () => new Date(Date.UTC(2026, 0, 1, 0, minute++)) });
    for (const id of ['c', 'a', 'b']) await add(id);
    await library.commit({ label: '删除', who: '甲', remove: [{ kind: 'member', id: 'c' }] });
    await library.undo('甲');
    expect(library.list('member').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    await reopen();
    expect(library.list('member').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('一个事务里任何一处不成立，整个不写', async () => {
    await add('m1');
    const change = {
      label: '批量',
      who: '甲',
      add: [{ kind: 'member', id: 'm2', values: {} }],
      remove: [{ kind: 'member', id: '无' }],
    };
    await expect(library.commit(change)).rejects.toEqual(code('notFound'));
    await expect(add('m1')).rejects.toEqual(code('conflict'));
    await expect(update('m1', { name: '新' }, 7)).rejects.toEqual(code('conflict'));
    await expect(update('无', {})).rejects.toEqual(code('notFound'));
    for (const bad of [{ a: Number.NaN }, { a: new Date() }, { a: () => 1 }, { a: 1n }])
      await expect(add('m3', bad)).rejects.toEqual(code('invalid'));
    const kind = library.commit({ label: '', who: '', add: [{ kind: '../x', values: {} }] });
    await expect(kind).rejects.toEqual(code('invalid'));
    await expect(add('')).rejects.toEqual(code('invalid'));
    expect(library.info.seq).toBe(1);
    expect(library.list('member')).toHaveLength(1);
  });

  it('没有改变就不写流水，返回空的差异', async () => {
    await add('m1', { name: '甲', rows: [{ a: 1, b: 2 }] });
    const same = await update('m1', { rows: [{ b: 2, a: 1 }], name: '甲', note: '' });
    expect(same).toMatchObject({ seq: 1, diff: { added: [], updated: [], removed: [] } });
    expect(library.info.seq).toBe(1);
    expect(library.get('member', 'm1')?.rev).toBe(1);
  });

  it('__proto__ 之类的键不起作用，但内容原样保留', async () => {
    const values = JSON.parse('{"name":"甲","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}}}');
    await library.commit({ label: '新增', who: '甲', add: [{ kind: 'member', id: '__proto__', values }] });
    await reopen();
    const record = library.get('member', '__proto__')!;
    expect(JSON.parse(JSON.stringify(record.values))).toEqual(values);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((record.values as Record<string, unknown>).polluted).toBeUndefined();
    expect(library.get('member', 'toString')).toBeUndefined();
    expect(library.list('__proto__')).toEqual([]);
  });

  it('同时提交的多笔一起落盘，先后不乱，各自的版本检查看得到前一笔', async () => {
    await add('m1');
    const results = await Promise.allSettled([
      update('m1', { name: '一' }, 1),
      update('m1', { name: '二' }, 1),
      add('m2'),
      add('m3'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(library.get('member', 'm1')?.values).toEqual({ name: '一' });
    expect(library.info.seq).toBe(4);
  });

  it('听众按次序得知已落盘的每一笔，听众出错不影响保存', async () => {
    const seen: Transaction[] = [];
    const states: string[] = [];
    library.subscribe(() => {
      throw new Error('坏听众');
    });
    const stop = library.subscribe((transaction) => seen.push(transaction));
    library.onSaving(({ state }) => states.push(state));
    process.once('warning', () => undefined);
    const [first] = await Promise.all([add('m1'), add('m2')]);
    await library.undo('甲');
    expect(seen.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(seen[0]).toEqual(first);
    expect(states).toEqual(['saving', 'saved', 'saving', 'saved']);
    stop();
    await add('m4');
    expect(seen).toHaveLength(3);
  });
});

describe('设置', () => {
  it('任何 JSON 值都可以存，包括空值；计入流水，可以撤销', async () => {
    expect(library.setting('office')).toBeUndefined();
    await library.saveSetting('office', { name: '示例区政协办公室', list: [] }, '甲', '修改单位名称');
    await library.saveSetting('empty', '', '甲', '清空');
    await reopen();
    expect(library.setting('office')).toEqual({ name: '示例区政协办公室', list: [] });
    expect(library.setting('empty')).toBe('');
    expect([...library.all()]).toEqual([]);
    expect(library.info.counts).toEqual({});
    await library.undo('甲');
    expect(library.setting('empty')).toBeUndefined();
  });
});

describe('历史', () => {
  it('从新到旧，可按种类和记录筛选、分页；每一版都找得回来，包括第一次修改之前', async () => {
    await add('m1', { name: '第一版' });
    await add('m2');
    await update('m1', { name: '第二版' });
    await library.commit({ label: '删除', who: '甲', remove: [{ kind: 'member', id: 'm1' }] });
    await library.saveSetting('x', 1, '甲', '设置');
    await reopen();
    expect((await library.history({})).map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
    expect((await library.history({ kind: 'member', id: 'm1' })).map(({ seq }) => seq)).toEqual([4, 3, 1]);
    expect((await library.history({ kind: 'setting' })).map(({ seq }) => seq)).toEqual([5]);
    expect((await library.history({ before: 4, limit: 2 })).map(({ seq }) => seq)).toEqual([3, 2]);
    const versions = await Promise.all([0, 1, 2, 3, 4, 9].map((seq) => library.versionAt('member', 'm1', seq)));
    expect(versions.map((version) => version?.values.name)).toEqual([
      undefined,
      '第一版',
      '第一版',
      '第二版',
      undefined,
      undefined,
    ]);
    const [edit] = await library.history({ kind: 'member', id: 'm1', before: 4 });
    expect(edit?.diff.updated[0]?.[0].values).toEqual({ name: '第一版' });
  });
});

describe('附件', () => {
  it('同样的内容只存一份，读取时校验', async () => {
    const bytes = randomBytes(70_000);
    const one = await library.putFile(bytes, '照片.jpg', 'image/jpeg');
    const two = await library.putFile(bytes, '同一张.jpg', 'image/jpeg');
    expect(two).toEqual({ ...one, name: '同一张.jpg' });
    expect(one.size).toBe(70_000);
    expect(await readdir(join(at(), 'files', one.sha256.slice(0, 2)))).toEqual([one.sha256]);
    await reopen();
    expect(Buffer.from(await library.readFile(one.sha256)).equals(bytes)).toBe(true);
    const file = join(at(), 'files', one.sha256.slice(0, 2), one.sha256);
    const damaged = await readFile(file);
    damaged[100]! ^= 1;
    await writeFile(file, damaged);
    await expect(library.readFile(one.sha256)).rejects.toEqual(code('damaged'));
    await expect(text(library.openFile(one.sha256))).rejects.toEqual(code('damaged'));
    await library.putFile(bytes, '照片.jpg', 'image/jpeg');
    expect(Buffer.from(await library.readFile(one.sha256)).equals(bytes)).toBe(true);
  });

  it('没有的附件、不是地址的名字都说没有，不会读到别处', async () => {
    await expect(library.readFile('0'.repeat(64))).rejects.toEqual(code('notFound'));
    await expect(text(library.openFile('0'.repeat(64)))).rejects.toEqual(code('notFound'));
    await expect(library.readFile('../../library.json')).rejects.toEqual(code('notFound'));
  });
});

describe('打开与新建', () => {
  it('没有资料库的地方报“找不到”，不悄悄新建', async () => {
    const missing = join(folder.path, '没有这个');
    await expect(openLibrary(missing)).rejects.toEqual(code('notFound'));
    await expect(access(missing)).rejects.toThrow();
    await mkdir(missing);
    await expect(openLibrary(missing)).rejects.toEqual(code('notFound'));
    expect(await readdir(missing)).toEqual([]);
    expect(await isLibrary(missing)).toBe(false);
    const file = join(folder.path, '文件');
    await writeFile(file, '');
    expect(await isLibrary(file)).toBe(false);
    await expect(openLibrary(file)).rejects.toEqual(code('notFound'));
    await expect(createLibrary(file, '名')).rejects.toEqual(code('invalid'));
    expect(await libraryName(missing)).toBeUndefined();
  });

  it('文件夹里已有东西就不新建', async () => {
    await expect(createLibrary(at(), '再建一个')).rejects.toEqual(code('invalid'));
    await expect(createLibrary(folder.path, '再建一个')).rejects.toEqual(code('invalid'));
    expect(await isLibrary(at())).toBe(true);
    expect(await libraryName(at())).toBe('示例区政协');
  });

  it('闲下来就写读取副本，攒够笔数也写', async () => {
    await reopen({ checkpointAfter: { idleMs: 20, transactions: 1000 } });
    await add('m1');
    await expect.poll(() => readdir(join(at(), 'state'))).toContain('checkpoint.json');
    await library.close();
    library = await openLibrary(at(), { checkpointAfter: { idleMs: 1e6, transactions: 3 } });
    const seqOnDisk = async () => JSON.parse(await readFile(join(at(), 'state', 'checkpoint.json'), 'utf8')).seq;
    const before = await seqOnDisk();
    for (const id of ['m2', 'm3', 'm4']) await add(id);
    await expect.poll(seqOnDisk).toBe(before + 3);
  });

  it('关闭以后不再接受修改，读取副本已写好', async () => {
    await add('m1');
    await library.close();
    await library.close();
    await expect(add('m2')).rejects.toEqual(code('failed'));
    expect((await readdir(join(at(), 'state'))).sort()).toEqual([
      'checkpoint.json',
      `member-${new Date().getUTCFullYear()}.json`,
    ]);
    await expect(access(join(at(), 'lock'))).rejects.toThrow();
  });
});
