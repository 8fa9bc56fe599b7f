import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await startWalk();
  const { office } = await walk.office.settings.get({});
  await walk.office.settings.saveOffice({ office: { ...office, code: '示政协', fullName: '政协示例区委员会' } });
});
afterEach(() => walk.end());
afterAll(closeBrowser);

const LONG =
  '关于中心老旧小区既有住宅加装电梯后续管养维护资金分担机制及楼道堆物消防通道占用综合治理专题协商会有关事项的通知';

describe('发文登记簿', () => {
  it('取号、作废、补登，漏号标红，导出和撤销都在一页上', async () => {
    const { page, office } = walk;
    const shot = (name: string) =>
      process.env.REGISTER_SHOTS && page.screenshot({ path: `${process.env.REGISTER_SHOTS}/${name}.png` });
    for (const [n, title] of [
      [1, '关于召开常委会会议的通知'],
      [4, LONG],
    ] as const) {
      const number = `示政协办〔2026〕${n}号`;
      await office.records.save({
        kind: 'officialDocument',
        values: { docType: '通知', title, number, state: '归档', signer: '丁一', printedOn: '2026-02-26', copies: 60 },
      });
    }
    await walk.go('/documents/register?year=2026');
    await page.getByText('漏号 2 个，在下面标红的行里。').waitFor();
    await page.getByRole('row', { name: /漏号：2号至3号，共2个/ }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await shot('gaps');

    await page.getByRole('button', { name: '补登 示政协办〔2026〕2号' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('示政协办〔2026〕2号').waitFor();
    await dialog.getByLabel('标题').fill('关于报送议题的通知');
    await shot('take');
    await dialog.getByRole('button', { name: '补登' }).click();
    await page.getByRole('link', { name: '关于报送议题的通知' }).waitFor();

    await page.getByRole('button', { name: '注明作废 示政协办〔2026〕3号' }).click();
    await dialog.getByLabel('作废原因').fill('登记时跳过');
    await dialog.getByRole('button', { name: '作废', exact: true }).click();
    await page.getByText('作废原因：登记时跳过').waitFor();
    await page.getByText('号序连续，没有漏号和重号。').waitFor();

    await page.getByRole('button', { name: '取号', exact: true }).click();
    await dialog.getByText('示政协办〔2026〕5号').waitFor();
    await dialog.getByLabel('标题').fill('关于召开主席会议的通知');
    await dialog.getByLabel('标题').press('Control+Enter');
    const row = page.getByRole('row', { name: /示政协办〔2026〕5号/ });
    await row.waitFor();
    expect(await page.getByRole('row', { name: /示政协办/ }).allInnerTexts()).toHaveLength(5);
    await shot('register');
    await row.getByRole('button', { name: '退号' }).click();
    await row.waitFor({ state: 'detached' });
    expect((await office.numbers.next({ series: 'office', year: 2026 })).n).toBe(5);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

  it('编号规则改了起始号，下一个号跟着变；期刊期号看得出漏号', async () => {
    const { page, office } = walk;
    await office.records.save({
      kind: 'bulletin',
      values: { publication: '信息专刊', year: 2026, number: 1, state: '组稿' },
    });
    await office.records.save({
      kind: 'bulletin',
      values: { publication: '信息专刊', year: 2026, number: 3, state: '组稿' },
    });
    await walk.go('/documents/register?year=2026');
    await page.getByText('2026 年还没有发文').waitFor();
    await page.getByRole('button', { name: '编号规则' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('办公室文件的起始号').fill('38');
    await dialog.getByLabel('办公室文件的起始号').blur();
    if (process.env.REGISTER_SHOTS) await page.screenshot({ path: `${process.env.REGISTER_SHOTS}/rules.png` });
    await dialog.getByRole('button', { name: '保存规则' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await office.numbers.next({ series: 'office', year: 2026 })).number).toBe('示政协办〔2026〕38号');
    await page.getByRole('tab', { name: '期刊期号' }).click();
    await page.getByRole('row', { name: /漏号/ }).waitFor();
    await page.getByRole('link', { name: '信息专刊 2026年第3期' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    if (process.env.REGISTER_SHOTS) await page.screenshot({ path: `${process.env.REGISTER_SHOTS}/issues.png` });
  });
});
