import type { Values } from '../../../shared/records/record.ts';
import type { ScoringLedger } from './scoring-ledger.ts';

/** Deeds of each item: enough to go over its cap where it has one, and what the item alone gives then. */
export interface Case {
  readonly deeds: (ledger: ScoringLedger) => unknown;
  /** What each deed gives by itself, in order of day, and what counts of it. */
  readonly lines: readonly string[];
}

const times = (count: number, act: (index: number) => void): void => {
  for (let index = 1; index <= count; index++) act(index);
};
export const day = (index: number): string => `2024-03-${String(index).padStart(2, '0')}`;
export const meeting = (index: number, values: Values): Values => ({ start: `${day(index)}T09:00`, ...values });
export const proposal = (ledger: ScoringLedger, index: number, values: Values) =>
  ledger.put('proposal', `t${index}`, { submittedOn: day(index), state: '立案', year: 2024, ...values });
export const opinion = (ledger: ScoringLedger, index: number, values: Values) =>
  ledger.put('opinion', `o${index}`, { receivedOn: day(index), lead: 'a', ...values });
const adopted = (level: string, action: string, more: Values = {}): Values => ({
  adoptions: [{ level, action, ...more }],
});
const contribution = (ledger: ScoringLedger, index: number, contributionType: string, values: Values = {}) =>
  ledger.put('contribution', `c${index}`, { on: day(index), member: 'a', review: '已核', contributionType, ...values });
const byHand = (ledger: ScoringLedger, index: number, item: string, points: number) =>
  ledger.put('scoreEntry', `s${index}`, {
    member: 'a',
    scheme: 'zhongyuan',
    item,
    on: day(index),
    points,
    reason: '试验',
    approver: '主席会议',
  });
const words = (count: number): Values => ({
  body: { blocks: [{ type: 'paragraph', text: [{ text: '字'.repeat(count) }] }] },
});

