import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { antou } from '../support/cli.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

const REPORT = join(import.meta.dirname, '../../../shared/seeds/003_2f953c502cd9b8b9.txt');
const YEAR = { from: '2024-01-01', to: '2024-12-31' };

let office: TestOffice;
let folder: string;
beforeAll(async () => {
  office = await startOffice({ sample: true, now: new Date('2026-11-20T09:30:00') });
  folder = await mkdtemp(join(tmpdir(), 'antou-reports-'));
  await office.client.preferences.save({ operator: '王经办' });
}, 120_000);
afterAll(async () => {
  await office.end();
  await rm(folder, { recursive: true, force: true });
});

const reports = () => office.client.reports;
const places = async (id: string) => (await reports().state({ id })).places;
const stateOf = async (id: string, figure: string) =>
  (await places(id)).find((place) => place.figure === figure && place.place === `{${figure}}`);
const anOpinion = async () => {
  const { records } = await office.client.records.list({ kind: 'opinion', limit: 100_000 });
  const one = records.find(({ values }) => {
    const rows = values.adoptions;
    return (
      String(values.receivedOn).startsWith('2024') &&
      (!Array.isArray(rows) || rows.length === 0) &&
      values.state === '未录用'
    );
  });
  if (!one) throw new Error('the sample has no opinion that was not used');
  return one;
};
const undo = async () => office.client.history.undo({});

describe('起草工作报告', () => {
  it('初稿里六十个指标都取了数，没有认不得的，读得通', async () => {
    const { id, label } = await reports().create({ year: 2024 });
    expect(label).toContain('起草工作报告');
    const { text, places: all, title } = await reports().state({ id });
    expect(title).toContain('2024年');
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['fresh']));
    expect(new Set(all.map(({ figure }) => figure)).size).toBeGreaterThanOrEqual(60);
    for (const words of [
      '收集信息294条',
      '上报信息205条',
      '支部活动50多次',
      '招商引资总额超2亿元',
      '好事近700件',
      '办复率100%',
      '帮扶困难群众400多户1300余人',
      '规章制度6个方面共78项',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/[{}]/u);
    const { record } = await office.client.records.get({ kind: 'report', id });
    expect(record.values).toMatchObject({ year: 2024, state: '草稿' });
  });

  it('起草可以撤销，撤销后没有这一份', async () => {
    const { id } = await reports().create({ year: 2024, title: '要撤掉的一份' });
    await undo();
    expect(await refusalOf(office.client.records.get({ kind: 'report', id }))).toMatchObject({ code: 'notFound' });
  });

  it('自己写的报告和自己对账：每个数都对得上', async () => {
    const { id } = await reports().create({ year: 2024, title: '自己对自己' });
    const { text } = await reports().state({ id });
    const { numbers, counts } = await reports().reconcile({ text, ...YEAR, mended: true });
    expect(numbers.filter(({ verdict }) => ['different', 'wrongWord'].includes(verdict))).toEqual([]);
    expect(counts.same + counts.approximate).toBeGreaterThanOrEqual(50);
  });
});

describe('数变了', () => {
  it('删一条信息，稿里的数不动而标出已变；更新以后又一致；撤销也看得出', async () => {
    const { id } = await reports().create({ year: 2024, title: '会变的一份' });
    const opinion = await anOpinion();
    await office.client.records.remove({ kind: 'opinion', id: opinion.id });
    expect(await stateOf(id, 'SQ.IN')).toMatchObject({ state: 'stale', taken: '294条', now: '293条' });
    expect((await reports().state({ id })).text).toContain('收集信息294条');
    const { taken } = await reports().take({ id });
    expect(taken).toBeGreaterThanOrEqual(1);
    expect(await stateOf(id, 'SQ.IN')).toMatchObject({ state: 'fresh', taken: '293条' });
    expect((await reports().state({ id })).text).toContain('收集信息293条');
    expect((await reports().take({ id })).taken).toBe(0);
    await undo();
    expect(await stateOf(id, 'SQ.IN')).toMatchObject({ state: 'stale', taken: '294条', now: '293条' });
    await undo();
    expect(await stateOf(id, 'SQ.IN')).toMatchObject({ state: 'fresh', now: '294条' });
  });

  it('保留原数写了理由，就不再催；点名更新还是会更新', async () => {
    const { id } = await reports().create({ year: 2024, title: '保留的一份' });
    const opinion = await anOpinion();
    await office.client.records.remove({ kind: 'opinion', id: opinion.id });
    const { record } = await office.client.records.get({ kind: 'report', id });
    const taken = (record.values.taken as { figure: string; form?: string }[]).map((row) =>
      row.figure === 'SQ.IN' && !row.form ? { ...row, keptFor: 293, reason: '已在常委会上报告' } : row,
    );
    await office.client.records.save({ kind: 'report', id, values: { taken } });
    expect(await stateOf(id, 'SQ.IN')).toMatchObject({ state: 'kept', reason: '已在常委会上报告' });
    await reports().take({ id });
    expect(await stateOf(id, 'SQ.IN')).toMatchObject({ state: 'kept', taken: '294条' });
    await reports().take({ id, figures: ['SQ.IN'] });
    expect(await stateOf(id, 'SQ.IN')).toMatchObject({ state: 'fresh', taken: '293条' });
    for (let back = 0; back < 4; back += 1) await undo();
  });

  it('校正过的数，报告用校正后的；定稿的年度用定稿的数，台账再变也不动', async () => {
    const before = await reports().figures(YEAR);
    expect(before.frozen).toBe(false);
    await office.client.figures.correct({ id: 'SQ.ISSUE', ...YEAR, value: 7, reason: '有一期补印' });
    const found = (await reports().figures(YEAR)).figures.find(({ id }) => id === 'SQ.ISSUE');
    expect(found).toMatchObject({ value: 7, text: '7', source: '校正' });
    await undo();
    await office.client.figures.freeze({ year: 2024 });
    const opinion = await anOpinion();
    await office.client.records.remove({ kind: 'opinion', id: opinion.id });
    const frozen = await reports().figures(YEAR);
    expect(frozen.frozen).toBe(true);
    expect(frozen.figures.find(({ id }) => id === 'SQ.IN')).toMatchObject({ value: 294, source: '定稿' });
    await undo();
    await undo();
    expect((await reports().figures(YEAR)).frozen).toBe(false);
  });
});

