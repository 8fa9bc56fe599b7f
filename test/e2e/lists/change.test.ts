import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { addPersons, columnTexts, pasteText } from './people.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const persons = async () =>
  (await walk.office.records.list({ kind: 'person', sort: [['name', 'asc']], full: true })).records;
const valuesNow = async () => (await persons()).map(({ id, values }) => ({ id, values }));

describe('成批地改', () => {
  it('批量修改两栏：预览恰好列出会变的格子，其余一字不动，一次撤销', async () => {
    const { page, office } = walk;
    await addPersons(walk, 60);
    const before = await valuesNow();
    await walk.go('/records/person');
    await page.getByText('共 60 人').waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+a');
    await page.getByText('选中 60 人').waitFor();
    await page.getByRole('button', { name: '批量修改 60 人' }).click();
    const dialog = page.getByRole('dialog');
    const field = (label: string) => dialog.locator('.wish', { hasText: label }).first();
    await field('性别').getByText('设为').click();
    await field('性别').getByRole('combobox').click();
    await page.locator('.ant-select-item-option', { hasText: '女' }).click();
    await field('工作单位').getByText('清空').click();
    await dialog.getByRole('button', { name: '下一步：预览' }).click();
    // 40 men become women, all 60 lose their unit.
    await dialog.getByText('共 100 格，其中改写已有内容 100 格').waitFor();
    expect(await valuesNow()).toEqual(before);
    await dialog.getByRole('button', { name: '修改 60 人' }).click();
    await page
      .getByText(/一次撤销/)
      .first()
      .waitFor();
    const after = await valuesNow();
    expect(after.every(({ values }) => values.sex === '女' && values.org === undefined)).toBe(true);
    expect(after.map(({ values }) => values.mobile)).toEqual(before.map(({ values }) => values.mobile));
    await office.history.undo({});
    expect(await valuesNow()).toEqual(before);
  });

  it('U-05：12×6 的一块贴在倒数第三行，改三行加九行，空格保留原样，一次撤销', async () => {
    const { page, office } = walk;
    await addPersons(walk, 10);
    const before = await valuesNow();
    await walk.go('/records/person');
    await page.getByText('共 10 人').waitFor();
    const heads = await page
      .locator('.grid-headcell')
      .evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.path));
    expect(heads.slice(0, 2)).toEqual(['name', 'sex']);
    const filled: Record<string, (row: number) => string> = {
      name: (row) => `乙${'一二三四五六七八九十百千'[row]}`,
      sex: () => '女',
      birth: () => '1980-05',
    };
    const width = 6;
    const block = Array.from({ length: 12 }, (_, row) =>
      Array.from({ length: width }, (_cell, at) => filled[heads[at] ?? '']?.(row) ?? '').join('\t'),
    ).join('\r\n');
    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await pasteText(walk, block);
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/新增 9 人，修改 3 人/).waitFor();
    expect((await persons()).length).toBe(10);
    await dialog.getByRole('button', { name: '粘贴 12 行' }).click();
    await expect.poll(async () => (await persons()).length).toBe(19);
    const pasted = (await persons()).filter(({ values }) => String(values.name).startsWith('乙'));
    expect(pasted).toHaveLength(12);
    // Of those that were there, unit and mobile still stand; the new ones have none.
    expect(pasted.filter(({ values }) => values.org !== undefined && values.mobile !== undefined)).toHaveLength(3);
    expect(pasted.every(({ values }) => values.sex === '女' && values.birth === '1980-05')).toBe(true);
    await office.history.undo({});
    expect(await valuesNow()).toEqual(before);
  });

  it('读不懂的格子逐格说明，略去那几行照样贴', async () => {
    const { page } = walk;
    await addPersons(walk, 1);
    await walk.go('/records/person');
    await page.getByText('共 1 人').waitFor();
    await pasteText(walk, '姓名\t性别\n丙一\t女\n丙二\t不详的词\n"丙\n三"\t男\n');
    const dialog = page.getByRole('dialog');
    await dialog.locator('.preview-line[data-problem]', { hasText: '丙二' }).waitFor();
    expect(await dialog.getByRole('button', { name: /^粘贴/ }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: /略去有问题的/ }).click();
    await dialog.getByText(/新增 \d 人/).waitFor();
    await dialog.getByRole('button', { name: /^粘贴 \d 行/ }).click();
    await expect.poll(async () => (await persons()).some(({ values }) => values.name === '丙一')).toBe(true);
    expect((await persons()).some(({ values }) => values.name === '丙二')).toBe(false);
  });

  it('复制选中的几行：制表符分隔，手机号一位不少，带栏目名；块只要格子', async () => {
    const { page } = walk;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await addPersons(walk, 5);
    await walk.go('/records/person');
    await page.getByText('共 5 人').waitFor();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('grid').focus();
    for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space', 'Control+c']) await page.keyboard.press(key);
    await page.getByText(/已复制 2 行/).waitFor();
    const lines = (await clipboard()).split(/\r?\n/);
    expect(lines).toHaveLength(3);
    expect(lines[0]?.split('\t').slice(0, 2)).toEqual(['姓名', '性别']);
    const shown = await columnTexts(walk, 1);
    expect(lines[1]?.split('\t')[0]).toBe(shown[0]);
    // As a spreadsheet would take it: the mobile number is marked as text.
    await page.evaluate(() => {
      window.addEventListener(
        'paste',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          document.body.dataset.pasted = event.clipboardData?.getData('text/html') ?? '';
        },
        { capture: true, once: true },
      );
    });
    await page.keyboard.press('Control+v');
    const html = await page.evaluate(() => document.body.dataset.pasted ?? '');
    expect(html).toMatch(/mso-number-format:'\\@'">138\d{8}</);

    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    for (const key of ['ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowRight']) await page.keyboard.press(key);
    await page.getByText('选区 2 行 × 2 栏').waitFor();
    await page.keyboard.press('Control+c');
    await page.getByText('已复制 2 行 × 2 栏').waitFor();
    expect((await clipboard()).split(/\r?\n/).map((line) => line.split('\t').length)).toEqual([2, 2]);
  });

  it('右键菜单与工具条同一张表：一个不多一个不少；选几条删除是一步', async () => {
    const { page, office } = walk;
    const ids = await addPersons(walk, 6);
    const term = (await office.records.list({ kind: 'term' })).records[0]!;
    const sector = (await office.records.list({ kind: 'sector' })).records[0]!;
    await office.records.save({ kind: 'member', values: { person: ids[0], term: term.id, sector: sector.id } });
    await walk.go('/records/person');
    await page.getByText('共 6 人').waitFor();
    for (const row of [0, 1, 2]) await page.locator(`[data-row="${row}"]`).getByRole('checkbox').check();
    await page.getByText('选中 3 人').waitFor();
    const words = (texts: string[]) =>
      texts
        .map((text) => text.split('\n')[0]!.trim())
        .filter((text) => text && text !== '更多')
        .sort();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '栏目' }).waitFor();
    const more = await page.locator('.ant-dropdown:visible [role="menuitem"]').allInnerTexts();
    await page.keyboard.press('Escape');
    const bar = await page.locator('.page-verbs button').allInnerTexts();
    await page.locator('[data-row="1"] [role="gridcell"]').nth(1).click({ button: 'right' });
    const menu = page.locator('.list-menu [role="menuitem"]');
    await menu.first().waitFor();
    expect(words(await menu.allInnerTexts())).toEqual(words([...bar, ...more]));
    await menu.filter({ hasText: '删除 3 人' }).click();

    const dialog = page.getByRole('dialog');
    await dialog.locator('.ant-modal-confirm-title', { hasText: '1 名人员不能删除' }).waitFor();
    await dialog.getByRole('button', { name: '只删其余 2 人' }).click();
    await expect.poll(async () => (await persons()).length).toBe(4);
    await page.getByText(/已删除 2 名人员/).waitFor();
    // Keys belong to the dialog until it has faded away.
    await page.waitForFunction(() => document.querySelector('[role="dialog"]') === null);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await persons()).length).toBe(6);
  });
});
