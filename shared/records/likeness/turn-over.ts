import type { Field } from '../field.ts';
import { isValues } from '../read-value.ts';
import type { Values } from '../record.ts';
import { entryKey } from './unite.ts';

/** Links to `drop` become links to `keep`, both of `kind`. */
export interface Turn {
  readonly kind: string;
  readonly keep: string;
  readonly drop: string;
  /** The record is the kept one itself: it must not point at itself, such links go. */
  readonly itself?: boolean;
}

/** The fields that change, with their new values (null: cleared), and the number of places. */
export interface TurnedOver {
  readonly changes: Readonly<Record<string, unknown>>;
  readonly links: number;
}

/**
 * Turns the links of one record over. Lists of links do not double. Where a table has a row for each of the two, the
 * rows become one when nothing in them contradicts; otherwise both stay, and the rules of the kind decide.
 */
export function turnOver(fields: Readonly<Record<string, Field>>, values: Values, turn: Turn): TurnedOver {
  const changes: Record<string, unknown> = {};
  let links = 0;
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (value === undefined || field.computed) continue;
    const turned = turnedField(field, value, turn);
    if (turned.links === 0) continue;
    links += turned.links;
    changes[name] = turned.value ?? null;
  }
  return { changes, links };
}

interface Turned {
  readonly value: unknown;
  readonly links: number;
}

function turnedField(field: Field, value: unknown, turn: Turn): Turned {
  if (field.type === 'rows') return turnedRows(field.row ?? {}, value, turn);
  if (field.target !== turn.kind) return { value, links: 0 };
  const own = turn.itself ? undefined : turn.keep;
  if (field.type === 'reference') {
    const points = value === turn.drop || (turn.itself === true && value === turn.keep);
    return points ? { value: own, links: 1 } : { value, links: 0 };
  }
  if (field.type !== 'references' || !Array.isArray(value)) return { value, links: 0 };
  const list: readonly unknown[] = value;
  if (!list.includes(turn.drop) && !(turn.itself && list.includes(turn.keep))) return { value, links: 0 };
  const turned = list.map((id) => (id === turn.drop || (turn.itself && id === turn.keep) ? own : id));
  const left = [...new Set(turned)].filter((id) => id !== undefined);
  return { value: left.length > 0 ? left : undefined, links: 1 };
}

function turnedRows(columns: Readonly<Record<string, Field>>, value: unknown, turn: Turn): Turned {
  if (!Array.isArray(value)) return { value, links: 0 };
  let links = 0;
  const before: readonly unknown[] = value;
  const rows = before.map((row) => {
    if (!isValues(row)) return { row, turned: false };
    const turned = turnOver(columns, row, turn);
    links += turned.links;
    return turned.links === 0 ? { row, turned: false } : { row: withChanges(row, turned.changes), turned: true };
  });
  if (links === 0) return { value, links };
  const people = Object.keys(columns).filter((name) => columns[name]?.target === turn.kind);
  const kept: unknown[] = [];
  // The rows that were there first, so that what the other brings is put into them and not the other way round.
  const others = rows.filter(({ turned }) => turned);
  for (const { row, turned } of rows) {
    if (turned) continue;
    const twin = others.findIndex((other) => canBeOne(row, other.row, people, turn.keep));
    const [other] = twin < 0 ? [] : others.splice(twin, 1);
    kept.push(other && isValues(row) && isValues(other.row) ? { ...other.row, ...row } : row);
  }
  for (const { row } of others) insertInOrder(kept, row, before, rows);
  const left = kept.filter((row) => !isValues(row) || Object.keys(row).length > 0);
  return { value: left.length > 0 ? left : undefined, links };
}

/** A row that was turned over stays where it stood among the others. */
function insertInOrder(
  kept: unknown[],
  row: unknown,
  before: readonly unknown[],
  rows: readonly { readonly row: unknown }[],
): void {
  const place = rows.findIndex((one) => one.row === row);
  const next = before.slice(place + 1).find((one) => kept.includes(one));
  const at = next === undefined ? kept.length : kept.indexOf(next);
  kept.splice(at, 0, row);
}

function withChanges(row: Values, changes: Readonly<Record<string, unknown>>): Values {
  const changed: Record<string, unknown> = { ...row, ...changes };
  for (const [name, value] of Object.entries(changes)) if (value === null) delete changed[name];
  return changed;
}

/** Both are about the kept record in the same column, and no cell that both have filled differs. */
function canBeOne(a: unknown, b: unknown, columns: readonly string[], keep: string): boolean {
  if (!isValues(a) || !isValues(b)) return false;
  if (!columns.some((name) => a[name] === keep && b[name] === keep)) return false;
  return Object.keys(a).every((name) => b[name] === undefined || entryKey(a[name]) === entryKey(b[name]));
}
