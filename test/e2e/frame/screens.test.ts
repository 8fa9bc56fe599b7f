import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { addMembers } from './people.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

/** Nothing may stick out of the window sideways, whatever the size of type. */
const sideways = (walked: Walk) =>
  walked.page.evaluate(() => {
    const main = document.querySelector('.main');
    return main ? main.scrollWidth - main.clientWidth : 0;
  });

const LONG = '关于进一步加强和改进新时代文史资料征集、整理、编辑、出版与利用工作的若干意见（征求意见稿第三稿修改说明）';

async function fill() {
  const { office } = walk;
  const { members, sector } = await addMembers(walk);
  const meeting = await office.records.save({
    kind: 'event',
    values: {
      category: '会议',
      title: `十届第一次主席会议（${LONG}）`,
      start: '2024-03-01 9:00',
      attendance: members.map((member) => ({ member, role: '应出席', state: '出席' })),
      resolutions: [{ text: LONG, department: '提案委员会', due: '2024-04-01', state: '未启动' }],
    },
  });
  const book = await office.records.save({ kind: 'book', values: { title: LONG } });
  await office.records.save({ kind: 'chapter', values: { book: book.id, title: '第一篇' } });
  return { members, sector, event: meeting.id, book: book.id };
}

describe('每一页都读得清、够得着', () => {
  it('空的资料库', async () => {
    const all: string[] = [];
    for (const path of ['/', '/records/member', '/records/event', '/history', '/settings']) {
      await walk.go(path);
      for (const finding of await axeFindings(walk.page)) all.push(`${path} ${finding}`);
    }
    expect(all).toEqual([]);
  });

  for (const scale of ['standard', 'extraLarge'] as const) {
    it(`有内容、有长名字（${scale}）`, async () => {
      const made = await fill();
      await walk.office.preferences.save({ scale });
      await walk.page.reload();
      await walk.page.waitForFunction((wanted) => document.documentElement.dataset.scale === wanted, scale);
      const paths = [
        '/',
        '/records/member',
        '/records/event',
        `/records/event/${made.event}`,
        `/records/event/${made.event}/edit`,
        `/records/event/${made.event}?tab=history`,
        `/records/sector/${made.sector}?tab=uses`,
        `/records/book/${made.book}`,
        `/records/member/${made.members[0]}/edit`,
        '/records/person/new',
        '/history',
        '/settings',
        '/settings?tab=options',
        '/settings?tab=fonts',
        '/settings?tab=desk',
        '/settings?tab=safety',
        '/settings?tab=about',
      ];
      const all: string[] = [];
      for (const path of paths) {
        await walk.go(path);
        await walk.page.waitForTimeout(250);
        for (const finding of await axeFindings(walk.page)) all.push(`${path} ${finding}`);
        if ((await sideways(walk)) > 0) all.push(`${path} 横向超出窗口`);
      }
      expect(all).toEqual([]);
    });
  }

  it('侧栏、条件框、检索提示、署名框开着的时候', async () => {
    await fill();
    const { page } = walk;
    await walk.go('/records/member');
    await page.getByRole('row', { name: /丁\s一/ }).click();
    await page.getByRole('complementary').waitFor();
    await page.getByRole('button', { name: '条件' }).click();
    await page.locator('.filter-form').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dy');
    await page.locator('.suggest-row').nth(1).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /署名/ }).click();
    await page.getByLabel('现在由谁办理').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('状态栏说真话', () => {
  it('核验有进度、能说出结果；备份做完才说已校验', async () => {
    const { page, folder } = walk;
    await addMembers(walk);
    await walk.go('/settings?tab=safety');
    await page.getByRole('button', { name: '开始核验' }).click();
    await page.getByText('✓ 全部一致').waitFor();
    await page.getByText('本次打开后还没有备份').first().waitFor();
    await page.getByLabel('备份放在').fill(`${folder}/备份`);
    await page.getByRole('button', { name: '现在备份' }).click();
    await page.getByText(/✓ 已备份并核对/).waitFor();
    await page.locator('.status', { hasText: '（已校验）' }).waitFor();
  });

  it('改选项：改名连同记录一起改，一次撤销', async () => {
    const { page, office } = walk;
    const { id } = await office.records
      .save({ kind: 'person', values: { name: '于春梅', sex: '女', orgNature: '企业' } })
      .catch(() => office.records.save({ kind: 'person', values: { name: '于春梅', sex: '女' } }));
    await walk.go('/settings?tab=options');
    await page.getByText('1 条在用').waitFor();
    await page.getByLabel('第 2 项', { exact: true }).fill('女性');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '一起改' }).click();
    await expect.poll(async () => (await office.records.get({ kind: 'person', id })).record.values.sex).toBe('女性');
    await office.history.undo({});
    expect((await office.records.get({ kind: 'person', id })).record.values.sex).toBe('女');
  });

  it('在别处改了，这里的列表跟着变', async () => {
    const { page, office } = walk;
    await walk.go('/records/person');
    await page.getByText('还没有人员').waitFor();
    await office.records.save({ kind: 'person', values: { name: '马国强' } });
    await page.getByRole('row', { name: /马国强/ }).waitFor();
    await page.locator('.nav a', { hasText: '人员' }).locator('.nav-count', { hasText: '1' }).waitFor();
  });
});
