/** What the forty members wrote, gave and received in 2025. Ids of members as in members.ts. */

export interface Proposal {
  readonly id: string;
  /** Blank: put forward by a body only. */
  readonly lead: string;
  /** In order; a name instead of an id: no member. */
  readonly cosigners: readonly string[];
  /** 委员个人, 委员联名 or a body. */
  readonly kind: string;
  readonly state: string;
  readonly key: boolean;
  readonly excellent: boolean;
  /** Default 2025-01-08. */
  readonly submittedOn: string;
  readonly filedOn: string;
  readonly mergedInto: string;
}

const FILED = ['立案', '已交办', '办理中', '已答复', '征询意见', '重新办理', '办结', '跟踪', '归档'];

/** id, first proposer, others, state, marks (K 重点 E 优秀), kind of a collective proposal. */
const PROPOSALS: readonly string[] = [
  'p01 m01 - 办结',
  'p02 m01 - 办结 K',
  'p03 m01 m02,m03 办结 E',
  'p04 m02 - 立案',
  'p05 m02 m04 已提交',
  'p06 m04 - 不予立案',
  'p07 m05 m06,m07,m08 办理中',
  'p08 m05 - 归档 KE',
  'p09 m06 - 转社情民意',
  'p10 m07 m05 转社情民意',
  'p11 m08 - 并案 - - p04',
  'p12 m09 - 草稿',
  'p13 m09 - 撤回',
  'p14 m10 m11,m12,m13 办结 - 界别',
  'p15 - m14,m15,m16,m17 办理中 - 党派',
  'p16 m11 - 已答复',
  'p17 m12 m11 征询意见',
  'p18 m13 - 办结 - - - 2024-11-05',
  'p19 m18 - 办结',
  'p20 m18 - 办结',
  'p21 m18 - 办结',
  'p22 m18 - 办结',
  'p23 m18 - 办结',
  'p24 m18 - 办结',
  'p25 m19 - 办结 K',
  'p26 m19 - 办结 E',
  'p27 m19 - 办结 KE',
  'p28 m20 何外 办结',
  'p29 m20 m21,吕外 办结',
  'p30 m21 - 立案',
  'p31 m22 - 立案 - - - none',
  'p32 m23 m24 跟踪 K',
  'p33 m24 m23 跟踪',
  'p34 m25 - 重新办理',
  'p35 m26 - 立案 - 专委会',
  'p36 m27 - 转委员来信',
  'p37 m28 - 退回修改',
  'p38 m30 - 办结 - - - 2025-08-08',
  'p39 m31 m30 办结 - - - 2025-11-01',
  'p40 m32 - 初审 KE',
  'p41 m33 m34,m35,m36,m37 办结 E',
  'p42 m34 - 已交办',
  'p43 m38 m39 立案',
  'p44 m08 m01 并案 - - p08',
  'p45 m17 - 草稿 - 界别',
  'p46 m28 - 已提交 - 界别',
];

export const proposals: readonly Proposal[] = PROPOSALS.map((line) => {
  const [id = '', lead = '', others = '-', state = '', marks = '-', body = '-', merged = '-', day = '2025-01-08'] =
    line.split(' ');
  const cosigners = others === '-' ? [] : others.split(',');
  const submittedOn = day === 'none' ? '' : day;
  return {
    id,
    lead: lead === '-' ? '' : lead,
    cosigners,
    kind: body === '-' ? (cosigners.length > 0 ? '委员联名' : '委员个人') : body,
    state,
    key: marks.includes('K'),
    excellent: marks.includes('E'),
    submittedOn,
    filedOn: FILED.includes(state) ? submittedOn || '2025-02-01' : '',
    mergedInto: merged === '-' ? '' : merged,
  };
});

export interface Opinion {
  readonly id: string;
  /** Blank: somebody who is no member. */
  readonly lead: string;
  readonly coauthors: readonly string[];
  /**
   * D 编发本级专刊 d the same, put together with others S 市采用 s 市综合采用 V 省采用 N 全国采用 B in an issue, nothing else noted
   * T 转送部门 R 报送
   */
  readonly ways: string;
  /** Levels of the leaders who wrote on it. */
  readonly instructions: readonly string[];
  readonly duplicateOf: string;
  readonly receivedOn: string;
}

const OPINIONS: readonly string[] = [
  'o01 m01 - DS',
  'o02 m01 - B',
  'o03 m01 m02 D',
  'o04 m02 - -',
  'o05 m02 - D - o04',
  'o06 m03 - DSV 区',
  'o07 m03 - d',
  'o08 m05 - SVN 市,全国',
  'o09 m18 - -',
  'o10 m18 - -',
  'o11 m18 - -',
  'o12 m18 - -',
  'o13 m18 - -',
  'o14 m18 - -',
  'o15 m19 - D',
  'o16 m19 - D 区,省',
  'o17 m19 - D',
  'o18 m19 - D',
  'o19 m06 m07,m08 DS',
  'o20 m20 - T',
  'o21 m21 - R',
  'o22 m22 - s',
  'o23 m24 - D - - 2024-12-30',
  'o24 m30 - D - - 2025-09-09',
  'o25 - m33 D',
  'o26 m34 - -',
  'o27 m38 - D 区',
  'o28 m11 - DSN',
  'o29 m29 - -',
  'o30 m34 m36 -',
];

const parts = (text: string): readonly string[] => (text === '-' ? [] : text.split(','));

export const opinions: readonly Opinion[] = OPINIONS.map((line) => {
  const [id = '', lead = '', others = '-', ways = '-', instructions = '-', same = '-', day = '2025-05-20'] =
    line.split(' ');
  return {
    id,
    lead: lead === '-' ? '' : lead,
    coauthors: parts(others),
    ways: ways === '-' ? '' : ways,
    instructions: parts(instructions),
    duplicateOf: same === '-' ? '' : same,
    receivedOn: day,
  };
});

