import type { FigureShare } from './contribution-of.ts';
import type { FigureDefinition } from './definition.ts';
import type { FigureEvidence, FigureResult } from './figure-result.ts';
import { percent } from './share.ts';

/** What the records of a period add, by record id. */
export type Found = readonly (readonly [id: string, share: FigureShare])[];

type Numbers = Pick<FigureResult, 'value' | 'met' | 'of'>;

/** The figure of what was found. The evidence is put together when it is looked at: a page of numbers asks for none. */
export function sumUp(definition: FigureDefinition, found: Found): FigureResult {
  const numbers = numbersOf(definition, found);
  let evidence: readonly FigureEvidence[] | undefined;
  return {
    id: definition.id,
    ...numbers,
    get evidence() {
      evidence ??= evidenceOf(definition, found);
      return evidence;
    },
  };
}

/** The finest day that is known. */
export const dayOf = ({ day, fine }: FigureShare): string => (fine?.startsWith(day) ? fine : day);

function numbersOf({ query: { measure } }: FigureDefinition, found: Found): Numbers {
  switch (measure.type) {
    case 'count':
      return { value: found.length };
    case 'rows':
      return { value: found.reduce((sum, [, { amount }]) => sum + amount, 0) };
    case 'sum': {
      const repeated = repeatedIn(found);
      const sum = found.reduce((all, [id, { amount }]) => all + (repeated.has(id) ? 0 : amount), 0);
      return { value: rounded(sum / (measure.divide ?? 1), measure.decimals ?? 2) };
    }
    case 'distinct':
      return { value: new Set(found.flatMap(([, { keys }]) => keys ?? [])).size };
    case 'share': {
      const of = found.length;
      const met = found.filter(([, share]) => share.met === true).length;
      return { value: measure.show === 'met' ? met : Number.parseFloat(percent(met, of) || '0'), met, of };
    }
  }
}

function evidenceOf({ query: { kind, measure } }: FigureDefinition, found: Found): FigureEvidence[] {
  const repeated = measure.type === 'sum' ? repeatedIn(found) : undefined;
  return found
    .map(([id, share]) => ({
      kind,
      id,
      day: dayOf(share),
      ...(measure.type === 'rows' || measure.type === 'sum' ? { amount: share.amount } : {}),
      ...(measure.type === 'distinct' ? { keys: share.keys ?? [] } : {}),
      ...(measure.type === 'share' ? { met: share.met === true } : {}),
      ...(repeated?.has(id) ? { repeated: true } : {}),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/**
 * Of one project introduced by several, only the largest amount is added, of equal ones that of the smallest id: which
 * one counts must not depend on the order in which they were entered.
 */
function repeatedIn(found: Found): ReadonlySet<string> {
  const best = new Map<string, readonly [id: string, amount: number]>();
  for (const [id, { once, amount }] of found) {
    const known = once === undefined ? undefined : best.get(once);
    if (once === undefined) continue;
    if (!known || amount > known[1] || (amount === known[1] && id < known[0])) best.set(once, [id, amount]);
  }
  return new Set(found.flatMap(([id, { once }]) => (once !== undefined && best.get(once)?.[0] !== id ? [id] : [])));
}

function rounded(value: number, decimals: number): number {
  const unit = 10 ** decimals;
  return Math.round((value + Number.EPSILON * Math.sign(value)) * unit) / unit;
}
