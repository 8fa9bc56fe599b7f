import type { Migration, RecordKind } from './kind.ts';
import type { Values } from './record.ts';
import { kinds } from './registry.ts';

export interface KindMigrations {
  /** Version of the values as this program writes them; 1 for a kind that never changed. */
  readonly version: number;
  /** To 2, 3 … version, without gaps. */
  readonly steps: readonly Migration[];
}

/** By kind id: what the library needs to know to bring older records up to date and to refuse newer ones. */
export function migrationsOf(all: readonly RecordKind[] = kinds): Readonly<Record<string, KindMigrations>> {
  return Object.fromEntries(
    all.map((kind) => [kind.id, { version: 1 + kind.migrations.length, steps: kind.migrations }]),
  );
}

/** The values of a record written at version `from`, brought to the present version. */
export function migrated(values: Values, from: number, { steps }: KindMigrations): Values {
  let result = values;
  for (const step of steps) if (step.to > from) result = step.up(result);
  return result;
}
