import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { addMembers } from '../frame/people.ts';

let walk: Walk;
let member: string;
beforeEach(async () => {
  walk = await startWalk();
  member = (await addMembers(walk)).members[0] ?? '';
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const panel = () => walk.page.getByRole('region', { name: '办理' });
const dialog = () => walk.page.getByRole('dialog');
const valuesOf = async (kind: string, id: string) => (await walk.office.records.get({ kind, id })).record.values;

describe('一步一步办', () => {
  it('请辞：少填的说在栏目下，填好后状态、经过都记下，撤销一次回到原样', async () => {
    const { page, office } = walk;
    await walk.go(`/records/member/${member}`);
    await panel().locator('.state-tag', { hasText: '在任' }).waitFor();
    await panel().getByRole('button', { name: '请辞' }).click();
    await dialog().getByText('办完后变为').waitFor();
    await dialog().getByText('提请主席会议、常委会审议').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog().getByLabel('说明').fill('本人来信');
    await page.keyboard.press('Control+Enter');
    await dialog().locator('.form-field[data-problem]').waitFor();
    expect(await dialog().getByLabel('说明').inputValue()).toBe('本人来信');
    expect((await valuesOf('member', member)).status).toBe('在任');

    await page.keyboard.type('工作调动');
    await page.keyboard.press('Control+Enter');
    await panel().locator('.state-tag', { hasText: '请辞待审' }).waitFor();
    const after = await valuesOf('member', member);
    expect(after).toMatchObject({ status: '请辞待审', exitReason: '工作调动' });
    expect((after.log as Record<string, unknown>[]).at(-1)).toMatchObject({
      move: '请辞',
      from: '在任',
      to: '请辞待审',
      note: '本人来信',
    });
    await panel().getByRole('heading', { name: '办理经过' }).waitFor();
    await panel().getByText('本人来信').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await valuesOf('member', member)).status).toBe('在任');
    expect(await valuesOf('member', member)).not.toHaveProperty('exitReason');
    expect((await office.history.list({ limit: 1 })).entries[0]?.origin).toBe('undo');
  });

  it('没有这项分工的人：按钮够得着、说得出原因，点了也不会办', async () => {
    const { page, office } = walk;
    await office.rules.saveOperators({ operators: [{ name: '丁一', roles: ['文史委'] }] });
    await office.preferences.save({ operator: '丁一' });
    await walk.go(`/records/member/${member}`);
    const button = panel().getByRole('button', { name: '请辞' });
    await button.waitFor();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await button.focus();
    await page
      .getByRole('tooltip')
      .getByText(/您没有这项分工/)
      .waitFor();
    await page.keyboard.press('Enter');
    await panel()
      .getByText(/现在不能办“请辞”：.*您没有这项分工/)
      .waitFor();
    expect(await dialog().count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('更正状态要写原因，不走步骤，记入经过', async () => {
    const { page } = walk;
    await walk.go(`/records/member/${member}`);
    await panel().getByRole('button', { name: '更多办理操作' }).click();
    await page.getByRole('menuitem', { name: '更正状态…' }).click();
    await dialog().getByLabel('改为').click();
    await page.keyboard.type('届中');
    await page.keyboard.press('Enter');
    await dialog().getByLabel('原因').fill('登记时选错了');
    await page.keyboard.press('Control+Enter');
    await panel().locator('.state-tag', { hasText: '届中增补' }).waitFor();
    const after = await valuesOf('member', member);
    expect(after.status).toBe('届中增补');
    expect((after.log as Record<string, unknown>[]).at(-1)).toMatchObject({ from: '在任', note: '登记时选错了' });
  });

  it('修改页里状态只看不改，说明到哪里改', async () => {
    const { page } = walk;
    await walk.go(`/records/member/${member}/edit`);
    const field = page.locator('.form-field', { hasText: '用“办理”改变' });
    await field.getByText('在任').waitFor();
    expect(await field.locator('input, .ant-select').count()).toBe(0);
  });

  it('日期写错了留在框里说明；回车从单行提交；取消不改动，光标回到原来的按钮', async () => {
    const { page } = walk;
    await walk.go(`/records/member/${member}`);
    const button = panel().getByRole('button', { name: '终止' });
    await button.focus();
    await page.keyboard.press('Enter');
    await dialog().getByLabel('办理日期').fill('去年冬天');
    await page.keyboard.press('Enter');
    await dialog()
      .getByText(/请填写办理日期/)
      .waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog().count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('终止');
    expect((await valuesOf('member', member)).status).toBe('在任');
  });
});
