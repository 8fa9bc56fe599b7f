import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLibrary, openLibrary } from '../../electron/library/index.ts';
import { stateHash } from '../../electron/library/records.ts';
import type { Library, LibraryOptions } from '../../electron/library/types.ts';
import { MemoryDisk } from './memory-disk.ts';

const ROOT = '/disk/库';
const FLIPS = 500;
const options: LibraryOptions = { machine: '测试机', checkpointAfter: { idleMs: 1e6, transactions: 1e6 } };

let whole: MemoryDisk;
let expected = '';
let history = 0;
const files: string[] = [];
const hashOf = (library: Library) => stateHash(library.all(), 'exact');

/** Several segments would need megabytes; one journal, two generations of every checkpoint file, long texts, attachments. */
beforeAll(async () => {
  whole = new MemoryDisk();
  const library = await createLibrary(ROOT, '示例区', {
    ...options,
    fs: whole,
    migrations: { member: { version: 1, steps: [] } },
  });
  for (let round = 0; round < 3; round += 1) {
    const add = Array.from({ length: 12 }, (_, index) => ({
      kind: 'member',
      id: `m${round}-${index}`,
      values: { name: `委员${index}`, note: '履职'.repeat(20) },
    }));
    await library.commit({ label: `导入${round}`, who: '甲', origin: 'import', add });
    for (let index = 0; index < 6; index += 1)
      await library.commit({
        label: '修改',
        who: '乙',
        update: [{ kind: 'member', id: `m${round}-${index}`, values: { name: `改${index}` } }],
      });
    const body = `${round}`.padEnd(17_000, '史');
    const item = { kind: 'material', id: 'long', values: { title: '长文', body } };
    await library.commit({ label: '资料', who: '甲', ...(round === 0 ? { add: [item] } : { update: [item] }) });
    const file = await library.putFile(Buffer.alloc(1500, round), `${round}.bin`, 'application/octet-stream');
    await library.commit({
      label: '附件',
      who: '甲',
      add: [{ kind: 'material', id: `f${round}`, values: { files: [file] } }],
    });
    files.push(file.sha256);
    await library.checkpoint();
  }
  await library.undo('甲');
  await library.close();
  const again = await openLibrary(ROOT, { ...options, fs: whole });
  expected = hashOf(again);
  history = again.info.seq;
  await again.close();
});

interface Outcome {
  readonly reported: boolean;
  readonly same: boolean;
  readonly what: string;
}

/** Opens the damaged disk and checks it; everything the program would tell somebody counts as reported. */
async function outcome(disk: MemoryDisk): Promise<Outcome> {
  let library: Library;
  try {
    library = await openLibrary(ROOT, { ...options, fs: disk });
  } catch (error) {
    return { reported: true, same: false, what: String(error) };
  }
  try {
    const damage = [...library.damage];
    const { problems } = await library.verify();
    const unread: string[] = [];
    for (const sha256 of files) await library.readFile(sha256).catch((error: unknown) => unread.push(String(error)));
    const same = hashOf(library) === expected;
    return { reported: damage.length + problems.length > 0, same, what: JSON.stringify([damage, problems, unread]) };
  } finally {
    await library.close();
  }
}

async function damaged(change: (bytes: Buffer) => Buffer, path: string): Promise<Outcome> {
  const disk = whole.copy();
  const inode = disk.files.get(path)!;
  disk.files.set(path, { number: -1, bytes: change(inode.bytes) });
  return outcome(disk);
}

function tally(outcomes: readonly { name: string; found: Outcome }[]) {
  return {
    silent: outcomes.filter(({ found }) => !found.reported).map(({ name }) => name),
    different: outcomes.filter(({ found }) => !found.same).map(({ name, found }) => `${name}: ${found.what}`),
  };
}

