import type { DocumentModel } from '../model.ts';
import { LIST_NAMES, NUMBERED, RAW_NAMES, TEXT_NAMES } from './static-names.ts';
import { type TemplateContext, type TemplateScope, templateData } from './template-data.ts';

/** What a template may name, level by level. */
export interface KnownNames {
  readonly names: ReadonlySet<string>;
  readonly lists: ReadonlyMap<string, KnownNames>;
  /** With @ before it. */
  readonly raw: ReadonlySet<string>;
}

const NONE: ReadonlyMap<string, KnownNames> = new Map();
const ROWS: KnownNames = {
  names: new Set(['行号', ...Array.from({ length: 40 }, (_, index) => `列${index + 1}`)]),
  lists: NONE,
  raw: new Set(),
};

function staticList(name: string): KnownNames | undefined {
  const entry = LIST_NAMES.find((list) => list.name === name.replace(/\d+$/u, '') || list.name === name);
  if (!entry) return undefined;
  const raw = new Set(entry.inside.some((inside) => inside.name === '文字') ? ['@版式', '@表图'] : ['@版式']);
  const lists = name === '表格' ? new Map([['行', ROWS]]) : NONE;
  return { names: new Set(entry.inside.map((inside) => inside.name)), lists, raw };
}

/** Names of one list, gathered over all its entries. */
function listOf(name: string, entries: readonly TemplateScope[]): KnownNames {
  const fixed = /^表格\d+$/u.test(name) ? ROWS : staticList(name);
  const names = new Set(fixed?.names);
  const raw = new Set(fixed?.raw);
  const lists = new Map(fixed?.lists);
  for (const entry of entries) {
    for (const [key, value] of Object.entries(entry)) {
      if (key.startsWith('@')) raw.add(key);
      else if (Array.isArray(value)) lists.set(key, listOf(key, value));
      else names.add(key);
    }
  }
  return { names, lists, raw };
}

/**
 * Names a template for a document may use. With a composed example also the fields and columns of its tables; without
 * one these are not known, and only what every document has is.
 */
export function knownNames(example?: { readonly model: DocumentModel; readonly context: TemplateContext }): KnownNames {
  const names = new Set([...TEXT_NAMES.map(({ name }) => name)]);
  const raw = new Set(RAW_NAMES.map(({ name }) => name));
  const lists = new Map<string, KnownNames>();
  for (const { name } of LIST_NAMES) {
    const known = staticList(name);
    if (known) lists.set(name, known);
  }
  if (!example) return { names, lists, raw };
  for (const [key, value] of Object.entries(templateData(example.model, example.context))) {
    if (key.startsWith('@')) raw.add(key);
    else if (Array.isArray(value)) lists.set(key, listOf(key, value));
    else names.add(key);
  }
  return { names, lists, raw };
}

/** Whether a name is one of those that come with a number, and so may be there for another record. */
export const isNumbered = (name: string): boolean => NUMBERED.test(name.replace(/^@/u, ''));

/** The known name that is written most like this one, if any is near. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor([...name].length / 2)) + 0.5;
  for (const candidate of known) {
    const apart = distance([...name], [...candidate]);
    if (apart < least) {
      least = apart;
      best = candidate;
    }
  }
  return best;
}

/** Characters to put in, take out or change (Levenshtein). */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, one] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      const change = (row[j] ?? 0) + (one === other ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
