import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bulletinYears,
  formatSeriesNumber,
  gapCount,
  gapsOf,
  nextNumber,
  nextOf,
  publicationYears,
  type Register,
  readRegister,
  repeatsOf,
  seriesById,
  seriesYear,
} from '../../../shared/numbering/index.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';

const naming = { code: '示政协' };
const record = (kind: string, id: string, values: Values): StoredRecord => ({
  kind,
  id,
  values,
  rev: 1,
  createdAt: '2024-01-01T00:00:00.000Z',
  createdBy: '测试',
  updatedAt: '2024-01-01T00:00:00.000Z',
  updatedBy: '测试',
});
const paper = (id: string, number: string, values: Values = {}) =>
  record('officialDocument', id, { title: `公文${id}`, docType: '通知', state: '编号', number, ...values });

const read = (records: readonly StoredRecord[], setting?: unknown): Register =>
  readRegister((kind) => records.filter((one) => one.kind === kind), setting, naming);
const part = (register: Register, id: string, year: number) => {
  const series = seriesById(register, id);
  if (!series) throw new Error(`没有 ${id}`);
  return seriesYear(register, series, year);
};

describe('登记簿', () => {
  it('每年从1编起，各系列互不相干；漏号、重号、作废都看得见', () => {
    const register = read([
      paper('a', '示政协办〔2024〕1号'),
      paper('b', '示政协办[2024]第03号'),
      paper('c', '示政协办〔2024〕3号'),
      paper('d', '示政协办〔2024〕6号', { voidReason: '签发前撤回', voidedOn: '2024-03-01' }),
      paper('e', '示政协函〔2024〕2号'),
      paper('f', '示政协办〔2025〕1号'),
      paper('g', '雁渡政工〔2024〕9号'),
    ]);
    const office = part(register, 'office', 2024);
    expect(office.issued.map(({ n }) => n)).toEqual([1, 3, 3, 6]);
    expect(office.gaps).toEqual([
      { from: 2, to: 2 },
      { from: 4, to: 5 },
    ]);
    expect(office.missing).toBe(3);
    expect(office.repeats).toEqual([3]);
    expect(office.void).toBe(1);
    expect(office.next).toBe('示政协办〔2024〕7号');
    expect(part(register, 'office', 2025).next).toBe('示政协办〔2025〕2号');
    expect(part(register, 'letter', 2024).gaps).toEqual([{ from: 1, to: 1 }]);
    expect(register.issued.some(({ number }) => number.includes('政工'))).toBe(false);
  });

  it('会议里的纪要文号也是发出的号；登记簿里登记了同一份的，算一份，不算重号', () => {
    const event = record('event', 'e', {
      title: '第三十八次主席会议',
      subtype: '主席会议',
      start: '2024-02-26T09:00',
      minutesNumber: '38',
    });
    const other = record('event', 'x', {
      title: '另一次',
      start: '2024-03-26T09:00',
      minutesNumber: '示政协纪〔2024〕38号',
    });
    const alone = read([event]);
    expect(part(alone, 'minutes', 2024).issued.map(({ number, title }) => [number, title])).toEqual([
      ['示政协纪〔2024〕38号', '第三十八次主席会议纪要'],
    ]);
    const both = part(
      read([event, paper('p', '示政协纪〔2024〕38号', { events: ['e'], signer: '李桂兰' })]),
      'minutes',
      2024,
    );
    expect(both.repeats).toEqual([]);
    expect(both.issued).toHaveLength(1);
    expect(both.issued[0]).toMatchObject({ signer: '李桂兰', also: [{ id: 'e' }] });
    expect(part(read([event, other]), 'minutes', 2024).repeats).toEqual([38]);
  });

  it('规章制度的文号占号；表彰依据的决定引用多少次都是一个号', () => {
    const register = read([
      record('regulation', 'r', { title: '提案工作办法', number: '示政协〔2024〕1号' }),
      ...['1', '2', '3'].map((id) => record('award', id, { name: '优秀政协委员', decision: '示政协〔2024〕2号' })),
    ]);
    const file = part(register, 'file', 2024);
    expect(file.issued.map(({ n, cited }) => [n, cited ?? false])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(file.issued[1]?.also).toHaveLength(2);
    expect(file.repeats).toEqual([]);
    expect(file.next).toBe('示政协〔2024〕3号');
  });

  it('没有列入的系列按代字自成一列，起始号以前的不算漏号', () => {
    const found = read([paper('a', '示政协提纪〔2024〕2号')]);
    expect(part(found, '示政协提纪', 2024)).toMatchObject({ missing: 1, next: '示政协提纪〔2024〕3号' });
    const setting = [{ id: 'office', label: '办公室文件', pattern: '{代字}办〔{年}〕{号}号', starts: { '2026': 38 } }];
    expect(part(read([], setting), 'office', 2026).next).toBe('示政协办〔2026〕38号');
    const begun = part(read([paper('a', '示政协办〔2026〕40号')], setting), 'office', 2026);
    expect(begun.gaps).toEqual([{ from: 38, to: 39 }]);
    expect(part(read([], setting), 'office', 2025).next).toBe('示政协办〔2025〕1号');
  });
});

describe('任意的号码', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });

  it('漏号加上已有的号，正好是1到最大号，一个不多一个不少', () => {
    fc.assert(
      fc.property(numbers, (taken) => {
        const missing = gapsOf(taken).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        const highest = Math.max(0, ...taken);
        const all = [...missing, ...new Set(taken)].sort((a, b) => a - b);
        expect(all).toEqual(Array.from({ length: highest }, (_, index) => index + 1));
        expect(gapCount(gapsOf(taken))).toBe(missing.length);
        expect(nextOf(taken)).toBe(highest + 1);
        expect(repeatsOf(taken)).toEqual(
          [...new Set(taken)].filter((n) => taken.indexOf(n) !== taken.lastIndexOf(n)).sort((a, b) => a - b),
        );
      }),
    );
  });

  it('取号、作废、退号怎样交错，都不重号；漏号只在人为删去的地方', () => {
    const deed = fc.oneof(
      { weight: 5, arbitrary: fc.constant('take' as const) },
      { weight: 2, arbitrary: fc.constant('void' as const) },
      { weight: 2, arbitrary: fc.constant('back' as const) },
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        let records: StoredRecord[] = [];
        deeds.forEach((what, index) => {
          const register = read(records);
          const series = seriesById(register, 'office');
          if (!series) throw new Error('没有系列');
          const last = records.at(-1);
          if (what === 'take') {
            const { number, n } = nextNumber(register, series, 2024);
            expect(n).toBe(records.length + 1);
            records.push(paper(String(index), number));
          } else if (what === 'void' && last) {
            records = [...records.slice(0, -1), { ...last, values: { ...last.values, voidReason: '撤回' } }];
          } else if (what === 'back' && last && !last.values.voidReason) {
            records = records.slice(0, -1);
          }
        });
        const seen = part(read(records), 'office', 2024);
        expect(seen.repeats).toEqual([]);
        expect(seen.gaps).toEqual([]);
        expect(seen.issued.map(({ number }) => number)).toEqual(
          records.map((_, index) => formatSeriesNumber({ pattern: '{代字}办〔{年}〕{号}号' }, 2024, index + 1, naming)),
        );
      }),
    );
  });
});

describe('期刊期号', () => {
  const issue = (id: string, values: Values) =>
    record('bulletin', id, { publication: '信息专刊', year: 2024, ...values });

  it('正刊与增刊分开编号，漏号、重号和总期号都核对', () => {
    const list = (kind: string) =>
      kind === 'bulletin'
        ? [
            issue('1', { number: 1, totalNumber: 33 }),
            issue('2', { number: 2, totalNumber: 34 }),
            issue('4', { number: 4, totalNumber: 34 }),
            issue('s', { number: 1, supplement: true }),
            issue('4b', { number: 4, totalNumber: 36 }),
            issue('old', { year: 2023, number: 6, totalNumber: 32 }),
          ]
        : [];
    const [main, supplement] = publicationYears(list, 2024);
    expect(main).toMatchObject({ supplement: false, gaps: [{ from: 3, to: 3 }], repeats: [4], totalRepeats: [34] });
    expect(main?.totalGaps).toEqual([{ from: 35, to: 35 }]);
    expect(main?.disorder).toEqual(['4']);
    expect(supplement).toMatchObject({ supplement: true, gaps: [], repeats: [] });
    expect(bulletinYears(list)).toEqual([2024, 2023]);
  });
});