describe('损坏一定被发现', () => {
  it('完好的资料库没有话说（否则下面的试验什么也证明不了）', async () => {
    expect(await outcome(whole.copy())).toMatchObject({ reported: false, same: true });
    expect([...whole.files.keys()].some((path) => path.endsWith('.json.bak'))).toBe(true);
    expect([...whole.files.keys()].some((path) => path.includes('/state/text/'))).toBe(true);
  });

  it('每个文件在每个 512 字节处截断：无一不报，现有内容无一改变', async () => {
    const outcomes: { name: string; found: Outcome }[] = [];
    for (const [path, { bytes }] of whole.files)
      for (let size = 0; size < bytes.length; size += 512)
        outcomes.push({ name: `${path} 截到 ${size}`, found: await damaged((old) => old.subarray(0, size), path) });
    console.log(
      `truncations: ${outcomes.length} over ${whole.files.size} files, ${[...whole.files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)} bytes`,
    );
    expect(tally(outcomes)).toEqual({ silent: [], different: [] });
    expect(outcomes.length).toBeGreaterThan(300);
  });

  it('在流水的每一行末尾截断（看上去完好的短流水）也查得出', async () => {
    const path = `${ROOT}/journal/00000001.ndjson`;
    const { bytes } = whole.files.get(path)!;
    const outcomes: { name: string; found: Outcome }[] = [];
    for (let end = bytes.indexOf(10); end >= 0 && end < bytes.length - 1; end = bytes.indexOf(10, end + 1))
      outcomes.push({ name: `${end}`, found: await damaged((old) => old.subarray(0, end + 1), path) });
    expect(tally(outcomes)).toEqual({ silent: [], different: [] });
    expect(outcomes.length).toBe(history);
  });

  it(`任意文件里任意一位翻转，${FLIPS} 次：无一不报，现有内容无一改变`, async () => {
    const seed = randomBytes(4).readUInt32LE();
    let state = seed;
    const chance = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const paths = [...whole.files.keys()];
    const outcomes: { name: string; found: Outcome }[] = [];
    for (let count = 0; count < FLIPS; count += 1) {
      // Half by size, half by file: small files must not escape.
      const sizes = paths.map((path) => whole.files.get(path)!.bytes.length);
      let path = paths[Math.floor(chance() * paths.length)]!;
      if (count % 2 === 0) {
        let at = chance() * sizes.reduce((sum, size) => sum + size, 0);
        for (const [index, size] of sizes.entries()) {
          if (at >= 0 && at < size) path = paths[index]!;
          at -= size;
        }
      }
      const size = whole.files.get(path)!.bytes.length;
      const offset = Math.floor(chance() * size);
      const bit = Math.floor(chance() * 8);
      const flip = (old: Buffer) => {
        const bytes = Buffer.from(old);
        bytes[offset]! ^= 1 << bit;
        return bytes;
      };
      outcomes.push({ name: `${path} 字节 ${offset} 位 ${bit}（种子 ${seed}）`, found: await damaged(flip, path) });
    }
    const { silent, different } = tally(outcomes);
    expect(silent).toEqual([]);
    // library.json that claims a newer format is refused rather than opened: nothing is written to it.
    expect(different.filter((what) => !what.includes('更新版本'))).toEqual([]);
  });

  it('任何一个文件整个不见了：无一不报，或与没有它时一样', async () => {
    for (const path of whole.files.keys()) {
      const disk = whole.copy();
      disk.files.delete(path);
      const found = await outcome(disk);
      expect(found.same, `${path} ${found.what}`).toBe(true);
      if (!path.endsWith('.bak')) expect(found.reported, path).toBe(true);
    }
  });
});

describe('JSON 文件里是什么都不出事', () => {
  const deep = `${'['.repeat(50)}${']'.repeat(50)}`;
  const contents: readonly (readonly [string, string | Buffer])[] = [
    ['空', ''],
    ['空白', '   \n'],
    ['半个括号', '{'],
    ['null', 'null'],
    ['数组', '[]'],
    ['字符串', '"library"'],
    ['数字', '1e999'],
    ['NaN', '{"format":NaN}'],
    ['带 BOM', Buffer.from('\ufeff{}')],
    ['UTF-16', Buffer.from('{"format":1}', 'utf16le')],
    ['只有格式号', '{"format":1}'],
    ['格式号是字', '{"format":"1"}'],
    ['格式号为负', '{"format":-1}'],
    ['重复的键', '{"format":1,"format":1,"data":{},"data":[]}'],
    ['五十层', deep],
    ['十万层', '['.repeat(100_000)],
    ['__proto__', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
    ['全是零', Buffer.alloc(4096)],
    ['随机字节', randomBytes(4096)],
    ['开头像、内容不是', `{"format":1,"seq":3,"sha256":"${'0'.repeat(64)}","data":\n{}\n}\n`],
    ['很长一行', 'x'.repeat(2_000_000)],
  ];

  for (const file of ['library.json', 'state/checkpoint.json', 'state/setting.json', 'shard', 'text'])
    it(`${file}：${contents.length} 种内容，都发现、都补好，其余照常打开`, async () => {
      const path = [...whole.files.keys()].find((name) =>
        file === 'shard'
          ? /state\/member-\d{4}\.json$/.test(name)
          : file === 'text'
            ? name.includes('/text/')
            : name === `${ROOT}/${file}`,
      )!;
      for (const [name, content] of contents) {
        const found = await damaged(() => Buffer.from(content as string), path);
        // Files of long text that only the .bak names are read when the .bak is needed, and not before.
        if (file !== 'text') expect(found.reported, name).toBe(true);
        expect(found.same, `${name} ${found.what}`).toBe(true);
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });

  it('校验值对、结构不对的文件，也不当真', async () => {
    const { encodeSealed } = await import('../../electron/library/durable-file.ts');
    for (const data of [
      null,
      7,
      'x',
      [],
      {},
      { records: 'x', before: [] },
      { records: [null], before: [] },
      { records: [{ id: 1 }], before: [] },
      { shards: {}, hash: 1 },
    ])
      for (const path of [...whole.files.keys()].filter(
        (name) => name.endsWith('.json') && name.split('/').length <= 5,
      )) {
        const { bytes } = encodeSealed({ format: 1, seq: 3, data });
        const found = await damaged(() => bytes, path);
        expect(found, `${path} ${JSON.stringify(data)}`).toMatchObject({ reported: true, same: true });
      }
  });
});
