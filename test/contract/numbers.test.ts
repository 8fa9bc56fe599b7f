import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startOffice, type TestOffice } from '../support/office.ts';

let office: TestOffice;
const now = new Date('2026-03-05T09:30:00+08:00');

beforeEach(async () => {
  office = await startOffice({ now });
  const { office: settings } = await office.client.settings.get({});
  await office.client.settings.saveOffice({
    office: { ...settings, code: '示政协', fullName: '政协示例区委员会', shortName: '示例区政协' },
  });
});
afterEach(() => office.end());

const take = (title: string, more: Record<string, unknown> = {}) =>
  office.client.numbers.take({ series: 'office', title, ...more });
const rowsOf = async (series = 'office') => (await office.client.numbers.register({ year: 2026, series })).rows;

describe('取号', () => {
  it('取号就登记：公文里有文号、标题、文种、状态，可以撤销', async () => {
    const { client } = office;
    expect((await client.numbers.next({ series: 'office' })).number).toBe('示政协办〔2026〕1号');
    const taken = await take('关于召开常委会会议的通知', { signer: '李桂兰' });
    expect(taken.number).toBe('示政协办〔2026〕1号');
    const { record } = await client.records.get({ kind: 'officialDocument', id: taken.id });
    expect(record.values).toMatchObject({
      number: '示政协办〔2026〕1号',
      title: '关于召开常委会会议的通知',
      docType: '通知',
      state: '编号',
      signer: '李桂兰',
      year: 2026,
    });
    await client.history.undo({});
    expect(await rowsOf()).toEqual([]);
    expect((await take('另一件')).number).toBe('示政协办〔2026〕1号');
  });

  it('一次同时来二十个请求，二十个号各不相同，没有漏号', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, (_, index) => take(`通知${index}`)));
    expect(new Set(taken.map(({ number }) => number)).size).toBe(20);
    expect(taken.map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const { series } = await office.client.numbers.register({ year: 2026, series: 'office' });
    expect(series[0]).toMatchObject({ papers: 20, missing: 0, repeats: [] });
  });

  it('指定的号已经给了、会漏号、是别的系列的，都拒绝，什么也没写', async () => {
    await take('一');
    const seq = office.office.desk.opened.library.info.seq;
    await expect(take('二', { number: 1 })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('一'),
    });
    await expect(take('二', { number: 5 })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('漏掉2号到4号'),
    });
    await expect(take('二', { number: '示政协函〔2026〕2号' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(take('')).rejects.toMatchObject({ code: 'invalid' });
    await expect(take('二', { series: '没有' })).rejects.toMatchObject({ code: 'notFound' });
    await expect(take('二', { about: [{ kind: 'event', id: '没有' }] })).rejects.toMatchObject({ code: 'notFound' });
    expect(office.office.desk.opened.library.info.seq).toBe(seq);
    expect((await take('二', { number: '示政协办[2026]02号' })).number).toBe('示政协办〔2026〕2号');
  });

  it('没有填发文代字的，不发号，说明到哪里填', async () => {
    const { client } = office;
    const { office: settings } = await client.settings.get({});
    await client.settings.saveOffice({ office: { ...settings, code: '' } });
    await expect(take('通知')).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('设置') });
  });

  it('给一次会议的纪要取号，会议里也有了文号；再取拒绝；退号后会议的文号也没有了', async () => {
    const { client } = office;
    const event = await client.records.save({
      kind: 'event',
      values: {
        category: '会议',
        subtype: '主席会议',
        title: '第三十八次主席会议',
        start: '2026-02-26T09:00',
        status: '已结束',
      },
    });
    const about = [{ kind: 'event', id: event.id }];
    const taken = await take('第三十八次主席会议纪要', { series: 'minutes', about });
    expect(taken.number).toBe('示政协纪〔2026〕1号');
    const numberNow = async () =>
      (await client.records.get(about[0] ?? { kind: '', id: '' })).record.values.minutesNumber;
    expect(await numberNow()).toBe('示政协纪〔2026〕1号');
    const rows = await rowsOf('minutes');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ repeated: false, also: [{ kind: 'event', id: event.id }] });
    await expect(take('又一份', { series: 'minutes', about })).rejects.toMatchObject({ code: 'conflict' });
    await client.numbers.giveBack({ id: taken.id });
    expect(await numberNow()).toBeUndefined();
    expect(await rowsOf('minutes')).toEqual([]);
  });
});

