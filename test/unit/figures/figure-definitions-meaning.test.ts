import { beforeAll, describe, expect, it } from 'vitest';
import { defaultFigures } from '../../../shared/figures/definitions/index.ts';
import { yearPeriod } from '../../../shared/figures/figure-result.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { type Counter, counterOf, idsOf, type Shelf, said, sampleShelf, YEAR } from './figure-fixtures.ts';

let sample: Shelf;
let shelf: Shelf;
let counter: Counter;
beforeAll(async () => {
  sample = await sampleShelf();
});

const begin = () => {
  shelf = sample.copy();
  counter = counterOf(shelf, defaultFigures);
};
const of = (id: string) => said(counter.engine, id, yearPeriod(YEAR));
const first = (kind: string, fits: (values: Values) => boolean): StoredRecord => {
  const one = shelf.list(kind).find(({ values }) => fits(values));
  if (!one) throw new Error(`the sample has no such ${kind}`);
  return one;
};
const put = ({ kind, id, values }: StoredRecord, more: Values) => counter.put(kind, id, { ...values, ...more });
const rows = (value: unknown): readonly Values[] => (Array.isArray(value) ? value : []);

describe('容易算错的地方', () => {
  it.each([
    ['区委书记', 'SQ.SECR', true],
    ['市委常委、区委书记', 'SQ.SECR', true],
    ['区委副书记', 'SQ.SECR', false],
    ['区长', 'SQ.MAYOR', true],
    ['区委副书记、区长', 'SQ.MAYOR', true],
    ['副区长', 'SQ.MAYOR', false],
    ['区委常委、常务副区长', 'SQ.MAYOR', false],
  ])('%s批示的，%s：%j', (duty, figure, counts) => {
    begin();
    const opinion = first('opinion', ({ year, instructions }) => year === YEAR && !instructions);
    put(opinion, { instructions: [{ leader: '某领导', duty, on: `${YEAR}-06-01` }] });
    expect(idsOf(of(figure)).includes(opinion.id)).toBe(counts);
  });

  it('一篇由书记、区长都批示的，两边各算一篇', () => {
    begin();
    const opinion = first('opinion', ({ year, instructions }) => year === YEAR && !instructions);
    const by = (duty: string) => ({ leader: '某领导', duty, on: `${YEAR}-06-01` });
    put(opinion, { instructions: [by('区委书记'), by('区长'), by('区长')] });
    expect([of('SQ.SECR').value, of('SQ.MAYOR').value]).toEqual([5, 15]);
  });

  it('议事室两年各改造过一次，两年都算，一年里两次算一个；跨两年的时段也只算一个', () => {
    begin();
    const [room] = idsOf(of('VEN.UP'));
    const venue = shelf.list('venue').find(({ id }) => id === room);
    if (!venue) throw new Error('the sample has no improved room');
    const at = (from: number, to: number) =>
      said(counter.engine, 'VEN.UP', { from: `${from}-01-01`, to: `${to}-12-31` }).value;
    put(venue, { upgrades: [{ on: `${YEAR - 1}-05-01` }, { on: `${YEAR}-03-01` }] });
    expect([at(YEAR - 1, YEAR - 1), at(YEAR, YEAR), at(YEAR - 1, YEAR)]).toEqual([1, 3, 3]);
    put(venue, { upgradedOn: '', upgrades: [{ on: `${YEAR - 1}-05-01` }] });
    expect([at(YEAR - 1, YEAR - 1), at(YEAR, YEAR)]).toEqual([1, 2]);
  });

  it('专项改了叫法，别称里写着原来的，数不变；两处都没有了，才不算', () => {
    begin();
    const campaign = first('campaign', ({ name }) => name === '主题教育');
    put(campaign, { name: '学习贯彻主题教育（2024年）', aliases: ['主题教育'] });
    expect([of('TJ.RESEARCH').value, of('TJ.REPORT').value, of('TJ.EXCHANGE').value]).toEqual([12, 7, 20]);
    put(campaign, { name: '学习贯彻主题教育（2024年）', aliases: [] });
    expect([of('TJ.RESEARCH').value, of('TJ.REPORT').value, of('TJ.EXCHANGE').value]).toEqual([0, 0, 0]);
  });

  it('只送区委区政府的不算上报，报了两次的算一条', () => {
    begin();
    const opinion = first('opinion', ({ year, adoptions }) => year === YEAR && !adoptions);
    put(opinion, { adoptions: [{ level: '区', action: '报送' }] });
    expect(of('SQ.UP').value).toBe(205);
    put(opinion, { adoptions: ['市', '省'].map((level) => ({ level, action: '报送' })) });
    expect(of('SQ.UP').value).toBe(206);
  });

  it('年底收的来稿次年才采用，算在收稿的那一年', () => {
    begin();
    const opinion = first('opinion', ({ year, adoptions }) => year === YEAR && rows(adoptions).length > 2);
    put(opinion, { adoptions: rows(opinion.values.adoptions).map((row) => ({ ...row, on: `${YEAR + 1}-01-20` })) });
    expect([of('SQ.UP').value, of('SQ.CITY').value]).toEqual([205, 137]);
  });

  it('讲撰写的讲座、培训不算党课；学习会上讲党课，两边都算', () => {
    begin();
    const training = first('event', ({ subtype }) => subtype === '培训');
    put(training, { lectureTitle: '怎样写好提案' });
    expect(of('POL.LECTURE').value).toBe(12);
    const study = first('event', ({ studyCount }) => studyCount === true);
    put(study, { lectureTitle: '纪律教育' });
    expect([of('POL.STUDY').value, of('POL.LECTURE').value]).toEqual([27, 13]);
  });

  it('常委会会议兼作协商：会议6次、协商3次，同一条记录两边都在', () => {
    begin();
    const meetings = idsOf(of('MT.CWH'));
    expect(idsOf(of('XS.CWH')).every((id) => meetings.includes(id))).toBe(true);
    const [id = ''] = idsOf(of('XS.CWH'));
    const figures = counter.engine.figuresOf('event', id).map((one) => one.id);
    expect(figures).toEqual(expect.arrayContaining(['XS.CWH', 'MT.CWH']));
  });

  it('几名委员引荐同一个项目，金额只计一次，取最大的一条', () => {
    begin();
    const firm = first('contribution', ({ contributionType }) => contributionType === '企业落户招商');
    const project = first('project', () => true).id;
    put(firm, { project });
    put({ ...firm, id: 'second' }, { project, amount: 100 });
    expect(of('CON.INVEST').value).toBe(20_600);
    expect(of('CON.INVEST').evidence).toHaveLength(21);
    put({ ...firm, id: 'second' }, { project, amount: 2030 });
    expect(of('CON.INVEST').value).toBe(21_600);
    expect(of('CON.FIRM').value).toBe(20);
  });

  it('逾期答复、退回重办的拉低办复率，差一件也不写100%', () => {
    begin();
    const proposal = first('proposal', ({ year, replies }) => year === YEAR && replies !== undefined);
    put(proposal, {
      replies: rows(proposal.values.replies).map((row) => ({ ...row, repliedOn: `${YEAR + 1}-12-01` })),
    });
    expect(of('TA.RATE')).toMatchObject({ value: 99.5, met: 211, of: 212 });
    put(proposal, { replies: rows(proposal.values.replies).map((row) => ({ ...row, review: '退回重办' })) });
    expect(of('TA.RATE')).toMatchObject({ met: 211 });
    put(proposal, proposal.values);
    expect(of('TA.RATE')).toMatchObject({ value: 100, met: 212 });
  });

  it('并案以后少一件', () => {
    begin();
    const [main, other] = shelf
      .list('proposal')
      .filter(({ values }) => values.year === YEAR && values.state === '办结');
    if (!main || !other) throw new Error('the sample has no closed cases');
    put(other, { state: '并案', mergedInto: main.id });
    expect([of('TA.NUM').value, of('TA.IN').value]).toEqual([211, 253]);
  });

  it('项目去过几次都是一个；企业走访两次还是一家', () => {
    begin();
    const visit = first('event', ({ subtype, byLeaders }) => subtype === '走访企业' && byLeaders === true);
    put({ ...visit, id: 'again' }, {});
    expect(of('WR.LEAD').value).toBe(15);
    const supervision = first('event', ({ supervisionForm }) => supervisionForm === '协商式监督');
    put({ ...supervision, id: 'again' }, {});
    expect([of('JD.PROJ').value, of('JD.STREET').value, of('JD.TIMES').value]).toEqual([27, 14, 38]);
  });

  it('企业不再是委员企业、单位删掉了，家数跟着变', () => {
    begin();
    const visit = first(
      'event',
      ({ subtype, organizer, companies }) =>
        subtype === '走访企业' && organizer !== undefined && companies !== undefined,
    );
    const [id = ''] = Array.isArray(visit.values.companies) ? visit.values.companies.map(String) : [];
    const company = shelf.lookup('organisation', id);
    if (!company) throw new Error('no company');
    put(company, { isMemberCompany: false });
    expect(of('WR.ZWH').value).toBe(20);
    put(company, {});
    expect(of('WR.ZWH').value).toBe(21);
    counter.put('organisation', id, undefined);
    expect(of('WR.ZWH').value).toBe(20);
  });

  it('新设一个街道，覆盖率的分母变大；停用议事室，分子变小', () => {
    begin();
    counter.put('subdistrictOffice', 'new', { street: '新设街道' });
    expect(of('VEN.COVER')).toMatchObject({ value: 14, met: 14, of: 15 });
    const room = first('venue', ({ level, venueKind }) => level === '街道' && venueKind === '协商议事室');
    put(room, { state: '停用' });
    expect(of('VEN.COVER')).toMatchObject({ value: 13, met: 13, of: 15 });
  });

  it('全覆盖的街道新增一个没有议事室的社区，就不再全覆盖', () => {
    begin();
    const [street = ''] = idsOf(of('VEN.FULL'));
    counter.put('community', 'new', { name: '新社区', subdistrictOffice: street });
    expect(of('VEN.FULL').value).toBe(0);
  });

  it('委员届中退出：退出以前在，退出以后不在', () => {
    begin();
    const count = (to: string) => counter.engine.result('ORG.MEMBER', { from: `${YEAR}-01-01`, to })?.value ?? 0;
    expect(count(`${YEAR}-06-19`) - count(`${YEAR}-06-20`)).toBe(3);
    expect(count(`${YEAR}-01-18`)).toBe(count(`${YEAR}-01-17`) + 4 - 3);
  });
});
