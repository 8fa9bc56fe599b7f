import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complianceOf } from '../../../shared/figures/compliance.ts';
import {
  type ComplianceRule,
  defaultComplianceRules,
  effectiveComplianceRules,
} from '../../../shared/figures/compliance-rules.ts';
import { measurable, ruleProblem, ruleSentence } from '../../../shared/figures/compliance-words.ts';
import { partsOf, quarterOfDay } from '../../../shared/figures/year-parts.ts';
import { kindOf } from '../../../shared/records/index.ts';
import { HandLedger, idsOf } from './ledger.ts';

const rule = (id: string): ComplianceRule => {
  const found = defaultComplianceRules.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

function lightsOf(ledger: HandLedger, which: ComplianceRule, today: string, streets = ['s1', 's2']) {
  const kind = kindOf(which.measure.kind);
  if (!kind) throw new Error(which.measure.kind);
  return complianceOf(which, streets, { kind, list: ledger.list, lookup: ledger.lookup, year: 2024, today });
}

describe('年度分段', () => {
  it('月、季、年连起来正好是一整年，不重不漏', () => {
    for (const length of ['month', 'quarter', 'year'] as const) {
      const parts = partsOf(2024, length);
      expect(parts[0]?.from).toBe('2024-01-01');
      expect(parts.at(-1)?.to).toBe('2024-12-31');
    }
    expect(partsOf(2024, 'month')[1]).toEqual({ id: '2024-02', label: '2月', from: '2024-02-01', to: '2024-02-29' });
    expect(partsOf(2023, 'quarter')[0]).toEqual({
      id: '2023-Q1',
      label: '一季度',
      from: '2023-01-01',
      to: '2023-03-31',
    });
    expect(['2024-03-31', '2024-04-01T09:00', '2024-12', '无'].map(quarterOfDay)).toEqual([
      '2024-Q1',
      '2024-Q2',
      '2024-Q4',
      '',
    ]);
  });
});

describe('街道达标灯', () => {
  it('每季至少 2 次微协商：达标、差几、进行中、未到期', () => {
    const ledger = new HandLedger();
    const micro = (id: string, start: string, values: object = {}) =>
      ledger.add('event', id, { start, status: '已结束', consultForm: '微协商', subdistrictOffice: 's1', ...values });
    micro('a', '2024-01-10T09:00');
    micro('b', '2024-03-31T15:00');
    micro('c', '2024-04-01T09:00');
    micro('planned', '2024-05-01T09:00', { status: '已通知' });
    micro('hall', '2024-05-02T09:00', { consultForm: '有事好商量' });
    micro('last year', '2023-12-31T09:00');
    micro('joint', '2024-08-01T09:00', { subdistrictOffice: undefined, subdistrictOffices: ['s2', 's1'] });
    micro('twice named', '2024-08-02T09:00', { subdistrictOffices: ['s1'] });
    const lights = lightsOf(ledger, rule('microConsultation'), '2024-07-15');
    const first = lights.get('s1') ?? [];
    expect(first.map(({ light, missing }) => [light, missing])).toEqual([
      ['met', 0],
      ['missed', 1],
      ['met', 0],
      ['ahead', 2],
    ]);
    expect(first.map(({ records }) => idsOf(records))).toEqual([['a', 'b'], ['c'], ['joint', 'twice named'], []]);
    expect((lights.get('s2') ?? []).map(({ light }) => light)).toEqual(['missed', 'missed', 'running', 'ahead']);
  });

  it('最后一天当天还是进行中，过了才算差', () => {
    const ledger = new HandLedger();
    const at = (today: string) => lightsOf(ledger, rule('monthlyOpinions'), today).get('s1')?.[2]?.light;
    expect([at('2024-02-29'), at('2024-03-01'), at('2024-03-31'), at('2024-04-01')]).toEqual([
      'ahead',
      'running',
      'running',
      'missed',
    ]);
  });

  it('任意登记：每条登记只在它那一段里，各段合起来就是全年的', () => {
    const days = fc
      .integer({ min: 0, max: 365 })
      .map((offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.tuple(days, fc.constantFrom('s1', 's2', 's3')), { maxLength: 60 }), (made) => {
        const ledger = new HandLedger();
        made.forEach(([receivedOn, subdistrictOffice], index) => {
          ledger.add('opinion', String(index), { receivedOn, subdistrictOffice });
        });
        const lights = lightsOf(ledger, rule('monthlyOpinions'), '2024-12-31', ['s1', 's2', 's3']);
        const counted = [...lights.values()].flat().flatMap(({ records }) => idsOf(records));
        expect([...counted].sort()).toEqual(
          made.flatMap(([day], index) => (day < '2025' ? [String(index)] : [])).sort(),
        );
        for (const cell of [...lights.values()].flat()) {
          expect(cell.light === 'met').toBe(cell.records.length >= 2);
          for (const { values } of cell.records) expect(String(values.receivedOn).slice(0, 7)).toBe(cell.part.id);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('规则是资料', () => {
  it('默认四条都能算，说得出自己怎么数', () => {
    for (const one of defaultComplianceRules) expect(ruleProblem(one)).toBeUndefined();
    expect(ruleSentence(rule('microConsultation'))).toBe(
      '每季至少 2 次：按“开始时间”数各街道的会议活动，状态是进行中、已结束、已归档，协商形式是微协商',
    );
  });

  it('没动过用默认；存过的照存的，坏的一条不影响别的', () => {
    expect(effectiveComplianceRules(undefined)).toBe(defaultComplianceRules);
    const own = { ...rule('monthlyActivity'), atLeast: 3 };
    expect(effectiveComplianceRules([own, { id: 'broken' }])).toEqual([own]);
    expect(effectiveComplianceRules([])).toEqual([]);
  });

  it('指向没有的登记、栏目时说得出原因', () => {
    const base = rule('microConsultation');
    const measure = (change: object) => ruleProblem({ ...base, measure: { ...base.measure, ...change } });
    expect(measure({ kind: 'ghost' })).toContain('不是一种登记');
    expect(measure({ dayField: 'title' })).toContain('日期栏目');
    expect(measure({ streetFields: ['venue'] })).toContain('不是街道栏目');
    expect(measure({ filters: [{ field: 'ghost', type: 'any', values: ['x'] }] })).toContain('没有“ghost”这个栏目');
  });

  it('有日期、有街道的登记都能选来数，没有街道的不能', () => {
    const event = kindOf('event');
    const term = kindOf('term');
    expect(event && measurable(event)?.streetFields).toEqual(['subdistrictOffice', 'subdistrictOffices']);
    expect(term && measurable(term)).toBeUndefined();
  });
});
