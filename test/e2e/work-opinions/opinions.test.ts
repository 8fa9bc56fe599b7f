import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../../shared/records/record.ts';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const year = new Date().getFullYear();
const save = async (kind: string, values: Values) => (await walk.office.records.save({ kind, values })).id;
const valuesOf = async (kind: string, id: string) => (await walk.office.records.get({ kind, id })).record.values;
const received = (rawTitle: string, more: Values = {}) =>
  save('opinion', { rawTitle, receivedOn: `${year}-01-05`, leadName: '刘四', state: '登记', ...more });

async function signed(title: string): Promise<string> {
  const id = await received(title);
  const move = (name: string, values?: Values) =>
    walk.office.workflow.move({ kind: 'opinion', ids: [id], move: name, ...(values ? { values } : {}) });
  for (const name of ['screen', 'select', 'edit']) await move(name);
  await move('sendToCheck', { title, problem: '有困难。', advice: '请想办法。' });
  await move('sign');
  return id;
}

describe('民意编报', () => {
  it('漏斗点开是那几条；对不上的说怎么改，“去改”到那一栏', async () => {
    const { page } = walk;
    const id = await received('没报送就采用', { adoptions: [{ level: '市', action: '采用', on: `${year}-01-06` }] });
    await walk.go('/desk/opinions');
    await page.getByRole('button', { name: /^市采用 1条/ }).click();
    await page.getByRole('dialog').getByText('没报送就采用').waitFor();
    await page.keyboard.press('Escape');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('tab', { name: '对不上的（1）' }).click();
    await page.getByText(/有市采用，没有报送记录/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: '去改' }).click();
    await page.waitForURL(new RegExp(`/records/opinion/${id}/edit`));
  });

  it('组期：勾两条、换次序、组成，期次和两条信息一次写好，一次撤销', async () => {
    const { page, office } = walk;
    const first = await signed('关于甲的建议');
    const second = await signed('关于乙的建议');
    await walk.go('/desk/opinions?tab=issue');
    await page.getByRole('checkbox', { name: '关于甲的建议' }).click();
    await page.getByRole('checkbox', { name: '关于乙的建议' }).click();
    await page.getByRole('button', { name: '下移 关于甲的建议' }).click();
    await page.getByLabel('签发人').fill('孙副主席');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '组成这一期，编入 2 条' }).click();
    await page.getByText(/已组成《信息专刊 .*第1期》/).waitFor();
    const [bulletin] = (await office.records.list({ kind: 'bulletin', full: true })).records;
    expect(bulletin?.values).toMatchObject({
      number: 1,
      year,
      signer: '孙副主席',
      items: [
        { opinion: second, order: 1 },
        { opinion: first, order: 2 },
      ],
    });
    expect((await valuesOf('opinion', first)).state).toBe('已编发');
    expect((await valuesOf('opinion', second)).adoptions).toMatchObject([{ action: '编发本级专刊' }]);
    await page.getByText('没有可以编入的').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await valuesOf('opinion', first)).state).toBe('签发');
    expect((await office.records.list({ kind: 'bulletin' })).total).toBe(0);
  });

  it('拖动也能换次序', async () => {
    const { page } = walk;
    for (const title of ['关于甲的建议', '关于乙的建议', '关于丙的建议']) await signed(title);
    await walk.go('/desk/opinions?tab=issue');
    for (const title of ['关于甲的建议', '关于乙的建议', '关于丙的建议'])
      await page.getByRole('checkbox', { name: title }).click();
    const lines = page.locator('.issue-order li');
    await lines.nth(0).dragTo(lines.nth(2));
    await expect.poll(() => lines.nth(2).textContent()).toContain('关于甲的建议');
    expect(await lines.nth(0).textContent()).toContain('关于乙的建议');
  });

  it('成批登记：两条一起报送市政协', async () => {
    const { page } = walk;
    const ids = [await signed('关于甲的建议'), await signed('关于乙的建议')];
    await walk.go('/desk/opinions?tab=registering');
    await page.getByRole('checkbox', { name: '全选' }).click();
    await page.getByRole('button', { name: /办理 2 条/ }).click();
    await page.getByRole('menuitem', { name: '报送市政协' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '报送市政协' }).click();
    for (const id of ids) {
      await expect.poll(async () => (await valuesOf('opinion', id)).state).toBe('已报送');
      expect((await valuesOf('opinion', id)).adoptions).toMatchObject([{ level: '市', action: '报送' }]);
    }
  });
});
