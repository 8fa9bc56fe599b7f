import { describe, expect, it } from 'vitest';
import { NAMED_RULES, namedRules } from '../../../../shared/figures/named-rules.ts';
import { LiveWorld } from '../../../../shared/records/conditions/index.ts';
import { SCHEME_NAMES } from '../../../../shared/records/enumerations/scoring.ts';
import { ScoreEngine } from '../../../../shared/scoring/engine.ts';
import { schemeProblem } from '../../../../shared/scoring/scheme-problem.ts';
import { schemeSchema } from '../../../../shared/scoring/scheme-schema.ts';
import { defaultSchemes } from '../../../../shared/scoring/schemes/index.ts';
import { fortyLedger } from './build.ts';
import { workOf } from './work.ts';

const TODAY = '2026-02-01';
const ledger = fortyLedger();
const world = new LiveWorld({ list: ledger.list, lookup: ledger.lookup, rule: namedRules(workOf(ledger, TODAY)) });

function resultOf(id: string, member: string, today = TODAY) {
  const scheme = defaultSchemes.find((one) => one.id === id);
  return scheme && new ScoreEngine(scheme, 2025, world, today).result(member);
}

describe('方案是数据', () => {
  it.each(defaultSchemes.map((scheme) => [scheme.label, scheme] as const))(
    '%s：写成文字再读回来一样，没有毛病',
    (_, scheme) => {
      expect(schemeSchema.parse(JSON.parse(JSON.stringify(scheme)))).toEqual(JSON.parse(JSON.stringify(scheme)));
      expect(schemeProblem(scheme, new Set(NAMED_RULES.map(({ id }) => id)))).toBeUndefined();
    },
  );

  it('编号不重复，名称不重复', () => {
    expect(new Set(defaultSchemes.map(({ id }) => id)).size).toBe(defaultSchemes.length);
    expect(new Set(defaultSchemes.map(({ label }) => label)).size).toBe(defaultSchemes.length);
  });

  it('人工计分认得每一个方案的名称', () => {
    expect(Object.keys(SCHEME_NAMES).sort()).toEqual(defaultSchemes.map(({ id }) => id).sort());
  });

  it('外地的方案只作草案，不会自己生效', () => {
    const inForce = defaultSchemes.filter(({ status }) => status === 'inForce').map(({ id }) => id);
    expect(inForce).toEqual(['zhongyuan', 'street', 'handlingUnit', 'proposalQuality', 'handlingQuality']);
  });
});

describe('等次与基本要求', () => {
  it.each([
    ['zhongyuan', 'm01', '优秀', []],
    ['zhongyuan', 'm22', '不称职', ['全体会议两次无故缺席']],
    ['anqing', 'm02', '优秀', []],
    ['anqing', 'm11', '优秀', []],
    ['anqing', 'm38', '良好', []],
    ['anqing', 'm32', '不称职', []],
    ['tongcheng', 'm04', '不合格', []],
    ['tongcheng', 'm06', '合格', []],
    ['minhang', 'm19', '达到基本要求', []],
    [
      'minhang',
      'm40',
      '未达到基本要求',
      ['日常会议、活动不足3次', '没有提交提案', '没有提交社情民意信息', '没有参加全体会议'],
    ],
    ['minhang', 'm33', '未达到基本要求', ['没有提交社情民意信息']],
    ['jinan', 'm19', '优秀', []],
    ['jinan', 'm01', '优秀', []],
    ['jinan', 'm02', '称职', []],
    // 70 points stand, but none of the three duties was done.
    [
      'jinan',
      'm40',
      '不称职',
      [
        '没有参加全体会议（三个一）',
        '没有提交提案，也没有反映社情民意（三个一）',
        '没有参加视察、调研等活动（三个一）',
      ],
    ],
    ['jinan', 'm25', '不称职', ['没有参加全体会议（三个一）', '没有参加视察、调研等活动（三个一）']],
    ['jinan', 'm31', '不称职', ['常委参加常委会议不足3次（三个一）']],
    ['dongcheng', 'm15', '不称职', []],
    ['dongcheng', 'm40', '称职', []],
    ['hefei', 'm19', '优秀', []],
    ['hefei', 'm15', '称职', []],
  ])('%s %s：%s', (scheme, member, grade, vetoes) => {
    const result = resultOf(scheme, member);
    expect([result?.grade, result?.vetoes.map(({ label }) => label)]).toEqual([grade, vetoes]);
  });

  it('年度没有结束，不说谁没有达到基本要求', () => {
    expect(resultOf('minhang', 'm40', '2025-06-30')?.vetoes).toEqual([]);
    expect(resultOf('minhang', 'm40', '2025-06-30')?.grade).toBe('达到基本要求');
  });

  it('新任、离任的委员按在任月份折算', () => {
    expect(['m30', 'm31', 'm39', 'm01'].map((member) => resultOf('zhongyuan', member)?.months)).toEqual([6, 3, 3, 12]);
  });
});
