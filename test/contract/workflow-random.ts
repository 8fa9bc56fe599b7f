import type { OfficeClient } from '../../electron/api/index.ts';
import type { Library } from '../../electron/library/types.ts';
import type { Field } from '../../shared/records/field.ts';
import { type Enumeration, enumerationOf, kindOf } from '../../shared/records/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';

/** A stream of choices out of the numbers a property test brings; the same numbers give the same choices. */
export function choices(numbers: readonly number[]) {
  let at = 0;
  const next = () => {
    const number = numbers[at % numbers.length] ?? 0;
    at += 1;
    return number + at * 7919;
  };
  return {
    below: (limit: number) => next() % Math.max(1, limit),
    often: () => next() % 4 !== 0,
    one: <T>(items: readonly T[]): T | undefined => items[next() % Math.max(1, items.length)],
  };
}

export type Choices = ReturnType<typeof choices>;
type Status = Awaited<ReturnType<OfficeClient['workflow']['status']>>;
type OpenMove = Status['moves'][number];

/** Some value a clerk might give: mostly good, now and then nonsense, which the office must refuse in words. */
export function someValue(field: Field, pick: Choices, world: World): unknown {
  if (pick.below(25) === 0) return pick.one(['2024-02-30', '没有这个选项', -1, ['？'], { strange: true }]);
  switch (field.type) {
    case 'choice':
      return pick.one(wordsOf(field, world));
    case 'choices':
      return wordsOf(field, world).slice(0, 1 + pick.below(2));
    case 'reference': {
      const near = world.near.filter((id) => world.ids(field.target ?? '').includes(id));
      return pick.one(near.length > 0 && pick.often() ? near : world.ids(field.target ?? ''));
    }
    case 'references':
      return world.ids(field.target ?? '').slice(0, 1 + pick.below(2));
    case 'date':
      return world.day(field.label.includes('延期') ? -60 - pick.below(60) : pick.below(40));
    case 'boolean':
      return pick.below(2) === 0;
    case 'integer':
    case 'decimal':
      return pick.below(5);
    case 'year':
      return 2024;
    case 'tags':
      return ['标签'];
    case 'files':
    case 'body':
    case 'rows':
    case 'month':
    case 'dateTime':
      return undefined;
    default:
      return field.label.includes('季度') ? '2024-Q3' : `${field.label}${pick.below(1000)}`;
  }
}

const wordsOf = (field: Field, { enumerations }: World): string[] =>
  (enumerationOf(enumerations, field.enumeration ?? '')?.values ?? []).map(({ value }) => value);

export interface World {
  readonly enumerations: readonly Enumeration[];
  readonly ids: (kind: string) => readonly string[];
  /** Ids the record already names: its handling units, its proposers. */
  readonly near: readonly string[];
  /** A day so many days before today. */
  readonly day: (back: number) => string;
}

/** What a clerk might fill into the dialog of a move: what is asked for nearly always, the rest at times. */
export function someInput(kindId: string, move: OpenMove, pick: Choices, world: World) {
  const fields = kindOf(kindId)?.fields ?? {};
  const values: Record<string, unknown> = { ...move.preset?.values };
  const rows: Record<string, Values[]> = {};
  for (const item of move.form) {
    if (!('rows' in item)) {
      const field = fields[item.field];
      if (field && values[item.field] === undefined && (item.required ? pick.below(12) > 0 : pick.below(2) === 0)) {
        values[item.field] = someValue(field, pick, world);
      }
      continue;
    }
    const preset = move.preset?.rows[item.rows] ?? [];
    const count = Math.max(preset.length, item.repeated ? 1 + pick.below(2) : 1);
    rows[item.rows] = Array.from({ length: item.repeated ? count : 1 }, (_, index) => {
      const row: Record<string, unknown> = { ...preset[index] };
      for (const column of item.columns) {
        const cell = fields[item.rows]?.row?.[column];
        const wanted = item.required.includes(column) ? pick.below(15) > 0 : pick.below(2) === 0;
        if (cell && row[column] === undefined && wanted) row[column] = someValue(cell, pick, world);
      }
      return row;
    });
  }
  return {
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
    rows,
    ...(move.reason ? { note: '写明原因' } : {}),
  };
}

/** Everything in the library as it is to be after undoing all: contents, not revisions or times. */
export function contentsOf(library: Library): ReadonlyMap<string, Values> {
  const all: [string, Values][] = [...library.all()].map((record: StoredRecord) => [
    `${record.kind}/${record.id}`,
    record.values,
  ]);
  return new Map(all.sort(([a], [b]) => a.localeCompare(b)));
}
