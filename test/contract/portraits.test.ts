import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficeClient } from '../../electron/api/index.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import {
  chartFaults,
  fault,
  figureFaults,
  leadingNumber,
  type MemberPortrait,
  scoreFaults,
} from '../support/portrait-faults.ts';

/** Portraits over the sample: every number is the length of its list, and the lists hold what the ledgers hold. */
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

/** The portraits of all members, asked for once. */
let drawn: Promise<ReadonlyMap<string, MemberPortrait>> | undefined;
const portraits = (): Promise<ReadonlyMap<string, MemberPortrait>> => {
  drawn ??= (async () => {
    const found = new Map<string, MemberPortrait>();
    for (const { id } of await everything('member')) found.set(id, await client.portraits.member({ id, year: YEAR }));
    return found;
  })();
  return drawn;
};
const portraitOf = async (id: string): Promise<MemberPortrait> => {
  const found = (await portraits()).get(id);
  if (!found) throw new Error('no such member');
  return found;
};
function memberFaults(portrait: MemberPortrait): string[] {
  const { cases } = portrait;
  return [
    ...figureFaults([...portrait.counts, ...portrait.quality], cases),
    ...[portrait.radar, portrait.months, portrait.fields].flatMap((chart) => chartFaults(chart, cases)),
    ...scoreFaults(portrait.score, cases),
    ...portrait.standings.flatMap(({ label, place, all }) =>
      [place, all].flatMap((cell) => {
        const found = fault(cell, 'count', cases);
        return found ? [`${label}：${found}`] : [];
      }),
    ),
  ].map((found) => `${portrait.name} ${found}`);
}

