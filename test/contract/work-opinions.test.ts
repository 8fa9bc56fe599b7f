import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../shared/records/record.ts';
import { movesIn } from '../support/moves.ts';
import { startOffice, type TestOffice } from '../support/office.ts';

const TODAY = '2024-12-06';
let office: TestOffice;
const ids: Record<string, string> = {};
const { save, values, move, stateOf } = movesIn(() => office);

beforeAll(async () => {
  office = await startOffice({ now: new Date(`${TODAY}T09:30:00+08:00`) });
  ids.term = (await office.client.records.list({ kind: 'term' })).records[0]?.id ?? '';
  const person = await save('person', { name: '赵一', sex: '男' });
  ids.赵一 = await save('member', { person, term: ids.term });
  ids.局 = await save('organisation', { name: '甲教育局' });
});
afterAll(() => office.end());
beforeEach(async () => {
  await office.client.preferences.save({ operator: '王经办' });
});

const received = (rawTitle: string, more: Values = {}) =>
  save('opinion', { rawTitle, receivedOn: '2024-05-06', lead: ids.赵一, state: '登记', ...more });

async function signed(title: string, more: Values = {}): Promise<string> {
  const id = await received(title, more);
  await move('opinion', id, 'screen');
  await move('opinion', id, 'select');
  await move('opinion', id, 'edit');
  await move('opinion', id, 'sendToCheck', { values: { title, problem: '有困难。', advice: '请想办法。' } });
  await move('opinion', id, 'sign');
  return id;
}

const overview = (year = 2024) => office.client.workOpinions.overview({ year });
const step = async (id: string) => (await overview()).funnel.find((one) => one.id === id)?.ids ?? [];

