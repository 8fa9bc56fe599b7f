/**
 * `npm test`: sets up what the tests need, runs all of them, and ends with the line `N passed, N failed`.
 * `npm test -- unit lint` runs only these parts; other words narrow the test files by name.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureDebianPackages } from './debian.mjs';
import { findBrowser } from './find-browser.mjs';
import { obtainElectron } from './find-electron.mjs';
import { ensureInstalled, root, say } from './install.mjs';

const started = Date.now();
const inCI = process.env.CI === 'true' || process.env.CI === '1';
const shared = join(root, '..', 'shared');
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} 秒`;

const partNames = [
  ...['typecheck', 'lint', 'imports', 'unit', 'architecture', 'contract'],
  ...['faults', 'documents', 'e2e', 'desktop'],
];
const words = process.argv.slice(2);
const filters = words.filter((word) => !partNames.includes(word));
const chosen = words.filter((word) => partNames.includes(word));
const wanted = new Set(chosen.length > 0 ? chosen : partNames);

/** Parts that start the built program. */
const needsBuild = ['architecture', 'contract', 'faults', 'e2e', 'desktop'];

const totals = { passed: 0, failed: 0, skipped: [] };
const failures = [];

function fail(message) {
  totals.failed += 1;
  failures.push(message.split('\n')[0]);
  console.log(`✗ ${message}`);
}

/** Something that could not be set up: said plainly, and a failure where everything has to be there. */
const missing = (message) => (inCI ? fail(`环境：${message}`) : console.log(`○ 未测：${message}`));

/** A real Electron: the one beside the project for tests, or the package's own. @returns {string | undefined} folder */
function electronFolder() {
  const tool = join(shared, 'tools', 'electron-runtime');
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (process.platform === 'linux' && existsSync(tool)) {
    const run = spawnSync(tool, { encoding: 'utf8', timeout: 300_000, stdio: ['ignore', 'pipe', 'inherit'] });
    if (run.status === 0) return run.stdout.trim().split('\n').at(-1);
    missing('../shared/tools/electron-runtime 没有给出 Electron，桌面测试做不了');
    return undefined;
  }
  const { program, reason } = obtainElectron();
  if (program) return join(root, 'node_modules', 'electron', 'dist');
  // Nothing was promised here: neither the tool beside the project nor a download.
  console.log(`○ 未测：桌面测试（${reason}，旁边也没有 ../shared/tools/electron-runtime）`);
  return undefined;
}

async function setUp() {
  const lacks = ensureDebianPackages();
  ensureInstalled();
  for (const lack of lacks) missing(lack);
  const env = {};
  const browser = findBrowser();
  if (browser) env.ANTOU_CHROMIUM = browser;
  if (wanted.has('documents')) {
    const { ensureTestFonts } = await import('./test-fonts.mjs');
    ensureTestFonts();
  }
  const electron = wanted.has('desktop') ? electronFolder() : undefined;
  if (electron) env.ELECTRON_OVERRIDE_DIST_PATH = electron;
  const built = needsBuild.some((name) => wanted.has(name)) ? await build() : true;
  if (!existsSync(shared)) console.log('○ 旁边没有 ../shared：用其中材料的测试会跳过');
  return { env, electron, built };
}

async function build() {
  const { ensureBuilt } = await import('./build.mjs');
  try {
    await ensureBuilt();
    return true;
  } catch (error) {
    fail(`构建：${stripVTControlCharacters(error.message)}`);
    return false;
  }
}

async function stage(names, work) {
  if (!names.some((name) => wanted.has(name))) return;
  const at = Date.now();
  const outcome = await work(names.filter((name) => wanted.has(name)));
  totals.passed += outcome.passed;
  totals.failed += outcome.failed;
  totals.skipped.push(...outcome.skipped);
  const label = names.filter((name) => wanted.has(name)).join('、');
  const counts = `${outcome.passed} 通过，${outcome.failed} 未过${outcome.skipped.length ? `，${outcome.skipped.length} 跳过` : ''}`;
  console.log(`${outcome.failed === 0 ? '✓' : '✗'} ${label}：${counts}（${seconds(at)}）`);
  if (outcome.failed > 0) {
    failures.push(label);
    console.log(outcome.log.trimEnd());
  }
}

/** Two lanes for two cores: what computes, and what waits for LibreOffice, browsers and windows. */
async function runAll({ env, electron, built }) {
  const { importRules, lint, typeCheck, vitest } = await import('./test-stage.mjs');
  const tests =
    (limitSeconds, more = {}) =>
    (names) =>
      vitest(names, { filters, limitSeconds, env, ...more });
  const computing = async () => {
    await stage(['typecheck'], typeCheck);
    await stage(['lint'], lint);
    await stage(['imports'], importRules);
    await stage(['unit', 'architecture', 'contract'], tests(1800));
    await stage(['faults'], tests(900));
  };
  const waiting = async () => {
    await stage(['documents'], tests(1800));
    if (!built) return; // an old build would be tested
    await stage(['e2e'], tests(2400));
    const display = process.platform === 'linux';
    if (electron) await stage(['desktop'], tests(600, { display }));
  };
  await Promise.all([computing(), waiting()]);
}

try {
  await runAll(await setUp());
} catch (error) {
  fail(`没能准备好：${error.stack ?? error}`);
}
if (totals.skipped.length > 0) {
  console.log(`跳过 ${totals.skipped.length} 项：`);
  for (const title of totals.skipped) console.log(`  ○ ${title}`);
  // With everything set up there is no reason left to skip, except for another operating system.
  const unexplained = totals.skipped.filter((title) => !title.includes('Windows'));
  if (inCI && existsSync(shared) && unexplained.length > 0) fail(`CI 中有 ${unexplained.length} 项测试被跳过`);
}
if (failures.length > 0) say(`未过：${failures.join('；')}`);
console.log(`用时 ${seconds(started)}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
console.log(`${totals.passed} passed, ${totals.failed} failed`);
