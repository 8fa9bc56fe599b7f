import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../electron/content-security-policy.ts';

/** Files under version control plus new ones not yet committed; never what is ignored. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((path) => path !== '' && existsSync(path));
const source = files.filter((path) => /\.(ts|tsx|mjs|cjs|css)$/.test(path));
const text = (path: string) => readFileSync(path, 'utf8');
const program = source.filter((path) => /^(shared|electron|renderer)\//.test(path));

/** Lines of code that match, without comments: a comment may name what the code must not do. */
const linesOf = (paths: readonly string[], pattern: RegExp) =>
  paths.flatMap((path) =>
    text(path)
      .split('\n')
      .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
      .filter(({ line }) => !/^\s*(\/\/|\*|\/\*)/.test(line) && pattern.test(line))
      .map(({ line, place }) => `${place} ${line.trim()}`),
  );

describe('篇幅与命名', () => {
  test('读到的源文件不是零个', () => expect(program.length).toBeGreaterThan(100));

  test('源文件不超过 320 行', () => {
    const long = source.map((path) => `${path} ${text(path).split('\n').length - 1}`);
    expect(long.filter((entry) => Number(entry.split(' ').at(-1)) > 320)).toEqual([]);
  });

  test('没有什么都往里装的文件名', () => {
    expect(source.filter((path) => /(^|\/)(utils?|helpers?|common|manager|misc)(\.|\/)/i.test(path))).toEqual([]);
  });

  test('文件名用短横线小写，组件用大驼峰', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|tsx|mjs|cjs|css)$/;
    const component = /^[A-Z][A-Za-z0-9]*\.(tsx|css)$/;
    const names = source.map((path) => path.split('/').at(-1) ?? '').filter((name) => !name.startsWith('.'));
    expect(names.filter((name) => !kebab.test(name) && !component.test(name))).toEqual([]);
  });

  test('顶层文件夹只有约定的几个', () => {
    const folders = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    const agreed = ['.ci', 'docs', 'electron', 'renderer', 'resources', 'shared', 'test'];
    expect([...folders].filter((folder) => !agreed.includes(folder ?? ''))).toEqual([]);
  });
});

describe('只说项目自己的事', () => {
  test('代码与文档里没有谁的机器上的路径', () => {
    // Put together here so that this file does not contain them itself.
    const places = ['/wo' + 'rk/', '/ro' + 'ot/', '/ho' + 'me/', 'C:\\\\Us' + 'ers'];
    const written = files.filter((path) => /\.(ts|tsx|mjs|cjs|css|md|yml|json|html)$/.test(path));
    const pattern = new RegExp(`(^|["'\`\\s(=])(${places.join('|')})`);
    expect(
      linesOf(
        written.filter((path) => path !== 'package-lock.json'),
        pattern,
      ),
    ).toEqual([]);
  });

  test('锁文件里不写任何下载地址', () => {
    const hosts = new Set(
      [...text('package-lock.json').matchAll(/"resolved": "(https?:\/\/[^/]+)/g)].map(([, host]) => host),
    );
    expect([...hosts]).toEqual([]);
  });
});

describe('不出本机', () => {
  test('除浏览器这扇门以外没有联网的接口', () => {
    const node = program.filter((path) => path.startsWith('electron/') && !/^electron\/(web\.ts|web\/)/.test(path));
    const network =
      /node:(https?|http2|net|tls|dgram|dns)['"/]|\bfetch\s*\(|\bnew (WebSocket|EventSource|XMLHttpRequest)\b|\bnet\.(fetch|request)\b/;
    expect(linesOf(node, network)).toEqual([]);
    const page = program.filter((path) => /^(renderer|shared)\//.test(path));
    expect(linesOf(page, /\bfetch\s*\(|\bnew (WebSocket|EventSource|XMLHttpRequest)\b|sendBeacon/)).toEqual([]);
  });

  test('浏览器这扇门只在 127.0.0.1 上听', () => {
    const listening = linesOf(program, /server\.listen\(/i);
    expect(listening.length).toBeGreaterThan(0);
    expect(listening.filter((line) => !line.includes("'127.0.0.1'"))).toEqual([]);
  });

  test('代码里没有外部网址（命名空间除外）', () => {
    const allowed = /schemas\.(openxmlformats|microsoft)\.|www\.w3\.org|purl\.org|127\.0\.0\.1/;
    expect(linesOf(program, /https?:\/\/[a-z0-9]/i).filter((line) => !allowed.test(line))).toEqual([]);
  });

  test('没有远程更新、崩溃上报、远程字体', () => {
    expect(linesOf(program, /autoUpdater|crashReporter|googleapis|@import url\(/)).toEqual([]);
  });

  test('页面里写的安全策略与两扇门发出的一致', () => {
    const [, written] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(text('renderer/index.html')) ?? [];
    expect(written).toBe(contentSecurityPolicy);
  });

  test('页面没有内联脚本', () => {
    expect(text('renderer/index.html').match(/<script(?![^>]*\bsrc=)/g)).toBeNull();
    expect(linesOf(program, /dangerouslySetInnerHTML|\beval\(|new Function\(/)).toEqual([]);
  });
});

describe('包', () => {
  const manifest = JSON.parse(text('package.json')) as Record<string, Record<string, string>>;
  const named = { ...manifest.dependencies, ...manifest.devDependencies };

  test('版本号都是写死的', () => {
    expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('锁文件里没有需要编译的原生模块', () => {
    const { packages } = JSON.parse(text('package-lock.json')) as {
      packages: Record<string, { hasInstallScript?: boolean; dev?: boolean; optional?: boolean }>;
    };
    const compiled = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript && !entry.dev);
    expect(compiled.map(([path]) => path)).toEqual([]);
  });

  test('锁文件里写全了各个系统的包，别的系统上也装得起来', () => {
    const { packages } = JSON.parse(text('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    // A registry that serves some packages for one system only lets npm leave the others out; `npm ci` then refuses.
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
      ),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});
