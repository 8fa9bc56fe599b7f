import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLibrary, openLibrary } from '../../../electron/library/index.ts';
import { stateHash } from '../../../electron/library/records.ts';
import type { Library } from '../../../electron/library/types.ts';
import { temporaryFolder } from './support.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let library: Library;
beforeEach(async () => {
  folder = await temporaryFolder();
  library = await createLibrary(`${folder.path}/库`, '示例区');
});
afterEach(async () => {
  await library.close();
  await folder.remove();
});
const reopen = async () => {
  await library.close();
  library = await openLibrary(`${folder.path}/库`);
};
const hash = () => stateHash(library.all(), 'content');
const code = (code: string) => expect.objectContaining({ code });
const edit = (id: string, name: string) =>
  library.commit({ label: `修改${id}`, who: '甲', update: [{ kind: 'member', id, values: { name } }] });

describe('撤销与重做', () => {
  it('一次导入是一步；重开以后仍可撤销、重做', async () => {
    const add = Array.from({ length: 50 }, (_, index) => ({
      kind: 'member',
      id: `m${index}`,
      values: { name: `${index}` },
    }));
    await library.commit({ label: '导入委员名册 50 人', who: '甲', origin: 'import', add });
    await reopen();
    expect(library.undoable).toEqual({ seq: 1, label: '导入委员名册 50 人' });
    const undone = await library.undo('乙');
    expect(undone).toMatchObject({ seq: 2, origin: 'undo', reverses: 1, who: '乙', label: '撤销：导入委员名册 50 人' });
    expect(library.list('member')).toEqual([]);
    await reopen();
    expect(library.redoable).toEqual({ seq: 2, label: '导入委员名册 50 人' });
    await library.redo('乙');
    expect(library.list('member')).toHaveLength(50);
    expect(library.undoable?.label).toBe('导入委员名册 50 人');
    await library.undo('乙');
    expect(library.list('member')).toEqual([]);
    await expect(library.undo('乙')).rejects.toEqual(code('conflict'));
  });

  it('新的修改使重做作废', async () => {
    await library.commit({ label: '新增', who: '甲', add: [{ kind: 'member', id: 'a', values: { name: '一' } }] });
    await edit('a', '二');
    await library.undo('甲');
    expect(library.redoable?.label).toBe('修改a');
    await edit('a', '三');
    expect(library.redoable).toBeUndefined();
    await expect(library.redo('甲')).rejects.toEqual(code('conflict'));
    await reopen();
    expect(library.redoable).toBeUndefined();
    await library.undo('甲');
    expect(library.get('member', 'a')?.values).toEqual({ name: '一' });
  });

  it('记录在那之后被不可撤销的改动动过，就拒绝并指出是哪一条，什么也不改', async () => {
    await library.commit({ label: '新增', who: '甲', add: [{ kind: 'member', id: 'a', values: { name: '张三' } }] });
    await edit('a', '李四');
    await library.commit({
      label: '升级',
      who: '程序',
      origin: 'migration',
      update: [{ kind: 'member', id: 'a', values: { name: '王五' } }],
    });
    const before = hash();
    const refusal = await library.undo('甲').catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'conflict', fields: { member: 'a' } });
    expect(String(refusal)).toContain('李四');
    expect(hash()).toBe(before);
    expect(library.undoable?.label).toBe('修改a');
  });

  it('版本号只增不减：撤销以后，拿着旧页面的人不会覆盖', async () => {
    await library.commit({ label: '新增', who: '甲', add: [{ kind: 'member', id: 'a', values: { name: '一' } }] });
    await edit('a', '二');
    await library.undo('甲');
    expect(library.get('member', 'a')?.rev).toBe(3);
    const stale = { kind: 'member', id: 'a', values: { name: '旧页面' }, rev: 2 };
    await expect(library.commit({ label: '修改', who: '甲', update: [stale] })).rejects.toEqual(code('conflict'));
  });

  it('任意 200 步增、改、删、撤销、重做，中间反复重开：全部撤销后回到起点，全部重做后回到终点', async () => {
    const step = fc.record({
      what: fc.constantFrom(
        'add',
        'add',
        'update',
        'update',
        'update',
        'remove',
        'many',
        'setting',
        'undo',
        'undo',
        'redo',
        'reopen',
      ),
      pick: fc.nat(1000),
      value: fc.jsonValue({ maxDepth: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 200, maxLength: 200 }), async (steps) => {
        const start = hash();
        const bottom = library.undoable?.seq;
        const model: string[] = [];
        let top = 0;
        for (const [index, { what, pick, value }] of steps.entries()) {
          const present = library.list('member');
          const some = present[pick % Math.max(present.length, 1)];
          const fresh = {
            kind: 'member',
            id: `m${index}-${pick}-${library.info.seq}`,
            values: { name: `第${index}步`, value },
          };
          const change = { label: what, who: '甲' };
          const before = hash();
          const seq = library.info.seq;
          if (what === 'add') await library.commit({ ...change, add: [fresh] });
          else if (what === 'setting') await library.saveSetting(`s${pick % 3}`, index, '甲', '设置');
          else if (what === 'many') {
            const update = present.slice(0, 5).map(({ kind, id }) => ({ kind, id, values: { name: `批量${index}` } }));
            await library.commit({ ...change, add: [fresh], update });
          } else if (what === 'reopen') await (index % 4 === 0 ? reopen() : library.checkpoint());
          else if (what === 'undo') {
            if (top > 0) {
              await library.undo('乙');
              top -= 1;
              expect(hash()).toBe(model[top]);
            }
          } else if (what === 'redo') {
            if (library.redoable) {
              await library.redo('乙');
              top += 1;
            }
          } else if (some && what === 'update') {
            await library.commit({
              ...change,
              update: [{ kind: 'member', id: some.id, values: { name: '改', value, index } }],
            });
          } else if (some) await library.commit({ ...change, remove: [{ kind: 'member', id: some.id }] });
          if (library.info.seq > seq && what !== 'undo' && what !== 'redo') {
            model.length = top;
            model.push(before);
            top += 1;
          }
        }
        await reopen();
        const end = hash();
        const down: string[] = [];
        while (library.undoable?.seq !== bottom) {
          down.push(hash());
          await library.undo('乙');
        }
        expect(down).toHaveLength(top);
        expect(hash()).toBe(start);
        await reopen();
        for (const expected of down.reverse()) {
          await library.redo('乙');
          expect(hash()).toBe(expected);
        }
        expect(hash()).toBe(end);
        expect(await library.verify()).toMatchObject({ ok: true, problems: [] });
      }),
      { numRuns: 3 },
    );
  });
});
