import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import type { Values } from '../../../shared/records/record.ts';
import { onSample } from './support.ts';

const journey = onSample();

const day = (days: number) => dayjs().add(days, 'day').format('YYYY-MM-DD');
const rows = (values: Values, field: string) => (values[field] as readonly Values[] | undefined) ?? [];

const unitNamed = async (name: string) => (await journey.find('organisation', (values) => values.name === name)).id;

/** Ids of serving members, told apart by their place in the list. */
async function someMembers(count: number, from: number): Promise<string[]> {
  const serving = (await journey.all('member')).filter(({ values }) => values.status === '在任');
  return serving.slice(from, from + count).map(({ id }) => id);
}

const titleOf = async (kind: string, id: string) => (await journey.office.records.get({ kind, id })).title;
const byTitle = async (title: string) => (await journey.find('proposal', (values) => values.title === title)).id;
const latestSession = async () =>
  (await journey.office.records.list({ kind: 'session', sort: [['openOn', 'desc']] })).records[0]?.id;
const caught = async () => (await journey.office.workProposals.overview({ session: 'all' })).cases;

/** A paper that has been handed in, and as far as the office has got with it. */
async function handedIn(title: string, values: Values, moves: readonly string[] = []): Promise<string> {
  const session = await latestSession();
  const id = await journey.save('proposal', { title, session, submittedOn: day(-9), state: '已提交', ...values });
  for (const move of moves) await journey.office.workflow.move({ kind: 'proposal', ids: [id], move });
  return id;
}

/** A list of papers as a clerk of the congress sends it. */
async function sheetOf(name: string, cells: readonly (readonly string[])[]): Promise<string> {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(cells.map((line) => [...line])), '提案');
  const file = join(journey.walk.folder, name);
  await writeFile(file, xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return file;
}

