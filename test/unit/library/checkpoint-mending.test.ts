import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary, openLibrary } from '../../../electron/library/index.ts';
import { stateHash } from '../../../electron/library/records.ts';
import type { Library } from '../../../electron/library/types.ts';
import { temporaryFolder } from './support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let library: Library;
let expected = '';
const at = () => join(folder.path, '库');
const year = new Date().getUTCFullYear();
const shard = () => join(at(), 'state', `member-${year}.json`);
const exact = () => stateHash(library.all(), 'exact');
const LONG = '政协委员深入一线调研，'.repeat(3000);

/** A library with two checkpoints behind it, long text, an attachment, and a closed door. */
beforeEach(async () => {
  folder = await temporaryFolder();
  library = await createLibrary(at(), '示例区');
  for (let index = 0; index < 20; index += 1)
    await library.commit({
      label: `新增${index}`,
      who: '甲',
      add: [{ kind: 'member', id: `m${index}`, values: { name: `委员${index}` } }],
    });
  await library.commit({
    label: '新增资料',
    who: '甲',
    add: [{ kind: 'material', id: 'long', values: { title: '长文', body: LONG } }],
  });
  await library.checkpoint();
  for (let index = 0; index < 20; index += 2)
    await library.commit({
      label: `修改${index}`,
      who: '乙',
      update: [{ kind: 'member', id: `m${index}`, values: { name: `改${index}` } }],
    });
  expected = exact();
  await library.close();
});
afterEach(async () => {
  await library.close();
  await folder.remove();
});
const open = async () => {
  library = await openLibrary(at());
};
/** Opened once more, the library has nothing left to say. */
async function isWholeAgain(): Promise<void> {
  await library.close();
  await open();
  expect(library.damage).toEqual([]);
  expect(exact()).toBe(expected);
}
async function flip(path: string, offset: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[offset]! ^= 4;
  await writeFile(path, bytes);
}

describe('读取副本', () => {
  it('长文另存一个文件，短的照常可读', async () => {
    await open();
    expect(library.get('material', 'long')?.values).toEqual({ title: '长文', body: LONG });
    const [name] = await readdir(join(at(), 'state', 'text', 'material'));
    expect(name).toMatch(/^long-[0-9a-f]{32}\.json$/);
    expect((await stat(join(at(), 'state', `material-${year}.json`))).size).toBeLessThan(1000);
    expect(JSON.parse(await readFile(shard(), 'utf8')).data.records).toHaveLength(20);
  });

  it('改过的长文留到上一份副本也不用它时才删', async () => {
    await open();
    const texts = async () => (await readdir(join(at(), 'state', 'text', 'material'))).length;
    const counts: number[] = [];
    for (const name of ['一', '二', '三', '四']) {
      await library.commit({
        label: '改',
        who: '甲',
        update: [{ kind: 'material', id: 'long', values: { title: '长文', body: LONG + name } }],
      });
      await library.checkpoint();
      counts.push(await texts());
    }
    expect(counts).toEqual([2, 2, 2, 2]);
    await library.close();
    await open();
    await library.commit({
      label: '改',
      who: '甲',
      update: [{ kind: 'material', id: 'long', values: { title: '短了' } }],
    });
    await library.checkpoint();
    await library.commit({
      label: '改',
      who: '甲',
      update: [{ kind: 'material', id: 'long', values: { title: '又短了' } }],
    });
    await library.checkpoint();
    expect(await texts()).toBe(0);
  });

  it('一个文件超过四兆就分开，每个都不超过五兆，重开后一条不少', async () => {
    await open();
    const add = Array.from({ length: 700 }, (_, index) => ({
      kind: 'member',
      id: `大${index}`,
      values: { note: `${index}：`.padEnd(5000, '详') },
    }));
    await library.commit({ label: '导入', who: '甲', add });
    const hash = exact();
    await library.close();
    for (const name of await readdir(join(at(), 'state')))
      expect((await stat(join(at(), 'state', name))).size).toBeLessThan(5 * 1024 * 1024);
    expect((await readdir(join(at(), 'state'))).filter((name) => /^member-\d+(~\d)?\.json$/.test(name))).toHaveLength(
      3,
    );
    await open();
    expect(exact()).toBe(hash);
    expect(
      library
        .list('member')
        .slice(20)
        .map(({ id }) => id),
    ).toEqual(add.map(({ id }) => id));
    await library.commit({ label: '删', who: '甲', remove: add.slice(0, 699).map(({ kind, id }) => ({ kind, id })) });
    await library.close();
    await open();
    expect(library.list('member')).toHaveLength(21);
    expect(library.damage).toEqual([]);
  });

  for (const [what, spoil] of [
    ['一位翻转', (path: string) => flip(path, 150)],
    ['截断', (path: string) => truncate(path, 300)],
    ['变空', (path: string) => truncate(path, 0)],
    ['丢失', (path: string) => rm(path)],
  ] as const)
    it(`${what}：用上一份和流水补好，说明情况，原件留着`, async () => {
      for (const path of [
        shard(),
        join(at(), 'state', `material-${year}.json`),
        join(at(), 'state', 'checkpoint.json'),
        join(at(), 'library.json'),
      ]) {
        await spoil(path);
        const bytes = await readFile(path).catch(() => undefined);
        await open();
        expect(exact(), path).toBe(expected);
        expect(library.info.name).toBe('示例区');
        expect(library.damage.length, path).toBeGreaterThan(0);
        expect(library.damage.every(({ mended, message }) => mended && /没有丢失/.test(message))).toBe(true);
        const aside = library.damage.map(({ setAside }) => setAside).find((name) => name !== undefined);
        if (bytes) expect((await readFile(join(at(), aside!))).equals(bytes)).toBe(true);
        await isWholeAgain();
        await library.close();
      }
    });

  it('长文的文件坏了，从流水里补', async () => {
    const [name] = await readdir(join(at(), 'state', 'text', 'material'));
    await flip(join(at(), 'state', 'text', 'material', name!), 5000);
    await open();
    expect(exact()).toBe(expected);
    expect(library.damage).toMatchObject([{ file: `state/text/material/${name}`, mended: true }]);
    await isWholeAgain();
  });

  it('全部删掉，流水一份就够', async () => {
    await rm(join(at(), 'state'), { recursive: true });
    await open();
    expect(exact()).toBe(expected);
    expect(library.undoable?.label).toBe('修改18');
    await isWholeAgain();
  });
});
