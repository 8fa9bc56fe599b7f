import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { antouSession, antou as run } from '../support/cli.ts';

let folder: string;
let machine: string;
let library: string;
const antou = (args: readonly string[], stdin?: string) =>
  run(args, { machine, cwd: folder, ...(stdin === undefined ? {} : { stdin }) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antou-cli-'));
  machine = join(folder, 'machine');
  library = join(folder, '库');
  const made = await antou(['new', '库', '--name', '命令行的库']);
  expect(made, made.stderr).toMatchObject({ code: 0 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('命令行', () => {
  it('help 与 documents 不需要资料库，退出码 0；--json 可以放在任何位置', async () => {
    const help = await antou(['help']);
    expect(help.code).toBe(0);
    for (const form of ['antou new DIR', 'antou import DIR FILE…', 'antou call DIR --stdin', 'antou verify DIR'])
      expect(help.stdout).toContain(form);
    const json = JSON.parse((await antou(['--json', 'help'])).stdout);
    expect(json.procedures.map((entry: { name: string }) => entry.name)).toEqual(
      expect.arrayContaining([
        'records.list',
        'records.save',
        'history.undo',
        'search.query',
        'import.run',
        'documents.export',
        'library.verify',
      ]),
    );
    const documents = JSON.parse((await antou(['documents', '--json'])).stdout);
    const ids = documents.documents.map((entry: { id: string }) => entry.id);
    expect(ids).toEqual(expect.arrayContaining(['minutes', 'replyLetter', 'serviceArchive', 'wholeBook']));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('用法不对退出码 2，说中文，标准输出没有杂音', async () => {
    for (const args of [
      [],
      ['飞'],
      ['search', library],
      ['export', library, 'minutes'],
      ['search', library, '会', '--limit', '零'],
      ['call', library],
      ['help', '--飞'],
    ]) {
      const ran = await antou(args);
      expect(ran, args.join(' ')).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('导入、检索、核验走通；坏文件逐个说明，其余进去', async () => {
    await writeFile(
      join(folder, '停车.txt'),
      '关于停车管理的情况\n\n2024年3月5日，区政协组织委员视察停车场建设，提出七条建议。\n',
    );
    await writeFile(join(folder, '空.txt'), '');
    await writeFile(join(folder, '坏.docx'), 'PK坏的');
    const rehearsal = JSON.parse(
      (await antou(['import', library, '停车.txt', '空.txt', '--dry-run', '--json'])).stdout,
    );
    expect(rehearsal).toMatchObject({ dryRun: true, mode: 'documents' });
    expect(JSON.parse((await antou(['search', library, '停车', '--json'])).stdout).total).toBe(0);
    const ran = await antou(['import', library, '停车.txt', '空.txt', '坏.docx', '--json']);
    expect(ran.code).toBe(0);
    const result = JSON.parse(ran.stdout);
    expect(result).toMatchObject({ written: 1, refused: 2 });
    expect(result.plan.items.map((item: { action: string }) => item.action)).toEqual(['add', 'refuse', 'refuse']);
    const found = JSON.parse((await antou(['search', library, '停车', '--json'])).stdout);
    expect(found.total).toBe(1);
    expect(found.hits[0]).toMatchObject({ kind: 'material', title: '关于停车管理的情况' });
    expect((await antou(['search', library, '停车', '--kind', 'member', '--json'])).stdout).toContain('"total":0');
    expect((await antou(['verify', library])).stdout).toContain('完好');
    expect((await antou(['import', library, '空.txt'])).code).toBe(3);
  });

  it('逐行调用：一行一答，次序不乱，坏行不影响后面，进程内不丢', async () => {
    const lines = [
      { procedure: 'records.save', input: { kind: 'person', values: { name: '甲一' } } },
      '这不是 JSON',
      { procedure: 'records.save', input: { kind: 'person', values: {} } },
      { procedure: 'constructor.prototype' },
      { procedure: 'records.save', input: { kind: 'person', values: { name: '乙二' } } },
      { procedure: 'records.list', input: { kind: 'person', sort: [['name', 'asc']] } },
      { procedure: 'library.verify' },
    ].map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
    const ran = await antou(['call', library, '--stdin'], `${lines.join('\n')}\n`);
    expect(ran.code).toBe(0);
    const answers = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, false, false, true, true, true]);
    expect(answers[2].error).toMatchObject({ code: 'invalid', fields: { name: expect.stringContaining('请填写') } });
    expect(answers[5].output.total).toBe(2);
    expect(answers[6].output.ok).toBe(true);
  });

  it('答复写出来就已落盘：答完立刻强杀，重开还在', async () => {
    const session = antouSession(library, machine);
    session.write({ procedure: 'records.save', input: { kind: 'person', values: { name: '强杀前保存' } } });
    const answer = await session.answer();
    expect(answer.ok).toBe(true);
    session.child.kill('SIGKILL');
    await session.closed;
    const found = JSON.parse((await antou(['search', library, '强杀前保存', '--json'])).stdout);
    expect(found.total).toBe(1);
  });

  it('资料库被占用退出码 5，且不碰对方的锁', async () => {
    const session = antouSession(library, machine);
    session.write({ procedure: 'library.status' });
    await session.answer();
    const second = await antou(['search', library, '会', '--json']);
    expect(second.code).toBe(5);
    expect(JSON.parse(second.stdout)).toMatchObject({ ok: false, error: { code: 'locked' } });
    session.write({ procedure: 'records.list', input: { kind: 'term' } });
    expect((await session.answer()).ok).toBe(true);
    session.end();
    expect(await session.closed).toBe(0);
  });

  it('不存在的资料库、比程序新的资料库、损坏的资料库各有退出码', async () => {
    expect((await antou(['search', join(folder, '没有'), '会'])).code).toBe(3);
    const nested = await antou(['new', join(library, '里面')]);
    expect(nested.code).toBe(3);
    expect(nested.stderr).toContain('另一个资料库');
    const newer = join(folder, '新格式');
    await antou(['new', newer]);
    const file = join(newer, 'library.json');
    const about = await readFile(file, 'utf8');
    await writeFile(file, about.replace(/"format":\s*\d+/, '"format": 999'));
    const changed = await readFile(file, 'utf8');
    expect(changed).not.toBe(about);
    expect((await antou(['search', newer, '会'])).code).toBe(6);
    expect(await readFile(file, 'utf8')).toBe(changed);
    const damaged = join(folder, '损坏');
    await antou(['new', damaged]);
    const journal = join(damaged, 'journal', '00000001.ndjson');
    const bytes = await readFile(journal);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    await writeFile(journal, bytes);
    const verified = await antou(['verify', damaged, '--json']);
    expect([0, 4]).toContain(verified.code);
    expect(verified.stdout + verified.stderr).toMatch(/损坏|damaged|修复|隔离/);
  });

  it('从别的文件夹、经由 bin 的链接也能启动', async () => {
    const bin = join(folder, 'bin');
    await mkdir(bin);
    await symlink(join(import.meta.dirname, '..', '..', 'resources', 'setup', 'antou.mjs'), join(bin, 'antou'));
    const ran = spawnSync(process.execPath, [join(bin, 'antou'), 'help'], { cwd: tmpdir(), encoding: 'utf8' });
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain('政协案头');
  });

  it('出一份纪要：文件写好，参数写错说清楚', async () => {
    const term = JSON.parse((await antou(['call', library, 'records.list', '{"kind":"term"}'])).stdout).records[0].id;
    const save = {
      kind: 'event',
      values: {
        category: '会议',
        subtype: '主席会议',
        title: '第一次主席会议',
        start: '2024-03-05T09:00',
        place: '区政协二楼会议室',
        term,
        status: '已结束',
      },
    };
    const made = await antou(['call', library, 'records.save', JSON.stringify(save)]);
    expect(made.code, made.stderr).toBe(0);
    const { id } = JSON.parse(made.stdout);
    const out = join(folder, '纪要.docx');
    const ran = await antou(['export', library, 'minutes', '--param', `event=${id}`, '--out', out, '--json']);
    expect(ran.code, ran.stdout).toBe(0);
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
    expect((await antou(['export', library, 'minutes', '--param', `会议=${id}`, '--out', out])).code).toBe(2);
    expect((await antou(['export', library, 'minutes', '--out', out])).code).toBe(3);
    expect((await antou(['export', library, 'poster', '--out', out])).code).toBe(3);
  });
});
