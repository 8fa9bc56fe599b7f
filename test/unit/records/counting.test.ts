import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointingAt } from '../../../shared/records/counting.ts';
import { stored } from './records-in-memory.ts';

const id = fc.constantFrom('a', 'b', 'c', '');
const value = fc.oneof(id, fc.array(id, { maxLength: 4 }), fc.constantFrom(undefined, null, 3, {}, [null]));

describe('谁指向它', () => {
  it('与逐条去看的结果一样，一条记录只算一次，先后不变', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 12 }), id, (values, wanted) => {
        const records = values.map((one, index) => stored('event', `e${index}`, { field: one }));
        const plain = records.filter(({ values: { field } }) =>
          Array.isArray(field) ? field.includes(wanted) : field === wanted,
        );
        expect(pointingAt(records, 'field', wanted)).toEqual(plain);
        expect(pointingAt(records, 'field', wanted)).toEqual(plain);
      }),
    );
  });

  it('换了一份清单就重新看，不拿旧的答', () => {
    const first = [stored('event', 'e1', { project: 'x' })];
    expect(pointingAt(first, 'project', 'x')).toHaveLength(1);
    expect(pointingAt([...first, stored('event', 'e2', { project: 'x' })], 'project', 'x')).toHaveLength(2);
    expect(pointingAt(first, 'venue', 'x')).toEqual([]);
  });
});
