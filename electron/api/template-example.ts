import { AntouError } from '../../shared/api/errors.ts';
import type { Composed, DocumentDefinition, DocumentParameter } from '../../shared/documents/definition.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import type { StoredRecord } from '../../shared/records/record.ts';
import type { Desk } from './desk.ts';
import { composeFrom } from './document-material.ts';

type Params = Readonly<Record<string, unknown>>;

/** How many records, and years back, are tried before there is no example. */
const MOST_RECORDS = 24;
/** The newest are tried first, then records spread over the whole ledger. */
const NEWEST = 6;
const YEARS_BACK = 3;
const MOST_TRIES = 60;
/** Documents with gaps that are passed over in the hope of one without. */
const MOST_PASSED = 8;

/** A document composed to show what stands behind placeholders. */
export interface Example {
  readonly model: DocumentModel;
  readonly params: Params;
}

/**
 * A document to fill placeholders with: of the parameters given, else of the newest records and years that give one.
 * Undefined when the library has nothing yet that it could be made of.
 * @throws AntouError when parameters were given and are wrong
 */
export function exampleOf(desk: Desk, definition: DocumentDefinition, params?: Params): Example | undefined {
  if (params && Object.keys(params).length > 0)
    return { model: composeFrom(desk, definition.id, params).model, params };
  const wanted = definition.parameters.filter(({ required }) => required);
  for (const chosen of [wanted, definition.parameters]) {
    const found = tried(desk, definition.id, chosen);
    if (found || wanted.length === definition.parameters.length) return found;
  }
  return undefined;
}

/** The first document without gaps, else the first at all. */
function tried(desk: Desk, id: string, parameters: readonly DocumentParameter[]): Example | undefined {
  let first: Example | undefined;
  let tries = 0;
  let passed = 0;
  for (const params of attempts(desk, parameters)) {
    tries += 1;
    if (tries > MOST_TRIES || passed >= MOST_PASSED) break;
    const made = composed(desk, id, params);
    if (!made) continue;
    const example = { model: made.model, params };
    if (!made.findings.some(({ severity }) => severity === 'error')) return example;
    first ??= example;
    passed += 1;
  }
  return first;
}

function composed(desk: Desk, id: string, params: Params): Composed | undefined {
  try {
    return composeFrom(desk, id, params);
  } catch (error) {
    if (error instanceof AntouError) return undefined;
    throw error;
  }
}

/** Sets of parameters, the likeliest first: years back from this one, and for each the newest records. */
function* attempts(desk: Desk, parameters: readonly DocumentParameter[]): Generator<Params> {
  const years = parameters.some(({ type, initial }) => type === 'integer' && initial === undefined) ? YEARS_BACK : 1;
  const records = parameters.some(({ type }) => type === 'reference' || type === 'references') ? MOST_RECORDS : 1;
  for (let back = 0; back < years; back += 1) {
    for (let at = 0; at < records; at += 1) {
      const values = parameters.map((parameter) => [parameter.name, valueFor(desk, parameter, back, at)] as const);
      if (at > 0 && values.some(([, value]) => value === undefined)) continue;
      yield Object.fromEntries(values.filter(([, value]) => value !== undefined));
    }
  }
}

function valueFor(desk: Desk, parameter: DocumentParameter, back: number, at: number): unknown {
  const { type, initial, options, targets = [] } = parameter;
  const newest = (from: number, count: number) =>
    targets
      .flatMap((kind) => worthTrying(desk.opened.library.list(kind)))
      .slice(from, from + count)
      .map(({ id }) => id);
  if (type === 'reference') return newest(at, 1)[0];
  if (type === 'references') {
    const ids = newest(at, 3);
    return ids.length > 0 ? ids : undefined;
  }
  if (initial !== undefined) return initial;
  if (type === 'choice') return options?.[0];
  if (type === 'integer') return Number(desk.today.slice(0, 4)) - back;
  if (type === 'date') return desk.today;
  return parameter.required ? parameter.label : undefined;
}

function worthTrying(records: readonly StoredRecord[]): readonly StoredRecord[] {
  const newest = records.slice(-NEWEST).reverse();
  const older = records.slice(0, -NEWEST);
  const spread = MOST_RECORDS - NEWEST;
  const step = Math.max(1, older.length / spread);
  const others = Array.from({ length: Math.min(spread, older.length) }, (_, index) => {
    const found = older[older.length - 1 - Math.floor(index * step)];
    return found ? [found] : [];
  });
  return [...newest, ...others.flat()];
}
