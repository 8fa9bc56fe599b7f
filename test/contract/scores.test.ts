import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

/** Points over the sample: every total is the sum of its lines, every line stands on a record that is there. */
let desk: TestOffice;
const YEAR = 2024;
const SCHEME = 'zhongyuan';
const which = { scheme: SCHEME, year: YEAR };

beforeAll(async () => {
  desk = await startOffice({ sample: true, now: new Date('2026-11-20T09:30:00') });
});
afterAll(() => desk.end());

const sum = (numbers: readonly number[]) => Math.round(numbers.reduce((all, one) => all + one, 0) * 100) / 100;
const totalOf = async (subject: string) => (await desk.client.scores.statement({ ...which, subject })).total;

async function busiest() {
  const { lines } = await desk.client.scores.ranking(which);
  const line = lines[0];
  if (!line) throw new Error('the sample has members');
  return line;
}

describe('履职计分', () => {
  it('每名委员：各行计入之和加起评分和起始分等于总分，每行的来源记录都打得开', async () => {
    const { client } = desk;
    const { lines } = await client.scores.ranking(which);
    expect(lines.length).toBeGreaterThan(170);
    expect(lines.some(({ total }) => total > 0)).toBe(true);
    const opened = new Set<string>();
    for (const line of lines) {
      const statement = await client.scores.statement({ ...which, subject: line.id });
      const entries = statement.sections.flatMap((section) => section.entries);
      const starts = statement.sections.map(({ start = 0 }) => start);
      expect(sum([statement.base, ...starts, ...entries.map(({ counted }) => counted)]), line.title).toBe(line.total);
      expect(statement.rank).toBe(line.rank);
      for (const { kind, id } of entries.flatMap(({ sources }) => sources)) opened.add(`${kind}/${id}`);
    }
    for (const key of [...opened].filter((_, index) => index % 9 === 0)) {
      const [kind = '', id = ''] = key.split('/');
      expect((await client.records.get({ kind, id })).record.id).toBe(id);
    }
  });

  it('名次从高到低，同分同名次；按界别排时各界别都有第一', async () => {
    const { lines } = await desk.client.scores.ranking(which);
    lines.forEach((line, index) => {
      expect(line.rank).toBe(lines.findIndex(({ total }) => total === line.total) + 1);
      expect(line.total).toBeLessThanOrEqual(lines[index - 1]?.total ?? Number.POSITIVE_INFINITY);
    });
    const { lines: bySector, groups } = await desk.client.scores.ranking({ ...which, by: 'sector' });
    const sectors = new Set(bySector.map(({ sector }) => sector));
    for (const sector of sectors)
      expect(
        bySector.some((line) => line.sector === sector && line.rank === 1),
        sector,
      ).toBe(true);
    const [group] = groups.sector;
    const { lines: only } = await desk.client.scores.ranking({ ...which, by: 'sector', group: group?.id ?? '' });
    expect(only.length).toBe(bySector.filter(({ sector }) => sector === group?.title).length);
  });

  it('立案率、采用率的分子是分母的一部分，条数与台账一致', async () => {
    const { client } = desk;
    const { lines } = await client.scores.ranking(which);
    const rows = (value: unknown) => (Array.isArray(value) ? (value as Record<string, unknown>[]) : []);
    const proposals = (await client.records.list({ kind: 'proposal', limit: 100_000, full: true })).records;
    for (const line of lines.filter((_, index) => index % 13 === 0)) {
      const { met, of } = line.quality?.proposals ?? { met: [], of: [] };
      const own = proposals.filter(
        ({ values }) =>
          values.year === YEAR &&
          !['草稿', '撤回'].includes(String(values.state)) &&
          (values.lead === line.id || rows(values.cosigners).some(({ member }) => member === line.id)),
      );
      expect(of.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort());
      const known = new Set(of.map(({ id }) => id));
      expect(met.every(({ id }) => known.has(id))).toBe(true);
    }
  });

  it('改一条记录总分随着变，撤销回到原来；删掉一条少一笔', async () => {
    const { client } = desk;
    const line = await busiest();
    const before = await client.scores.statement({ ...which, subject: line.id });
    const added = await client.records.save({
      kind: 'opinion',
      values: { rawTitle: '测试：路灯不亮', lead: line.id, receivedOn: '2024-06-03' },
    });
    const statement = await client.scores.statement({ ...which, subject: line.id });
    const entries = statement.sections.flatMap((section) => section.entries);
    expect(entries.some(({ sources }) => sources.some(({ id }) => id === added.id))).toBe(true);
    await client.records.remove({ kind: 'opinion', id: added.id });
    expect(await client.scores.statement({ ...which, subject: line.id })).toEqual(before);
    await client.history.undo();
    await client.history.undo();
    expect(await client.scores.statement({ ...which, subject: line.id })).toEqual(before);
  });

  it('候选的理由、差一点的原因都说得出；未履职的除了会议什么都没有', async () => {
    const { client } = desk;
    const found = await client.scores.candidates(which);
    expect(found.rule).toContain('总分不低于 90 分');
    const { lines } = await client.scores.ranking(which);
    for (const one of [...found.candidates, ...found.missed]) {
      expect(one.total).toBeGreaterThanOrEqual(90);
      expect(one.reasons.length).toBeGreaterThan(0);
    }
    if (found.quota !== undefined) expect(found.quota).toBe(Math.floor(lines.length * 0.377 + 1e-9));
    const notice = await client.scores.notice(which);
    expect(notice.lines.length).toBe(lines.length);
    const idle = notice.lines.filter((line) => line.idle);
    for (const { id, sections } of idle) {
      expect(
        [sections.B, sections.C, sections.D, sections.E].every((points) => !points),
        id,
      ).toBe(true);
    }
    for (const { idle: isIdle, sections } of notice.lines)
      if ([sections.B, sections.C, sections.D, sections.E].some((points) => (points ?? 0) > 0))
        expect(isIdle).toBe(false);
  });

  it('流水：有效各行相加等于总分，改了记录就冲销旧的、另记新的', async () => {
    const { client } = desk;
    const line = await busiest();
    const read = async () => {
      const job = await client.scores.history({ ...which, subject: line.id });
      for (;;) {
        const step = await job.next();
        if (step.done) return step.value;
      }
    };
    const before = await read();
    expect(before.active).toBe(before.total);
    expect(before.total).toBe(line.total);
    const opinion = await client.records.save({
      kind: 'opinion',
      values: { rawTitle: '测试：井盖缺失', lead: line.id, receivedOn: '2024-07-01' },
    });
    await client.records.save({ kind: 'opinion', id: opinion.id, values: { receivedOn: '2024-07-02' } });
    const after = await read();
    expect(after.active).toBe(after.total);
    const own = after.lines.filter(({ sources }) => sources.some(({ id }) => id === opinion.id));
    expect(own.map(({ status }) => status)).toEqual(['已冲销', '冲销', '有效']);
    await client.history.undo();
    await client.history.undo();
    expect((await read()).total).toBe(line.total);
  });

  it('没有的方案、不在范围的人说得清', async () => {
    const { client } = desk;
    expect((await refusalOf(client.scores.ranking({ scheme: '没有', year: YEAR }))).message).toContain(
      '没有“没有”这个计分方案',
    );
    const { code, message } = await refusalOf(client.scores.statement({ ...which, subject: '没有的人' }));
    expect(code).toBe('notFound');
    expect(message).toContain('不在');
  });

  it('街道、承办单位、提案的方案都算得出，每个对象各行相加等于总分', async () => {
    const { client } = desk;
    const { schemes } = await client.scores.schemes({ year: YEAR });
    const others = schemes.filter(({ audience }) => audience !== 'member');
    expect(new Set(others.map(({ audience }) => audience)).size).toBe(4);
    for (const { id, label } of others) {
      const { lines } = await client.scores.ranking({ scheme: id, year: YEAR });
      expect(lines.length, label).toBeGreaterThan(0);
      for (const line of lines.filter((_, index) => index % 7 === 0)) {
        const found = await client.scores.statement({ scheme: id, year: YEAR, subject: line.id });
        const counted = found.sections.flatMap(({ start = 0, entries }) => [
          start,
          ...entries.map((one) => one.counted),
        ]);
        expect(sum([found.base, ...counted]), `${label} ${line.title}`).toBe(line.total);
      }
    }
  });
});

