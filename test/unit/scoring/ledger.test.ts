import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFiled } from '../../../shared/figures/proposal-year.ts';
import type { Diff, Transaction } from '../../../shared/records/record.ts';
import { ScoreEngine } from '../../../shared/scoring/engine.ts';
import { type LedgerLine, ledgerLines } from '../../../shared/scoring/ledger.ts';
import { SCHEMES_SETTING, type Scheme } from '../../../shared/scoring/scheme.ts';
import { schemeFor } from '../../../shared/scoring/schemes/index.ts';
import { zhongyuan } from '../../../shared/scoring/schemes/zhongyuan.ts';
import { carryOut, deeds } from './random-deeds.ts';
import { ScoringLedger, schemeOf, TODAY } from './scoring-ledger.ts';

const SETTING_KIND = 'setting';
const FILED = { id: 'proposal.filed', kind: 'proposal', words: '立案', fits: isFiled };

/** A journal as the library keeps it. */
class Journal {
  readonly transactions: Transaction[] = [];
  readonly ledger = new ScoringLedger();

  enter(diff: Diff, label = '修改'): void {
    const seq = this.transactions.length + 1;
    const at = `2024-05-01T00:00:${String(seq % 60).padStart(2, '0')}.000Z`;
    this.transactions.push({ seq, at, who: '甲', machine: 'm', label, origin: 'edit', diff });
  }

  setting(value: readonly Scheme[]): void {
    this.enter(this.ledger.put(SETTING_KIND, SCHEMES_SETTING, { value }), '施行计分方案');
  }

  lines(subject: string, scheme: string, transactions: readonly Transaction[] = this.transactions) {
    return ledgerLines({
      subject,
      scheme,
      year: 2024,
      today: TODAY,
      transactions,
      settingKind: SETTING_KIND,
      rulesOver: () => (name) => (name === FILED.id ? FILED : undefined),
    });
  }
}

const cents = (all: readonly LedgerLine[]): number =>
  all.reduce((sum, { entry, sign }) => sum + Math.round(entry.counted * 100) * sign, 0) / 100;
const standing = (all: readonly LedgerLine[]) => all.filter(({ status }) => status === '有效');

describe('计分流水', () => {
  const own = schemeOf(
    [
      {
        label: '来稿',
        points: 4,
        cap: 6,
        trigger: { type: 'record', kind: 'opinion', day: 'receivedOn', where: [], who: [{ field: 'lead' }] },
      },
    ],
    { base: 60, sections: [{ id: 'S', label: '一类', kind: 'basic', start: 5 }] },
  );

  it('改了就冲销旧的、记上新的；删了冲销；换了方案按新版重记；旧行一字不动', () => {
    const journal = new Journal();
    const { ledger } = journal;
    journal.setting([own]);
    journal.enter(ledger.put('member', 'a', { person: 'p' }), '新增委员');
    journal.enter(ledger.put('opinion', '1', { receivedOn: '2024-02-01', lead: 'a' }), '登记来稿');
    journal.enter(ledger.put('opinion', '2', { receivedOn: '2024-03-01', lead: 'a' }), '登记来稿');
    const early = journal.lines('a', 'test');
    journal.enter(ledger.put('opinion', '1', { receivedOn: '2024-04-01', lead: 'a' }), '改日期');
    journal.enter(ledger.remove('opinion', '2'), '删除来稿');
    journal.setting([own, { ...own, version: 2, items: own.items.map((item) => ({ ...item, points: 5 })) }]);
    const lines = journal.lines('a', 'test');
    const told = lines.map(({ entry, sign, status, schemeVersion, transaction, reverses }) =>
      [transaction, entry.item, sign * entry.counted, status, `v${schemeVersion}`, reverses ?? ''].join(' ').trim(),
    );
    expect(told).toEqual([
      '2 base 60 有效 v1',
      '2 start/S 5 有效 v1',
      '3 I1 4 已冲销 v1',
      '4 I1 2 已冲销 v1',
      '5 I1 -4 冲销 v1 3',
      '5 I1 -2 冲销 v1 4',
      '5 I1 4 已冲销 v1',
      '5 I1 2 已冲销 v1',
      '6 I1 -4 冲销 v1 7',
      '6 I1 -2 冲销 v1 8',
      '6 I1 4 已冲销 v1',
      '7 I1 -4 冲销 v1 11',
      '7 I1 5 有效 v2',
    ]);
    const untouched = ({ seq, entry, sign, schemeVersion, who, at, label }: LedgerLine) => [
      seq,
      entry,
      sign,
      schemeVersion,
      who,
      at,
      label,
    ];
    expect(lines.slice(0, early.length).map(untouched)).toEqual(early.map(untouched));
    expect(lines.at(-1)).toMatchObject({ seq: 13, who: '甲', label: '施行计分方案' });
    expect(cents(lines)).toBe(70);
  });

  it('随意改动资料以后，有效的各行、全部各行连正负号，合计都等于总分', () => {
    const cheaper: Scheme = {
      ...zhongyuan,
      version: 2,
      prorate: false,
      base: 3,
      items: zhongyuan.items.map((item) => ({ ...item, points: item.points * 0.5 })),
    };
    fc.assert(
      fc.property(deeds(40), fc.boolean(), (all, changes) => {
        const journal = new Journal();
        for (const id of ['a', 'b', 'c', 'd']) journal.enter(journal.ledger.put('member', id, { person: 'p1' }));
        for (const [index, deed] of all.entries()) {
          journal.enter(carryOut(journal.ledger, deed));
          if (changes && index === 20) journal.setting([cheaper]);
        }
        const setting = changes && all.length > 20 ? [cheaper] : [];
        const scheme = schemeFor([zhongyuan, ...setting], 'zhongyuan', 2024) ?? zhongyuan;
        const engine = new ScoreEngine(scheme, 2024, journal.ledger.world, TODAY);
        for (const subject of ['a', 'b', 'c', 'd']) {
          const lines = journal.lines(subject, 'zhongyuan');
          const total = engine.result(subject)?.total ?? 0;
          expect(cents(lines)).toBe(total);
          expect(cents(standing(lines))).toBe(total);
          expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
          const taken = lines.flatMap(({ reverses }) => reverses ?? []);
          expect(new Set(taken).size).toBe(taken.length);
          expect(lines.filter(({ status }) => status === '已冲销').map(({ seq }) => seq)).toEqual(
            taken.sort((x, y) => x - y),
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});
