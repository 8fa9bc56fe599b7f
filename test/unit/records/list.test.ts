import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultEnumerations } from '../../../shared/records/enumerations.ts';
import { type ListFilter, ListQueryError, queryRecords } from '../../../shared/records/list.ts';
import type { Values } from '../../../shared/records/record.ts';
import { kindOf } from '../../../shared/records/registry.ts';
import { compareNames } from '../../../shared/text/stroke-order.ts';
import { office, shelf, stored } from './records-in-memory.ts';

function kind(id: string) {
  const found = kindOf(id);
  if (!found) throw new Error(`没有种类 ${id}`);
  return found;
}

const material = kind('material');
const nothing = () => undefined;

const papers = [
  stored('material', 'a', { title: '协商议事收条', category: '新闻报道', date: '2023-12-31', tags: ['协商', '收条'] }),
  stored('material', 'b', { title: '村史一', category: '文史资料', characters: 900, source: '示例晚报' }),
  stored('material', 'c', { title: '村史十', category: '文史资料', date: '2024-02-26', characters: 12_480 }),
  stored('material', 'd', { title: '村史 2', category: '规章制度', date: '2024-01-01', tags: ['协商'], characters: 0 }),
];

function found(filters: ListFilter[], text?: string): string[] {
  return queryRecords(papers, material, { filters, text, sort: [['title', 'asc']] }, nothing)
    .rows.map((r) => r.id)
    .sort();
}

describe('列表筛选', () => {
  it.each<[string, ListFilter, string]>([
    ['等于其一', { field: 'category', type: 'any', values: ['文史资料', '规章制度'] }, 'bcd'],
    ['数字等于', { field: 'characters', type: 'any', values: ['900'] }, 'b'],
    ['空也算一个值', { field: 'date', type: 'any', values: [null, '2024-01-01'] }, 'bd'],
    ['标签含其一', { field: 'tags', type: 'any', values: ['收条', '无'] }, 'a'],
    ['什么都没选则一个也没有', { field: 'category', type: 'any', values: [] }, ''],
    ['包含，不分全半角', { field: 'title', type: 'contains', text: '村史２' }, 'd'],
    ['日期区间，首尾都含', { field: 'date', type: 'between', from: '2023-12-31', to: '2024-01-01' }, 'ad'],
    ['到某月，整月都算', { field: 'date', type: 'between', from: '2024', to: '2024-02' }, 'cd'],
    ['只有下限', { field: 'characters', type: 'between', from: 1 }, 'bc'],
    ['只有上限，零算数', { field: 'characters', type: 'between', to: '900' }, 'bd'],
    ['空', { field: 'tags', type: 'blank' }, 'bc'],
    ['不空，零不是空', { field: 'characters', type: 'filled' }, 'bcd'],
  ])('%s', (_label, filter, expected) => {
    expect(found([filter]).join('')).toBe(expected);
  });

  it('几个筛选同时满足；文字在标题、副标题、显示的列里找，每个词都要有', () => {
    expect(
      found([
        { field: 'tags', type: 'filled' },
        { field: 'date', type: 'between', from: '2024' },
      ]),
    ).toEqual(['d']);
    expect(found([], '村史 文史')).toEqual(['b', 'c']);
    expect(found([], '晚报')).toEqual(['b']);
    expect(found([], '12,480')).toEqual(['c']);
    // 一文 would only arise from the end of one column and the beginning of the next.
    expect(found([], '一文')).toEqual([]);
  });

  it('按时间筛选时，截止日当天全天都算', () => {
    const filters: ListFilter[] = [{ field: 'start', type: 'between', from: '2024-03-05', to: '2024-03-05' }];
    expect(queryRecords(office.list('event'), kind('event'), { filters }, office.lookup).total).toBe(1);
  });

  it('按明细里的委员筛选会议，按人的政治面貌筛选委员', () => {
    const attended = (id: string) =>
      queryRecords(
        office.list('event'),
        kind('event'),
        { filters: [{ field: 'attendance.member', type: 'any', values: [id] }] },
        office.lookup,
      ).total;
    expect([attended('ml'), attended('没有')]).toEqual([1, 0]);
    const members = queryRecords(
      office.list('member'),
      kind('member'),
      { filters: [{ field: 'parties', type: 'any', values: ['民建会员'] }] },
      office.lookup,
    );
    expect(members.rows.map((record) => record.id)).toEqual(['mw']);
  });

  it('没有的栏目说清楚，不当作没筛', () => {
    expect(() => found([{ field: 'xx', type: 'blank' }])).toThrow(ListQueryError);
    expect(() => queryRecords(papers, material, { sort: [['yy', 'asc']] }, nothing)).toThrow('没有“yy”这个栏目');
    expect(() => queryRecords(papers, material, { group: 'zz' }, nothing)).toThrow(ListQueryError);
  });
});

