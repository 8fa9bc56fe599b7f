import { describe, expect, it } from 'vitest';
import { defaultFigures } from '../../../shared/figures/definitions/index.ts';
import { axeFindings } from '../../support/browser.ts';
import { onSample, YEAR } from '../journeys/support.ts';

const journey = onSample();
const PERIOD = { from: `${YEAR}-01-01`, to: `${YEAR}-12-31` };
const row = (id: string) => journey.page.locator(`tr[data-figure="${id}"]`);
const value = (id: string) => row(id).locator('.figure-value').innerText();

async function openPage(search = `year=${YEAR}`): Promise<void> {
  await journey.go(`/results/figures?${search}`);
  await journey.page.locator('.figure-table').waitFor();
}

describe('数字页', () => {
  it('一年的指标全在，没有按不开的；搜索、跳到一组；换一段时间', async () => {
    const { page } = journey;
    await openPage();
    const shown = await page
      .locator('tr[data-figure]')
      .evaluateAll((rows) => rows.map((one) => one.getAttribute('data-figure')));
    expect(shown).toEqual(defaultFigures.map(({ id }) => id));
    expect(shown.length).toBeGreaterThanOrEqual(60);
    expect(await page.locator('.figure-value').count()).toBe(shown.length);
    expect(await value('SQ.IN')).toBe('294');
    expect(await row('ORG.BRANCHACT').locator('.figure-text').innerText()).toBe('50多次');
    expect(await value('TA.RATE')).toBe('100%');
    expect(await value('VEN.COVER')).toBe('14/14');
    expect(await axeFindings(page)).toEqual([]);

    await page.keyboard.press('Control+f');
    await page.keyboard.type('办复率');
    await expect.poll(() => page.locator('tr[data-figure]').count()).toBe(1);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('没有这样的');
    await page.getByText('没有叫“没有这样的”的指标').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.getByRole('navigation', { name: '跳到一组' }).getByRole('button', { name: '自身建设' }).click();
    await expect.poll(() => row('MT.CWH').evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);

    await page.getByLabel('哪一段时间').click();
    await page.locator('.ant-select-item-option', { hasText: '上半年' }).click();
    await page.getByText(`${YEAR}年上半年`, { exact: false }).first().waitFor();
    const half = await journey.office.figures.evidence({ id: 'SQ.IN', from: `${YEAR}-01-01`, to: `${YEAR}-06-30` });
    await expect.poll(() => value('SQ.IN')).toBe(String(half.figure.value));
  });

  it('点开一个数，正好是它的记录；右键里有同样的操作；记录页说得出计入哪些数字', async () => {
    const { page, office } = journey;
    await openPage();
    await row('SQ.SECR')
      .getByRole('button', { name: /^区委书记批示 4篇/u })
      .click();
    const drawer = page.getByRole('dialog');
    const { groups } = await office.figures.evidence({ id: 'SQ.SECR', ...PERIOD });
    const titles = groups.flatMap(({ items }) => items.map(({ title }) => title));
    expect(titles).toHaveLength(4);
    await expect.poll(() => drawer.getByRole('listitem').getByRole('link').allInnerTexts()).toEqual(titles);
    expect(await axeFindings(page)).toEqual([]);
    await drawer.getByRole('listitem').getByRole('link').first().click();
    const counts = page.getByRole('region', { name: '计入的数字' });
    await counts.getByRole('link', { name: `${YEAR} 年区委书记批示` }).click();
    await drawer.getByText('区委书记批示：4篇').waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });

    await row('SQ.SECR').click({ button: 'right' });
    await page.getByRole('menuitem', { name: '校正…' }).waitFor();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
      '看依据',
      '复制数 4',
      '复制“区委书记批示4篇”',
      '校正…',
      '改口径…',
    ]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('menuitem').count()).toBe(0);
  });

  it('自选日期：写反了说出来；导出的文件在下载里', async () => {
    const { page, office } = journey;
    await openPage();
    await page.getByLabel('哪一段时间').click();
    await page.locator('.ant-select-item-option', { hasText: '自选日期' }).click();
    await page.getByLabel('到哪天').fill('2023.12.31');
    await page.getByText('起始日期不能晚于截止日期').waitFor();
    await page.getByLabel('到哪天').fill(`${YEAR}-03-05`);
    await page.keyboard.press('Enter');
    await page.getByText(`${YEAR}年1月1日至${YEAR}年3月5日`, { exact: false }).first().waitFor();
    const part = await office.figures.evidence({ id: 'SQ.IN', from: `${YEAR}-01-01`, to: `${YEAR}-03-05` });
    await expect.poll(() => value('SQ.IN')).toBe(String(part.figure.value));
    await openPage();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出Excel' }).click();
    expect((await download).suggestedFilename()).toMatch(/^2024年数字.*\.xlsx$/u);
  });

  it('校正要写理由；两个数、理由都在页上；Ctrl+Z 撤销', async () => {
    const { page } = journey;
    await openPage();
    await row('MT.ZXH')
      .getByRole('button', { name: /更多操作/u })
      .click();
    await page.getByRole('menuitem', { name: '校正…' }).click();
    const dialog = page.getByRole('dialog', { name: '校正：主席会议' });
    await dialog.getByLabel('校正为').fill('13');
    expect(await dialog.getByRole('button', { name: '校正', exact: true }).isDisabled()).toBe(true);
    await dialog.getByLabel('理由（必填）').fill('一次在外地召开，台账没有登记');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => value('MT.ZXH')).toBe('13');
    await page.getByText('校正为 13，按记录数是 12').waitFor();
    await page.getByText('一次在外地召开，台账没有登记').waitFor();
    await row('MT.ZXH').getByText('校正', { exact: true }).waitFor();
    await page.locator('.page-title').click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => value('MT.ZXH')).toBe('12');
  });

  it('页面开着，别处存了一条记录，数自己变', async () => {
    const { office, save } = journey;
    await openPage();
    const id = await save('opinion', { rawTitle: '别处登记的一条', receivedOn: `${YEAR}-05-06` });
    await expect.poll(() => value('SQ.IN'), { timeout: 3000 }).toBe('295');
    await office.records.remove({ kind: 'opinion', id });
    await expect.poll(() => value('SQ.IN'), { timeout: 3000 }).toBe('294');
  });

  it('定稿以后改记录，先列定稿数，差异列出那一条；核验、重新定稿', async () => {
    const { page, office } = journey;
    await openPage();
    await page.getByRole('button', { name: '定稿…' }).click();
    const dialog = page.getByRole('dialog', { name: `${YEAR} 年数字定稿` });
    await dialog.getByRole('button', { name: '定稿', exact: true }).click();
    await page.getByText('定稿以后没有变化').waitFor();
    await dialog.waitFor({ state: 'detached' });
    const { groups } = await office.figures.evidence({ id: 'SQ.UNUSED', ...PERIOD });
    const one = groups[0]?.items[0];
    if (!one) throw new Error('没有未录用的来稿');
    await office.records.save({ kind: 'opinion', id: one.id, values: { receivedOn: `${YEAR + 1}-01-02` } });
    await row('SQ.IN').getByText('现为 293').waitFor();
    expect(await value('SQ.IN')).toBe('294');
    await row('SQ.IN').getByText('有差异').waitFor();
    await page.getByRole('button', { name: '看差异、核验' }).click();
    const drawer = page.getByRole('dialog', { name: `${YEAR} 年定稿` });
    const difference = drawer.getByRole('region', { name: '收集信息' });
    await difference.getByText('收集信息：定稿 294条，现为 293条').waitFor();
    expect(await difference.getByRole('listitem').getByRole('link').allInnerTexts()).toEqual([one.title]);
    expect(await axeFindings(page)).toEqual([]);
    await drawer.getByRole('tab', { name: '历次定稿与核验' }).click();
    await drawer.getByText('核验通过').waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });

    await row('SQ.IN')
      .getByRole('button', { name: /^收集信息 294条/u })
      .click();
    const evidence = page.getByRole('dialog');
    await evidence.getByRole('tab', { name: '定稿时 294' }).click();
    await evidence.getByRole('button', { name: '看全部 294 条' }).click();
    await expect.poll(() => evidence.getByRole('tabpanel').getByRole('link', { name: one.title }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await evidence.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: '重新定稿…' }).click();
    const again = dialog.getByRole('button', { name: '重新定稿' });
    expect(await again.isDisabled()).toBe(true);
    await dialog.getByLabel(/为什么重新定稿/u).fill('一条来稿是次年收到的');
    await again.click();
    await page.getByText('第 2 次（一条来稿是次年收到的）').waitFor();
    await expect.poll(() => value('SQ.IN')).toBe('293');
  });

  it('没有记录的年度说明从哪来、看哪一年', async () => {
    const { page } = journey;
    await openPage('year=2011');
    const empty = page.getByRole('region', { name: '还没有数字' });
    await empty.getByText('2011年还没有可以数的记录').waitFor();
    await empty.getByRole('button', { name: `看 ${YEAR} 年` }).click();
    await expect.poll(() => value('TA.NUM')).toBe('212');
  });
});
