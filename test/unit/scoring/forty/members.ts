/**
 * Forty invented members of the year 2025 and what each attended. Made so that the rules of eight schemes are tried at
 * their edges: caps exceeded, leave against absence, standing members and others, guests, staff, newcomers, nothing at all.
 */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly standing: boolean;
  /** One letter an event, in the order of EVENTS; a plenary is followed by the half days attended. */
  readonly rolls: Rolls;
  readonly appointedOn: string;
  readonly exitOn?: string;
}

export type Rolls = Readonly<Record<Group, readonly Mark[]>>;
export type Group = (typeof GROUPS)[number];

/** Who was there and how. */
export interface Mark {
  readonly state: string;
  readonly role: string;
  /** Half days attended; undefined where nobody noted them. */
  readonly halfDays?: number;
}

export const GROUPS = [
  'plenary',
  'discussion',
  'standing',
  'meeting',
  'consultation',
  'grassroots',
  'activity',
  'charity',
  'supervision',
  'visit',
  'study',
  'reading',
  'away',
  'void',
] as const;

/**
 * P 出席 T 迟到 Z 早退 L 请假（已批） U 请假（未批） W 请假待批 A 缺席 N 不参加; K 主讲, there; S 工作人员, there. A small letter:
 * 列席 instead of 应出席.
 */
const STATES: Readonly<Record<string, string>> = {
  P: '出席',
  K: '出席',
  S: '出席',
  T: '迟到',
  Z: '早退',
  L: '请假（已批）',
  U: '请假（未批）',
  W: '请假待批',
  A: '缺席',
  N: '不参加',
};
const ROLES: Readonly<Record<string, string>> = { K: '主讲', S: '工作人员' };

export const NOT_NAMED: Mark = { state: '', role: '' };

function markOf(letter: string): Mark {
  if (letter === '-') return NOT_NAMED;
  const state = STATES[letter.toUpperCase()];
  if (!state) throw new Error(`no such mark: ${letter}`);
  return { state, role: letter === letter.toLowerCase() ? '列席' : (ROLES[letter] ?? '应出席') };
}

function plenaryMarks(text: string): readonly Mark[] {
  return (text.match(/../gu) ?? []).map(([letter = '-', half = '-']) => ({
    ...markOf(letter),
    ...(/\d/u.test(half) ? { halfDays: Number(half) } : {}),
  }));
}