describe('列表排序与分页', () => {
  const ids = (sort: [string, 'asc' | 'desc' | 'stroke'][]) =>
    queryRecords(papers, material, { sort }, nothing)
      .rows.map((record) => record.id)
      .join('');

  it('空的总在最后，升降都一样', () => {
    expect(ids([['date', 'asc']])).toBe('adcb');
    expect(ids([['date', 'desc']])).toBe('cdab');
  });

  it('相同的保持原来先后；第二排序接着用', () => {
    expect(ids([['category', 'asc']])).toBe('dbca');
    expect(
      ids([
        ['category', 'asc'],
        ['characters', 'desc'],
      ]),
    ).toBe('dcba');
  });

  it('选项按选项表的先后，界别按自己的排序，届按届次', () => {
    const byList = queryRecords(papers, material, { sort: [['category', 'asc']] }, nothing, undefined, {
      enumerations: defaultEnumerations,
    });
    expect(byList.rows.map((record) => record.id).join('')).toBe('bcda');
    const many = shelf({
      term: { a: { number: 9 }, b: { number: 10 } },
      sector: { x: { name: '甲', order: 2 }, y: { name: '乙', order: 1 }, z: { name: '丙' } },
      member: { m1: { term: 'a', sector: 'x' }, m2: { term: 'b', sector: 'z' }, m3: { term: 'b', sector: 'y' } },
    });
    const sorted = queryRecords(
      many.list('member'),
      kind('member'),
      {
        sort: [
          ['term', 'desc'],
          ['sector', 'asc'],
        ],
      },
      many.lookup,
    );
    expect(sorted.rows.map((record) => record.id)).toEqual(['m3', 'm2', 'm1']);
  });

  it('委员默认按姓氏笔画', () => {
    const names = ['郑芳', '王小洪', '丁宁', '欧阳少东', '王毅', '习远', '洪少东'];
    const people = shelf({
      term: { t: { number: 10 } },
      person: Object.fromEntries(names.map((name) => [name, { name }])),
      member: Object.fromEntries(names.map((name) => [`m${name}`, { person: name, term: 't' }])),
    });
    const { rows } = queryRecords(people.list('member'), kind('member'), {}, people.lookup, (a, b) =>
      compareNames(a, b),
    );
    expect(rows.map((record) => record.values.person)).toEqual([
      '丁宁',
      '习远',
      '王毅',
      '王小洪',
      '欧阳少东',
      '郑芳',
      '洪少东',
    ]);
  });

  it('分组：同组相连，组与数都按全部结果算', () => {
    const result = queryRecords(papers, material, { group: 'category', sort: [['title', 'asc']], limit: 1 }, nothing);
    expect(result.rows).toHaveLength(1);
    expect(result.groups).toEqual([
      { label: '规章制度', value: '规章制度', count: 1, sums: {} },
      { label: '文史资料', value: '文史资料', count: 2, sums: {} },
      { label: '新闻报道', value: '新闻报道', count: 1, sums: {} },
    ]);
  });

  it('汇总栏目：人数只算在任；没有其他记录可数时不写数', () => {
    const sectors = queryRecords(office.list('sector'), kind('sector'), {}, office.lookup, undefined, {
      list: office.list,
    });
    expect(sectors.rows.map((record) => [record.id, record.values.memberCount])).toEqual([
      ['edu', 1],
      ['med', 1],
      ['old', 0],
    ]);
    const without = queryRecords(office.list('sector'), kind('sector'), {}, office.lookup);
    expect(without.rows.every((record) => record.values.memberCount === undefined)).toBe(true);
  });
});

