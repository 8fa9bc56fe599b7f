import { beforeAll, describe, expect, it } from 'vitest';
import { FIGURE_CHECKS } from '../../../shared/figures/definitions/checks.ts';
import { defaultFigures } from '../../../shared/figures/definitions/index.ts';
import { checkFigures } from '../../../shared/figures/figure-checks.ts';
import { yearPeriod } from '../../../shared/figures/figure-result.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { counterOf, type Shelf, sampleShelf, worldOf, YEAR } from './figure-fixtures.ts';

let sample: Shelf;
beforeAll(async () => {
  sample = await sampleShelf();
});

type Change = (shelf: Shelf, put: (record: StoredRecord, values: Values) => void) => void;

/** What the checks find on the sample after something in it was entered wrongly. */
function found(change: Change = () => undefined) {
  const shelf = sample.copy();
  const counter = counterOf(shelf, defaultFigures);
  change(shelf, ({ kind, id, values }, more) => counter.put(kind, id, { ...values, ...more }));
  return checkFigures(counter.engine, yearPeriod(YEAR), worldOf(shelf));
}

const first = (shelf: Shelf, kind: string, fits: (values: Values) => boolean): StoredRecord => {
  const one = shelf.list(kind).find(({ values }) => fits(values));
  if (!one) throw new Error(`the sample has no such ${kind}`);
  return one;
};
const rows = (value: unknown): readonly Values[] => (Array.isArray(value) ? value : []);
const hasRow = (values: Values, level: string, action: string) =>
  rows(values.adoptions).some((row) => row.level === level && row.action === action);
const campaign = (shelf: Shelf, name: string) => first(shelf, 'campaign', (values) => values.name === name).id;

