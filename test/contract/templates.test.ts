import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeFrom } from '../../electron/api/document-material.ts';
import { activeTemplate, writeByTemplate } from '../../electron/api/templates.ts';
import { documents } from '../../shared/documents/index.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

let office: TestOffice;
let folder: string;
let sample: string;
let event: string;

beforeAll(async () => {
  office = await startOffice({ sample: true, now: new Date('2024-12-06T01:30:00Z') });
  folder = await mkdtemp(join(tmpdir(), 'antou-templates-'));
  sample = join(folder, '纪要样板.docx');
  const { records } = await office.client.records.list({
    kind: 'event',
    filters: [{ field: 'subtype', type: 'any', values: ['主席会议'] }],
  });
  event = records.find(({ values }) => values.agendaItems)?.id ?? '';
  await office.client.templates.sample({ document: 'minutes', params: { event }, out: sample });
});
afterAll(async () => {
  await office.end();
  await rm(folder, { recursive: true, force: true });
});

const textOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');

/** The sample with its document.xml changed, as somebody would in Word. */
async function changed(name: string, change: (xml: string) => string): Promise<string> {
  const parts = unzipSync(await readFile(sample));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const next = change(xml);
  expect(next).not.toBe(xml);
  const path = join(folder, name);
  await writeFile(path, zipSync({ ...parts, 'word/document.xml': strToU8(next) }));
  return path;
}

const stateOf = async (id: string) =>
  (await office.client.templates.list()).documents.find((one) => one.id === id)?.own;
const model = () => composeFrom(office.office.desk, 'minutes', { event }).model;

