import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'antou-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('打包后的单个文件不依赖 node_modules，各个库都照常工作', () => {
  const bundles = JSON.stringify(`file://${resolve('resources/setup/bundles.mjs')}`);
  const input = JSON.stringify({ libraries: resolve('test/support/bundling/libraries.mjs') });
  const script = `import { bundleForNode } from ${bundles}; await bundleForNode(${JSON.stringify(folder)}, ${input}, 'esm', 'smoke');`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' });
  // Runs in a folder without node_modules above it, so a package left outside the bundle would be missing.
  const output = execFileSync(process.execPath, [join(folder, 'libraries.js')], { cwd: folder, encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual({
    docx: true,
    mammoth: '<p>示例区政协</p>',
    flexsearch: [7],
    xlsx: [{ 姓名: '单于' }],
    excelts: true,
    fflate: 1,
    lowdb: 1,
    lunar: 1,
    parse5: 1,
    pinyin: 'shan',
    yaml: 1,
  });
});
