import { beforeAll, describe, expect, it } from 'vitest';
import type { FigureDefinition, Measure } from '../../../shared/figures/definition.ts';
import { defaultFigures } from '../../../shared/figures/definitions/index.ts';
import { type FigureResult, yearPeriod } from '../../../shared/figures/figure-result.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { atomsOf, type Edit, movedTo } from './figure-breaking.ts';
import { type Counter, counterOf, idsOf, type Shelf, said, sampleShelf, withRare, YEAR } from './figure-fixtures.ts';

let sample: Shelf;
beforeAll(async () => {
  sample = withRare(await sampleShelf());
});

const THIS = yearPeriod(YEAR);
const LAST = yearPeriod(YEAR - 1);
const named = defaultFigures.map((figure) => [figure.id, figure] as const);
const now = (counter: Counter, { id }: FigureDefinition) => said(counter.engine, id, THIS);
/** The number as it is shown: a share is not only its percent. */
const number = ({ value, met, of }: FigureResult) => JSON.stringify([value, met, of]);

/** Counted by following the changes, and from the beginning: both must be the same. */
function told(counter: Counter, shelf: Shelf, figure: FigureDefinition): FigureResult {
  const followed = now(counter, figure);
  const anew = now(counterOf(shelf, [figure]), figure);
  expect(followed).toEqual(anew);
  return followed;
}

const apply = (counter: Counter, edits: readonly Edit[]) => {
  for (const [kind, id, values] of edits) counter.put(kind, id, values);
};

/** Puts everything back as the sample has it. */
const restore = (counter: Counter, edits: readonly Edit[]) => {
  for (const [kind, id] of edits) counter.put(kind, id, sample.lookup(kind, id)?.values);
};

/** A record without which the number is another one: of things counted once, one that nothing else stands for. */
function deciding(figure: FigureDefinition): StoredRecord {
  const known = decided.get(figure.id) ?? search(figure);
  decided.set(figure.id, known);
  return known;
}

const decided = new Map<string, StoredRecord>();

function search(figure: FigureDefinition): StoredRecord {
  const shelf = sample.copy();
  const counter = counterOf(shelf, [figure]);
  const before = now(counter, figure);
  for (const { kind, id } of before.evidence) {
    const record = shelf.lookup(kind, id);
    counter.put(kind, id, undefined);
    const after = now(counter, figure);
    if (record && number(after) !== number(before)) return record;
    counter.put(kind, id, record?.values);
  }
  throw new Error(`${figure.id}: no record decides the number`);
}

describe('每个指标：增、删、改、移年，数和清单跟着变', () => {
  it.each(named)('%s 删一条少一条，放回去复原', (_id, figure) => {
    const shelf = sample.copy();
    const counter = counterOf(shelf, [figure]);
    const before = told(counter, shelf, figure);
    const record = deciding(figure);
    const changed = counter.put(record.kind, record.id, undefined);
    const after = told(counter, shelf, figure);
    expect([...changed]).toEqual([figure.id]);
    expect(idsOf(after)).toEqual(idsOf(before).filter((id) => id !== record.id));
    expect(number(after)).not.toBe(number(before));
    counter.put(record.kind, record.id, record.values);
    expect(told(counter, shelf, figure)).toEqual(before);
  });

  it.each(named.filter(([, { query }]) => query.when.type === 'day' || query.when.from !== undefined))(
    '%s 改到别的年度就不在这一年',
    (_id, figure) => {
      const shelf = sample.copy();
      const counter = counterOf(shelf, [figure]);
      const before = told(counter, shelf, figure);
      const record = deciding(figure);
      const standing = figure.query.when.type === 'standing';
      // What stands is there from its day on: it leaves the year by beginning later.
      const edits = movedTo(shelf, record, figure, standing ? YEAR + 1 : YEAR - 1);
      expect(edits.length).toBeGreaterThan(0);
      apply(counter, edits);
      const after = told(counter, shelf, figure);
      expect(idsOf(after)).not.toContain(record.id);
      expect(number(after)).not.toBe(number(before));
      const there = said(counter.engine, figure.id, standing ? yearPeriod(YEAR + 1) : LAST);
      expect(idsOf(there)).toContain(record.id);
      restore(counter, edits);
      expect(told(counter, shelf, figure)).toEqual(before);
    },
  );

  it.each(named)('%s 每个条件都改掉一次：不合的出去，改回来又在', (_id, figure) => {
    const record = deciding(figure);
    for (const atom of atomsOf(figure)) {
      const shelf = sample.copy();
      const counter = counterOf(shelf, [figure]);
      const before = told(counter, shelf, figure);
      const edits = atom.broken(shelf, record);
      apply(counter, edits);
      const after = told(counter, shelf, figure);
      // A branch of “或者” that stands alone keeps the record in.
      if (atom.words.startsWith('或者')) expect(idsOf(after), atom.words).toContain(record.id);
      else expect(number(after), atom.words).not.toBe(number(before));
      restore(counter, edits);
      expect(told(counter, shelf, figure), atom.words).toEqual(before);
    }
  });
});

