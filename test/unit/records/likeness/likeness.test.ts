import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordKind } from '../../../../shared/records/index.ts';
import { kindOf } from '../../../../shared/records/index.ts';
import { contentKey, LikenessIndex } from '../../../../shared/records/likeness/index.ts';
import { plainText, withoutSetPhrases } from '../../../../shared/records/likeness/set-phrases.ts';
import { TextJoin } from '../../../../shared/records/likeness/text-join.ts';
import type { StoredRecord, Values } from '../../../../shared/records/record.ts';

const kind = (id: string): RecordKind => {
  const found = kindOf(id);
  if (!found) throw new Error(`没有 ${id}`);
  return found;
};
const stored = (kindId: string, id: string, values: Values): StoredRecord => ({
  ...{ id, kind: kindId, rev: 1, createdAt: `2026-01-01T00:00:00.${id.padStart(3, '0')}Z` },
  ...{ createdBy: '', updatedAt: '', updatedBy: '' },
  values,
});
const index = (kindId: string, all: readonly Values[]) =>
  new LikenessIndex(
    kind(kindId),
    all.map((values, place) => stored(kindId, String(place), values)),
  );
/** The share by its definition, without any index. */
function dice(a: string, b: string): number {
  const pairs = (text: string) => new Set([...text].slice(1).map((character, at) => `${[...text][at]}${character}`));
  const [left, right] = [pairs(a), pairs(b)];
  const both = [...left].filter((pair) => right.has(pair)).length;
  return (2 * both) / (left.size + right.size);
}

describe('标题里的套话', () => {
  it.each([
    ['关于进一步加强老旧小区停车管理的建议', '老旧小区停车管理'],
    ['关于推进我区社区食堂建设的提案', '社区食堂建设'],
    ['建议解决放学时段校门口拥堵问题', '放学时段校门口拥堵'],
    ['停车难', '停车难'],
    ['关于工作的建议', '关于工作的建议'],
    ['《老 街》的由来（上）', '老街的由来上'],
  ])('%s → %s', (title, body) => {
    expect(withoutSetPhrases(title)).toBe(body);
  });

  it('全角半角、繁简、空白、标点不算不同', () => {
    expect(plainText('ＡＢＣ　王　毅（教育界）')).toBe(plainText('abc王毅(教育界)'));
  });
});

describe('相似文字', () => {
  const word = fc.constantFrom(...'停车管理社区食堂老旧小区校门口拥堵治理养老');
  const text = fc.array(word, { minLength: 4, maxLength: 14 }).map((all) => all.join(''));

  it('与逐对比较的结果完全一致', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 40 }),
        fc.integer({ min: 30, max: 95 }).map((share) => share / 100),
        (drawn, threshold) => {
          const texts = [...new Set(drawn)].filter(
            (one) => new Set([...one].slice(1).map((c, at) => [...one][at] + c)).size >= 3,
          );
          const join = new TextJoin(texts, threshold);
          const expected = texts.flatMap((a, i) =>
            texts.flatMap((b, j) => (i < j && dice(a, b) >= threshold ? [`${i}-${j}`] : [])),
          );
          const found = join.pairs().map(([i, j]) => `${Math.min(i, j)}-${Math.max(i, j)}`);
          expect(found.sort()).toEqual(expected.sort());
          for (const [i, j, score] of join.pairs()) expect(score).toBe(dice(texts[i] ?? '', texts[j] ?? ''));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('问一段文字，与把它放进去再比的结果一致', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 30 }), text, (texts, asked) => {
        const found = new TextJoin(texts, 0.5).like(asked).map(([place]) => place);
        const enough = (one: string) => new Set([...one].slice(1).map((c, at) => [...one][at] + c)).size >= 3;
        const expected = texts.flatMap((one, place) =>
          one === asked || (enough(one) && enough(asked) && dice(one, asked) >= 0.5) ? [place] : [],
        );
        expect(found.sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('五千条同题不会两两配成一千多万对', () => {
    expect(
      new TextJoin(
        Array.from({ length: 5000 }, () => '走访慰问委员'),
        0.6,
      ).pairs(),
    ).toHaveLength(4999);
  });
});

describe('同名的人', () => {
  const reasons = (a: Values, b: Values) => index('person', [a, b]).pairs()[0]?.why;

  it('同名同手机、写法不同，是同一人的可能很大', () => {
    const [pair] = index('person', [
      { name: '王毅', mobile: '13900000001', birth: '1970-05' },
      { name: '王　毅', mobile: '13900000001' },
    ]).pairs();
    expect(pair?.score).toBeGreaterThan(0.9);
    expect(pair?.why).toEqual(['姓名相同', '手机相同']);
  });

  it('出生年月不同、性别不同的，不当作重复', () => {
    expect(reasons({ name: '王毅', birth: '1970-05' }, { name: '王毅', birth: '1982-01' })).toBeUndefined();
    expect(reasons({ name: '王毅', sex: '男' }, { name: '王毅', sex: '女' })).toBeUndefined();
  });

  it('已用区分标识分开的，不当作重复', () => {
    expect(reasons({ name: '王毅', nameNote: '教育界' }, { name: '王毅', nameNote: '医卫界' })).toBeUndefined();
  });

  it('只是单位不同的，仍要请人核对，并说明不同', () => {
    expect(reasons({ name: '王毅', org: '甲小学' }, { name: '王毅', org: '乙公司' })).toEqual([
      '姓名相同',
      '工作单位不同',
    ]);
  });
});

describe('按栏目找', () => {
  it('名称相同、一边没写日期的算，日期不同的不算', () => {
    const pairs = index('material', [
      { title: '老街的由来', date: '2020-01-01' },
      { title: '老街　的由来' },
      { title: '老街的由来', date: '2021-01-01' },
    ]).pairs();
    expect(pairs.map(({ a, b }) => `${a.id}-${b.id}`)).toEqual(['0-1', '1-2']);
    expect(pairs[0]?.why).toEqual(['标题相同']);
  });

  it('曾用名与现名相同的单位', () => {
    const [pair] = index('organisation', [
      { name: '区教育局', formerNames: ['区教育委员会'] },
      { name: '区教育委员会' },
    ]).pairs();
    expect(pair?.why).toEqual(['曾用名与名称相同']);
  });

  it('正在填写的与已有的比；不与自己比', () => {
    const all = index('material', [{ title: '老街的由来' }]);
    expect(all.like({ title: '老街的由来' }).map(({ record }) => record.id)).toEqual(['0']);
    expect(all.like({ title: '老街的由来' }, '0')).toEqual([]);
    expect(all.like({})).toEqual([]);
  });
});

describe('按内容记住', () => {
  it('编号不同、内容相同的，是同一个内容；人的单位不同，就不是', () => {
    const key = (id: string, values: Values) =>
      contentKey(kind('person'), stored('person', id, values), () => undefined);
    expect(key('1', { name: '王毅', org: '甲' })).toBe(key('9', { name: '王　毅', org: '甲' }));
    expect(key('1', { name: '王毅', org: '甲' })).not.toBe(key('1', { name: '王毅', org: '乙' }));
  });
});
