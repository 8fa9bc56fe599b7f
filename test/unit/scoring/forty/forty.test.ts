import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { namedRules } from '../../../../shared/figures/named-rules.ts';
import { LiveWorld } from '../../../../shared/records/conditions/index.ts';
import { ScoreEngine } from '../../../../shared/scoring/engine.ts';
import type { Item, Scheme } from '../../../../shared/scoring/scheme.ts';
import { defaultSchemes } from '../../../../shared/scoring/schemes/index.ts';
import { fortyLedger } from './build.ts';
import { members } from './members.ts';
import { SCHEME_IDS, type SchemeId, WORKSHEETS } from './sheets.ts';
import { totals } from './totals.ts';
import { workOf } from './work.ts';

const YEAR = 2025;
const TODAY = '2026-02-01';

const ledger = fortyLedger();
const world = new LiveWorld({ list: ledger.list, lookup: ledger.lookup, rule: namedRules(workOf(ledger, TODAY)) });

const schemeOf = (id: SchemeId): Scheme => {
  const found = defaultSchemes.find((scheme) => scheme.id === id);
  if (!found) throw new Error(`no scheme ${id}`);
  return found;
};

const totalsBy = (scheme: Scheme): readonly (readonly [member: string, total: number | undefined])[] => {
  const engine = new ScoreEngine(scheme, YEAR, world, TODAY);
  return members.map(({ id }) => [id, engine.result(id)?.total]);
};

const expected = (id: SchemeId) => members.map((one) => [one.id, totals.get(one.id)?.[id]]);

describe.each(SCHEME_IDS)('四十名委员手算：%s', (id) => {
  const scheme = schemeOf(id);
  const engine = new ScoreEngine(scheme, YEAR, world, TODAY);

  it('程序算出的总分与手算的一致', () => {
    expect(totalsBy(scheme)).toEqual(expected(id));
  });

  it('算草稿纸的总分与手算的一致', () => {
    expect(members.map((one) => [one.id, WORKSHEETS[id](one)])).toEqual(expected(id));
  });

  it('流水各行相加，加上起评分和各类起始分，等于总分', () => {
    const starts = scheme.sections.reduce((sum, { start = 0 }) => sum + start, 0);
    for (const member of members) {
      const result = engine.result(member.id);
      const cents = (result?.entries ?? []).reduce((sum, { counted }) => sum + Math.round(counted * 100), 0);
      const months = scheme.prorate ? (result?.months ?? 12) / 12 : 1;
      expect([member.id, cents / 100 + scheme.base + starts * months]).toEqual([member.id, result?.total]);
    }
  });

  it('每一行都能打开它的来源记录', () => {
    for (const { entries, subject } of engine.results()) {
      for (const entry of entries) {
        expect(entry.subject).toBe(subject);
        for (const { kind, id: source } of entry.sources) expect(world.lookup(kind, source)).toBeDefined();
        if (entry.points !== 0 && !isNone(scheme, entry.item)) expect(entry.sources.length).toBeGreaterThan(0);
      }
    }
  });
});

const isNone = ({ items }: Scheme, code: string): boolean =>
  items.find((item) => item.code === code)?.trigger.type === 'none';

/** Changes of an item a careless hand could make; every one of them must show. */
function spoilt(item: Item): readonly (readonly [change: string, item: Item])[] {
  const { trigger } = item;
  const halved = {
    ...item,
    points: item.points / 2,
    tiers: item.tiers?.map((tier) => ({ ...tier, points: tier.points / 2 })),
  };
  const without = (['limit', 'startAt', 'joint', 'only', 'exclusive', 'quantity'] as const).filter((key) => item[key]);
  return [
    ['points', halved],
    ...(item.cap === undefined ? [] : [['cap', { ...item, cap: item.cap / 2 }] as const]),
    ...without.map((key) => [key, { ...item, [key]: undefined }] as const),
    ...('where' in trigger
      ? trigger.where.map((condition, left) => {
          const where = trigger.where.filter((_, index) => index !== left);
          return [JSON.stringify(condition), { ...item, trigger: { ...trigger, where } }] as const;
        })
      : []),
  ];
}

/** The default scheme has tests of its own. */
const PUBLISHED = SCHEME_IDS.filter((id) => id !== 'zhongyuan');

/**
 * What no table can show: two plenaries a year take at most 60 of the 70 points, and one plenary alone fills the cap of
 * its section.
 */
const OUT_OF_REACH: readonly string[] = ['jinan duty floor', 'tongcheng H1 limit'];

describe.each(PUBLISHED)('方案里每一项都管用：%s', (id) => {
  const scheme = schemeOf(id);
  const scored = scheme.items.filter(
    ({ trigger, points, tiers }) => trigger.type !== 'manual' && (points !== 0 || tiers),
  );

  it.each(scored.map((item) => [item.code, item] as const))('改动项目 %s 会改变某名委员的总分', (code, item) => {
    const silent = spoilt(item).flatMap(([change, changed]) => {
      const items = scheme.items.map((one) => (one.code === code ? changed : one));
      return isDeepStrictEqual(totalsBy({ ...scheme, items }), expected(id)) ? [`${id} ${code} ${change}`] : [];
    });
    expect(silent.filter((one) => !OUT_OF_REACH.includes(one))).toEqual([]);
  });

  it('改动任何一类的起始分、封顶、最低分，会改变某名委员的总分', () => {
    const silent = scheme.sections.flatMap((section) =>
      (['start', 'cap', 'floor'] as const).flatMap((key) => {
        if (section[key] === undefined) return [];
        const value = key === 'floor' ? -100 : section[key] / 2;
        const sections = scheme.sections.map((one) => (one.id === section.id ? { ...one, [key]: value } : one));
        return isDeepStrictEqual(totalsBy({ ...scheme, sections }), expected(id)) ? [`${id} ${section.id} ${key}`] : [];
      }),
    );
    expect(silent.filter((one) => !OUT_OF_REACH.includes(one))).toEqual([]);
  });
});
