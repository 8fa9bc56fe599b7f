import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { addPersons, columnTexts } from './people.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const address = () => decodeURIComponent(walk.page.url());
const heads = () =>
  walk.page.locator('.grid-headcell').evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.path));

describe('看列表', () => {
  it('从表头筛选：值带条数，几栏一起筛，条件留在地址里', async () => {
    const { page } = walk;
    await addPersons(walk, 30);
    await walk.go('/records/person');
    await page.getByText('共 30 人').waitFor();
    await page.getByRole('button', { name: '筛选性别' }).click();
    const women = page.locator('.value-line', { hasText: '女' });
    await women.waitFor();
    expect(await women.innerText()).toMatch(/10/);
    await women.getByRole('checkbox').check();
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await page.getByText('共 10 人').waitFor();
    // The values of another column count under this condition.
    await page.getByRole('button', { name: '筛选工作单位' }).click();
    await page.locator('.value-line', { hasText: '第一中学' }).waitFor();
    expect(await page.locator('.value-line').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(address()).toContain('"女"');
    await page.reload();
    await page.getByText('共 10 人').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('按住 Shift 点表头按几栏排序，标出 1▲2▼', async () => {
    const { page } = walk;
    await addPersons(walk, 12);
    await walk.go('/records/person');
    const sort = (name: string) =>
      page
        .getByRole('columnheader', { name: new RegExp(name) })
        .getByRole('button')
        .first();
    await sort('性别').click();
    await page.getByText('按性别').waitFor();
    await sort('出生').click({ modifiers: ['Shift'] });
    await sort('出生').click({ modifiers: ['Shift'] });
    await expect.poll(() => sort('出生').innerText()).toMatch(/2▼/);
    expect(await sort('性别').innerText()).toMatch(/1▲/);
    const births = await columnTexts(walk, (await heads()).indexOf('birth') + 1);
    const sexes = await columnTexts(walk, (await heads()).indexOf('sex') + 1);
    for (let at = 1; at < births.length; at += 1)
      if (sexes[at] === sexes[at - 1]) expect(births[at - 1]! >= births[at]!).toBe(true);
    expect(new Set(sexes).size).toBe(2);
  });

  it('栏目的取舍、先后、宽窄记在本机，重开还在；拖表头与键盘对话框都行', async () => {
    const { page } = walk;
    await addPersons(walk, 3);
    await walk.go('/records/person');
    await page.getByText('共 3 人').waitFor();
    const before = await heads();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '栏目' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: '显示性别' }).uncheck();
    await dialog.getByRole('button', { name: '工作单位上移' }).click();
    await dialog.getByRole('button', { name: '确定' }).click();
    const expected = before.filter((path) => path !== 'sex');
    const at = expected.indexOf('org');
    expected.splice(at - 1, 0, ...expected.splice(at, 1));
    await expect.poll(heads).toEqual(expected);
    // By mouse: the last column before the second one.
    const last = expected.at(-1)!;
    await page
      .locator(`.grid-headcell[data-path="${last}"]`)
      .dragTo(page.locator(`.grid-headcell[data-path="${expected[1]}"]`), {
        targetPosition: { x: 16, y: 10 },
      });
    const dragged = [expected[0], last, ...expected.slice(1, -1)];
    await expect.poll(heads).toEqual(dragged);
    const handle = page.locator('.grid-headcell[data-path="org"] .grid-handle');
    const box = (await handle.boundingBox())!;
    await page.mouse.move(box.x + 4, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 84, box.y + 8, { steps: 5 });
    await page.mouse.up();
    const width = () =>
      page.locator('.grid-headcell[data-path="org"]').evaluate((cell) => cell.getBoundingClientRect().width);
    const wide = await width();
    await expect
      .poll(async () => (await walk.office.preferences.get({})).layouts?.person?.find((c) => c.field === 'org')?.width)
      .toBeGreaterThan(100);
    await page.reload();
    await expect.poll(heads).toEqual(dragged);
    expect(Math.abs((await width()) - wide)).toBeLessThan(3);
  });

  it('视图：存、改了有“已修改”、恢复、换视图先问、删除可撤销', async () => {
    const { page, office } = walk;
    await addPersons(walk, 9);
    await walk.go(
      `/records/person?filters=${encodeURIComponent(JSON.stringify([{ field: 'sex', type: 'any', values: ['女'] }]))}`,
    );
    await page.getByText('共 3 人').waitFor();
    const menu = async (item: string | RegExp) => {
      await page.getByRole('button', { name: /^视图/ }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await menu(/存成视图/);
    await page.getByLabel('视图的名字').fill('女同志');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '视图：女同志' }).waitFor();
    expect(await page.getByText('已修改').count()).toBe(0);
    await page.getByRole('columnheader', { name: /出生/ }).getByRole('button').first().click();
    await page.getByText('已修改').waitFor();
    await menu('恢复成保存的样子');
    await expect.poll(() => page.getByText('已修改').count()).toBe(0);

    await page.getByRole('button', { name: '去掉条件 性别' }).click();
    await page.getByText('已修改').waitFor();
    await menu('全部人员');
    await page.getByRole('button', { name: '保存后再换' }).click();
    await page.getByRole('button', { name: '视图：全部人员' }).waitFor();
    const [view] = (await office.lists.views({ kind: 'person' })).views;
    expect([view?.name, view?.filters]).toEqual(['女同志', undefined]);

    await menu('女同志');
    await menu('删除这个视图');
    await expect.poll(async () => (await office.lists.views({ kind: 'person' })).views.length).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await office.lists.views({ kind: 'person' })).views.length).toBe(1);
  });

  it('分组有条数，收得起来，方向键跳过收起的', async () => {
    const { page } = walk;
    await addPersons(walk, 12);
    await walk.go('/records/person?group=org');
    const group = page.locator('.grid-group');
    await expect.poll(() => group.count()).toBe(3);
    expect(await group.first().innerText()).toContain('4 人');
    const first = group.first().getByRole('button');
    await first.click();
    await expect.poll(() => page.locator('.grid-row[data-row]').count()).toBe(8);
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.getByRole('button', { name: '取消分组' }).click();
    await expect.poll(() => group.count()).toBe(0);
    expect(address()).not.toContain('group');
  });
});
