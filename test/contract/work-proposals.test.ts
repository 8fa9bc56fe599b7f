import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../shared/records/record.ts';
import { movesIn } from '../support/moves.ts';
import { startOffice, type TestOffice } from '../support/office.ts';

const TODAY = '2024-12-06';
let office: TestOffice;
const ids: Record<string, string> = {};
const { save, values, move } = movesIn(() => office);

beforeAll(async () => {
  office = await startOffice({ now: new Date(`${TODAY}T09:30:00+08:00`) });
  ids.term = (await office.client.records.list({ kind: 'term' })).records[0]?.id ?? '';
  ids.session = await save('session', { term: ids.term, number: 3, openOn: '2024-02-26', closeOn: '2024-02-28' });
  ids.sector = await save('sector', { term: ids.term, name: '航天' });
  for (const name of ['甲教育局', '乙城管局']) ids[name] = await save('organisation', { name });
  for (const name of ['赵一', '钱二']) {
    const person = await save('person', { name, sex: '男' });
    ids[name] = await save('member', { person, term: ids.term, sector: ids.sector });
  }
});
afterAll(() => office.end());
beforeEach(async () => {
  await office.client.rules.saveOperators({ operators: [] });
  await office.client.preferences.save({ operator: '王经办' });
});

const paper = (title: string, more: Values = {}) =>
  save('proposal', {
    title,
    term: ids.term,
    session: ids.session,
    lead: ids.赵一,
    category: '社会建设',
    state: '已提交',
    submittedOn: '2024-02-27',
    ...more,
  });

/** Filed, and handed out to units on the day given. */
async function handed(title: string, on: string, units: Values[], more: Values = {}): Promise<string> {
  const id = await paper(title, more);
  await move('proposal', id, 'examine', { on: '2024-03-01' });
  await move('proposal', id, 'file', { on: '2024-03-04' });
  await move('proposal', id, 'assign', { on, rows: { assignments: units } });
  await move('proposal', id, 'sign', { on });
  return id;
}

const overview = () => office.client.workProposals.overview({ session: ids.session });
const tallyOf = async (id: string) => (await overview()).tallies.find((one) => one.id === id)?.ids ?? [];
const shareOf = async (id: string) => (await overview()).shares.find((one) => one.id === id);

describe('提案一览', () => {
  it('没有提案的库也答得出，列都在，率不写', async () => {
    const empty = await startOffice({ now: new Date(`${TODAY}T09:30:00+08:00`) });
    const data = await empty.client.workProposals.overview({});
    expect(data.cases).toEqual([]);
    expect(data.board.map(({ label }) => label)).toContain('征询意见');
    expect(data.shares.map(({ percent }) => percent)).toEqual(['', '', '', '']);
    await empty.end();
  });

  it('一年的几件：收件、立案、并案各是哪些，期限内答复的才算办复，征询和当面各按口径', async () => {
    const main = { unit: ids.甲教育局, role: '主办' };
    ids.onTime = await handed('关于增加学位的提案', '2024-03-20', [main]);
    await move('proposal', ids.onTime, 'reply', {
      on: '2024-05-20',
      rows: { replies: [{ unit: ids.甲教育局, class: 'A', contactWays: ['走访面谈'] }] },
    });
    await move('proposal', ids.onTime, 'approve', { on: '2024-05-22' });
    await move('proposal', ids.onTime, 'ask', { on: '2024-05-23' }).catch(() => undefined);
    ids.tooLate = await handed('关于校门口停车的提案', '2024-03-20', [main]);
    await move('proposal', ids.tooLate, 'reply', {
      on: '2024-06-21',
      rows: { replies: [{ unit: ids.甲教育局, class: 'B', contactWays: ['电话'] }] },
    });
    ids.owing = await handed('关于背街小巷照明的提案', '2024-03-20', [
      { unit: ids.乙城管局, role: '主办' },
      { unit: ids.甲教育局, role: '会办' },
    ]);
    ids.follower = await paper('关于增加学位供给的提案', { lead: ids.钱二 });
    await move('proposal', ids.follower, 'examine', { on: '2024-03-01' });
    await move('proposal', ids.follower, 'merge', { values: { mergedInto: ids.onTime } });
    ids.draft = await save('proposal', { title: '还没写好', session: ids.session, lead: ids.钱二, state: '草稿' });

    expect((await tallyOf('received')).sort()).toEqual([ids.onTime, ids.tooLate, ids.owing, ids.follower].sort());
    expect((await tallyOf('filed')).sort()).toEqual([ids.onTime, ids.tooLate, ids.owing].sort());
    expect(await tallyOf('merged')).toEqual([ids.follower]);
    expect(await tallyOf('toLookBack')).toEqual([ids.tooLate]);
    const answered = await shareOf('answered');
    expect(answered).toMatchObject({ met: [ids.onTime], percent: '33.3%', counts: { met: 1, of: 3 } });
    expect(await shareOf('faceToFace')).toMatchObject({ met: [ids.onTime], percent: '33.3%' });
    expect(await shareOf('satisfied')).toMatchObject({ of: [], percent: '' });
  });

  it('采纳率按逐条登记的算，没有逐条的按件上填的条数', async () => {
    await save('proposal', { suggestionCount: 4, adoptedCount: 3 }, ids.tooLate);
    for (const adoption of ['采纳', '列入计划']) {
      await save('suggestion', {
        text: `${adoption}的一条`,
        proposal: ids.onTime,
        adoption,
        suggestionKind: '意见建议',
      });
    }
    expect(await shareOf('adopted')).toMatchObject({ counts: { met: 4, of: 6 }, percent: '66.7%' });
  });

  it('看板里先到期的在前，单位、类别的分布点开都是那几件', async () => {
    const data = await overview();
    const handling = data.board.find(({ id }) => id === 'handling');
    expect(handling?.ids).toEqual([ids.owing]);
    const card = data.cases.find(({ id }) => id === ids.owing);
    expect(card).toMatchObject({ state: '办理中', units: '乙城管局' });
    expect(card?.days).toBeLessThan(0);
    const unit = data.byUnit.find(({ key }) => key === ids.甲教育局);
    expect(unit).toMatchObject({ label: '甲教育局', kind: 'organisation' });
    expect(unit?.columns).toMatchObject({ helping: [ids.owing] });
    expect(unit?.columns.answered?.slice().sort()).toEqual([ids.onTime, ids.tooLate].sort());
    expect(data.byUnit.find(({ key }) => key === ids.乙城管局)?.columns.late).toEqual([ids.owing]);
    expect(data.sectors[0]).toMatchObject({ label: '航天' });
    const only = await office.client.workProposals.overview({ session: ids.session, unit: ids.乙城管局 });
    expect(only.cases.map(({ id }) => id)).toEqual([ids.owing]);
  });
});

