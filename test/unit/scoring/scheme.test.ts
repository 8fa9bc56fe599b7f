import { describe, expect, it } from 'vitest';
import { NAMED_RULES } from '../../../shared/figures/named-rules.ts';
import type { Item, Scheme, Section, Trigger } from '../../../shared/scoring/scheme.ts';
import { schemeProblem } from '../../../shared/scoring/scheme-problem.ts';
import { schemeSchema } from '../../../shared/scoring/scheme-schema.ts';
import { defaultSchemes, effectiveSchemes, schemeFor } from '../../../shared/scoring/schemes/index.ts';
import { zhongyuan } from '../../../shared/scoring/schemes/zhongyuan.ts';
import { schemeOf } from './scoring-ledger.ts';

const opinions: Trigger = { type: 'record', kind: 'opinion', day: 'receivedOn', where: [], who: [{ field: 'lead' }] };
const problemOf = (scheme: Scheme): string | undefined => schemeProblem(scheme, new Set(['proposal.filed']));
const item = (change: Partial<Item>): string | undefined => problemOf(schemeOf([{ trigger: opinions, ...change }]));
const sections = (...all: readonly Section[]): string | undefined => problemOf(schemeOf([{}], { sections: all }));
const S: Section = { id: 'S', label: '一类', kind: 'basic' };

describe('方案能不能用来计分', () => {
  it('好的方案没有问题', () => {
    expect(problemOf(schemeOf([{ trigger: opinions }]))).toBeUndefined();
  });

  it('项目的类、条件、日期、对象、数量要对得上资料', () => {
    const wrong = (change: Partial<typeof opinions & { day: string }>): string | undefined =>
      item({ trigger: { ...opinions, ...change } as Trigger });
    expect(item({ section: 'Z' })).toBe('项目I1“第1项”：没有“Z”这一类');
    expect(wrong({ kind: 'nothing' })).toBe('项目I1“第1项”：没有“nothing”这种记录');
    expect(wrong({ where: [{ type: 'filled', field: 'nothing' }] })).toContain('没有“nothing”这个栏目');
    expect(wrong({ where: [{ type: 'rule', rule: 'nothing' }] })).toContain('没有“nothing”这条规则');
    expect(wrong({ day: 'state' })).toContain('“state”不是日期');
    expect(wrong({ who: [{ field: 'sourceUnit' }] })).toBe('项目I1“第1项”：社情民意的“sourceUnit”不是委员，不能计给它');
    expect(wrong({ who: [{ field: '' }] })).toContain('“本身”不是委员');
    expect(item({ only: [{ type: 'filled', field: 'nothing' }] })).toContain('计给谁的条件');
    expect(item({ quantity: { field: 'state', per: 1, otherwise: 1 } })).toContain('“state”不是数字');
    expect(item({ tiers: [{ label: '甲', where: [{ type: 'filled', field: 'x' }], points: 1 }] })).toContain('没有“x”');
    expect(item({ trigger: { type: 'none', of: ['I9'] } })).toContain('“I9”不是这个方案的项目');
    expect(item({ trigger: { type: 'manual' }, exclusive: 'x' })).toContain('不能与别的项目取高');
    expect(item({ trigger: { type: 'manual' }, joint: { first: 1, others: 0.5 } })).toContain(
      '不能分档、按数量或联名折算',
    );
  });

  it('类不能缺上级、不能绕圈，起始、封顶、最低要顺', () => {
    expect(sections({ ...S, parent: 'Z' })).toBe('“一类”的上一级“Z”不存在');
    expect(sections({ ...S, parent: 'T' }, { ...S, id: 'T', label: '二类', parent: 'S' })).toContain('绕了一圈');
    expect(sections(S, S)).toBe('类的编码“S”用了两次');
    expect(sections({ ...S, start: 60, cap: 50 })).toBe('“一类”的起始分60高于封顶50');
    expect(sections({ ...S, floor: 60, cap: 50 })).toBe('“一类”的最低分60高于封顶50');
  });

  it('编码不重复，等次从高到低，最低一等够得到总分下限', () => {
    const graded = (grades: Scheme['grades'], more: Partial<Scheme> = {}) =>
      problemOf(schemeOf([{}], { grades, ...more }));
    expect(problemOf(schemeOf([{ code: 'A' }, { code: 'A' }]))).toBe('项目编码“A”用了两次');
    expect(
      graded([
        { label: '好', atLeast: 60 },
        { label: '更好', atLeast: 90 },
      ]),
    ).toContain('等次要从高到低写');
    expect(graded([{ label: '好', atLeast: 60 }], { total: { min: 0 } })).toContain('够不到总分下限0分');
    expect(graded([{ label: '好', atLeast: 0 }], { total: { min: 9, max: 8 } })).toBe('总分的下限9高于上限8');
    expect(graded([{ label: '好', atLeast: 0 }], { total: { max: 8 }, excellence: { atLeast: 9 } })).toContain(
      '高于总分上限8分',
    );
    const veto = { id: 'I1', label: '否决', trigger: { type: 'manual' } as const, times: 1 };
    expect(problemOf(schemeOf([{}], { vetoes: [veto] }))).toContain('与别的编码相同');
    const of: Trigger = { type: 'none', of: ['I9'] };
    expect(problemOf(schemeOf([{}], { vetoes: [{ ...veto, id: 'V', trigger: of }] }))).toContain('一票否决“否决”');
  });

  it('写得不成样子的，逐处用中文说明', () => {
    const read = schemeSchema.safeParse({
      ...zhongyuan,
      label: ' ',
      items: [{ ...zhongyuan.items[0], points: '五' }],
      grades: [],
    });
    expect(read.error?.issues.map(({ message }) => message)).toEqual([
      '请填写方案名称',
      '分值请填数字',
      '请至少写一个等次',
    ]);
  });

  it.each(defaultSchemes.map((scheme) => [scheme.label, scheme] as const))('给定的方案合规：%s', (_label, scheme) => {
    expect(schemeSchema.parse(scheme)).toEqual(scheme);
    expect(schemeProblem(scheme, new Set(NAMED_RULES.map(({ id }) => id)))).toBeUndefined();
  });
});

describe('用哪一版', () => {
  it('单位自己的版本并在给定的后面，同号同版的替换，认不得的不用', () => {
    const own = { ...zhongyuan, label: '本单位' };
    expect(effectiveSchemes(undefined)).toEqual(defaultSchemes);
    const all = effectiveSchemes([own, { id: '?' }, { ...own, version: 2 }]);
    expect(all).toHaveLength(defaultSchemes.length + 1);
    expect(all.filter(({ id }) => id === 'zhongyuan').map(({ label }) => label)).toEqual(['本单位', '本单位']);
  });

  it('按年度取施行的最新一版，草案和停用的不算，往年仍用往年的', () => {
    const version = (number: number, fromYear: number, status: Scheme['status'] = 'inForce'): Scheme => ({
      ...zhongyuan,
      version: number,
      fromYear,
      status,
    });
    const all = [version(1, 2020), version(2, 2024), version(3, 2024), version(4, 2025, 'draft'), version(5, 2026)];
    const chosen = (year: number) => schemeFor(all, 'zhongyuan', year)?.version;
    expect([2019, 2020, 2023, 2024, 2025, 2026].map(chosen)).toEqual([undefined, 1, 1, 3, 3, 5]);
    expect(schemeFor(all, 'other', 2024)).toBeUndefined();
  });
});
