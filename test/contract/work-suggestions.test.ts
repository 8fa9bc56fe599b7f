import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Values } from '../../shared/records/record.ts';
import { movesIn } from '../support/moves.ts';
import { startOffice, type TestOffice } from '../support/office.ts';

const TODAY = '2024-12-06';
let office: TestOffice;
const ids: Record<string, string> = {};
const { save, move, stateOf } = movesIn(() => office);

beforeAll(async () => {
  office = await startOffice({ now: new Date(`${TODAY}T09:30:00+08:00`) });
  ids.event = await save('event', { category: '会议', title: '营商环境座谈会', start: '2024-10-20T09:00' });
  ids.局 = await save('organisation', { name: '甲教育局' });
});
afterAll(() => office.end());

const item = (text: string, more: Values = {}) =>
  save('suggestion', { text, event: ids.event, suggestionKind: '意见建议', state: '待转', ...more });
const overview = (year?: number) => office.client.workSuggestions.overview(year ? { year } : {});
const tally = async (id: string) => (await overview()).tallies.find((one) => one.id === id)?.ids ?? [];

describe('意见建议一览', () => {
  it('收条四种：没送的、送了还在期限里的、过了期限没签的、签了的', async () => {
    ids.fresh = await item('第一条');
    ids.sent = await item('第二条');
    ids.overdue = await item('第三条', { suggestionKind: '问题诉求' });
    ids.signed = await item('第四条');
    for (const id of [ids.sent, ids.overdue, ids.signed]) {
      await move('suggestion', id, 'transfer', { on: '2024-10-25', values: { mainUnit: ids.局 } });
    }
    await move('suggestion', ids.sent, 'deliver', { on: '2024-12-05' });
    await move('suggestion', ids.overdue, 'deliver', { on: '2024-11-20' });
    await move('suggestion', ids.signed, 'deliver', { on: '2024-10-28' });
    await move('suggestion', ids.signed, 'sign', { on: '2024-10-29', values: { receiptSigner: '李股长' } });
    expect(await tally('undelivered')).toEqual([ids.fresh]);
    expect(await tally('delivered')).toEqual([ids.sent]);
    expect(await tally('unsigned')).toEqual([ids.overdue]);
    expect(await tally('signed')).toEqual([ids.signed]);
    expect(await tally('problems')).toEqual([ids.overdue]);
    const line = (await overview()).cases.find(({ id }) => id === ids.signed);
    expect(line).toMatchObject({ receipt: '已签收', unitName: '甲教育局', seq: 4, source: `event/${ids.event}` });
    expect(line?.receiptNumber).not.toBe('');
    const unit = (await overview()).units.find(({ key }) => key === ids.局);
    expect(unit).toMatchObject({ label: '甲教育局' });
    expect(unit?.columns.all?.length).toBe(3);
    expect((await overview()).sources[0]).toMatchObject({ label: '营商环境座谈会', kind: 'event' });
    expect((await overview(1999)).cases).toEqual([]);
  });

  it('采纳率只数建议，采纳、部分采纳才算；转化成果带着出来', async () => {
    for (const [id, adoption] of [
      [ids.sent, '部分采纳'],
      [ids.signed, '列入计划'],
    ] as const) {
      await move('suggestion', id ?? '', 'reply', { values: { reply: '已研究。' } });
      await move('suggestion', id ?? '', 'adopt', { values: { adoption } });
    }
    await move('suggestion', ids.sent ?? '', 'convert', {
      rows: { conversions: [{ type: '政策文件', title: '若干措施' }] },
    });
    const share = (await overview()).shares.find(({ id }) => id === 'adopted');
    expect(share).toMatchObject({ met: [ids.sent], counts: { met: 1, of: 3 }, percent: '33.3%' });
    expect((await overview()).cases.find(({ id }) => id === ids.sent)?.conversions).toEqual([
      { type: '政策文件', title: '若干措施', on: TODAY },
    ]);
  });

  it('几条一起转办：一次写成，一步撤销', async () => {
    const [a, b] = [await item('一起转的甲'), await item('一起转的乙')];
    await move('suggestion', [a, b], 'transfer', { values: { mainUnit: ids.局 } });
    expect([await stateOf('suggestion', a), await stateOf('suggestion', b)]).toEqual(['已转办', '已转办']);
    await office.client.history.undo({});
    expect([await stateOf('suggestion', a), await stateOf('suggestion', b)]).toEqual(['待转', '待转']);
  });

  it('整段粘贴成条：序号接着编，单位按名字认，一步撤销', async () => {
    const before = (await overview()).cases.length;
    const done = await office.client.batch.run({
      label: '粘贴意见建议 2 条',
      add: [
        { kind: 'suggestion', values: { event: ids.event, text: '甲建议', suggestionKind: '意见建议' } },
        {
          kind: 'suggestion',
          values: { event: ids.event, text: '乙问题', suggestionKind: '问题诉求' },
          texts: { mainUnit: '甲教育局' },
        },
      ],
    });
    const added = (await overview()).cases.filter(({ id }) => done.added.some((one) => one.id === id));
    expect(added.map(({ seq, unitName, sourceType }) => [seq, unitName, sourceType])).toEqual([
      [before + 1, '', '会议发言'],
      [before + 2, '甲教育局', '会议发言'],
    ]);
    await office.client.history.undo({});
    expect((await overview()).cases.length).toBe(before);
  });
});
