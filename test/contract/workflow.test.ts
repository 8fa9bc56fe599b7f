import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../shared/records/record.ts';
import { movesIn } from '../support/moves.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

const TODAY = '2024-12-06';
let office: TestOffice;
const ids: Record<string, string> = {};

const { save, values, move, stateOf, blockedOf, status, tasksOf } = movesIn(() => office);
const rows = async (kind: string, id: string, field: string): Promise<readonly Values[]> =>
  ((await values(kind, id))[field] ?? []) as readonly Values[];

beforeAll(async () => {
  office = await startOffice({ now: new Date(`${TODAY}T09:30:00+08:00`) });
  ids.term = (await office.client.records.list({ kind: 'term' })).records[0]?.id ?? '';
  ids.session = await save('session', { term: ids.term, number: 3, openOn: '2024-02-26', closeOn: '2024-02-28' });
  for (const name of ['甲教育局', '乙城管局', '丙民政局']) ids[name] = await save('organisation', { name });
  for (const name of ['赵一', '钱二', '孙三']) {
    ids[`person ${name}`] = await save('person', { name, sex: '男' });
    ids[name] = await save('member', { person: ids[`person ${name}`], term: ids.term });
  }
  ids.meeting = await save('event', { category: '会议', title: '第九次常委会议', start: '2024-10-20T09:00' });
});
afterAll(() => office.end());
beforeEach(async () => {
  await office.client.rules.saveOperators({ operators: [] });
  await office.client.preferences.save({ operator: '王经办' });
});

/** A proposal as it comes in: one proposer, advice on the units. */
const paper = (title: string, more: Values = {}) =>
  save('proposal', {
    title,
    term: ids.term,
    session: ids.session,
    lead: ids.赵一,
    state: '已提交',
    submittedOn: '2024-02-27',
    ...more,
  });

async function filed(title: string, more: Values = {}): Promise<string> {
  const id = await paper(title, more);
  await move('proposal', id, 'examine', { on: '2024-03-01' });
  await move('proposal', id, '立案', { on: '2024-03-04' });
  return id;
}

const main = (role = '主办') => ({ unit: ids.甲教育局, role });
const co = () => ({ unit: ids.乙城管局, role: '会办' });

async function handedOut(title: string, units: Values[], on = '2024-03-20'): Promise<string> {
  const id = await filed(title);
  await move('proposal', id, 'assign', { on, rows: { assignments: units } });
  await move('proposal', id, 'sign', { on: '2024-03-22' });
  return id;
}

const reply = (unit: string | undefined, replyClass = 'A') => ({ rows: { replies: [{ unit, class: replyClass }] } });
const opinionOf = (member: string | undefined, result: string) => ({
  rows: { feedback: [{ member, attitude: '满意', result }] },
});

