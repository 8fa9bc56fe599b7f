import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Page } from 'playwright';
import { officeClient } from '../../electron/api/index.ts';
import { startWeb } from '../../electron/web.ts';
import { quantile, report } from './row.ts';

/**
 * The list of 50,000 records in a real browser against the same list as an Ant Design Table (test/bench/list-grid-peer):
 * the same library, the same contract, the same browser, in turn. Times from what the hand does to what the eye sees:
 * the first row, the row the sort puts first, the first row of a filter, the last row after pulling the scroll bar down.
 */
const AREA = '列表';
const COUNT = 50_000;
const PLAIN = 5_000;
const RUNS = 5;
/** The project's folder is the working folder. */
const root = process.cwd();
const titleOf = (index: number) => `第${String(index).padStart(5, '0')}篇 街道协商议事材料`;

interface Side {
  readonly name: string;
  /** The program running, another page showing; then the hash that opens the list. */
  readonly page: string;
  readonly hash: string;
  /** There when it runs. */
  readonly ready: string;
  /** The rows that are drawn. */
  readonly row: string;
  /** What scrolls. */
  readonly box: string;
  sort(page: Page): Promise<void>;
  /** Opens the filter in the head and ticks a value; answers the button that puts it in force. */
  chooseFilter(page: Page): Promise<string>;
}

const ours: Side = {
  name: '本程序',
  ready: '.page-title',
  page: '/index.html#/settings',
  hash: '/records/material?sort=%5B%5B%22title%22%2C%22asc%22%5D%5D',
  row: '.grid-body .grid-row[data-row]',
  box: '.grid',
  async sort(page) {
    await page.locator('.grid-headcell[data-path="title"] .grid-sort').click();
  },
  async chooseFilter(page) {
    await page.locator('.grid-headcell[data-path="category"] .grid-filter').click();
    await page.locator('.value-line', { hasText: '新闻报道' }).getByRole('checkbox').check();
    return '.head-menu .ant-btn-primary';
  },
};

const peer: Side = {
  name: 'antd Table',
  ready: '#peer',
  page: '/peer/index.html',
  hash: 'list',
  row: '.ant-table-row',
  box: '.ant-table-tbody-virtual-holder',
  async sort(page) {
    // The second press turns the order round: the first only makes it the Table's own.
    await page.locator('th', { hasText: '标题' }).click();
    await page.locator('th', { hasText: '标题' }).click();
  },
  async chooseFilter(page) {
    await page.locator('.ant-table-filter-trigger').click();
    await page.locator('.ant-dropdown-menu-item', { hasText: '新闻报道' }).click();
    return '.ant-table-filter-dropdown-btns .ant-btn-primary';
  },
};

const seen = (page: Page, row: string, text: string) =>
  page.waitForFunction(
    ([selector, words]) =>
      [...document.querySelectorAll(selector as string)].some((line) => line.textContent?.includes(words as string)),
    [row, text] as const,
    { polling: 'raf', timeout: 120_000 },
  );

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

type Times = Record<'first' | 'end' | 'sort' | 'filter', number[]>;

async function walk(page: Page, side: Side, origin: string, times: Times): Promise<void> {
  await page.goto('about:blank');
  await page.goto(origin + side.page);
  await page.locator(side.ready).waitFor({ state: 'attached' });
  // What starting leaves to do is not the list's.
  await page.waitForTimeout(1000);
  times.first.push(
    await timed(async () => {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, side.hash);
      await seen(page, side.row, titleOf(0));
    }),
  );
  times.end.push(
    await timed(async () => {
      await page.locator(side.box).evaluate((box) => {
        box.scrollTop = box.scrollHeight;
      });
      await seen(page, side.row, titleOf(COUNT - 1));
    }),
  );
  await page.locator(side.box).evaluate((box) => {
    box.scrollTop = 0;
  });
  await seen(page, side.row, titleOf(0));
  const button = page.locator(await side.chooseFilter(page));
  await button.and(page.locator(':enabled')).waitFor();
  times.filter.push(
    await timed(async () => {
      // Pressed by the page itself: a hand of the test tool waits for the small window to stand still first.
      await button.evaluate((element) => (element as HTMLButtonElement).click());
      await page.waitForFunction(
        ([selector, words]) => !document.querySelector(selector as string)?.textContent?.includes(words as string),
        [side.row, titleOf(0)] as const,
        { polling: 'raf', timeout: 120_000 },
      );
      await seen(page, side.row, titleOf(1));
    }),
  );
  times.sort.push(
    await timed(async () => {
      await side.sort(page);
      await seen(page, side.row, titleOf(COUNT - 1));
    }),
  );
}

const none = (): Times => ({ first: [], end: [], sort: [], filter: [] });
const WORDS = { first: '打开到看见第一行', end: '拉到底看见末行', sort: '换排序', filter: '从表头筛选' } as const;

async function preparePages(folder: string): Promise<string> {
  await promisify(execFile)(process.execPath, [join(root, 'resources', 'setup', 'build.mjs'), 'renderer']);
  const pages = join(folder, 'pages');
  await cp(join(root, 'dist', 'renderer'), pages, { recursive: true });
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: join(root, 'test', 'bench', 'list-grid-peer'),
    base: './',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: join(pages, 'peer'),
      emptyOutDir: true,
      target: 'chrome120',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
    },
  });
  return pages;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'antou-bench-list-'));
  const pages = await preparePages(folder);
  const door = await startWeb({ userData: join(folder, 'machine'), pageRoot: pages });
  const office = officeClient(door.office);
  await office.library.create({ path: join(folder, 'library'), name: '五万行' });
  process.stderr.write('列表：写入五万条资料\n');
  for (let from = 0; from < COUNT; from += 10_000)
    await office.batch.run({
      add: Array.from({ length: 10_000 }, (_, at) => ({
        kind: 'material',
        values: {
          title: titleOf(from + at),
          category: (from + at) % 2 ? '新闻报道' : '文史资料',
          date: `20${10 + (at % 15)}-0${1 + (at % 9)}-11`,
        },
      })),
    });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    await page.goto(door.url);
    const { origin } = new URL(door.url);
    const [own, other] = [none(), none()];
    for (let run = 0; run < RUNS; run += 1) {
      await walk(page, ours, origin, own);
      await walk(page, peer, origin, other);
    }
    for (const key of ['first', 'end', 'filter', 'sort'] as const) {
      const [a, b] = [quantile(own[key], 0.5), quantile(other[key], 0.5)];
      report({
        area: AREA,
        name: `${WORDS[key]}，与 antd Table（虚拟行）之比`,
        value: a / b,
        unit: '倍',
        // Asked of the office each time, where the Table has it all in the page: half as much again is let pass.
        target: key === 'end' || key === 'filter' ? 1.5 : 1,
      });
      report({ area: AREA, name: `${WORDS[key]}：${ours.name}`, value: a, unit: 'ms' });
      report({ area: AREA, name: `${WORDS[key]}：${peer.name}`, value: b, unit: 'ms' });
    }
    const plain = await timed(async () => {
      await page.goto(`${origin}/peer/index.html?plain&limit=${PLAIN}#list`);
      await seen(page, '.ant-table-row', titleOf(0));
    });
    report({ area: AREA, name: `打开：不用虚拟行的 antd Table，只 ${PLAIN} 行`, value: plain, unit: 'ms' });
  } finally {
    await browser.close();
    await door.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

await main();
