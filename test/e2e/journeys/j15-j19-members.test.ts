import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { pasteText } from '../lists/people.ts';
import { onSample, YEAR } from './support.ts';

const journey = onSample();

const listAt = (kind: string, filters: unknown) =>
  `/records/${kind}?filters=${encodeURIComponent(JSON.stringify(filters))}`;

/** Serving members whose name nobody else bears, as a clerk would type them. */
async function plainNames(): Promise<{ id: string; name: string }[]> {
  const { members } = await journey.office.workMembers.overview({ year: YEAR });
  const times = new Map<string, number>();
  for (const { values } of await journey.all('person')) {
    times.set(String(values.name), (times.get(String(values.name)) ?? 0) + 1);
  }
  return members.filter(({ name }) => times.get(name) === 1);
}

/** A figure of the page: the button that opens its records. */
const figure = (label: string, words: string) =>
  journey.page.getByRole('button', { name: `${label} ${words}，看是哪些` });

describe('走访', () => {
  it('J15：登记一次走访党外委员和一次走访企业，人次、家数、问题清单跟着变', async () => {
    const { page, office } = journey;
    const before = await office.workRounds.visits({ year: YEAR });
    const count = (id: string, from = before) => from.figures.find((one) => one.id === id)?.figure ?? Number.NaN;
    const names = new Map((await plainNames()).map(({ id, name }) => [id, name]));
    const [host, ...others] = before.unvisited.filter(({ id }) => names.has(id));
    const target = names.get(host?.id ?? '') ?? '';
    expect(others.length).toBeGreaterThan(0);

    await journey.go(`/desk/visits?year=${YEAR}`);
    await figure('走访联络党外委员', `${count('nonParty')}人次`).waitFor();
    await page.getByRole('link', { name: '登记走访' }).click();
    await page.getByLabel('名称', { exact: true }).fill('走访联络党外委员（补登）');
    await journey.choose('类型', '走访委员');
    await page.getByLabel('开始时间', { exact: true }).fill(`${YEAR}年12月20日下午3时`);
    await journey.choose('走访对象', '党外委员');
    await journey.choose('走访的委员', target);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: '走访联络党外委员（补登）' }).waitFor();
    const visit = await journey.find('event', ({ title }) => title === '走访联络党外委员（补登）');
    expect(visit.values).toMatchObject({ category: '走访', visited: [host?.id], visitedNonParty: 1 });

    const company = await journey.find('organisation', ({ isMemberCompany }) => isMemberCompany === true);
    const { values: handling } = await journey.find('organisation', ({ name }) => String(name).includes('交通'));
    const unit = String(handling.name);
    const event = await journey.save('event', {
      category: '走访',
      subtype: '走访企业',
      title: '走访企业听取诉求（补登）',
      start: `${YEAR}-12-21T09:00`,
      visitTarget: '企业',
      companies: [company.id],
      status: '已结束',
    });
    await journey.go('/records/suggestion/new');
    await page.getByLabel('内容', { exact: true }).first().fill('厂区门口的公交站早晚高峰班次太少');
    await journey.choose('性质', '问题诉求');
    await journey.choose('来源会议活动', '走访企业听取诉求（补登）');
    await journey.choose('主责单位', unit);
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: /公交站早晚高峰/ }).waitFor();

    await journey.go(`/desk/visits?year=${YEAR}`);
    await figure('走访联络党外委员', `${count('nonParty') + 1}人次`).waitFor();
    await page.getByRole('tab', { name: `还没走访的党外委员（${before.unvisited.length - 1}）` }).waitFor();
    await page.getByRole('tab', { name: `企业反映问题清单（${before.problems.length + 1}）` }).click();
    await page.getByRole('row', { name: /公交站早晚高峰/ }).waitFor();
    const after = await office.workRounds.visits({ year: YEAR });
    expect(count('visits', after)).toBe(count('visits') + 2);
    expect(after.companies.find(({ id }) => id === company.id)?.rounds.map(({ id }) => id)).toContain(event);
    expect(after.unvisited.some(({ id }) => id === host?.id)).toBe(false);
  });
});

