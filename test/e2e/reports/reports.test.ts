import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { axeFindings } from '../../support/browser.ts';
import { onSample } from '../journeys/support.ts';

const REPORT = join(import.meta.dirname, '../../../../shared/seeds/003_2f953c502cd9b8b9.txt');
const journey = onSample();
const drawer = () => journey.page.getByRole('dialog');
const chip = (figure: string) => journey.page.locator(`.figure-chip[data-figure="${figure}"]`).first();
const closeDrawer = async () => {
  await drawer().locator('.ant-drawer-extra button').click();
  await drawer().waitFor({ state: 'detached' });
};
const valuesOf = async (id: string) => (await journey.office.records.get({ kind: 'report', id })).record.values;
/** The writing of a figure that the record holds. */
const taken = async (id: string, figure: string) => {
  const rows = (await valuesOf(id)).taken as { figure: string; form?: string; text: string; reason?: string }[];
  return rows.find((row) => row.figure === figure && !row.form);
};
/** A draft of its own for every test, open: a test that is tried again begins afresh. */
async function openDraft(): Promise<string> {
  const { id } = await journey.office.reports.create({ year: 2024, title: `试稿 ${crypto.randomUUID()}` });
  await journey.go(`/results/reports/${id}`);
  await chip('SQ.IN').waitFor();
  return id;
}
/** What the ledgers say of the papers of the year: tests before this one have deleted some. */
const collected = async () => {
  const { figures } = await journey.office.reports.figures({ from: '2024-01-01', to: '2024-12-31' });
  return figures.find(({ id }) => id === 'SQ.IN')?.value ?? 0;
};

/** Deletes one paper of the year that nobody used and nothing refers to. */
async function dropOpinion(): Promise<void> {
  const unused = await journey.find(
    'opinion',
    (values) => String(values.receivedOn).startsWith('2024') && values.state === '未录用' && !values.adoptions,
  );
  await journey.office.records.remove({ kind: 'opinion', id: unused.id });
}

describe('工作报告', () => {
  it('没有稿子时说第一步；按常用句起草一份，数都在里面，点开就是依据', async () => {
    const { page } = journey;
    await journey.go('/results/reports');
    await page
      .getByRole('heading', { name: '还没有报告稿' })
      .or(page.getByText(/^\d+ 份$/))
      .first()
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^起草 \d{4} 年工作报告$/ }).waitFor();
    await journey.choose('年度', '2024 年');
    await page.getByRole('button', { name: '起草 2024 年工作报告' }).click();
    await chip('SQ.IN').waitFor();
    expect(await chip('SQ.IN').textContent()).toBe('294条');
    expect(await chip('CON.INVEST').textContent()).toBe('超2亿元');
    expect(await axeFindings(page)).toEqual([]);
    await chip('JD.SUG').click();
    await drawer()
      .getByText(/^口径：/)
      .waitFor();
    expect(await drawer().locator('.evidence-list li').count()).toBe(20);
    await closeDrawer();
  });

  it('删一条记录，开着的稿子里马上标出数已变；更新、保存，库里记下新数', async () => {
    const { page } = journey;
    const before = await collected();
    const id = await openDraft();
    await dropOpinion();
    await page.getByText(/台账变了，文中有 1 处数要看：收集信息/).waitFor();
    expect(await chip('SQ.IN').getAttribute('data-state')).toBe('stale');
    expect(await chip('SQ.IN').textContent()).toBe(`${before}条`);
    await page
      .locator('.report-side')
      .getByRole('button', { name: /收集信息.*数已变/ })
      .click();
    await drawer()
      .getByText(`数已变：${before}条→${before - 1}条`)
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await drawer().getByRole('button', { name: '更新这个数' }).click();
    await expect.poll(() => chip('SQ.IN').textContent()).toBe(`${before - 1}条`);
    await closeDrawer();
    expect((await taken(id, 'SQ.IN'))?.text).toBe(`${before}条`);
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await expect.poll(async () => (await taken(id, 'SQ.IN'))?.text).toBe(`${before - 1}条`);
  });

  it('保留原数要写理由，写了就不再催；台账再变又提示，一次全部更新', async () => {
    const { page } = journey;
    const before = await collected();
    const id = await openDraft();
    await dropOpinion();
    await page.getByText(/台账变了/).waitFor();
    await chip('SQ.IN').click();
    await drawer().getByRole('button', { name: '保留原数并写理由' }).click();
    const kept = drawer().getByRole('button', { name: '保留原数', exact: true });
    expect(await kept.isDisabled()).toBe(true);
    await drawer().getByLabel('保留原数的理由').fill('已在常委会会议上报告');
    await kept.click();
    await expect.poll(() => chip('SQ.IN').getAttribute('data-state')).toBe('kept');
    await closeDrawer();
    expect(await page.getByText(/台账变了/).count()).toBe(0);
    await page.keyboard.press('Control+s');
    await expect.poll(async () => (await taken(id, 'SQ.IN'))?.reason).toBe('已在常委会会议上报告');
    expect((await taken(id, 'SQ.IN'))?.text).toBe(`${before}条`);
    await dropOpinion();
    await page.getByRole('button', { name: '全部更新' }).click();
    await expect.poll(() => chip('SQ.IN').textContent()).toBe(`${before - 2}条`);
    await page.keyboard.press('Control+s');
    await expect.poll(async () => (await taken(id, 'SQ.IN'))?.text).toBe(`${before - 2}条`);
  });

  it('打字、插入指标和常用句，换写法，保存下来是花括号；离开回来还在', async () => {
    const { page } = journey;
    const id = await openDraft();
    const text = page.getByRole('textbox', { name: '报告正文' });
    await text.locator('p').last().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('另收到提案');
    await page.getByRole('tab', { name: '插入指标' }).click();
    await page.getByLabel('找指标').fill('收到提案');
    await page.getByRole('button', { name: '插入 收到提案' }).click();
    await page.keyboard.type('。');
    await page.getByRole('tab', { name: '常用句' }).click();
    await page.getByRole('button', { name: /^插入 制度建设/ }).click();
    await chip('TA.IN').click();
    await drawer()
      .getByText(/^口径：/)
      .waitFor();
    await journey.choose('写法', '上年同期', drawer());
    await closeDrawer();
    await page.keyboard.press('Control+s');
    await expect.poll(async () => String((await valuesOf(id)).body)).toContain('另收到提案{TA.IN:上年}。全年召开');
    // Leaving before the answer to the save is there would rightly ask.
    await page.getByText(/有没保存的修改/).waitFor({ state: 'detached' });
    await journey.go('/results/reports');
    await page.getByRole('link', { name: String((await valuesOf(id)).title) }).click();
    await chip('TA.IN').waitFor();
    expect(await text.textContent()).toContain('另收到提案');
  });

  it('出文书是公文的样子，导出的 Word 里没有花括号', async () => {
    const { page } = journey;
    const id = await openDraft();
    await page.getByRole('button', { name: '出文书' }).click();
    await page.waitForURL(/documents\/report/);
    await page.getByText('一、强化政治引领').first().waitFor();
    const { file } = await journey.office.documents.export({ document: 'report', params: { report: id } });
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(file ? await file.arrayBuffer() : new ArrayBuffer(0)),
    });
    expect(value).toContain(`收集信息${await collected()}条`);
    expect(value).not.toMatch(/[{}]/u);
  });

  it('常用句改一句，写错指标说得出，改对才存', async () => {
    const { page } = journey;
    await journey.go('/results/reports');
    await page.getByRole('button', { name: '常用句' }).click();
    const first = page.getByLabel('第 1 句', { exact: true });
    await first.fill('全年学习{POL.STUDIES}。');
    await drawer()
      .getByRole('button', { name: /保\s?存/ })
      .click();
    await drawer().getByText('没有“POL.STUDIES”这个指标（{POL.STUDIES}）', { exact: true }).waitFor();
    await first.fill('全年学习{POL.STUDY}。');
    await drawer()
      .getByRole('button', { name: /保\s?存/ })
      .click();
    await drawer().waitFor({ state: 'detached' });
    const { sentences } = await journey.office.reports.sentences({});
    expect(sentences[0]).toMatchObject({ text: '全年学习{POL.STUDY}。', changed: true });
  });
});

