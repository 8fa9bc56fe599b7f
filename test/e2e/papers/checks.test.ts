import { describe, expect, it } from 'vitest';
import { axeFindings } from '../../support/browser.ts';
import { onSample } from '../journeys/support.ts';

const journey = onSample();

const shot = async (name: string) => {
  const folder = process.env.CHECKS_SHOTS;
  if (folder) await journey.page.screenshot({ path: `${folder}/${name}.png` });
};
const card = () => journey.page.getByRole('region', { name: '体检' });
/** Rows of a group show only their words; what the finding says is the name of the button that leads to its place. */
const finding = (text: string) =>
  card()
    .getByRole('listitem')
    .filter({ has: journey.page.getByRole('button', { name: text }) });
const line = (text: string) => journey.page.locator('.sheet-line', { hasText: text }).first();
const box = () => journey.page.getByLabel('改这一处的文字');
/** The words that are marked in the editing box. */
const marked = () =>
  box().evaluate((area) => {
    const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
    return value.slice(selectionStart, selectionEnd);
  });

/** Types over the line that holds `from`, as a clerk does: press it, change the words, press elsewhere. */
async function typeOver(from: string, to: string): Promise<void> {
  await line(from).click();
  const before = await box().inputValue();
  await box().fill(before.replace(from, to));
  await box().blur();
  await line(to.slice(0, 8)).waitFor();
}

describe('纸面旁的体检', () => {
  it('纸面上打错的标点查出来，按一下到那里，采纳改好，撤销又回来', async () => {
    const { page } = journey;
    const event = await journey.find('event', ({ subtype, agendaItems }) => {
      return subtype === '主席会议' && Array.isArray(agendaItems) && agendaItems.length > 1;
    });
    await journey.go(`/documents/minutes?event=${event.id}`);
    await page.locator('.sheet').first().waitFor();
    const body = await page.locator('.sheet-line[data-block]', { hasText: '现纪要如下' }).first().innerText();
    expect(body).not.toBe('');
    await typeOver('现纪要如下', '会议强调,要推进"有事好商量"平台,现纪要如下');

    const comma = finding('汉字旁用了半角标点').first();
    await comma.waitFor();
    expect(await comma.locator('del').innerText()).toBe(',');
    expect(await comma.locator('ins').innerText()).toBe('，');
    await finding('引号应用“”').waitFor();
    await shot('found');
    expect(await axeFindings(page)).toEqual([]);

    await comma.getByRole('button', { name: /汉字旁用了半角标点/ }).click();
    await box().waitFor();
    expect(await marked()).toBe(',');
    await shot('jumped');
    await box().press('Escape');

    await finding('引号应用“”').getByRole('button', { name: '采纳' }).click();
    await line('“有事好商量”').waitFor();
    await finding('引号应用“”').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销修改' }).click();
    await line('"有事好商量"').waitFor();
    await finding('引号应用“”').waitFor();
  });

  it('一条规则的全部采纳先列出来看，确认了才改', async () => {
    const { page } = journey;
    await card().getByRole('button', { name: '全部采纳' }).first().click();
    const dialog = journey.dialog();
    await dialog.getByText('全部采纳 2 处：汉字旁用了半角标点').waitFor();
    await dialog.getByText('GB/T 15834—2011').waitFor();
    await shot('take-all');
    await dialog.getByRole('button', { name: '不改' }).click();
    await dialog.waitFor({ state: 'detached' });
    await line('会议强调,').waitFor();
    await card().getByRole('button', { name: '全部采纳' }).first().click();
    await dialog.getByRole('button', { name: '改这 2 处' }).click();
    await line('会议强调，').waitFor();
    await finding('汉字旁用了半角标点').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销修改' }).click();
    await finding('汉字旁用了半角标点').first().waitFor();
  });

  it('键盘：走到一处按回车到纸面，规则的出处看得到', async () => {
    const { page } = journey;
    const words = finding('引号应用“”').getByRole('button', { name: /引号应用/ });
    await words.focus();
    await page.getByRole('tooltip', { name: /GB\/T 15834—2011 4\.8\.1/ }).waitFor();
    await page.keyboard.press('Enter');
    await box().waitFor();
    expect(await marked()).toBe('"有事好商量"');
    await box().press('Escape');
  });

  it('忽略的放到一边，只在这份文书上，可以重新列出', async () => {
    await finding('引号应用“”').getByRole('button', { name: '忽略' }).click();
    await finding('引号应用“”').waitFor({ state: 'detached' });
    await card().getByText('已忽略 1 处').waitFor();
    await card().getByRole('button', { name: '重新列出' }).click();
    await finding('引号应用“”').waitFor();
  });

  it('必须处理的导出前问一句，不拦着', async () => {
    const { page } = journey;
    await typeOver('会议强调,', '会议定于2024年2月30日在××召开,');
    await finding('没有2024年2月30日这一天').waitFor();
    await card()
      .getByText(/必须处理 \d/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '导出 Word' }).click();
    const dialog = journey.dialog();
    await dialog.getByText(/还有 \d+ 处必须处理，仍要导出？/).waitFor();
    await dialog.getByText('没有2024年2月30日这一天').waitFor();
    await shot('gate');
    await dialog.getByRole('button', { name: '先去处理' }).click();
    await dialog.waitFor({ state: 'detached' });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 Word' }).click();
    await dialog.getByRole('button', { name: '仍要导出' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.docx$/u);
  });

  it('规则可以关掉，撤销又打开', async () => {
    const { page, office } = journey;
    await card().getByRole('button', { name: '规则' }).click();
    const dialog = journey.dialog();
    await dialog.getByRole('switch', { name: '查：引号应用“”' }).click();
    await shot('rules');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await finding('引号应用“”').waitFor({ state: 'detached' });
    await office.history.undo({});
    await finding('引号应用“”').waitFor();
    expect(await page.locator('.sheet').count()).toBeGreaterThan(0);
  });

  it('很多处也看得过来：先列几处，其余按一下；按轻重只看一类', async () => {
    const { page } = journey;
    await typeOver('会议定于', `${'要抓落实,'.repeat(45)}会议定于`);
    await card().getByText('汉字旁用了半角标点 47 处').waitFor();
    const rows = finding('汉字旁用了半角标点');
    expect(await rows.count()).toBe(5);
    await card().getByRole('button', { name: '再看 42 处' }).click();
    expect(await rows.count()).toBe(47);
    await shot('many');
    await card()
      .getByText(/^必须 \d+$/)
      .first()
      .click();
    await rows.first().waitFor({ state: 'detached' });
    await finding('没有2024年2月30日这一天').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  it('表格里的一格也到得了', async () => {
    const { page } = journey;
    await journey.go('/documents/memberRoster');
    await page.locator('.sheet-cell').first().waitFor();
    const cell = page.locator('.sheet-cell[data-row="9"]').last();
    await cell.scrollIntoViewIfNeeded();
    await cell.click();
    await box().fill('校长(兼)');
    await box().blur();
    const bracket = finding('括号应用全角');
    await bracket.waitFor();
    await page.locator('.paper-desk').evaluate((desk) => desk.scrollTo(0, 0));
    await bracket.getByRole('button', { name: /括号应用全角/ }).click();
    await box().waitFor();
    expect(await marked()).toBe('(兼)');
    await shot('cell');
    await box().press('Escape');
    await bracket.getByRole('button', { name: '采纳' }).click();
    await page.locator('.sheet-cell', { hasText: '校长（兼）' }).waitFor();
  });
});
