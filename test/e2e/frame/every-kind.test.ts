import { afterAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../../../renderer/app/navigation-entries.ts';
import { kinds } from '../../../shared/records/index.ts';
import { axeFindings, closeBrowser, startWalk, type Walk } from '../../support/browser.ts';
import { pageFaults } from '../../support/page-faults.ts';

/** The year of the sample library's ledgers. */
const YEAR = 2024;

const pages = SECTIONS.flatMap((section) => section.pages.map((page) => String(page.link.to)));
const ofYear = (path: string) => (/^\/(?:desk|results)\//u.test(path) ? `${path}?year=${YEAR}` : path);

/** What is wrong with the pages walked so far, each with its address. */
const faults: string[] = [];

interface Look {
  /** Something that is on the page only when it has really come up. */
  readonly ready?: string;
  readonly axe?: boolean;
}

async function look(walk: Walk, path: string, { ready = 'main h1, main .empty-state h2', axe = false }: Look = {}) {
  const { page, complaints } = walk;
  const before = complaints.length;
  // What is on the desk now must be gone before the next page is looked at.
  await page.evaluate(() => {
    for (const old of document.querySelectorAll('main > *')) old.setAttribute('data-old', '');
  });
  await walk.go(path);
  await page
    .waitForFunction(() => document.querySelector('main > [data-old]') === null)
    .catch(() => faults.push(`${path} 还是上一页`));
  await page
    .locator(ready)
    .first()
    .waitFor()
    .catch(() => faults.push(`${path} 没有等到 ${ready}`));
  // What a page asks for after it has come up is part of what the clerk sees.
  await page
    .waitForFunction(() => document.querySelectorAll('.route-state, .ant-spin-spinning').length === 0)
    .catch(() => faults.push(`${path} 一直在转`));
  if ((await page.getByText('这一页没能显示').count()) > 0) faults.push(`${path} 没能显示`);
  for (const fault of await pageFaults(page)) faults.push(`${path} ${fault}`);
  if (axe) for (const finding of await axeFindings(page)) faults.push(`${path} ${finding}`);
  for (const complaint of complaints.splice(before)) faults.push(`${path} ${complaint}`);
}

/** A library made by somebody with a name, as in an office. */
async function startLibrary(sample = false): Promise<Walk> {
  const walk = await startWalk({ library: 'none' });
  await walk.office.preferences.save({ operator: '王敏' });
  await walk.office.library.create({ path: walk.libraryPath, name: '测试资料库', ...(sample ? { sample } : {}) });
  await walk.page.reload();
  await walk.page.waitForSelector('.frame');
  // Somewhere else than where the walk begins.
  await walk.go('/history');
  return walk;
}

afterAll(closeBrowser);

describe('每一页、每种记录都读得懂、对得齐、没有机器话', () => {
  it('空的资料库：每个栏目、每种列表都说得出第一步', async () => {
    faults.length = 0;
    const walk = await startLibrary();
    for (const path of pages) await look(walk, ofYear(path));
    for (const kind of kinds) await look(walk, `/records/${kind.id}`, { ready: '.grid, .empty-state' });
    expect(faults).toEqual([]);
    await walk.end();
  });

  it('一整年的资料库：每个栏目，每种记录的列表、详情、新建', async () => {
    faults.length = 0;
    const walk = await startLibrary(true);
    const { office } = walk;
    for (const path of pages) await look(walk, ofYear(path), { axe: true });
    for (const kind of kinds) {
      const { records } = await office.records.list({ kind: kind.id, limit: 1 });
      const id = records[0]?.id;
      await look(walk, `/records/${kind.id}`, { ready: '.grid [data-row]' });
      await look(walk, `/records/${kind.id}/new`, { ready: '.form-scroll label' });
      if (id === undefined) faults.push(`${kind.label}：示例资料库里一条也没有`);
      else await look(walk, `/records/${kind.id}/${id}`, { ready: '.detail [role="tabpanel"]', axe: true });
    }
    expect(faults).toEqual([]);
    await walk.end();
  });

  it('从一条的修改页直接到另一条：填着的是那一条自己的', async () => {
    const walk = await startWalk();
    const { office, page } = walk;
    const { id: bridge } = await office.records.save({ kind: 'project', values: { name: '桥北菜市场改造' } });
    const { id: lane } = await office.records.save({ kind: 'project', values: { name: '槐树巷排水' } });
    const { id: campaign } = await office.records.save({ kind: 'campaign', values: { name: '护河行动' } });
    const name = page.getByLabel(/^名称/).first();
    for (const [path, words] of [
      [`project/${bridge}`, '桥北菜市场改造'],
      [`project/${lane}`, '槐树巷排水'],
      [`campaign/${campaign}`, '护河行动'],
    ]) {
      await walk.go(`/records/${path}/edit`);
      await expect.poll(() => name.inputValue()).toBe(words);
    }
    await walk.end();
  });
});