describe('文书模板', () => {
  it('每种文书都在列，起初都用内置版式', async () => {
    const { documents: listed } = await office.client.templates.list();
    expect(listed.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
    expect(listed.filter(({ own }) => own)).toEqual([]);
    expect(await writeByTemplate(office.office.desk, model())).toBeUndefined();
  });

  it('样板改过再传，体检合格就换用；导出照新模板，文字来自记录', async () => {
    const path = await changed('我们的纪要.docx', (xml) => xml.replace('{标题}', '【本会】{标题}'));
    const done = await office.client.templates.upload({ document: 'minutes', file: { path } });
    expect(done).toMatchObject({ saved: true, faults: [] });
    expect(await stateOf('minutes')).toMatchObject({ name: '我们的纪要.docx', active: true });
    expect((await activeTemplate(office.office.desk, 'minutes'))?.name).toBe('我们的纪要.docx');
    const written = await writeByTemplate(office.office.desk, model());
    expect(written?.findings).toEqual([]);
    const text = textOf(written?.bytes ?? new Uint8Array());
    expect(text).toContain(`【本会】${model().title}`);
    expect(text).not.toMatch(/[{}]/);
  });

  it('有毛病的模板不收，逐处说明；原来的照用', async () => {
    const path = await changed('坏的.docx', (xml) =>
      xml.replace('{标题}', '{标提}{没关').replace('{文号}', '｛文号｝'),
    );
    const before = await stateOf('minutes');
    const done = await office.client.templates.upload({ document: 'minutes', file: { path } });
    expect(done.saved).toBe(false);
    const text = done.faults.map(({ message }) => message).join('\n');
    expect(text).toMatch(/全角/);
    expect(text).toMatch(/少了右括号/);
    expect(await stateOf('minutes')).toEqual(before);
    const onDemand = await office.client.templates.check({ document: 'minutes' });
    expect(onDemand.faults).toEqual([]);
    expect(onDemand.example).toBeTruthy();
  });

  it('压缩炸弹、不是文档、加密文件都拦下，不写入资料库', async () => {
    const bomb = join(folder, '炸弹.docx');
    const blank = new Uint8Array(60 * 1024 * 1024);
    await writeFile(bomb, zipSync({ 'word/document.xml': [blank, { level: 9 }] }));
    const locked = join(folder, '加密.docx');
    await writeFile(locked, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]));
    for (const [path, words] of [
      [bomb, '压缩炸弹'],
      [locked, '密码'],
    ] as const) {
      const { saved, faults } = await office.client.templates.upload({ document: 'minutes', file: { path } });
      expect(saved).toBe(false);
      expect(faults[0]?.message).toContain(words);
      expect(faults[0]?.message).not.toContain('导入');
    }
  });

  it('停用、启用、删除都记在流水里，都能撤销', async () => {
    const { client } = office;
    await client.templates.disable({ document: 'minutes' });
    expect(await stateOf('minutes')).toMatchObject({ active: false });
    expect(await writeByTemplate(office.office.desk, model())).toBeUndefined();
    await client.templates.activate({ document: 'minutes' });
    expect(await stateOf('minutes')).toMatchObject({ active: true });
    const { label } = await client.templates.remove({ document: 'minutes' });
    expect(label).toContain('会议纪要');
    expect(await stateOf('minutes')).toBeUndefined();
    await client.history.undo();
    expect(await stateOf('minutes')).toMatchObject({ name: '我们的纪要.docx', active: true });
    const path = join(folder, '取回.docx');
    await client.templates.download({ document: 'minutes', out: path });
    expect(textOf(await readFile(path))).toContain('【本会】{标题}');
  });

  it('换成新的一个，撤销就回到旧的', async () => {
    const path = await changed('第二个.docx', (xml) => xml.replace('{标题}', '第二：{标题}'));
    await office.client.templates.upload({ document: 'minutes', file: { path } });
    expect(await stateOf('minutes')).toMatchObject({ name: '第二个.docx' });
    await office.client.history.undo();
    expect(await stateOf('minutes')).toMatchObject({ name: '我们的纪要.docx' });
    expect((await activeTemplate(office.office.desk, 'minutes'))?.name).toBe('我们的纪要.docx');
  });

  it('模板少放了内容，导出时说明少了什么、缺什么', async () => {
    const path = await changed('少的.docx', (xml) => xml.replace('{@版记}', '{密级}'));
    await office.client.templates.upload({ document: 'minutes', file: { path } });
    const made = await writeByTemplate(office.office.desk, {
      ...model(),
      imprint: { style: 'official', receivers: [{ label: '抄送', text: '区委办公室' }] },
    });
    const said = made?.findings.map(({ message }) => message).join('\n') ?? '';
    expect(said).toContain('【缺：…】：密级');
    expect(said).toContain('版记');
  });

  it('占位符表带着样例的内容和表格里的栏目', async () => {
    const names = await office.client.templates.placeholders({ document: 'minutes', params: { event } });
    expect(names.texts.find(({ name }) => name === '标题')?.value).toBe(model().title);
    expect(names.lists.find(({ name }) => name === '正文')?.count).toBeGreaterThan(1);
    const register = await office.client.templates.placeholders({ document: 'memberRoster' });
    expect(register.example).toBeTruthy();
  });

  it('没有这种文书、没有自备模板、空资料库，都说清楚', async () => {
    const { client } = office;
    expect(await refusalOf(client.templates.check({ document: 'nothing' }))).toMatchObject({ code: 'notFound' });
    expect(await refusalOf(client.templates.disable({ document: 'briefing' }))).toMatchObject({ code: 'notFound' });
    const empty = await startOffice({ now: new Date('2024-12-06T01:30:00Z') });
    try {
      const refused = await refusalOf(
        empty.client.templates.sample({ document: 'minutes', out: join(folder, 'x.docx') }),
      );
      expect(refused.message).toContain('还没有可用的记录');
    } finally {
      await empty.end();
    }
  });

  it('重新打开资料库，模板还在', async () => {
    office = await office.reopen();
    expect(await stateOf('minutes')).toBeDefined();
    const { ok, problems } = await office.office.desk.opened.library.verify();
    expect([ok, problems]).toEqual([true, []]);
  });
});