export interface Speech {
  readonly member: string;
  readonly way: string;
  readonly outcome: string;
}

export const speeches: readonly Speech[] = [
  { member: 'm01', way: '口头', outcome: '采用' },
  { member: 'm02', way: '书面', outcome: '采用' },
  { member: 'm03', way: '口头', outcome: '采用' },
  { member: 'm03', way: '口头', outcome: '采用' },
  { member: 'm03', way: '书面', outcome: '采用' },
  { member: 'm03', way: '书面', outcome: '采用' },
  { member: 'm19', way: '口头', outcome: '采用' },
  { member: 'm23', way: '书面', outcome: '不采用' },
  { member: 'm27', way: '书面', outcome: '转社情民意' },
  { member: 'm33', way: '即席', outcome: '采用' },
  { member: 'm36', way: '口头', outcome: '不采用' },
  { member: 'm04', way: '书面', outcome: '采用' },
  { member: 'm05', way: '口头', outcome: '采用' },
];

export interface Gift {
  readonly member: string;
  readonly type: string;
  readonly review: '已核' | '待核';
  readonly amount?: number;
  readonly jobs?: number;
  readonly households?: number;
  readonly items?: number;
  readonly introducers?: readonly string[];
}

export const gifts: readonly Gift[] = [
  { member: 'm02', type: '捐款捐物', review: '已核', amount: 12 },
  { member: 'm03', type: '企业落户招商', review: '已核', amount: 500, introducers: ['m04'] },
  { member: 'm05', type: '好事实事', review: '待核', items: 2 },
  { member: 'm07', type: '结对帮扶', review: '已核', households: 3 },
  { member: 'm11', type: '结对帮扶', review: '已核' },
  { member: 'm20', type: '新增就业', review: '已核', jobs: 25 },
  { member: 'm24', type: '志愿服务', review: '已核' },
  { member: 'm29', type: '好事实事', review: '已核', items: 4 },
  { member: 'm35', type: '捐款捐物', review: '已核', amount: 3 },
  { member: 'm35', type: '义诊法律咨询', review: '已核' },
  { member: 'm35', type: '好事实事', review: '已核', items: 1 },
  { member: 'm35', type: '结对帮扶', review: '已核', households: 5 },
  { member: 'm36', type: '企业落户招商', review: '待核', amount: 30 },
  { member: 'm21', type: '结对帮扶', review: '待核', households: 1 },
  { member: 'm37', type: '企业落户招商', review: '已核', amount: 80 },
  { member: 'm37', type: '企业落户招商', review: '已核', amount: 60 },
  { member: 'm37', type: '企业落户招商', review: '已核', amount: 40 },
];

export interface Honour {
  readonly member: string;
  readonly level: string;
  readonly year: number;
}

export const honours: readonly Honour[] = [
  { member: 'm01', level: '省级', year: 2025 },
  { member: 'm10', level: '区级', year: 2025 },
  { member: 'm11', level: '市级', year: 2025 },
  { member: 'm11', level: '国家级', year: 2025 },
  { member: 'm19', level: '区级', year: 2025 },
  { member: 'm24', level: '其他', year: 2025 },
  { member: 'm38', level: '省级', year: 2024 },
];

/** 来稿, by members who are registered as contributors. `characters` 0: without a text. */
export interface Memoir {
  readonly member: string;
  readonly characters: number;
  readonly state: string;
}

export const memoirs: readonly Memoir[] = [
  { member: 'm11', characters: 0, state: '登记' },
  { member: 'm12', characters: 2500, state: '编入' },
  { member: 'm14', characters: 3000, state: '不用' },
  { member: 'm24', characters: 800, state: '已出版' },
];

export interface Interview {
  readonly member: string;
  readonly state: string;
}

export const interviews: readonly Interview[] = [
  { member: 'm12', state: '已归档' },
  { member: 'm32', state: '准备' },
];

export interface Report {
  readonly id: string;
  readonly group: readonly string[];
  /** Of the group, who wrote it. */
  readonly writers: readonly string[];
  readonly finishedOn: string;
}

export const reports: readonly Report[] = [
  { id: 'r1', group: ['m01', 'm02', 'm03'], writers: ['m01'], finishedOn: '2025-06-30' },
  { id: 'r2', group: ['m19', 'm20'], writers: ['m19'], finishedOn: '2025-09-30' },
  { id: 'r3', group: ['m19'], writers: [], finishedOn: '2024-09-30' },
];

/** Points entered by hand; `reversed`: taken back by another entry. */
export interface HandEntry {
  readonly member: string;
  readonly scheme: string;
  readonly item: string;
  readonly points: number;
  readonly reversed?: true;
}

export const handEntries: readonly HandEntry[] = [
  { member: 'm01', scheme: 'guangshui', item: 'X1', points: 5 },
  { member: 'm01', scheme: 'guangshui', item: 'X2', points: 5 },
  { member: 'm02', scheme: 'guangshui', item: 'X1', points: 5, reversed: true },
  { member: 'm03', scheme: 'guangshui', item: 'X1', points: 5 },
  { member: 'm03', scheme: 'guangshui', item: 'X1', points: 5 },
  { member: 'm11', scheme: 'guangshui', item: 'X1', points: 3 },
  { member: 'm19', scheme: 'hefei', item: 'J5', points: 2 },
  { member: 'm33', scheme: 'zhongyuan', item: 'X6', points: -5 },
  { member: 'm36', scheme: 'zhongyuan', item: 'X7', points: -10 },
];
