import { describe, expect, it } from 'vitest';
import { matchesPinyin, pinyinName, pinyinOf, pinyinRange } from '../../../shared/text/pinyin.ts';

describe('姓名拼音', () => {
  it('全拼、首字母、混写、只打开头', () => {
    for (const query of [
      'lihuazhong',
      'lhz',
      'lihz',
      'lhuaz',
      'li',
      'l',
      'lihuazh',
      'lhzhong',
      'LHZ',
      'huazhong',
      'hz',
    ]) {
      expect(matchesPinyin(query, '李华中'), query).toBe(true);
    }
    for (const query of ['lhx', 'lz', 'zhongli', 'h', '', 'lihuazhongx', '李']) {
      expect(matchesPinyin(query, '李华中'), query).toBe(false);
    }
  });

  it('多音姓氏：姓的读音和平常的读音都找得到，姓的读音在先', () => {
    for (const [name, first, other] of [
      ['单国强', 'shan', 'dan'],
      ['查志远', 'zha', 'cha'],
      ['仇英杰', 'qiu', 'chou'],
      ['解晓东', 'xie', 'jie'],
      ['曾小明', 'zeng', 'ceng'],
      ['种师道', 'chong', 'zhong'],
      ['洗星海', 'xian', 'xi'],
      ['任大伟', 'ren', undefined],
      ['朴成浩', 'piao', 'pu'],
      ['盖志强', 'ge', 'gai'],
      ['區志明', 'ou', 'qu'],
      ['尉迟明', 'yu', 'wei'],
    ] as const) {
      expect(matchesPinyin(first, name), `${first} ${name}`).toBe(true);
      if (other) expect(matchesPinyin(other, name), `${other} ${name}`).toBe(true);
    }
    expect(pinyinOf('单国强')).toEqual({ full: 'shanguoqiang', initials: 'sgq' });
    expect(pinyinOf('冼星海').full.startsWith('xian')).toBe(true);
  });

  it('ü 打 v 或 ü 都行；间隔号、空格不碍事', () => {
    expect(matchesPinyin('lv', '吕明')).toBe(true);
    expect(matchesPinyin('lü', '吕明')).toBe(true);
    expect(matchesPinyin('wangyi', '王　毅')).toBe(true);
    expect(matchesPinyin('rhm', '阿不都·热合曼')).toBe(true);
  });

  it('给出打中的是哪几个字', () => {
    expect(pinyinRange('hz', pinyinName('李华中'))).toEqual([1, 3]);
    expect(pinyinRange('lhz', pinyinName('李　华中'))).toEqual([0, 4]);
    expect(pinyinRange('li', pinyinName('李华中'))).toEqual([0, 1]);
  });
});
