/**
 * npm run bench [NAME…]: measures the program against its targets and its peers, and prints one table.
 * The peers are a package of their own (test/bench/package.json), installed here and nowhere else. Each bench is a
 * program of its own, so that its peak of memory is its own. Ends with 1 when a target is missed or a bench fails.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { ensureInstalled, root, say } from './install.mjs';

const folder = join(root, 'test', 'bench');
const built = join(folder, 'node_modules', '.antou-bench');

function installPeers() {
  const wanted = readFileSync(join(folder, 'package.json'), 'utf8');
  const stamp = join(folder, 'node_modules', '.antou-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('正在安装对照程序（test/bench，只在这里用）……SQLite 可能要就地编译，约需几分钟。');
  const run = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    timeout: 15 * 60_000,
  });
  if (run.status === 0) writeFileSync(stamp, wanted);
  else say('对照程序没有装全：缺的对照会略去，其余照常测量。');
}

/** Every file of test/bench is a bench, but for `row.ts`, which they share. */
function benches() {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'row.ts')
    .map((name) => name.slice(0, -3));
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`没有名为 ${unknown.join('、')} 的测量。现有：${names.join('、')}`);
  return asked.length > 0 ? asked : names;
}

/** Our own sources in one file; packages stay outside, where the bench's own come before the program's. */
async function bundleBench(name) {
  const { build } = await import('vite');
  const file = join(built, `${name}.mjs`);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { target: 'node' },
    build: {
      ssr: true,
      outDir: built,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { [name]: join(folder, `${name}.ts`) },
        external: [...builtinModules, /^node:/, /^(?![./]|[A-Za-z]:)/],
        output: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: `${name}-[hash].mjs` },
      },
    },
  });
  return file;
}

/** `ratio of p50: 1.20 (target ≤ 1.5)`: a bench that prints for itself still gets its targets into the table. */
const PRINTED = /^\s*(?<name>[^:：]+)[:：]\s*(?<value>[\d.]+)\s*(?<unit>[^\s(]*)\s*\(target ≤ (?<target>[\d.]+)/u;

/** Runs one bench. Its rows are the lines of stdout that are `{"bench": …}` (test/bench/row.ts). */
function run(name, file) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--expose-gc', file], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('close', (code) => {
      const rows = [];
      for (const line of output.split('\n')) {
        const printed = PRINTED.exec(line)?.groups;
        if (line.startsWith('{"bench":')) rows.push(JSON.parse(line).bench);
        else if (line.trim()) say(line);
        if (!printed) continue;
        const { name: title, value, unit, target } = printed;
        rows.push({ area: name, name: title, value: Number(value), unit, target: Number(target) });
      }
      resolve({ code, rows });
    });
  });
}

const digits = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
/** Columns on a terminal: a Chinese character takes two. */
const columns = (text) => [...text].reduce((sum, character) => sum + (character.codePointAt(0) > 0x2e7f ? 2 : 1), 0);
const padded = (text, length) => text + ' '.repeat(Math.max(0, length - columns(text)));

function table(rows) {
  const cells = rows.map(({ area, name, value, unit, target }) => [
    area,
    name,
    `${digits(value)} ${unit}`,
    target === undefined ? '' : `≤ ${target} ${unit}`,
    target === undefined ? '' : value <= target ? '达到' : '未达到',
  ]);
  const lines = [['项目', '测量', '结果', '目标', ''], ...cells];
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...lines.map((line) => columns(line[at]))));
  return lines
    .map((line) =>
      line
        .map((cell, at) => padded(cell, widths[at]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

ensureInstalled();
installPeers();
const rows = [];
let failed = 0;
for (const name of benches()) {
  say(`测量 ${name}……`);
  const result = await run(name, await bundleBench(name));
  rows.push(...result.rows);
  if (result.code !== 0) {
    failed += 1;
    say(`${name} 没有测完（退出码 ${result.code}）`);
  }
}
rmSync(built, { recursive: true, force: true });
console.log(table(rows));
const missed = rows.filter(({ value, target }) => target !== undefined && value > target).length;
console.log(`${rows.length} 项测量，${missed} 项未达到目标${failed ? `，${failed} 组没有测完` : ''}`);
process.exitCode = missed + failed > 0 ? 1 : 0;
