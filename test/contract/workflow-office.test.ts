import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { movesIn } from '../support/moves.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

const TODAY = '2024-12-06';
let office: TestOffice;
const ids: Record<string, string> = {};

const { save, values, move, stateOf, blockedOf, status, tasksOf } = movesIn(() => office);

beforeAll(async () => {
  office = await startOffice({ now: new Date(`${TODAY}T09:30:00+08:00`) });
  ids.term = (await office.client.records.list({ kind: 'term' })).records[0]?.id ?? '';
  ids.unit = await save('organisation', { name: '甲教育局' });
  ids.meeting = await save('event', { category: '会议', title: '第九次常委会议', start: '2024-10-20T09:00' });
});
afterAll(() => office.end());
beforeEach(async () => {
  await office.client.rules.saveOperators({ operators: [] });
  await office.client.preferences.save({ operator: '王经办' });
});

describe('社情民意', () => {
  async function signed(): Promise<string> {
    const id = await save('opinion', {
      rawTitle: '停车难',
      leadName: '热心群众',
      receivedOn: '2024-11-01',
      sourceKind: '群众',
    });
    for (const step of ['screen', 'select', 'edit']) await move('opinion', id, step);
    const refusal = await refusalOf(move('opinion', id, 'sendToCheck', { values: { problem: '难' } }));
    expect(Object.keys(refusal.fields)).toEqual(['advice']);
    await move('opinion', id, 'sendToCheck', { values: { problem: '难', advice: '建' } });
    expect((await values('opinion', id)).title).toBe('停车难');
    await move('opinion', id, 'sign');
    return id;
  }

  it('漏斗：没报送不能登记采用；越级要写说明；采用层层登记，行自己补齐', async () => {
    const id = await signed();
    await move('opinion', id, 'publish', { rows: { adoptions: [{ publication: '第3期' }] } });
    expect(await blockedOf('opinion', id, 'cityAdopt')).toContain('必须先报送');
    const direct = await refusalOf(move('opinion', id, 'reportProvince'));
    expect(direct.fields.exceptionNote).toContain('市里还没有采用');
    await move('opinion', id, 'report', { on: '2024-11-20' });
    expect(await stateOf('opinion', id)).toBe('已报送');
    await move('opinion', id, 'cityAdopt', { rows: { adoptions: [{ way: '综合', publication: '市专刊' }] } });
    expect(await stateOf('opinion', id)).toBe('市采用');
    await move('opinion', id, 'reportProvince');
    expect(await stateOf('opinion', id)).toBe('市采用');
    expect((await values('opinion', id)).adoptions).toMatchObject([
      { level: '区', action: '编发本级专刊', publication: '第3期', way: '单篇', on: TODAY },
      { level: '市', action: '报送', body: '市政协', on: '2024-11-20' },
      { level: '市', action: '采用', way: '综合', publication: '市专刊' },
      { level: '省', action: '报送', body: '省政协' },
    ]);
  });

  it('有敏感标注不能拟用；转办要回函，批示批转了要反馈，作者要告诉', async () => {
    const marked = await save('opinion', {
      rawTitle: '举报',
      leadName: '某人',
      receivedOn: '2024-11-01',
      sourceKind: '群众',
    });
    await move('opinion', marked, 'screen', { values: { sensitivity: ['指名举报'] } });
    expect(await blockedOf('opinion', marked, 'select')).toContain('指名举报');
    const id = await signed();
    await move('opinion', id, 'publish', { on: '2024-12-02' });
    await move('opinion', id, 'transfer', { rows: { transfers: [{ unit: ids.unit }] }, on: '2024-12-02' });
    await move('opinion', id, 'instruction', {
      rows: { instructions: [{ leader: '张区长', text: '请研究', forwardedTo: ids.unit }] },
      on: '2024-12-03',
    });
    expect((await tasksOf(id)).map(({ label, due, responsible }) => [label, due, responsible])).toEqual([
      ['反馈作者', '2024-12-16', '研究室'],
      ['转办回函', '2025-01-01', '甲教育局'],
      ['批示办理反馈', '2025-01-02', '甲教育局'],
    ]);
    expect(await blockedOf('opinion', id, 'close')).toContain('没有回函');
    await move('opinion', id, 'transferReply', { rows: { transfers: [{ unit: ids.unit, result: '采纳' }] } });
    await move('opinion', id, 'instructionReply', { rows: { instructions: [{ leader: '张区长', feedback: '已办' }] } });
    await move('opinion', id, 'notify');
    expect(await tasksOf(id)).toEqual([]);
    await move('opinion', id, 'close');
  });
});