describe('人工计分', () => {
  it('记一笔扣分，总分少五分；冲销以后回来，两笔都留着；再冲销、冲销的冲销都不许', async () => {
    const { client } = desk;
    const line = await busiest();
    const before = await totalOf(line.id);
    const given = { scheme: SCHEME, subject: line.id, item: 'X6', on: '2024-09-03', points: -5 };
    const entry = await client.scores.addEntry({ ...given, reason: '反映的情况不实', approver: '主席会议' });
    expect(await totalOf(line.id)).toBe(sum([before, -5]));
    const reversed = await client.scores.reverseEntry({ id: entry.id, reason: '经复核属实', approver: '主席会议' });
    expect(await totalOf(line.id)).toBe(before);
    const statement = await client.scores.statement({ ...which, subject: line.id });
    const manual = statement.sections.flatMap(({ entries }) => entries).filter((one) => one.manual);
    expect(manual.some(({ reversal }) => reversal === 'reversed')).toBe(true);
    for (const id of [entry.id, reversed.id])
      expect((await refusalOf(client.scores.reverseEntry({ id, reason: '再来', approver: '某人' }))).message).toMatch(
        /已由|本身就是冲销/u,
      );
    const found = await client.search.query({ text: '反映的情况不实' });
    expect(JSON.stringify(found)).toContain(entry.id);
    await client.history.undo();
    expect(await totalOf(line.id)).toBe(sum([before, -5]));
    await client.history.undo();
    expect(await totalOf(line.id)).toBe(before);
  });

  it('只增不改：单条修改、批量修改、删除、批量删除都拒绝，原来的一笔不动', async () => {
    const { client } = desk;
    const { records } = await client.records.list({ kind: 'scoreEntry', full: true });
    const [one] = records;
    if (!one) throw new Error('the sample has manual entries');
    const attempts = [
      client.records.save({ kind: 'scoreEntry', id: one.id, values: { points: 50 } }),
      client.records.remove({ kind: 'scoreEntry', id: one.id }),
      client.batch.run({ update: [{ kind: 'scoreEntry', id: one.id, values: { points: 50 } }] }),
      client.batch.run({ remove: [{ kind: 'scoreEntry', id: one.id }] }),
    ];
    for (const attempt of attempts) {
      const { code, message } = await refusalOf(attempt);
      expect(code).toBe('conflict');
      expect(message).toContain('人工计分只增不改，请用冲销');
    }
    expect((await client.records.get({ kind: 'scoreEntry', id: one.id })).record.values).toEqual(one.values);
  });

  it('表格里的一行照样收：写姓名、方案的名称、分值', async () => {
    const { client } = desk;
    const line = (await client.scores.ranking(which)).lines.find(({ title }) => !title.includes('（'));
    const before = await totalOf(line?.id ?? '');
    const texts = { member: line?.title ?? '', scheme: '委员履职量化考核（默认方案）', item: 'X6' };
    const rest = { on: '2024年3月5日', points: '-5', reason: '数据失实', approver: '主席会议' };
    const { added } = await client.batch.run({ add: [{ kind: 'scoreEntry', texts: { ...texts, ...rest } }] });
    expect(added).toHaveLength(1);
    expect(await totalOf(line?.id ?? '')).toBe(sum([before, -5]));
    await client.history.undo();
    expect(await totalOf(line?.id ?? '')).toBe(before);
  });

  it('没有理由、没有批准人、两个对象、方案里没有的项目都不收', async () => {
    const { client } = desk;
    const line = await busiest();
    const good = { scheme: SCHEME, subject: line.id, item: 'X6', on: '2024-09-03', points: -5 };
    for (const bad of [
      { ...good, reason: '', approver: '主席会议' },
      { ...good, reason: '失实', approver: ' ' },
      { ...good, item: 'Q9', reason: '失实', approver: '主席会议' },
    ])
      expect((await refusalOf(client.scores.addEntry(bad))).code).toBe('invalid');
    const street = (await client.records.list({ kind: 'subdistrictOffice' })).records[0];
    const both = await refusalOf(
      client.records.save({
        kind: 'scoreEntry',
        values: {
          ...{ member: line.id, subdistrictOffice: street?.id, scheme: SCHEME, item: 'X6' },
          ...{ on: '2024-09-03', points: -5, reason: '失实', approver: '主席会议' },
        },
      }),
    );
    expect(both.message).toContain('一笔只能计给一个对象');
  });
});
