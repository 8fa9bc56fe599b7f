import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { defaultFigures } from '../../../shared/figures/definitions/index.ts';
import { type FigurePeriod, yearPeriod } from '../../../shared/figures/figure-result.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { kindOf } from '../../../shared/records/registry.ts';
import { counterOf, type Shelf, said, sampleShelf, withRare, YEAR } from './figure-fixtures.ts';

let sample: Shelf;
beforeAll(async () => {
  sample = withRare(await sampleShelf());
});

const PERIODS: readonly FigurePeriod[] = [
  yearPeriod(YEAR),
  yearPeriod(YEAR - 1),
  { from: `${YEAR}-01-01`, to: `${YEAR}-06-30` },
];

/** Kinds that figures read, on the way too. */
const KINDS = [
  ...new Set(defaultFigures.map(({ query }) => query.kind)),
  'campaign',
  'organisation',
  'project',
  'session',
];

/** What is done to a record picked by chance: numbers are taken modulo what there is. */
interface Step {
  readonly kind: string;
  readonly at: number;
  readonly what: 'remove' | 'blank' | 'swap' | 'move' | 'copy';
  readonly field: number;
  readonly other: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.nat(10_000),
  what: fc.constantFrom('remove', 'blank', 'swap', 'swap', 'move', 'copy'),
  field: fc.nat(100),
  other: fc.nat(10_000),
});

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

/** Values of the record after the step; of another record of its kind where it is swapped. */
function stepped(shelf: Shelf, { kind, values }: StoredRecord, { what, field, other }: Step): Values | undefined {
  if (what === 'remove') return undefined;
  if (what === 'copy') return values;
  const names = Object.keys(kindOf(kind)?.fields ?? {}).filter((name) => values[name] !== undefined);
  const name = pick(names, field);
  if (name === undefined) return values;
  if (what === 'blank') return { ...values, [name]: undefined };
  if (what === 'swap') return { ...values, [name]: pick(shelf.list(kind), other)?.values[name] };
  const moved = Object.entries(values).map(([key, value]) => [key, movedBack(value)]);
  return Object.fromEntries(moved);
}

/** A year back, days and years alike. */
function movedBack(value: unknown): unknown {
  if (value === YEAR) return YEAR - 1;
  return typeof value === 'string' ? value.replace(new RegExp(`^${YEAR}-`), `${YEAR - 1}-`) : value;
}

it('在样例库里随意增删改：每个指标逐条更新的数和清单，与从头数的一样', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const shelf = sample.copy();
      const counter = counterOf(shelf, defaultFigures);
      steps.forEach((one, index) => {
        const record = pick(shelf.list(one.kind), one.at);
        if (!record) return;
        const id = one.what === 'copy' ? `${record.id} ${index}` : record.id;
        counter.put(one.kind, id, stepped(shelf, record, one));
      });
      const { engine: anew } = counterOf(shelf, defaultFigures);
      for (const { id } of defaultFigures) {
        for (const period of PERIODS) {
          expect(said(counter.engine, id, period), JSON.stringify(period)).toEqual(said(anew, id, period));
        }
      }
    }),
    { numRuns: 40 },
  );
});
