import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../../shared/records/record.ts';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
let event: string;
/** A unit of its own among the preset ones. */
let unit: string;
beforeEach(async () => {
  walk = await startWalk();
  event = await save('event', { category: '会议', title: '营商环境座谈会', start: '2024-10-20T09:00' });
  unit = await save('organisation', { name: '示例区城管局' });
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const save = async (kind: string, values: Values) => (await walk.office.records.save({ kind, values })).id;
const all = async () => (await walk.office.records.list({ kind: 'suggestion', full: true })).records;

describe('意见建议与收条', () => {
  it('粘贴多条：选来源、先看每行读成什么、登记，接着编号，一次撤销', async () => {
    const { page } = walk;
    await walk.go('/desk/suggestions');
    await page.getByRole('heading', { name: '还没有意见建议' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '粘贴多条' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '来源会议活动' }).fill('营商');
    await page.getByText('营商环境座谈会').first().click();
    await dialog
      .getByLabel('一行一条')
      .fill('1. 建议增加公交班次\n2. 西口夜里太暗要装灯\t问题\t示例区城管局\n3、建议增加公交班次');
    await dialog.getByText('已经有一样的').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '登记 2 条' }).click();
    await page.getByText('已登记意见建议 2 条').waitFor();
    expect((await all()).map(({ values }) => [values.seq, values.text, values.suggestionKind, values.event])).toEqual([
      [1, '建议增加公交班次', '意见建议', event],
      [2, '西口夜里太暗要装灯', '问题诉求', event],
    ]);
    await page.getByRole('link', { name: '营商环境座谈会' }).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await all()).length).toBe(0);
  });

  it('单位的名字认不出：先说出来，不让登记', async () => {
    const { page } = walk;
    await walk.go('/desk/suggestions');
    await page.getByRole('button', { name: '粘贴多条' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '来源会议活动' }).fill('营商');
    await page.getByText('营商环境座谈会').first().click();
    await dialog.getByLabel('一行一条').fill('建议增加公交班次\t没有这个局');
    await dialog.getByText(/主责单位：/).waitFor();
    expect(await dialog.getByRole('button', { name: '登记 1 条' }).isDisabled()).toBe(true);
    expect(await all()).toEqual([]);
  });

  it('收条：勾两条一起转办，清单里就到责任单位名下；超期未签收写出来', async () => {
    const { page, office } = walk;
    for (const text of ['第一条建议', '第二条建议'])
      await save('suggestion', { event, text, suggestionKind: '意见建议', state: '待转' });
    const late = await save('suggestion', {
      event,
      text: '第三条建议',
      suggestionKind: '意见建议',
      state: '待转',
      mainUnit: unit,
    });
    await office.workflow.move({
      kind: 'suggestion',
      ids: [late],
      move: 'transfer',
      on: '2024-10-21',
      values: { mainUnit: unit },
    });
    await office.workflow.move({ kind: 'suggestion', ids: [late], move: 'deliver', on: '2024-10-22' });
    await walk.go('/desk/suggestions?tab=receipts');
    await page.locator('td .late', { hasText: '超期未签收' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    for (const text of ['第一条建议', '第二条建议']) await page.getByRole('checkbox', { name: `选 ${text}` }).click();
    await page.getByRole('button', { name: /办理 2 条/ }).click();
    await page.getByRole('menuitem', { name: '转办' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '主责单位' }).fill('城管');
    await page.locator('.ant-select-item-option').getByText('示例区城管局').click();
    await dialog.getByRole('button', { name: '转办', exact: true }).click();
    await expect
      .poll(
        async () => (await all()).filter(({ values }) => values.state === '已转办' && values.mainUnit === unit).length,
      )
      .toBe(3);
    await page.getByRole('tab', { name: '责任清单（3）' }).click();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('清单导出Excel：导出的就是列出的', async () => {
    const { page } = walk;
    await save('suggestion', { event, text: '第一条建议', suggestionKind: '问题诉求', state: '待转' });
    await walk.go('/desk/suggestions?tab=problems');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出Excel' }).click();
    expect((await download).suggestedFilename()).toMatch(/问题清单.*\.xlsx$/);
    await page.getByText(/已导出问题清单 1 条/).waitFor();
  });
});