describe('提案：立案与并案', () => {
  it('几件一起立案，案号接着往下排；改了格式就按新的；重号不给', async () => {
    const first = await filed('关于甲的提案');
    expect((await values('proposal', first)).caseNumber).toBe('〔2024〕001');
    const more = [await paper('关于乙的提案'), await paper('关于丙的提案')];
    await move('proposal', more, 'examine', { on: '2024-03-01' });
    const done = await move('proposal', more, 'file', { on: '2024-03-04' });
    expect(done.moved).toBe(2);
    const numbers = await Promise.all(more.map(async (id) => (await values('proposal', id)).caseNumber));
    expect(numbers).toEqual(['〔2024〕002', '〔2024〕003']);
    expect((await values('proposal', first)).filedOn).toBe('2024-03-04');
    await office.client.rules.saveFormats({
      formats: [{ id: 'proposal.caseNumberFormat', format: '{届}-{次}-{号:4}' }],
    });
    const other = await filed('关于丁的提案');
    expect((await values('proposal', other)).caseNumber).toBe('10-3-0001');
    const twin = await paper('关于戊的提案');
    await move('proposal', twin, 'examine', { on: '2024-03-01' });
    const refusal = await refusalOf(move('proposal', twin, 'file', { values: { caseNumber: '〔2024〕001' } }));
    expect(refusal.fields.caseNumber).toContain('关于甲的提案');
    await office.client.rules.saveFormats({
      formats: [{ id: 'proposal.caseNumberFormat', format: '〔{year}〕{n:3}' }],
    });
  });

  it('并案：主案保留全部提案人，两边都有经过；一次撤销全部回来', async () => {
    const mainCase = await filed('关于校门口停车的提案');
    const second = await paper('关于学校周边停车的提案', { lead: ids.钱二 });
    const third = await paper('关于接送停车的提案', { lead: ids.孙三 });
    await move('proposal', [second, third], 'examine', { on: '2024-03-01' });
    await move('proposal', third, 'merge', { values: { mergedInto: second } });
    expect(await stateOf('proposal', third)).toBe('并案');
    // The third follows the second into the main case.
    await move('proposal', second, 'merge', { values: { mergedInto: mainCase } });
    expect((await values('proposal', third)).mergedInto).toBe(mainCase);
    const { proposers } = await values('proposal', mainCase);
    expect(proposers).toEqual(expect.arrayContaining([ids.赵一, ids.钱二, ids.孙三]));
    const log = await rows('proposal', mainCase, 'log');
    expect(log.at(-1)).toMatchObject({
      move: '并入提案',
      from: '立案',
      to: '立案',
      note: '《关于学校周边停车的提案》',
    });
    await office.client.history.undo();
    expect((await values('proposal', mainCase)).proposers).toEqual([ids.赵一]);
    expect((await values('proposal', third)).mergedInto).toBe(second);
    expect(await stateOf('proposal', second)).toBe('初审');
    await office.client.history.redo();
    await move('proposal', third, 'unmerge', { note: '案由不同' });
    expect((await values('proposal', third)).mergedInto).toBeUndefined();
    expect((await values('proposal', mainCase)).proposers).toEqual([ids.赵一, ids.钱二]);
  });

  it('不能并入自己、并入已并案的；不予立案要选原因，还要通知提案人', async () => {
    const one = await paper('关于一的提案');
    await move('proposal', one, 'examine', { on: '2024-11-20' });
    const self = await refusalOf(move('proposal', one, 'merge', { values: { mergedInto: one } }));
    expect(self.fields.mergedInto).toContain('不能并入自己');
    const none = await refusalOf(move('proposal', one, 'reject'));
    expect(none.fields.rejectReasons).toContain('请选择');
    await move('proposal', one, 'reject', { values: { rejectReasons: ['内容空泛无具体建议'] }, on: '2024-12-02' });
    const owed = () => tasksOf(one);
    expect(await owed()).toMatchObject([{ label: '通知提案人', due: '2024-12-09', days: 3, responsible: '提案委' }]);
    await move('proposal', one, 'notify');
    expect(await owed()).toEqual([]);
    expect(await blockedOf('proposal', one, 'notify')).toBe('已经通知过提案人');
  });

  it('转社情民意：生成一条信息，原文带过去，撤销就没有了', async () => {
    const one = await paper('关于转信息的提案', { category: '社会建设' });
    await move('proposal', one, 'examine');
    const { made } = await move('proposal', one, 'toOpinion');
    expect(made).toMatchObject([{ kind: 'opinion' }]);
    const opinion = await values('opinion', made[0]?.id ?? '');
    expect(opinion).toMatchObject({
      rawTitle: '关于转信息的提案',
      lead: ids.赵一,
      category: '社会建设',
      state: '登记',
    });
    expect(opinion.code).toBeDefined();
    await office.client.history.undo();
    expect((await refusalOf(values('opinion', made[0]?.id ?? ''))).code).toBe('notFound');
    expect(await stateOf('proposal', one)).toBe('初审');
  });
});

