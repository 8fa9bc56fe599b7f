import { describe, expect, test } from 'vitest';
import { type DocumentEdit, edit } from '../../../shared/documents/edit.ts';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import { checkModel } from '../../../shared/documents/schema.ts';
import { composeSample } from '../../documents/samples.ts';

const { model } = composeSample('minutes');
const apply = (...changes: DocumentEdit[]): DocumentModel => changes.reduce(edit, model);
const text = (from: DocumentModel, index: number): string => {
  const block = from.blocks[index];
  return block?.type === 'paragraph' ? block.runs.map((run) => run.text).join('') : '';
};

describe('在纸上改稿', () => {
  test('改一段，别的不动，原稿不变', () => {
    const before = JSON.stringify(model);
    const after = apply({ type: 'replaceRuns', block: 2, runs: [{ text: '改' }, { text: '了' }, { text: '' }] });
    expect(after.blocks[2]).toMatchObject({ runs: [{ text: '改了' }] });
    expect(after.blocks[3]).toBe(model.blocks[3]);
    expect(JSON.stringify(model)).toBe(before);
  });

  test('拆开再合上还是原样', () => {
    const whole = text(model, 2);
    const split = apply({ type: 'split', block: 2, offset: 5 });
    expect([text(split, 2), text(split, 3)]).toEqual([whole.slice(0, 5), whole.slice(5)]);
    const joined = edit(split, { type: 'joinWithPrevious', block: 3 });
    expect(text(joined, 2)).toBe(whole);
    expect(joined.blocks).toHaveLength(model.blocks.length);
  });

  test('标题末尾回车，新段是正文', () => {
    const at = text(model, 0).length;
    const after = apply({ type: 'split', block: 0, offset: at });
    expect(after.blocks[1]).toMatchObject({ role: 'body', runs: [] });
  });

  test('插入、移动、删除', () => {
    const content = { type: 'paragraph', role: 'body', runs: [{ text: '新' }] } as const;
    const inserted = apply({ type: 'insert', at: 1, content });
    expect(inserted.blocks[1]).toEqual(content);
    const moved = edit(inserted, { type: 'move', block: 1, to: 0 });
    expect(moved.blocks[0]).toEqual(content);
    expect(edit(moved, { type: 'remove', block: 0 }).blocks).toEqual(model.blocks);
  });

  test('改红头和版记', () => {
    const after = apply(
      { type: 'masthead', masthead: { mark: '常委会会议纪要' } },
      { type: 'imprint', imprint: undefined },
    );
    expect(after.masthead?.mark).toBe('常委会会议纪要');
    expect(after.imprint).toBeUndefined();
  });

  test('改名册里的一格', () => {
    const roster = composeSample('memberRoster').model;
    const block = roster.blocks.findIndex(({ type }) => type === 'table');
    const after = edit(roster, { type: 'replaceCell', block, row: 2, cell: 1, runs: [{ text: '王小明' }] });
    expect(JSON.stringify(after.blocks[block])).toContain('王小明');
    expect(() => edit(roster, { type: 'replaceCell', block, row: 9999, cell: 0, runs: [] })).toThrow(/已经不在/);
  });

  test.each<DocumentEdit>([
    { type: 'replaceRuns', block: 999, runs: [] },
    { type: 'remove', block: -1 },
    { type: 'joinWithPrevious', block: 0 },
    { type: 'masthead', masthead: { mark: '' } },
    { type: 'replaceRuns', block: 2, runs: [{ text: '长'.repeat(200_000) }] },
  ])('不许的修改拒绝：%o', (change) => {
    expect(() => apply(change)).toThrow(/没有改/);
  });
});

describe('改过的稿回来要核对', () => {
  test('合格的原样收下', () => expect(checkModel(JSON.parse(JSON.stringify(model)))).toEqual(model));
  test.each([
    ['不是对象', null],
    ['缺纸张', { ...model, page: undefined }],
    ['没有这种段落', { ...model, blocks: [{ type: 'paragraph', role: 'script', runs: [] }] }],
    ['图片地址不对', { ...model, blocks: [{ type: 'figure', sha256: '../../x', name: 'x' }] }],
    ['段落太多', { ...model, blocks: Array.from({ length: 20_001 }, () => ({ type: 'pageBreak' })) }],
  ])('%s：拒绝并说明', (_, value) => {
    expect(() => checkModel(value)).toThrow(/没有导出|太长/);
  });
});