/** Written apart: plenary (2), 分组讨论, 常委会 (5), 其他会议 (3), 协商会, 基层协商 (5), 活动 (6), 公益 (3), 监督, 走访, 学习 (3), 读书, 外出培训, 不算的 (9). */
const ROLL: readonly string[] = [
  'm01 赵样 常委 P4P2 P PPPPP PPP P PP--- PPPP-- P-- P P PP- P P ---------',
  'm02 钱样 委员 P4-- - ----- PP- P P---- PP---- --- - - P-- - - ---------',
  'm03 孙样 委员 P4P2 P ppppp PPP P PPPPP PPPPPP PPP P P PPP P P ---------',
  'm04 李样 委员 L0L0 - ----- L-- - ----- ------ --- - - --- - - ---------',
  'm05 周样 常委 A0-- A APLUW A-- A ----- A----- --- - - --- - - ---------',
  'm06 吴样 委员 T3-- T t---- TZ- T TT--- TZ---- T-- T T TTT T T ---------',
  'm07 郑样 委员 P1-- - ----- --- - ----- P----- --- - - --- - - ---------',
  'm08 王样 委员 P4-- P ----- P-- - P---- PP---- --- - - --- - P ---------',
  'm09 冯样 委员 P4-- P ----- P-- - ----- P----- --- - - --- - Z ---------',
  'm10 陈样 常委 P4P2 P PLLPP PP- P ----- PP---- --- P - P-- - - LLLLLLLLL',
  'm11 褚样 委员 P4P2 P p-p-- PPP - PPP-- PPP--- P-- - P PP- P - ---------',
  'm12 卫样 委员 U0-- U ----- U-- - ----- UL---- --- - - --- - - ---------',
  'm13 蒋样 委员 W0-- W ----- W-- W ----- W----- --- - - --- - - ---------',
  'm14 沈样 委员 N0-- - ----- NN- N NNN-- NN---- --- - - --- - - ---------',
  'm15 韩样 常委 P4P2 P AAAAA AAA A ----- ------ --- - - --- - - ---------',
  'm16 杨样 委员 P4-- P aa--- a-- a aa--- ------ --- - - --- - - ---------',
  'm17 朱样 委员 P4-- S S---- S-- S SS--- SSS--- S-- S S SS- S - ---------',
  'm18 秦样 委员 P4P2 P pp--- PPP P P---- PP---- --- - - P-- - - TTTTTTTTT',
  'm19 尤样 常委 P4P2 P PPPPP PPP P PPPP- PPPPP- PP- P P PPP P P ---------',
  'm20 许样 委员 --P2 - ----- --- - P---- P----- --- - - --- - - ---------',
  'm21 何样 委员 L0P2 - ----- P-- P ----- P----- --- - - P-- - - ---------',
  'm22 吕样 委员 A0A0 A ----- AAA A AA--- AA---- --- A A AA- A A ---------',
  'm23 施样 常委 P4P2 P TZPPP PP- T P---- P----- --- T Z Z-- - T ---------',
  'm24 张样 委员 P4-- P ----- P-- - P---- PP---- P-- - - P-- P - ---------',
  'm25 孔样 委员 ---- - ----- --- - ----- ------ --- - - --- - - PPPPPPPPP',
  'm26 曹样 委员 P_-- P ----- --- - ----- ------ --- - - --- - - ---------',
  'm27 严样 委员 P2P1 - p---- PP- - PP--- P----- P-- - P P-- - - PP-------',
  'm28 华样 委员 P4P2 - ----- P-- P ----- K----- --- - - K-- - - ---------',
  'm29 金样 委员 P4P2 P ----- PPP P PPPPP PPPPPP PPP P P PPP P P AAAAAAAAA',
  'm30 魏样 委员 --P2 - --ppp -PP P ---PP ---PPP -PP P - -PP P P ---------',
  'm31 陶样 常委 --P2 - ----P --P - ----P -----P --P - - --P - - ---------',
  'm32 姜样 委员 Z3-- P LA--- P-- - ----- ------ --- - - --- - - ---------',
  'm33 戚样 委员 P4P2 P ----- PPP P PP--- PP---- --- - - P-- P - ---------',
  'm34 谢样 委员 P4-- P ----- -P- - ----- P----- P-- - - --- - - ---------',
  'm35 邹样 委员 P4-- - ----- --- - ----- ------ PPP - - --- - - ---------',
  'm36 喻样 委员 P4A0 - ----- --- - ----- P----- --- - - --- - - ---------',
  'm37 柏样 委员 T4Z2 T ----- TTT Z ZZ--- TTTTTT TTT T T TTT T Z ---------',
  'm38 水样 常委 P4P2 P PPPPL PPL L P---- PPP--- P-- P P PP- - - AAAAAAAAA',
  'm39 窦样 委员 P4-- P P---- P-- - P---- P----- --- - - --- - - ---------',
  'm40 章样 委员 ---- - ----- --- - ----- ------ --- - - --- - - LLLLLLLLL',
];

const APPOINTED: Readonly<Record<string, string>> = { m30: '2025-07-01', m31: '2025-10-15' };
const LEFT: Readonly<Record<string, string>> = { m39: '2025-03-31' };

export const members: readonly Member[] = ROLL.map((line) => {
  const [id = '', name = '', duty = '', plenary = '', ...rest] = line.split(' ');
  const marks = [plenaryMarks(plenary), ...rest.map((letters) => [...letters].map(markOf))];
  const rolls = Object.fromEntries(GROUPS.map((group, index) => [group, marks[index] ?? []])) as Rolls;
  const exitOn = LEFT[id];
  return {
    id,
    name,
    standing: duty === '常委',
    rolls,
    appointedOn: APPOINTED[id] ?? '2022-01-05',
    ...(exitOn ? { exitOn } : {}),
  };
});

