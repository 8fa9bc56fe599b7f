import { describe, expect, it } from 'vitest';
import { rowsOf, suggested, takeOf } from '../../../renderer/features/duplicates/choices.ts';

const field = (name: string, keep: string, drop: string, more: { both?: boolean } = {}) => ({
  ...{ field: name, label: name, keep, drop, same: keep === drop, both: more.both ?? false },
});
const rows = rowsOf(
  [
    field('a', '一', '二'),
    field('b', '', '二'),
    field('c', '一', '二', { both: true }),
    field('s', '立案', '草稿'),
    field('e', '同', '同'),
  ],
  's',
);

describe('合并后取哪边', () => {
  it('随保留的一边；空的取另一边；列表都留；办理状态不能选', () => {
    expect(rows.map((row) => suggested(row, 'left'))).toEqual(['left', 'right', 'both', 'left', 'left']);
    expect(rows.map((row) => suggested(row, 'right'))).toEqual(['right', 'right', 'both', 'right', 'right']);
  });

  it('告诉资料库的是“保留的”和“去掉的”，不是左右；相同的和不能选的不说', () => {
    expect(takeOf(rows, {}, 'left')).toEqual({ a: 'keep', b: 'drop', c: 'both' });
    expect(takeOf(rows, { a: 'left', c: 'right' }, 'right')).toEqual({ a: 'drop', b: 'keep', c: 'keep' });
  });
});