describe('履职为民', () => {
  it('J16：导入委员报表，附证明、核验后才计数；两人引荐的项目只计一次', async () => {
    const { page, office } = journey;
    const [first, second] = await plainNames();
    const counted = async () =>
      (
        await office.lists.summary({
          kind: 'contribution',
          filters: [
            { field: 'year', type: 'any', values: [YEAR + 1] },
            { field: 'review', type: 'any', values: ['已核'] },
          ],
          totals: ['amount', 'people'],
        })
      ).sums;
    const sheet = xlsx.utils.aoa_to_sheet([
      ['委员履职为民情况报表'],
      ['委员姓名', '履职类型', '主要内容', '发生日期', '金额（万元）', '惠及人数', '引荐委员'],
      [first?.name, '捐款捐物', '向社区食堂捐赠设备', `${YEAR + 1}.3.12`, '12.5', '', ''],
      [second?.name, '义诊法律咨询', '街道义诊', `${YEAR + 1}年4月6日`, '', '86', ''],
      [first?.name, '企业落户招商', '引进检测中心', `${YEAR + 1}-05-20`, '1200', '', second?.name],
      ['查无此人', '捐款捐物', '写错了姓名', `${YEAR + 1}-05-21`, '3', '', ''],
    ]);
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, sheet, '报表');
    const file = join(journey.walk.folder, '委员报表.xlsx');
    await writeFile(file, xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);

    await journey.go('/import?as=contribution');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选择文件' }).click();
    await (await chooser).setFiles(file);
    await page.getByText('哪一列是什么').waitFor();
    for (const go of [0, 1, 2]) {
      if ((await page.getByRole('button', { name: '下一步' }).count()) === 0) break;
      await page.getByRole('button', { name: '下一步' }).click();
      await page
        .locator(go === 0 ? '.row-table, .value-table, :text("表里写的")' : '.row-table')
        .first()
        .waitFor();
    }
    await page.getByRole('button', { name: '导入 3 行' }).click();
    await page.getByText(/已写入 3 条记录/).waitFor();
    const made = (await journey.all('contribution')).filter(({ values }) => values.year === YEAR + 1);
    expect(made).toHaveLength(3);
    expect(made.every(({ values }) => values.review === '待核')).toBe(true);
    expect(await counted()).toEqual({ amount: 0, people: 0 });

    const of = (type: string) => made.find(({ values }) => values.contributionType === type)?.id ?? '';
    expect((await journey.values('contribution', of('企业落户招商'))).introducers).toEqual([second?.id]);
    const proof = join(journey.walk.folder, '捐赠票据.txt');
    await writeFile(proof, '捐赠票据（样例）');
    for (const type of ['捐款捐物', '企业落户招商']) {
      await journey.go(`/records/contribution/${of(type)}/edit`);
      const asked = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: '证明材料：添加文件' }).click();
      await (await asked).setFiles(proof);
      await page.getByText('捐赠票据.txt').waitFor();
      await journey.choose('审核', '已核');
      await page.keyboard.press('Control+s');
      await page.getByRole('button', { name: '修改', exact: true }).waitFor();
      expect(await journey.values('contribution', of(type))).toMatchObject({
        review: '已核',
        proof: [{ name: '捐赠票据.txt' }],
      });
    }
    expect(await counted()).toEqual({ amount: 1212.5, people: 0 });
    await journey.go(
      listAt('contribution', [
        { field: 'year', type: 'any', values: [YEAR + 1] },
        { field: 'review', type: 'any', values: ['已核'] },
      ]),
    );
    await page.getByText(/共 2 件/).waitFor();
    await page.locator('.list-foot', { hasText: /金额.*1,?212\.5/ }).waitFor();
  });
});