/** An event all marks of one place stand for. */
export interface Meeting {
  readonly category: string;
  readonly subtype: string;
  readonly start: string;
  readonly halfDays?: number;
  readonly consultForm?: string;
  readonly consultLevel?: string;
  readonly mandatory?: '必须参加' | '报名参加';
  readonly tags?: readonly string[];
  /** Default 已结束. */
  readonly status?: string;
}

const of = (category: string, subtype: string, day: string, rest: Partial<Meeting> = {}): Meeting => ({
  category,
  subtype,
  start: `2025-${day}T09:00`,
  ...rest,
});

const consultation = (subtype: string, consultLevel: string, day: string): Meeting =>
  of('协商', subtype, day, { consultForm: subtype, consultLevel });

const CANCELLED = { status: '取消' } as const;

export const EVENTS: Readonly<Record<Group, readonly Meeting[]>> = {
  plenary: [of('会议', '全体会议', '01-10', { halfDays: 4 }), of('会议', '全体会议', '12-20', { halfDays: 2 })],
  discussion: [of('会议', '分组讨论', '01-11')],
  standing: [
    of('会议', '常委会会议', '02-20'),
    of('会议', '常委会会议', '04-22'),
    of('会议', '常委会会议', '06-24'),
    of('会议', '常委会会议', '09-23'),
    of('协商', '专题议政性常委会', '11-18', { consultForm: '专题议政性常委会', consultLevel: '区级' }),
  ],
  meeting: [
    of('会议', '座谈会', '01-20', { mandatory: '必须参加' }),
    of('会议', '座谈会', '05-15'),
    of('会议', '政情通报会', '10-30'),
  ],
  consultation: [{ ...consultation('专题协商会', '区级', '06-10'), mandatory: '必须参加' }],
  grassroots: [
    consultation('有事好商量', '街道', '03-05'),
    consultation('有事好商量', '街道', '05-07'),
    consultation('有事好商量', '街道', '07-09'),
    consultation('微协商', '社区（村）', '09-10'),
    consultation('微协商', '社区（村）', '11-12'),
  ],
  activity: [
    of('活动', '视察', '03-15', { mandatory: '必须参加' }),
    of('活动', '视察', '04-16', { mandatory: '报名参加' }),
    of('活动', '调研', '05-17'),
    of('活动', '调研', '08-18'),
    of('活动', '调研', '09-19'),
    of('活动', '考察', '10-20'),
  ],
  charity: [of('活动', '志愿服务', '03-04'), of('活动', '志愿服务', '07-06'), of('活动', '公益义诊', '10-17')],
  supervision: [of('监督', '民主评议', '08-08')],
  visit: [of('走访', '走访企业', '06-18')],
  study: [of('学习培训', '培训', '02-27'), of('学习培训', '讲座', '06-27'), of('学习培训', '学习研讨', '10-28')],
  reading: [of('活动', '读书活动', '04-23')],
  away: [of('学习培训', '培训', '09-02', { tags: ['外出培训'] })],
  void: [
    of('活动', '视察', '05-01', CANCELLED),
    { ...of('活动', '调研', '05-17'), start: '2024-05-17T09:00' },
    of('会议', '全体会议', '03-01', { ...CANCELLED, halfDays: 4 }),
    of('会议', '分组讨论', '03-02', CANCELLED),
    of('会议', '常委会会议', '03-03', CANCELLED),
    of('会议', '座谈会', '03-06', CANCELLED),
    { ...consultation('有事好商量', '街道', '03-07'), ...CANCELLED },
    of('活动', '志愿服务', '03-08', CANCELLED),
    of('学习培训', '培训', '03-09', { ...CANCELLED, tags: ['外出培训'] }),
  ],
};
