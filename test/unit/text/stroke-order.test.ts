import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareNames,
  strokeCount,
  strokeDigits,
  surnameOf,
  unknownCharacters,
} from '../../../shared/text/stroke-order.ts';

const sorted = (names: readonly string[], mode?: 'surname' | 'fullName'): string[] =>
  [...names].sort((a, b) => compareNames(a, b, mode));

const SURNAMES =
  '丁 干 于 习 马 王 亓 井 文 巴 孔 叶 申 田 冯 刘 李 吴 佘 余 张 陈 欧 周 郑 赵 胡 相 查 洪 高 黄 曾 谢 戴'.split(' ');

describe('姓氏笔画', () => {
  it('N-01：丁＜干＜于＜习＜马，文在王后，郑在赵前，欧阳在洪前', () => {
    expect(sorted(['马', '习', '于', '干', '丁'])).toEqual(['丁', '干', '于', '习', '马']);
    expect(compareNames('王建国', '文建国')).toBeLessThan(0);
    expect(compareNames('郑建国', '赵建国')).toBeLessThan(0);
    expect(compareNames('欧阳少东', '洪少东')).toBeLessThan(0);
  });

  it('同姓单名在前（姓氏笔画），逐字比较则相反（姓名笔画）', () => {
    expect(compareNames('田富', '田大利', 'surname')).toBeLessThan(0);
    expect(compareNames('田富', '田大利', 'fullName')).toBeGreaterThan(0);
    expect(compareNames('王毅', '王小洪')).toBeLessThan(0);
    expect(compareNames('欧阳锋', '欧阳少东')).toBeLessThan(0);
  });

  it('笔画相同看笔顺，笔顺相同看主附笔形、折数和结构', () => {
    for (const pair of ['干于', '亓井', '贝水', '叶申', '相查', '勾凤', '巴孔']) {
      const [a = '', b = ''] = pair;
      expect(strokeDigits(a), pair).toBe(strokeDigits(b));
      expect(compareNames(`${a}明`, `${b}明`), pair).toBeLessThan(0);
    }
  });

  it('点的两种写法都是点：忄、火部的字不被当作折笔', () => {
    expect(strokeDigits('恰')).toBe('442341251');
    expect(strokeDigits('火')).toBe('4334');
    expect(strokeDigits('怀')?.startsWith('442')).toBe(true);
  });

  it('少见的人名用字由部件拼出，笔画数对', () => {
    const counts = {
      䶮: 9,
      訚: 10,
      琋: 11,
      𬭎: 12,
      𫘜: 7,
      淏: 11,
      婳: 11,
      瑢: 14,
      霂: 15,
      骎: 10,
      矞: 12,
      镈: 15,
      骉: 9,
    };
    for (const [character, count] of Object.entries(counts)) expect(strokeCount(character), character).toBe(count);
  });

  it('一批姓氏的笔画数逐一核对', () => {
    const counts: Readonly<Record<string, number>> = {
      丁: 2,
      于: 3,
      马: 3,
      王: 4,
      邓: 4,
      叶: 5,
      龙: 5,
      刘: 6,
      许: 6,
      李: 7,
      杨: 7,
      陈: 7,
      周: 8,
      郑: 8,
      欧: 8,
      赵: 9,
      胡: 9,
      钱: 10,
      徐: 10,
      郭: 10,
      黄: 11,
      萧: 11,
      曾: 12,
      谢: 12,
      蔡: 14,
      熊: 14,
      黎: 15,
      潘: 15,
      薛: 16,
      魏: 17,
      戴: 17,
    };
    for (const [character, count] of Object.entries(counts)) expect(strokeCount(character), character).toBe(count);
  });

  it('姓氏序列任意打乱后恢复原序，名单里的空格、间隔号不算', () => {
    const names = SURNAMES.map((surname) => `${surname}明`);
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(sorted(shuffled)).toEqual(names);
      }),
      { numRuns: 200 },
    );
    expect(compareNames('李　明', '李大明')).toBeLessThan(0);
    expect(sorted(['阿不都·热合曼', '阿不都热合木'])).toHaveLength(2);
  });

  it('是全序：反对称、传递，相同的名字才相等', () => {
    const name = fc
      .array(fc.constantFrom(...'丁干于王李欧阳田明大利富㛃𬭎A·　'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join(''));
    for (const mode of ['surname', 'fullName'] as const) {
      fc.assert(
        fc.property(name, name, name, (a, b, c) => {
          const sign = (x: string, y: string): number => Math.sign(compareNames(x, y, mode));
          expect(sign(a, b)).toBe(-sign(b, a) + 0);
          if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
        }),
        { numRuns: 3000 },
      );
    }
  });

  it('不认识的字排在最后并列出，不猜；给出笔顺后归位', () => {
    const strange = '𠮷';
    expect(unknownCharacters([`${strange}明`, '王明', `${strange}华`])).toEqual([strange]);
    expect(sorted([`${strange}明`, '戴明', '丁明'])).toEqual(['丁明', '戴明', `${strange}明`]);
    const overrides = { [strange]: '121251' };
    expect(unknownCharacters([`${strange}明`], overrides)).toEqual([]);
    expect(compareNames(`${strange}明`, '刘明', 'surname', overrides)).toBeLessThan(0);
    expect(compareNames(`${strange}明`, '叶明', 'surname', overrides)).toBeGreaterThan(0);
  });

  it('复姓认得出，两个字的名字不当复姓', () => {
    expect(surnameOf('欧阳少东')).toBe('欧阳');
    expect(surnameOf('司马懿')).toBe('司马');
    expect(surnameOf('东方')).toBe('东');
    expect(surnameOf('王小洪')).toBe('王');
  });

  it('永久检查：与 Intl 的笔画序不同，没有误用它', () => {
    const intl = new Intl.Collator('zh-u-co-stroke');
    const differing = SURNAMES.flatMap((a) => SURNAMES.map((b) => [a, b] as const)).filter(
      ([a, b]) => Math.sign(intl.compare(a, b)) !== Math.sign(compareNames(a, b)),
    );
    expect(differing.length).toBeGreaterThan(0);
  });
});