describe('协商议题、意见建议', () => {
  it('四单：没有协商会不能形成意见；群众不满意要重办', async () => {
    const id = await save('topic', { title: '夜间停车', source: '群众点单', raisedOn: '2024-10-01' });
    const person = await save('person', { name: '周八', sex: '女' });
    const member = await save('member', { person, term: ids.term });
    await move('topic', id, 'sort');
    await move('topic', id, 'list');
    await move('topic', id, 'claim', { values: { claimedBy: [member], convenor: '陈召集' } });
    await move('topic', id, 'plan', { values: { plannedQuarter: '2024年第四季度' } });
    expect(await tasksOf(id)).toMatchObject([{ label: '计划协商', due: '2024-12-31', responsible: '陈召集' }]);
    await move('topic', id, 'invite', { values: { units: [ids.unit] } });
    await move('topic', id, 'consult');
    expect(await blockedOf('topic', id, 'conclude')).toContain('还没有协商会议');
    await save('event', { category: '协商', title: '议事会', start: '2024-11-20T09:00', topics: [id] });
    for (const step of ['conclude', 'handOver', 'handle', 'done', 'feedback']) await move('topic', id, step);
    await move('topic', id, 'evaluate', { values: { satisfaction: '不满意' } });
    await move('topic', id, 'redo');
    expect(await stateOf('topic', id)).toBe('办理中');
  });

  it('议题转提案线索：生成一件草稿提案', async () => {
    const id = await save('topic', { title: '建口袋公园', source: '群众点单', raisedOn: '2024-10-01' });
    await move('topic', id, 'sort');
    const { made } = await move('topic', id, 'toProposal');
    expect(await values('proposal', made[0]?.id ?? '')).toMatchObject({
      title: '建口袋公园',
      state: '草稿',
      origin: '群众线索',
      term: ids.term,
    });
  });

  it('收条：会后五个工作日内送达，签收给编号，六十天内答复；未采纳要写原因', async () => {
    const id = await save('suggestion', { text: '增设护学岗', event: ids.meeting, suggestionKind: '意见建议' });
    // Five working days after Sunday 20 October.
    expect(await tasksOf(id)).toMatchObject([{ label: '转办期限', due: '2024-10-25', responsible: '办公室' }]);
    await move('suggestion', id, 'transfer', { values: { mainUnit: ids.unit }, on: '2024-10-24' });
    await move('suggestion', id, 'deliver', { on: '2024-10-25' });
    const none = await refusalOf(move('suggestion', id, 'sign', { on: '2024-10-28' }));
    expect(Object.keys(none.fields)).toEqual(['receiptSigner']);
    await move('suggestion', id, 'sign', { values: { receiptSigner: '刘科长' }, on: '2024-10-28' });
    expect(await values('suggestion', id)).toMatchObject({
      due: '2024-12-23',
      deliveredOn: '2024-10-25',
      receiptOn: '2024-10-28',
      receiptNumber: '收〔2024〕0001',
      receiptState: '已签收',
      state: '办理中',
    });
    expect(await tasksOf(id)).toMatchObject([
      { label: '答复期限', due: '2024-12-23', days: 17, responsible: '甲教育局' },
    ]);
    await move('suggestion', id, 'reply', { values: { reply: '已纳入计划' } });
    const reason = await refusalOf(move('suggestion', id, 'adopt', { values: { adoption: '未采纳' } }));
    expect(Object.keys(reason.fields)).toEqual(['notAdoptedReason']);
    await move('suggestion', id, 'adopt', { values: { adoption: '列入计划' } });
    expect(await stateOf('suggestion', id)).toBe('跟踪');
  });
});

