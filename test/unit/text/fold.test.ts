import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, searchText, squeeze, squeezeMap } from '../../../shared/text/fold.ts';
import { FROM, TO, WIDE_FROM } from '../../../shared/text/tables/fold.ts';

/** Any UTF-16 text, mostly Chinese, with blanks, variants, pairs and lone halves of pairs. */
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'政协委员第一届的国臺灣後裡說Aａ1１，。“”·—') },
      { weight: 3, arbitrary: fc.constantFrom(...' \n\t\r\u3000\u00a0\u200b\ufeff\u00ad') },
      { weight: 2, arbitrary: fc.constantFrom('𬭎', '𫘜', '😀', '葛\u{e0100}', 'İ', 'ß', '\ud842', '\udfb7') },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('检索折叠', () => {
  it('繁简、全半角、大小写、异体和部首字形归为一个', () => {
    for (const [a, b] of [
      ['臺灣', '台湾'],
      ['ＡＢＣ１２３', 'abc123'],
      ['會議紀要', '会议纪要'],
      ['呂后', '吕后'],
      ['戶戸户', '户户户'],
      ['裏裡', '里里'],
      ['⻓⺠⾯', '长民面'],
      ['豈更', '岂更'],
      ['二○二四', '二〇二四'],
      ['阿不都・热合曼', '阿不都·热合曼'],
      ['（试行）', '(试行)'],
      ['2020—2024', '2020-2024'],
    ] as const) {
      expect(fold(a), a).toBe(fold(b));
    }
  });

  it('不同的字不混：干 与 于、着 与 著、幺 与 么、宁 与 甯', () => {
    for (const [a, b] of ['干于', '着著', '幺么', '宁甯', '己已', '涂凃'])
      expect(fold(a ?? '')).not.toBe(fold(b ?? ''));
  });

  it('长度不变，代理对成对，折叠两次等于一次', () => {
    fc.assert(
      fc.property(text, (original) => {
        const folded = fold(original);
        expect(folded.length).toBe(original.length);
        expect(fold(folded)).toBe(folded);
        for (let at = 0; at < original.length; at += 1) {
          const isPair = (s: string): boolean => (s.codePointAt(at) ?? 0) > 0xffff;
          if (isPair(original) && folded.charAt(at) !== '\u200b') expect(isPair(folded)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('逐段折叠与整体折叠相同，段界落在代理对中间也一样', () => {
    const long = `${'政'.repeat(4095)}𬭎${'臺'.repeat(4095)}😀${'Ａ'.repeat(9000)}`;
    expect(fold(long)).toBe([...long].map(fold).join(''));
  });

  it('表中每个字折到表外：没有链条，没有环', () => {
    expect(FROM.length).toBeGreaterThan(3000);
    expect(FROM.length).toBe(TO.length);
    expect(WIDE_FROM.length % 2).toBe(0);
    const from = new Set(FROM);
    for (const target of TO) expect(from.has(target), target).toBe(false);
  });
});

describe('去掉排版空白', () => {
  it('词被换行、空格、全角空格、零宽字符隔开也找得到', () => {
    expect(searchText('政协\n委员')).toBe('政协委员');
    expect(searchText('姓名：王　毅')).toContain('王毅');
    expect(searchText('2024 年 2 月')).toBe('2024年2月');
    expect(searchText('政\u200b协')).toBe('政协');
    expect(searchText('提\r\n  案')).toBe('提案');
  });

  it('英文单词之间的空格留一个', () => {
    expect(searchText('  Hello \n  World  ')).toBe('hello world');
  });

  it('对照表把每个位置带回原文', () => {
    fc.assert(
      fc.property(text, (original) => {
        const folded = fold(original);
        const squeezed = squeeze(folded);
        const map = squeezeMap(folded);
        expect(map.length).toBe(squeezed.length + 1);
        for (let at = 0; at < squeezed.length; at += 1) expect(folded[map[at] ?? -1]).toBe(squeezed[at]);
        expect(map[squeezed.length]).toBe(original.length);
        for (let at = 0; at < squeezed.length; at += 1) expect(map[at] ?? 0).toBeLessThan(map[at + 1] ?? 0);
      }),
      { numRuns: 3000 },
    );
  });

  it('原文的任何一段，折叠后仍在整体之中（按字截取）', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (original, a, b) => {
        const characters = [...original];
        const from = a % (characters.length + 1);
        const part = characters.slice(from, from + 1 + (b % 8)).join('');
        expect(searchText(original)).toContain(searchText(part));
      }),
      { numRuns: 5000 },
    );
  });
});