describe('还没有做成的不算', () => {
  /** Kind, and the values under which its records are not yet, or no longer, what a report counts. */
  const NOT_YET: readonly (readonly [kind: string, values: Values])[] = [
    ['event', { status: '拟办' }],
    ['event', { status: '已通知' }],
    ['event', { status: '延期' }],
    ['event', { status: '取消' }],
    ['contribution', { review: '待核' }],
    ['contribution', { review: '不予认定' }],
    ['regulation', { state: '征求意见' }],
    ['regulation', { action: '废止' }],
    ['proposal', { state: '草稿' }],
    ['bulletin', { state: '组稿', printedOn: undefined }],
  ];
  const cases = NOT_YET.flatMap(([kind, values]) =>
    defaultFigures
      .filter(({ query }) => query.kind === kind)
      .map((figure) => [figure.id, Object.values(values)[0], values, figure] as const),
  );

  it.each(cases)('%s：%s', (_id, _word, values, figure) => {
    const shelf = sample.copy();
    const counter = counterOf(shelf, [figure]);
    const record = deciding(figure);
    counter.put(record.kind, record.id, { ...record.values, ...values });
    expect(idsOf(told(counter, shelf, figure))).not.toContain(record.id);
  });

  it('取消了的会议，会上的建议也不算', () => {
    for (const figure of defaultFigures.filter(({ id }) => /\.SUG$/u.test(id))) {
      const shelf = sample.copy();
      const counter = counterOf(shelf, [figure]);
      const meeting = String(deciding(figure).values.event);
      counter.put('event', meeting, { ...shelf.lookup('event', meeting)?.values, status: '取消' });
      expect(idsOf(told(counter, shelf, figure)), figure.id).not.toContain(deciding(figure).id);
    }
  });
});

describe('没有摆设的条件：去掉、反过来、换个数法，数就变', () => {
  it.each(named)('%s', (_id, figure) => {
    const record = deciding(figure);
    for (const atom of atomsOf(figure)) {
      const shelf = sample.copy();
      apply(counterOf(shelf, []), atom.broken(shelf, record));
      const right = now(counterOf(shelf, [figure]), figure);
      const [without, opposite] = [atom.dropped, atom.negated].map((wrong) => now(counterOf(shelf, [wrong]), wrong));
      expect(number(without ?? right), atom.words).not.toBe(number(right));
      // As many may fail a condition as fulfil it: then the number is the same by chance, and made of others.
      expect(opposite, atom.words).not.toEqual(right);
    }
  });

  it.each(named.filter(([, { query }]) => query.when.type === 'day'))('%s 的日期', (_id, figure) => {
    const shelf = sample.copy();
    apply(counterOf(shelf, []), movedTo(shelf, deciding(figure), figure, YEAR - 1));
    const always: FigureDefinition = { ...figure, query: { ...figure.query, when: { type: 'standing' } } };
    const right = number(now(counterOf(shelf, [figure]), figure));
    expect(number(now(counterOf(shelf, [always]), always))).not.toBe(right);
  });

  it.each(named.flatMap(([id, figure]) => otherMeasures(figure).map((one) => [id, one.words, figure, one] as const)))(
    '%s 的数法：%s',
    (_id, _words, figure, { measure, decoy }) => {
      const shelf = sample.copy();
      apply(counterOf(shelf, []), decoy(shelf, deciding(figure)));
      const wrong: FigureDefinition = { ...figure, query: { ...figure.query, measure } };
      const right = number(now(counterOf(shelf, [figure]), figure));
      expect(number(now(counterOf(shelf, [wrong]), wrong))).not.toBe(right);
    },
  );
});

interface OtherMeasure {
  readonly words: string;
  readonly measure: Measure;
  readonly decoy: (shelf: Shelf, record: StoredRecord) => readonly Edit[];
}

/** Ways to count that are wrong for this figure, with what makes the difference seen. */
function otherMeasures({ query: { measure, kind } }: FigureDefinition): readonly OtherMeasure[] {
  const again = (_shelf: Shelf, { id, values }: StoredRecord): readonly Edit[] => [[kind, `${id} again`, values]];
  const nothing = () => [];
  const count: Measure = { type: 'count' };
  switch (measure.type) {
    case 'count':
      return [];
    case 'distinct':
      return [{ words: '按条数', measure: count, decoy: again }];
    case 'rows':
      return [{ words: '按条数', measure: count, decoy: nothing }];
    case 'sum': {
      const { once: _once, divide: _divide, ...rest } = measure;
      return [
        { words: '按条数', measure: count, decoy: nothing },
        ...(measure.once === undefined
          ? []
          : [{ words: '不去重', measure: { ...measure, once: undefined }, decoy: nothing }]),
        ...(measure.divide === undefined ? [] : [{ words: '不换单位', measure: rest, decoy: nothing }]),
      ];
    }
    case 'share':
      return [
        {
          words: measure.show === 'met' ? '按百分比' : '按个数',
          measure: { ...measure, show: measure.show === 'met' ? 'percent' : 'met' },
          decoy: nothing,
        },
        { words: '不分子母', measure: count, decoy: nothing },
      ];
  }
}
