import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeAll(async () => {
  walk = await startWalk({ library: 'none' });
  await walk.office.library.create({ path: walk.libraryPath, sample: true });
  await walk.page.reload();
  await walk.page.waitForSelector('.frame');
});
afterAll(async () => {
  await walk.end();
  await closeBrowser();
});

const year = 2024;

describe('人的页面', () => {
  it('履职一览：点“没有提交提案”只剩没有提案的，点姓名到履职情况，数字点开就是那些记录', async () => {
    const { page, office } = walk;
    await walk.go(`/work/members?year=${year}`);
    const overview = await office.workMembers.overview({ year });
    const without = overview.members.filter(({ counts }) => !counts.proposals);
    await page.getByRole('button', { name: `没有提交提案 ${without.length}` }).click();
    await page.locator('.member-lines tbody tr').nth(0).waitFor();
    expect(await page.locator('.member-lines tbody tr').count()).toBe(without.length);

    await page.getByRole('button', { name: /^全部委员/ }).click();
    const busy = overview.members.find(({ counts }) => (counts.proposals ?? 0) > 0 && (counts.attended ?? 0) > 3);
    await page.getByLabel('找委员').fill(busy?.name.replace(/（.*$/, '') ?? '');
    await page.locator('.member-lines tbody a').first().click();
    await page.getByRole('heading', { name: '任职史' }).waitFor();
    await page
      .locator('.profile-counts')
      .getByRole('button', { name: /^提案 / })
      .click();
    await page.locator('.evidence-list li').first().waitFor();
    expect(await page.locator('.evidence-list li').count()).toBe(busy?.counts.proposals);
    await page.keyboard.press('Escape');
  });

  it('监督与走访：数字与合同里问到的一致，问题清单逐条列出', async () => {
    const { page } = walk;
    await walk.go(`/work/supervision?year=${year}&form=${encodeURIComponent('协商式监督')}`);
    await page.getByRole('button', { name: /监督 37次/ }).waitFor();
    await page.getByRole('tab', { name: '问题清单（20）' }).click();
    await page.locator('.round-table').last().locator('tbody tr').nth(19).waitFor();
    await walk.go(`/work/visits?year=${year}`);
    await page.getByRole('button', { name: /走访联络党外委员 130人次/ }).waitFor();
  });

  it('没有监督的年份说清第一步做什么', async () => {
    await walk.go('/work/supervision?year=2020');
    await walk.page.getByText('2020 年还没有监督活动').waitFor();
  });
});

describe('J02 签到与请假', () => {
  it('带出应到名单、打拼音签到、登记请假、其余记出席、一句话与资料库一致', async () => {
    const { page, office } = walk;
    const [term] = (await office.records.list({ kind: 'term', sort: [['number', 'desc']] })).records;
    const saved = await office.records.save({
      kind: 'event',
      values: {
        category: '会议',
        subtype: '常委会会议',
        title: '测试常委会',
        start: '2024-03-05T09:00',
        term: term?.id,
        status: '进行中',
      },
    });
    await walk.go(`/work/meetings/${saved.id}`);
    await page.getByRole('button', { name: /带出应到名单（补 \d+ 人）/ }).click();
    const expected = await page.locator('.roll-row').count();
    const standing = (
      await office.records.list({ kind: 'member', filters: [{ field: 'isStanding', type: 'any', values: [true] }] })
    ).records.filter(
      ({ values }) =>
        values.term === term?.id &&
        String(values.appointedOn) <= '2024-03-05' &&
        (!values.exitOn || String(values.exitOn) > '2024-03-05'),
    );
    expect(expected).toBe(standing.length);

    await page.getByLabel('找人，回车记为出席').fill('lbn');
    await page.keyboard.press('Enter');
    expect(await page.locator('.roll-row[data-state="出席"]').count()).toBe(1);

    const second = page.locator('.roll-row').nth(1);
    await second.getByRole('button', { name: '请假' }).click();
    await second.getByLabel(/请假类型/).click();
    await page.locator('.ant-select-item-option', { hasText: '出差' }).first().click();
    await second.getByLabel(/批准人/).fill('梁柏年');
    await page.getByRole('button', { name: /其余 \d+ 人记为出席/ }).click();
    await page.getByText(`应出席${expected}人，实到${expected - 1}人，请假1人，符合规定人数。`).waitFor();
    await page
      .getByRole('button', { name: '保 存', exact: true })
      .or(page.getByRole('button', { name: '保存', exact: true }))
      .click();
    await expect
      .poll(async () => (await office.records.get({ kind: 'event', id: saved.id })).record.values.leaveCount)
      .toBe(1);
    const stored = (await office.records.get({ kind: 'event', id: saved.id })).record.values;
    expect([stored.expectedCount, stored.presentCount, stored.absentCount]).toEqual([expected, expected - 1, 0]);
    const leave = (stored.attendance as { state: string; leaveType?: string; approver?: string }[]).find(({ state }) =>
      state.startsWith('请假'),
    );
    expect(leave).toMatchObject({ state: '请假（已批）', leaveType: '出差', approver: '梁柏年' });
  });

  it('粘贴签到名单：记出席，名单里没有的说出来；撤销回到原来', async () => {
    const { page, office } = walk;
    const events = (
      await office.records.list({ kind: 'event', filters: [{ field: 'title', type: 'contains', text: '测试常委会' }] })
    ).records;
    const id = events[0]?.id ?? '';
    await walk.go(`/work/meetings/${id}`);
    await page.getByLabel('签到的姓名').fill('查无此人');
    await page.getByRole('region', { name: '粘贴签到名单' }).getByRole('button', { name: '记为出席' }).click();
    await page.getByText('名单里没有：查无此人').waitFor();
    await office.history.undo();
    await page.getByText('还没有名单').waitFor();
    expect((await office.records.get({ kind: 'event', id })).record.values.attendance).toBeUndefined();
  });
});
