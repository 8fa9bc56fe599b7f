import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLibrary, openLibrary } from '../../electron/library/index.ts';
import { bundleChild } from './child-process.ts';

const KEPT = 300;
/** Milliseconds after opening within which the kill falls. */
const WINDOW: Record<string, number> = { writer: 60, importer: 200, naive: 30 };
let folder = '';
let child = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antou-kill-'));
  child = await bundleChild(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Said {
  readonly open?: number;
  readonly present?: number[];
  readonly whole?: boolean;
  readonly damage?: { message: string }[];
  readonly problems?: { message: string }[];
  readonly done?: number;
  readonly file?: string;
}

/** Starts the child, kills it `ms` after it has opened (or after it was started), and returns what it said. */
function killed(mode: string, path: string, ms: number, from: 'opened' | 'started', verify: boolean): Promise<Said[]> {
  return new Promise((done, fail) => {
    const process_ = spawn(process.execPath, [child, mode, path, verify ? 'verify' : 'no'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: Said[] = [];
    let errors = '';
    let timer: NodeJS.Timeout | undefined;
    const arm = () => {
      timer ??= setTimeout(() => process_.kill('SIGKILL'), ms);
    };
    if (from === 'started') arm();
    process_.stderr.on('data', (data) => {
      errors += data;
    });
    // A line that was cut off by the kill was not said.
    const lines = createInterface({ input: process_.stdout });
    lines.on('line', (line) => {
      try {
        said.push(JSON.parse(line));
      } catch {
        return;
      }
      arm();
    });
    process_.on('error', fail);
    process_.on('close', (code) => {
      clearTimeout(timer);
      if (code !== null && code !== 0) fail(new Error(`child ended with ${code}: ${errors}`));
      else done(said);
    });
  });
}

/** Uniform over the write, from the seed, so that a failing run can be repeated. */
function* random(seed: number): Generator<number, never> {
  for (let index = 0; ; index += 1)
    yield createHash('sha256').update(`${seed}/${index}`).digest().readUInt32LE() / 2 ** 32;
}

interface Tally {
  kills: number;
  acknowledged: number;
  lost: number;
  unreadable: number;
  readonly files: string[];
}

async function lane(
  mode: string,
  path: string,
  rounds: number,
  seed: number,
  until: (tally: Tally) => boolean = () => false,
): Promise<Tally> {
  const tally: Tally = { kills: 0, acknowledged: 0, lost: 0, unreadable: 0, files: [] };
  const chance = random(seed);
  let acknowledged = new Set<number>();
  while (tally.kills < rounds && !until(tally)) {
    const early = chance.next().value < 0.2;
    const ms = early ? 40 + chance.next().value * 80 : chance.next().value * WINDOW[mode]!;
    const said = await killed(mode, path, ms, early ? 'started' : 'opened', tally.kills % 10 === 9);
    tally.kills += 1;
    const opened = said.find(({ open }) => open !== undefined);
    if (opened) {
      const present = new Set(opened.present);
      const top = Math.max(0, ...acknowledged);
      const missing = [...acknowledged].filter((n) => n > top - KEPT + 10 && !present.has(n));
      tally.lost += missing.length;
      if ((opened.damage?.length ?? 0) + (opened.problems?.length ?? 0) > 0 || opened.whole === false)
        tally.unreadable += 1;
      if (missing.length > 0) acknowledged = new Set();
    }
    for (const { done, file } of said) {
      if (done !== undefined && mode !== 'importer') acknowledged.add(done);
      if (done !== undefined) tally.acknowledged += 1;
      if (file) tally.files.push(file);
    }
  }
  return tally;
}

describe('写到一半被强行结束（kill -9）', () => {
  it('200 次：已确认的一笔不少，资料库次次打得开', async () => {
    const paths = [join(folder, '甲'), join(folder, '乙')];
    for (const path of paths) await (await createLibrary(path, '被杀的库')).close();
    const tallies = await Promise.all(paths.map((path, index) => lane('writer', path, 100, 20261121 + index)));
    for (const tally of tallies) {
      expect(tally).toMatchObject({ kills: 100, lost: 0, unreadable: 0 });
      expect(tally.acknowledged).toBeGreaterThan(100);
      expect(tally.files.length).toBeGreaterThan(5);
    }
    for (const [index, path] of paths.entries()) {
      const library = await openLibrary(path);
      expect(library.damage.filter(({ level }) => level !== 'note')).toEqual([]);
      const { problems, transactions } = await library.verify();
      expect(problems).toEqual([]);
      expect(transactions).toBe(library.info.seq);
      for (const sha256 of tallies[index]!.files) await library.readFile(sha256);
      await library.close();
    }
    console.log(
      'kill -9',
      JSON.stringify(
        tallies.map(({ kills, acknowledged, lost, unreadable, files }) => ({
          kills,
          acknowledged,
          lost,
          unreadable,
          files: files.length,
        })),
      ),
    );
  });

  it('整批导入 30 次：要么全有，要么全无', async () => {
    const path = join(folder, '导入');
    await (await createLibrary(path, '导入')).close();
    const tally = await lane('importer', path, 30, 7);
    expect(tally).toMatchObject({ kills: 30, unreadable: 0 });
    expect(tally.acknowledged).toBeGreaterThan(5);
  });

  it('对照：直接改写一个 JSON 文件的做法通不过同样的试验', async () => {
    const failed = ({ lost, unreadable }: Tally) => lost + unreadable > 0;
    const tally = await lane('naive', join(folder, '对照.json'), 60, 3, failed);
    expect(failed(tally)).toBe(true);
    expect(tally.acknowledged).toBeGreaterThan(0);
    await readFile(join(folder, '对照.json'));
    console.log('naive writer', JSON.stringify(tally));
  });
});