describe('委员、制度、来稿', () => {
  it('退出要有日期、原因、会议；撤回请辞就清掉原因', async () => {
    const person = await save('person', { name: '吴九', sex: '男' });
    const id = await save('member', { person, term: ids.term, appointedOn: '2022-03-01' });
    await move('member', id, 'resign', { values: { exitReason: '工作调动' } });
    await move('member', id, 'stay');
    expect((await values('member', id)).exitReason).toBeUndefined();
    await move('member', id, 'resign', { values: { exitReason: '工作调动' } });
    const none = await refusalOf(move('member', id, 'acceptResignation'));
    expect(Object.keys(none.fields)).toEqual(['exitMeeting']);
    await move('member', id, 'acceptResignation', { values: { exitMeeting: ids.meeting, exitOn: '2024年10月20日' } });
    expect(await values('member', id)).toMatchObject({
      status: '已辞去',
      exitOn: '2024-10-20',
      exitReason: '工作调动',
    });
  });

  it('修订通过，前一版本就是被修订；撤销两部一起回来', async () => {
    const regulation = { area: '会议制度', action: '制定' };
    const old = await save('regulation', { ...regulation, title: '考勤办法', state: '现行', passedOn: '2020-01-01' });
    const now = await save('regulation', { ...regulation, title: '考勤办法（修订）', action: '修订', previous: old });
    await move('regulation', now, 'submit', { values: { meetingType: '主席会议' } });
    await move('regulation', now, 'pass', { values: { passedOn: '2024-12-01' } });
    expect(await stateOf('regulation', old)).toBe('被修订');
    const { log } = await status('regulation', old);
    expect(log.at(-1)).toMatchObject({ from: '现行', to: '被修订', note: expect.stringContaining('考勤办法（修订）') });
    await office.client.history.undo();
    expect([await stateOf('regulation', old), await stateOf('regulation', now)]).toEqual(['现行', '审议']);
  });

  it('三审要三个人；存疑没清零不能终审通过；没有授权不能编入', async () => {
    const id = await save('submission', {
      title: '村口的老井',
      receivedOn: '2024-11-01',
      license: '待授权',
      factChecks: [{ point: '建于哪一年' }],
    });
    await move('submission', id, 'send');
    const by = (reviewer: string, opinion?: string) => ({
      rows: { reviews: [{ reviewer, ...(opinion ? { opinion } : {}) }] },
    });
    await move('submission', id, 'passFirst', by('冯编辑'));
    expect(
      (await refusalOf(move('submission', id, 'passSecond', by('冯编辑')))).fields['reviews.0.reviewer'],
    ).toContain('初审');
    await move('submission', id, 'revise', by('褚主任', '补充年代'));
    await move('submission', id, 'revised');
    expect(await stateOf('submission', id)).toBe('复审');
    await move('submission', id, 'passSecond', by('褚主任'));
    expect(await blockedOf('submission', id, 'passFinal')).toContain('存疑');
    await save('submission', { factChecks: [{ point: '建于哪一年', handling: '并存' }] }, id);
    await move('submission', id, 'passFinal', by('卫主编'));
    expect(await blockedOf('submission', id, 'place')).toContain('授权');
  });

  it('口述整理的稿件：作者授权了，口述者没有授权或约定封存的也不能编入', async () => {
    const told = await save('oralHistory', { title: '渡口旧事', authorised: false });
    const id = await save('submission', { title: '渡口', state: '登记', license: '已授权', oralHistory: told });
    await office.client.workflow.correct({ kind: 'submission', id, state: '定稿', reason: '旧稿补录' });
    expect(await blockedOf('submission', id, 'place')).toContain('口述“渡口旧事”还没有口述者的授权');
    await save('oralHistory', { authorised: true, sealedUntil: '2999-12-31' }, told);
    expect(await blockedOf('submission', id, 'place')).toContain('封存至2999-12-31');
    await save('oralHistory', { sealedUntil: '2000-01-01' }, told);
    expect(await blockedOf('submission', id, 'place')).toBeUndefined();
    await save('submission', { license: null }, id);
    expect(await blockedOf('submission', id, 'place')).toContain('没有登记授权');
  });
});

