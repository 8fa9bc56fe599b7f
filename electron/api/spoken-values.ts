import type { Field } from '../../shared/records/field.ts';
import { titleOf } from '../../shared/records/index.ts';
import type { RecordKind } from '../../shared/records/kind.ts';
import type { Values } from '../../shared/records/record.ts';
import type { World } from './saving.ts';

/**
 * Scripts and whoever writes them know the Chinese names: `{"姓名": "李桂兰", "界别": "教育"}` is taken as
 * `{"name": "李桂兰", "sector": "<id>"}`. A field is named by its identifier or its label; a record referred to by its
 * id or, when exactly one bears it, its title. What is not understood is passed on as it is and refused by validation.
 */
export function spokenValues(kind: RecordKind, values: Values, world: World): Values {
  return spoken(kind.fields, values, world);
}

function spoken(fields: Readonly<Record<string, Field>>, values: Values, world: World): Values {
  const understood: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const name = fieldNamed(fields, key) ?? key;
    // An identifier that is given as well wins over the label of the same field.
    if (name !== key && Object.hasOwn(values, name)) continue;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    understood[name] = field ? spokenValue(field, value, world) : value;
  }
  return understood;
}

function fieldNamed(fields: Readonly<Record<string, Field>>, key: string): string | undefined {
  if (Object.hasOwn(fields, key)) return key;
  const labelled = Object.entries(fields).filter(([, field]) => field.label === key);
  return labelled.length === 1 ? labelled[0]?.[0] : undefined;
}

function spokenValue(field: Field, value: unknown, world: World): unknown {
  const { target } = field;
  if (field.type === 'reference' && target) return recordNamed(target, value, world);
  if (field.type === 'references' && target && Array.isArray(value)) {
    return value.map((entry) => recordNamed(target, entry, world));
  }
  if (field.type === 'rows' && field.row && Array.isArray(value)) {
    const { row } = field;
    return value.map((entry) => (isValues(entry) ? spoken(row, entry, world) : entry));
  }
  return value;
}

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function recordNamed(kind: string, value: unknown, world: World): unknown {
  if (typeof value !== 'string' || world.lookup(kind, value)) return value;
  const title = value.trim();
  const bearing = world.list(kind).filter((record) => titleOf(record, world.lookup) === title);
  return bearing.length === 1 ? bearing[0]?.id : value;
}
