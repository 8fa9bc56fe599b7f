import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bodyFromText } from '../../../shared/text/body.ts';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { LONG, makeStreet, valuesOf } from './grassroots.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

describe('规章制度', () => {
  it('几个方面多少项写成句子；两个版本逐字对照', async () => {
    const { page } = walk;
    const { add } = await makeStreet(walk);
    const common = { area: '会议制度', meetingType: '常委会', state: '现行', title: '常委会会议规则' };
    const old = await add('regulation', {
      ...common,
      action: '制定',
      passedOn: '2019-03-01',
      body: bodyFromText('第一条 会议每季度举行一次。\n第二条 由主席主持。'),
    });
    const fresh = await add('regulation', {
      ...common,
      action: '修订',
      passedOn: '2024-03-01',
      important: true,
      previous: old,
      body: bodyFromText('第一条 会议每两个月举行一次。\n第二条 由主席主持。\n第三条 委员签到。'),
    });
    await add('regulation', { ...common, title: LONG, area: '机关内务', action: '制定', passedOn: '2024-05-01' });
    await walk.go('/desk/regulations?year=2024');
    await page.getByText('2024年修订完善规章制度2个方面2项。').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^会议制度：修订 1/ }).click();
    await page.getByRole('dialog').getByRole('link', { name: '常委会会议规则' }).click();
    await page.waitForFunction((id) => window.location.hash.includes(id), fresh);
    await page.getByRole('link', { name: '版本对照' }).click();
    await page.getByText('改动 1 段，新增 1 段，删去 0 段；1 段没有变。').waitFor();
    expect(await page.locator('del').allInnerTexts()).toEqual(['季度']);
    expect(await page.locator('ins').allInnerTexts()).toEqual(['两个月', '第三条 委员签到。']);
    expect(await axeFindings(page)).toEqual([]);
    expect((await valuesOf(walk, 'regulation', fresh)).previous).toBe(old);
  });
});

describe('年度计划', () => {
  it('挂上活动就算完成，月份有没有主题看得出，撤销回到原样', async () => {
    const { page } = walk;
    const { add, street } = await makeStreet(walk);
    const plan = await add('planItem', {
      year: 2024,
      planType: '街道年度计划',
      topic: LONG,
      month: 5,
      subdistrictOffice: street,
    });
    const values = { category: '活动', title: '健康行义诊', start: '2024-05-06T09:00', status: '已结束' };
    const event = await add('event', { ...values, subdistrictOffice: street });
    await walk.go('/desk/plans?year=2024');
    const row = page.getByRole('row', { name: /老旧小区/ });
    await row.getByText('✗ 差 1').waitFor();
    await page.getByText('12 个月里 1 个月有计划项').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await row.getByRole('button', { name: /挂活动/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('计入完成次数', { exact: false }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('combobox', { name: '完成的活动' }).fill('义诊');
    await page.locator('.ant-select-item-option').filter({ hasText: '健康行义诊' }).click();
    await page.keyboard.press('Control+Enter');
    await row.getByText('✓ 达标').waitFor();
    expect((await valuesOf(walk, 'planItem', plan)).events).toEqual([event]);
    await page.keyboard.press('Control+z');
    await row.getByText('✗ 差 1').waitFor();
    expect((await valuesOf(walk, 'planItem', plan)).events).toBeUndefined();
  });
});