describe('办理的规矩', () => {
  const draft = (title: string) => save('proposal', { title, leadUnit: '民建总支', state: '已提交' });

  it('分工一分，别人就不能办；一个也没分，谁都能办', async () => {
    const id = await draft('关于分工的提案');
    await office.client.rules.saveOperators({
      operators: [
        { name: '王经办', roles: ['文史委'] },
        { name: '李提案', roles: ['提案委', '办公室'] },
      ],
    });
    expect(await blockedOf('proposal', id, 'examine')).toContain('由提案委办理');
    const refusal = await refusalOf(move('proposal', id, 'examine'));
    expect([refusal.code, refusal.message]).toEqual(['denied', expect.stringContaining('没有这项分工')]);
    await office.client.preferences.save({ operator: '李提案' });
    await move('proposal', id, 'examine');
    expect((await status('proposal', id)).log.at(-1)?.by).toBe('李提案');
  });

  it('没有的日子、还没到的日子、没有的步骤、不该填的栏目，都拒绝而且什么也不变', async () => {
    const id = await draft('关于日期的提案');
    const before = await values('proposal', id);
    expect((await refusalOf(move('proposal', id, 'examine', { on: '2024-02-30' }))).fields.on).toContain(
      '没有“2024-02-30”',
    );
    expect((await refusalOf(move('proposal', id, 'examine', { on: '2024-12-07' }))).fields.on).toContain('还没有到');
    expect((await refusalOf(move('proposal', id, '升天'))).message).toContain('没有“升天”这一步');
    expect((await refusalOf(move('proposal', id, 'archive'))).message).toContain('现在是“已提交”');
    expect((await refusalOf(move('proposal', id, 'examine', { values: { state: '归档' } }))).fields.state).toContain(
      '不填写',
    );
    expect(
      (await refusalOf(move('proposal', id, 'examine', { rows: { log: [{ on: TODAY }] } }))).fields.log,
    ).toBeDefined();
    expect((await refusalOf(move('event', ids.meeting ?? '', 'x'))).message).toContain('没有办理流程');
    expect(await values('proposal', id)).toEqual(before);
  });

  it('一批里有一件不行，一件也不动', async () => {
    const [one, two] = [await draft('关于一批一的提案'), await draft('关于一批二的提案')];
    await move('proposal', two, 'examine');
    const refusal = await refusalOf(move('proposal', [one, two], 'examine'));
    expect(refusal.message).toContain('《关于一批二的提案》');
    expect(refusal.message).toContain('一件也没有改动');
    expect(await stateOf('proposal', one)).toBe('已提交');
  });

  it('状态不能直接改，经过不能直接写；更正要有原因，留在经过里', async () => {
    const id = await draft('关于更正的提案');
    expect((await refusalOf(save('proposal', { state: '归档' }, id))).fields.state).toContain('更正状态');
    expect(
      (await refusalOf(save('proposal', { log: [{ on: TODAY, move: '归档', to: '归档' }] }, id))).fields.state,
    ).toContain('程序记录');
    expect((await refusalOf(save('proposal', { title: '关于新的提案', state: '归档' }))).fields.state).toContain(
      '新建的提案',
    );
    const correct = (state: string, reason: string) =>
      office.client.workflow.correct({ kind: 'proposal', id, state, reason });
    expect((await refusalOf(correct('立案', ''))).fields.reason).toContain('原因');
    expect((await refusalOf(correct('升天', '错了'))).fields.state).toContain('没有“升天”');
    await correct('初审', '点错了一步');
    const { state, log } = await status('proposal', id);
    expect(state).toBe('初审');
    expect(log).toEqual([
      { on: TODAY, move: '更正状态', from: '已提交', to: '初审', by: '王经办', note: '点错了一步' },
    ]);
    await office.client.history.undo();
    expect(await stateOf('proposal', id)).toBe('已提交');
  });

  it('两个人同时办同一件，后到的看到冲突，不会盖掉先办的', async () => {
    const id = await draft('关于同时的提案');
    const rev = (await office.client.records.get({ kind: 'proposal', id })).record.rev;
    const call = () => office.client.workflow.move({ kind: 'proposal', ids: [id], move: 'examine', rev });
    const [first, second] = await Promise.allSettled([call(), call()]);
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect((await status('proposal', id)).log).toHaveLength(1);
  });
});
