import { join } from 'node:path';
import { AntouError } from '../../shared/api/errors.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { tooNew, writeAbout } from './about.ts';
import { SETTING } from './clean.ts';
import { copyFolder } from './copying.ts';
import { type Disk, renamePatiently } from './disk.ts';
import type { About, Layout } from './layout.ts';
import { type Records, sameContent } from './records.ts';
import type { Change, FormatStep, KindMigrations, LibraryOptions } from './types.ts';

/** Setting that says which version the records of each kind have; it changes in the transaction that changes them. */
export const KIND_VERSIONS = 'kindVersions';

/** Steps from one layout on disk to the next, in order: to 2, 3 … None so far. */
export const FORMAT_STEPS: readonly FormatStep[] = [];

type Versions = Readonly<Record<string, number>>;

function storedVersions(records: Records): Versions | undefined {
  return records.get(SETTING, KIND_VERSIONS)?.values.value as Versions | undefined;
}

/** @throws AntouError tooNew when records of some kind have a newer shape than this program knows. */
export function refuseNewerKinds(records: Records, migrations: LibraryOptions['migrations'] = {}): void {
  for (const [kind, version] of Object.entries(storedVersions(records) ?? {})) {
    const known = migrations[kind]?.version;
    if (known !== undefined && version > known) throw tooNew(`${kind} ${version}`);
  }
}

/** What a new library notes about the shape of its records. */
export function firstVersions(migrations: LibraryOptions['migrations'], who: string): Change | undefined {
  if (!migrations || Object.keys(migrations).length === 0) return undefined;
  const value = Object.fromEntries(Object.entries(migrations).map(([kind, { version }]) => [kind, version]));
  return {
    label: '建立资料库',
    who,
    origin: 'migration',
    add: [{ kind: SETTING, id: KIND_VERSIONS, values: { value } }],
  };
}

/**
 * All records of older shape brought up to date, and the new versions, in one change: an interrupted migration has
 * either happened or not, and simply runs again. undefined when everything is up to date.
 * @throws AntouError failed when a step throws; nothing is changed then
 */
export function migrationChange(
  records: Records,
  migrations: LibraryOptions['migrations'],
  who: string,
): Change | undefined {
  if (!migrations) return undefined;
  const stored = storedVersions(records);
  const value: Record<string, number> = { ...stored };
  const update: { kind: string; id: string; values: Values }[] = [];
  const kinds: string[] = [];
  for (const [kind, { version, steps }] of Object.entries(migrations)) {
    const from = stored?.[kind] ?? (records.count(kind) > 0 ? 1 : version);
    value[kind] = version;
    if (from >= version) continue;
    kinds.push(kind);
    for (const record of records.list(kind)) update.push({ kind, id: record.id, values: stepped(record, steps, from) });
  }
  if (sameContent(value, stored)) return undefined;
  const versions = { kind: SETTING, id: KIND_VERSIONS, values: { value } };
  const label = kinds.length > 0 ? `随程序升级整理 ${update.length} 条记录的格式` : '登记新的记录种类';
  return stored
    ? { label, who, origin: 'migration', update: [...update, versions] }
    : { label, who, origin: 'migration', update, add: [versions] };
}

function stepped(record: StoredRecord, steps: KindMigrations['steps'], from: number): Values {
  let { values } = record;
  for (const { to, why, up } of steps.toSorted((a, b) => a.to - b.to)) {
    if (to <= from) continue;
    try {
      values = up(values);
    } catch (error) {
      throw new AntouError(
        'failed',
        `升级资料库时，有一条记录（${record.kind} ${record.id}）无法整理成新格式（${why}）。资料库没有改动，仍可用原来的版本打开。请把这句话告诉维护人员。`,
        undefined,
        error,
      );
    }
  }
  return values;
}

/** Steps of the layout on disk, after a copy has been laid beside; each is noted in library.json when it is done. */
export async function migrateFormat(
  disk: Disk,
  layout: Layout,
  about: About,
  from: number,
  steps: readonly FormatStep[],
  stamp: string,
): Promise<void> {
  if (steps.every(({ to }) => to <= from)) return;
  await copyBeforeMigration(disk, layout, stamp);
  for (const { to, up } of steps.toSorted((a, b) => a.to - b.to)) {
    if (to <= from) continue;
    await up(disk, layout.root);
    await writeAbout(disk, layout, about, to);
  }
}

/**
 * A copy of everything but the attachments (which no migration touches and which never change) in
 * before-migration/<time>. It has its final name only when it is complete.
 */
export async function copyBeforeMigration(disk: Disk, layout: Layout, stamp: string): Promise<string> {
  const folder = join(layout.root, 'before-migration');
  const name = stamp.replace(/[-:]/g, '').replace(/\..*/, '');
  const partial = join(folder, `${name}.partial`);
  await disk.removeFolder(partial);
  await disk.makeFolder(partial);
  for (const part of ['library.json', 'journal', 'state'])
    await copyFolder(disk, join(layout.root, part), join(partial, part));
  let target = join(folder, name);
  for (let count = 2; (await disk.size(target)) !== undefined; count += 1) target = join(folder, `${name}-${count}`);
  await renamePatiently(disk, partial, target);
  await disk.syncFolder(folder);
  return target;
}