/** The same question answered plainly: filter by hand, insertion sort, slice. */
describe('列表与直白算法一致', () => {
  const value = {
    category: fc.constantFrom('文史资料', '简报', '其他', undefined),
    characters: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    date: fc.constantFrom('2023-01-31', '2023-02-01', '2024-02-29', '2024-12-31', undefined),
    tags: fc.option(fc.subarray(['甲', '乙', '丙'], { minLength: 1 }), { nil: undefined }),
  };
  const record = fc.record(value).map((values) => clean({ title: '题', ...values }));
  const filter: fc.Arbitrary<ListFilter> = fc.oneof(
    fc.record({
      field: fc.constantFrom('category', 'tags'),
      type: fc.constant('any' as const),
      values: fc.subarray(['文史资料', '简报', '甲', '乙', null]),
    }),
    fc.record({
      field: fc.constant('characters'),
      type: fc.constant('between' as const),
      from: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
      to: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
    }),
    fc.record({
      field: fc.constant('date'),
      type: fc.constant('between' as const),
      from: fc.constantFrom('2023', '2023-02', '2024-02-29', undefined),
      to: fc.constantFrom('2023', '2023-01', '2024-12-31', undefined),
    }),
    fc.record({
      field: fc.constantFrom('category', 'characters', 'date', 'tags'),
      type: fc.constantFrom('blank' as const, 'filled' as const),
    }),
  );
  const sort = fc.array(
    fc.tuple(fc.constantFrom('characters', 'date'), fc.constantFrom('asc' as const, 'desc' as const)),
    {
      minLength: 1,
      maxLength: 2,
    },
  );

  it('五百种数据与查询', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 25 }),
        fc.array(filter, { maxLength: 3 }),
        sort,
        fc.nat(10),
        fc.nat(10),
        (values, filters, order, offset, limit) => {
          const records = values.map((v, index) => stored('material', String(index), v));
          const result = queryRecords(records, material, { filters, sort: order, offset, limit }, nothing);
          const expected = naive(
            records.map((r) => ({ id: r.id, values: r.values })),
            filters,
            order,
          );
          expect(result.total).toBe(expected.length);
          expect(result.rows.map((r) => r.id)).toEqual(expected.slice(offset, offset + limit));
        },
      ),
      { numRuns: 500 },
    );
  });
});

function clean(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined));
}

function naive(
  records: readonly { id: string; values: Values }[],
  filters: readonly ListFilter[],
  sort: readonly (readonly [string, 'asc' | 'desc'])[],
): string[] {
  const kept = records.filter(({ values }) => filters.every((filter) => naivePass(values[filter.field], filter)));
  const before = (a: Values, b: Values): boolean => {
    for (const [field, direction] of sort) {
      const left = a[field] as number | string | undefined;
      const right = b[field] as number | string | undefined;
      if (left === right) continue;
      if (left === undefined) return false;
      if (right === undefined) return true;
      return direction === 'asc' ? left < right : left > right;
    }
    return false;
  };
  const result: { id: string; values: Values }[] = [];
  for (const item of kept) {
    let place = result.length;
    while (place > 0 && before(item.values, result[place - 1]!.values)) place -= 1;
    result.splice(place, 0, item);
  }
  return result.map((item) => item.id);
}

function naivePass(value: unknown, filter: ListFilter): boolean {
  if (filter.type === 'blank') return value === undefined;
  if (filter.type === 'filled') return value !== undefined;
  if (filter.type === 'any') {
    const wanted = filter.values ?? [];
    if (value === undefined) return wanted.includes(null);
    return [value].flat().some((item) => wanted.includes(item));
  }
  if (value === undefined) return false;
  if (typeof value === 'number') {
    return value >= Number(filter.from ?? -Infinity) && value <= Number(filter.to ?? Infinity);
  }
  const text = String(value);
  return (
    (filter.from === undefined || text >= String(filter.from)) &&
    (filter.to === undefined || text.startsWith(String(filter.to)) || text < String(filter.to))
  );
}