describe('提案：交办、退办、延期', () => {
  it('交办定期限：主办三个月，会办一个月；没有主办、两个主办、独办又有别人，都不行', async () => {
    const id = await filed('关于承办单位的提案');
    const wrong = async (units: Values[]) =>
      (await refusalOf(move('proposal', id, 'assign', { on: '2024-03-20', rows: { assignments: units } }))).fields;
    expect(await wrong([co()])).toMatchObject({ 'assignments.0.role': expect.stringContaining('只有会办') });
    expect(await wrong([main(), { unit: ids.丙民政局, role: '主办' }])).toMatchObject({
      'assignments.1.role': expect.stringContaining('分办'),
    });
    expect(await wrong([main('独办'), co()])).toMatchObject({ 'assignments.0.role': expect.stringContaining('独办') });
    expect(await wrong([main(), { ...co(), unit: ids.甲教育局 }])).toMatchObject({
      'assignments.1.unit': expect.stringContaining('已经在'),
    });
    await move('proposal', id, 'assign', { on: '2024-03-20', rows: { assignments: [main(), co()] } });
    expect(await rows('proposal', id, 'assignments')).toMatchObject([
      { role: '主办', handedOn: '2024-03-20', due: '2024-06-20', state: '待签收' },
      { role: '会办', due: '2024-04-20', state: '待签收' },
    ]);
  });

  it('没填单位就按建议承办单位；期限由办公室改，以后按改过的算', async () => {
    await office.client.rules.savePeriods({
      periods: [{ id: 'proposal.reply', label: '', amount: 2, unit: 'month' }],
    });
    const id = await filed('关于建议承办的提案', { advisedUnits: [ids.甲教育局], advisedCoUnits: [ids.乙城管局] });
    await move('proposal', id, 'assign', { on: '2024-08-31' });
    expect(await rows('proposal', id, 'assignments')).toMatchObject([
      { unit: ids.甲教育局, role: '主办', due: '2024-10-31' },
      { unit: ids.乙城管局, role: '会办', due: '2024-09-30' },
    ]);
    const { periods } = await office.client.rules.get();
    expect(periods.find((period) => period.id === 'proposal.reply')).toMatchObject({ amount: 2, preset: 3 });
    await office.client.rules.savePeriods({ periods: [] });
  });

  it('退办只在十个工作日内，调休上班的也算；改由别家承办，旧的一行留着', async () => {
    const id = await filed('关于退办的提案');
    // Ten working days after Friday 27 September 2024: the 29th and 12 October are worked, the 1st to 7th are off.
    await move('proposal', id, 'assign', { on: '2024-09-27', rows: { assignments: [main()] } });
    const given = { rows: { assignments: [{ unit: ids.甲教育局, returnReason: '不属本单位职责' }] } };
    expect(await blockedOf('proposal', id, 'return')).toContain('2024-10-16');
    expect((await refusalOf(move('proposal', id, 'return', { ...given, on: '2024-10-17' }))).message).toContain(
      '10个工作日',
    );
    await move('proposal', id, 'return', { ...given, on: '2024-10-16' });
    expect(await stateOf('proposal', id)).toBe('退办异议');
    await move('proposal', id, 'reassign', {
      on: '2024-10-20',
      rows: { assignments: [{ unit: ids.丙民政局, role: '独办' }] },
    });
    expect(await rows('proposal', id, 'assignments')).toMatchObject([
      { unit: ids.甲教育局, state: '退办申请', returnedOn: '2024-10-16', returnResult: '同意退办，改由丙民政局承办' },
      { unit: ids.丙民政局, state: '待签收', handedOn: '2024-10-20', due: '2025-01-20' },
    ]);
    const mine = await tasksOf(id);
    expect(mine.map(({ label, responsible }) => [label, responsible])).toEqual([
      ['签收（退办）期限', '丙民政局'],
      ['答复期限', '丙民政局'],
    ]);
  });

  it('延期最长到交办后六个月，要有理由和批准人', async () => {
    const id = await handedOut('关于延期的提案', [main()]);
    const ask = (row: Values) =>
      move('proposal', id, 'extend', { rows: { assignments: [{ unit: ids.甲教育局, ...row }] }, on: '2024-06-01' });
    const whole = { extensionReason: '资金未到', extensionApprover: '李分管' };
    expect((await refusalOf(ask({ ...whole, extendedTo: '2024-09-21' }))).fields).toMatchObject({
      'assignments.0.extendedTo': expect.stringContaining('2024-09-20'),
    });
    expect((await refusalOf(ask({ extendedTo: '2024-09-20' }))).fields).toMatchObject({
      'assignments.0.extensionReason': expect.any(String),
      'assignments.0.extensionApprover': expect.any(String),
    });
    await ask({ ...whole, extendedTo: '2024-09-20' });
    const now = await status('proposal', id);
    expect(now.state).toBe('办理中');
    expect(now.deadlines.find(({ label }) => label === '答复期限')).toMatchObject({ due: '2024-09-20', days: -77 });
  });
});

