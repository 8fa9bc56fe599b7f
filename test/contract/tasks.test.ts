import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSpecialDays } from '../../shared/workflow/index.ts';
import { antou } from '../support/cli.ts';
import { movesIn } from '../support/moves.ts';
import { startOffice, type TestOffice } from '../support/office.ts';
import { refusalOf } from '../support/refusal.ts';

/** A Friday. */
const TODAY = '2024-12-06';
let office: TestOffice;
const ids: Record<string, string> = {};
const { save, move, tasksOf, status } = movesIn(() => office);

beforeAll(async () => {
  office = await startOffice({ now: new Date(`${TODAY}T09:30:00+08:00`) });
  ids.term = (await office.client.records.list({ kind: 'term' })).records[0]?.id ?? '';
  ids.unit = await save('organisation', { name: '甲教育局' });
  ids.street = await save('subdistrictOffice', { name: '林荫街道政协工委', street: '林荫街道' });
});
afterAll(() => office.end());

const labels = async (id: string) => (await tasksOf(id)).map(({ label, due }) => [label, due]);

describe('待办从记录里算出来', () => {
  it('正式协商：会前十五个工作日通知、十个工作日送材料；登记了就不再欠；会后七个工作日报成果', async () => {
    const ahead = { category: '协商', subtype: '专题协商会', title: '教育协商会', start: '2025-02-18T09:00' };
    const id = await save('event', ahead);
    // Back over the Spring Festival of 2025 (28 January to 4 February off, 26 January and 8 February worked).
    expect(await labels(id)).toEqual([
      ['协商通知', '2025-01-22'],
      ['送协商材料', '2025-02-05'],
    ]);
    await save('event', { noticeOn: '2024-12-05' }, id);
    expect(await labels(id)).toEqual([['送协商材料', '2025-02-05']]);
    await save('event', { start: '2024-12-03T09:00' }, id);
    expect(await labels(id)).toEqual([['协商成果报送', '2024-12-12']]);
    await save('event', { reportedOn: '2024-12-05' }, id);
    expect(await labels(id)).toEqual([]);
    const small = await save('event', { ...ahead, subtype: '微协商', title: '楼院议事' });
    expect(await labels(small)).toEqual([]);
  });

  it('阵地半年复核一次，民生实事、计划到期，办了就不再欠', async () => {
    const venue = await save('venue', {
      name: '林荫协商议事室',
      level: '街道',
      state: '已建',
      subdistrictOffice: ids.street,
      builtOn: '2020-01-01',
      checks: [
        { item: '有阵地', passed: true, checkedOn: '2024-08-31' },
        { item: '有标识', passed: true, checkedOn: '2024-09-10' },
      ],
    });
    expect(await tasksOf(venue)).toMatchObject([{ label: '“六有”复核', due: '2025-02-28', verb: '复核' }]);
    const item = await save('livelihoodItem', {
      title: '加装路灯',
      year: 2024,
      due: '2024-12-01',
      responsible: ids.unit,
      state: '进行中',
    });
    expect(await tasksOf(item)).toMatchObject([{ label: '民生实事时限', days: -5, responsible: '甲教育局' }]);
    await save('livelihoodItem', { state: '完成', doneOn: '2024-12-05' }, item);
    expect(await tasksOf(item)).toEqual([]);
    const plan = await save('planItem', { year: 2024, planType: '年度协商计划', topic: '养老', month: 12 });
    expect(await labels(plan)).toEqual([['年度计划', '2024-12-31']]);
    await save('event', { category: '协商', title: '养老协商会', start: '2024-12-05T09:00', planItem: plan });
    expect(await labels(plan)).toEqual([]);
  });

  it('超期在前；按负责的单位看；单位改名、期限修改、撤销都立刻算进去', async () => {
    const draft = { leadUnit: '民建总支', state: '已提交', submittedOn: '2024-06-01' };
    const id = await save('proposal', { title: '关于护学岗的提案', ...draft });
    await move('proposal', id, 'examine', { on: '2024-06-03' });
    await move('proposal', id, 'file', { on: '2024-06-03' });
    await move('proposal', id, 'assign', {
      on: '2024-08-30',
      rows: { assignments: [{ unit: ids.unit, role: '独办' }] },
    });
    await move('proposal', id, 'sign', { on: '2024-09-02' });
    const all = await office.client.tasks.list({});
    const days = all.items.map((item) => item.days);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(all.items.find((item) => item.id === id)).toMatchObject({
      title: '〔2024〕001 · 关于护学岗的提案',
      label: '答复期限',
      due: '2024-11-30',
      days: -6,
      responsible: '甲教育局',
      move: 'reply',
      place: 'assignments/0',
    });
    await save('organisation', { name: '甲教育体育局' }, ids.unit);
    const own = await office.client.tasks.list({ responsible: '甲教育体育局' });
    expect(own.items.map((item) => item.id)).toEqual([id]);
    expect(own.counts).toEqual({ overdue: 1, today: 0, week: 0, later: 0 });
    expect(own.people.find((each) => each.responsible === '甲教育体育局')).toMatchObject({ count: 1, overdue: 1 });
    await office.client.history.undo();
    expect((await tasksOf(id))[0]?.responsible).toBe('甲教育局');
    expect((await office.client.tasks.list({ level: 'overdue' })).items.every((item) => item.days < 0)).toBe(true);
    expect((await office.client.tasks.list({ limit: 1 })).items).toHaveLength(1);
    await office.client.records.remove({ kind: 'proposal', id });
    expect(await tasksOf(id)).toEqual([]);
    await office.client.history.undo();
    expect(await tasksOf(id)).toHaveLength(1);
  });

  it('节假日改了，没到的期限跟着变', async () => {
    const id = await save('event', {
      category: '会议',
      title: '主席会议',
      start: '2024-12-05T09:00',
      status: '已结束',
    });
    expect(await labels(id)).toEqual([['会议纪要', '2024-12-16']]);
    await office.client.rules.saveSpecialDays({
      specialDays: [...defaultSpecialDays, { date: '2024-12-09', type: 'off', name: '停电' }],
    });
    expect(await labels(id)).toEqual([['会议纪要', '2024-12-17']]);
    await office.client.history.undo();
    expect(await labels(id)).toEqual([['会议纪要', '2024-12-16']]);
  });
});

