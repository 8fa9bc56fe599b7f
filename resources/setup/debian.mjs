import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './install.mjs';

const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)));

const output = (command, args) => spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';

/**
 * What the tests need besides npm: how to see that it is there, which packages bring it (the first that the
 * distribution knows), and what cannot be tested without it.
 */
function needs() {
  const libraries = output('/sbin/ldconfig', ['-p']);
  const library = (name, ...packages) => ({ there: libraries.includes(name), packages, for: '桌面测试' });
  const command = (name, packages, what) => ({ there: onPath(name), packages, for: what });
  const fonts = output('fc-list', [':lang=zh-cn', 'file']);
  return [
    command('chromium', ['chromium'], '浏览器测试'),
    command('soffice', ['libreoffice-writer'], '文书排版测试'),
    command('pdftoppm', ['poppler-utils'], '文书排版测试'),
    command('fc-list', ['fontconfig'], '文书排版测试'),
    { there: python('fontTools'), packages: ['python3-fonttools'], for: '文书排版测试' },
    { there: fonts.trim() !== '', packages: ['fonts-noto-cjk'], for: '浏览器与文书测试' },
    command('xvfb-run', ['xvfb'], '桌面测试'),
    command('xauth', ['xauth'], '桌面测试'),
    command('unzip', ['unzip'], '桌面测试'),
    library('libgtk-3.so.0', 'libgtk-3-0', 'libgtk-3-0t64'),
    library('libnss3.so', 'libnss3'),
    library('libasound.so.2', 'libasound2', 'libasound2t64'),
    library('libgbm.so.1', 'libgbm1'),
  ];
}

const python = (module) =>
  ['/usr/bin/python3', 'python3'].some(
    (program) => spawnSync(program, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0,
  );

/** A package can be installed when the distribution has a version of it; a name that is only virtual has none. */
const known = (name) => /Candidate: (?!\(none\))/.test(output('apt-cache', ['policy', name]));

/**
 * Installs what is missing when this is Debian and we may (root); says what stays missing.
 * @returns {string[]} what could not be set up, in Chinese
 */
export function ensureDebianPackages() {
  if (process.platform !== 'linux') return [];
  let missing = needs().filter((need) => !need.there);
  if (missing.length > 0 && onPath('apt-get') && process.getuid?.() === 0) {
    say(`正在安装测试所需的系统软件包：${missing.map((need) => need.packages[0]).join(' ')}……`);
    const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], options);
    const chosen = missing.map((need) => need.packages.find(known) ?? need.packages[0]);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...chosen], options);
    missing = needs().filter((need) => !need.there);
  }
  return missing.map((need) => `缺少 ${need.packages[0]}，${need.for}做不了`);
}
