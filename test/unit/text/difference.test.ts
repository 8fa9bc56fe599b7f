import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DifferenceLine, differenceOf } from '../../../shared/text/difference.ts';

const told = (lines: readonly DifferenceLine[]) => lines.map(({ type }) => type);
const side = (lines: readonly DifferenceLine[], which: 'before' | 'after') =>
  lines.flatMap((line) => {
    const pieces = line[which];
    return pieces ? [pieces.map(({ text }) => text).join('')] : [];
  });
const marked = (line: DifferenceLine | undefined, which: 'before' | 'after') =>
  (line?.[which] ?? []).filter(({ changed }) => changed).map(({ text }) => text);

describe('两个版本的对照', () => {
  it('改了几个字的段落并排，只标改的字', () => {
    const lines = differenceOf(
      ['第一条 常委会会议每季度举行一次。', '第二条 不变。'],
      ['第一条 常委会会议每两个月举行一次。', '第二条 不变。'],
    );
    expect(told(lines)).toEqual(['changed', 'same']);
    expect(marked(lines[0], 'before')).toEqual(['季度']);
    expect(marked(lines[0], 'after')).toEqual(['两个月']);
  });

  it('中间插一条、删一条，前后的条文不受牵连', () => {
    const lines = differenceOf(
      ['总则', '会议由主席主持。', '本办法由办公室解释。'],
      ['总则', '委员应当按时签到。', '会议由主席主持。'],
    );
    expect(told(lines)).toEqual(['same', 'added', 'same', 'removed']);
  });

  it('一句话里添了许多，仍是同一句', () => {
    const lines = differenceOf(
      ['有关工作由办公室承办。'],
      ['有关工作由办公室会同各专门委员会承办，实行台账管理，办结销号。'],
    );
    expect(told(lines)).toEqual(['changed']);
    expect(marked(lines[0], 'before')).toEqual([]);
  });

  it('毫不相干的两段不硬凑成一段', () => {
    expect(told(differenceOf(['请假须经主席批准。'], ['稿酬按千字计发。']))).toEqual(['removed', 'added']);
    expect(differenceOf([], [])).toEqual([]);
  });

  it('任意两份文字：左边拼起来就是旧的，右边拼起来就是新的，没标的两边一样', () => {
    const paragraph = fc.string({ unit: fc.constantFrom(...'委员会议事规则修订一二三，。'), maxLength: 24 });
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), fc.array(paragraph, { maxLength: 12 }), (before, after) => {
        const lines = differenceOf(before, after);
        expect(side(lines, 'before')).toEqual(before);
        expect(side(lines, 'after')).toEqual(after);
        for (const line of lines.filter(({ type }) => type === 'changed')) {
          const kept = (which: 'before' | 'after') =>
            (line[which] ?? [])
              .filter(({ changed }) => !changed)
              .map(({ text }) => text)
              .join('');
          expect(kept('before')).toBe(kept('after'));
        }
      }),
      { numRuns: 300 },
    );
  });
});
