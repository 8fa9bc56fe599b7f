import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFigures } from '../../../shared/figures/definitions/index.ts';
import {
  bodyLines,
  composeReport,
  defaultSentences,
  effectiveSentences,
  joinedTo,
  judgePlaces,
  keep,
  ownSentences,
  placeProblems,
  placesOf,
  plainReport,
  type ReportFigure,
  segmentsOf,
  take,
  takenIn,
  withoutStrays,
  written,
} from '../../../shared/figures/reports/index.ts';
import { plainFigures } from '../../support/plain-figures.ts';

const figure = (id: string, value: number, more: Partial<ReportFigure> = {}): ReportFigure => ({
  id,
  label: id,
  group: '组',
  unit: '条',
  rule: '',
  value,
  text: String(value),
  last: value,
  ...more,
});
const known = (...figures: ReportFigure[]) => new Map(figures.map((one) => [one.id, one]));
const NOW = '2024-12-06T09:30';
const all = () => true;

describe('报告里的指标', () => {
  it('认得出指标和写法，中英文都行；花括号不成对的照原样', () => {
    const text = '收集{SQ.IN}、上年{SQ.IN:上年}、{SQ.IN:change}、{SQ.IN：精确}，{没有完';
    expect(placesOf(text).map(({ figure: id, form }) => [id, form])).toEqual([
      ['SQ.IN', ''],
      ['SQ.IN', '上年'],
      ['SQ.IN', '增减'],
      ['SQ.IN', '精确'],
    ]);
    expect(
      segmentsOf(text)
        .map(({ start, end }) => text.slice(start, end))
        .join(''),
    ).toBe(text);
  });

  it('任何文字拆开再拼起来都是原文', () => {
    const piece = fc.constantFrom('{', '}', 'SQ.IN', ':', '上年', '，', '条', '｛', '｝', ' ');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(
          segmentsOf(text)
            .map(({ start, end }) => text.slice(start, end))
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('写法：按表述、精确、上年、增减', () => {
    const more = figure('A', 54, { unit: '次', text: '50多', last: 60 });
    expect(written(more, '').text).toBe('50多次');
    expect(written(more, '精确').text).toBe('54次');
    expect(written(more, '上年').text).toBe('60次');
    expect(written(more, '增减').text).toBe('减少6次');
    expect(written(figure('A', 5, { last: 5 }), '增减').text).toBe('与上年持平');
    expect(written(figure('A', 98.5, { unit: '%', last: 97.3 }), '增减').text).toBe('提高1.2个百分点');
    expect(written(figure('A', 20_600, { unit: '万元', text: '超2亿' }), '').text).toBe('超2亿元');
    expect(written(figure('A', 366.8, { unit: '万元', text: '360多' }), '').text).toBe('360多万元');
  });

  it('句子自己写了单位，就不写两遍；“人民”不是单位', () => {
    expect(`${joinedTo('294条', '条', '条，')}条，`).toBe('294条，');
    expect(joinedTo('14个街道', '个街道', '街道的')).toBe('14个');
    expect(joinedTo('14个街道', '个街道', '的')).toBe('14个街道');
    expect(joinedTo('3人', '人', '人民陪审员')).toBe('3人');
  });
});

describe('取数和数已变', () => {
  const text = '收集{A}，上年{A:上年}，{B}。';

  it('取过的是一致，变了就说数已变，取了又一致', () => {
    const before = known(figure('A', 294, { last: 250 }), figure('B', 3));
    const taken = take(text, [], before, NOW, all);
    expect(judgePlaces(text, taken, before).map(({ state }) => state)).toEqual(['fresh', 'fresh', 'fresh']);
    const after = known(figure('A', 293, { last: 250 }), figure('B', 3));
    const judged = judgePlaces(text, taken, after);
    expect(judged.map(({ state }) => state)).toEqual(['stale', 'fresh', 'fresh']);
    expect([judged[0]?.taken?.text, judged[0]?.now?.text]).toEqual(['294条', '293条']);
    // What was taken stands in the text until the clerk takes the new number.
    expect(plainReport(text, taken, after)).toBe('收集294条，上年250条，3条。');
    const mended = take(text, taken, after, NOW, ({ state }) => state === 'stale');
    expect(plainReport(text, mended, after)).toBe('收集293条，上年250条，3条。');
    expect(judgePlaces(text, mended, after).every(({ state }) => state === 'fresh')).toBe(true);
  });

  it('保留原数要有理由；台账再变，又提示', () => {
    const taken = take(text, [], known(figure('A', 294), figure('B', 3)), NOW, all);
    const [place] = judgePlaces(text, taken, known(figure('A', 293, { last: 294 }), figure('B', 3)));
    if (!place) throw new Error('there is a place');
    const kept = keep(taken, place, '会上已经报过');
    const state = (value: number) =>
      judgePlaces(text, kept, known(figure('A', value, { last: 294 }), figure('B', 3)))[0]?.state;
    expect(state(293)).toBe('kept');
    expect(state(292)).toBe('stale');
    expect(state(294)).toBe('fresh');
  });

  it('没有的指标说得出在哪里，没取数的照原样留着', () => {
    const [unknown] = judgePlaces('共{没有}件', [], known());
    expect(unknown?.state).toBe('unknown');
    expect(plainReport('共{没有}件', [], known())).toBe('共{没有}件');
    expect(placeProblems('共{没有}件，{A:明年}', new Set(['A'])).map(({ message }) => message)).toEqual([
      '没有“没有”这个指标（{没有}）',
      '没有“明年”这种写法（{A:明年}），可用：精确、上年、增减',
    ]);
  });

  it('稿里删掉的指标，记下的数也去掉；坏了的行不读', () => {
    const taken = take(text, [], known(figure('A', 1), figure('B', 2)), NOW, all);
    expect(withoutStrays('只剩{B}', taken).map(({ figure: id }) => id)).toEqual(['B']);
    expect(takenIn([{ figure: 'A', text: '1条' }, { figure: 3 }, { figure: 'B', text: '2', form: '怪' }])).toEqual([
      { figure: 'A', form: '', text: '1条' },
    ]);
  });
});

describe('年度报告的常用句', () => {
  it('句子里用到 C.2 的全部六十个指标，没有不认得的', () => {
    const used = new Set(defaultSentences.flatMap(({ text }) => placesOf(text).map(({ figure: id }) => id)));
    const codes = plainFigures(
      () => [],
      () => undefined,
      '2024',
    ).map(([code]) => code);
    expect(codes.filter((code) => !used.has(code))).toEqual([]);
    for (const code of ['XS.BASE.CASE', 'VEN.FULL', 'SQ.NATION']) expect(used).toContain(code);
    expect(used.size).toBeGreaterThanOrEqual(60);
    const ids = new Set(defaultFigures.map(({ id }) => id));
    for (const { id, text } of defaultSentences) expect(placeProblems(text, ids), id).toEqual([]);
  });

  it('改过的和自己加的才存，读回来和改的一样；坏的不要', () => {
    const [first, ...rest] = defaultSentences;
    const own = { id: '自一', section: '自己的', part: '段', text: '{SQ.IN}。' };
    const edited = [...(first ? [{ ...first, text: '改过{SQ.IN}。' }] : []), ...rest, own];
    const stored = ownSentences(edited);
    expect(stored.map(({ id }) => id)).toEqual([first?.id, '自一']);
    expect(effectiveSentences(stored)).toEqual(edited);
    expect(effectiveSentences([{ id: 1 }, null, ...stored])).toEqual(edited);
    expect(effectiveSentences('坏的')).toEqual(defaultSentences);
    expect(ownSentences(defaultSentences)).toEqual([]);
  });

  it('初稿按标题、段落排好，停用的句子不放进去', () => {
    const sentences = [
      { id: '1', section: '甲', part: '一', text: '句一。' },
      { id: '2', section: '甲', part: '一', text: '句二。' },
      { id: '3', section: '乙', part: '二', text: '句三。' },
      { id: '4', section: '乙', part: '二', text: '句四。', retired: true },
    ];
    const lines = bodyLines(composeReport(sentences, 2024));
    expect(lines.map(({ role, text }) => [role, text]).slice(2)).toEqual([
      ['heading1', '一、甲'],
      ['body', '句一。句二。'],
      ['heading1', '二、乙'],
      ['body', '句三。'],
    ]);
    expect(lines[0]?.role).toBe('salutation');
  });

  it('标题按公文的层次认；以数字开头的段落不是标题', () => {
    const roles = (text: string) => bodyLines(text).map(({ role }) => role);
    expect(roles('一、甲\n（一）乙\n1.丙\n（1）丁\n3.5万字的书出版了。')).toEqual([
      'heading1',
      'heading2',
      'heading3',
      'heading4',
      'body',
    ]);
    expect(roles('一、要坚持党的领导。全年做了很多事。')).toEqual(['body']);
  });
});
