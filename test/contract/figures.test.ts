import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finish } from '../../electron/cli/session.ts';
import { defaultFigures } from '../../shared/figures/definitions/index.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

const YEAR = { from: '2024-01-01', to: '2024-12-31' };
const now = new Date('2026-03-02T09:30:00+08:00');

let office: TestOffice;
beforeEach(async () => {
  office = await startOffice({ sample: true, now });
});
afterEach(() => office.end());

const list = async (period = YEAR) => {
  const answer = await office.client.figures.list(period);
  return { ...answer, figures: answer.groups.flatMap(({ figures }) => figures) };
};
const figure = async (id: string, period = YEAR) => {
  const found = (await list(period)).figures.find((one) => one.id === id);
  if (!found) throw new Error(`没有指标 ${id}`);
  return found;
};
const evidence = async (id: string, period = YEAR) => {
  const answer = await office.client.figures.evidence({ id, ...period });
  return { ...answer, items: answer.groups.flatMap(({ items }) => items) };
};
const all = async (kind: string): Promise<StoredRecord[]> =>
  (await office.client.records.list({ kind, full: true, limit: 100_000 })).records;
const of2024 = (value: unknown) => typeof value === 'string' && value.startsWith('2024-');

describe('数字与依据', () => {
  it('每个默认指标都在；C.2 的数与写法照报告；上一年没有的是 0', async () => {
    const { figures, broken } = await list();
    expect(broken).toEqual([]);
    expect(figures.map(({ id }) => id)).toEqual(defaultFigures.map(({ id }) => id));
    expect(figures.filter(({ problem }) => problem !== undefined)).toEqual([]);
    const texts = Object.fromEntries(figures.map(({ id, text }) => [id, text]));
    expect(texts).toMatchObject({
      'POL.STUDY': '27次',
      'ORG.BRANCHACT': '50多次',
      'SQ.IN': '294条',
      'TA.RATE': '100%',
      'CON.INVEST': '超2亿元',
      'CON.PEOPLE': '1300余人',
      'CON.GOOD': '近700件',
    });
    expect((await figure('SQ.IN')).last).toMatchObject({ value: 0, frozen: false });
    expect((await figure('SQ.IN', { from: '2025-01-01', to: '2025-12-31' })).last.value).toBe(294);
    expect((await office.client.figures.years({})).years).toContain(2024);
  });

  it('依据与另外数出来的记录一条不差：按条、去重、相加、占比', async () => {
    const opinions = (await all('opinion')).filter(({ values }) => of2024(values.receivedOn));
    const received = await evidence('SQ.IN');
    expect(received.items.map(({ id }) => id).sort()).toEqual(opinions.map(({ id }) => id).sort());
    expect(received.figure).toMatchObject({ value: opinions.length, count: opinions.length });

    const rounds = (await all('event')).filter(
      ({ values }) =>
        of2024(values.start) &&
        values.supervisionForm === '协商式监督' &&
        ['进行中', '已结束', '已归档'].includes(String(values.status)),
    );
    const projects = new Map<string, string[]>();
    for (const { id, values } of rounds)
      for (const project of (values.projects ?? []) as string[])
        projects.set(project, [...(projects.get(project) ?? []), id]);
    const visited = await evidence('JD.PROJ');
    expect(visited.figure.value).toBe(27);
    expect(
      Object.fromEntries(visited.groups.map(({ id, items }) => [id, items.map((item) => item.id).sort()])),
    ).toEqual(Object.fromEntries([...projects].map(([id, events]) => [id, events.sort()])));

    const jobs = (await all('contribution')).filter(
      ({ values }) => of2024(values.on) && values.contributionType === '新增就业' && values.review === '已核',
    );
    const added = await evidence('CON.JOB');
    expect(added.figure.value).toBe(3140);
    expect(added.items.map(({ id }) => id).sort()).toEqual(jobs.map(({ id }) => id).sort());
    expect(added.items.reduce((sum, { note }) => sum + Number.parseFloat(note ?? '0'), 0)).toBe(3140);

    const rate = await evidence('TA.RATE');
    expect(rate.figure).toMatchObject({ value: 100, met: 212, of: 212, isPercent: true });
    expect(rate.groups.map(({ label, items }) => [label, items.length])).toEqual([['算上的', 212]]);
  });

  it('四个季度相加是全年；任何一段都可以看；日期写反、写错用中文拒绝', async () => {
    const quarters = await Promise.all(
      [
        ['01-01', '03-31'],
        ['04-01', '06-30'],
        ['07-01', '09-30'],
        ['10-01', '12-31'],
      ].map(([from, to]) => figure('SQ.IN', { from: `2024-${from}`, to: `2024-${to}` })),
    );
    expect(quarters.reduce((sum, { value }) => sum + value, 0)).toBe(294);
    const { client } = office;
    for (const period of [
      { from: '2024-12-31', to: '2024-01-01' },
      { from: '2024-02-30', to: '2024-03-01' },
    ]) {
      expect(await refusalOf(client.figures.list(period))).toMatchObject({
        code: 'invalid',
        message: expect.stringMatching(/日期/u),
      });
    }
    expect(await refusalOf(client.figures.evidence({ id: '没有', ...YEAR }))).toMatchObject({ code: 'notFound' });
  });

  it('记录说得出自己计入哪些数字；计进去的数字里正好有它', async () => {
    const { items } = await evidence('SQ.PROV');
    const [first] = items;
    if (!first) throw new Error('样例里没有转省以上的');
    const { figures } = await office.client.figures.ofRecord({ kind: first.kind, id: first.id });
    expect(figures.map(({ id }) => id)).toEqual(expect.arrayContaining(['SQ.IN', 'SQ.UP', 'SQ.CITY', 'SQ.PROV']));
    for (const { id, year } of figures) {
      const counted = await evidence(id, { from: `${year}-01-01`, to: `${year}-12-31` });
      expect(counted.items.map((item) => item.id)).toContain(first.id);
    }
    const [project] = (await evidence('JD.PROJ')).groups;
    const counted = await office.client.figures.ofRecord({ kind: 'project', id: project?.id ?? '' });
    expect(counted.figures.map(({ id }) => id)).toContain('JD.PROJ');
  });

  it('改、删、撤销一条记录，数字和依据跟着变', async () => {
    const { client } = office;
    const [one] = (await evidence('SQ.CITY')).items;
    if (!one) throw new Error('没有被采用的');
    await client.records.save({ kind: one.kind, id: one.id, values: { adoptions: null } });
    expect((await figure('SQ.CITY')).value).toBe(136);
    expect((await evidence('SQ.CITY')).items.map(({ id }) => id)).not.toContain(one.id);
    expect((await figure('SQ.IN')).value).toBe(294);
    await client.history.undo({});
    expect((await figure('SQ.CITY')).value).toBe(137);
    await client.records.save({ kind: one.kind, id: one.id, values: { receivedOn: '2025-01-06' } });
    expect((await figure('SQ.IN')).value).toBe(293);
    expect((await figure('SQ.IN', { from: '2025-01-01', to: '2025-12-31' })).value).toBe(1);
  });

  it('数字之间对不上时，说出是哪几条记录', async () => {
    const { client } = office;
    expect((await client.figures.checks(YEAR)).findings).toEqual([]);
    const [one] = (await evidence('SQ.PROV')).items;
    if (!one) throw new Error('没有转省以上的');
    const { record } = await client.records.get({ kind: one.kind, id: one.id });
    const adoptions = (record.values.adoptions as { level: string }[]).filter(({ level }) => level !== '市');
    await client.records.save({ kind: one.kind, id: one.id, values: { adoptions } });
    const { findings } = await client.figures.checks(YEAR);
    expect(findings.flatMap(({ items }) => items.map(({ id }) => id))).toContain(one.id);
    expect(findings[0]?.mend).toMatch(/[\u4e00-\u9fff]/u);
  });

  it('导出的 Excel 有数字和依据两张表', async () => {
    const out = join(office.folder, '数字.xlsx');
    const made = await finish(await office.client.figures.export({ ...YEAR, out }), true);
    expect(made).toMatchObject({ saved: true, rows: defaultFigures.length, path: out });
    expect(existsSync(out)).toBe(true);
    const { Workbook } = await import('@cj-tech-master/excelts');
    const book = new Workbook();
    await book.xlsx.readFile(out);
    const [numbers, records] = book.worksheets;
    expect(book.worksheets.map(({ name }) => name)).toEqual(['数字', '依据']);
    const lines: unknown[][] = [];
    numbers?.eachRow((row) => lines.push(row.values as unknown[]));
    expect(lines.find((line) => line.includes('ORG.BRANCHACT'))).toEqual(expect.arrayContaining([54, '50多次', '次']));
    let behind = 0;
    records?.eachRow((row) => {
      if ((row.values as unknown[]).includes('SQ.IN')) behind += 1;
    });
    expect(behind).toBe(294);
  });
});

