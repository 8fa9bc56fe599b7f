import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultComplianceRules } from '../../shared/figures/compliance-rules.ts';
import { startOffice, type TestOffice } from '../support/office.ts';

type Item = { kind: string; id: string };
type Figure = { id: string; figure: number; of?: number | undefined; items: Item[] };

let office: TestOffice;
const now = new Date('2024-12-06T09:30:00+08:00');
afterEach(() => office.end());

const figureOf = (figures: readonly Figure[], id: string): Figure => {
  const found = figures.find((figure) => figure.id === id);
  if (!found) throw new Error(`没有 ${id}`);
  return found;
};

describe('样例库里的数与年度报告一致', () => {
  beforeEach(async () => {
    office = await startOffice({ sample: true, now });
  });

  it('14 个街道全覆盖、改造提升 3 个、支部 14 个活动 54 次、6 个方面 78 项、重要文件 10 项', async () => {
    const { client } = office;
    const venues = await client.workVenues.map({ year: 2024 });
    expect(figureOf(venues.figures, 'rooms')).toMatchObject({ figure: 14, of: 14 });
    expect(figureOf(venues.figures, 'upgradedRooms').figure).toBe(3);
    expect(
      venues.streets.filter(({ communities, uncovered }) => communities.length > 0 && uncovered.length === 0),
    ).toHaveLength(1);
    const streets = await client.workStreets.coverage({ year: 2024 });
    expect(figureOf(streets.figures, 'streetBranches').figure).toBe(14);
    expect(figureOf(streets.figures, 'branchEvents').figure).toBe(54);
    const regulations = await client.workRegulations.overview({ year: 2024 });
    expect(regulations.sentence).toBe('修订完善规章制度6个方面78项');
    expect(figureOf(regulations.figures, 'important').figure).toBe(10);
  });

  it('每个数都等于它列出的记录，列出的记录都打得开', async () => {
    const { client } = office;
    const pages = [
      await client.workTopics.board({ year: 2024 }),
      await client.workStreets.coverage({ year: 2024 }),
      await client.workVenues.map({ year: 2024 }),
      await client.workRegulations.overview({ year: 2024 }),
      await client.workPlans.year({ year: 2024 }),
    ];
    // Sums and counts of distinct values say so by their own number.
    const sums = ['solved', 'areas'];
    for (const figure of pages.flatMap(({ figures }): Figure[] => figures)) {
      if (!sums.includes(figure.id)) expect([figure.id, figure.figure]).toEqual([figure.id, figure.items.length]);
      expect(new Set(figure.items.map(({ id }) => id)).size).toBe(figure.items.length);
      for (const { kind, id } of figure.items.slice(0, 3)) await client.records.get({ kind, id });
    }
  });

  it('达标灯每一格就是那个街道那一段的登记，与会议活动列表筛出来的一样', async () => {
    const { client } = office;
    const { rules, streets } = await client.workStreets.compliance({ year: 2024 });
    expect(rules.map(({ parts }) => parts.length)).toEqual([4, 1, 12, 12]);
    for (const street of streets.slice(0, 4)) {
      const { records } = await client.records.list({
        kind: 'event',
        filters: [
          { field: 'subdistrictOffice', type: 'any', values: [street.id] },
          { field: 'consultForm', type: 'any', values: ['微协商'] },
          { field: 'status', type: 'any', values: ['进行中', '已结束', '已归档'] },
          { field: 'start', type: 'between', from: '2024-04-01', to: '2024-06-30' },
        ],
      });
      const cell = street.cells.microConsultation?.[1];
      expect(cell?.items.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort());
      expect(cell?.light).toBe(records.length >= 2 ? 'met' : 'missed');
    }
    expect(streets[0]?.cells.monthlyActivity?.[11]?.light).not.toBe('missed');
  });

  it('修订的制度：历次版本、逐字对照', async () => {
    const { client } = office;
    const { records } = await client.records.list({
      kind: 'regulation',
      filters: [{ field: 'previous', type: 'filled' }],
      limit: 1,
    });
    const [revised] = records;
    if (!revised) throw new Error('样例里没有修订的制度');
    const { versions } = await client.workRegulations.versions({ id: revised.id });
    expect(versions.map(({ id }) => id)).toEqual([revised.values.previous, revised.id]);
    const [before, after] = versions;
    const compared = await client.workRegulations.compare({ before: before?.id ?? '', after: after?.id ?? '' });
    expect(compared.without).toEqual([]);
    expect(compared.counts.changed + compared.counts.added + compared.counts.removed).toBeGreaterThan(0);
    const same = await client.workRegulations.compare({ before: revised.id, after: revised.id });
    expect(same.counts).toMatchObject({ changed: 0, added: 0, removed: 0 });
  });
});

