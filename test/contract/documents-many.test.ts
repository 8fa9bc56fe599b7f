import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { createOffice, type Office, officeClient } from '../../electron/api/index.ts';
import { FolderSink, SinkFull, ZipSink } from '../../electron/api/paper-sinks.ts';
import { finish } from '../../electron/cli/session.ts';
import { realDisk } from '../../electron/library/disk.ts';
import type { manyResult } from '../../shared/api/areas/documents-many.ts';
import { isServing } from '../../shared/records/service.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

const NOW = new Date('2024-12-06T01:30:00Z');
let office: TestOffice;
let members: string[];
beforeAll(async () => {
  office = await startOffice({ sample: true, now: NOW });
  members = office.office.desk.opened.library
    .list('member')
    .filter(({ values }) => isServing(values))
    .map(({ id }) => id);
}, 120_000);
afterAll(() => office.end());

const at = (name: string) => join(office.folder, name);
const documentXml = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
const nameOf = (id: string): string => {
  const { lookup } = office.office.desk;
  return String(lookup('person', String(lookup('member', id)?.values.person))?.values.name);
};
const form = { document: 'assessmentForm', parameter: 'member', params: { year: 2024 } };
type Made = z.output<typeof manyResult>;
const exported = async (input: Parameters<TestOffice['client']['documentsMany']['export']>[0]): Promise<Made> =>
  finish(await office.client.documentsMany.export(input), true);