/** By item: what the default scheme gives. */
export const EARNED: Readonly<Record<string, Case>> = {
  A1: {
    deeds: (ledger) => {
      ledger.event('e1', meeting(1, { subtype: '全体会议', halfDays: 3 }), { a: { halfDaysPresent: 2 } });
      ledger.event('e2', meeting(2, { subtype: '全体会议', halfDays: 3 }), { a: '早退' });
      ledger.event('e3', meeting(3, { subtype: '全体会议' }), { a: '迟到' });
      ledger.event('e4', meeting(4, { subtype: '全体会议', status: '取消' }), { a: '出席' });
    },
    lines: ['A1 10', 'A1 15→10', 'A1 5→0'],
  },
  A2a: {
    deeds: (ledger) => {
      ledger.put('member', 'a', { person: 'p-a', isStanding: true });
      times(7, (index) => ledger.event(`e${index}`, meeting(index, { subtype: '常委会会议' }), { a: '出席' }));
    },
    lines: [...Array<string>(6).fill('A2a 2.5'), 'A2a 2.5→0'],
  },
  A2b: {
    deeds: (ledger) => {
      for (let index = 1; index <= 4; index++)
        ledger.event(`e${index}`, meeting(index, { subtype: '常委会会议' }), { a: { role: '列席' } });
      ledger.event('e5', meeting(5, { category: '协商', consultForm: '对口协商' }), { a: { role: '特邀' } });
      ledger.event('e6', meeting(6, { category: '协商', consultForm: '界别协商' }), { a: { role: '列席' } });
      // Whoever has to come is no guest.
      ledger.event('e7', meeting(7, { category: '协商', consultForm: '界别协商' }), { a: '出席' });
    },
    lines: [...Array<string>(5).fill('A2b 3'), 'A2b 3→0'],
  },
  B1: {
    deeds: (ledger) => {
      proposal(ledger, 1, { lead: 'a' });
      proposal(ledger, 2, { lead: 'a', state: '并案' });
      proposal(ledger, 3, { lead: 'a', state: '不予立案' });
      proposal(ledger, 4, { lead: 'a', state: '办结' });
    },
    lines: ['B1 10', 'B1 5', 'B1 10→5'],
  },
  B2: {
    deeds: (ledger) => times(3, (index) => proposal(ledger, index, { lead: 'b', cosigners: [{ member: 'a' }] })),
    lines: ['B2 3', 'B2 3', 'B2 3→0'],
  },
  B3: {
    deeds: (ledger) => {
      proposal(ledger, 1, { proposalKind: '界别', lead: 'a', cosigners: [{ member: 'b' }] });
      proposal(ledger, 2, { proposalKind: '党派', lead: 'b', cosigners: [{ member: 'a' }] });
    },
    lines: ['B3 8', 'B3 3→2'],
  },
  B4: {
    deeds: (ledger) => times(2, (index) => proposal(ledger, index, { lead: 'a', state: '转社情民意' })),
    lines: ['B4 3', 'B4 3→0'],
  },
  C1: {
    deeds: (ledger) => {
      times(4, (index) => opinion(ledger, index, {}));
      opinion(ledger, 5, { duplicateOf: 'o1' });
    },
    lines: ['C1 1', 'C1 1', 'C1 1', 'C1 1→0'],
  },
  C2: {
    deeds: (ledger) => {
      opinion(ledger, 1, adopted('区', '编发本级专刊', { way: '综合' }));
      opinion(ledger, 2, { lead: 'b', coauthors: ['a'], ...adopted('区', '编发本级专刊') });
      opinion(ledger, 3, { lead: 'a', coauthors: ['b'], ...adopted('区', '采用') });
      opinion(ledger, 4, {});
      ledger.put('bulletin', 'b1', { items: [{ opinion: 'o4' }] });
      opinion(ledger, 5, {});
    },
    lines: ['C1 1', 'C1 1', 'C1 1', 'C1 1→0', 'C2 2', 'C2 2', 'C2 4', 'C2 4'],
  },
  D1: {
    deeds: (ledger) => {
      ledger.event('e1', meeting(1, { category: '活动', subtype: '调研' }), { a: '出席' });
      ledger.event('e2', meeting(2, { category: '监督' }), { a: '出席' });
      ledger.event('e3', meeting(3, { category: '走访', visitors: ['a'] }));
      ledger.event('e4', meeting(4, { category: '活动', subtype: '考察' }), { a: '出席' });
      ledger.event('e5', meeting(5, { category: '活动', subtype: '视察' }), { a: '出席' });
    },
    lines: ['D1 4', 'D1 4', 'D1 4', 'D1 4', 'D1 4→0'],
  },
  D2: {
    deeds: (ledger) => {
      times(4, (index) =>
        ledger.event(`e${index}`, meeting(index, { category: '协商', consultForm: '微协商' }), { a: '出席' }),
      );
      ledger.event('e5', meeting(5, { category: '活动', consultLevel: '街道' }), { a: '出席' });
    },
    lines: ['D2 3', 'D2 3', 'D2 3', 'D2 3', 'D2 3→0'],
  },
  E1: {
    deeds: (ledger) => {
      ledger.event('e1', meeting(1, { category: '学习培训', tags: ['外出培训'] }), { a: '出席' });
      ledger.event('e2', meeting(2, { category: '学习培训', tags: ['外出培训'] }), { a: '早退' });
      ledger.event('e3', meeting(3, { category: '活动', subtype: '读书活动' }), { a: '出席' });
      ledger.event('e4', meeting(4, { category: '会议', subtype: '政情通报会' }), { a: '出席' });
    },
    lines: ['E1 5', 'E1 2.5', 'E1 2.5', 'E1 2.5→0'],
  },
  F1a: {
    deeds: (ledger) => {
      times(2, (index) =>
        ledger.put('speech', `h${index}`, { on: day(index), member: 'a', way: '口头', outcome: '采用' }),
      );
      ledger.put('speech', 'h3', { on: day(3), member: 'a', way: '书面' });
      ledger.put('speech', 'h4', { on: day(4), member: 'a', way: '即席', outcome: '采用' });
      ledger.put('speech', 'h5', { on: day(5), member: 'a', way: '口头', outcome: '不采用' });
    },
    lines: ['F1a 5', 'F1a 5', 'F1a 2', 'F1a 5→0'],
  },
  F1b: {
    deeds: (ledger) => {
      ledger.event('e1', meeting(1, { category: '协商', consultForm: '专题协商会' }), { a: { speech: '口头' } });
      ledger.event('e2', meeting(2, { category: '协商', consultForm: '专题协商会' }), { a: { speech: '书面' } });
      ledger.event('e3', meeting(3, { category: '协商', consultForm: '专题协商会' }), { a: { speech: '口头' } });
      ledger.put('speech', 'h1', { event: 'e3', member: 'b', way: '口头' });
    },
    lines: ['F1b 5', 'F1b 2'],
  },
  F2: {
    deeds: (ledger) => {
      proposal(ledger, 1, { lead: 'a', state: '已提交', isKey: true, isExcellent: true });
      proposal(ledger, 2, { lead: 'a', state: '已提交' });
      ledger.put('award', 'w1', { year: 2024, name: '优秀提案', proposal: 't2', member: 'a', level: '区级' });
      proposal(ledger, 3, { lead: 'a', state: '已提交', isKey: true });
    },
    lines: ['F2 10', 'F2 5', 'F2 5→0'],
  },
  F3: {
    deeds: (ledger) => {
      opinion(ledger, 1, {
        adoptions: [
          { level: '市', action: '采用' },
          { level: '省', action: '转送部门' },
        ],
      });
      opinion(ledger, 2, { lead: 'b', coauthors: ['a'], ...adopted('市', '采用') });
      opinion(ledger, 3, adopted('全国', '采用'));
    },
    lines: ['C1 1', 'C1 1', 'F3 6', 'F3 1.5', 'F3 15→12.5'],
  },
  F4: {
    deeds: (ledger) => {
      opinion(ledger, 1, { instructions: [{ leader: '甲', level: '区', duty: '区委副书记、区长' }] });
      opinion(ledger, 2, { instructions: [{ leader: '甲', level: '区', duty: '副区长' }] });
      opinion(ledger, 3, {
        instructions: [
          { leader: '乙', duty: '区委书记' },
          { leader: '丙', level: '市' },
        ],
      });
      opinion(ledger, 4, { instructions: [{ leader: '丁', level: '省' }] });
      opinion(ledger, 5, { instructions: [{ leader: '戊', level: '全国' }] });
    },
    lines: ['C1 1', 'C1 1', 'C1 1', 'C1 1→0', 'C1 1→0', 'F4 4', 'F4 6', 'F4 10', 'F4 20→0'],
  },
  F5a: {
    deeds: (ledger) =>
      times(3, (index) =>
        ledger.put('researchReport', `r${index}`, { finishedOn: day(index), writers: ['委员a'], group: ['a', 'b'] }),
      ),
    lines: ['F5a 5', 'F5a 5', 'F5a 5→0', 'F5b 1→0', 'F5b 1→0', 'F5b 1→0'],
  },
  F5b: {
    deeds: (ledger) =>
      ledger.put('researchReport', 'r1', { finishedOn: day(1), writers: ['委员b'], group: ['a', 'b'] }),
    lines: ['F5b 1'],
  },
  F5c: {
    deeds: (ledger) => {
      ledger.event('e1', meeting(1, { category: '会议' }), { a: { part: '执笔人' } });
      ledger.event('e2', meeting(2, { category: '会议' }), { a: { part: '课题组成员' } });
      ledger.event('e3', meeting(3, { category: '会议', parentResearch: 'r1' }), { a: { part: '执笔人' } });
    },
    lines: ['F5c 5', 'F5c 1'],
  },
  F6a: {
    deeds: (ledger) => {
      ledger.put('contributor', 'k1', { name: '委员a', member: 'a' });
      ledger.put('submission', 'm1', { receivedOn: day(1), state: '编入', contributors: ['k1'], ...words(2999) });
      ledger.put('submission', 'm2', { receivedOn: day(2), state: '初审', contributors: ['k1'], ...words(2000) });
      ledger.put('submission', 'm3', { receivedOn: day(3), state: '定稿', contributors: ['k1'], ...words(7000) });
    },
    lines: ['F6a 2', 'F6a 7→6'],
  },
  F6b: {
    deeds: (ledger) => {
      ledger.put('contributor', 'k1', { name: '委员a', member: 'a' });
      times(3, (index) =>
        ledger.put('oralHistory', `y${index}`, { on: day(index), state: '已核对', contributor: 'k1' }),
      );
      ledger.put('oralHistory', 'y4', { on: day(4), state: '整理中', contributor: 'k1' });
    },
    lines: ['F6b 3', 'F6b 3', 'F6b 3→2'],
  },
  F6c: { deeds: (ledger) => byHand(ledger, 1, 'F6c', 0.5), lines: ['F6c 0.5'] },
  F7a: {
    deeds: (ledger) => {
      contribution(ledger, 1, '企业落户招商');
      contribution(ledger, 2, '企业落户招商', { member: 'b', introducers: ['a'] });
      contribution(ledger, 3, '企业落户招商', { review: '待核' });
      contribution(ledger, 4, '企业落户招商');
    },
    lines: ['F7a 5', 'F7a 5', 'F7a 5→2'],
  },
  F7b: { deeds: (ledger) => contribution(ledger, 1, '新增就业', { jobs: 39 }), lines: ['F7b 3'] },
  F7c: {
    deeds: (ledger) => {
      ledger.put('organisation', 'g1', { name: '企业', owner: 'a' });
      contribution(ledger, 1, '捐款捐物', { member: undefined, organisation: 'g1', amount: 12.5 });
    },
    lines: ['F7c 2'],
  },
  F7d: { deeds: (ledger) => contribution(ledger, 1, '结对帮扶', { households: 3 }), lines: ['F7d 3'] },
  F7e: { deeds: (ledger) => contribution(ledger, 1, '好事实事'), lines: ['F7e 1'] },
  F8a: {
    deeds: (ledger) => {
      ledger.event('e1', meeting(1, { category: '会议' }), { a: { role: '主讲' } });
      ledger.event('e2', meeting(2, { category: '会议' }), { a: { part: '主讲人' } });
      ledger.event('e3', meeting(3, { category: '会议' }), { a: { part: '主讲人' } });
    },
    lines: ['F8a 2', 'F8a 2', 'F8a 2→1'],
  },
  F8b: {
    deeds: (ledger) => ledger.event('e1', meeting(1, { category: '会议' }), { a: { part: '提供资源' } }),
    lines: ['F8b 1'],
  },
  F8c: { deeds: (ledger) => byHand(ledger, 1, 'F8c', 1), lines: ['F8c 1'] },
  F9: {
    deeds: (ledger) => {
      for (const [index, level] of ['区级', '市级', '省级', '国家级', '其他'].entries())
        ledger.put('award', `w${index}`, { year: 2024, name: '优秀政协委员', member: 'a', level });
    },
    lines: ['F9 1', 'F9 2', 'F9 4', 'F9 6→3'],
  },
};

