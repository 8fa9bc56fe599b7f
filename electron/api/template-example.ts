import { AntouError } from '../../shared/api/errors.ts';
import type { DocumentDefinition, DocumentParameter } from '../../shared/documents/definition.ts';
import type { DocumentModel } from '../../shared/documents/model.ts';
import type { Desk } from './desk.ts';
import { composeFrom } from './document-material.ts';

type Params = Readonly<Record<string, unknown>>;

/** How many records, newest first, and years are tried before there is no example. */
const MOST_RECORDS = 8;
const YEARS_BACK = 3;
const MOST_TRIES = 40;

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
    let tries = 0;
    for (const attempt of attempts(desk, chosen)) {
      tries += 1;
      if (tries > MOST_TRIES) break;
      const model = composed(desk, definition.id, attempt);
      if (model) return { model, params: attempt };
    }
    if (wanted.length === definition.parameters.length) break;
  }
  return undefined;
}

function composed(desk: Desk, id: string, params: Params): DocumentModel | undefined {
  try {
    return composeFrom(desk, id, params).model;
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
      .flatMap((kind) =>
        desk.opened.library
          .list(kind)
          .slice(-MOST_RECORDS - 3)
          .reverse(),
      )
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