describe('履职情况', () => {
  it('J17：看一个季度的出席率、提案、信息和什么也没做的人，名单与台账一致', async () => {
    const { page, office } = journey;
    await journey.go(`/desk/members?year=${YEAR}`);
    await page.locator('.member-lines tbody tr').first().waitFor();
    await page.getByLabel('季度').click();
    await page.locator('.ant-select-item-option', { hasText: '二季度' }).click();
    await page.getByText(`${YEAR} 年二季度 · `).waitFor();
    const data = await office.workMembers.overview({ year: YEAR, quarter: 2 });
    const idle = data.members.filter(({ counts }) => Object.keys(counts).length === 0);
    const mute = data.members.filter(({ counts }) => !counts.opinions);
    expect(mute.length).toBeGreaterThan(idle.length);

    await page.getByRole('button', { name: `没有反映社情民意 ${mute.length}` }).click();
    const lines = page.locator('.member-lines tbody tr');
    await expect.poll(() => lines.count()).toBe(mute.length);
    // What the page says of a member is what the ledgers hold between April and June.
    const active = new Set<string>();
    const within = (day: unknown) => String(day) >= `${YEAR}-04-01` && String(day).slice(0, 10) <= `${YEAR}-06-30`;
    for (const { values } of await journey.all('opinion')) {
      if (!within(values.receivedOn)) continue;
      for (const id of [values.lead, ...((values.coauthors as string[] | undefined) ?? [])]) active.add(String(id));
    }
    expect(mute.some(({ id }) => active.has(id))).toBe(false);
    expect(data.members.filter(({ id }) => active.has(id))).toHaveLength(data.members.length - mute.length);

    await page.getByRole('button', { name: /^全部委员/ }).click();
    const some = data.members.find(({ attendance }) => attendance.expected > 1);
    await page.getByLabel('找委员').fill(some?.name ?? '');
    const rate = Math.round(((some?.attendance.present ?? 0) / (some?.attendance.expected ?? 1)) * 100);
    const line = lines.filter({ hasText: `${rate}%` }).first();
    await line.getByRole('link').first().click();
    await page.getByRole('heading', { name: '任职史' }).waitFor();
    const profile = await office.workMembers.profile({ id: some?.id ?? '', year: YEAR, quarter: 2 });
    const attended = profile.sections.find(({ id }) => id === 'attended')?.deeds.length ?? 0;
    await figure('参加会议活动', `${attended}次`).first().waitFor();
  });

  it('J18：把61名优秀委员的名单从表格贴进表彰台账，指标61，一次撤销', async () => {
    const { page, office } = journey;
    const eligible = (await office.workMembers.overview({ year: YEAR })).members
      .filter(({ counts }) => (counts.attended ?? 0) > 0)
      .map(({ id }) => id);
    const winners = (await plainNames()).filter(({ id }) => eligible.includes(id)).slice(0, 61);
    expect(winners).toHaveLength(61);
    const filters = [
      { field: 'year', type: 'any' as const, values: [YEAR + 1] },
      { field: 'name', type: 'any' as const, values: ['优秀政协委员'] },
    ];
    const awards = () => journey.all('award', filters);
    expect(await awards()).toHaveLength(0);
    await journey.go('/records/award');
    await page.getByText(/共 \d+ 项/).waitFor();
    await page.getByRole('grid').focus();
    const lines = winners.map(({ name }) =>
      [YEAR + 1, '优秀政协委员', name, '区级', `示政协〔${YEAR + 2}〕3号`, `${YEAR + 2}-01-15`].join('\t'),
    );
    await pasteText(journey.walk, ['年度\t表彰名称\t委员\t级别\t决定文件\t表彰日期', ...lines].join('\r\n'));
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/新增 61 项/).waitFor();
    await dialog.getByRole('button', { name: '粘贴 61 行' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await awards()).length).toBe(61);
    expect((await awards()).map(({ values }) => values.member).toSorted()).toEqual(
      winners.map(({ id }) => id).toSorted(),
    );
    await journey.go(listAt('award', filters));
    await page.getByText('共 61 项').waitFor();
    const { members } = await office.workMembers.overview({ year: YEAR + 2 });
    expect(members.filter(({ counts }) => counts.awards === 1)).toHaveLength(61);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await awards()).length).toBe(0);
  });

  it('J19：一名委员历年的履职档案：任职史跨届，换年度数字跟着变，打印只留这一页', async () => {
    const { page, office } = journey;
    const { members } = await office.workMembers.overview({ year: YEAR });
    const before = await journey.all('member');
    const personOf = new Map(before.map(({ id, values }) => [id, values.person]));
    const once = (id: string) => before.filter(({ values }) => values.person === personOf.get(id)).length === 1;
    const busy = members
      .filter(({ id }) => once(id))
      .toSorted((a, b) => Object.keys(b.counts).length - Object.keys(a.counts).length)[0];
    const id = busy?.id ?? '';
    const { person } = await journey.values('member', id);
    const former = (await journey.find('term', ({ number }) => number === 9)).id;
    await journey.save('member', { person, term: former, appointedOn: '2017-02-20' });

    await journey.go(`/desk/members/${id}`);
    await page.getByRole('heading', { name: '任职史' }).waitFor();
    const terms = page.locator('.profile-table').first().locator('tbody tr');
    await expect.poll(() => terms.count()).toBe(2);
    expect(await terms.nth(1).innerText()).toContain('九届');
    const whole = await office.workMembers.profile({ id });
    const oneYear = await office.workMembers.profile({ id, year: YEAR });
    const attended = (from: typeof whole) => from.sections.find((one) => one.id === 'attended')?.deeds.length ?? 0;
    expect(attended(whole)).toBeGreaterThanOrEqual(attended(oneYear));
    expect(attended(oneYear)).toBe(busy?.counts.attended);
    await figure('参加会议活动', `${attended(whole)}次`)
      .first()
      .waitFor();
    await page.getByLabel('年度').click();
    await page.locator('.ant-select-item-option', { hasText: `${YEAR} 年` }).click();
    await figure('参加会议活动', `${attended(oneYear)}次`)
      .first()
      .click();
    await page
      .locator('.evidence-list li')
      .nth(attended(oneYear) - 1)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.evidence-list').waitFor({ state: 'detached' });

    await page.emulateMedia({ media: 'print' });
    await page.getByRole('navigation').first().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '打印' }).waitFor({ state: 'hidden' });
    expect(await page.getByRole('heading', { name: '任职史' }).isVisible()).toBe(true);
    expect(await page.getByText(/^口径：参加会议活动/).isVisible()).toBe(true);
    const { width, page: across } = await page.evaluate(() => ({
      width: document.querySelector('.profile')?.scrollWidth ?? 0,
      page: document.documentElement.clientWidth,
    }));
    expect(width).toBeLessThanOrEqual(across);
    await page.emulateMedia({ media: 'screen' });
  });
});
