import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { bareName } from './word-text.ts';

/** What the engine asks for: own properties of the scope only; nothing is ever evaluated. */
export type Lookup = (scope: unknown, name: string, raw: boolean) => unknown;

export interface EngineWishes {
  readonly lookup: Lookup;
  /** Called for a placeholder without a value. */
  readonly missing: (name: string) => string;
}

const RAW = 'rawxml';

/** The engine on a template, compiled. @throws the engine's own error with all faults of the placeholders. */
export function engineOn(bytes: Uint8Array, wishes: EngineWishes): Docxtemplater<PizZip> {
  return new Docxtemplater(new PizZip(bytes), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    warnFn: () => undefined,
    stripInvalidXMLChars: true,
    delimiters: { start: '{', end: '}' },
    // A template may not change what its marks mean.
    syntax: { changeDelimiterPrefix: null },
    parser: (tag) => ({
      get: (scope, context) => wishes.lookup(scope, bareName(tag), context.meta.part.module === RAW),
    }),
    nullGetter: (part) => {
      if (part.module === 'loop') return [];
      return part.module === RAW ? '' : wishes.missing(bareName(part.value));
    },
  });
}

interface EngineFault {
  readonly id: string;
  readonly file: string;
  readonly tag: string;
  readonly opening: string;
  readonly closing: string;
}

/** The faults in an error of the engine; undefined when it is some other error. */
export function engineFaults(error: unknown): EngineFault[] | undefined {
  if (!(error instanceof Error) || !('properties' in error)) return undefined;
  const properties = error.properties as Record<string, unknown>;
  const all = Array.isArray(properties.errors) ? properties.errors : [error];
  return all.map((one: unknown) => {
    const facts = ((one as { properties?: Record<string, unknown> }).properties ?? {}) as Record<string, unknown>;
    const word = (name: string): string => (typeof facts[name] === 'string' ? facts[name] : '');
    return {
      id: word('id'),
      file: word('file'),
      tag: word('xtag'),
      opening: word('openingtag'),
      closing: word('closingtag'),
    };
  });
}
