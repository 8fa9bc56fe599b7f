import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reordered } from '../../../renderer/features/opinions/use-issue.ts';
import { readPasted } from '../../../shared/figures/pasted-suggestions.ts';
import { isLate, needsReceipt, receiptOf, sourceOf } from '../../../shared/figures/suggestion-lists.ts';

const texts = (block: string, present?: string[]) => readPasted(block, present).map(({ text }) => text);

describe('粘贴多条', () => {
  it.each([
    ['1. 建议修路', '建议修路'],
    ['１２、建议修路', '建议修路'],
    ['12、建议修路', '建议修路'],
    ['（三）建议修路', '建议修路'],
    ['(3) 建议修路', '建议修路'],
    ['十一、建议修路', '建议修路'],
    ['③建议修路', '建议修路'],
    ['第2条：建议修路', '建议修路'],
    ['• 建议修路', '建议修路'],
    ['2024年建成的小区要修路', '2024年建成的小区要修路'],
    ['1.5公里的路要修', '1.5公里的路要修'],
    ['十字路口要修', '十字路口要修'],
  ])('“%s”读成“%s”', (line, text) => expect(texts(line)).toEqual([text]));

  it('空行、表头不要；从表里复制的认出内容、性质和单位', () => {
    const block =
      '序号\t内容\t性质\t责任单位\r\n1\t西口夜里太暗要装灯\t问题\t城管局\r\n\r\n2\t建议增加公交班次\t\t交通局\n';
    expect(readPasted(block)).toEqual([
      { text: '西口夜里太暗要装灯', suggestionKind: '问题诉求', unit: '城管局', repeated: false },
      { text: '建议增加公交班次', suggestionKind: '意见建议', unit: '交通局', repeated: false },
    ]);
  });

  it('和已有的、和前面几行一样的都指出来，标点空格不算差别', () => {
    const found = readPasted('建议修路。\n建议 修路\n建议修桥', ['建议修桥！'.replace('！', '。')]);
    expect(found.map(({ repeated }) => repeated)).toEqual([false, true, true]);
  });

  it('随便粘什么都不出错，也不会多出行来', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (block) => {
        const found = readPasted(block);
        expect(found.length).toBeLessThanOrEqual(block.split(/\r\n?|\n/u).length);
        expect(found.every(({ text }) => text.trim() !== '')).toBe(true);
      }),
    );
  });
});

describe('收条与时限', () => {
  const context = { today: '2024-12-06', after: () => '2024-12-05' };

  it('送达后过了签收期限才是超期未签收', () => {
    expect(receiptOf({}, context)).toBe('未送达');
    expect(receiptOf({ deliveredOn: '2024-11-28' }, context)).toBe('超期未签收');
    expect(receiptOf({ deliveredOn: '2024-11-29' }, { ...context, after: () => '2024-12-06' })).toBe('已送达');
    expect(receiptOf({ deliveredOn: '2024-11-28', receiptSigner: '李' }, context)).toBe('已签收');
  });

  it('现场答复、没送出去就不采纳的，不要收条', () => {
    expect(needsReceipt({ onTheSpot: true })).toBe(false);
    expect(needsReceipt({ state: '不予采纳' })).toBe(false);
    expect(needsReceipt({ state: '不予采纳', deliveredOn: '2024-01-01' })).toBe(true);
  });

  it('过了时限没答复才算超期', () => {
    expect(isLate({ due: '2024-12-05', state: '办理中' }, context)).toBe(true);
    expect(isLate({ due: '2024-12-06', state: '办理中' }, context)).toBe(false);
    expect(isLate({ due: '2024-12-05', state: '已答复' }, context)).toBe(false);
    expect(sourceOf({ topic: 't', event: 'e' })).toBe('event/e');
  });
});

describe('期次里的次序', () => {
  it('挪到别处：一条不少，别的次序不变', () => {
    expect(reordered(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(reordered(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
    expect(reordered(['a', 'b'], 0, 9)).toEqual(['a', 'b']);
  });
});
