import { appendFile, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary, openLibrary } from '../../../electron/library/index.ts';
import { stateHash } from '../../../electron/library/records.ts';
import type { Library } from '../../../electron/library/types.ts';
import { temporaryFolder } from './support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let library: Library;
let expected = '';
const at = () => join(folder.path, '库');
const journal = () => join(at(), 'journal', '00000001.ndjson');
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

describe('流水', () => {
  it('末尾没写完的一笔舍去，留底，只作提示；之后照常保存', async () => {
    await open();
    await library.commit({ label: '最后', who: '甲', add: [{ kind: 'member', id: '最后', values: { name: '最后' } }] });
    expected = exact();
    const bytes = await readFile(journal());
    await library.close();
    await rm(join(at(), 'state'), { recursive: true });
    await writeFile(journal(), Buffer.concat([bytes, bytes.subarray(-400, -150)]));
    await open();
    expect(exact()).toBe(expected);
    expect(library.damage).toMatchObject([{ level: 'note', mended: true, file: 'journal/00000001.ndjson' }]);
    expect((await readFile(join(at(), library.damage[0]!.setAside!))).length).toBe(250);
    await library.commit({ label: '再来', who: '甲', add: [{ kind: 'member', id: '再来', values: {} }] });
    expected = exact();
    await isWholeAgain();
    expect((await library.verify()).ok).toBe(true);
  });

  it('中间一位翻转：查得出，说清是哪一笔；现有内容不受影响，之后照常保存', async () => {
    const lines = (await readFile(journal())).toString().split('\n');
    await flip(journal(), Buffer.byteLength(lines.slice(0, 5).join('\n')) + 250);
    await open();
    expect(exact()).toBe(expected);
    expect(library.damage).toMatchObject([{ file: 'journal/00000001.ndjson', mended: true }]);
    expect(library.damage[0]?.message).toContain('第 5 笔');
    expect(await readdir(join(at(), 'damaged'))).toHaveLength(1);
    expect((await library.history({})).map(({ seq }) => seq)).toEqual(
      [...Array(31).keys()].map((n) => 31 - n).filter((n) => n !== 5),
    );
    await library.commit({ label: '再来', who: '甲', add: [{ kind: 'member', id: '再来', values: {} }] });
    expected = exact();
    await isWholeAgain();
    const checked = await library.verify();
    expect(checked.ok).toBe(false);
    expect(checked.problems[0]?.message).toContain('第 5 至 5 笔');
  });

  it('中间坏了、读取副本也没有：能读的都读出来，明说丢了哪几笔', async () => {
    await rm(join(at(), 'state'), { recursive: true });
    const lines = (await readFile(journal())).toString().split('\n');
    await flip(journal(), Buffer.byteLength(lines.slice(0, 6).join('\n')) + 250);
    await open();
    expect(library.list('member').map(({ id }) => id)).toEqual(
      [...Array(20).keys()].filter((n) => n !== 5).map((n) => `m${n}`),
    );
    expect(library.damage).toMatchObject([{ mended: false }]);
    expect(library.damage[0]?.message).toMatch(/第 6 笔.*可能已丢失.*备份/);
  });

  it('最后一行只差换行没写上：这一行算数，之后的接得上', async () => {
    await rm(join(at(), 'state'), { recursive: true });
    await truncate(journal(), (await stat(journal())).size - 1);
    await open();
    expect(exact()).toBe(expected);
    await library.commit({ label: '再来', who: '甲', add: [{ kind: 'member', id: '再来', values: {} }] });
    expected = exact();
    expect(await library.history({})).toHaveLength(32);
    await isWholeAgain();
    expect((await library.verify()).problems).toEqual([]);
  });

  it('文件末尾预留的零不算损坏；新的一段没写成，接着写旧的一段', async () => {
    await appendFile(journal(), Buffer.alloc(5000));
    await writeFile(join(at(), 'journal', '00000032.ndjson'), Buffer.alloc(700));
    await open();
    expect(library.damage).toEqual([]);
    for (let index = 0; index < 20; index += 1)
      await library.commit({ label: '再来', who: '甲', add: [{ kind: 'member', id: `再${index}`, values: {} }] });
    expect((await stat(journal())).size).toBeGreaterThan(100_000);
    expected = exact();
    await isWholeAgain();
    await library.close();
    const bytes = await readFile(journal());
    expect(bytes.at(-1)).toBe(10);
    expect(bytes.includes(0)).toBe(false);
  });

  it('有人改了一行，连校验值也改对：前后的链对不上，查得出', async () => {
    const lines = (await readFile(journal())).toString().split('\n');
    const forged = lines[4]!.replace('委员3', '委员9');
    expect(forged).not.toBe(lines[4]);
    const rest = forged.slice(16);
    lines[4] = `{"crc":"${crc32(rest).toString(16).padStart(8, '0')}${rest}`;
    await writeFile(journal(), lines.join('\n'));
    await open();
    expect(library.damage[0]?.message).toContain('前后不相接');
    expect(exact()).toBe(expected);
  });

  it('打开以后流水才坏：查历史时说出来，不悄悄少几条', async () => {
    await open();
    await flip(journal(), 3000);
    expect((await library.history({})).length).toBe(30);
    expect(library.damage).toMatchObject([{ file: 'journal/00000001.ndjson', mended: false }]);
  });

  for (const [what, spoil] of [
    ['末尾少了已保存的几笔', async () => truncate(journal(), (await stat(journal())).size - 1500)],
    ['整个变空', () => truncate(journal(), 0)],
    ['整个丢失', () => rm(journal())],
    ['文件夹丢失', () => rm(join(at(), 'journal'), { recursive: true })],
    ['开头坏了', () => flip(journal(), 50)],
    ['换行坏了', async () => flip(journal(), (await readFile(journal())).indexOf(10, 3000))],
    ['末尾多了别的字节', () => appendFile(journal(), 'x'.repeat(100))],
    [
      '有一行重复',
      async () => {
        const lines = (await readFile(journal())).toString().split('\n');
        lines.splice(7, 0, lines[5]!);
        await writeFile(journal(), lines.join('\n'));
      },
    ],
  ] as const)
    it(`${what}：现有内容不变，说明情况，之后照常保存、照常检查`, async () => {
      await spoil();
      await open();
      expect(exact()).toBe(expected);
      expect(library.damage.length).toBeGreaterThan(0);
      await library.commit({ label: '再来', who: '甲', add: [{ kind: 'member', id: '再来', values: {} }] });
      expected = exact();
      await isWholeAgain();
      const { problems } = await library.verify();
      expect(problems.filter(({ message }) => !message.includes('缺少'))).toEqual([]);
    });

  it('很多段的流水：少了一段，其余历史都在', async () => {
    await open();
    const big = (n: number) => ({ kind: 'material', id: `大${n}`, values: { body: `${n}`.padEnd(3_000_000, '文') } });
    for (let index = 0; index < 4; index += 1)
      await library.commit({ label: `大${index}`, who: '甲', add: [big(index)] });
    expected = exact();
    await library.close();
    const segments = await readdir(join(at(), 'journal'));
    expect(segments.length).toBeGreaterThanOrEqual(3);
    await rm(join(at(), 'journal', segments[1]!));
    await open();
    expect(exact()).toBe(expected);
    const first = Number.parseInt(segments[1]!, 10);
    const next = Number.parseInt(segments[2]!, 10);
    const seqs = (await library.history({})).map(({ seq }) => seq);
    expect(seqs).toEqual(
      [...Array(library.info.seq).keys()].map((n) => library.info.seq - n).filter((n) => n < first || n >= next),
    );
    await isWholeAgain();
  });
});