describe('指标之间的校验', () => {
  it('样例对得上，一条也不报', () => {
    expect(found()).toEqual([]);
  });

  it('说的都是有的指标', () => {
    const known = new Set(defaultFigures.map(({ id }) => id));
    const named = FIGURE_CHECKS.flatMap((check) =>
      Object.entries(check).flatMap(([key, value]) =>
        ['part', 'whole', 'one', 'other', 'smaller', 'larger', 'figure'].includes(key) ? [String(value)] : [],
      ),
    );
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(FIGURE_CHECKS.map(({ id }) => id)).size).toBe(FIGURE_CHECKS.length);
  });

  it('市采用了却没有报送：点出那一条', () => {
    let wrong = '';
    const findings = found((shelf, put) => {
      const one = first(shelf, 'opinion', (values) => hasRow(values, '市', '采用') && !hasRow(values, '省', '采用'));
      wrong = one.id;
      put(one, { adoptions: rows(one.values.adoptions).filter(({ action }) => action !== '报送') });
    });
    expect(findings).toEqual([
      {
        id: 'cityWithinUp',
        label: '市采用 ⊆ 上报',
        message: '“被市政协采用”137条里，有1条不在“上报信息”204条之内',
        mend: '在“采用与报送”里补一行报送，日期填真实报送的那一天',
        figures: ['SQ.CITY', 'SQ.UP'],
        records: [{ kind: 'opinion', id: wrong }],
      },
    ]);
  });

  it('转了省没有市采用：点出来；写了直报说明的不报', () => {
    const withoutCity =
      (more: Values): Change =>
      (shelf, put) => {
        const one = first(shelf, 'opinion', (values) => hasRow(values, '省', '采用'));
        const kept = rows(one.values.adoptions).filter(({ level, action }) => !(level === '市' && action === '采用'));
        put(one, { adoptions: kept, ...more });
      };
    expect(found(withoutCity({})).map(({ id }) => id)).toEqual(['provinceWithinCity']);
    expect(found(withoutCity({ exceptionNote: '省政协约稿' }))).toEqual([]);
  });

  it('采用早于收稿：漏斗一项点出来，别项说过的不再说', () => {
    const findings = found((shelf, put) => {
      const one = first(shelf, 'opinion', (values) => hasRow(values, '市', '采用'));
      put(one, { adoptions: rows(one.values.adoptions).map((row) => ({ ...row, on: '2001-01-01' })) });
    });
    expect(findings.map(({ id, records }) => [id, records.length])).toEqual([['funnel', 1]]);
  });

  it('常委会协商多于常委会会议：点出另记的那几次', () => {
    const findings = found((shelf, put) => {
      for (const one of shelf.list('event')) {
        if (one.values.subtype === '常委会会议')
          put(one, { subtype: one.values.consultForm ? '常委会协商' : '其他会议' });
      }
    });
    expect(findings).toMatchObject([
      { id: 'consultationsAtMostMeetings', message: '“常委会协商”3次，多于“常委会会议”0次' },
    ]);
    expect(findings[0]?.records).toHaveLength(3);
  });

  it('写着“首次”，前一年已经开过：点出来；前一年的不是同一类就不报', () => {
    const earlier =
      (more: Values): Change =>
      (shelf, put) => {
        const one = first(shelf, 'event', ({ firstOfKind }) => firstOfKind === true);
        put({ ...one, id: 'earlier' }, { start: `${YEAR - 1}-05-06T09:00`, firstOfKind: undefined, ...more });
      };
    expect(found(earlier({}))).toMatchObject([
      {
        id: 'firstMeeting',
        message: `“政协系统党建工作座谈会”1次里，有1次写着首次，可是${YEAR - 1}-05-06已经有过`,
        records: [{ kind: 'event', id: sample.list('event').find(({ values }) => values.firstOfKind)?.id }],
      },
    ]);
    expect(found(earlier({ campaigns: undefined }))).toEqual([]);
  });

  it.each([
    ['opinion', 'receivedOn', 'opinionsDated', '有1条没有填“收稿日期”，不算进任何一年的“收集信息”'],
    ['regulation', 'year', 'regulationsDated', '有1条没有填“年度”，不算进任何一年的“修订完善制度（项）”'],
  ])('没有日期的%s：说出它不在任何一年', (kind, day, id, message) => {
    const findings = found((shelf, put) => {
      const one = first(shelf, kind, (values) => values[day] !== undefined && !values.adoptions);
      put({ ...one, id: 'undated' }, { [day]: undefined });
    });
    expect(findings).toMatchObject([{ id, message, records: [{ kind, id: 'undated' }] }]);
  });

  it('同一个项目登记了两次、都监督过：会多算，点出这两个项目', () => {
    const pair: string[] = [];
    const findings = found((shelf, put) => {
      const one = first(
        shelf,
        'event',
        ({ supervisionForm, projects }) => supervisionForm === '协商式监督' && projects !== undefined,
      );
      const [project = ''] = Array.isArray(one.values.projects) ? one.values.projects : [];
      const own = shelf.lookup('project', String(project));
      if (!own) throw new Error('no project');
      put({ ...own, id: 'twin' }, {});
      put(one, { projects: [project, 'twin'] });
      pair.push(String(project), 'twin');
    });
    expect(findings).toMatchObject([{ id: 'projectsOnce', figures: ['JD.PROJ'] }]);
    expect(findings[0]?.records.map(({ id }) => id).sort()).toEqual(pair.sort());
  });

  it('一篇报告既挂主题教育又挂经济高质量发展', () => {
    const findings = found((shelf, put) => {
      const one = first(shelf, 'researchReport', ({ highQuality }) => highQuality === true);
      put(one, { campaigns: ['主题教育', '经济高质量发展'].map((name) => campaign(shelf, name)) });
    });
    expect(findings).toMatchObject([
      { id: 'reportsApart', message: '有1条同时算进了“主题教育调研报告”8篇和“高质量调研报告”5篇' },
    ]);
  });

  it('一次活动既是委派监督又是党派协同', () => {
    const findings = found((shelf, put) => {
      const one = first(shelf, 'event', ({ unitedFront }) => unitedFront === true);
      put(one, { supervisionForm: '委派监督' });
    });
    expect(findings.map(({ id, records }) => [id, records.length])).toEqual([['activitiesApart', 1]]);
  });

  it('同一家企业登记两条、没有填项目：金额可能重复；填明了就不报', () => {
    const twice =
      (mine: Values, other: Values): Change =>
      (shelf, put) => {
        const one = first(shelf, 'contribution', ({ contributionType }) => contributionType === '企业落户招商');
        put(one, mine);
        put({ ...one, id: 'again' }, other);
      };
    const findings = found(twice({}, {}));
    expect(findings.map(({ id, records }) => [id, records.length])).toEqual([['investmentOnce', 2]]);
    const [one = '', two = ''] = sample.list('project').map(({ id }) => id);
    expect(found(twice({ project: one }, { project: one }))).toEqual([]);
    expect(found(twice({ project: one }, { project: two }))).toEqual([]);
  });

  it.each([
    ['只填了户数', { people: undefined }],
    ['只填了人数', { households: undefined }],
    ['户数多于人数', { households: 9, people: 3 }],
  ])('结对帮扶%s', (_words, wrong) => {
    const findings = found((shelf, put) => {
      put(
        first(shelf, 'contribution', ({ contributionType }) => contributionType === '结对帮扶'),
        wrong,
      );
    });
    expect(findings.map(({ id, records }) => [id, records.length])).toEqual([['helpInPairs', 1]]);
  });

  it('本单位去掉了某个指标，提到它的校验跳过', () => {
    const shelf = sample.copy();
    const left = defaultFigures.filter(({ id }) => id !== 'SQ.UP');
    const { engine } = counterOf(shelf, left);
    expect(checkFigures(engine, yearPeriod(YEAR), worldOf(shelf))).toEqual([]);
  });
});
