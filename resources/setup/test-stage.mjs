import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './install.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped titles
 * @property {string} log shown when something failed
 */

const bin = (...path) => join(root, 'node_modules', ...path);

/** Runs a command, keeps what it prints, ends it with everything it started when the limit is reached. */
export function run(command, args, { limitSeconds, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32', // a group of its own, so that browsers it started end with it
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const end = (signal) => {
      try {
        if (process.platform === 'win32') child.kill(signal);
        else process.kill(-child.pid, signal);
      } catch {
        // already gone
      }
    };
    const stop = () => end('SIGTERM');
    process.on('exit', stop);
    let timedOut = false;
    const limit = setTimeout(() => {
      timedOut = true;
      end('SIGKILL');
    }, limitSeconds * 1000);
    const finish = (status) => {
      clearTimeout(limit);
      process.off('exit', stop);
      const log = Buffer.concat(chunks).toString('utf8');
      resolve({ status, log: timedOut ? `${log}\n超过时限 ${limitSeconds} 秒，已中止。` : log });
    };
    child.on('error', (error) => {
      chunks.push(Buffer.from(String(error)));
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** One check that passes or fails as a whole. @returns {Promise<Outcome>} */
const one = ({ status, log }) => ({
  passed: status === 0 ? 1 : 0,
  failed: status === 0 ? 0 : 1,
  skipped: [],
  log,
});

export async function typeCheck() {
  const logs = [];
  let status = 0;
  for (const project of ['shared', 'electron', 'renderer', 'test']) {
    const cache = join(root, '.cache', `${project}.tsbuildinfo`);
    const args = [bin('typescript', 'bin', 'tsc'), '-p', project, '--incremental', '--tsBuildInfoFile', cache];
    const result = await run(process.execPath, args, { limitSeconds: 240 });
    if (result.status !== 0) status = result.status;
    logs.push(result.log);
  }
  return one({ status, log: logs.join('') });
}

export async function lint() {
  const program = bin('@biomejs', 'biome', 'bin', 'biome');
  return one(await run(process.execPath, [program, 'check', '--max-diagnostics=200', '.'], { limitSeconds: 120 }));
}

/** A rule checker that cannot read the files finds nothing and would pass: the number of modules read counts too. */
export async function importRules() {
  const program = bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const { status, log } = await run(process.execPath, [...args, 'shared', 'electron', 'renderer', 'test'], {
    limitSeconds: 180,
  });
  let summary;
  try {
    ({ summary } = JSON.parse(log.slice(log.indexOf('{'))));
  } catch {
    return one({ status: status || 1, log });
  }
  const lines = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  if (summary.totalCruised < 50) lines.push(`只读到 ${summary.totalCruised} 个模块，检查不作数`);
  return one({ status: lines.length === 0 && status === 0 ? 0 : 1, log: lines.join('\n') });
}

/** Projects whose tests are tried twice (vitest.config.ts). */
const RETRIED = ['e2e', 'desktop'];

/** The tests of some vitest projects. @returns {Promise<Outcome>} */
export async function vitest(projects, { filters = [], limitSeconds, display = false, env = {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'antou-report-'));
  const report = join(folder, 'report.json');
  const args = [
    bin('vitest', 'vitest.mjs'),
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    '--passWithNoTests',
    // Tests in a browser are tried a second time: what the first try was still waiting for is no error of the program.
    // Errors of the page itself are collected and judged by every walk.
    ...(projects.some((project) => RETRIED.includes(project)) ? ['--dangerouslyIgnoreUnhandledErrors'] : []),
    ...filters,
  ];
  const screen = ['-a', '-s', '-screen 0 1600x1000x24', process.execPath];
  const [command, words] = display ? ['xvfb-run', [...screen, ...args]] : [process.execPath, args];
  try {
    const { status, log } = await run(command, words, { limitSeconds, env });
    return { ...readReport(report, status), log };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(report, status) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: [] };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  let passed = 0;
  let failed = 0;
  const skipped = [];
  for (const file of testResults) {
    const counts = { passed: 0, failed: 0 };
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else skipped.push(`${relative(root, file.name)}：${test.fullName}`);
    }
    // A file that could not be loaded, or whose hooks failed, has no failed test of its own.
    if (file.status === 'failed' && counts.failed === 0) counts.failed = 1;
    passed += counts.passed;
    failed += counts.failed;
  }
  // An error outside any test (an unhandled rejection) must not pass.
  if (status !== 0 && failed === 0) failed = 1;
  return { passed, failed, skipped };
}
