/**
 * `npm run screens`: draws docs/screens anew from the sample library. Screens at 1366×768 out of a real browser, pages of
 * exported documents out of LibreOffice with the test fonts. Whoever changes a screen runs this and looks at the result.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ensureBuilt } from './build.mjs';
import { findBrowser } from './find-browser.mjs';
import { ensureInstalled, root, say } from './install.mjs';

/** The pictures show one day of the sample year, so that what is due and what is recent stays the same. */
let today = new Date('2024-12-06T09:30:00+08:00');
/** The day of the pictures of what came of that year: nothing of it is open any more. */
const LATER = new Date('2026-11-20T09:30:00+08:00');
const out = join(root, 'docs', 'screens');
/** A draft to hold against the ledgers, with two numbers that are wrong. */
const REPORT = `2024年，组织学习研讨27次，讲授专题党课12场次。召开专题协商会2次，提出意见建议33条；开展基层协商46次。
全年收集信息295条，编发信息专刊6期，上报信息205条，被市政协采用137条，转省以上政协103条。
立案提案212件，办复率100%。招商引资总额超2亿元，新增就业3100多人，捐款捐物360多万元，为民做好事近800件。`;

ensureInstalled();
await ensureBuilt({ parts: ['electron', 'renderer', 'resources'] });
const { startWeb } = await import(pathToFileURL(join(root, 'dist', 'electron', 'web.js')).href);
const { chromium } = await import('playwright');
const browserPath = findBrowser();
if (!browserPath) {
  say('没有找到 Chromium，画不了屏幕图。');
  process.exit(1);
}

mkdirSync(out, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'antou-screens-'));
const web = await startWeb({ userData: join(folder, 'machine'), now: () => today });
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({
  viewport: { width: 1366, height: 768 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  // Charts stand still when they are drawn.
  reducedMotion: 'reduce',
});
const page = await context.newPage();
const base = web.url.split('?')[0];

/** `npm run screens -- 40 41` draws only these. */
const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word));

async function shot(name, path, ready, act) {
  if (!isWanted(name)) return;
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, path);
  await page.locator(ready).first().waitFor({ timeout: 20_000 });
  await act?.();
  await page.waitForTimeout(700); // charts, fades and lazy parts settle
  await page.screenshot({ path: join(out, `${name}.png`) });
  say(`画好 ${name}`);
}

/** 文书: the list, the paper with what is found on it, preview, register, templates, batches, tracing back. */
async function paperScreens(library, meeting) {
  const request = library.list('officialDocument').find((record) => record.values.docType === '请示');
  const members = library.list('member').slice(0, 5);
  const press = (name) => page.getByRole('button', { name, exact: true }).click();
  await shot('60-文书', '/documents', '.document-card');
  await shot('61-请示的纸面', `/documents/officialPaper?document=${request.id}`, '.sheet');
  await shot('62-打印预览', `/documents/minutes?event=${meeting.id}`, '.sheet', async () => {
    await press('打印');
    await page.getByRole('dialog', { name: '打印预览' }).waitFor();
  });
  if (isWanted('62')) await press('关闭');
  await shot('63-发文登记簿', '/documents/register?year=2024', '.page-title');
  await shot('64-文书模板', '/documents/templates', '.page-title');
  const ids = encodeURIComponent(JSON.stringify(members.map(({ id }) => id)));
  await shot('65-批量出文书', `/documents/many?kind=member&ids=${ids}`, '.page-title');
  await shot('66-查出处', `/documents/minutes?event=${meeting.id}`, '.sheet', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press('导出 Word').then(() =>
        page
          .getByRole('button', { name: '仍要导出' })
          .click({ timeout: 5_000 })
          .catch(() => {}),
      ),
    ]);
    const file = join(folder, '改过的纪要.docx');
    await download.saveAs(file);
    const parts = unzipSync(readFileSync(file));
    const xml = strFromU8(parts['word/document.xml']).replace('现纪要如下', '现将主要情况纪要如下');
    parts['word/document.xml'] = strToU8(xml);
    writeFileSync(file, zipSync(parts));
    await page.evaluate(() => {
      window.location.hash = '/documents/trace';
    });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '选择文件' }).first().click(),
    ]);
    await chooser.setFiles(file);
    await page.locator('.trace-paragraphs li').first().waitFor();
  });
}

/** The first pages of every document, as LibreOffice sets what is exported from the sample library. */
function documentPages() {
  const pages = join(out, 'documents');
  rmSync(pages, { recursive: true, force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--project', 'documents', 'test/documents/every-document.test.ts'];
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ANTOU_PAGES: pages } });
  say('画好每种文书的页样');
}

