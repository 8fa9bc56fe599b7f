import type { List } from '../../shared/records/kind.ts';
import type { Lookup, StoredRecord, Values } from '../../shared/records/record.ts';

/** Code of table C.2, the figure of its fixture column, and how it is counted. */
export type PlainFigure = readonly [code: string, figure: number, count: () => number];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const many = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
const rows = (value: unknown): readonly Values[] => (Array.isArray(value) ? value : []);
const distinct = (values: readonly string[]) => new Set(values).size;

/**
 * The figures of the annual report (table C.2) counted in the plainest way, each by going through the records once: the
 * definitions of the program are held against it, in what they say and in how long they take.
 */
export function plainFigures(all: List, get: Lookup, year: string): readonly PlainFigure[] {
  const events = (fits: (values: Values) => boolean) =>
    all('event').filter(({ values }) => text(values.start).startsWith(year) && fits(values));
  const campaign = (name: string) => all('campaign').find(({ values }) => values.name === name)?.id ?? '';
  const bears = (values: Values, name: string) => many(values.campaigns).includes(campaign(name));
  const suggestionsOf = (sources: readonly StoredRecord[], kind?: string) => {
    const ids = new Set(sources.map(({ id }) => id));
    return all('suggestion').filter(
      ({ values }) => ids.has(text(values.event)) && (!kind || values.suggestionKind === kind),
    );
  };
  const sum = (records: readonly StoredRecord[], field: string) =>
    Math.round(records.reduce((total, { values }) => total + Number(values[field] ?? 0), 0) * 10) / 10;
  const opinions = () => all('opinion').filter(({ values }) => text(values.receivedOn).startsWith(year));
  const adopted = (fits: (row: Values) => boolean) =>
    opinions().filter(({ values }) => rows(values.adoptions).some(fits));
  const instructed = (duty: string) =>
    opinions().filter(({ values }) => rows(values.instructions).some((row) => row.duty === duty));
  const given = (type: string) =>
    all('contribution').filter(
      ({ values }) => values.contributionType === type && text(values.on).startsWith(year) && values.review === '已核',
    );
  const thirdSession = () => all('session').find(({ values }) => values.number === 3)?.id ?? '';
  const filed = () =>
    all('proposal').filter(
      ({ values }) => values.session === thirdSession() && text(values.caseNumber) !== '' && !values.mergedInto,
    );
  const regulations = () =>
    all('regulation').filter(
      ({ values }) => text(values.passedOn).startsWith(year) && ['制定', '修订'].includes(text(values.action)),
    );
  const rooms = () => all('venue').filter(({ values }) => values.venueKind === '协商议事室' && values.state !== '停用');

  const supervised = () => events(({ supervisionForm }) => supervisionForm === '协商式监督');
  const firms = (fits: (values: Values) => boolean) =>
    events((v) => v.subtype === '走访企业' && bears(v, '万人助万企') && fits(v)).flatMap(({ values }) =>
      many(values.companies),
    );
  const firmMeetings = () => events((v) => v.subtype === '座谈会' && bears(v, '万人助万企'));
  const figures: readonly PlainFigure[] = [
    ['POL.STUDY', 27, () => events(({ studyCount }) => studyCount === true).length],
    ['POL.LECTURE', 12, () => events(({ lectureTitle }) => text(lectureTitle) !== '').length],
    ['TJ.RESEARCH', 12, () => events((v) => v.subtype === '调研' && bears(v, '主题教育')).length],
    ['TJ.REPORT', 7, () => all('researchReport').filter(({ values }) => bears(values, '主题教育')).length],
    [
      'TJ.EXCHANGE',
      20,
      () =>
        events((v) => bears(v, '主题教育') && text(v.title).includes('调研成果交流'))
          .flatMap(({ values }) => rows(values.attendance))
          .filter(({ speech }) => text(speech) !== '' && speech !== '无').length,
    ],
    ['POL.DJMEET', 1, () => events((v) => bears(v, '政协系统党建') && v.subtype === '座谈会').length],
    [
      'ORG.BRANCH',
      14,
      () => all('partyBranch').filter(({ values }) => values.base === '街道' && values.active === true).length,
    ],
    ['ORG.BRANCHACT', 54, () => events(({ partyBranch }) => text(partyBranch) !== '').length],
    ['XS.ZT', 2, () => events(({ consultForm }) => consultForm === '专题协商会').length],
    [
      'XS.ZT.SUG',
      33,
      () =>
        suggestionsOf(
          events(({ consultForm }) => consultForm === '专题协商会'),
          '意见建议',
        ).length,
    ],
    ['XS.CWH', 3, () => events(({ consultForm }) => consultForm === '常委会协商').length],
    ['XS.CWH.SUG', 64, () => suggestionsOf(events(({ consultForm }) => consultForm === '常委会协商')).length],
    ['XS.DK', 6, () => events(({ consultForm }) => consultForm === '对口协商').length],
    ['XS.DK.SUG', 23, () => suggestionsOf(events(({ consultForm }) => consultForm === '对口协商')).length],
    [
      'RPT.JJ',
      5,
      () =>
        all('researchReport').filter(({ values }) => bears(values, '经济高质量发展') && values.highQuality === true)
          .length,
    ],
    ['JD.STREET', 14, () => distinct(supervised().flatMap(({ values }) => many(values.subdistrictOffices)))],
    ['JD.PROJ', 27, () => distinct(supervised().flatMap(({ values }) => many(values.projects)))],
    ['JD.TIMES', 37, () => supervised().length],
    ['JD.SUG', 20, () => suggestionsOf(supervised()).length],
    ['WR.LEAD', 15, () => distinct(firms((v) => v.byLeaders === true))],
    [
      'WR.ZWH',
      21,
      () =>
        distinct(
          firms((v) => text(v.organizer) !== '').filter(
            (id) => get('organisation', id)?.values.isMemberCompany === true,
          ),
        ),
    ],
    ['WR.MEET', 16, () => firmMeetings().length],
    ['WR.SUG', 82, () => suggestionsOf(firmMeetings()).length],
    ['JD.ACT', 17, () => events((v) => bears(v, '委派监督')).length],
    ['SQ.IN', 294, () => opinions().length],
    [
      'SQ.ISSUE',
      6,
      () =>
        all('bulletin').filter(({ values }) => values.publication === '信息专刊' && values.year === Number(year))
          .length,
    ],
    ['SQ.UP', 205, () => adopted(({ action }) => action === '报送').length],
    ['SQ.CITY', 137, () => adopted(({ level, action }) => level === '市' && action === '采用').length],
    [
      'SQ.PROV',
      103,
      () => adopted(({ level, action }) => (level === '省' || level === '全国') && action === '采用').length,
    ],
    ['SQ.SECR', 4, () => instructed('区委书记').length],
    ['SQ.MAYOR', 14, () => instructed('区长').length],
    ['SQ.NATION', 1, () => adopted(({ level, action }) => level === '全国' && action === '采用').length],
    ['TA.NUM', 212, () => filed().length],
    [
      'TA.RATE',
      100,
      () =>
        (filed().filter(({ values }) =>
          rows(values.assignments)
            .filter(({ role }) => role === '主办' || role === '独办')
            .every(({ unit, due }) =>
              rows(values.replies).some((reply) => reply.unit === unit && text(reply.repliedOn) <= text(due)),
            ),
        ).length /
          filed().length) *
        100,
    ],
    ['XS.PUSH', 1, () => events((v) => v.subtype === '推进会' && text(v.title).includes('有事好商量')).length],
    [
      'VEN.UP',
      3,
      () => rooms().filter(({ values }) => values.level === '街道' && text(values.upgradedOn).startsWith(year)).length,
    ],
    [
      'VEN.COVER',
      14,
      () =>
        distinct(
          rooms()
            .filter(({ values }) => values.level === '街道')
            .map(({ values }) => text(values.subdistrictOffice)),
        ),
    ],
    ['XS.BASE', 46, () => events((v) => v.consultLevel === '街道' || v.consultLevel === '社区（村）').length],
    ['UF.ACT', 17, () => events((v) => bears(v, '党派协同') && ['视察', '调研'].includes(text(v.subtype))).length],
    [
      'UF.VISIT',
      130,
      () =>
        sum(
          events((v) => v.category === '走访'),
          'visitedNonParty',
        ),
    ],
    ['CON.FIRM', 20, () => distinct(given('企业落户招商').map(({ values }) => text(values.company)))],
    ['CON.INVEST', 20_600, () => sum(given('企业落户招商'), 'amount')],
    ['CON.JOB', 3140, () => sum(given('新增就业'), 'jobs')],
    ['CON.DONATE', 366.8, () => sum(given('捐款捐物'), 'amount')],
    ['CON.HOUSE', 428, () => sum(given('结对帮扶'), 'households')],
    ['CON.PEOPLE', 1340, () => sum(given('结对帮扶'), 'people')],
    ['CON.GOOD', 698, () => sum(given('好事实事'), 'items')],
    // 万字, to one place.
    ['WS.BOOK', 35, () => Math.round(sum(all('chapter'), 'characters') / 1000) / 10],
    [
      'WS.SERIES',
      1,
      () => all('book').filter(({ values }) => text(values.series) !== '' && values.status !== '策划').length,
    ],
    ['MT.CWH', 6, () => events(({ subtype }) => subtype === '常委会会议').length],
    [
      'REG.DOC',
      10,
      () => regulations().filter(({ values }) => values.important === true && values.meetingType === '常委会').length,
    ],
    ['REG.AREA', 6, () => distinct(regulations().map(({ values }) => text(values.area)))],
    ['REG.NUM', 78, () => regulations().length],
    [
      'AW.MEM',
      61,
      () => all('award').filter(({ values }) => values.name === '优秀政协委员' && values.year === Number(year)).length,
    ],
    [
      'TR.LEC',
      1,
      () =>
        events(
          (v) => text(v.title).includes('撰写专题讲座') || (v.subtype === '培训' && text(v.title).includes('社情民意')),
        ).length,
    ],
    ['TR.BRIEF', 1, () => events(({ subtype }) => subtype === '政情通报会').length],
    [
      'ST.REPORT',
      14,
      () => all('officialDocument').filter(({ values }) => text(values.title).includes('述职报告')).length,
    ],
    ['ORG.UNIT', 14, () => all('subdistrictOffice').length],
  ];
  return figures;
}
