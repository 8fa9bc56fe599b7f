import {
  type Condition,
  compileConditions,
  compileRow,
  fieldOnPath,
  type PathStop,
  parsePath,
  type ReadingWorld,
  readStops,
} from '../records/conditions/index.ts';
import { rowsOf } from '../records/read-value.ts';
import type { StoredRecord } from '../records/record.ts';
import type { FigureDefinition, FigureQuery, FigureWhen, Measure } from './definition.ts';

/** What one record adds to one figure. */
export interface FigureShare {
  /** 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'; of a standing figure the first day, '' for always. */
  readonly day: string;
  /** The other days, where there are several: each brings the record into its period, where it still counts once. */
  readonly more?: readonly string[];
  /** Finer day, where `day` is a year. */
  readonly fine?: string;
  /** Standing figures: the first day it is no longer there. */
  readonly until?: string;
  readonly amount: number;
  readonly keys?: readonly string[];
  readonly met?: boolean;
  /** What is only counted once among several records (a project). */
  readonly once?: string;
}

export type Contribute = (record: StoredRecord) => FigureShare | undefined;

/** Reads a definition once; what it gives is asked for every record. A definition that is broken counts nothing. */
export function contributionOf({ query }: FigureDefinition, world: ReadingWorld): Contribute {
  const passes = compileConditions(query.kind, query.where, world);
  const dated = datedBy(query, world);
  const measured = measuredBy(query.kind, query.measure, world);
  return (record) => {
    if (!passes(record)) return undefined;
    const when = dated(record);
    const what = when && measured(record);
    return what && { ...when, ...what };
  };
}

/** Paths a figure reads besides its conditions, for following changes back. */
export function pathsOf({ when, measure }: FigureQuery): string[] {
  const days = when.type === 'day' ? [when.field, when.also, when.day] : [when.from, when.until];
  const measured =
    measure.type === 'sum'
      ? [measure.field, measure.once]
      : measure.type === 'distinct'
        ? [measure.field, ...leadingOn(measure)]
        : [];
  return [...days, ...measured].filter((path): path is string => path !== undefined);
}

/** Conditions that are read apart from `where`; those on a row are read like a row condition. */
export function measureConditions(measure: Measure): readonly Condition[] {
  if (measure.type === 'share') return measure.met;
  if (measure.type === 'rows') return [{ type: 'row', field: measure.field, where: measure.where }];
  return [];
}

/** Conditions on what is counted once reach further along the path. */
function leadingOn({ field, where }: Extract<Measure, { type: 'distinct' }>): string[] {
  return (where ?? []).flatMap((one) => ('field' in one && one.type !== 'pointed' ? [`${field}.${one.field}`] : []));
}

type When = Pick<FigureShare, 'day' | 'more' | 'fine' | 'until'>;

function datedBy({ kind, when }: FigureQuery, { lookup }: ReadingWorld): (record: StoredRecord) => When | undefined {
  const days = reader(kind, lookup);
  if (when.type === 'standing') return standing(when, days);
  const own = days(when.field);
  const also = days(when.also);
  const fine = days(when.day);
  return (record) => {
    const [day, ...more] = [...new Set([...own(record), ...also(record)])].sort().reverse();
    const [finer] = fine(record);
    return day === undefined
      ? undefined
      : { day, ...(more.length > 0 ? { more } : {}), ...(finer === undefined ? {} : { fine: finer }) };
  };
}

type Days = (record: StoredRecord) => readonly string[];

function standing(when: Extract<FigureWhen, { type: 'standing' }>, days: (path: string | undefined) => Days) {
  const from = days(when.from);
  const until = days(when.until);
  return (record: StoredRecord) => {
    const [begin = ''] = from(record);
    const [end] = until(record);
    return { day: begin, ...(end === undefined ? {} : { until: end }) };
  };
}

/** The values at a path as days; none without a path. */
function reader(kind: string, lookup: ReadingWorld['lookup']) {
  return (path: string | undefined): Days => {
    const stops = path === undefined ? undefined : parsePath(kind, path);
    return ({ values }) => (stops ? readStops(values, stops, lookup).map((value) => String(value).slice(0, 10)) : []);
  };
}

type What = Pick<FigureShare, 'amount' | 'keys' | 'met' | 'once'>;

function measuredBy(kind: string, measure: Measure, world: ReadingWorld): (record: StoredRecord) => What | undefined {
  switch (measure.type) {
    case 'count':
      return () => ({ amount: 1 });
    case 'rows': {
      const fits = compileRow(measure.where, kind, measure.field, world);
      return ({ values }) => {
        const amount = rowsOf(values, measure.field).filter(fits).length;
        return amount > 0 ? { amount } : undefined;
      };
    }
    case 'sum':
      return summed(kind, measure, world);
    case 'distinct':
      return distinct(kind, measure, world);
    case 'share': {
      const met = compileConditions(kind, measure.met, world);
      return (record) => ({ amount: 1, met: met(record) });
    }
  }
}

function summed(kind: string, measure: Extract<Measure, { type: 'sum' }>, { lookup }: ReadingWorld) {
  const stops = parsePath(kind, measure.field) ?? [];
  const once = measure.once === undefined ? undefined : parsePath(kind, measure.once);
  return ({ values }: StoredRecord): What | undefined => {
    const numbers = readStops(values, stops, lookup).filter((value): value is number => typeof value === 'number');
    if (numbers.length === 0) return undefined;
    const [key] = once ? readStops(values, once, lookup) : [];
    return {
      amount: numbers.reduce((sum, number) => sum + number, 0),
      ...(key === undefined ? {} : { once: String(key) }),
    };
  };
}

function distinct(kind: string, measure: Extract<Measure, { type: 'distinct' }>, world: ReadingWorld) {
  const stops = parsePath(kind, measure.field);
  const counts = targetTest(fieldOnPath(kind, measure.field)?.target, measure.where ?? [], world);
  return ({ values }: StoredRecord): What | undefined => {
    const keys = [...new Set(read(values, stops, world))].filter(counts);
    return keys.length > 0 ? { amount: keys.length, keys } : undefined;
  };
}

const read = (values: StoredRecord['values'], stops: readonly PathStop[] | undefined, world: ReadingWorld) =>
  stops ? readStops(values, stops, world.lookup).map(String) : [];

/** Whether what a reference leads to is counted; a reference whose record is gone is not. */
function targetTest(target: string | undefined, where: readonly Condition[], world: ReadingWorld) {
  if (target === undefined) return () => true;
  const passes = compileConditions(target, where, world);
  return (id: string) => {
    const record = world.lookup(target, id);
    return record !== undefined && passes(record);
  };
}
