import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const saveWords = () => walk.page.locator('.save-words').innerText();

describe('存不进去的时候', () => {
  it('磁盘满：状态栏说未能保存，绝不说已保存；字还在，腾出空间后照样存上', async () => {
    const { page, office } = walk;
    await page.route('**/rpc/records/save', (route) =>
      route.fulfill({
        status: 507,
        contentType: 'application/json',
        body: JSON.stringify({
          json: {
            defined: true,
            code: 'diskFull',
            status: 507,
            message: '磁盘已满，没有写入。请清理后再保存。',
            data: {},
          },
        }),
      }),
    );
    await walk.go('/records/person/new');
    await page.getByLabel('姓名', { exact: true }).fill('田大利');
    await page.keyboard.press('Control+s');
    await page.getByRole('alert').filter({ hasText: '磁盘已满' }).waitFor();
    expect(await saveWords()).toMatch(/^未能保存：磁盘已满/);
    expect(await page.locator('.status').innerText()).not.toContain('已保存');
    expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('田大利');
    expect((await office.records.list({ kind: 'person' })).total).toBe(0);

    await page.unroute('**/rpc/records/save');
    await page.keyboard.press('Control+s');
    await page.locator('.page-title', { hasText: '田大利' }).waitFor();
    expect(await saveWords()).toMatch(/^已保存 /);
  });

  it('和资料库断开：说未能保存，字还在；接上后照样存上', async () => {
    const { page } = walk;
    await walk.go('/records/person/new');
    await page.getByLabel('姓名', { exact: true }).fill('马国强');
    await page.route('**/rpc/**', (route) => route.abort());
    await page.keyboard.press('Control+s');
    await expect.poll(saveWords).toMatch(/^未能保存/);
    expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('马国强');
    await page.unroute('**/rpc/**');
    await page.keyboard.press('Control+s');
    await page.locator('.page-title', { hasText: '马国强' }).waitFor();
    await expect.poll(saveWords).toMatch(/^已保存 /);
  });

  it('改到一半，同一条在别处改了：不覆盖，问过才以这里的为准，且只动这里改过的栏目', async () => {
    const { page, office } = walk;
    const { id } = await office.records.save({
      kind: 'person',
      values: { name: '于春梅', org: '甲单位', orgDuty: '教师' },
    });
    await walk.go(`/records/person/${id}/edit`);
    await page.getByLabel('工作单位').fill('乙单位');
    await office.records.save({ kind: 'person', id, values: { orgDuty: '校长' } });
    await page.waitForTimeout(300);
    await page.keyboard.press('Control+s');
    await page.getByRole('button', { name: '以我填的为准' }).waitFor();
    expect((await office.records.get({ kind: 'person', id })).record.values).toMatchObject({ org: '甲单位' });
    await page.getByRole('button', { name: '以我填的为准' }).click();
    await page.locator('.page-title', { hasText: /^于春梅$/ }).waitFor();
    expect((await office.records.get({ kind: 'person', id })).record.values).toMatchObject({
      org: '乙单位',
      orgDuty: '校长',
    });
  });
});