describe('期限与分工', () => {
  it('没有的日子、重复的日子、没有的分工、没有流水号的格式，都不收', async () => {
    const { rules } = office.client;
    const off = (date: string) => ({ date, type: 'off' as const, name: '假' });
    const fields = async (call: Promise<unknown>) => Object.keys((await refusalOf(call)).fields);
    expect(await fields(rules.saveSpecialDays({ specialDays: [off('2024-02-30')] }))).toEqual(['specialDays.0.date']);
    expect(await fields(rules.saveSpecialDays({ specialDays: [off('2024-03-01'), off('2024-03-01')] }))).toEqual([
      'specialDays.1.date',
    ]);
    expect(await fields(rules.saveOperators({ operators: [{ name: '甲', roles: ['皇帝'] }] }))).toEqual([
      'operators.0.roles',
    ]);
    expect(
      await fields(
        rules.saveOperators({
          operators: [
            { name: ' 甲', roles: [] },
            { name: '甲', roles: [] },
          ],
        }),
      ),
    ).toEqual(['operators.1.name']);
    const period = { id: '没有的', label: '', amount: 1, unit: 'day' as const };
    expect(await fields(rules.savePeriods({ periods: [period] }))).toEqual(['periods.0.id']);
    const format = { id: 'proposal.caseNumberFormat', format: '〔{year}〕' };
    expect(await fields(rules.saveFormats({ formats: [format] }))).toEqual(['formats.0.format']);
    const now = await rules.get();
    expect(now.specialDays).toEqual(defaultSpecialDays);
    expect(now.operators).toEqual([]);
    expect(now.roles).toContain('提案委');
    expect(now.formats.find(({ id }) => id === 'proposal.caseNumberFormat')?.example).toBe('〔2024〕001');
  });
});

