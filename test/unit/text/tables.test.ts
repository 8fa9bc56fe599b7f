import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'antou-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('字表', () => {
  it('提交的表就是由清单和字典包生成的，没有手改', () => {
    const run = spawnSync(process.execPath, [join(root, 'resources/setup/dictionaries.mjs'), folder], {
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    const names = readdirSync(folder).sort();
    expect(names).toEqual(readdirSync(join(root, 'shared/text/tables')).sort());
    for (const name of names) {
      const committed = readFileSync(join(root, 'shared/text/tables', name), 'utf8');
      expect(readFileSync(join(folder, name), 'utf8') === committed, name).toBe(true);
    }
  });
});