describe('导出', () => {
  it('Word 里是取进稿子的数、公文的标题层次，没有占位的花括号', async () => {
    const { id } = await reports().create({ year: 2024, title: '要导出的工作报告' });
    const out = join(folder, '报告.docx');
    const made = await office.client.documents.export({ document: 'report', params: { report: id }, out });
    expect(made.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { value } = await mammoth.extractRawText({ buffer: await readFile(out) });
    expect(value).toContain('要导出的工作报告');
    expect(value).toContain('收集信息294条');
    expect(value).toContain('一、');
    expect(value).not.toMatch(/[{}]/u);
  });

  it('没有取到的数，拟稿时指出来', async () => {
    const { id } = await office.client.records.save({
      kind: 'report',
      values: { title: '手写的', year: 2024, body: '收集信息{SQ.IN}，还有{不知道}。', state: '草稿' },
    });
    const { findings } = await office.client.documents.compose({ document: 'report', params: { report: id } });
    const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    expect(errors).toHaveLength(2);
    expect(errors.join('')).toContain('{不知道}');
    expect(await places(id)).toMatchObject([{ state: 'new', now: '294条' }, { state: 'unknown' }]);
  });
});

describe('常用句', () => {
  it('改一句、加一句、停一句：存的只是改动，可以撤销', async () => {
    const { sentences } = await reports().sentences();
    const [first, second, ...rest] = sentences.map(({ own: _own, changed: _changed, ...sentence }) => sentence);
    if (!first || !second) throw new Error('there are sentences');
    const own = { id: '自一', section: first.section, part: '自加', text: '全年收到来稿{SQ.IN}。' };
    await reports().saveSentences({
      sentences: [{ ...first, text: '改过的一句{POL.STUDY}。' }, { ...second, retired: true }, ...rest, own],
    });
    const after = (await reports().sentences()).sentences;
    expect(after.find(({ id }) => id === first.id)).toMatchObject({ text: '改过的一句{POL.STUDY}。', changed: true });
    expect(after.find(({ id }) => id === second.id)).toMatchObject({ retired: true });
    expect(after.find(({ id }) => id === '自一')).toMatchObject({ own: true });
    const { id } = await reports().create({ year: 2024, title: '用新句子' });
    const { text } = await reports().state({ id });
    expect(text).toContain('改过的一句27次');
    expect(text).toContain('全年收到来稿294条');
    await undo();
    await undo();
    expect((await reports().sentences()).sentences.map(({ text: words }) => words)).toEqual(
      sentences.map(({ text: words }) => words),
    );
  });

  it('句子里的指标没有，不保存，说得出哪一句', async () => {
    const refused = await refusalOf(
      reports().saveSentences({ sentences: [{ id: '自一', section: '甲', part: '乙', text: '共{查无此数}件' }] }),
    );
    expect(refused).toMatchObject({
      code: 'invalid',
      fields: { 'sentences.0.text': expect.stringContaining('查无此数') },
    });
  });
});

describe('口径对账', () => {
  const read = () => reports().read({ file: { path: REPORT } });

  it('读文件：断行接上，认出年度；真报告没有不一致，没有未对上', async () => {
    const { text, years } = await read();
    expect(years).toEqual([2023, 2024]);
    const { counts, numbers } = await reports().reconcile({ text, mended: true, ...YEAR });
    expect(counts).toMatchObject({ different: 0, wrongWord: 0, unmatched: 0 });
    expect(counts.same + counts.approximate).toBe(51);
    expect(numbers.find(({ figure }) => figure === 'CON.DONATE')).toMatchObject({
      there: '366.8万元',
      verdict: 'approximate',
    });
  });

  it('贴入同一份文字，结果一样；不写期间就按文中回顾的年度', async () => {
    const pasted = await reports().reconcile({ text: readFileSync(REPORT, 'utf8'), ...YEAR });
    const { text } = await read();
    const fromFile = await reports().reconcile({ text, mended: true, ...YEAR });
    expect(pasted.counts).toEqual(fromFile.counts);
    expect((await reports().reconcile({ text })).from).toBe('2023-01-01');
  });

  it('Word 文件和文本文件一样读；每段自成一段', async () => {
    const path = join(folder, '稿.docx');
    const lines = ['一年工作', '全年收集信息293条，编发信息专刊6期。', '全年开展基层协商46次'];
    const document = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
    await writeFile(path, await Packer.toBuffer(document));
    const { text } = await reports().read({ file: { path } });
    const { numbers } = await reports().reconcile({ text, mended: true, ...YEAR });
    expect(numbers.map(({ written, verdict }) => [written, verdict])).toEqual([
      ['293条', 'different'],
      ['6期', 'same'],
      ['46次', 'same'],
    ]);
  });

  it('GB18030 的文本读得对；坏文件、空文件、空文字说清原因', async () => {
    const gbk = join(folder, 'gbk.txt');
    // 收集信息294条。
    await writeFile(gbk, Buffer.from('cad5bcafd0c5cfa2323934ccf5a1a3', 'hex'));
    const { text } = await reports().read({ file: { path: gbk } });
    expect((await reports().reconcile({ text, mended: true, ...YEAR })).numbers).toMatchObject([
      { figure: 'SQ.IN', verdict: 'same' },
    ]);
    const broken = join(folder, '坏.docx');
    await writeFile(broken, Buffer.from('PK\u0003\u0004不是真的'));
    expect(await refusalOf(reports().read({ file: { path: broken } }))).toMatchObject({ code: 'invalid' });
    const empty = join(folder, '空.txt');
    await writeFile(empty, '');
    expect(await refusalOf(reports().read({ file: { path: empty } }))).toMatchObject({
      message: expect.stringContaining('空'),
    });
    expect(await refusalOf(reports().reconcile({ text: '  ' }))).toMatchObject({ code: 'invalid' });
  });

  it('手工指定的指标照办，指定没有的指标就拒绝；没有数的文字也不出错', async () => {
    const text = '全年共报上去205条。';
    const [number] = (await reports().reconcile({ text, mended: true, ...YEAR })).numbers;
    const key = number?.key ?? '';
    const mended = await reports().reconcile({ text, mended: true, ...YEAR, chosen: { [key]: 'SQ.UP' } });
    expect(mended.numbers).toMatchObject([{ figure: 'SQ.UP', verdict: 'same', mended: true }]);
    expect(await refusalOf(reports().reconcile({ text, mended: true, chosen: { [key]: '查无' } }))).toMatchObject({
      code: 'invalid',
    });
    expect((await reports().reconcile({ text: '没有数。' })).numbers).toEqual([]);
  });

  it('清单导出成 Word，只列不一致的', async () => {
    const text = '全年收集信息293条，这是第一段的话。\n编发信息专刊6期。';
    const { model } = await reports().reconcileList({ text, mended: true, ...YEAR, onlyDifferent: true, name: '试稿' });
    const out = join(folder, '清单.docx');
    await office.client.documents.export({ document: 'reconcile', content: model, out });
    const { value } = await mammoth.extractRawText({ buffer: await readFile(out) });
    expect(value).toContain('293条');
    expect(value).toContain('294条');
    expect(value).toContain('不一致');
    expect(value).not.toContain('6期');
  });
});

describe('命令行', () => {
  it('reconcile 有不一致退出码 3，没有是 0；report 起草并导出', async () => {
    const copy = join(folder, '库');
    const machine = join(folder, 'machine');
    const run = (...args: string[]) => antou(args, { machine, cwd: folder });
    expect((await run('new', copy, '--sample')).code).toBe(0);
    const good = await run('reconcile', copy, REPORT, '--year', '2024');
    expect(good, good.stdout + good.stderr).toMatchObject({ code: 0 });
    const wrong = join(folder, '错.txt');
    await writeFile(wrong, readFileSync(REPORT, 'utf8').replace('294条', '295条'));
    const bad = await run('reconcile', copy, wrong, '--year', '2024');
    expect(bad.code).toBe(3);
    expect(bad.stdout).toContain('不一致  295条  收集信息 台账 294条');
    const out = join(folder, '命令行报告.docx');
    const made = await run('report', copy, '--year', '2024', '--out', out, '--json');
    expect(made, made.stderr).toMatchObject({ code: 0 });
    const { id, text } = JSON.parse(made.stdout) as { id: string; text: string };
    expect(text).toContain('收集信息294条');
    expect((await readFile(out)).byteLength).toBeGreaterThan(1000);
    expect((await run('report', copy, '--id', id, '--take')).stdout).toContain('取进 0 个数');
    expect((await run('report', copy)).code).toBe(2);
  }, 120_000);
});
