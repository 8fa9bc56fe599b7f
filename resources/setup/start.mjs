/**
 * `npm start`: sets up what is missing, then opens the program: the Electron window where there is one, otherwise the
 * same contract in a browser window, otherwise the printed address. Options of its own: --web (never Electron),
 * --no-open (print the address only), --port=N, --retry (try Electron's download again); other words are passed on.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { findBrowser, hasDisplay } from './find-browser.mjs';
import { obtainElectron } from './find-electron.mjs';
import { ensureInstalled, root, say } from './install.mjs';

const own = (word) => ['--web', '--no-open', '--retry'].includes(word) || word.startsWith('--port=');
const words = process.argv.slice(2);
const passed = words.filter((word) => !own(word));
const wants = (word) => words.includes(word);
const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
/** Chromium refuses to run its sandbox for root; anyone else keeps it. */
const rootFlags = asRoot ? ['--no-sandbox'] : [];

/** Runs a program until it ends; signals are handed on. @returns {Promise<{code: number, quick: boolean}>} */
function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const end = (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve({ code, quick: Date.now() - started < 5000 });
    };
    child.on('error', () => end(127));
    child.on('exit', (code, signal) => end(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** @returns {Promise<string | undefined>} why not, when the window could not be opened */
async function openDesktop(program) {
  console.log(`用桌面窗口打开（${program}）。`);
  const early = join(root, 'dist', 'electron', 'early.cjs');
  const { code, quick } = await run(program, ['-r', early, root, ...rootFlags, ...passed]);
  // 127: a system library is missing or the file is not a program. Anything else is the program's own end.
  if (code === 127 && quick) return 'Electron 在本机起不来（缺少系统库）';
  process.exit(code);
}

/** Where Electron keeps what belongs to this user and program; the browser window keeps its profile beside it. */
function userFolder() {
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'antou');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'antou');
  return join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'antou');
}

async function openWeb(reason) {
  const { startWeb } = await import(pathToFileURL(join(root, 'dist', 'electron', 'web.js')).href);
  const port = words.find((word) => word.startsWith('--port='))?.slice('--port='.length);
  const libraryPath = passed.find((word) => !word.startsWith('-'));
  const web = await startWeb({ ...(port ? { port: Number(port) } : {}), ...(libraryPath ? { libraryPath } : {}) });
  const browser = hasDisplay() && !wants('--no-open') ? findBrowser() : undefined;
  if (browser) {
    console.log(`用浏览器窗口打开（${basename(browser)}），因为${reason}。`);
    const profile = join(userFolder(), 'browser');
    mkdirSync(profile, { recursive: true });
    const flags = [
      `--app=${web.url}`,
      `--user-data-dir=${profile}`,
      '--window-size=1366,768',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-sync',
      ...rootFlags,
      ...passed.filter((word) => word.startsWith('-')),
    ];
    const { code, quick } = await run(browser, flags, { stdio: 'ignore' });
    if (!(code !== 0 && quick)) {
      await web.close();
      process.exit(code);
    }
    reason = `${reason}，浏览器也没能打开窗口`;
  }
  const why = hasDisplay() ? (wants('--no-open') ? '按要求不开窗口' : reason) : '本机没有显示器';
  console.log(`请在本机浏览器里打开 ${web.url}（${why}）。按 Ctrl+C 结束。`);
  const end = async (code) => {
    await web.close();
    process.exit(code);
  };
  process.on('SIGINT', () => void end(130));
  process.on('SIGTERM', () => void end(143));
}

try {
  ensureInstalled();
  await ensureBuilt();
} catch (error) {
  say(`程序没有准备好：${error.message}`);
  process.exit(1);
}

let reason = '按要求使用浏览器';
if (!wants('--web') && !wants('--no-open')) {
  if (!hasDisplay()) reason = '本机没有显示器';
  else {
    const electron = obtainElectron({ retry: wants('--retry') });
    reason = electron.program ? await openDesktop(electron.program) : electron.reason;
  }
}
await openWeb(reason);
