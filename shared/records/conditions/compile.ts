import { searchText } from '../../text/fold.ts';
import { displayItem, isBetween } from '../list-filter.ts';
import { rowsOf } from '../read-value.ts';
import type { Lookup, StoredRecord, Values } from '../record.ts';
import type { Condition, FieldCondition } from './condition.ts';
import { type PathStop, parsePath, parseRowPath, readStops } from './path.ts';
import type { ReadingWorld } from './reading-world.ts';

type Passes<T> = (subject: T) => boolean;

/**
 * All conditions in one test. A condition that names what is not there (a field that was taken away, a rule that is
 * unknown) lets nothing through: a number must not grow because its definition broke. `conditionProblem` says what is wrong.
 */
export function compileConditions(
  kind: string,
  conditions: readonly Condition[],
  world: ReadingWorld,
): Passes<StoredRecord> {
  const tests = conditions.map((one) => compileOne(kind, one, world));
  return (record) => tests.every((passes) => passes(record));
}

function compileOne(kind: string, condition: Condition, world: ReadingWorld): Passes<StoredRecord> {
  const passes = isReadable(kind, condition, world) ? plainTest(kind, condition, world) : undefined;
  if (!passes) return () => false;
  return condition.not ? (record) => !passes(record) : passes;
}

/** Whether everything a condition names is there, to its innermost part: a broken one must not hold by being turned round. */
function isReadable(kind: string, condition: Condition, world: ReadingWorld): boolean {
  switch (condition.type) {
    case 'row':
      return condition.where.every(({ field }) => parseRowPath(kind, condition.field, field) !== undefined);
    case 'pointed':
      return (
        parsePath(condition.kind, condition.field)?.at(-1)?.field.target === kind &&
        (condition.where ?? []).every((one) => isReadable(condition.kind, one, world))
      );
    case 'rule':
      return world.rule(condition.rule)?.kind === kind;
    case 'either':
      return condition.of.every((one) => isReadable(kind, one, world));
    default:
      return parsePath(kind, condition.field) !== undefined;
  }
}

function plainTest(kind: string, condition: Condition, world: ReadingWorld): Passes<StoredRecord> | undefined {
  switch (condition.type) {
    case 'row': {
      const row = compileRow(condition.where, kind, condition.field, world);
      return ({ values }) => rowsOf(values, condition.field).some(row);
    }
    case 'pointed': {
      const fits = compileConditions(condition.kind, condition.where ?? [], world);
      return ({ id }) => world.pointing(kind, id, condition.kind, condition.field).some(fits);
    }
    case 'rule':
      return world.rule(condition.rule)?.fits;
    case 'either': {
      const tests = condition.of.map((one) => compileOne(kind, one, world));
      return (record) => tests.some((passes) => passes(record));
    }
    default: {
      const stops = parsePath(kind, condition.field);
      const passes = stops && valueTest(condition, stops, world);
      return passes && (({ values }) => passes(values));
    }
  }
}

/** One row fulfils all of it; paths begin at the row. */
export function compileRow(
  where: readonly FieldCondition[],
  kind: string,
  rows: string,
  world: ReadingWorld,
): Passes<Values> {
  const tests = where.map((condition) => {
    const stops = parseRowPath(kind, rows, condition.field);
    const passes = stops && valueTest(condition, stops, world);
    if (!passes) return () => false;
    return condition.not ? (row: Values) => !passes(row) : passes;
  });
  return (row) => tests.every((passes) => passes(row));
}

function valueTest(condition: FieldCondition, stops: readonly PathStop[], world: ReadingWorld): Passes<Values> {
  const { lookup } = world;
  const read = readerOf(stops, lookup);
  switch (condition.type) {
    case 'blank':
      return (values) => read(values).length === 0;
    case 'filled':
      return (values) => read(values).length > 0;
    case 'any': {
      const wanted = condition.values ?? [];
      const words = new Set(wanted.filter((value) => value !== null).map(String));
      // An unticked box and one never looked at are both "no".
      const blank = wanted.includes(null) || (stops.at(-1)?.field.type === 'boolean' && words.has('false'));
      return (values) => {
        const found = read(values);
        if (found.length === 1) return words.has(String(found[0]));
        return found.length === 0 ? blank : found.some((value) => words.has(String(value)));
      };
    }
    case 'contains': {
      const text = searchText(condition.text ?? '').trim();
      const field = stops.at(-1)?.field;
      return (values) =>
        field !== undefined &&
        text !== '' &&
        read(values).some((value) => searchText(displayItem(field, value, lookup)).includes(text));
    }
    case 'between':
      return (values) => read(values).some((value) => isBetween(value, condition.from, condition.to));
  }
}

/** Most conditions ask a field of the record itself: those are read without walking, 100,000 records at a time. */
function readerOf(stops: readonly PathStop[], lookup: Lookup): (values: Values) => readonly unknown[] {
  const [only, ...more] = stops;
  const [name, ...cells] = only?.names ?? [];
  if (name === undefined || more.length > 0 || cells.length > 0) return (values) => readStops(values, stops, lookup);
  return (values) => {
    const value = values[name];
    if (value === undefined || value === null || value === '') return NONE;
    return Array.isArray(value) ? value : [value];
  };
}

const NONE: readonly unknown[] = [];