describe('口径对账', () => {
  const rows = () => journey.page.locator('.reconcile-table tbody tr');

  /** The page with nothing laid on it. */
  const freshDesk = async () => {
    await journey.go('/results/reconcile');
    const other = journey.page.getByRole('button', { name: '换一份文稿' });
    const empty = journey.page.getByLabel('报告文字');
    await other.or(empty).first().waitFor();
    if (await other.isVisible()) await other.click();
    await empty.waitFor();
  };

  it('贴入真报告，改错一个数：只报这一个，点开是依据；手工换指标记得住', async () => {
    const { page } = journey;
    await freshDesk();
    expect(await axeFindings(page)).toEqual([]);
    const text = readFileSync(REPORT, 'utf8')
      .replace('294条', `${await collected()}条`)
      .replace('6期', '7期');
    await page.getByLabel('报告文字').fill(text);
    await page.getByRole('button', { name: '对账', exact: true }).click();
    await journey.choose('年度', '2024 年');
    await page.getByText('只看不一致 1').waitFor();
    expect(await rows().count()).toBe(1);
    expect(await rows().first().textContent()).toMatch(/7期.*6期.*不一致/u);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^编发信息专刊 6期/ }).click();
    await drawer().locator('.evidence-list li').first().waitFor();
    expect(await drawer().locator('.evidence-list li').count()).toBe(6);
    await closeDrawer();
    await journey.choose('7期 的指标', '不是计数');
    await page.getByRole('heading', { name: '没有不一致的数' }).waitFor();
    await journey.go('/results/reports');
    await journey.go('/results/reconcile');
    await page.getByRole('heading', { name: '没有不一致的数' }).waitFor();
  });

  it('选一个 Word 文件对账，导出清单', async () => {
    const { page } = journey;
    await freshDesk();
    const lines = ['2024年工作回顾', '2024年以来，全年收集信息300条，开展基层协商46次。'];
    const document = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选文件…' }).click();
    await (await asked).setFiles({
      name: '报告稿.docx',
      mimeType: 'application/zip',
      buffer: await Packer.toBuffer(document),
    });
    await page.getByText('只看不一致 1').waitFor();
    expect(await rows().first().textContent()).toMatch(/300条.*不一致/u);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出清单' }).click();
    const path = await (await download).path();
    const { value } = await mammoth.extractRawText({ path });
    expect(value).toContain('300条');
    expect(value).not.toContain('46次\n');
  });

  it('坏文件说清楚为什么', async () => {
    const { page } = journey;
    await freshDesk();
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选文件…' }).click();
    await (await asked).setFiles({
      name: '稿.docx',
      mimeType: 'application/zip',
      buffer: Buffer.from('%PDF-1.4 假的'),
    });
    await page.getByText(/PDF/).waitFor();
  });
});