describe('委员画像', () => {
  it('样例里全体委员的每一个数，都等于它列出的记录', async () => {
    const members = await everything('member');
    expect(members.length).toBeGreaterThan(170);
    const faults: string[] = [];
    let numbers = 0;
    let scored = 0;
    for (const portrait of (await portraits()).values()) {
      numbers += portrait.counts.length * 2 + portrait.quality.length * 2 + portrait.standings.length * 2;
      for (const { lines } of [portrait.radar, portrait.months, portrait.fields])
        numbers += lines.reduce((sum, { cells }) => sum + cells.length, 0);
      faults.push(...memberFaults(portrait));
      // What the sections give is the whole of the points: the total is held back by nothing here.
      const parts = (portrait.score?.sections ?? []).reduce((sum, { points }) => sum + points.figure, 0);
      if (portrait.score && parts >= 0) expect(portrait.score.total.figure, portrait.name).toBeCloseTo(parts, 2);
      if (portrait.score) scored += 1;
    }
    expect(scored).toBeGreaterThan(150);
    expect(faults).toEqual([]);
    expect(numbers).toBeGreaterThan(members.length * 80);
  });

  it('各台账的数与履职一览一致，月份加起来就是全年，出席率的两个数与一览相同', async () => {
    const overview = await client.workMembers.overview({ year: YEAR });
    for (const line of overview.members) {
      const portrait = await portraitOf(line.id);
      for (const { id, label, now } of portrait.counts)
        expect(now.figure, `${line.name} ${label}`).toBe(line.counts[id] ?? 0);
      const attendance = portrait.quality.find(({ id }) => id === 'attendance')?.now;
      expect([attendance?.keys.length, attendance?.of?.length], line.name).toEqual([
        line.attendance.present,
        line.attendance.expected,
      ]);
      const inMonths = (series: string) => {
        const at = portrait.months.series.findIndex(({ id }) => id === series);
        return portrait.months.lines.reduce((sum, { cells }) => sum + (cells[at]?.figure ?? 0), 0);
      };
      const count = (...ids: string[]) => ids.reduce((sum, id) => sum + (line.counts[id] ?? 0), 0);
      expect(inMonths('attended'), line.name).toBe(count('attended'));
      expect(inMonths('advice'), line.name).toBe(count('speeches', 'plenary', 'suggestions', 'reports'));
      expect(inMonths('service'), line.name).toBe(count('contributions', 'topics'));
    }
  });

  it('立案率、采用率照台账另数一遍', async () => {
    const [proposals, opinions, bulletins] = await Promise.all([
      everything('proposal'),
      everything('opinion'),
      everything('bulletin'),
    ]);
    const printed = new Set(bulletins.flatMap(({ values }) => rows(values.items).map(({ opinion }) => opinion)));
    const filed = new Set(
      '立案 已交办 办理中 退办异议 已答复 答复退回 征询意见 重新办理 办结 跟踪 归档 并案'.split(' '),
    );
    let rejected = 0;
    let unused = 0;
    for (const { id } of (await client.workMembers.overview({ year: YEAR })).members) {
      const own = proposals.filter(
        ({ values }) =>
          values.state !== '草稿' &&
          String(values.submittedOn).startsWith(String(YEAR)) &&
          (values.lead === id || rows(values.cosigners).some(({ member }) => member === id)),
      );
      const papers = opinions.filter(
        ({ values }) =>
          String(values.receivedOn).startsWith(String(YEAR)) &&
          (values.lead === id || (Array.isArray(values.coauthors) && values.coauthors.includes(id))),
      );
      const used = papers.filter(
        (paper) =>
          printed.has(paper.id) ||
          rows(paper.values.adoptions).some(
            ({ level, action }) =>
              action === '编发本级专刊' ||
              (level === '市' && action === '采用') ||
              (['省', '全国'].includes(String(level)) && ['采用', '转送部门'].includes(String(action))),
          ),
      );
      const { quality, name } = await portraitOf(id);
      const share = (which: string) => quality.find((one) => one.id === which)?.now;
      const met = own.filter(({ values }) => filed.has(String(values.state)));
      expect([share('filed')?.keys.length, share('filed')?.of?.length], name).toEqual([met.length, own.length]);
      expect([share('adopted')?.keys.length, share('adopted')?.of?.length], name).toEqual([used.length, papers.length]);
      rejected += own.length - met.length;
      unused += papers.length - used.length;
    }
    // Otherwise the shares would all be 100 % and prove nothing.
    expect(rejected).toBeGreaterThan(0);
    expect(unused).toBeGreaterThan(0);
  });

  it('名次：排在前面的人数加一，同样多的同名次；没有记录的年份不出错，缺口说出来', async () => {
    const { members } = await client.workMembers.overview({ year: YEAR });
    const places: number[] = [];
    for (const { id } of members) {
      const { standings, cases } = await portraitOf(id);
      const all = standings.find((one) => one.id === 'all');
      if (!all) continue;
      places.push(all.place.figure);
      const ranked = all.all.keys.map((key) => leadingNumber(cases[key]?.note));
      const own = leadingNumber(cases[all.place.keys.at(-1) ?? '']?.note);
      expect(all.place.figure).toBe(ranked.filter((one) => one > own).length + 1);
      expect(cases[all.place.keys.at(-1) ?? '']?.id).toBe(id);
    }
    expect(Math.min(...places)).toBe(1);
    // The page of points says the same of everybody.
    const { lines } = await client.scores.ranking({ scheme: 'zhongyuan', year: YEAR });
    for (const { id, rank } of lines) {
      const all = (await portraitOf(id)).standings.find((one) => one.id === 'all');
      expect([id, all?.place.figure, all?.all.figure]).toEqual([id, rank, lines.length]);
    }
    expect(new Set(places).size).toBeGreaterThan(10);
    const first = members[0]?.id ?? '';
    const empty = await client.portraits.member({ id: first, year: 2019 });
    expect(memberFaults(empty)).toEqual([]);
    expect(empty.gaps).toContain('2019 年没有提交提案');
    expect(empty.quality.map(({ now }) => now.shown)).toEqual(['—', '—', '—']);
  });

  it('登记一次会议出席，参会数多一；撤销又回来', async () => {
    const id = (await client.workMembers.overview({ year: YEAR })).members[3]?.id ?? '';
    const attended = async () => {
      const { counts, months } = await client.portraits.member({ id, year: YEAR });
      return [counts.find((one) => one.id === 'attended')?.now.figure, months.lines[8]?.cells[0]?.figure];
    };
    const [before = 0, september = 0] = await attended();
    const values = {
      category: '活动',
      subtype: '视察',
      title: '画像视察',
      start: `${YEAR}-09-03T09:00`,
      status: '已结束',
      attendance: [{ member: id, role: '应出席', state: '出席' }],
    };
    await client.records.save({ kind: 'event', values });
    expect(await attended()).toEqual([before + 1, september + 1]);
    await client.history.undo();
    expect(await attended()).toEqual([before, september]);
  });
});
