import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../electron/cli/session.ts';
import { startWeb } from '../../electron/web.ts';
import { startOffice, type TestOffice } from '../support/office.ts';

const COUNT = 6000;
let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
  await office.client.batch.run({
    add: Array.from({ length: COUNT }, (_, index) => ({
      kind: 'material',
      values: { title: `第${index}篇`, category: index % 2 ? '新闻报道' : '文史资料' },
    })),
  });
}, 60_000);
afterAll(() => office.end());

const at = (name: string) => join(office.folder, name);

describe('导出 Excel 是一件可以停下的事', () => {
  it('说得出做到哪一步；做的时候照样答复别的询问', async () => {
    const { client } = office;
    const out = at('全部.xlsx');
    const job = await client.sheets.export({ kind: 'material', out });
    let running = true;
    let answered = 0;
    const asking = (async () => {
      while (running) {
        const { open } = await client.library.status();
        if (open && running) answered += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const steps: { done: number; total: number; label: string }[] = [];
    let result: Awaited<ReturnType<typeof finish<{ rows: number }>>> | undefined;
    while (!result) {
      const step = await job.next();
      if (step.done) result = step.value;
      else steps.push(step.value);
    }
    running = false;
    await asking;
    expect(result.rows).toBe(COUNT);
    // A breath every two hundred records, three times over: taken out, made into cells, written.
    expect(answered).toBeGreaterThan((3 * COUNT) / 200 / 2);
    expect(new Set(steps.map(({ label }) => label)).size).toBeGreaterThanOrEqual(3);
    expect(steps.every(({ done, total }) => done >= 0 && done <= total && total === COUNT)).toBe(true);
    expect(existsSync(out)).toBe(true);
  });

  it('停下：没有文件，原来的文件一个字节不动，资料库没有变动', async () => {
    const { client } = office;
    const before = (await client.library.status()).open?.seq;
    const old = at('原有.xlsx');
    await writeFile(old, '原来的内容');
    for (const [out, after] of [
      [at('没有.xlsx'), 1],
      [old, 5],
    ] as const) {
      const abort = new AbortController();
      const job = await client.sheets.export({ kind: 'material', out }, { signal: abort.signal });
      for (let step = 0; step < after; step += 1) expect((await job.next()).done).toBe(false);
      abort.abort();
      await expect(finish(job, true)).rejects.toBeTruthy();
    }
    expect(existsSync(at('没有.xlsx'))).toBe(false);
    expect(await readFile(old, 'utf8')).toBe('原来的内容');
    expect((await client.library.status()).open?.seq).toBe(before);
  });

  it('不读到底就走开，也算停下', async () => {
    const out = at('走开.xlsx');
    const job = await office.client.sheets.export({ kind: 'material', out });
    await job.next();
    await job.return?.(undefined as never);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(existsSync(out)).toBe(false);
  });
});

describe('浏览器里取走导出的文件', () => {
  let door: Awaited<ReturnType<typeof startWeb>>;
  beforeAll(async () => {
    door = await startWeb({ userData: at('web'), pageRoot: office.folder });
  });
  afterAll(() => door.close());

  it('只给做好的文件，只给一次；上传的文件取不走', async () => {
    const { officeClient } = await import('../../electron/api/index.ts');
    const client = officeClient(door.office);
    await client.library.create({ path: at('网页库'), name: '网页库' });
    const made = await finish(await client.sheets.export({ kind: 'term' }), true);
    expect(made.path).toBeUndefined();
    const { file } = await client.files.take({ handle: made.handle ?? '' });
    expect([file.name, file.size]).toEqual([made.name, made.size]);
    await expect(client.files.take({ handle: made.handle ?? '' })).rejects.toMatchObject({ code: 'notFound' });
    const { handle } = await client.files.upload({ file: new File(['别人的'], '甲.txt') });
    await expect(client.files.take({ handle })).rejects.toMatchObject({ code: 'notFound' });
  });
});