describe('漏斗', () => {
  it('没有的年份：每一级是零，没有对不上的', async () => {
    const data = await overview(1999);
    expect(data.funnel.map(({ ids: of }) => of.length)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(data.breaches).toEqual([]);
  });

  it('按收稿年份，一级比一级窄；送区里的不算上报', async () => {
    ids.plain = await received('只收了一条');
    ids.city = await signed('市里采用的一条', { sourceUnit: ids.局 });
    await move('opinion', ids.city, 'report', { on: TODAY });
    await move('opinion', ids.city, 'cityAdopt', { on: TODAY });
    ids.toLeaders = await signed('送了区里的一条');
    await move('opinion', ids.toLeaders, 'publish', { on: TODAY });
    await move('opinion', ids.toLeaders, 'toLeaders', { on: TODAY });
    await received('去年收的', { receivedOn: '2023-12-31' });
    expect((await step('collected')).length).toBe(3);
    expect(await step('published')).toEqual([ids.toLeaders]);
    expect(await step('reported')).toEqual([ids.city]);
    expect(await step('city')).toEqual([ids.city]);
    expect(await step('province')).toEqual([]);
    const member = (await overview()).members.find(({ key }) => key === ids.赵一);
    expect(member).toMatchObject({ label: '赵一', kind: 'member' });
    expect(member?.columns.collected?.length).toBe(3);
    expect((await overview()).units[0]).toMatchObject({ label: '甲教育局', columns: { city: [ids.city] } });
  });

  it('对不上的点名说是哪一条、怎么改，改好就没有了', async () => {
    ids.broken = await received('没报送就采用', {
      adoptions: [{ level: '市', action: '采用', on: '2024-06-01' }],
    });
    const found = (await overview()).breaches.filter(({ id }) => id === ids.broken);
    expect(found).toMatchObject([{ what: expect.stringContaining('没有报送'), field: 'adoptions' }]);
    await save(
      'opinion',
      {
        adoptions: [
          { level: '市', action: '报送', on: '2024-05-20' },
          { level: '市', action: '采用', on: '2024-06-01' },
        ],
      },
      ids.broken,
    );
    expect((await overview()).breaches.filter(({ id }) => id === ids.broken)).toEqual([]);
    const direct = await received('直报省里的', {
      adoptions: [
        { level: '省', action: '报送', on: '2024-05-20' },
        { level: '省', action: '采用', on: '2024-06-01' },
      ],
    });
    expect((await overview()).breaches.some(({ id }) => id === direct)).toBe(true);
    await save('opinion', { exceptionNote: '省里约稿' }, direct);
    expect((await overview()).breaches.some(({ id }) => id === direct)).toBe(false);
  });

  it('没有收稿日期的也点名', async () => {
    const id = await save('opinion', { rawTitle: '没写日期', state: '登记' });
    expect((await overview()).breaches.find((one) => one.id === id)?.what).toContain('没有收稿日期');
    await office.client.history.undo({});
  });
});

describe('期刊组期', () => {
  it('编一期：期次、条目、编发记录、状态一次写成，一步撤销全部回去', async () => {
    const first = await signed('第一条');
    const second = await signed('第二条');
    const draft = await office.client.workOpinions.issueDraft({ publication: '信息专刊', year: 2024 });
    expect(draft.number).toBe(1);
    expect(draft.candidates.filter(({ placing }) => placing === 'moves').map(({ id }) => id)).toEqual([first, second]);
    // The city took it without its ever having been printed here: it may stand in the issue and stays where it is.
    expect(draft.candidates.find(({ id }) => id === ids.city)?.placing).toBe('stays');
    const before = await Promise.all([first, second, ids.city ?? ''].map((id) => values('opinion', id)));
    const done = await office.client.workOpinions.publish({
      publication: '信息专刊',
      year: 2024,
      printedOn: TODAY,
      signer: '孙副主席',
      receivers: [{ label: '报', text: '区委' }],
      opinions: [second, first, ids.city ?? ''],
    });
    expect(done).toMatchObject({ title: '信息专刊 2024年第1期', moved: 2, stayed: 1 });
    expect(await values('bulletin', done.id)).toMatchObject({
      number: 1,
      year: 2024,
      supplement: false,
      signer: '孙副主席',
      state: '组稿',
      receivers: [{ label: '报', text: '区委' }],
      items: [
        { opinion: second, order: 1 },
        { opinion: first, order: 2 },
        { opinion: ids.city, order: 3 },
      ],
    });
    expect(await stateOf('opinion', first)).toBe('已编发');
    expect(await stateOf('opinion', ids.city ?? '')).toBe('市采用');
    for (const id of [first, second, ids.city ?? '']) {
      expect((await values('opinion', id)).adoptions).toContainEqual(
        expect.objectContaining({ level: '区', action: '编发本级专刊', publication: '信息专刊2024年第1期', on: TODAY }),
      );
    }
    expect((await office.client.workOpinions.issueDraft({ publication: '信息专刊', year: 2024 })).number).toBe(2);
    await office.client.history.undo({});
    const after = await Promise.all([first, second, ids.city ?? ''].map((id) => values('opinion', id)));
    expect(after).toEqual(before);
    expect((await office.client.records.list({ kind: 'bulletin' })).total).toBe(0);
    await office.client.history.redo({});
    expect(await stateOf('opinion', second)).toBe('已编发');
  });

  it('增刊和别的刊名各编各的号，下一年从头编', async () => {
    const issue = (publication: string, year = 2024) => office.client.workOpinions.issueDraft({ publication, year });
    expect((await issue('信息专刊')).number).toBe(2);
    expect((await issue('增刊')).number).toBe(1);
    expect((await issue('委员建言')).number).toBe(1);
    expect((await issue('信息专刊', 2025)).number).toBe(1);
    const own = await office.client.workOpinions.issueDraft({ publication: '信息专刊', year: 2024, supplement: true });
    expect(own.number).toBe(1);
  });

  it('没签发的不能编，期号重了也不行，都什么也不写', async () => {
    const early = await received('还没签发');
    const publish = (opinions: string[], number?: number) =>
      office.client.workOpinions.publish({
        publication: '信息专刊',
        year: 2024,
        printedOn: TODAY,
        opinions,
        ...(number ? { number } : {}),
      });
    await expect(publish([early])).rejects.toThrow(/还没签发.*签发以后才能编入/);
    const ready = await signed('等着编的');
    await expect(publish([ready, early])).rejects.toThrow(/一条也没有改动/);
    expect(await stateOf('opinion', ready)).toBe('签发');
    await expect(publish([ready], 1)).rejects.toThrow();
    expect(await stateOf('opinion', ready)).toBe('签发');
    expect((await office.client.records.list({ kind: 'bulletin' })).total).toBe(1);
  });
});
