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
    await walk.go(`/desk/members?year=${year}`);
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
    await walk.go(`/desk/supervision?year=${year}&form=${encodeURIComponent('协商式监督')}`);
    await page.getByRole('button', { name: /监督 37次/ }).waitFor();
    await page.getByRole('tab', { name: '问题清单（20）' }).click();
    await page.locator('.round-table').last().locator('tbody tr').nth(19).waitFor();
    await walk.go(`/desk/visits?year=${year}`);
    await page.getByRole('button', { name: /走访联络党外委员 130人次/ }).waitFor();
  });

  it('没有监督的年份说清第一步做什么', async () => {
    await walk.go('/desk/supervision?year=2020');
    await walk.page.getByText('2020 年还没有监督活动').waitFor();
  });
});