describe('日程', () => {
  it('会议、会期、截止、值班、谈话、计划、期限都在，按日子排；区间外的不列', async () => {
    const person = await save('person', { name: '周八', sex: '女' });
    const member = await save('member', { person, term: ids.term });
    await save('session', {
      term: ids.term,
      number: 4,
      openOn: '2025-03-03',
      closeOn: '2025-03-05',
      proposalDeadline: '2025-03-04T18:00',
    });
    await save('event', {
      category: '活动',
      title: '视察公园',
      start: '2025-03-10T14:30',
      end: '2025-03-11T12:00',
      place: '公园',
    });
    await save('event', { category: '活动', title: '取消的活动', start: '2025-03-12T09:00', status: '取消' });
    await save('talk', { member, talkType: '提醒', on: '2025-03-20', speaker: '郑主席' });
    await save('venue', {
      name: '社区议事室',
      level: '社区（村）',
      state: '已建',
      duties: [{ weekday: '每周三', leader: '陈工委' }, { on: '2025-03-21' }],
    });
    await save('planItem', { year: 2025, planType: '界别计划', topic: '读书', month: 3 });
    const { items, days } = await office.client.calendar.list({ from: '2025-03-01', to: '2025-03-31' });
    const dates = items.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    const of = (source: string) => items.filter((item) => item.source === source).map(({ date }) => date);
    expect(of('会期')).toEqual(['2025-03-03']);
    expect(items.find((item) => item.source === '会期')?.until).toBe('2025-03-05');
    expect(items.find((item) => item.source === '截止')).toMatchObject({ date: '2025-03-04', time: '18:00' });
    expect(of('活动')).toEqual(['2025-03-10']);
    expect(items.find((item) => item.source === '活动')).toMatchObject({
      until: '2025-03-11',
      time: '14:30',
      detail: '公园',
    });
    expect(of('谈话')).toEqual(['2025-03-20']);
    expect(of('值班')).toEqual(['2025-03-05', '2025-03-12', '2025-03-19', '2025-03-21', '2025-03-26']);
    expect(of('计划')).toEqual(['2025-03-01']);
    expect(days).toEqual([]);
    const late = await office.client.calendar.list({ from: '2024-11-01', to: '2024-12-31' });
    expect(late.items.find(({ date, source }) => source === '期限' && date === '2024-11-30')).toMatchObject({
      late: true,
    });
    const spring = await office.client.calendar.list({ from: '2025-01-26', to: '2025-02-08' });
    expect(spring.days.map(({ type }) => type)).toEqual(['work', ...Array(8).fill('off'), 'work']);
  });

  it('没有的日子、颠倒和太长的区间，拒绝', async () => {
    const list = (from: string, to: string) => office.client.calendar.list({ from, to });
    expect((await refusalOf(list('2024-02-30', '2024-03-01'))).fields.from).toContain('没有“2024-02-30”');
    expect((await refusalOf(list('2024-03-02', '2024-03-01'))).fields.to).toContain('颠倒');
    expect((await refusalOf(list('1900-01-01', '2024-03-01'))).fields.to).toContain('800天');
  });
});

describe('命令行', () => {
  it('看待办，办一步：栏目写中文，几件一起，拒绝时退出码是 3', async () => {
    const own = await startOffice();
    const machine = `${own.folder}/machine`;
    const draft = (title: string) =>
      own.client.records.save({
        kind: 'proposal',
        values: { title, leadUnit: '民建总支', state: '已提交', submittedOn: '2024-03-01' },
      });
    const unit = (await own.client.records.save({ kind: 'organisation', values: { name: '水利中心' } })).id;
    const [one, two] = [(await draft('关于河道的提案')).id, (await draft('关于水渠的提案')).id];
    await own.office.close();
    const run = (...args: string[]) => antou(args, { machine });
    const dir = own.libraryPath;
    const tasks = await run('tasks', dir, '--level', 'overdue', '--json');
    expect(
      JSON.parse(tasks.stdout)
        .items.map((item: { title: string }) => item.title)
        .sort(),
    ).toEqual(['关于水渠的提案', '关于河道的提案']);
    expect((await run('move', dir, 'proposal', `${one},${two}`, '初审', '--on', '2024-03-04')).stdout).toContain(
      '2 件提案',
    );
    expect(
      (await run('move', dir, 'proposal', one, 'file', '--on', '2024-03-05', '--set', '提案号=〔2024〕088')).code,
    ).toBe(0);
    const wrong = await run('move', dir, 'proposal', one, 'assign', '--set', 'assignments.0.unit=没有的局');
    expect(wrong.code).toBe(3);
    expect(wrong.stderr).toContain('assignments.0.unit');
    const done = await run(
      ...['move', dir, 'proposal', one, 'assign', '--on', '2024-03-20', '--json'],
      ...['--set', 'assignments.0.承办单位=水利中心', 'assignments.0.角色=独办'],
    );
    expect(JSON.parse(done.stdout)).toMatchObject({ ok: true, moved: 1 });
    const shown = await run('tasks', dir, '--who', '水利中心');
    expect(shown.stdout).toMatch(/2024-06-20 {2}超期 \d+ 天 {2}答复期限 {2}〔2024〕088 · 关于河道的提案（水利中心）/u);
    const again = await own.reopen();
    const { record } = await again.client.records.get({ kind: 'proposal', id: one });
    expect(record.values).toMatchObject({ caseNumber: '〔2024〕088', assignments: [{ unit, due: '2024-06-20' }] });
    await again.end();
  }, 150_000);

  it('没有办理流程的种类也能看欠着什么', async () => {
    const id = await save('event', { category: '会议', title: '党组会议', start: '2024-12-04T09:00' });
    const now = await status('event', id);
    expect(now.machine).toBeUndefined();
    expect(now.moves).toEqual([]);
    expect(now.deadlines).toMatchObject([{ label: '会议纪要', due: '2024-12-13', days: 7 }]);
  });
});
