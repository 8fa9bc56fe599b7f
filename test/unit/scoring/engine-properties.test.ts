import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ScoreEngine } from '../../../shared/scoring/engine.ts';
import { defaultSchemes } from '../../../shared/scoring/schemes/index.ts';
import { carryOut, deeds } from './random-deeds.ts';
import { ledgerSum, ScoringLedger, TODAY } from './scoring-ledger.ts';

describe.each(defaultSchemes.map((scheme) => [scheme.label, scheme] as const))('随意改动资料：%s', (_label, scheme) => {
  it('逐笔更新的结果与从头算的一样，变了分的都报出来，流水合计等于总分', () => {
    fc.assert(
      fc.property(deeds(40), (all) => {
        const ledger = new ScoringLedger().members('a', 'b');
        const engine = new ScoreEngine(scheme, 2024, ledger.world, TODAY);
        let before = new Map(engine.results().map((result) => [result.subject, result]));
        for (const one of all) {
          const touched = engine.apply(carryOut(ledger, one));
          const fresh = new ScoreEngine(scheme, 2024, ledger.world, TODAY).results();
          expect(engine.results()).toEqual(fresh);
          const after = new Map(fresh.map((result) => [result.subject, result]));
          for (const subject of new Set([...before.keys(), ...after.keys()]))
            if (JSON.stringify(before.get(subject)) !== JSON.stringify(after.get(subject)))
              expect(touched).toContain(subject);
          for (const result of fresh) expect(ledgerSum(result)).toBe(result.total);
          before = after;
        }
      }),
      { numRuns: 40 },
    );
  });
});
