import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../../shared/records/index.ts';
import { kindOf } from '../../../../shared/records/index.ts';
import { turnOver, uniteValues } from '../../../../shared/records/likeness/index.ts';
import type { Values } from '../../../../shared/records/record.ts';

const text = (label: string): Field => ({ type: 'text', label });
const fields: Record<string, Field> = {
  one: { type: 'reference', label: '一', target: 'member' },
  many: { type: 'references', label: '多', target: 'member' },
  other: { type: 'reference', label: '别的', target: 'sector' },
  rows: {
    type: 'rows',
    label: '出席',
    row: { member: { type: 'reference', label: '委员', target: 'member' }, state: text('状态'), note: text('备注') },
  },
};
const turn = { kind: 'member', keep: 'k', drop: 'd' };

describe('把引用转过去', () => {
  it('单个、多个、表格里的都转，别的种类不动', () => {
    const values = { one: 'd', many: ['a', 'd'], other: 'd', rows: [{ member: 'd', state: '出席' }] };
    expect(turnOver(fields, values, turn)).toEqual({
      changes: { one: 'k', many: ['a', 'k'], rows: [{ member: 'k', state: '出席' }] },
      links: 3,
    });
  });

  it('列表里两个都在，只留一个，顺序不变', () => {
    expect(turnOver(fields, { many: ['d', 'a', 'k'] }, turn).changes).toEqual({ many: ['k', 'a'] });
  });

  it('两人各有一行而不矛盾，合成一行；矛盾的两行都留着', () => {
    const rows = (state: string) => [
      { member: 'd', state: '出席', note: '发言' },
      { member: 'x', state: '出席' },
      { member: 'k', state },
    ];
    expect(turnOver(fields, { rows: rows('出席') }, turn).changes.rows).toEqual([
      { member: 'x', state: '出席' },
      { member: 'k', state: '出席', note: '发言' },
    ]);
    expect(turnOver(fields, { rows: rows('缺席') }, turn).changes.rows).toEqual([
      { member: 'k', state: '出席', note: '发言' },
      { member: 'x', state: '出席' },
      { member: 'k', state: '缺席' },
    ]);
  });

  it('保留的那条不会指向自己', () => {
    const values = { one: 'd', many: ['d', 'k'], rows: [{ member: 'd' }, { member: 'a' }] };
    expect(turnOver(fields, values, { ...turn, itself: true }).changes).toEqual({
      one: null,
      many: null,
      rows: [{ member: 'a' }],
    });
  });

  it('性质：转过以后再没有指向它的引用，其余引用一个不少', () => {
    const id = fc.constantFrom('k', 'd', 'a', 'b');
    const row = fc.record({ member: id, state: fc.constantFrom('出席', '请假') }, { requiredKeys: [] });
    const shape = fc.record({ one: id, many: fc.uniqueArray(id), rows: fc.array(row) }, { requiredKeys: [] });
    const named = (values: Values) => {
      const found = new Set<string>();
      JSON.stringify(values, (_, value) => {
        if (typeof value === 'string' && /^[kdab]$/.test(value)) found.add(value);
        return value;
      });
      return found;
    };
    fc.assert(
      fc.property(shape, (values) => {
        const { changes, links } = turnOver(fields, values, turn);
        const after = { ...values, ...changes };
        const before = named(values);
        expect(links > 0).toBe(before.has('d'));
        if (before.delete('d')) before.add('k');
        expect(named(after)).toEqual(before);
        expect(turnOver(fields, after, turn).links).toBe(0);
      }),
    );
  });
});

describe('两条的内容合成一条', () => {
  const kind = kindOf('person');
  if (!kind) throw new Error('没有人员');
  const keep = {
    name: '甲',
    parties: ['民建会员'],
    org: '甲单位',
    files: [{ sha256: '1', name: 'a', size: 1, type: 't' }],
  };
  const drop = {
    ...{ name: '乙', parties: ['中共党员', '民建会员'], org: '乙单位', sex: '男' },
    files: [{ sha256: '1', name: '另名', size: 1, type: 't' }],
  };

  it('没有指明的随保留的一条，空的由另一条补上', () => {
    expect(uniteValues(kind, keep, drop, {})).toEqual({ ...keep, sex: '男' });
  });

  it('指明取另一条的、都留的；同一个文件只留一份', () => {
    expect(uniteValues(kind, keep, drop, { org: 'drop', parties: 'both', files: 'both' })).toEqual({
      ...keep,
      org: '乙单位',
      parties: ['民建会员', '中共党员'],
      sex: '男',
    });
    expect(uniteValues(kind, keep, { name: '乙' }, { org: 'drop' }).org).toBeUndefined();
  });
});