/** One absence of each kind; the scheme takes the heaviest rule for it. */
export const LOST: Readonly<Record<string, Case>> = {
  X1a: {
    deeds: (ledger) => {
      ledger.event('e1', meeting(1, { subtype: '全体会议', mandatory: '必须参加' }), { a: '缺席' });
      ledger.event('e2', meeting(2, { subtype: '全体会议', status: '延期' }), { a: '缺席' });
    },
    lines: ['X1a -10'],
  },
  X1b: {
    deeds: (ledger) => {
      ledger.event('e1', meeting(1, { subtype: '全体会议', halfDays: 3 }), { a: '请假（已批）' });
      ledger.event('e2', meeting(2, { subtype: '全体会议' }), { a: '请假待批' });
    },
    lines: ['X1b -6'],
  },
  X2: {
    deeds: (ledger) => {
      ledger.put('member', 'a', { person: 'p-a', isStanding: true });
      ledger.event('e1', meeting(1, { subtype: '常委会会议' }), { a: '请假（未批）' });
      ledger.event('e2', meeting(2, { subtype: '常委会会议' }), { a: '请假（已批）' });
    },
    lines: ['X2 -5', 'X2 -2'],
  },
  X3: {
    deeds: (ledger) => {
      ledger.event('e1', meeting(1, { subtype: '座谈会', mandatory: '必须参加' }), { a: '缺席' });
      ledger.event('e2', meeting(2, { subtype: '座谈会', mandatory: '必须参加' }), { a: '请假（已批）' });
      ledger.event('e3', meeting(3, { subtype: '座谈会' }), { a: '缺席' });
    },
    lines: ['X3 -2', 'X3 -1'],
  },
  X4: {
    deeds: (ledger) => ledger.event('e1', meeting(1, { category: '活动', mandatory: '报名参加' }), { a: '缺席' }),
    lines: ['X4 -1'],
  },
  X6: { deeds: (ledger) => byHand(ledger, 1, 'X6', -5), lines: ['X6 -5'] },
  X7: { deeds: (ledger) => byHand(ledger, 1, 'X7', -10), lines: ['X7 -10'] },
};
