import dayjs from 'dayjs';
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
    await dialog().getByRole('textbox', { name: '说明' }).fill('本人来信');
    await page.keyboard.press('Control+Enter');
    await dialog().locator('.form-field[data-problem]').waitFor();
    expect(await dialog().getByRole('textbox', { name: '说明' }).inputValue()).toBe('本人来信');
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

/** A proposal filed and handed to one unit, through the contract; dates are days from today. */
async function addProposal(title: string, handedDays?: number) {
  const { office } = walk;
  const on = (days: number) => dayjs().add(days, 'day').format('YYYY-MM-DD');
  const { id } = await office.records.save({
    kind: 'proposal',
    values: { title, lead: member, submittedOn: on(-220), state: '已提交' },
  });
  await office.workflow.correct({ kind: 'proposal', id, state: '立案', reason: '旧账补录' });
  const [unit] = (await office.records.list({ kind: 'organisation', sort: [['name', 'asc']] })).records;
  if (!unit) throw new Error('新资料库应带有承办单位');
  if (handedDays !== undefined) {
    await office.workflow.move({
      kind: 'proposal',
      ids: [id],
      move: 'assign',
      rows: { assignments: [{ unit: unit.id, role: '独办' }] },
      on: on(handedDays),
    });
  }
  return { id, unit: unit.id, unitName: String(unit.values.name) };
}

describe('带子表的一步', () => {
  it('交办：在表里选单位和角色；不合规矩的说在那一格，改好再交', async () => {
    const { page } = walk;
    const { id, unit, unitName } = await addProposal('关于停车的提案');
    await walk.go(`/records/proposal/${id}`);
    await panel().getByRole('button', { name: '交办', exact: true }).first().click();
    await dialog().getByText('提案转办单').waitFor();
    await dialog().locator('.cell-active input').waitFor();
    await page.keyboard.press('Control+Enter');
    await dialog().locator('.field-problem').first().waitFor();
    await dialog().getByRole('button', { name: '第 1 行 承办单位：空' }).focus();
    await page.keyboard.type(unitName);
    await page.locator('.ant-select-item-option', { hasText: unitName }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await panel().locator('.state-tag', { hasText: '已交办' }).waitFor();
    const after = await valuesOf('proposal', id);
    expect(after.assignments).toMatchObject([{ unit, role: '主办', state: '待签收' }]);
    await panel().getByRole('list', { name: '期限' }).getByText('答复期限').waitFor();
  });

  it('待办里的超期提案：直接登记这家单位的答复，那一件就没有了', async () => {
    const { page, office } = walk;
    const { id, unit, unitName } = await addProposal('关于加装电梯的提案', -200);
    await office.workflow.move({
      kind: 'proposal',
      ids: [id],
      move: 'sign',
      on: dayjs().add(-199, 'day').format('YYYY-MM-DD'),
    });
    await walk.go('/tasks');
    const line = page.locator('.task-line', { hasText: '关于加装电梯的提案' }).filter({ hasText: '答复期限' });
    await line.getByText(/超期 \d+ 天/).waitFor();
    await line.getByText(unitName).waitFor();
    await line.getByRole('button', { name: /^答复：/ }).click();
    const form = page.getByRole('dialog');
    await form.waitFor();
    await form.getByText(unitName).first().waitFor();
    await form.getByLabel('答复类别').click();
    await page.keyboard.type('A');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => line.count()).toBe(0);
    expect((await valuesOf('proposal', id)).replies).toMatchObject([{ unit, class: 'A' }]);
  });

  it('列表里勾选几件一起办，一次撤销', async () => {
    const { page, office } = walk;
    const first = await addProposal('第一件提案');
    const second = await addProposal('第二件提案');
    await walk.go('/records/proposal');
    await page
      .getByRole('row', { name: /第一件提案/ })
      .getByRole('checkbox')
      .check();
    await page
      .getByRole('row', { name: /第二件提案/ })
      .getByRole('checkbox')
      .check();
    await page.getByRole('button', { name: /^办理 2 件/ }).click();
    await page.getByRole('menuitem', { name: '撤回' }).click();
    await dialog().getByRole('textbox', { name: '说明' }).fill('提案人来函撤回');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await valuesOf('proposal', first.id)).state).toBe('撤回');
    expect((await valuesOf('proposal', second.id)).state).toBe('撤回');
    await office.history.undo({});
    expect((await valuesOf('proposal', first.id)).state).toBe('立案');
    expect((await valuesOf('proposal', second.id)).state).toBe('立案');
  });
});
