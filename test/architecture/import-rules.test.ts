import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const config = resolve('.dependency-cruiser.cjs');

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { rule: { name: string }; from: string; to: string }[];
  };
}

function cruise(folder: string, places: readonly string[]): Report['summary'] {
  const run = spawnSync(process.execPath, [program, '--config', config, '--output-type', 'json', ...places], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return (JSON.parse(run.stdout) as Report).summary;
}

test('本项目没有违反引用规则，且确实读到了模块', () => {
  const summary = cruise(resolve('.'), ['shared', 'electron', 'renderer', 'test']);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(150);
}, 120_000);

/** Rule, file that breaks it, what it says; `#` is replaced by the number of the case, targets are made too. */
const broken: readonly (readonly [string, string, string, string?])[] = [
  ['shared-is-pure', 'shared/#.ts', "import 'node:fs';"],
  ['shared-is-pure', 'shared/#.ts', "import 'react';"],
  ['shared-is-pure', 'shared/#.ts', "import '../electron/t#.ts';", 'electron/t#.ts'],
  ['text-is-lowest', 'shared/text/#.ts', "import '../records/t#.ts';", 'shared/records/t#.ts'],
  ['records-only-down', 'shared/records/#.ts', "import '../documents/t#.ts';", 'shared/documents/t#.ts'],
  ['services-know-no-door', 'electron/library/#.ts', "import '../api/t#.ts';", 'electron/api/t#.ts'],
  ['services-know-no-door', 'electron/search/#.ts', "import '../main.ts';", 'electron/main.ts'],
  ['library-alone', 'electron/library/#.ts', "import '../search/t#.ts';", 'electron/search/t#.ts'],
  ['search-and-importing-on-library', 'electron/importing/#.ts', "import '../search/t#.ts';", 'electron/search/t#.ts'],
  ['exporting-alone', 'electron/exporting/#.ts', "import '../library/t#.ts';", 'electron/library/t#.ts'],
  ['api-knows-no-door', 'electron/api/#.ts', "import '../web.ts';", 'electron/web.ts'],
  ['electron-only-in-shell', 'electron/office.ts', "import 'electron';"],
  ['electron-only-in-shell', 'electron/library/#.ts', "import type { App } from 'electron';\nexport type { App };"],
  ['doors-know-no-page', 'electron/#.ts', "import '../renderer/t#.ts';", 'renderer/t#.ts'],
  ['page-knows-no-node', 'renderer/#.ts', "import '../electron/t#.ts';", 'electron/t#.ts'],
  ['page-uses-no-builtin', 'renderer/ui/#.ts', "import 'node:path';"],
  ['features-apart', 'renderer/features/a/#.ts', "import '../b/t#.ts';", 'renderer/features/b/t#.ts'],
  ['ui-is-lowest', 'renderer/ui/#.ts', "import '../features/b/t#.ts';", 'renderer/features/b/t#.ts'],
  ['no-cycle', 'shared/#.ts', "import './t#.ts';", "shared/t#.ts=import './#.ts';"],
  [
    'no-cycle',
    'shared/#.ts',
    "import type { B } from './t#.ts';\nexport type A = B;",
    "shared/t#.ts=import type { A } from './#.ts';\nexport type B = A;",
  ],
  ['not-to-test', 'shared/#.ts', "import '../test/t#.ts';", 'test/t#.ts'],
  ['not-to-setup', 'electron/#.ts', "import '../resources/setup/t#.mjs';", 'resources/setup/t#.mjs'],
  ['no-missing', 'shared/#.ts', "import './nowhere.ts';"],
  ['no-undeclared', 'electron/#.ts', "import 'yaml';"],
];

const allowed: readonly (readonly [string, string])[] = [
  ['shared/records/good.ts', "import { z } from 'zod';\nimport '../text/good.ts';\nexport const a = z;"],
  ['shared/text/good.ts', 'export const x = 1;'],
  [
    'electron/search/good.ts',
    "import 'node:fs';\nimport '../library/good.ts';\nimport '../../shared/records/good.ts';",
  ],
  ['electron/library/good.ts', "import 'lowdb';"],
  ['electron/shell/good.ts', "import 'electron';"],
  [
    'renderer/features/a/good.ts',
    "import 'react';\nimport '../../ui/good.ts';\nimport '../../../shared/text/good.ts';",
  ],
  ['renderer/ui/good.ts', 'export const x = 1;'],
];

describe('种下的违规会被发现，规矩的引用不被误报', () => {
  let folder: string;
  let found: Report['summary']['violations'];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'antou-rules-'));
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const write = (path: string, content: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${content}\n`);
    };
    write(
      'package.json',
      JSON.stringify({ dependencies: { zod: '1', react: '1', lowdb: '1' }, devDependencies: { electron: '1' } }),
    );
    broken.forEach(([, from, content, target], index) => {
      const numbered = (value: string) => value.replaceAll('#', `case${index}`);
      const [path, text] = numbered(target ?? '').split('=import');
      if (path) write(path, text ? `import${text}` : 'export const x = 1;');
      write(numbered(from), numbered(content));
    });
    for (const [path, content] of allowed) write(path, content);
    found = cruise(folder, ['shared', 'electron', 'renderer', 'test', 'resources']).violations;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(broken.map(([rule, from], index) => [rule, from.replace('#', `case${index}`)]))('%s：%s', (rule, from) => {
    const rules = found.filter(
      (violation) => violation.from === from || (rule === 'no-cycle' && violation.to === from),
    );
    expect(rules.map((violation) => violation.rule.name)).toContain(rule);
  });

  test('规矩的引用', () => {
    expect(found.filter(({ from }) => from.endsWith('/good.ts'))).toEqual([]);
  });
});

test('shared 里用不到 Node 与页面的全局对象：写了就编译不过', () => {
  const folder = mkdtempSync(join(tmpdir(), 'antou-pure-'));
  try {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'a.ts'), 'export const a = [document, process, window, Buffer];\n');
    const options = JSON.stringify({ extends: resolve('shared/tsconfig.json'), files: ['a.ts'], include: [] });
    writeFileSync(join(folder, 'tsconfig.json'), options);
    const compile = () =>
      execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    let said = '';
    try {
      compile();
    } catch (error) {
      said = (error as { stdout: string }).stdout;
    }
    for (const name of ['document', 'process', 'window', 'Buffer']) expect(said).toContain(`'${name}'`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
