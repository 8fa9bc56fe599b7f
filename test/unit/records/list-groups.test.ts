import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnValues, type ListFilter, orderRecords, queryRecords, sumsOf } from '../../../shared/records/list.ts';
import { groupsOf } from '../../../shared/records/list-groups.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { kindOf } from '../../../shared/records/registry.ts';
import { office, shelf, stored } from './records-in-memory.ts';

function kind(id: string) {
  const found = kindOf(id);
  if (!found) throw new Error(`没有种类 ${id}`);
  return found;
}

const material = kind('material');
const nothing = () => undefined;

const record = fc
  .record({
    category: fc.constantFrom('文史资料', '简报', '其他', undefined),
    characters: fc.option(fc.integer({ min: -5, max: 30 }), { nil: undefined }),
    date: fc.constantFrom('2023-01-31', '2023-02-01', '2023-02-28', '2024-02-29', undefined),
    tags: fc.option(fc.subarray(['甲', '乙', '丙'], { minLength: 1 }), { nil: undefined }),
  })
  .map((values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
const shelfOf = (values: readonly Values[]): StoredRecord[] =>
  values.map((own, index) => stored('material', String(index), { title: '题', ...own }));

/** What a group of the field is called, said anew and plainly. */
function plainLabel(field: string, values: Values): string {
  const value = values[field];
  if (value === undefined) return '';
  if (field === 'date') return `${String(value).slice(0, 4)}年${Number(String(value).slice(5, 7))}月`;
  return Array.isArray(value) ? value.join('、') : String(value);
}

describe('列表分组与合计，与直白算法一致', () => {
  it('同组相连、组内次序照排序、数与合计都对，五百种数据', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 30 }),
        fc.constantFrom('category', 'date', 'tags', 'characters'),
        fc.constantFrom('asc' as const, 'desc' as const),
        (values, group, direction) => {
          const records = shelfOf(values);
          const query = { group, sort: [['characters', direction] as const] };
          const ordered = orderRecords(records, material, query, nothing);
          expect(ordered.map((item) => item.id).sort()).toEqual(records.map((item) => item.id).sort());

          const labels = ordered.map((item) => plainLabel(group, item.values));
          const changes = labels.filter((label, index) => index === 0 || label !== labels[index - 1]);
          expect(new Set(changes).size).toBe(changes.length);

          const plain = orderRecords(records, material, { sort: query.sort }, nothing);
          for (const label of new Set(labels)) {
            const inGroup = (item: StoredRecord) => plainLabel(group, item.values) === label;
            expect(ordered.filter(inGroup).map((item) => item.id)).toEqual(
              plain.filter(inGroup).map((item) => item.id),
            );
          }

          const groups = groupsOf(ordered, material, group, nothing, ['characters']);
          expect(groups.map((item) => item.label)).toEqual(changes);
          for (const item of groups) {
            const members = records.filter((own) => plainLabel(group, own.values) === item.label);
            expect(item.count).toBe(members.length);
            expect(item.sums.characters).toBe(
              members.reduce((sum, own) => sum + Number(own.values.characters ?? 0), 0),
            );
          }
          const all = queryRecords(records, material, { ...query, offset: 3, limit: 4 }, nothing);
          expect(all.rows.map((item) => item.id)).toEqual(ordered.slice(3, 7).map((item) => item.id));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('空的一组排在最后；界别照自己的次序；也按它排序时随它的升降', () => {
    const byCategory = (direction?: 'asc' | 'desc') =>
      groupsOf(
        orderRecords(
          shelfOf([{}, { category: '其他' }, { category: '简报' }]),
          material,
          { group: 'category', ...(direction ? { sort: [['category', direction] as const] } : {}) },
          nothing,
        ),
        material,
        'category',
        nothing,
      ).map((item) => item.label);
    expect(byCategory().at(-1)).toBe('');
    expect(byCategory('desc')).toEqual([...byCategory('asc').slice(0, 2).reverse(), '']);
    const found = orderRecords(office.list('member'), kind('member'), { group: 'sector' }, office.lookup);
    expect(found.map((item) => item.values.sector)).toEqual(['edu', 'med']);
  });

  it('同名不同号的两个界别合成一组，不会拆开', () => {
    const twins = shelf({
      term: { t: { number: 10 } },
      sector: { a: { name: '教育', order: 1 }, b: { name: '教育', order: 9 }, c: { name: '科技', order: 5 } },
      member: { m1: { sector: 'b' }, m2: { sector: 'c' }, m3: { sector: 'a' } },
    });
    const found = orderRecords(twins.list('member'), kind('member'), { group: 'sector' }, twins.lookup);
    const groups = groupsOf(found, kind('member'), 'sector', twins.lookup);
    expect(groups.map(({ label, count }) => [label, count])).toEqual([
      ['教育', 2],
      ['科技', 1],
    ]);
  });

  it('小数合计没有尾巴', () => {
    const values = [0.1, 0.2, 0.7].map((characters) => ({ characters }));
    expect(sumsOf(shelfOf(values), material, ['characters'])).toEqual({ characters: 1 });
  });
});

describe('一栏里有哪些值', () => {
  it('每个值有几条，与逐条筛选一致，五百种数据', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 30 }),
        fc.constantFrom('category', 'tags', 'characters', 'date'),
        (values, field) => {
          const records = shelfOf(values);
          const offered = columnValues(records, material, field, nothing).values;
          for (const { value, count } of offered) {
            const filter: ListFilter =
              value === null
                ? { field, type: 'blank' }
                : field === 'date'
                  ? { field, type: 'between', from: String(value), to: String(value) }
                  : { field, type: 'any', values: [value] };
            expect(queryRecords(records, material, { filters: [filter] }, nothing).total).toBe(count);
          }
          const all: ListFilter[] = [{ field, type: 'any', values: offered.map((item) => item.value) }];
          if (field !== 'date')
            expect(queryRecords(records, material, { filters: all }, nothing).total).toBe(records.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('引用显示名称，可以找；跨度大的日期按年；超过五百个值说明还有', () => {
    const found = columnValues(office.list('member'), kind('member'), 'sector', office.lookup, { search: '医' });
    expect(found.values).toEqual([{ value: 'med', label: '医药卫生', count: 1 }]);
    const months = shelfOf(
      Array.from({ length: 40 }, (_, at) => ({
        date: `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
      })),
    );
    expect(columnValues(months, material, 'date', nothing).values.map((item) => item.label)).toEqual([
      '2003年',
      '2002年',
      '2001年',
      '2000年',
    ]);
    const many = shelfOf(Array.from({ length: 700 }, (_, characters) => ({ characters })));
    const answer = columnValues(many, material, 'characters', nothing);
    expect([answer.values.length, answer.more, answer.values[3]?.value]).toEqual([500, true, 3]);
  });
});
