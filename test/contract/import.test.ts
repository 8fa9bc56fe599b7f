import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finish } from '../../electron/cli/session.ts';
import { startOffice, type TestOffice } from '../support/office.ts';

const SEEDS = join(import.meta.dirname, '..', '..', '..', 'shared', 'seeds');
const seeds = existsSync(SEEDS)
  ? readdirSync(SEEDS)
      .sort()
      .map((name) => join(SEEDS, name))
  : [];

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.end());

const run = async (files: readonly string[]) =>
  finish(await office.client.import.run({ files: files.map((path) => ({ path })) }), true);

describe('导入', () => {
  it.skipIf(seeds.length === 0)('五份种子原样导入：一步写入、原件逐字节保留、检索得到、一次撤销全部回去', async () => {
    const { client } = office;
    const result = await run(seeds);
    expect(result).toMatchObject({ written: 5, refused: 0, skipped: 0 });
    const { records } = await client.records.list({ kind: 'material', full: true });
    expect(records).toHaveLength(5);
    for (const record of records) {
      const [original] = record.values.original as { sha256: string; name: string }[];
      const { file } = await client.files.read({ sha256: original?.sha256 ?? '' });
      const source = seeds.find((path) => path.endsWith(original?.name ?? '?')) ?? '';
      expect(Buffer.from(await file.arrayBuffer()).equals(await readFile(source))).toBe(true);
    }
    // 35万字 stands across the files once, 收条 in one of them, 提案 in several.
    expect((await client.search.query({ text: '收条' })).total).toBe(1);
    expect((await client.search.query({ text: '35万字' })).total).toBe(1);
    expect((await client.search.query({ text: '提案' })).total).toBeGreaterThan(1);
    // Broken across a line in the file, found as one word: 街道政⏎⏎协工委.
    expect((await client.search.query({ text: '街道政协工委开展专题视察' })).total).toBe(1);
    const again = await run(seeds);
    expect(again).toMatchObject({ written: 0, skipped: 5 });
    await client.history.undo();
    expect((await client.records.list({ kind: 'material' })).total).toBe(0);
    expect((await client.search.query({ text: '收条' })).total).toBe(0);
    await client.history.redo();
    expect((await client.search.query({ text: '收条' })).total).toBe(1);
  });

  it('预演与真正导入逐件一致', async () => {
    const good = join(office.folder, '来文.md');
    const empty = join(office.folder, '空.md');
    await writeFile(good, '# 关于报送材料的函\n\n请于2024年5月10日前报送。\n');
    await writeFile(empty, '');
    const input = { files: [{ path: good }, { path: empty }] };
    const plan = await office.client.import.plan(input);
    const result = await finish(await office.client.import.run(input), true);
    if (plan.mode !== 'documents' || result.plan.mode !== 'documents') throw new Error('documents expected');
    const shape = (items: typeof plan.items) =>
      items.map(({ name, action, title, message }) => ({ name, action, title, message }));
    expect(shape(result.plan.items)).toEqual(shape(plan.items));
    expect(result.written).toBe(1);
  });

  it('委员名册：表头别名、同名提示、坏行说明原因，整批一步', async () => {
    const { client } = office;
    const file = join(office.folder, '名册.csv');
    await writeFile(
      file,
      '委员姓名,性别,出生年月,界别,党派\n李桂兰,女,1975.3,教育,民盟盟员\n张喆,男,1980年12月,科技,中共党员\n坏日期,男,2023.2.30,教育,群众\n,男,1970.1,教育,群众\n',
    );
    const before = office.office.desk.opened.library.info.seq;
    const plan = await client.import.plan({ files: [{ path: file }] });
    if (plan.mode !== 'table') throw new Error('roster expected');
    expect(office.office.desk.opened.library.info.seq).toBe(before);
    expect(plan.counts.add).toBeGreaterThanOrEqual(2);
    const bad = plan.rows.find((row) => row.title.includes('坏日期'));
    expect(JSON.stringify(bad)).toMatch(/2023|日期|出生/);
    const result = await run([file]);
    expect(result.seq).toBe(before + 1);
    if (result.plan.mode !== 'table') throw new Error('roster expected');
    expect(result.plan.rows.map((row: { action: string }) => row.action)).toEqual(plan.rows.map((row) => row.action));
    expect((await client.search.query({ text: 'lgl', kinds: ['member', 'person'] })).total).toBeGreaterThan(0);
    expect((await client.search.query({ text: '张喆' })).total).toBeGreaterThan(0);
    await client.history.undo();
    expect((await client.records.list({ kind: 'member' })).total).toBe(0);
  });

  it('任何一种记录的表都能导入：预演、决定、写入、报告、撤销走同一份合同', async () => {
    const { client } = office;
    const file = join(office.folder, '承办单位.csv');
    await writeFile(file, '单位名称,联系人,曾用名\n示例区水务局,钱三,示例区水利局\n,无名,旧名\n');
    const ask = { files: [{ path: file }], as: 'organisation' };
    const plan = await client.import.plan(ask);
    if (plan.mode !== 'table') throw new Error('table expected');
    expect(plan.rows.map(({ action }) => action)).toEqual(['add', 'refuse']);
    expect(plan.preview?.[0]).toEqual(['单位名称', '联系人', '曾用名']);
    const result = await finish(await client.import.run(ask), true);
    expect(result).toMatchObject({ written: 1, refused: 1 });
    const { file: report } = await client.import.report(ask);
    expect(report.size).toBeGreaterThan(1000);
    await writeFile(file, '单位名称,联系人\n示例区水务局,孙四\n');
    const asked = await client.import.plan(ask);
    if (asked.mode !== 'table') throw new Error('table expected');
    const id = asked.rows[0]?.candidates[0]?.id ?? '';
    expect(asked.rows[0]?.action).toBe('refuse');
    const decided = { ...ask, options: { decisions: { 2: { update: id } } } };
    const updated = await finish(await client.import.run(decided), true);
    expect(updated).toMatchObject({ written: 1, refused: 0 });
    expect((await client.records.get({ kind: 'organisation', id })).record.values).toMatchObject({
      contact: '孙四',
      formerNames: ['示例区水利局'],
    });
    await client.history.undo();
    expect((await client.records.get({ kind: 'organisation', id })).record.values.contact).toBe('钱三');
  });

  it('导出供修改、改一格、再导入：只有那一格变；资料也能按表导入；不认得的记录种类退回', async () => {
    const { client } = office;
    const file = join(office.folder, '改.xlsx');
    await finish(await client.sheets.export({ kind: 'organisation', forUpdate: true, out: file }), true);
    const same = await client.import.plan({ files: [{ path: file }] });
    expect(same).toMatchObject({
      mode: 'table',
      as: 'organisation',
      forUpdate: true,
      counts: { add: 0, update: 0, refuse: 0 },
    });
    const csv = join(office.folder, '资料.csv');
    await writeFile(csv, '标题,类别\n关于某事的通知,\n');
    expect(await client.import.plan({ files: [{ path: csv }], as: 'material' })).toMatchObject({
      mode: 'table',
      counts: { add: 1 },
    });
    await expect(client.import.plan({ files: [{ path: csv }], as: 'nothing' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('取消的导入什么也不留下', async () => {
    const file = join(office.folder, '取消.txt');
    await writeFile(file, '这一份不应当进库。\n');
    const before = office.office.desk.opened.library.info.seq;
    const controller = new AbortController();
    const job = await office.client.import.run({ files: [{ path: file }] }, { signal: controller.signal });
    controller.abort();
    await expect(finish(job, true)).rejects.toBeTruthy();
    expect(office.office.desk.opened.library.info.seq).toBe(before);
    expect((await office.client.search.query({ text: '这一份不应当进库' })).total).toBe(0);
  });
});
