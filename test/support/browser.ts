import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { type OfficeClient, officeClient } from '../../electron/api/index.ts';
import { startWeb } from '../../electron/web.ts';

/** A page in a real browser on a library of its own, and everything in it that a clerk should never meet. */
export interface Walk {
  readonly page: Page;
  /** The contract, called in the same process: to prepare records and to look at what was really stored. */
  readonly office: OfficeClient;
  /** Folder for this walk; the library lies in `library` inside it. */
  readonly folder: string;
  readonly libraryPath: string;
  /** Warnings, errors, policy violations and requests to the outside, as they happened. */
  readonly complaints: string[];
  /** Opens an address of the page: `go('/records/member')`. */
  go(path: string): Promise<void>;
  /** Fails when there was any complaint; closes everything and removes the folder. */
  end(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');
let browser: Promise<Browser> | undefined;

/** Builds the page when its sources are newer; quick and quiet otherwise. */
async function build(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, 'resources', 'setup', 'build.mjs'), 'renderer', 'resources']);
}

function launch(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
  });
  return browser;
}

interface WalkOptions {
  /** none: the start page shows. new: an empty library with the usual terms. */
  readonly library?: 'new' | 'none';
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** The usual screen of the clerks. */
const SCREEN = { width: 1366, height: 768 };

export async function startWalk({ library = 'new', viewport = SCREEN }: WalkOptions = {}): Promise<Walk> {
  await build();
  const folder = await mkdtemp(join(tmpdir(), 'antou-e2e-'));
  const libraryPath = join(folder, 'library');
  const door = await startWeb({ userData: join(folder, 'machine'), pageRoot: join(root, 'dist', 'renderer') });
  const office = officeClient(door.office);
  if (library === 'new') await office.library.create({ path: libraryPath, name: '测试资料库' });

  const context = await (await launch()).newContext({ viewport, locale: 'zh-CN', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = listen(page, new URL(door.url).origin);
  await page.goto(door.url);
  await page.waitForSelector(library === 'none' ? '.start' : '.frame');

  return {
    page,
    office,
    folder,
    libraryPath,
    complaints,
    async go(path) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, path);
      await page.waitForFunction(() => document.querySelector('.route-state') === null);
    },
    async end() {
      await context.close();
      await door.close();
      // A draft may still be on its way to the disk.
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      if (complaints.length > 0) throw new Error(`浏览器里出现了不该有的：\n${complaints.join('\n')}`);
    },
  };
}

/** Closes the shared browser; call in afterAll of each file. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** A refused command is an answer of the contract; the browser itself writes a line about its HTTP status. */
const isRefusal = (text: string, url: string) => text.startsWith('Failed to load resource') && url.includes('/rpc/');

function listen(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!['warning', 'error'].includes(message.type())) return;
    if (isRefusal(message.text(), message.location().url)) return;
    complaints.push(`控制台 ${message.type()}：${message.text()}（${message.location().url}）`);
  });
  page.on('pageerror', (error) => complaints.push(`页面出错：${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:'))
      complaints.push(`外联：${url}`);
  });
  return complaints;
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeNode {
  readonly target: readonly unknown[];
  readonly failureSummary?: string;
}
interface AxeFinding {
  readonly id: string;
  readonly impact?: string | null;
  readonly help: string;
  readonly nodes: readonly AxeNode[];
}

/**
 * Serious and critical findings of axe on what the page shows now, one line each; empty when all is well.
 * The page's policy forbids scripts from elsewhere, so axe is put in over the debugging protocol.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axePath, 'utf8'));
  // Half-way through a fade every colour is wrong.
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
  const findings = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run(): Promise<{ violations: AxeFinding[] }> } }).axe;
    return (await axe.run()).violations;
  });
  return findings
    .filter((finding) => finding.impact === 'serious' || finding.impact === 'critical')
    .flatMap((finding) =>
      finding.nodes.map(
        (node) => `${finding.id}（${finding.help}）：${node.target.join(' ')} ${node.failureSummary ?? ''}`,
      ),
    );
}
