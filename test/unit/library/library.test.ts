import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary, openLibrary } from '../../../electron/library/index.ts';
import type { Library } from '../../../electron/library/types.ts';

let folder = '';
let library: Library;
const at = () => join(folder, '资料库 #1 100%');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antou-'));
  library = await createLibrary(at(), '示例区政协');
});
afterEach(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});
const reopen = async () => {
  await library.close();
  library = await openLibrary(at());
};

describe('资料库', () => {
  it('新增、修改、删除、撤销、重做，重开后都在', async () => {
    const added = await library.commit({
      label: '新增委员',
      who: '甲',
      add: [{ kind: 'member', id: 'm1', values: { name: '张三丰', note: '' } }],
    });
    expect(added.seq).toBe(1);
    expect(library.get('member', 'm1')?.values).toEqual({ name: '张三丰' });
    await library.commit({
      label: '修改委员',
      who: '甲',
      update: [{ kind: 'member', id: 'm1', values: { name: '张三' }, rev: 1 }],
    });
    await reopen();
    expect(library.get('member', 'm1')?.rev).toBe(2);
    expect(library.undoable?.label).toBe('修改委员');
    await library.undo('乙');
    expect(library.get('member', 'm1')?.values).toEqual({ name: '张三丰' });
    await reopen();
    expect(library.redoable?.label).toBe('修改委员');
    await library.redo('乙');
    expect(library.get('member', 'm1')?.values).toEqual({ name: '张三' });
    await library.undo('乙');
    await library.undo('乙');
    expect(library.list('member')).toEqual([]);
    expect(library.undoable).toBeUndefined();
    expect((await library.history({ kind: 'member', id: 'm1' })).map((t) => t.seq)).toEqual([6, 5, 4, 3, 2, 1]);
    expect((await library.versionAt('member', 'm1', 2))?.values).toEqual({ name: '张三' });
  });
});
