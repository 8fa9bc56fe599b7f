import { beforeAll, describe, expect, it } from 'vitest';
import { type FigureDefinition, figureDefinition } from '../../../shared/figures/definition.ts';
import { defaultFigures, effectiveFigures, readFigures } from '../../../shared/figures/definitions/index.ts';
import { yearPeriod } from '../../../shared/figures/figure-result.ts';
import { definitionProblem, querySentence } from '../../../shared/figures/figure-words.ts';
import { NAMED_RULES, ruleWords } from '../../../shared/figures/named-rules.ts';
import { wordingOf } from '../../../shared/figures/wording.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { type PlainFigure, plainFigures } from '../../support/plain-figures.ts';
import { type Counter, counterOf, idsOf, type Shelf, said, sampleShelf, YEAR } from './figure-fixtures.ts';

/** Table C.2 from top to bottom: code and fixture. */
const TABLE: readonly (readonly [code: string, figure: number, written?: string])[] = [
  ['POL.STUDY', 27, '27次'],
  ['POL.LECTURE', 12, '12场次'],
  ['TJ.RESEARCH', 12],
  ['TJ.REPORT', 7, '7篇'],
  ['TJ.EXCHANGE', 20, '20人次'],
  ['POL.DJMEET', 1],
  ['ORG.BRANCH', 14],
  ['ORG.BRANCHACT', 54, '50多次'],
  ['XS.ZT', 2],
  ['XS.ZT.SUG', 33],
  ['XS.CWH', 3],
  ['XS.CWH.SUG', 64, '60多条'],
  ['XS.DK', 6],
  ['XS.DK.SUG', 23, '20多条'],
  ['RPT.JJ', 5],
  ['JD.STREET', 14, '14个街道'],
  ['JD.PROJ', 27, '27个项目'],
  ['JD.TIMES', 37],
  ['JD.SUG', 20],
  ['WR.LEAD', 15],
  ['WR.ZWH', 21],
  ['WR.MEET', 16],
  ['WR.SUG', 82],
  ['JD.ACT', 17],
  ['SQ.IN', 294],
  ['SQ.ISSUE', 6],
  ['SQ.UP', 205],
  ['SQ.CITY', 137],
  ['SQ.PROV', 103],
  ['SQ.SECR', 4],
  ['SQ.MAYOR', 14],
  ['SQ.NATION', 1],
  ['TA.NUM', 212, '212件'],
  ['TA.RATE', 100, '100%'],
  ['XS.PUSH', 1],
  ['VEN.UP', 3],
  ['VEN.COVER', 14],
  ['XS.BASE', 46],
  ['XS.BASE.CASE', 42],
  ['VEN.FULL', 1],
  ['UF.ACT', 17],
  ['UF.VISIT', 130, '130人次'],
  ['CON.FIRM', 20],
  ['CON.INVEST', 20_600, '超2亿元'],
  ['CON.JOB', 3140, '3100多人'],
  ['CON.DONATE', 366.8, '360多万元'],
  ['CON.HOUSE', 428, '400多户'],
  ['CON.PEOPLE', 1340, '1300余人'],
  ['CON.GOOD', 698, '近700件'],
  ['WS.BOOK', 35, '35万字'],
  ['WS.SERIES', 1],
  ['MT.CWH', 6],
  ['REG.DOC', 10],
  ['REG.AREA', 6, '6个方面'],
  ['REG.NUM', 78, '78项'],
  ['AW.MEM', 61],
  ['TR.LEC', 1],
  ['TR.BRIEF', 1],
  ['ST.REPORT', 14],
  ['ORG.UNIT', 14],
];

