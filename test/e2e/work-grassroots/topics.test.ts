import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { LONG, makeStreet, valuesOf } from './grassroots.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const board = () => walk.page.getByRole('region', { name: '四单看板' });

describe('四单', () => {
  it('从空的开始：说得出放什么；点单、梳理、并入、为它开协商会，数跟着变', async () => {
    const { page, office } = walk;
    await walk.go('/desk/topics?year=2024');
    await page.getByRole('heading', { name: '2024 年还没有协商议题' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const { add, street, community } = await makeStreet(walk);
    const common = { raisedOn: '2024-05-06', subdistrictOffice: street, community };
    const main = await add('topic', { title: LONG, ...common });
    const twin = await add('topic', { title: '三号楼加装电梯', ...common });
    await board().getByRole('button', { name: LONG }).click();
    const drawer = page.getByRole('dialog').first();
    await drawer.getByRole('button', { name: '梳理', exact: true }).click();
    await page.getByText('办完后变为').waitFor();
    // The dialog stands over a drawer: it must have the keyboard all the same.
    await page.waitForFunction(() => document.activeElement?.closest('.move-dialog') !== null);
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await valuesOf(walk, 'topic', main)).state).toBe('已梳理');
    await drawer.getByText('还没有为它开过协商会').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await drawer.getByRole('link', { name: '开协商会' }).click();
    await page.waitForFunction(() => window.location.hash.includes('/records/event/new'));
    expect(await page.getByLabel('名称', { exact: true }).inputValue()).toBe(`${LONG}协商会`);
    await page.getByLabel('开始时间', { exact: true }).fill('2024-06-03 09:00');
    await page.keyboard.press('Control+s');
    await expect
      .poll(async () => (await office.records.list({ kind: 'event' })).records.map(({ values }) => values.topics))
      .toEqual([[main]]);
    const [event] = (await office.records.list({ kind: 'event' })).records;
    expect(event?.values).toMatchObject({
      category: '协商',
      consultForm: '微协商',
      subdistrictOffice: street,
      consultLevel: '社区（村）',
    });
    // The form leaves for the saved record: only then may the walk go elsewhere.
    await page.waitForFunction(() => !window.location.hash.includes('/new'));
    await office.records.save({ kind: 'event', id: event?.id ?? '', values: { status: '已结束' } });

    await walk.go('/desk/topics?year=2024');
    await board()
      .getByRole('button', { name: `${LONG}的协商 1次` })
      .waitFor();
    await board().getByRole('checkbox', { name: '选中 三号楼加装电梯' }).check();
    await page.getByRole('button', { name: /办理 1 个/ }).click();
    await page.getByRole('menuitem', { name: '合并', exact: true }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: '合并到' }).fill('楼道堆物');
    await page.locator('.ant-select-item-option').filter({ hasText: LONG }).click();
    await page.getByRole('dialog').getByRole('button', { name: '合并', exact: true }).click();
    await expect.poll(async () => (await valuesOf(walk, 'topic', twin)).state).toBe('已合并');
    expect((await valuesOf(walk, 'topic', twin)).mergedInto).toBe(main);
    await board()
      .getByRole('button', { name: `并入${LONG}的议题 1个` })
      .waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await valuesOf(walk, 'topic', twin)).state).toBe('已收集');
  });

  it('按街道、按季度；数字点开正好是那几条', async () => {
    const { page, office } = walk;
    const { add, street } = await makeStreet(walk);
    const other = await add('subdistrictOffice', { street: '雁渡街道', order: 2 });
    const register = async (title: string, state: string, values: Record<string, unknown>) => {
      const id = await add('topic', { title, ...values });
      await office.workflow.correct({ kind: 'topic', id, state, reason: '旧账补录' });
    };
    await register('甲', '办理中', { raisedOn: '2024-02-01', subdistrictOffice: street, solvedCount: 2 });
    await register('乙', '已办结', { raisedOn: '2024-05-01', subdistrictOffice: other, solvedCount: 3 });
    await walk.go('/desk/topics?year=2024');
    await page.getByRole('button', { name: /^解决问题 5件/ }).click();
    const drawer = page.getByRole('dialog', { name: '解决问题：2 条' });
    expect(await drawer.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('解决 2 件'),
      expect.stringContaining('解决 3 件'),
    ]);
    await page.keyboard.press('Escape');
    await walk.go(`/desk/topics?year=2024&quarter=2&street=${other}`);
    await page.getByRole('button', { name: /^解决问题 3件/ }).waitFor();
    expect(await board().getByRole('button', { name: '甲', exact: true }).count()).toBe(0);
  });
});
