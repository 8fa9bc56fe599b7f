import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';

export interface Desktop {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Warnings and errors of the page's console, and errors it did not catch. */
  readonly complaints: string[];
  /** What the main and the office process wrote to stderr, without Chromium's own chatter. */
  readonly stderr: () => string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly userData: string;
  /** A packaged program instead of the built one; its inspect fuse must be on. */
  readonly executablePath?: string;
}

/** A folder for one test file; `remove` takes it away. */
export function scratch(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'antou-desktop-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Playwright asks the package `electron`, which without a binary starts a download that nothing limits: the runtime
 * beside the project is named first, and without any the tests stop here.
 */
export function ensureElectron(): void {
  const tool = resolve('..', 'shared', 'tools', 'electron-runtime');
  if (!process.env.ELECTRON_OVERRIDE_DIST_PATH && process.platform === 'linux' && existsSync(tool)) {
    process.env.ELECTRON_OVERRIDE_DIST_PATH = execFileSync(tool, { encoding: 'utf8' }).trim().split('\n').at(-1);
  }
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? resolve('node_modules/electron/dist');
  if (!existsSync(folder)) throw new Error('没有 Electron，桌面测试做不了（见 docs 中的测试说明）');
}

/** Root may not use Chromium's outer sandbox; the flags of webPreferences are tested all the same. */
const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Chromium's complaints about the test machine: no message bus, no graphics card. */
const chatter = /:(ERROR|WARNING|INFO):|dbus|Debugger (listening|ending|attached)|For help, see: https:\/\/nodejs/;

/** Starts the real program in a real Electron. */
export async function launch({ userData, executablePath }: LaunchOptions): Promise<Desktop> {
  ensureElectron();
  const early = resolve('dist/electron/early.cjs');
  const app = await _electron.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...(executablePath ? [] : ['-r', early, '.']), ...rootFlags, `--user-data-dir=${userData}`],
    env: { ...(process.env as Record<string, string>), LANG: 'zh_CN.UTF-8' },
  });
  let stderr = '';
  app.process().stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} ${message.location().url}`.trim());
  });
  page.on('request', (request) => {
    if (!/^(app|blob|data):/.test(request.url())) complaints.push(`请求 ${request.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    app,
    page,
    complaints,
    stderr: () =>
      stderr
        .split('\n')
        .filter((line) => line.trim() !== '' && !chatter.test(line))
        .join('\n'),
    close: () => app.close(),
  };
}

/** Lets the next dialogs answer with these paths, in order, as a clerk would; what is asked is kept. */
export async function answerDialogs(app: ElectronApplication, answers: readonly (readonly string[])[]): Promise<void> {
  await app.evaluate(({ dialog }, list) => {
    const rest = list.map((paths) => [...paths]);
    dialog.showOpenDialog = async () => {
      const filePaths = rest.shift() ?? [];
      return { canceled: filePaths.length === 0, filePaths };
    };
    dialog.showSaveDialog = async () => {
      const [filePath] = rest.shift() ?? [];
      return { canceled: filePath === undefined, filePath: filePath ?? '' };
    };
  }, answers);
}
