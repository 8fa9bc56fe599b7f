import { describe, expect, it } from 'vitest';
import {
  defaultSeries,
  effectiveSeries,
  formatSeriesNumber,
  mergedSeries,
  minutesSeries,
  ownSeries,
  patternProblem,
  placeIn,
  type Series,
  seriesProblems,
} from '../../../shared/numbering/index.ts';

const naming = { code: '示政协' };
const of = (id: string): Series => {
  const found = defaultSeries.find((series) => series.id === id);
  if (!found) throw new Error(`没有 ${id}`);
  return found;
};

describe('文号系列', () => {
  it('各系列编出的文号：代字、〔年份〕、序号不加零', () => {
    const spoken = (id: string) => formatSeriesNumber(of(id), 2024, 7, naming);
    expect(spoken('minutes')).toBe('示政协纪〔2024〕7号');
    expect(spoken('file')).toBe('示政协〔2024〕7号');
    expect(spoken('office')).toBe('示政协办〔2024〕7号');
    expect(spoken('letter')).toBe('示政协函〔2024〕7号');
    expect(spoken('proposal')).toBe('示政提〔2024〕7号');
    expect(formatSeriesNumber({ pattern: '{代字}纪要{年}-{号:3}' }, 2024, 7, naming)).toBe('示政协纪要2024-007');
  });

  it('编出的文号都读得回来，别的系列读不走', () => {
    for (const series of defaultSeries) {
      const number = formatSeriesNumber(series, 2026, 123, naming);
      expect(placeIn(series, number, naming), number).toEqual({ year: 2026, n: 123 });
      const others = defaultSeries.filter((other) => other !== series && placeIn(other, number, naming));
      expect(
        others.map(({ id }) => id),
        number,
      ).toEqual([]);
    }
  });

  it('方括号、圆括号、前导零、“第”都认得；街道和部门的文号不是本单位的', () => {
    for (const typed of ['示政协办[2024]7号', '示政协办（2024）第007号', ' 示政协办〔2024〕7号 ']) {
      expect(placeIn(of('office'), typed, naming), typed).toEqual({ year: 2024, n: 7 });
    }
    for (const typed of ['雁渡政工〔2024〕7号', '示政协办〔2024〕号', '示政协办〔24〕7号', '7']) {
      expect(placeIn(of('office'), typed, naming), typed).toBeUndefined();
    }
  });

  it('规则里缺流水号、缺年份、有不认识的花括号，都说得出来；两个系列编出同样的文号要拒绝', () => {
    expect(patternProblem('{代字}办〔{年}〕号')).toContain('{号}');
    expect(patternProblem('{代字}办{号}号')).toContain('{年}');
    expect(patternProblem('{代字}办〔{年}〕{号}号{月}')).toContain('{月}');
    expect(patternProblem('{代字}办{年}{号}号')).toBeDefined();
    expect(patternProblem('{代字}办〔{年}〕{号:3}号')).toBeUndefined();
    const twin = { id: 'own', label: '又一种办公室文件', pattern: '{code}办〔{year}〕{n}号' };
    expect(Object.values(seriesProblems([...defaultSeries, twin], naming))).toEqual([
      '与“办公室文件”编出来的文号一样，会重号',
    ]);
    expect(seriesProblems(defaultSeries, naming)).toEqual({});
  });

  it('只存改过的，读不懂的设置不起作用，默认的一直在', () => {
    expect(ownSeries(defaultSeries)).toEqual([]);
    const changed = mergedSeries([{ ...of('office'), label: '机关文件', starts: { '2026': 38 } }]);
    expect(ownSeries(changed).map(({ id }) => id)).toEqual(['office']);
    expect(effectiveSeries(ownSeries(changed))).toEqual(changed);
    expect(effectiveSeries([{ id: 'office', label: '坏的', pattern: '没有流水号' }, null, 7])).toEqual(defaultSeries);
    expect(effectiveSeries('不是列表')).toEqual(defaultSeries);
  });

  it('各种会议的纪要各归各的系列', () => {
    expect(minutesSeries('全体会议')).toBe('minutesPlenary');
    expect(minutesSeries('常委会会议')).toBe('minutesStanding');
    expect(minutesSeries('主席会议')).toBe('minutes');
    expect(minutesSeries('党组会议')).toBe('minutesParty');
    expect(minutesSeries('专题协商会', '协商')).toBe('minutesConsultation');
    expect(minutesSeries('座谈会', '会议')).toBe('minutesTalk');
    expect(minutesSeries('专委会会议')).toBe('minutesCommittee');
  });
});
