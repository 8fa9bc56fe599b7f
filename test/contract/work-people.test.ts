import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOffice, type Office, type OfficeClient, officeClient } from '../../electron/api/index.ts';

/** The pages of people over the sample: every number equals the list it opens, and the list what the ledgers hold. */
let folder: string;
let office: Office;
let client: OfficeClient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antou-people-'));
  office = createOffice({
    door: 'cli',
    userData: join(folder, 'machine'),
    version: '0.0.0',
    now: () => new Date('2026-11-20T09:30:00'),
  });
  client = officeClient(office);
  await client.library.create({ path: join(folder, 'library'), sample: true });
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const everything = async (kind: string) => (await client.records.list({ kind, limit: 100_000 })).records;
const rows = (value: unknown) => (Array.isArray(value) ? (value as Record<string, unknown>[]) : []);

describe('委员履职', () => {
  it('一览里的每个数，等于该委员当年页面上列出的条数', async () => {
    const overview = await client.workMembers.overview({ year: 2024 });
    expect(overview.members.length).toBeGreaterThan(170);
    for (const line of overview.members.filter((_, index) => index % 23 === 0)) {
      const profile = await client.workMembers.profile({ id: line.id, year: 2024 });
      for (const section of profile.sections) {
        expect(section.deeds.length, `${line.name} ${section.label}`).toBe(line.counts[section.id] ?? 0);
      }
    }
  });

  it('提案数照台账数：第一提案人与联名都算，草稿不算', async () => {
    const proposals = await everything('proposal');
    const overview = await client.workMembers.overview({ year: 2024 });
    const busy = overview.members.toSorted((a, b) => (b.counts.proposals ?? 0) - (a.counts.proposals ?? 0))[0];
    const own = proposals.filter(
      ({ values }) =>
        String(values.submittedOn).startsWith('2024') &&
        (values.lead === busy?.id || rows(values.cosigners).some(({ member }) => member === busy?.id)),
    );
    expect(busy?.counts.proposals).toBe(own.length);
    expect(own.length).toBeGreaterThan(0);
  });

  it('四个季度相加等于全年，出席率只算应出席的；委员页的季度与一览一致', async () => {
    const year = await client.workMembers.overview({ year: 2024 });
    const quarters = await Promise.all(
      [1, 2, 3, 4].map((quarter) => client.workMembers.overview({ year: 2024, quarter })),
    );
    const through = year.members.filter(({ id }) =>
      quarters.every(({ members }) => members.some((one) => one.id === id)),
    );
    expect(through.length).toBeGreaterThan(150);
    const events = await everything('event');
    for (const line of through.filter((_, index) => index % 17 === 0)) {
      const own = quarters.map(({ members }) => members.find(({ id }) => id === line.id));
      for (const { id } of year.columns) {
        const sum = own.reduce((so, one) => so + (one?.counts[id] ?? 0), 0);
        expect(sum, `${line.name} ${id}`).toBe(line.counts[id] ?? 0);
      }
      const states = events.flatMap(({ values }) =>
        String(values.start).startsWith('2024') && !['取消', '延期'].includes(String(values.status))
          ? rows(values.attendance).flatMap((row) =>
              row.member === line.id && row.role === '应出席' ? [String(row.state)] : [],
            )
          : [],
      );
      const there = states.filter((state) => ['出席', '迟到', '早退'].includes(state)).length;
      expect(line.attendance.present, line.name).toBe(there);
      expect(own.reduce((so, one) => so + (one?.attendance.expected ?? 0), 0)).toBe(line.attendance.expected);
    }
    const second = quarters[1]?.members.find(({ counts }) => (counts.attended ?? 0) > 2);
    const profile = await client.workMembers.profile({ id: second?.id ?? '', year: 2024, quarter: 2 });
    const attended = profile.sections.find(({ id }) => id === 'attended')?.deeds ?? [];
    expect(attended).toHaveLength(second?.counts.attended ?? 0);
    expect(attended.every(({ on }) => on >= '2024-04-01' && on <= '2024-06-30')).toBe(true);
  });

  it('新委员当年什么也没有：三处缺口都说出来，登记一次会议后少一处', async () => {
    const [term] = await everything('term');
    const person = await client.records.save({ kind: 'person', values: { name: '测试新人' } });
    const member = await client.records.save({
      kind: 'member',
      values: { person: person.id, term: term?.id, status: '在任', appointedOn: '2023-01-01' },
    });
    const before = await client.workMembers.profile({ id: member.id, year: 2024 });
    expect(before.gaps).toEqual(['没有参加任何会议活动', '没有提交提案', '没有反映社情民意']);
    await client.records.save({
      kind: 'event',
      values: {
        category: '活动',
        subtype: '视察',
        title: '测试视察',
        start: '2024-05-06T09:00',
        status: '已结束',
        attendance: [{ member: member.id, role: '应出席', state: '出席' }],
      },
    });
    const after = await client.workMembers.profile({ id: member.id, year: 2024 });
    expect(after.gaps).toEqual(['没有提交提案', '没有反映社情民意']);
    expect(after.sections.find(({ id }) => id === 'attended')?.deeds.map(({ title }) => title)).toEqual(['测试视察']);
    await client.history.undo();
    await client.history.undo();
    await client.history.undo();
  });

  it('任职史跨届排列，新的在前', async () => {
    const members = await everything('member');
    const twice = members.find((one) =>
      members.some((other) => other !== one && other.values.person === one.values.person),
    );
    const profile = await client.workMembers.profile({ id: twice?.id ?? '' });
    expect(profile.appointments).toHaveLength(2);
    const [newer, older] = profile.appointments;
    expect((newer?.from ?? '') > (older?.from ?? '')).toBe(true);
  });
});

describe('监督与走访', () => {
  it('协商式监督：14个街道27个项目37次，意见建议20条，街道合计不少于总次数', async () => {
    const found = await client.workRounds.supervision({ year: 2024, form: '协商式监督' });
    const figure = (id: string) => found.figures.find((one) => one.id === id);
    expect(figure('times')?.figure).toBe(37);
    expect(figure('streets')?.figure).toBe(14);
    expect(figure('projects')?.figure).toBe(27);
    expect(figure('suggestions')?.figure).toBe(20);
    for (const one of found.figures) expect(one.items.length).toBe(one.figure);
    expect(found.problems).toHaveLength(20);
    expect(found.streets.reduce((sum, { rounds }) => sum + rounds.length, 0)).toBeGreaterThanOrEqual(37);
  });

  it('走访：班子15家、专委会委员企业21家、座谈会16场、党外委员130人次', async () => {
    const found = await client.workRounds.visits({ year: 2024 });
    const figure = (id: string) => found.figures.find((one) => one.id === id)?.figure;
    expect(figure('leaders')).toBe(15);
    expect(figure('committees')).toBe(21);
    expect(figure('meetings')).toBe(16);
    expect(figure('nonParty')).toBe(130);
    const names = new Set(found.members.map(({ id }) => id));
    expect(found.unvisited.some(({ id }) => names.has(id))).toBe(false);
    expect(found.companies.every(({ rounds }) => rounds.length > 0)).toBe(true);
  });

  it('没有数据的年份全是零，不报错', async () => {
    const found = await client.workRounds.visits({ year: 1999 });
    expect(found.figures.every(({ figure }) => figure === 0)).toBe(true);
    expect((await client.workRounds.supervision({ year: 1999 })).problems).toEqual([]);
  });
});