try {
  await page.goto(web.url);
  await page.locator('.start').waitFor();
  if (isWanted('01')) await page.screenshot({ path: join(out, '01-第一次打开.png') });
  const { desk } = web.office;
  const library = await desk.create(join(folder, '示例区政协资料库'), undefined, true);
  await desk.machine.savePreferences({ operator: '王敏（办公室）' });
  await page.goto(base);
  await page.locator('.frame').waitFor();
  const events = library.list('event');
  const meeting = events.find((event) => event.values.minutes && event.values.subtype === '主席会议');
  const material = library.list('material').find((record) => JSON.stringify(record.values.body).includes('加装电梯'));
  const book = library.list('book')[0];
  await shot('02-首页', '/', '.frame h1');
  await shot('03-委员名单', '/records/member', '[role=row], .grid-row', async () => {
    await page.locator('[role=row], .grid-row').nth(3).click();
  });
  await shot('04-会议', `/records/event/${meeting.id}`, '.page-title');
  await shot('05-写纪要', `/minutes/${meeting.id}`, '.body-text');
  await shot('06-纸面', `/documents/minutes?event=${meeting.id}`, '.sheet');
  await shot('07-检索', '/search?q=加装电梯', '.hit');
  await shot('08-阅读', `/read/material/${material.id}?q=加装电梯`, '.body-view');
  await shot('09-编书', `/books/${book.id}`, '.chapters');
  await shot('10-导入', '/import', '.file-drop');
  await shot('11-设置', '/settings', '.page-title');
  const year = 2024;
  const busy = library.list('proposal').find((record) => record.values.state === '办理中');
  const standing = events.find((event) => event.values.subtype === '常委会会议');
  const member = library.list('member').find((record) => record.values.isStanding === true);
  await shot('20-待办', '/tasks', '.page-title');
  await shot('21-提案', '/desk/proposals', '.page-title');
  await shot('22-一件提案', `/desk/proposals/${busy.id}`, '.page-title');
  await shot('23-社情民意', `/desk/opinions?year=${year}`, '.page-title');
  await shot('24-意见建议', `/desk/suggestions?year=${year}`, '.page-title');
  await shot('25-四单', '/desk/topics', '.page-title');
  await shot('26-街道工作', `/desk/streets?year=${year}`, '.page-title');
  await shot('27-阵地', '/desk/venues', '.page-title');
  await shot('28-规章制度', `/desk/regulations?year=${year}`, '.page-title');
  await shot('29-年度计划', `/desk/plans?year=${year}`, '.page-title');
  await shot('30-履职一览', `/desk/members?year=${year}`, '.member-lines');
  await shot('31-履职情况', `/desk/members/${member.id}?year=${year}`, '.profile-counts');
  await shot('32-签到', `/desk/meetings/${standing.id}`, '.roll-row');
  await shot('33-民主监督', `/desk/supervision?year=${year}`, '.work-figures');
  await shot('34-走访联络', `/desk/visits?year=${year}`, '.work-figures');
  await shot('35-日程', '/calendar?month=2024-06', '.page-title');
  await shot('36-提案台账', '/records/proposal', '[role=row]');
  await shot('37-重复项', '/duplicates?kind=proposal', '.page-title');
  await paperScreens(library, meeting);
  await desk.machine.savePreferences({ scale: 'large' });
  await page.reload();
  await page.locator('.frame').waitFor();
  await shot('67-文书（大字版）', '/documents', '.document-card');
  await shot('12-首页（大字版）', '/', '.frame h1');
  await shot('13-检索（大字版）', '/search?q=加装电梯', '.hit');
  await shot('14-提案（大字版）', '/desk/proposals', '.page-title');
  if (wanted.length === 0 || wanted.includes('documents')) documentPages();
  await desk.machine.savePreferences({ scale: 'standard' });
  today = LATER;
  const ended = await desk.create(join(folder, '示例区政协资料库（次年）'), undefined, true);
  await page.goto(base);
  await page.locator('.frame').waitFor();
  const judged = ended
    .list('member')
    .find(({ values }) => values.isStanding && values.status === '在任' && values.scoreEnabled !== false);
  const scores = `scheme=zhongyuan&year=${year}`;
  await shot('40-数字', `/results/figures?year=${year}`, '.figure-table, table');
  await shot('41-数字的依据', `/results/figures?year=${year}&figure=SQ.PROV`, '.ant-drawer .evidence-list li');
  await shot('42-工作报告', '/results/reports', '.page-title', async () => {
    await page.getByLabel('年度', { exact: true }).click();
    await page.getByTitle(`${year} 年`, { exact: true }).last().click();
    await page.getByRole('button', { name: `起草 ${year} 年工作报告` }).click();
    await page.locator('.figure-chip').first().waitFor();
  });
  await shot('43-口径对账', '/results/reconcile', '.page-title', async () => {
    await page.getByRole('textbox').last().fill(REPORT);
    await page.getByRole('button', { name: /^对账/u }).click();
    await page.locator('tbody tr').first().waitFor();
  });
  await shot('44-履职计分', `/results/scores?${scores}`, '.score-tabs [role=row], .score-tabs tr');
  await shot('45-计分单', `/results/scores/${judged.id}?${scores}`, '.score-number');
  await shot('47-看板', `/results/dashboards?year=${year}`, '.chart-drawing');
  await shot('48-委员画像', `/desk/members/${judged.id}/portrait?year=${year}`, '.chart-drawing');
  const street = ended.list('subdistrictOffice')[0];
  await shot('49-街道画像', `/desk/streets/${street.id}/portrait?year=${year}`, '.chart-drawing');
  await desk.machine.savePreferences({ scale: 'large' });
  await page.reload();
  await page.locator('.frame').waitFor();
  await shot('50-数字（大字版）', `/results/figures?year=${year}`, '.figure-table, table');
  await shot('51-履职计分（大字版）', `/results/scores?${scores}`, '.score-tabs [role=row], .score-tabs tr');
  await desk.machine.savePreferences({ scale: 'standard' });
  await page.reload();
  await page.locator('.frame').waitFor();
  // Last: a form with changes does not let go of the page.
  await shot('46-规则推演', `/results/schemes/zhongyuan?year=${year}`, '.scheme-desk', async () => {
    await page.getByLabel(/^C1 .*分值$/u).fill('2');
    await page.getByRole('button', { name: '推演', exact: true }).click();
    await page.getByText(/个对象的分会变/u).waitFor();
  });
} finally {
  await browser.close();
  await web.close();
  rmSync(folder, { recursive: true, force: true });
}
