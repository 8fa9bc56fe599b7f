import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const group = (name: string) =>
  walk.page.locator('.form-group', { has: walk.page.getByRole('heading', { name, exact: true }) });

async function choose(label: string, option: string) {
  await walk.page.getByLabel(label, { exact: true }).click();
  // The list draws only the options in sight: typing brings the wanted one up.
  await walk.page.getByLabel(label, { exact: true }).fill(option);
  await walk.page.locator('.ant-select-item-option', { hasText: option }).first().click();
}

describe('单位', () => {
  it('选了企业才出现企业的栏目；填过的一直看得见，改写时不从手底下消失', async () => {
    const { page, office } = walk;
    await walk.go('/records/organisation/new');
    await page.getByLabel('名称', { exact: true }).fill('示例新材料有限公司');
    expect(await group('企业').count()).toBe(0);
    await choose('类别', '企业');
    await page.getByLabel('行业', { exact: true }).fill('新材料');
    await choose('类别', '政府');
    // Filled in, so it stays although the category says otherwise; cleared, it stays under the caret.
    await page.getByLabel('行业', { exact: true }).fill('');
    await page.getByLabel('行业', { exact: true }).fill('化工');
    await choose('类别', '企业');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.locator('.page-title', { hasText: '示例新材料有限公司' }).waitFor();
    const { records } = await office.records.list({ kind: 'organisation', text: '示例新材料' });
    expect(records[0]?.values).toMatchObject({ category: '企业', industry: '化工', active: true });
    expect(Object.keys(records[0]?.values ?? {})).not.toContain('isMemberCompany');
  });

  it('新资料库里有承办单位可选，按类别排好', async () => {
    await walk.go('/records/organisation');
    await walk.page.getByText('区发展和改革委员会').first().waitFor();
    const { total } = await walk.office.records.list({ kind: 'organisation' });
    expect(total).toBeGreaterThan(60);
  });
});

describe('年度计划', () => {
  it('挂上一次已结束的活动，计划项自动达标', async () => {
    const { page, office } = walk;
    await walk.go('/records/planItem/new');
    await page.getByLabel('主题', { exact: true }).fill('老旧小区改造专题协商');
    await page.getByLabel('年度', { exact: true }).fill('2024');
    await choose('计划类型', '年度协商计划');
    await group('报批').waitFor();
    expect(await group('所属街道').count()).toBe(0);
    await page.keyboard.press('Control+s');
    await page.locator('.page-title', { hasText: '老旧小区改造专题协商' }).waitFor();
    const [plan] = (await office.records.list({ kind: 'planItem' })).records;
    expect(plan?.values.reached).toBe(false);
    const event = { category: '协商', title: '专题协商会', start: '2024-03-05T09:00', status: '已结束' };
    const { id } = await office.records.save({ kind: 'event', values: event });
    await office.records.save({ kind: 'planItem', id: plan?.id ?? '', values: { events: [id] } });
    const again = await office.records.get({ kind: 'planItem', id: plan?.id ?? '' });
    expect(again.record.values).toMatchObject({ doneCount: 1, reached: true });
    await page.reload();
    await page.getByText('已完成').waitFor();
  });
});
