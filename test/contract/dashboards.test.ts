import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficeClient } from '../../electron/api/index.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { chartFaults, figureFaults, scoreFaults } from '../support/portrait-faults.ts';

/** Portraits of streets and committees, and the dashboards, over the sample: every number is that of its list. */
const YEAR = 2024;

let test: TestOffice;
let client: OfficeClient;
beforeAll(async () => {
  test = await startOffice({ sample: true, now: new Date('2026-11-20T09:30:00') });
  client = test.client;
});
afterAll(() => test.end());
const everything = async (kind: string) => (await client.records.list({ kind, full: true, limit: 100_000 })).records;
const rows = (value: unknown) => (Array.isArray(value) ? (value as Record<string, unknown>[]) : []);

describe('街道、专委会画像', () => {
  it('每个街道、每个专委会的每一个数，都等于它列出的记录', async () => {
    const faults: string[] = [];
    let events = 0;
    for (const kind of ['subdistrictOffice', 'committee'] as const) {
      for (const { id } of await everything(kind)) {
        const portrait = await client.portraits.body({ kind, id, year: YEAR });
        const { cases } = portrait;
        const charts = [portrait.months, portrait.consultations, portrait.funnel, portrait.members];
        const found = [
          ...figureFaults([...portrait.standing, ...portrait.figures], cases),
          ...charts.flatMap((chart) => chartFaults(chart, cases)),
          ...scoreFaults(portrait.score, cases),
        ];
        faults.push(...found.map((one) => `${portrait.name} ${one}`));
        const figure = portrait.figures.find((one) => one.id === 'events')?.now.figure ?? 0;
        const drawn = portrait.months.lines.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + cell.figure, 0);
        expect(drawn, portrait.name).toBe(figure);
        events += figure;
      }
    }
    expect(faults).toEqual([]);
    expect(events).toBeGreaterThan(100);
  });

  it('街道的社情民意漏斗、达标灯与各自的页面一致', async () => {
    const [opinions, lights] = await Promise.all([
      client.workOpinions.overview({ year: YEAR }),
      client.workStreets.compliance({ year: YEAR }),
    ]);
    for (const { id, title, cells } of lights.streets) {
      const portrait = await client.portraits.body({ kind: 'subdistrictOffice', id, year: YEAR });
      const line = opinions.streets.find(({ key }) => key === id);
      for (const { key, cells: steps } of portrait.funnel.lines)
        expect(steps[0]?.figure, `${title} ${key}`).toBe(line?.columns[key]?.length ?? 0);
      for (const rule of portrait.rules) {
        const expected = (cells[rule.id] ?? []).map(({ light, items }) => [light, items.length]);
        expect(
          rule.cells.map(({ light, keys }) => [light, keys.length]),
          `${title} ${rule.label}`,
        ).toEqual(expected);
      }
      expect(portrait.rules.length).toBe(lights.rules.length);
      expect(portrait.venues.every(({ marks }) => marks.length === 6)).toBe(true);
    }
  });
});

describe('看板', () => {
  it('每张图、每个数字都等于列出的记录；与提案、民意页面的数一致', async () => {
    const data = await client.portraits.dashboards({ year: YEAR });
    expect(data.charts.flatMap((chart) => chartFaults(chart, data.cases))).toEqual([]);
    expect(data.groups.flatMap(({ figures }) => figureFaults(figures, data.cases))).toEqual([]);
    const chart = (id: string) => data.charts.find((one) => one.id === id);
    const first = (id: string) => chart(id)?.lines.map(({ cells }) => cells[0]?.figure ?? 0) ?? [];
    expect(first('opinionFunnel')).toEqual([294, expect.any(Number), 205, 137, 103, 1]);
    const proposals = await client.workProposals.overview({ year: YEAR });
    const received = proposals.tallies.find(({ id }) => id === 'received')?.ids.length;
    expect(first('proposalCategories').reduce((sum, one) => sum + one, 0)).toBe(received);
    expect(first('proposalStates').reduce((sum, one) => sum + one, 0)).toBe(received);
    for (const id of ['proposalCategories', 'proposalUnits', 'streetConsultations', 'contributionTypes'])
      expect(first(id), id).toEqual(first(id).toSorted((a, b) => b - a));
  });

  it('会议出席率照出席登记另数一遍', async () => {
    const { charts, cases } = await client.portraits.dashboards({ year: YEAR });
    const events = new Map((await everything('event')).map((event) => [event.id, event.values]));
    const lines = charts.find(({ id }) => id === 'attendanceTypes')?.lines ?? [];
    expect(lines.length).toBeGreaterThan(3);
    for (const { label, cells } of lines) {
      const states = (cells[0]?.of ?? []).flatMap((key) =>
        rows(events.get(cases[key]?.id ?? '')?.attendance)
          .filter(({ member, role }) => member !== undefined && role === '应出席')
          .map(({ state }) => String(state))
          .filter((state) => state !== '待确认' && state !== '不参加'),
      );
      const there = states.filter((state) => ['出席', '迟到', '早退'].includes(state)).length;
      if (cells[0]?.counts?.of) expect(cells[0].counts, label).toEqual({ met: there, of: states.length });
    }
  });

  it('没有记录的年份：图里没有数，不出错', async () => {
    const data = await client.portraits.dashboards({ year: 1999 });
    const figures = data.charts.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.map(({ figure }) => figure)));
    expect(figures.every((figure) => figure === 0)).toBe(true);
  });
});
