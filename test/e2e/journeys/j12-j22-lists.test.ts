import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import type { Values } from '../../../shared/records/record.ts';
import { onSample, YEAR } from './support.ts';

const journey = onSample();

const day = (days: number) => dayjs().add(days, 'day').format('YYYY-MM-DD');
const THIS_YEAR = dayjs().year();
const QUARTER = Math.ceil((dayjs().month() + 1) / 3);
const rows = (values: Values, field: string) => (values[field] as readonly Values[] | undefined) ?? [];

const unitNamed = async (name: string) => (await journey.find('organisation', (values) => values.name === name)).id;

describe('协商', () => {
  it('J12：一个议题从点单走到归档，开过的协商会算进街道，第二次微协商使这一季的灯变为达标', async () => {
    const { page, office } = journey;
    const light = async () => {
      const { streets } = await office.workStreets.compliance({ year: THIS_YEAR });
      return streets.map(({ id, title, cells }) => ({ id, title, cell: cells.microConsultation?.[QUARTER - 1] }));
    };
    const dark = (await light()).find(({ cell }) => cell?.items.length === 0);
    if (!dark) throw new Error('every street of the sample has its consultations already');
    const { id: street, title: streetName } = dark;
    const members = (await journey.all('member')).filter(({ values }) => values.subdistrictOffice === street);
    const claimer = (await office.records.get({ kind: 'member', id: members[0]?.id ?? '' })).title.replace(
      /（.*$/u,
      '',
    );
    const topic = await journey.save('topic', {
      title: '菜市场后巷夜间照明',
      source: '群众点单',
      raisedOn: day(-20),
      subdistrictOffice: street,
      state: '已收集',
    });

    await journey.open('topic', topic);
    await journey.move('梳理');
    await journey.move('列入议题清单');
    await journey.move('认领', async (dialog) => {
      await journey.choose('认领委员', claimer, dialog);
      await dialog.getByText('办完后变为').click();
      await dialog.getByLabel('召集人').fill('梁柏年');
    });
    await journey.move('列入计划', (dialog) => dialog.getByLabel('计划季度').fill(`${THIS_YEAR}-Q${QUARTER}`));
    await journey.move('邀请部门', async (dialog) => {
      await journey.choose('承接部门', '示例区城市管理局', dialog);
      await dialog.getByText('办完后变为').click();
    });
    await journey.move('开始协商');
    await journey.panel().getByRole('button', { name: '形成协商意见' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/现在不能办“形成协商意见”：还没有协商会议登记这个议题/u).waitFor();

    // From the board: the consultation begins with what the topic says.
    await journey.go(`/desk/topics?year=${THIS_YEAR}&street=${street}`);
    await page
      .getByRole('region', { name: '四单看板' })
      .getByRole('button', { name: '菜市场后巷夜间照明', exact: true })
      .click();
    await page.getByRole('link', { name: '开协商会' }).click();
    await page.getByLabel('开始时间', { exact: true }).fill(`${day(0)} 09:00`);
    await journey.choose('状态', '已结束');
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: /菜市场后巷夜间照明协商会/u }).waitFor();
    const event = await journey.find('event', ({ title }) => title === '菜市场后巷夜间照明协商会');
    expect(event.values).toMatchObject({
      category: '协商',
      consultForm: '微协商',
      topics: [topic],
      subdistrictOffice: street,
    });
    expect((await light()).find(({ id }) => id === street)?.cell).toMatchObject({ light: 'running', missing: 1 });

    await journey.open('topic', topic);
    for (const step of ['形成协商意见', '交办', '开始办理']) await journey.move(step);
    await journey.move('办结', (dialog) => dialog.getByLabel('解决问题').fill('2'));
    await journey.move('反馈群众');
    await journey.move('群众评价', () => journey.choose('群众评价', '满意', journey.dialog()));
    await journey.move('归档');
    await journey.state('归档');
    const after = await journey.values('topic', topic);
    expect(after).toMatchObject({ state: '归档', consultCount: 1, solvedCount: 2, satisfaction: '满意' });
    expect(rows(after, 'log')).toHaveLength(13);

    const second = await journey.save('event', {
      category: '协商',
      subtype: '微协商',
      title: '菜市场后巷摊位协商会',
      start: `${day(0)}T15:00`,
      status: '已结束',
      subdistrictOffice: street,
    });
    await journey.go(`/desk/streets?year=${THIS_YEAR}&rule=microConsultation`);
    await page
      .getByRole('row', { name: new RegExp(streetName, 'u') })
      .getByText('✓ 达标')
      .waitFor();
    const met = (await light()).find(({ id }) => id === street)?.cell;
    expect(met?.light).toBe('met');
    expect(met?.items.map(({ id }) => id).toSorted()).toEqual([event.id, second].toSorted());
  });

  it('J13：一次专题协商的33条建议粘贴进来、分给8个部门，送达签收，超期没有收条的标红，答复后登记转化', async () => {
    const { page, office } = journey;
    const units = ['教育', '民政', '司法', '财政', '商务', '审计', '统计', '体育'];
    const names = [...units.slice(0, 7).map((word) => `示例区${word}局`), '示例区体育事业发展中心'];
    const event = await journey.save('event', {
      category: '协商',
      subtype: '专题协商会',
      title: '银发友好街区专题协商会',
      start: `${day(-40)}T09:00`,
      status: '已结束',
    });
    const lines = Array.from({ length: 33 }, (_, at) => `${at + 1}. 建议第${at + 1}处便民点增设座椅\t${names[at % 8]}`);
    const own = async () =>
      (await office.workSuggestions.overview({})).cases.filter(({ source }) => source === `event/${event}`);

    await journey.go(`/desk/suggestions?tab=all&source=event/${event}`);
    await page.getByRole('button', { name: '粘贴多条' }).first().click();
    await page.getByLabel('一行一条，原来的编号自动去掉').fill(lines.join('\n'));
    const save = page.getByRole('button', { name: '登记 33 条' });
    await save.click();
    await save.waitFor({ state: 'detached' });
    expect((await own()).map(({ seq }) => seq)).toEqual(Array.from({ length: 33 }, (_, at) => at + 1));
    expect(new Set((await own()).map(({ unitName }) => unitName))).toEqual(new Set(names));

    const batch = async (move: string, on: string, fill?: () => Promise<unknown>) => {
      await page.getByRole('checkbox', { name: '全选' }).check();
      await page.getByRole('button', { name: /^办理 \d+ 条/u }).click();
      await page.getByRole('menuitem', { name: move, exact: true }).click();
      const dialog = journey.dialog();
      await dialog.getByText('办完后变为').waitFor();
      await fill?.();
      await dialog.getByLabel('办理日期').fill(on);
      await dialog.getByRole('button', { name: move, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await page.getByRole('checkbox', { name: '全选' }).waitFor();
    await batch('转办', day(-38));
    expect((await own()).every(({ state }) => state === '已转办')).toBe(true);
    await batch('送达', day(-36));
    const late = (await own()).filter(({ receipt }) => receipt === '超期未签收');
    expect(late).toHaveLength(33);

    // Three units have signed; the rest stands red until it has.
    const signed = await unitNamed('示例区教育局');
    await journey.go(`/desk/suggestions?tab=receipts&source=event/${event}&unit=${signed}`);
    await page.getByRole('checkbox', { name: '全选' }).waitFor();
    await batch('收条签收', day(-34), () => journey.dialog().getByLabel('签收人').fill('丁四'));
    const receipts = (await own()).filter(({ unit }) => unit === signed);
    expect(receipts.map(({ receipt }) => receipt)).toEqual(Array(5).fill('已签收'));
    expect(new Set(receipts.map(({ receiptNumber }) => receiptNumber)).size).toBe(5);
    await journey.go(`/desk/suggestions?tab=receipts&source=event/${event}`);
    await expect.poll(() => page.locator('.work-table .late', { hasText: '超期未签收' }).count()).toBe(28);

    const [done] = receipts;
    await journey.open('suggestion', done?.id ?? '');
    await journey.move('答复', (dialog) => dialog.getByLabel('答复内容').fill('已在两处便民点增设座椅。'));
    await journey.move('登记采纳情况', () => journey.choose('采纳情况', '采纳', journey.dialog()));
    await journey.move('登记转化成果', async (dialog) => {
      await journey.choose('形式', '措施', dialog);
      await dialog.getByLabel('名称', { exact: true }).fill('便民座椅增设方案');
    });
    await journey.move('办结');
    const stored = await journey.values('suggestion', done?.id ?? '');
    expect(stored).toMatchObject({ state: '办结', adoption: '采纳', receiptSigner: '丁四' });
    expect(rows(stored, 'conversions')).toMatchObject([{ type: '措施', title: '便民座椅增设方案' }]);
    await journey.go('/desk/suggestions?tab=conversions');
    await page.getByText('便民座椅增设方案').first().waitFor();
  });
});

describe('监督与制度', () => {
  it('J14：一年37次协商式监督、27个项目、20条意见建议都能点开；再登记一次，次数和问题清单随之增加', async () => {
    const { page, office } = journey;
    const read = async () => {
      const { figures, problems } = await office.workRounds.supervision({ year: YEAR, form: '协商式监督' });
      return { figures: figures.map(({ figure }) => figure), problems };
    };
    const before = await read();
    expect(before.figures).toEqual([37, 14, 27, 20]);
    const project = (await journey.all('project'))[0];
    const projectName = String(project?.values.name);
    const street = await office.records.get({
      kind: 'subdistrictOffice',
      id: String(project?.values.subdistrictOffice),
    });

    await journey.go(`/desk/supervision?year=${YEAR}`);
    await page.getByRole('link', { name: '登记监督' }).click();
    await page.getByLabel('名称', { exact: true }).fill('背街小巷整治协商式监督（第三次）');
    await journey.choose('类型', '协商式监督');
    await page.getByLabel('开始时间', { exact: true }).fill(`${YEAR}-11-28 09:00`);
    await journey.choose('状态', '已结束');
    await journey.choose('街道政协工委', street.title);
    await journey.choose('涉及项目', projectName);
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: /背街小巷整治协商式监督/u }).waitFor();
    const event = await journey.find('event', ({ title }) => title === '背街小巷整治协商式监督（第三次）');
    const unit = await unitNamed('示例区城市管理局');
    await journey.save('suggestion', {
      event: event.id,
      sourceType: '监督',
      suggestionKind: '问题诉求',
      text: '三号巷雨水井盖破损，尽快更换',
      mainUnit: unit,
      due: `${YEAR}-12-28`,
      state: '待转',
    });

    await journey.go(`/desk/supervision?year=${YEAR}&form=协商式监督`);
    await page.getByRole('button', { name: /^监督 38次/u }).waitFor();
    await page.getByRole('tab', { name: '问题清单（21）' }).click();
    const line = page.getByRole('row', { name: /三号巷雨水井盖破损/u });
    await line.getByText('示例区城市管理局').waitFor();
    await line.getByText(`${YEAR}-12-28`).waitFor();
    const after = await read();
    expect(after.figures).toEqual([38, 14, 27, 21]);
    expect(after.problems.filter(({ id }) => !before.problems.some((old) => old.id === id))).toMatchObject([
      { unit: '示例区城市管理局', due: `${YEAR}-12-28` },
    ]);
  });

  it('J22：修订稿从起草走到施行，原来的版本变为被修订，两版逐字对照；当年6个方面78项点得开', async () => {
    const { page, office } = journey;
    const text = (words: string) => ({
      blocks: [
        { type: 'paragraph', text: [{ text: '第一条　为规范值班工作，制定本办法。' }] },
        { type: 'paragraph', text: [{ text: words }] },
      ],
    });
    const old = await journey.save('regulation', {
      title: '机关夜间值班办法',
      area: '机关内务',
      action: '制定',
      passedOn: '2022-05-10',
      state: '现行',
      body: text('第二条　值班时间为十八时至次日八时。'),
    });

    await journey.go(`/desk/regulations/${old}`);
    await page.getByRole('link', { name: '起草修订稿' }).click();
    await journey.choose('类别', '机关内务');
    await page.keyboard.press('Control+s');
    await journey.panel().waitFor();
    const draft = await journey.find('regulation', ({ previous }) => previous === old);
    expect(draft.values).toMatchObject({ title: '机关夜间值班办法', action: '修订', state: '起草' });
    await journey.save('regulation', { body: text('第二条　值班时间为十八时至次日九时。') }, draft.id);

    await journey.move('征求意见');
    await journey.move('提请审议', () => journey.choose('审议会议', '主席会议', journey.dialog()));
    await journey.move('通过');
    await journey.state('通过');
    expect(await journey.values('regulation', old)).toMatchObject({ state: '被修订' });
    await journey.move('印发', (dialog) => dialog.getByLabel('文号').fill(`示政协〔${THIS_YEAR}〕99号`));
    await journey.move('施行');
    await journey.state('现行');
    const inForce = await journey.values('regulation', draft.id);
    expect(inForce).toMatchObject({ state: '现行', passedOn: day(0), number: `示政协〔${THIS_YEAR}〕99号` });

    await journey.go(`/desk/regulations/${draft.id}`);
    await page.getByText('次日九时').first().waitFor();
    await page.getByText('次日八时').first().waitFor();
    const { lines, counts } = await office.workRegulations.compare({ before: old, after: draft.id });
    expect(counts).toEqual({ same: 1, changed: 1, added: 0, removed: 0 });
    const changed = lines.find(({ type }) => type === 'changed');
    const differing = (pieces: (typeof lines)[number]['before']) =>
      (pieces ?? []).filter((piece) => piece.changed).map((piece) => piece.text);
    expect([differing(changed?.before), differing(changed?.after)]).toEqual([['八'], ['九']]);

    await journey.go(`/desk/regulations?year=${YEAR}`);
    await page.getByText(`${YEAR}年修订完善规章制度6个方面78项。`).waitFor();
    await page.getByRole('button', { name: /^制定和修订 78/u }).click();
    await expect.poll(() => journey.dialog().locator('.evidence-list li').count()).toBe(78);
    const passed = (await journey.all('regulation')).filter(
      ({ values }) =>
        String(values.passedOn).startsWith(String(YEAR)) && ['制定', '修订'].includes(String(values.action)),
    );
    expect(passed).toHaveLength(78);
    expect(new Set(passed.map(({ values }) => values.area)).size).toBe(6);
  });
});
