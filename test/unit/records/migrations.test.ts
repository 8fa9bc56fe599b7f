import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Migration, RecordKind } from '../../../shared/records/kind.ts';
import { migrated, migrationsOf } from '../../../shared/records/migrations.ts';
import type { Values } from '../../../shared/records/record.ts';
import { kindOf, kinds } from '../../../shared/records/registry.ts';

/** One file a step: `<kind>-<to>.json` with {before, after}, real values as the older version wrote them. */
const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), 'migrations');

/** What is wrong with the steps of a kind, so that the rule itself can be tried on made-up kinds. */
function faults(kind: string, steps: readonly Migration[], fixture: (name: string) => unknown): string[] {
  const found: string[] = [];
  steps.forEach((step, index) => {
    const name = `${kind}-${step.to}`;
    if (step.to !== index + 2) found.push(`${name}：步骤不连续`);
    if (step.why.trim().length < 4) found.push(`${name}：没有写为什么`);
    const pair = fixture(name) as { before: Values; after: Values } | undefined;
    if (!pair) found.push(`${name}：没有样例，等于没有跑过`);
    else if (JSON.stringify(step.up(pair.before)) !== JSON.stringify(pair.after)) found.push(`${name}：样例结果不符`);
  });
  return found;
}

function readFixture(name: string): unknown {
  const file = join(FIXTURES, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

describe('记录升级', () => {
  it('每个种类的步骤连续，每一步都在样例上跑过', () => {
    const all = migrationsOf();
    expect(Object.keys(all).sort()).toEqual(kinds.map((kind) => kind.id).sort());
    for (const [kind, { version, steps }] of Object.entries(all)) {
      expect(version).toBe(steps.length + 1);
      expect(faults(kind, steps, readFixture)).toEqual([]);
    }
  });

  it('样例文件都对得上一个步骤', () => {
    const files = existsSync(FIXTURES) ? readdirSync(FIXTURES) : [];
    for (const file of files) {
      const [, kind = '', to] = /^([A-Za-z]+)-(\d+)\.json$/.exec(file) ?? [];
      expect(
        kindOf(kind)?.migrations.some((step) => step.to === Number(to)),
        file,
      ).toBe(true);
    }
  });

  it('这条规矩查得出跳号、没写理由、没有样例、结果不符', () => {
    const steps: Migration[] = [
      { to: 2, why: '地址并入联系方式', up: (values) => ({ ...values, a: 1 }) },
      { to: 4, why: '', up: (values) => values },
    ];
    const fixture = (name: string) => (name === 'x-2' ? { before: {}, after: { a: 2 } } : undefined);
    expect(faults('x', steps, fixture)).toEqual([
      'x-2：样例结果不符',
      'x-4：步骤不连续',
      'x-4：没有写为什么',
      'x-4：没有样例，等于没有跑过',
    ]);
  });

  it('从写下时的版本起，只跑后面的步骤', () => {
    const add = (to: number): Migration => ({
      to,
      why: '试验用的步骤',
      up: (values) => ({ ...values, path: `${String(values.path ?? '')}${to}` }),
    });
    const base = kinds[0];
    if (!base) throw new Error('没有种类');
    const kind: RecordKind = { ...base, id: 'x', migrations: [add(2), add(3), add(4)] };
    const all = migrationsOf([kind]).x;
    if (!all) throw new Error('没有升级');
    expect(all.version).toBe(4);
    expect(migrated({}, 1, all)).toEqual({ path: '234' });
    expect(migrated({}, 3, all)).toEqual({ path: '4' });
    expect(migrated({ name: '甲' }, 4, all)).toEqual({ name: '甲' });
  });
});
