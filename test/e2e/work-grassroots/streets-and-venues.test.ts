import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { LONG, makeStreet, valuesOf } from './grassroots.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

describe('街道达标', () => {
  it('灯用字说话，点开正好是那几条；改规则马上重算，撤销回到原样', async () => {
    const { page, office } = walk;
    const { add, street } = await makeStreet(walk);
    const ids = [];
    for (const day of ['2024-01-10', '2024-02-10', '2024-05-10']) {
      const values = { category: '协商', subtype: '微协商', title: `${day} 议事`, start: `${day}T09:00` };
      ids.push(await add('event', { ...values, status: '已结束', subdistrictOffice: street }));
    }
    await walk.go('/desk/streets?year=2024&rule=microConsultation');
    const row = page.getByRole('row', { name: /望河街道/ });
    await expect
      .poll(() => row.locator('.light-word').allInnerTexts())
      .toEqual(['✓ 达标', '✗ 差 1', '✗ 差 2', '✗ 差 2']);
    expect(await axeFindings(page)).toEqual([]);
    await row.getByRole('button', { name: /一季度微协商：✓ 达标 2次/ }).click();
    const drawer = page.getByRole('dialog');
    expect(await drawer.getByRole('listitem').getByRole('link').allInnerTexts()).toEqual([
      '2024-01-10 议事',
      '2024-02-10 议事',
    ]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: '达标规则…' }).click();
    const dialog = page.getByRole('dialog', { name: '街道达标规则' });
    const least = dialog.getByRole('spinbutton', { name: '第 1 条至少多少' });
    await least.fill('1');
    await least.blur();
    await dialog.getByText('每季至少 1 次：', { exact: false }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect
      .poll(() => row.locator('.light-word').allInnerTexts())
      .toEqual(['✓ 达标', '✓ 达标', '✗ 差 1', '✗ 差 1']);
    expect((await office.workStreets.compliance({ year: 2024 })).rules[0]?.atLeast).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await office.workStreets.compliance({ year: 2024 })).rules[0]?.atLeast).toBe(2);
    await expect
      .poll(() => row.locator('.light-word').allInnerTexts())
      .toEqual(['✓ 达标', '✗ 差 1', '✗ 差 2', '✗ 差 2']);
    expect(ids).toHaveLength(3);
  });

  it('组织覆盖说得出缺什么；全员入委列出没有专委会的委员', async () => {
    const { page } = walk;
    await makeStreet(walk, LONG.slice(0, 40));
    await walk.go('/desk/streets?year=2024&tab=coverage');
    await page.getByText('没有召集人、没有联络员、没有功能型党支部').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('tab', { name: '全员入委与党支部' }).click();
    await page.getByText('在任委员都编入了专委会').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('阵地', () => {
  it('点街道看阵地；勾选几个登记一次核验，一次撤销', async () => {
    const { page, office } = walk;
    const { add, street, community } = await makeStreet(walk);
    const common = { venueKind: '协商议事室', subdistrictOffice: street, builtOn: '2024-01-05' };
    const room = await add('venue', { name: LONG, level: '街道', ...common });
    const spot = await add('venue', { name: '杨桥社区议事点', level: '社区（村）', community, ...common });
    await walk.go('/desk/venues?year=2024');
    await page.getByRole('button', { name: /^街道议事室覆盖 1\/1个街道/ }).waitFor();
    await page.getByRole('button', { name: /望河街道 ✓ 有街道议事室/ }).click();
    await page.getByRole('dialog').getByRole('heading', { name: '杨桥社区议事点' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await page.getByRole('tab', { name: '“六有”核验' }).click();
    await page.getByRole('checkbox', { name: '全选' }).check();
    await page.getByRole('button', { name: '登记核验（2 个）' }).click();
    const dialog = page.getByRole('dialog', { name: '登记“六有”核验：2 个阵地' });
    await dialog.getByRole('radiogroup', { name: '有成果' }).getByText('✗ 不达标').click();
    await dialog.getByLabel('有成果说明').fill('没有成果案例');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    for (const id of [room, spot]) {
      const rows = (await valuesOf(walk, 'venue', id)).checks as Record<string, unknown>[];
      expect(rows).toHaveLength(6);
      expect(rows.filter(({ passed }) => passed === true)).toHaveLength(5);
      expect(rows[5]).toMatchObject({ item: '有成果', passed: false, note: '没有成果案例' });
    }
    await page.getByText('有成果不达标（没有成果案例）').first().waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await valuesOf(walk, 'venue', room)).checks).toBeUndefined();
    expect((await valuesOf(walk, 'venue', spot)).checks).toBeUndefined();
    expect((await office.history.list({ limit: 1 })).entries[0]?.origin).toBe('undo');
  });
});