describe('催办', () => {
  it('一次催几家：每件各家一笔书面催办、记进办理经过，一步撤销全没有了', async () => {
    const owed = (await overview()).owed.filter(({ id, unit }) => id === ids.owing && unit);
    expect(owed.map(({ label }) => label).sort()).toEqual(['会办意见期限', '答复期限']);
    const before = await values('proposal', ids.owing ?? '');
    const done = await office.client.workProposals.urge({
      items: owed.map(({ id, unit }) => ({ id, ...(unit ? { unit } : {}) })),
      note: '请尽快答复',
    });
    expect(done).toMatchObject({ urged: 2, cases: 1 });
    const after = await values('proposal', ids.owing ?? '');
    expect(after.followUps).toEqual([
      expect.objectContaining({ form: '书面催办', on: TODAY, problem: '请尽快答复' }),
      expect.objectContaining({ form: '书面催办', on: TODAY, problem: '请尽快答复' }),
    ]);
    expect((after.followUps as Values[]).map(({ unit }) => unit).sort()).toEqual([ids.甲教育局, ids.乙城管局].sort());
    expect((after.log as Values[]).at(-1)).toMatchObject({ move: '督办', to: '办理中' });
    expect(after.state).toBe(before.state);
    const again = (await overview()).owed.find(({ id, unit }) => id === ids.owing && unit === ids.乙城管局);
    expect(again).toMatchObject({ urged: 1, urgedOn: TODAY });
    await office.client.history.undo({});
    expect(await values('proposal', ids.owing ?? '')).toEqual(before);
  });

  it('有一件不能催，全都不写，说是哪一件', async () => {
    const before = await values('proposal', ids.owing ?? '');
    const items = [{ id: ids.owing ?? '', unit: ids.乙城管局 }, { id: ids.follower ?? '' }];
    await expect(office.client.workProposals.urge({ items })).rejects.toThrow(/关于增加学位供给的提案.*一条也没有改动/);
    expect(await values('proposal', ids.owing ?? '')).toEqual(before);
  });
});

describe('一件的办理经过', () => {
  it('各家一道：签收、答复、会办，欠着的带期限；并进来的提案人也在要征询的人里', async () => {
    const owing = await office.client.workProposals.timeline({ id: ids.owing ?? '' });
    expect(owing.lanes.map(({ name, role }) => [name, role])).toEqual([
      ['乙城管局', '主办'],
      ['甲教育局', '会办'],
    ]);
    const [lane, helper] = owing.lanes;
    expect(lane?.steps.at(-1)).toMatchObject({ label: '答复', due: '2024-06-20', late: true });
    expect(lane?.steps.at(-1)).not.toHaveProperty('on');
    expect(helper?.steps.at(-1)).toMatchObject({ label: '会办意见', due: '2024-04-20', late: true });
    expect(owing.owed.length).toBe(2);

    const main = await office.client.workProposals.timeline({ id: ids.onTime ?? '' });
    expect(main.merged.map(({ id }) => id)).toEqual([ids.follower]);
    expect(main.proposers.map(({ title }) => title)).toEqual(['赵一', '钱二']);
    const reply = main.lanes[0]?.steps.find(({ label }) => label === '答复');
    expect(reply).toMatchObject({ on: '2024-05-20', due: '2024-06-20' });
    expect(reply).not.toHaveProperty('late');
    const follower = await office.client.workProposals.timeline({ id: ids.follower ?? '' });
    expect(follower.mergedInto?.id).toBe(ids.onTime);
    expect(follower.stages.at(-1)).toMatchObject({ label: '并案' });
  });

  it('双向评价各一边，互不混在一起', async () => {
    await save(
      'proposal',
      {
        evaluations: [
          { direction: '提案质量', unit: ids.甲教育局, score: 92, grade: '优秀' },
          { direction: '办理质量', member: ids.赵一, score: 80, grade: '良好' },
        ],
      },
      ids.onTime,
    );
    const data = await office.client.workProposals.timeline({ id: ids.onTime ?? '' });
    expect(data.ofProposal).toEqual([{ by: '甲教育局', score: 92, grade: '优秀' }]);
    expect(data.ofHandling).toEqual([{ by: '赵一', score: 80, grade: '良好' }]);
  });
});