describe('提案：答复到归档', () => {
  it('每家都答复才算已答复；审核、征询每一名提案人；不满意重办；都好了才办结', async () => {
    const mergedCase = await paper('关于并过来的提案', { lead: ids.钱二 });
    const id = await handedOut('关于完整一生的提案', [main('分办'), { unit: ids.丙民政局, role: '分办' }]);
    await move('proposal', mergedCase, 'examine', { on: '2024-03-05' });
    await move('proposal', mergedCase, 'merge', { values: { mergedInto: id }, on: '2024-03-05' });
    await move('proposal', id, 'reply', { ...reply(ids.甲教育局), on: '2024-05-10' });
    expect(await stateOf('proposal', id)).toBe('办理中');
    const again = await refusalOf(move('proposal', id, 'reply', { ...reply(ids.甲教育局) }));
    expect(again.fields['replies.0.unit']).toContain('已经答复');
    await move('proposal', id, 'reply', { ...reply(ids.丙民政局, 'B'), on: '2024-06-10' });
    expect(await stateOf('proposal', id)).toBe('已答复');
    expect(await blockedOf('proposal', id, 'ask')).toContain('没有审核通过');
    await move('proposal', id, 'sendReplyBack', {
      rows: { replies: [{ unit: ids.甲教育局, reviewNote: '没有针对提案' }] },
      on: '2024-06-12',
    });
    expect(await stateOf('proposal', id)).toBe('答复退回');
    await move('proposal', id, 'reply', { ...reply(ids.甲教育局), on: '2024-06-15' });
    await move('proposal', id, 'approve', { on: '2024-06-17' });
    await move('proposal', id, 'ask', { on: '2024-06-18' });
    await move('proposal', id, 'feedback', { ...opinionOf(ids.赵一, '不满意'), on: '2024-06-20' });
    expect(await blockedOf('proposal', id, 'close')).toBe('还没有征询：钱二');
    await move('proposal', id, 'feedback', { ...opinionOf(ids.钱二, '满意'), on: '2024-06-21' });
    expect(await blockedOf('proposal', id, 'close')).toContain('重新办理');
    await move('proposal', id, 'redo', { on: '2024-06-25' });
    const redo = (await status('proposal', id)).deadlines;
    expect(redo.filter(({ label }) => label === '重新办理期限').map(({ due }) => due)).toEqual([
      '2024-07-25',
      '2024-07-25',
    ]);
    await move('proposal', id, 'reply', { ...reply(ids.甲教育局), on: '2024-07-10' });
    await move('proposal', id, 'reply', { ...reply(ids.丙民政局, 'B'), on: '2024-07-10' });
    await move('proposal', id, 'approve', { on: '2024-07-11' });
    await move('proposal', id, 'ask', { on: '2024-07-11' });
    // The second round asks everyone once more.
    expect(await blockedOf('proposal', id, 'close')).toBe('还没有征询：赵一、钱二');
    await move('proposal', id, 'feedback', { ...opinionOf(ids.赵一, '基本满意'), on: '2024-07-15' });
    await move('proposal', id, 'feedback', { ...opinionOf(ids.钱二, '满意'), on: '2024-07-15' });
    await move('proposal', id, 'close', { on: '2024-07-20' });
    expect(await blockedOf('proposal', id, 'archive')).toContain('跟踪');
    await move('proposal', id, 'track', { on: '2024-07-20' });
    expect(await blockedOf('proposal', id, 'archive')).toContain('回头看');
    await move('proposal', id, 'lookBack', {
      rows: { followUps: [{ form: '回头看', result: '已落实' }] },
      on: '2024-11-01',
    });
    await move('proposal', id, 'archive');
    const now = await status('proposal', id);
    expect(now.state).toBe('归档');
    expect(now.deadlines).toEqual([]);
    expect((await rows('proposal', id, 'replies')).map(({ round, review }) => [round, review])).toEqual([
      [1, '退回重办'],
      [1, '通过'],
      [1, '通过'],
      [2, '通过'],
      [2, '通过'],
    ]);
    expect(now.log.at(-1)).toEqual({ on: TODAY, move: '归档', from: '跟踪', to: '归档', by: '王经办' });
  });

  it('会办单位送会办意见，不答复提案人', async () => {
    const id = await handedOut('关于会办的提案', [main(), co()]);
    const refusal = await refusalOf(move('proposal', id, 'reply', reply(ids.乙城管局)));
    expect(refusal.fields['replies.0.unit']).toContain('会办意见');
    await move('proposal', id, 'coOpinion', { on: '2024-04-10' });
    const now = await status('proposal', id);
    expect(now.deadlines.find(({ label }) => label === '会办意见期限')).toMatchObject({
      due: '2024-04-20',
      doneOn: '2024-04-10',
    });
    expect(await blockedOf('proposal', id, 'coOpinion')).toContain('没有要送');
  });
});
