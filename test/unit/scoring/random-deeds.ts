import fc from 'fast-check';
import type { Diff, Values } from '../../../shared/records/record.ts';
import type { ScoringLedger } from './scoring-ledger.ts';

/** One change of a library: a record put in, changed or, with no values, taken out. */
export interface Deed {
  readonly kind: string;
  readonly id: string;
  readonly values: Values | undefined;
}

const MEMBERS = ['a', 'b', 'c', 'd'];
const member = fc.constantFrom(...MEMBERS);
const members = fc.uniqueArray(member, { maxLength: 3 });
const year = fc.constantFrom('2023', '2024', '2024', '2024', '2025');
const day = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([of, month, date]) => [of, String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-'));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const word = (...words: readonly string[]) => maybe(fc.constantFrom(...words));
const street = word('s1', 's2');
const unit = fc.constantFrom('u1', 'u2');

const row = fc.record({
  member,
  role: fc.constantFrom('应出席', '列席', '主持', '工作人员', '主讲'),
  state: fc.constantFrom('出席', '迟到', '缺席', '请假（已批）', '请假（未批）', '请假待批', '待确认'),
  part: word('执笔人', '课题组成员', '提供资源'),
  speech: word('口头', '书面'),
  halfDaysPresent: maybe(fc.integer({ min: 1, max: 4 })),
});

const KINDS: Readonly<Record<string, fc.Arbitrary<Values>>> = {
  person: fc.record({ name: fc.constantFrom('委员甲', '委员乙') }),
  member: fc.record({
    person: fc.constantFrom('p1', 'p2'),
    status: fc.constantFrom('在任', '在任', '届中增补', '提名', '已辞去', '已撤销'),
    scoreEnabled: fc.constantFrom(true, true, true, false),
    isStanding: fc.boolean(),
    appointedOn: maybe(day),
    exitOn: maybe(day),
    sector: word('j1', 'j2'),
    subdistrictOffice: street,
  }),
  subdistrictOffice: fc.record({ name: fc.constantFrom('一工委', '二工委'), branch: word('z1') }),
  organisation: fc.record({ name: fc.constantFrom('甲局', '乙局'), owner: maybe(member) }),
  event: fc.record({
    start: day.map((on) => `${on}T09:00`),
    category: fc.constantFrom('会议', '协商', '活动', '学习培训', '走访', '监督'),
    subtype: word('全体会议', '常委会会议', '微协商', '读书活动', '街道政协工委会议'),
    status: fc.constantFrom('已结束', '已结束', '进行中', '拟办', '取消'),
    consultForm: word('微协商', '有事好商量', '专题协商会'),
    mandatory: word('必须参加', '报名参加'),
    halfDays: maybe(fc.integer({ min: 1, max: 4 })),
    subdistrictOffice: street,
    visitors: maybe(members),
    tags: word('外出培训').map((tag) => (tag === undefined ? undefined : [tag])),
    attendance: fc.uniqueArray(row, { selector: (one) => one.member, maxLength: 4 }),
  }),
  proposal: fc.record({
    submittedOn: maybe(day),
    filedOn: maybe(day),
    year: fc.constantFrom(2023, 2024),
    caseNumber: word('〔2024〕001'),
    state: fc.constantFrom('立案', '办结', '已答复', '并案', '转社情民意', '不予立案', '草稿'),
    proposalKind: word('委员联名', '界别'),
    lead: maybe(member),
    cosigners: fc.array(fc.oneof(fc.record({ member }), fc.constant({ name: '群众代表' })), { maxLength: 3 }),
    isKey: fc.boolean(),
    isExcellent: fc.boolean(),
    assignments: fc.array(fc.record({ unit, role: fc.constantFrom('主办', '会办') }), { maxLength: 2 }),
    evaluations: fc.array(
      fc.record({
        direction: fc.constantFrom('提案质量', '办理质量'),
        unit,
        member,
        score: maybe(fc.integer({ min: 0, max: 100 })),
      }),
      { maxLength: 3 },
    ),
  }),
  opinion: fc.record({
    receivedOn: maybe(day),
    lead: maybe(member),
    coauthors: maybe(members),
    subdistrictOffice: street,
    duplicateOf: word('1', '2'),
    adoptions: fc.array(
      fc.record({
        level: fc.constantFrom('区', '市', '省', '全国'),
        action: fc.constantFrom('编发本级专刊', '采用', '报送'),
        way: word('综合'),
      }),
      { maxLength: 2 },
    ),
    instructions: fc.array(
      fc.record({ level: fc.constantFrom('区', '市'), duty: fc.constantFrom('区委书记', '副区长') }),
      { maxLength: 1 },
    ),
  }),
  bulletin: fc.record({ items: fc.array(fc.record({ opinion: fc.constantFrom('1', '2', '3') }), { maxLength: 2 }) }),
  speech: fc.record({ on: day, member, event: word('1', '2', '3'), way: fc.constantFrom('口头', '书面') }),
  researchReport: fc.record({
    finishedOn: day,
    writers: fc.constantFrom(['委员甲'], ['委员乙'], []),
    group: members,
  }),
  contributor: fc.record({ name: fc.constant('撰稿人'), member: maybe(member) }),
  oralHistory: fc.record({ on: day, state: fc.constantFrom('已核对', '准备'), contributor: fc.constantFrom('1', '2') }),
  contribution: fc.record({
    on: day,
    member: maybe(member),
    organisation: maybe(unit),
    review: fc.constantFrom('已核', '待核'),
    contributionType: fc.constantFrom('捐款捐物', '企业落户招商', '好事实事'),
    amount: maybe(fc.integer({ min: 1, max: 30 })),
    introducers: maybe(members),
  }),
  award: fc.record({
    year: fc.constantFrom(2023, 2024),
    name: fc.constantFrom('优秀政协委员', '优秀提案'),
    member: maybe(member),
    proposal: word('1', '2'),
    level: word('区级', '国家级'),
  }),
  scoreEntry: fc.record({
    member: maybe(member),
    subdistrictOffice: street,
    scheme: fc.constantFrom('zhongyuan', 'zhongyuan', 'street'),
    item: fc.constantFrom('X6', 'X7', 'C1', 'V1'),
    on: day,
    points: fc.integer({ min: -10, max: 10 }),
    reason: fc.constant('试验'),
    reverses: word('1', '2'),
  }),
};

const ROSTER: Readonly<Record<string, readonly string[]>> = {
  person: ['p1', 'p2'],
  member: MEMBERS,
  subdistrictOffice: ['s1', 's2'],
  organisation: ['u1', 'u2'],
};

export const deed: fc.Arbitrary<Deed> = fc
  .constantFrom(...Object.keys(KINDS), 'event', 'proposal', 'opinion', 'event')
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      id: fc.constantFrom(...(ROSTER[kind] ?? ['1', '2', '3', '4'])),
      values: fc.option(KINDS[kind] ?? fc.constant({}), { nil: undefined, freq: 8 }),
    }),
  );

export const deeds = (most: number): fc.Arbitrary<Deed[]> => fc.array(deed, { minLength: 5, maxLength: most });

export const carryOut = (ledger: ScoringLedger, { kind, id, values }: Deed): Diff =>
  values === undefined
    ? ledger.remove(kind, id)
    : ledger.put(kind, id, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
