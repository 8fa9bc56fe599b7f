import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findTwins, kindOf } from '../../../shared/records/index.ts';
import type { StoredRecord } from '../../../shared/records/record.ts';

const kind = kindOf('member');
if (!kind) throw new Error('没有委员');

it('查同号的：问得多时用索引，与逐条看的结果一样', () => {
  const value = fc.option(fc.constantFrom<unknown>('a', 'b', 1, '1', true), { nil: undefined });
  const values = fc.record({ person: value, term: value });
  fc.assert(
    fc.property(fc.array(values, { maxLength: 12 }), fc.array(values, { minLength: 3, maxLength: 8 }), (all, asked) => {
      const records = all.map(
        (own, index): StoredRecord => ({
          ...{ id: String(index), kind: 'member', rev: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '' },
          values: own,
        }),
      );
      // Only a frozen list is indexed, from the second question on.
      const frozen = Object.freeze([...records]);
      for (const one of asked) {
        const options = { id: '0', lookup: () => undefined };
        expect(findTwins(kind, one, { ...options, all: frozen })).toEqual(
          findTwins(kind, one, { ...options, all: records }),
        );
      }
    }),
  );
});
