import { describe, expect, it } from 'vitest';
import { axeFindings } from '../../support/browser.ts';
import { onSample, YEAR } from '../journeys/support.ts';

const journey = onSample();
const row = (label: string) => journey.page.locator('tr[data-figure]', { hasText: label });

/** Picks an offer of a list by typing it. */
async function pick(label: string, option: string): Promise<void> {
  const { page } = journey;
  await journey.choose(label, option, page.getByRole('dialog'));
}

describe('自己定义指标', () => {
  it('不编程：选记录、条件、算法，边写边试算，保存后列在页上，撤销就没有', async () => {
    const { page, all } = journey;
    await journey.go(`/results/figures?year=${YEAR}`);
    await page.getByRole('button', { name: '新增指标…' }).click();
    const dialog = page.getByRole('dialog', { name: '新增指标' });
    const preview = dialog.getByRole('region', { name: '试算' });
    await dialog.getByLabel('名称', { exact: true }).fill('下基层座谈走访');
    await dialog.getByLabel('分组', { exact: true }).fill('联系群众');
    await page.keyboard.press('Tab');
    await dialog.getByRole('button', { name: '条件加一条' }).click();
    await pick('条件第 1 条：栏目', '类型');
    await pick('条件第 1 条：值', '座谈会');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: '条件别的条件' }).click();
    await page.getByRole('menuitem', { name: '几条里符合一条就行…' }).click();
    await preview.getByText('还没有写条件').waitFor();
    await dialog.getByRole('button', { name: '条件第 2 条内加一条' }).click();
    await pick('条件第 2 条内第 1 条：栏目', '状态');
    await pick('条件第 2 条内第 1 条：值', '已结束');
    await pick('条件第 2 条内第 1 条：值', '已归档');
    await page.keyboard.press('Escape');
    const counted = (await all('event')).filter(
      ({ values }) =>
        String(values.start).startsWith(`${YEAR}-`) &&
        values.subtype === '座谈会' &&
        ['已结束', '已归档'].includes(String(values.status)),
    );
    expect(counted.length).toBeGreaterThan(3);
    await expect.poll(() => preview.locator('.figure-preview-value').innerText()).toBe(String(counted.length));
    await expect.poll(() => preview.getByRole('listitem').count()).toBe(counted.length);
    expect(await axeFindings(page)).toEqual([]);
    await preview.getByRole('button', { name: '用作口径' }).click();
    expect(await dialog.getByLabel(/^口径/u).inputValue()).toContain('座谈会');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => row('下基层座谈走访').locator('.figure-value').innerText()).toBe(String(counted.length));
    await row('下基层座谈走访').getByText('自定').waitFor();

    await page.locator('.page-title').click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => row('下基层座谈走访').count()).toBe(0);
  });

  it('改默认的口径：数马上变、标明改过，可以恢复默认', async () => {
    const { page } = journey;
    await journey.go(`/results/figures?year=${YEAR}`);
    const issue = page.locator('tr[data-figure="MT.ZXH"]');
    await issue.getByRole('button', { name: /更多操作/u }).click();
    await page.getByRole('menuitem', { name: '改口径…' }).click();
    const dialog = page.getByRole('dialog', { name: '改口径：主席会议' });
    await dialog.getByLabel('怎么算').click();
    await page.locator('.ant-select-item-option', { hasText: '符合的占多少' }).click();
    await dialog.getByText('占比还没有写“哪些算上”。').first().waitFor();
    expect(await dialog.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '算上的加一条' }).click();
    await pick('算上的第 1 条：栏目', '纪要文号');
    await dialog.getByLabel('算上的第 1 条：怎样').click();
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: '没有填' })
      .click();
    await expect.poll(() => dialog.locator('.figure-preview-value').innerText()).toMatch(/%$/u);
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await issue.getByText('改过口径').waitFor();
    await expect.poll(() => issue.locator('.figure-value').innerText()).toMatch(/%$/u);
    await issue.getByRole('button', { name: /更多操作/u }).click();
    await page.getByRole('menuitem', { name: '恢复默认口径' }).click();
    await expect.poll(() => issue.locator('.figure-value').innerText()).toBe('12');
  });
});