describe('提案', () => {
  it('J04：委员发来的Excel：重复的一行不重复收，认不得的单位对上，重名的提案人由人分清，收件数对得上', async () => {
    const { page } = journey;
    const before = (await caught()).length;
    const [lead = ''] = await someMembers(1, 20);
    const name = (await titleOf('member', lead)).replace(/（.*$/u, '');
    const first = [
      '关于给背街小巷补装路牌的提案',
      name,
      '示例区民政局',
      '丁一',
      '示例中学',
      '19900001001',
      day(-1),
      '已提交',
    ];
    const file = await sheetOf('大会提案.xlsx', [
      ['案由', '第一提案人', '承办单位', '联系人姓名', '联系人单位', '联系人手机', '提交日期', '状态'],
      first,
      [
        '关于延长社区图书室开放时间的提案',
        '李桂兰',
        '示例区教育局',
        '丁二',
        '示例医院',
        '19900001002',
        day(-1),
        '已提交',
      ],
      first,
      ['关于规范小型施工围挡的提案', name, '围挡办', '丁三', '示例企业', '19900001003', day(-1), '已提交'],
    ]);

    await journey.go('/import?as=proposal');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选择文件' }).click();
    await (await chooser).setFiles(file);
    const next = () => page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('哪一列是什么').waitFor();
    await next();
    await journey.choose('“围挡办”当作', '示例区城市管理局');
    // Two members bear this name: they are offered first, each with what tells them apart.
    await page.getByLabel('“李桂兰”当作').click();
    const offered = page.locator('.ant-select-item-option', { hasText: '李桂兰' });
    await offered.nth(1).waitFor();
    expect(await offered.count()).toBe(2);
    await offered.nth(1).click();
    await next();
    const table = page.locator('.row-table');
    await table.getByText('与第 2 行是同一件，并入').waitFor();
    await page.getByRole('button', { name: /^导入 \d+ 行$/u }).click();
    await page.getByText(/已写入 \d+ 条记录/).waitFor();

    const now = await caught();
    expect(now.length).toBe(before + 3);
    expect(now.filter(({ subject }) => subject === first[0])).toHaveLength(1);
    const repeated = await journey.values('proposal', await byTitle('关于给背街小巷补装路牌的提案'));
    expect(rows(repeated, 'assignments')).toHaveLength(1);
    const fences = await journey.values('proposal', await byTitle('关于规范小型施工围挡的提案'));
    expect(fences).toMatchObject({ lead, liaisonName: '丁三', liaisonOrg: '示例企业', liaisonMobile: '19900001003' });
    expect(rows(fences, 'assignments')).toMatchObject([{ unit: await unitNamed('示例区城市管理局') }]);
    const library = await journey.values('proposal', await byTitle('关于延长社区图书室开放时间的提案'));
    expect(await titleOf('member', String(library.lead))).toContain('李桂兰');
    expect((await journey.all('organisation')).some(({ values }) => values.name === '围挡办')).toBe(false);
    await page.getByRole('button', { name: '撤销本次导入' }).click();
    await expect.poll(async () => (await caught()).length).toBe(before);
  });

  it('J05：审查：登记时提示相似案由，并案后两件的提案人都在，退回、转社情民意、不予立案、立案各有去处', async () => {
    const { page, office } = journey;
    const [one = '', two = '', three = ''] = await someMembers(3, 40);
    const examined = ['examine'];
    const main = await handedIn('关于社区食堂错峰供餐便利老人的提案', { lead: one }, examined);
    const other = await handedIn(
      '关于社区食堂错峰供餐方便老人的提案',
      { lead: two, cosigners: [{ member: three }] },
      examined,
    );
    const vague = await handedIn('关于大力弘扬良好风尚的提案', { lead: three }, examined);
    const local = await handedIn('关于银杏巷井盖松动的提案', { lead: two }, examined);
    const thin = await handedIn('关于补充说明材料的提案', { lead: one });

    // Whoever enters a third of the kind is told at once.
    await journey.go('/records/proposal/new');
    await page.getByLabel('案由', { exact: true }).fill('关于社区食堂错峰供餐的提案');
    await page
      .locator('.may-exist')
      .getByRole('button', { name: /社区食堂错峰供餐便利老人/ })
      .waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: /不保存/ }).click();
    await page.getByText(/^共 \d+ 件/u).waitFor();

    await journey.go('/desk/proposals?tab=likes');
    const side = page.locator('.likes-side', { hasText: '错峰供餐方便老人' });
    await side.getByRole('button', { name: '并入另一件' }).click();
    await journey.dialog().getByText('办完后变为').waitFor();
    await journey.dialog().getByRole('button', { name: '并案', exact: true }).click();
    await journey.dialog().waitFor({ state: 'detached' });
    expect(await journey.values('proposal', other)).toMatchObject({ state: '并案', mergedInto: main });
    expect((await journey.values('proposal', main)).proposers).toEqual([one, two, three]);

    await journey.open('proposal', main);
    await journey.move('立案');
    await journey.state('立案');
    await journey.open('proposal', vague);
    await journey.move('不予立案', () => journey.choose('不予立案原因', '内容空泛无具体建议', journey.dialog()));
    await journey.state('不予立案');
    await journey.open('proposal', local);
    await journey.move('转社情民意');
    await page.getByText('已生成：').waitFor();
    await journey.open('proposal', thin);
    await journey.move('退回修改', (dialog) => dialog.getByLabel('说明', { exact: true }).fill('请写明具体建议'));
    await journey.state('退回修改');

    expect((await journey.values('proposal', main)).caseNumber).toMatch(/\d+/u);
    expect(await journey.values('proposal', vague)).toMatchObject({ rejectReasons: ['内容空泛无具体建议'] });
    const opinion = await journey.find('opinion', ({ rawTitle }) => rawTitle === '关于银杏巷井盖松动的提案');
    expect(opinion.values).toMatchObject({ state: '登记', lead: two });
    // 立案 counts the main case once, however many went into it.
    const { tallies } = await office.workProposals.overview({});
    const holds = (id: string) => tallies.find((tally) => tally.id === id)?.ids ?? [];
    expect(holds('filed')).toContain(main);
    expect(holds('filed')).not.toContain(other);
    expect(holds('merged')).toContain(other);
    expect(holds('toOpinion')).toContain(local);
  });

  it('J06：交办主办与会办，期限各按规定；退办的改派；签收后每家各有一条办理经过', async () => {
    const { page, office } = journey;
    const [education, police, welfare] = await Promise.all(
      ['示例区教育局', '示例区公安分局', '示例区民政局'].map(unitNamed),
    );
    const [lead = ''] = await someMembers(1, 50);
    const id = await handedIn(
      '关于午间托管场所安全检查的提案',
      { lead, advisedUnits: [education], advisedCoUnits: [police] },
      ['examine', 'file'],
    );
    await journey.open('proposal', id);
    // What the member advised stands in the dialog already.
    await journey.move('交办', async (dialog) => {
      await dialog.getByText('示例区公安分局').first().waitFor();
    });
    await journey.state('已交办');
    const handed = rows(await journey.values('proposal', id), 'assignments');
    expect(handed).toMatchObject([
      { unit: education, role: '主办', due: dayjs().add(3, 'month').format('YYYY-MM-DD') },
      { unit: police, role: '会办', due: dayjs().add(1, 'month').format('YYYY-MM-DD') },
    ]);

    await journey.move('退办异议', async (dialog) => {
      await journey.cell(dialog, '第 1 行 承办单位', '示例区教育局');
      await journey.cell(dialog, '第 1 行 退办理由', '托管场所由民政部门主管');
    });
    await journey.state('退办异议');
    await journey.move('重新确定承办单位', async (dialog) => {
      await dialog.getByRole('button', { name: '承办：添加一行' }).or(dialog.locator('.cell-active')).first().waitFor();
      await journey.cell(dialog, '第 1 行 承办单位', '示例区民政局');
    });
    await journey.state('已交办');
    await journey.move('签收');
    await journey.state('办理中');

    const after = rows(await journey.values('proposal', id), 'assignments');
    expect(after.map(({ unit, state }) => [unit, state])).toEqual([
      [education, '退办申请'],
      [police, '办理中'],
      [welfare, '办理中'],
    ]);
    expect(after[0]?.returnResult).toContain('示例区民政局');
    // Every unit that answers has its term, and it is owed.
    const owed = (await office.workProposals.timeline({ id })).owed;
    expect(owed.find(({ unit, label }) => unit === welfare && label === '答复期限')?.due).toBe(after[2]?.due);
    await journey.go(`/desk/proposals/${id}`);
    await page
      .getByRole('region', { name: '示例区民政局（主办）' })
      .getByText(/应于 .* 前/)
      .first()
      .waitFor();
    await page.getByRole('region', { name: '示例区教育局（主办）' }).getByText('不再承办').waitFor();
  });
});
