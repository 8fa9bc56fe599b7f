import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIGURES_SETTING, type FigureDefinition } from '../../shared/figures/definition.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

const YEAR = { from: '2024-01-01', to: '2024-12-31' };

let office: TestOffice;
beforeEach(async () => {
  office = await startOffice({ sample: true, now: new Date('2026-03-02T09:30:00+08:00') });
});
afterEach(() => office.end());

const figures = async () => (await office.client.figures.list(YEAR)).groups.flatMap(({ figures: found }) => found);

/** 各类调研和视察 */
const own: FigureDefinition = {
  id: '自新',
  label: '外出调研视察',
  group: '自定',
  unit: '次',
  rule: '类型是调研或视察、办过的会议活动',
  query: {
    kind: 'event',
    where: [
      { type: 'any', field: 'subtype', values: ['调研', '视察'] },
      { type: 'any', field: 'status', values: ['进行中', '已结束', '已归档'] },
    ],
    when: { type: 'day', field: 'start' },
    measure: { type: 'count' },
  },
};
const asked = (query: Partial<FigureDefinition['query']>): FigureDefinition => ({
  ...own,
  query: { ...own.query, ...query },
});

describe('自己定义指标', () => {
  it('保存前先试算，数与另外数出来的一样；保存后列在页上，记录也说得出；撤销就没有了', async () => {
    const { client } = office;
    const { records } = await client.records.list({ kind: 'event', full: true, limit: 100_000 });
    const plain = records.filter(
      ({ values }) =>
        String(values.start).startsWith('2024-') &&
        ['调研', '视察'].includes(String(values.subtype)) &&
        ['进行中', '已结束', '已归档'].includes(String(values.status)),
    );
    const tried = await client.figures.preview({ definition: own, period: YEAR });
    expect(tried.problem).toBeUndefined();
    expect(tried.query).toContain('会议活动');
    expect(tried.figure).toMatchObject({ value: plain.length, text: `${plain.length}次` });
    expect(tried.groups.flatMap(({ items }) => items.map(({ id }) => id)).sort()).toEqual(
      plain.map(({ id }) => id).sort(),
    );
    expect(await figures()).not.toContainEqual(expect.objectContaining({ label: own.label }));

    const { id, label } = await client.figures.saveDefinition({ definition: own, fresh: true });
    expect([id, label]).toEqual(['自1', '新增指标 外出调研视察']);
    expect((await figures()).find((one) => one.id === id)).toMatchObject({
      value: plain.length,
      own: true,
      group: '自定',
    });
    const counted = await client.figures.ofRecord({ kind: 'event', id: plain[0]?.id ?? '' });
    expect(counted.figures.map((one) => one.id)).toContain(id);
    const second = await client.figures.saveDefinition({ definition: { ...own, label: '另一个' }, fresh: true });
    expect(second.id).toBe('自2');
    await client.history.undo({});
    await client.history.undo({});
    expect((await figures()).some((one) => one.own)).toBe(false);
  });

  it('各种算法都试得出：表里的行、相加、去重、占比、存量', async () => {
    const { client } = office;
    const value = async (definition: FigureDefinition) => {
      const { problem, figure } = await client.figures.preview({ definition, period: YEAR });
      expect(problem).toBeUndefined();
      return figure?.value;
    };
    const all = async (kind: string) => (await client.records.list({ kind, full: true, limit: 100_000 })).records;
    const rowsOf = (values: Record<string, unknown>, field: string) =>
      (Array.isArray(values[field]) ? values[field] : []) as Record<string, unknown>[];
    const opinions = (await all('opinion')).filter(({ values }) => String(values.receivedOn).startsWith('2024-'));
    const atCity = opinions.map(({ values }) => rowsOf(values, 'adoptions').filter(({ level }) => level === '市'));
    const city = { type: 'any', field: 'level', values: ['市'] } as const;
    const opinion = { kind: 'opinion', where: [], when: { type: 'day', field: 'receivedOn' } } as const;
    expect(await value(asked({ ...opinion, measure: { type: 'rows', field: 'adoptions', where: [city] } }))).toBe(
      atCity.flat().length,
    );
    const met = [{ type: 'row', field: 'adoptions', where: [city] } as const];
    const share = atCity.filter((rows) => rows.length > 0).length;
    expect(await value(asked({ ...opinion, measure: { type: 'share', show: 'met', met } }))).toBe(share);
    expect(await value(asked({ ...opinion, measure: { type: 'share', show: 'percent', met } }))).toBeCloseTo(
      (share / opinions.length) * 100,
      1,
    );
    const events = (await all('event')).filter(({ values }) => String(values.start).startsWith('2024-'));
    const every = { where: [] } as const;
    expect(await value(asked({ ...every, measure: { type: 'distinct', field: 'projects' } }))).toBe(
      new Set(events.flatMap(({ values }) => (values.projects ?? []) as string[])).size,
    );
    expect(
      await value(asked({ ...every, measure: { type: 'sum', field: 'visitedNonParty', divide: 10, decimals: 1 } })),
    ).toBe(events.reduce((sum, { values }) => sum + Number(values.visitedNonParty ?? 0), 0) / 10);
    const streets = { kind: 'subdistrictOffice', where: [], when: { type: 'standing' } } as const;
    expect(await value(asked({ ...streets, measure: { type: 'count' } }))).toBe(14);
    const led: FigureDefinition['query']['where'] = [
      {
        type: 'pointed',
        kind: 'suggestion',
        field: 'event',
        where: [{ type: 'any', field: 'suggestionKind', values: ['问题诉求'] }],
      },
      {
        type: 'either',
        of: [
          { type: 'any', field: 'subtype', values: ['座谈会'] },
          { type: 'filled', field: 'projects' },
        ],
      },
    ];
    const asks = new Set(
      (await all('suggestion')).flatMap(({ values }) => (values.suggestionKind === '问题诉求' ? [values.event] : [])),
    );
    const pointed = events.filter(
      ({ id, values }) => asks.has(id) && (values.subtype === '座谈会' || values.projects !== undefined),
    );
    expect(pointed.length).toBeGreaterThan(0);
    expect(await value(asked({ where: led }))).toBe(pointed.length);
  });

  it('坏的口径不保存，说清哪里不对：没有的记录种类、栏目、日期、规则，名称重了', async () => {
    const { client } = office;
    const bad: readonly [FigureDefinition, RegExp][] = [
      [asked({ kind: '不存在' }), /不存在/u],
      [asked({ where: [{ type: 'any', field: '乌有', values: ['x'] }] }), /乌有/u],
      [asked({ where: [{ type: 'any', field: 'subtype', values: [] }] }), /没有选/u],
      [asked({ where: [{ type: 'rule', rule: '没有的规则' }] }), /没有的规则/u],
      [asked({ when: { type: 'day', field: 'title' } }), /日期/u],
      [asked({ measure: { type: 'sum', field: 'title' } }), /不是数/u],
      [{ ...own, label: '收集信息', group: '社情民意' }, /已有/u],
    ];
    for (const [definition, words] of bad) {
      const refusal = await refusalOf(client.figures.saveDefinition({ definition, fresh: true }));
      expect(refusal.code).toBe('invalid');
      expect(refusal.message).toMatch(words);
    }
    for (const [definition] of bad.slice(0, -1)) {
      const tried = await client.figures.preview({ definition, period: YEAR });
      expect(tried.problem, JSON.stringify(definition.query)).toMatch(/[\u4e00-\u9fff]/u);
      expect(tried.figure).toBeUndefined();
    }
    expect(
      (await refusalOf(client.figures.saveDefinition({ definition: { ...own, label: ' ' }, fresh: true }))).fields,
    ).toEqual(expect.objectContaining({ 'definition.label': '请填写名称' }));
    expect((await refusalOf(client.figures.saveDefinition({ definition: own }))).code).toBe('notFound');
    expect((await figures()).some((one) => one.own)).toBe(false);
  });

  it('改默认的口径，数跟着变，标明改过；恢复默认后设置里不留东西；默认的不能删', async () => {
    const { client } = office;
    const { definition, changed } = await client.figures.definition({ id: 'SQ.IN' });
    expect(changed).toBe(false);
    const where = [{ type: 'any', field: 'state', values: ['未录用'], not: true } as const];
    const next = { ...definition, query: { ...definition.query, where } };
    await client.figures.saveDefinition({ definition: next });
    const shown = (await figures()).find(({ id }) => id === 'SQ.IN');
    expect(shown).toMatchObject({ changed: true, own: false });
    expect(shown?.value).toBeLessThan(294);
    await client.figures.resetDefinition({ id: 'SQ.IN' });
    expect((await figures()).find(({ id }) => id === 'SQ.IN')).toMatchObject({ value: 294, changed: false });
    await client.figures.saveDefinition({ definition: next });
    await client.figures.saveDefinition({ definition });
    expect(office.office.desk.opened.library.setting(FIGURES_SETTING)).toEqual([]);
    expect((await refusalOf(client.figures.removeDefinition({ id: 'SQ.IN' }))).message).toMatch(/自带/u);
    const { id } = await client.figures.saveDefinition({ definition: own, fresh: true });
    expect((await refusalOf(client.figures.resetDefinition({ id }))).code).toBe('invalid');
    await client.figures.removeDefinition({ id });
    expect((await figures()).some((one) => one.own)).toBe(false);
  });

  it('停用的不在各组里，单列着，可以再用；设置里读不懂的口径点名，别的照算', async () => {
    const { client } = office;
    const { definition } = await client.figures.definition({ id: 'SQ.IN' });
    await client.figures.saveDefinition({ definition: { ...definition, retired: true } });
    expect((await figures()).some(({ id }) => id === 'SQ.IN')).toBe(false);
    expect((await client.figures.list(YEAR)).retired.map(({ id, value }) => [id, value])).toEqual([['SQ.IN', 294]]);
    await client.figures.saveDefinition({ definition });
    expect((await figures()).find(({ id }) => id === 'SQ.IN')?.value).toBe(294);
    await office.office.desk.opened.library.saveSetting(
      FIGURES_SETTING,
      [{ id: '自9', label: '半截' }, own],
      '甲',
      '坏的',
    );
    const list = await client.figures.list(YEAR);
    expect(list.broken).toEqual([expect.objectContaining({ name: '半截' })]);
    expect(list.groups.flatMap((group) => group.figures).find(({ id }) => id === '自新')?.label).toBe(own.label);
  });
});
