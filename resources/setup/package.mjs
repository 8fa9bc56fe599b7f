/**
 * `npm run package:linux` and `package:win`: builds, packages with electron-builder, then checks the package: the asar
 * holds what the program needs and nothing else, and the fuses read back as they were ordered.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled, root, say } from './install.mjs';

const electronOutput = join(root, 'dist', 'electron');

/** Files of dist/electron that the desktop program reaches from its entries; the other doors have chunks of their own. */
export function reachable(entries = ['main.js', 'office.js', 'preload.cjs']) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name) || !existsSync(join(electronOutput, name))) return;
    found.add(name);
    const source = readFileSync(join(electronOutput, name), 'utf8');
    for (const [, next] of source.matchAll(/(?:from|import)\s*\(?\s*["']\.\/([^"']+)["']/g)) visit(next);
  };
  for (const entry of entries) visit(entry);
  return found;
}

/** The Electron to package: a folder given, the one beside the project (Linux), or electron-builder's own download. */
function electronFolder(platform) {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const tool = join(root, '..', 'shared', 'tools', 'electron-runtime');
  if (platform !== 'linux' || process.platform !== 'linux' || !existsSync(tool)) return undefined;
  const run = spawnSync(tool, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return run.status === 0 ? run.stdout.trim().split('\n').at(-1) : undefined;
}

function electronVersion(folder) {
  const file = join(folder, 'version');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '');
  const run = spawnSync(join(folder, 'electron'), ['--no-sandbox', '--version'], { encoding: 'utf8', timeout: 30_000 });
  const [, version] = /v?(\d+\.\d+\.\d+)/.exec(run.stdout ?? '') ?? [];
  if (!version) throw new Error(`看不出这个 Electron 的版本：${folder}`);
  return version;
}

/**
 * @param {'linux' | 'win'} platform
 * @param {{output?: string, folderOnly?: boolean, overrides?: object}} [options] folderOnly: no installer and no zip
 * @returns {Promise<string>} the unpacked folder
 */
export async function packageFor(
  platform,
  { output = join(root, 'release'), folderOnly = false, overrides = {} } = {},
) {
  await ensureBuilt();
  const needed = reachable();
  const foreign = readdirSync(electronOutput).filter((name) => !needed.has(name));
  const folder = electronFolder(platform);
  const { build, Platform } = await import('electron-builder');
  const YAML = await import('yaml');
  const config = YAML.parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'));
  const electron = folder ? { electronDist: folder, electronVersion: electronVersion(folder) } : {};
  await build({
    projectDir: root,
    targets:
      platform === 'linux'
        ? Platform.LINUX.createTarget('dir')
        : Platform.WINDOWS.createTarget(folderOnly ? 'dir' : undefined),
    publish: 'never',
    config: {
      ...config,
      ...overrides,
      ...electron,
      // Electron's own start program, left behind when a folder is packaged instead of a download.
      afterPack: ({ appOutDir }) => rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
      directories: { ...config.directories, output },
      files: [...config.files, ...foreign.map((name) => `!dist/electron/${name}`)],
    },
  });
  const unpacked = join(output, `${platform}-unpacked`);
  const problems = await checkPackage(unpacked, platform, config.electronFuses);
  if (problems.length > 0) throw new Error(`打出的包不合要求：\n${problems.join('\n')}`);
  return unpacked;
}

/** Everything under `folder`, with forward slashes. */
function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'));
}

/** @returns {Promise<string[]>} what is wrong with the package, in Chinese */
export async function checkPackage(unpacked, platform, fuses) {
  const { default: asar } = await import('@electron/asar');
  const listed = asar.listPackage(join(unpacked, 'resources', 'app.asar'), { isPack: false });
  const names = listed.map((name) => name.replaceAll('\\', '/').replace(/^\//, ''));
  const folders = new Set(names.map((name) => dirname(name)));
  const files = new Set(names.filter((name) => !folders.has(name)));
  const wanted = new Set([
    'package.json',
    'dist/THIRD-PARTY.txt',
    ...[...reachable()].map((name) => `dist/electron/${name}`),
    ...filesUnder(join(root, 'dist', 'renderer')),
    ...filesUnder(join(root, 'dist', 'resources')).filter((name) => !/icons\/icon\.(ico|svg)$/.test(name)),
  ]);
  const problems = [];
  for (const name of files) if (!wanted.has(name)) problems.push(`asar 里多了 ${name}`);
  for (const name of wanted) if (!files.has(name)) problems.push(`asar 里缺了 ${name}`);
  const loose = readdirSync(join(unpacked, 'resources')).filter((name) => name !== 'app.asar');
  if (loose.length > 0) problems.push(`asar 之外还有 ${loose.join('、')}`);
  problems.push(...(await wrongFuses(join(unpacked, platform === 'win' ? 'antou.exe' : 'antou'), fuses)));
  return problems;
}

async function wrongFuses(program, ordered) {
  const { default: fuseTool } = await import('@electron/fuses');
  const wire = await fuseTool.getCurrentFuseWire(program);
  const problems = [];
  for (const [name, on] of Object.entries(ordered)) {
    const option = fuseTool.FuseV1Options[name[0].toUpperCase() + name.slice(1)];
    // The wire in the program file holds '1' for on and '0' for off.
    if (String.fromCharCode(wire[option]) !== (on ? '1' : '0'))
      problems.push(`熔丝 ${name} 应为${on ? '开' : '关'}，读回的不是`);
  }
  return problems;
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const platform = process.argv[2];
  if (platform !== 'linux' && platform !== 'win') {
    say('用法：node resources/setup/package.mjs linux|win');
    process.exit(2);
  }
  try {
    ensureInstalled();
    const folder = await packageFor(platform);
    console.log(`已打包到 ${folder}，内容与熔丝核对无误。`);
  } catch (error) {
    say(`打包失败：${error.message}`);
    process.exit(1);
  }
}