describe('校正', () => {
  it('要写理由；两个数、理由、姓名都在；只管那一段时间；可以撤销、取消', async () => {
    const { client } = office;
    const asked = { id: 'SQ.IN', ...YEAR, value: 296 };
    expect(await refusalOf(client.figures.correct({ ...asked, reason: '  ' }))).toMatchObject({
      code: 'invalid',
      fields: { reason: '请写明校正的理由' },
    });
    await client.preferences.save({ operator: '王敏' });
    await client.figures.correct({ ...asked, reason: '两条走了纸件' });
    expect(await figure('SQ.IN')).toMatchObject({
      value: 296,
      text: '296条',
      computed: 294,
      correction: { value: 296, computed: 294, reason: '两条走了纸件', by: '王敏', moved: false },
    });
    expect((await figure('SQ.IN', { from: '2024-01-01', to: '2024-06-30' })).correction).toBeUndefined();
    expect((await figure('SQ.IN', { from: '2025-01-01', to: '2025-12-31' })).last.value).toBe(296);
    await client.figures.correct({ ...asked, value: 297, reason: '三条' });
    expect((await figure('SQ.IN')).value).toBe(297);
    await client.history.undo({});
    expect((await figure('SQ.IN')).value).toBe(296);
    await client.figures.uncorrect({ id: 'SQ.IN', ...YEAR });
    expect(await figure('SQ.IN')).toMatchObject({ value: 294, computed: 294 });
    expect((await refusalOf(client.figures.uncorrect({ id: 'SQ.IN', ...YEAR }))).code).toBe('notFound');
  });

  it('校正以后记录变了，会说出来，重开也还在', async () => {
    const { client } = office;
    await client.figures.correct({ id: 'SQ.IN', ...YEAR, value: 300, reason: '含区委转来的六条' });
    const [one] = (await evidence('SQ.UNUSED')).items;
    await client.records.remove({ kind: 'opinion', id: one?.id ?? '' });
    expect(await figure('SQ.IN')).toMatchObject({
      value: 300,
      computed: 293,
      correction: { computed: 294, moved: true },
    });
    office = await office.reopen();
    expect(await figure('SQ.IN')).toMatchObject({ value: 300, computed: 293, correction: { moved: true } });
  });
});