describe('批量出文书', () => {
  it('一人一份，名字照委员，次序照给的，同名的加（2）', async () => {
    const twins = members.filter((id) => nameOf(id) === '王建国');
    expect(twins.length).toBeGreaterThan(1);
    const ids = [...twins, ...members.filter((id) => !twins.includes(id)).slice(0, 3)];
    const made = await exported({ ...form, ids, out: at('考核表') });
    expect(made.failed).toEqual([]);
    expect(made.written.map(({ id }) => id)).toEqual(ids);
    expect(made.written.slice(0, 2).map(({ name }) => name)).toEqual([
      '2024年度委员履职情况考核表（王建国）.docx',
      '2024年度委员履职情况考核表（王建国）（2）.docx',
    ]);
    expect((await readdir(at('考核表'))).sort()).toEqual(made.written.map(({ name }) => name).sort());
    for (const { id, name, size } of made.written) {
      const bytes = await readFile(join(at('考核表'), name));
      expect(bytes.byteLength).toBe(size);
      expect(documentXml(bytes).replaceAll('\u3000', '')).toContain(nameOf(id));
    }
  });

  it('再出一次不盖掉原来的；说要换掉才换', async () => {
    const [id = ''] = members;
    const out = at('再出');
    const first = (await exported({ ...form, ids: [id], out })).written[0]?.name ?? '';
    await writeFile(join(out, first), '手改过的稿');
    const second = await exported({ ...form, ids: [id], out });
    expect(second.written[0]?.name).toBe(first.replace('.docx', '（2）.docx'));
    expect(await readFile(join(out, first), 'utf8')).toBe('手改过的稿');
    const third = await exported({ ...form, ids: [id], out, replace: true });
    expect(third.written[0]?.name).toBe(first);
    expect(await readFile(join(out, first), 'utf8')).not.toBe('手改过的稿');
    expect(await readdir(out)).toHaveLength(2);
  });

  it('一条出不了，别的照出，说清是哪一条、为什么', async () => {
    const out = at('有一条出不了');
    const name = (await exported({ ...form, ids: members.slice(1, 2), out: at('取名') })).written[0]?.name ?? '';
    await mkdir(join(out, name), { recursive: true });
    const made = await exported({ ...form, ids: [...members.slice(0, 3), '没有这条'], out, replace: true });
    expect(made.written.map(({ id }) => id)).toEqual([members[0], members[2]]);
    expect(made.failed).toEqual([
      { id: members[1], title: nameOf(members[1] ?? ''), reason: '有一个同名的文件夹，没有写出。' },
      { id: '没有这条', title: '已不在资料库里的记录', reason: expect.stringContaining('可能已被删除') },
    ]);
    expect((await readdir(out)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it('停下：写好的都留着、都是整份，没有写一半的，并且都留了底', async () => {
    const out = at('停下');
    const abort = new AbortController();
    const before = office.office.desk.opened.library.list('paper').length;
    const job = await office.client.documentsMany.export(
      { ...form, ids: members.slice(10, 60), out },
      { signal: abort.signal },
    );
    let done = 0;
    while (done < 5) {
      const step = await job.next();
      if (step.done) throw new Error('还没来得及停就做完了');
      done = step.value.done;
    }
    abort.abort();
    await expect(finish(job, true)).rejects.toBeTruthy();
    await expect
      .poll(() => office.office.desk.opened.library.list('paper').length - before, { timeout: 10_000 })
      .toBeGreaterThanOrEqual(5);
    const files = await readdir(out);
    expect(files.length).toBe(office.office.desk.opened.library.list('paper').length - before);
    expect(files.length).toBeLessThan(50);
    for (const file of files) expect(documentXml(await readFile(join(out, file)))).toContain('考核');
  });

  it('留底只记一步，撤销一次全部收回', async () => {
    const { library } = office.office.desk.opened;
    const seq = library.info.seq;
    const ids = members.slice(100, 104);
    const before = library.list('paper').length;
    await exported({ ...form, ids, out: at('一步') });
    expect(library.info.seq).toBe(seq + 1);
    expect(library.list('paper').length).toBe(before + 4);
    await office.client.history.undo({});
    expect(library.list('paper').length).toBe(before);
  });

  it('参数不对、没有文件夹、存进资料库里，写之前就拒绝', async () => {
    const ids = members.slice(0, 2);
    const { client } = office;
    const ask = async (input: Parameters<typeof client.documentsMany.export>[0]) =>
      refusalOf((async () => finish(await client.documentsMany.export(input), true))());
    expect((await ask({ ...form, document: '没有', ids, out: at('x') })).code).toBe('notFound');
    expect((await ask({ ...form, parameter: 'year', ids, out: at('x') })).message).toContain('member（委员）');
    expect((await ask({ ...form, ids })).message).toContain('--out');
    expect((await ask({ ...form, ids, out: join(office.libraryPath, '文书') })).message).toContain(
      '资料库自己的文件夹',
    );
    await writeFile(at('是个文件'), '');
    expect((await ask({ ...form, ids, out: at('是个文件') })).message).toContain('不能作文件夹用');
    expect((await ask({ ...form, ids: [], out: at('x') })).message).toContain('请先选要出的记录');
  });
});

describe('三道门', () => {
  const opened: Office[] = [];
  afterAll(() => Promise.all(opened.map((one) => one.close())));
  async function door(name: 'desktop' | 'web', pick?: () => string | undefined) {
    const folder = at(`${name}${opened.length}`);
    await mkdir(folder, { recursive: true });
    const shown: string[] = [];
    const native = pick && {
      pickFiles: async () => [],
      pickSave: async () => undefined,
      pickFolder: async () => pick(),
      showInFolder: async () => undefined,
      openPath: async (path: string) => void shown.push(path),
    };
    const made = createOffice({
      door: name,
      userData: join(folder, 'machine'),
      version: '0.0.0',
      now: () => NOW,
      ...(native ? { native } : {}),
    });
    opened.push(made);
    made.desk.grant(join(folder, '库'));
    await made.desk.create(join(folder, '库'), undefined, true);
    const ids = made.desk.opened.library.list('member').map(({ id }) => id);
    return { client: officeClient(made), ids, shown, office: made };
  }

  it('桌面：只写进刚选的文件夹，写完能打开它', async () => {
    const target = at('桌面选的');
    await mkdir(target);
    let answer: string | undefined;
    const { client, ids, shown } = await door('desktop', () => answer);
    expect(await client.documentsMany.choose()).toEqual({ way: 'folder' });
    answer = target;
    const { folder = '', path } = await client.documentsMany.choose();
    expect(path).toBe(target);
    const made = await finish(await client.documentsMany.export({ ...form, ids: ids.slice(0, 2), folder }), true);
    expect(await readdir(target)).toHaveLength(2);
    expect(made.path).toBe(target);
    await client.documentsMany.open({ folder });
    expect(shown).toEqual([target]);
    const refused = await refusalOf(
      (async () =>
        finish(await client.documentsMany.export({ ...form, ids: ids.slice(0, 2), folder: target }), true))(),
    );
    expect(refused.message).toContain('请先选一个存放文书的文件夹');
  });

  it('桌面：中途拔了优盘，说清停在哪里', async () => {
    const target = at('优盘');
    await mkdir(target);
    const { client, ids } = await door('desktop', () => target);
    const { folder = '' } = await client.documentsMany.choose();
    await rm(target, { recursive: true });
    const made = await finish(await client.documentsMany.export({ ...form, ids: ids.slice(0, 3), folder }), true);
    expect(made).toMatchObject({ written: [], failed: [], stopped: expect.stringContaining('文件夹不见了') });
  });

  it('网页：一个压缩包，里面一人一份，取一次', async () => {
    const { client, ids } = await door('web');
    expect(await client.documentsMany.choose()).toEqual({ way: 'download' });
    const made: Made = await finish(await client.documentsMany.export({ ...form, ids: ids.slice(0, 4) }), true);
    expect(made.name).toBe('委员履职情况考核表（4份，2024年12月6日）.zip');
    const { file } = await client.files.take({ handle: made.handle ?? '' });
    const packed = unzipSync(new Uint8Array(await file.arrayBuffer()));
    expect(Object.keys(packed)).toEqual(made.written.map(({ name }) => name));
    for (const bytes of Object.values(packed)) expect(documentXml(bytes)).toContain('考核');
  });
});

describe('写不进去的时候', () => {
  const coded = (code: string) => Object.assign(new Error(code), { code });
  const fresh = async (name: string) => {
    const folder = at(name);
    await mkdir(folder);
    return folder;
  };

  it('文件正被 Word 打开：只是它出不了，原文件没有动，也没有半份的', async () => {
    const folder = await fresh('占用');
    await writeFile(join(folder, '甲.docx'), '原来的');
    const busy = {
      ...realDisk,
      rename: async (from: string, to: string) => {
        if (to.endsWith('甲.docx')) throw coded('EBUSY');
        return realDisk.rename(from, to);
      },
      wait: async () => undefined,
    };
    const sink = new FolderSink(folder, true, busy);
    await expect(sink.put('甲.docx', new Uint8Array([1]))).rejects.toThrow(/文件正被 Word 或 WPS 打开/);
    expect(await sink.put('乙.docx', new Uint8Array([2]))).toBe('乙.docx');
    expect((await readdir(folder)).sort()).toEqual(['乙.docx', '甲.docx'].sort());
    expect(await readFile(join(folder, '甲.docx'), 'utf8')).toBe('原来的');
  });

  it('磁盘满了就停，不再一份份试', async () => {
    const folder = await fresh('满了');
    const full = { ...realDisk, open: async () => Promise.reject(coded('ENOSPC')) };
    await expect(new FolderSink(folder, false, full).put('甲.docx', new Uint8Array([1]))).rejects.toBeInstanceOf(
      SinkFull,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('压缩包太大就停；名字只差大小写的也算同名', async () => {
    const sink = new ZipSink(NOW, 10);
    expect(await sink.put('A.docx', new Uint8Array(6))).toBe('A.docx');
    expect(await sink.put('a.docx', new Uint8Array(3))).toBe('a（2）.docx');
    await expect(sink.put('b.docx', new Uint8Array(3))).rejects.toBeInstanceOf(SinkFull);
    const packed = unzipSync(new Uint8Array(await sink.finish('x.zip').arrayBuffer()));
    expect(Object.entries(packed).map(([name, bytes]) => [name, bytes.length])).toEqual([
      ['A.docx', 6],
      ['a（2）.docx', 3],
    ]);
  });
});