describe('自己的一年', () => {
  beforeEach(async () => {
    office = await startOffice({ now });
  });

  const add = async (kind: string, values: Record<string, unknown>) =>
    (await office.client.records.save({ kind, values })).id;

  it('什么都没有也答得出来', async () => {
    const { client } = office;
    expect((await client.workTopics.board({ year: 2024 })).topics).toEqual([]);
    expect((await client.workStreets.compliance({ year: 2024 })).streets).toEqual([]);
    expect((await client.workStreets.coverage({ year: 2024 })).streets).toEqual([]);
    expect((await client.workVenues.map({ year: 2024 })).streets).toEqual([]);
    expect(await client.workRegulations.overview({ year: 2024 })).not.toHaveProperty('sentence');
    expect((await client.workPlans.year({ year: 2024 })).months).toHaveLength(12);
    await expect(client.workRegulations.versions({ id: 'ghost' })).rejects.toMatchObject({ code: 'notFound' });
  });

  it('同一矛盾先后三次议事会：议题上数得出三次，并入的议题看得见', async () => {
    const { client } = office;
    const street = await add('subdistrictOffice', { street: '甲街道' });
    const bridge = await add('topic', { title: '旧桥能不能重建', raisedOn: '2024-03-01', subdistrictOffice: street });
    const twin = await add('topic', { title: '桥断了要绕路', raisedOn: '2024-03-02', subdistrictOffice: street });
    for (const day of ['2024-04-02', '2024-05-02', '2024-06-02']) {
      await add('event', {
        category: '协商',
        subtype: '微协商',
        title: `${day} 议事会`,
        start: `${day}T09:00`,
        place: '议事室',
        status: '已结束',
        topics: [bridge],
        subdistrictOffice: street,
      });
    }
    await client.workflow.move({ kind: 'topic', ids: [twin], move: 'merge', values: { mergedInto: bridge } });
    const { topics, figures } = await client.workTopics.board({ year: 2024, street });
    expect(topics.find(({ id }) => id === bridge)?.consultations.map(({ on }) => on)).toEqual([
      '2024-04-02',
      '2024-05-02',
      '2024-06-02',
    ]);
    expect(topics.find(({ id }) => id === bridge)?.merged.map(({ id }) => id)).toEqual([twin]);
    expect(figureOf(figures, 'repeated').items.map(({ id }) => id)).toEqual([bridge]);
    const lights = await client.workStreets.compliance({ year: 2024 });
    expect(lights.streets[0]?.cells.microConsultation?.map(({ items }) => items.length)).toEqual([0, 3, 0, 0]);
  });

  it('改规则：重开仍在，可以撤销；写错的一条不存，别的也不动', async () => {
    await add('subdistrictOffice', { street: '甲街道' });
    const [first] = defaultComplianceRules;
    if (!first) throw new Error('没有默认规则');
    const changed = {
      ...first,
      atLeast: 5,
      measure: { ...first.measure, streetFields: [...first.measure.streetFields], filters: [] },
    };
    await office.client.workStreets.saveRules({ rules: [changed] });
    office = await office.reopen();
    const { client } = office;
    const read = async () =>
      (await client.workStreets.compliance({ year: 2024 })).rules.map(({ id, atLeast }) => [id, atLeast]);
    expect(await read()).toEqual([[first.id, 5]]);
    const broken = { ...changed, id: 'x', measure: { ...changed.measure, dayField: 'title' } };
    await expect(client.workStreets.saveRules({ rules: [changed, broken] })).rejects.toMatchObject({ code: 'invalid' });
    await expect(client.workStreets.saveRules({ rules: [changed, changed] })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await read()).toEqual([[first.id, 5]]);
    await client.history.undo();
    expect((await read()).length).toBe(4);
  });

  it('几个阵地一起登记六有：一次撤销全部回去', async () => {
    const { client } = office;
    const street = await add('subdistrictOffice', { street: '甲街道' });
    const venues = [];
    for (const name of ['甲议事室', '乙议事室']) {
      venues.push(
        await add('venue', {
          name,
          level: '街道',
          venueKind: '协商议事室',
          subdistrictOffice: street,
          builtOn: '2024-01-05',
        }),
      );
    }
    const marks = async () => (await client.workVenues.map({ year: 2024 })).streets[0]?.venues;
    expect((await marks())?.map(({ recheckDue }) => recheckDue)).toEqual(['2024-07-05', '2024-07-05']);
    expect((await marks())?.[0]?.recheckDays).toBeLessThan(0);
    const checks = ['有阵地', '有标识', '有制度', '有流程', '有活动', '有成果'].map((item) => ({
      item,
      passed: item !== '有成果',
      checkedOn: '2024-12-06',
    }));
    await client.batch.run({ update: venues.map((id) => ({ kind: 'venue', id, values: { checks } })) });
    expect((await marks())?.map(({ qualified, recheckDue }) => [qualified, recheckDue])).toEqual([
      [false, '2025-06-06'],
      [false, '2025-06-06'],
    ]);
    await client.history.undo();
    expect((await marks())?.flatMap((venue) => venue.marks.map(({ state }) => state))).toEqual(
      Array(12).fill('unchecked'),
    );
  });

  it('没有全文的版本说得出是哪个；计划项挂上活动就算完成', async () => {
    const { client } = office;
    const bare = await add('regulation', { title: '请假办法' });
    const compared = await client.workRegulations.compare({ before: bare, after: bare });
    expect(compared.without).toEqual(['请假办法', '请假办法']);
    const event = await add('event', { category: '活动', title: '义诊', start: '2024-05-06T09:00', status: '已结束' });
    const plan = await add('planItem', { year: 2024, planType: '街道年度计划', topic: '健康行', month: 5 });
    const line = async () => (await client.workPlans.year({ year: 2024 })).lines[0];
    expect(await line()).toMatchObject({ light: 'missed', missing: 1, done: [] });
    await client.records.save({ kind: 'planItem', id: plan, values: { events: [event] } });
    expect(await line()).toMatchObject({ light: 'met', missing: 0, done: [{ id: event }], events: [event] });
    const { months } = await client.workPlans.year({ year: 2024 });
    expect(months.map(({ items, done }) => `${items.length}/${done.length}`)[4]).toBe('1/1');
    expect(months[0]?.light).toBe('missed');
  });
});