const RULES = new Set(NAMED_RULES.map(({ id }) => id));
const byId = new Map(defaultFigures.map((figure) => [figure.id, figure]));
const figure = (id: string): FigureDefinition => {
  const found = byId.get(id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
};

let shelf: Shelf;
let counter: Counter;
let plain: readonly PlainFigure[];
beforeAll(async () => {
  shelf = await sampleShelf();
  counter = counterOf(shelf, defaultFigures);
  plain = plainFigures(shelf.list, shelf.lookup, String(YEAR));
});

const of = (id: string, period = yearPeriod(YEAR)) => said(counter.engine, id, period);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const rows = (value: unknown): readonly Values[] => (Array.isArray(value) ? value : []);
const many = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

describe('验收表的六十个指标', () => {
  it('一个不少，编码一字不差', () => {
    expect(TABLE).toHaveLength(60);
    expect(TABLE.map(([code]) => code).filter((code) => !byId.has(code))).toEqual([]);
  });

  it.each(TABLE.map(([code, value, written]) => [code, value, written] as const))(
    '%s 在样例的一年里是 %d',
    (code, value, written) => {
      const result = of(code);
      expect(result.value).toBe(value);
      expect(result.evidence.length).toBeGreaterThan(0);
      if (written) expect(wordingOf(result.value, figure(code)).full).toBe(written);
    },
  );

  it('与逐条硬数的结果一致', () => {
    expect(plain.length).toBeGreaterThan(55);
    for (const [code, , count] of plain) expect([code, of(code).value]).toEqual([code, count()]);
  });

  it('别的年份不沾样例这一年的数', () => {
    for (const [code] of TABLE) {
      if (figure(code).query.when.type === 'standing') continue;
      expect([code, of(code, yearPeriod(YEAR - 4)).value]).toEqual([code, 0]);
    }
  });

  it('四个季度加起来是全年（按条数、能分季度的）', () => {
    const quarters = ['01-01/03-31', '04-01/06-30', '07-01/09-30', '10-01/12-31'].map((part) => {
      const [from, to] = part.split('/');
      return { from: `${YEAR}-${from}`, to: `${YEAR}-${to}` };
    });
    for (const { id, query } of defaultFigures) {
      if (query.when.type !== 'day' || query.measure.type !== 'count') continue;
      const parts = quarters.flatMap((quarter) => idsOf(of(id, quarter)));
      // Where a day is not known, only the whole year has it.
      if (query.when.field === 'year') expect(idsOf(of(id)), id).toEqual(expect.arrayContaining(parts));
      else expect(parts.sort(), id).toEqual(idsOf(of(id)));
    }
  });
});

describe('点开看到的正是那些记录', () => {
  const ids = (kind: string, fits: (record: StoredRecord) => boolean) =>
    shelf
      .list(kind)
      .filter(fits)
      .map(({ id }) => id)
      .sort();
  const inYear = (value: unknown) => text(value).startsWith(`${YEAR}-`);
  const events = (fits: (values: Values) => boolean) =>
    ids('event', ({ values }) => inYear(values.start) && fits(values));
  const opinions = (fits: (values: Values) => boolean) =>
    ids('opinion', ({ values }) => inYear(values.receivedOn) && fits(values));
  const suggestions = (fits: (event: Values) => boolean) =>
    ids('suggestion', ({ values }) => {
      const event = shelf.lookup('event', text(values.event))?.values;
      return event !== undefined && inYear(event.start) && fits(event) && values.suggestionKind === '意见建议';
    });

  it.each<readonly [string, () => readonly string[]]>([
    ['POL.STUDY', () => events((v) => v.studyCount === true)],
    ['XS.CWH.SUG', () => suggestions((event) => event.consultForm === '常委会协商')],
    ['JD.SUG', () => suggestions((event) => event.supervisionForm === '协商式监督')],
    ['JD.PROJ', () => events((v) => v.supervisionForm === '协商式监督' && many(v.projects).length > 0)],
    ['SQ.IN', () => opinions(() => true)],
    ['SQ.CITY', () => opinions((v) => rows(v.adoptions).some((row) => row.level === '市' && row.action === '采用'))],
    ['SQ.MAYOR', () => opinions((v) => rows(v.instructions).some(({ duty }) => duty === '区长'))],
    [
      'TA.NUM',
      () =>
        ids('proposal', ({ values }) => values.year === YEAR && text(values.caseNumber) !== '' && !values.mergedInto),
    ],
    ['UF.VISIT', () => events((v) => v.category === '走访' && Number(v.visitedNonParty ?? 0) > 0)],
    [
      'CON.PEOPLE',
      () => ids('contribution', ({ values }) => inYear(values.on) && values.contributionType === '结对帮扶'),
    ],
    ['REG.AREA', () => ids('regulation', ({ values }) => inYear(values.passedOn))],
    ['WS.BOOK', () => ids('chapter', () => true)],
    ['MT.CWH', () => events((v) => v.subtype === '常委会会议')],
  ])('%s', (code, expected) => {
    expect(idsOf(of(code))).toEqual(expected());
  });

  it('27个项目各自去过哪几次：清单里的项目去重正好27个', () => {
    const keys = of('JD.PROJ').evidence.flatMap((item) => item.keys ?? []);
    expect(keys.length).toBeGreaterThan(27);
    expect(new Set(keys).size).toBe(27);
  });

  it('四个小案例都在办结的议题里', () => {
    const titles = of('XS.BASE.CASE').evidence.flatMap(({ keys }) =>
      (keys ?? []).map((id) => text(shelf.lookup('topic', id)?.values.title)),
    );
    for (const word of ['消防', '楼道堆物', '充电', '加装电梯']) {
      expect(
        titles.some((title) => title.includes(word)),
        word,
      ).toBe(true);
    }
  });

  it('覆盖14个街道中的14个，办复212件中的212件', () => {
    expect(of('VEN.COVER')).toMatchObject({ value: 14, met: 14, of: 14 });
    expect(of('TA.RATE')).toMatchObject({ value: 100, met: 212, of: 212 });
  });
});

describe('别处报告里的数也数得出', () => {
  const count = (kind: string, fits: (values: Values) => boolean) =>
    shelf.list(kind).filter(({ values }) => fits(values)).length;
  const of2024 = (values: Values, field: string) => text(values[field]).startsWith(`${YEAR}-`);

  it.each<readonly [string, () => number]>([
    ['XS.MICRO', () => count('event', (v) => of2024(v, 'start') && v.consultForm === '微协商')],
    [
      'XS.SOLVED',
      () =>
        shelf
          .list('topic')
          .reduce((sum, { values: v }) => sum + (of2024(v, 'raisedOn') ? Number(v.solvedCount ?? 0) : 0), 0),
    ],
    ['TA.KEY', () => count('proposal', (v) => v.year === YEAR && v.isKey === true)],
    ['TA.IN', () => count('proposal', (v) => v.year === YEAR)],
    ['SQ.TRANS', () => count('opinion', (v) => of2024(v, 'receivedOn') && rows(v.transfers).length > 0)],
    ['RPT.NUM', () => count('researchReport', (v) => of2024(v, 'finishedOn'))],
    [
      'ORG.MEMBER',
      () => count('member', (v) => text(v.appointedOn) <= '2024-12-31' && (text(v.exitOn) || '9999') > '2024-12-31'),
    ],
    ['WS.PHOTO', () => count('photo', () => true)],
    ['WS.SUB', () => count('submission', (v) => of2024(v, 'receivedOn'))],
    ['SUG.ASK', () => count('suggestion', (v) => v.year === YEAR && v.suggestionKind === '问题诉求')],
    ['VEN.NUM', () => count('venue', (v) => v.state === '已建')],
    ['ACT.GOOD', () => count('event', (v) => of2024(v, 'start') && v.subtype === '公益义诊')],
    ['LH.DONE', () => count('livelihoodItem', (v) => of2024(v, 'doneOn') && v.state === '完成')],
  ])('%s', (code, plainCount) => {
    expect(plainCount()).toBeGreaterThan(0);
    expect(of(code).value).toBe(plainCount());
  });
});

describe('指标是数据', () => {
  it('每一条都合规、数得成、编码不重', () => {
    expect(byId.size).toBe(defaultFigures.length);
    for (const one of defaultFigures) {
      expect(figureDefinition.safeParse(one).error?.issues, one.id).toBeUndefined();
      expect(definitionProblem(one, RULES), one.id).toBeUndefined();
    }
  });

  it('口径说人话：问得出数什么，不露编码', () => {
    for (const one of defaultFigures) {
      const sentence = querySentence(one, ruleWords);
      expect(sentence, one.id).toMatch(/^(数|把|算)“/u);
      expect(`${one.label}${one.rule}${sentence}`, one.id).not.toMatch(/[a-z]/iu);
      expect(one.rule.length, one.id).toBeGreaterThan(8);
    }
    expect(querySentence(figure('TJ.RESEARCH'), ruleWords)).toBe(
      '数“会议活动”的条数，“开始时间”在期内，“类型”是调研，（“专项·名称”是主题教育，或者“专项·别称”是主题教育），“状态”是进行中、已结束、已归档',
    );
    expect(querySentence(figure('CON.INVEST'), ruleWords)).toBe(
      '把“履职为民”的“金额”加起来，同一个“项目”只加最大的一次，“日期”在期内，“类型”是企业落户招商，“审核”是已核',
    );
    expect(querySentence(figure('TA.RATE'), ruleWords)).toBe(
      '算“提案”里符合的占百分之几，“年度”在期内（不是整年的，按“提交日期”），立案的主案（并入别案的不算），' +
        '其中符合的是：该答复的单位都在期限内答复了（批准延期的按延长后的期限）',
    );
  });

  it('程序里没有的栏目、规则、日期，说得出错在哪里', () => {
    const study = figure('POL.STUDY');
    const broken = (query: Partial<FigureDefinition['query']>) =>
      definitionProblem({ ...study, query: { ...study.query, ...query } }, RULES);
    expect(broken({ kind: 'nothing' })).toBe('“学习研讨”：要数的“nothing”不是一种登记，请另选');
    expect(broken({ when: { type: 'day', field: 'title' } })).toContain('“名称”不是日期');
    expect(broken({ when: { type: 'day', field: 'begin' } })).toContain('没有“begin”这个栏目');
    expect(broken({ where: [{ type: 'rule', rule: 'x' }] })).toContain('没有“x”这条规则');
    expect(broken({ measure: { type: 'sum', field: 'title' } })).toContain('不是数，不能相加');
    expect(broken({ measure: { type: 'rows', field: 'title', where: [] } })).toContain('不是可以数行的栏目');
  });

  it('本单位改的顶替同编码的，新加的排在后面，坏的不用并点出名字', () => {
    const own = { ...figure('SQ.IN'), label: '收到信息' };
    const fresh = { ...figure('SQ.UP'), id: '自1', label: '上报三次以上' };
    const setting: unknown = [own, fresh, { ...own, id: 'X', label: '坏的', query: 7 }, null, '乱'];
    const { definitions, broken } = readFigures(setting);
    expect(definitions).toHaveLength(defaultFigures.length + 1);
    expect(definitions.find(({ id }) => id === 'SQ.IN')?.label).toBe('收到信息');
    expect(definitions.map(({ id }) => id).indexOf('SQ.IN')).toBe(defaultFigures.findIndex(({ id }) => id === 'SQ.IN'));
    expect(definitions.at(-1)?.id).toBe('自1');
    expect(broken.map(({ name }) => name)).toEqual(['坏的', '第4个', '第5个']);
    expect(broken.every(({ problem }) => problem !== '')).toBe(true);
  });

  it.each([[undefined], [null], [[]], [7], ['x'], [{ a: 1 }], [[undefined]]])(
    '设置是 %j 也不出错，按默认的来',
    (setting) => {
      expect(effectiveFigures(setting)).toEqual(defaultFigures);
    },
  );
});