describe('作废与退号', () => {
  it('作废的号留在原位、写明原因，不再发；不是最后一个的号退不了，说明改为作废', async () => {
    const { client } = office;
    const first = await take('一');
    const second = await take('二');
    await expect(client.numbers.giveBack({ id: first.id })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('示政协办〔2026〕2号'),
    });
    await client.numbers.void({ id: first.id, reason: '签发前撤回' });
    expect((await rowsOf()).map(({ type, number, reason }) => [type, number, reason])).toEqual([
      ['void', '示政协办〔2026〕1号', '签发前撤回'],
      ['paper', '示政协办〔2026〕2号', ''],
    ]);
    await expect(take('三', { number: 1 })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('作废'),
    });
    await expect(client.numbers.void({ id: first.id, reason: '再来' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(client.numbers.void({ id: second.id, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await client.numbers.giveBack({ id: second.id });
    expect((await take('三')).number).toBe('示政协办〔2026〕2号');
  });

  it('漏掉的号可以补登，也可以注明作废；登记簿里不再是漏号', async () => {
    const { client } = office;
    for (const number of ['示政协办〔2026〕1号', '示政协办〔2026〕5号']) {
      await client.records.save({
        kind: 'officialDocument',
        values: { docType: '通知', title: number, number, state: '归档' },
      });
    }
    const gap = (await rowsOf()).find(({ type }) => type === 'gap');
    expect(gap).toMatchObject({ n: 2, to: 4, state: '漏号' });
    expect((await take('补登', { number: 3 })).number).toBe('示政协办〔2026〕3号');
    await client.numbers.void({ series: 'office', year: 2026, n: 2, reason: '登记时跳过' });
    const { series, rows } = await client.numbers.register({ year: 2026, series: 'office' });
    expect(series[0]).toMatchObject({ papers: 3, void: 1, missing: 1 });
    expect(rows.map(({ type }) => type)).toEqual(['paper', 'void', 'paper', 'gap', 'paper']);
  });

  it('任意交错的取号、作废、退号、撤销：从不重号，也没有漏号', async () => {
    const deed = fc.oneof(
      { weight: 4, arbitrary: fc.record({ type: fc.constant('take' as const), many: fc.integer({ min: 1, max: 3 }) }) },
      { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('void' as const, 'back' as const), at: fc.nat(50) }) },
      { weight: 2, arbitrary: fc.record({ type: fc.constant('undo' as const) }) },
    );
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
        const { client } = office;
        round += 1;
        const year = 1900 + round;
        const mine = async () => (await client.numbers.register({ year, series: 'office' })).rows;
        let steps = 0;
        for (const one of deeds) {
          if (one.type === 'take') {
            await Promise.all(Array.from({ length: one.many }, (_, index) => take(`第${index}件`, { year })));
            steps += one.many;
          } else if (one.type === 'undo') {
            if (steps === 0) continue;
            await client.history.undo({});
            steps -= 1;
          } else {
            const rows = await mine();
            const row = rows[one.at % Math.max(1, rows.length)];
            if (!row?.id) continue;
            const done =
              one.type === 'void'
                ? client.numbers.void({ id: row.id, reason: '撤回' })
                : client.numbers.giveBack({ id: row.id });
            steps += await done.then(
              () => 1,
              () => 0,
            );
          }
          const { series, rows } = await client.numbers.register({ year, series: 'office' });
          expect(series[0]).toMatchObject({ missing: 0, repeats: [] });
          expect(rows.map(({ n }) => n)).toEqual(rows.map((_, index) => index + 1));
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('文号系列', () => {
  it('改代字、改起始号、加自己的系列，存下来，撤销得回来', async () => {
    const { client } = office;
    const { series } = await client.numbers.series({});
    const given = series.filter(({ found }) => !found).map(({ preset, example, found, ...one }) => one);
    await client.numbers.saveSeries({
      series: [
        ...given.map((one) => (one.id === 'office' ? { ...one, starts: { '2026': 38 } } : one)),
        { id: 'proposalMinutes', label: '提案委纪要', pattern: '{代字}提纪〔{年}〕{号}号' },
      ],
    });
    expect((await take('通知')).number).toBe('示政协办〔2026〕38号');
    expect((await client.numbers.next({ series: 'proposalMinutes' })).number).toBe('示政协提纪〔2026〕1号');
    await expect(
      client.numbers.saveSeries({ series: [...given, { id: 'x', label: '重', pattern: '{代字}办〔{年}〕{号}号' }] }),
    ).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('重号') });
    await expect(
      client.numbers.saveSeries({ series: [...given, { id: 'x', label: '坏', pattern: '{代字}办〔{年}〕号' }] }),
    ).rejects.toMatchObject({ code: 'invalid' });
    await client.history.undo({});
    await client.history.undo({});
    expect((await client.numbers.next({ series: 'office' })).number).toBe('示政协办〔2026〕1号');
    await expect(client.numbers.next({ series: 'proposalMinutes' })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('登记簿与期号', () => {
  it('导出的表格打得开，行数等于登记簿的行数', async () => {
    await take('关于召开常委会会议的通知');
    await take('关于报送议题的通知');
    const out = join(office.folder, '登记簿.xlsx');
    let made: { rows: number; path?: string | undefined } | undefined;
    const run = await office.client.numbers.export({ year: 2026, out });
    for (;;) {
      const step = await run.next();
      if (!step.done) continue;
      made = step.value;
      break;
    }
    expect(made).toMatchObject({ rows: 2, path: out });
    const { read, utils } = await import('@e965/xlsx');
    const book = read(await readFile(out));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    const text = sheet ? utils.sheet_to_csv(sheet) : '';
    expect(text).toContain('示政协办〔2026〕2号');
    expect(text).toContain('关于报送议题的通知');
  });

  it('期刊按刊名分列，增刊单列，跳过的期号是漏号', async () => {
    const { client } = office;
    const save = (values: Record<string, unknown>) =>
      client.records.save({
        kind: 'bulletin',
        values: { publication: '信息专刊', year: 2026, state: '组稿', ...values },
      });
    await save({ number: 1 });
    await save({ number: 3 });
    await save({ supplement: true });
    const { publications } = await client.numbers.issues({ year: 2026 });
    expect(publications.map(({ publication, supplement, missing }) => [publication, supplement, missing])).toEqual([
      ['信息专刊', false, 1],
      ['信息专刊', true, 0],
    ]);
    expect(publications[0]?.rows.map(({ type, n }) => [type, n])).toEqual([
      ['issue', 1],
      ['gap', 2],
      ['issue', 3],
    ]);
  });
});
