import { describe, expect, it } from 'vitest';
import { bySector, COLLECTIVE } from '../../../shared/figures/proposal-spread.ts';
import {
  BOARD,
  isAnswered,
  isAnsweredInTime,
  isFaceToFace,
  isSatisfied,
  proposalShares,
  proposalTallies,
} from '../../../shared/figures/proposal-year.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';
import { proposalMachine } from '../../../shared/workflow/proposal.ts';

/** Three months, by the calendar; nothing else is asked for here. */
const context = {
  after: (from: string) => {
    const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
    return new Date(Date.UTC(year, month - 1 + 3, day)).toISOString().slice(0, 10);
  },
};
const record = (id: string, values: Values): StoredRecord => ({
  id,
  kind: 'proposal',
  rev: 1,
  createdAt: '',
  createdBy: '',
  updatedAt: '',
  updatedBy: '',
  values,
});
const unit = (name: string, more: Values = {}) => ({ unit: name, role: '主办', handedOn: '2024-03-20', ...more });
const reply = (name: string, repliedOn: string, more: Values = {}) => ({ unit: name, repliedOn, class: 'A', ...more });

describe('办复', () => {
  it('期限当天答复算期限内，晚一天不算', () => {
    const on = (day: string) => ({ assignments: [unit('甲')], replies: [reply('甲', day)] });
    expect(isAnsweredInTime(on('2024-06-20'), context)).toBe(true);
    expect(isAnsweredInTime(on('2024-06-21'), context)).toBe(false);
    expect(isAnswered(on('2024-06-21'))).toBe(true);
  });

  it('分办的每家都要按期；会办的不用答复', () => {
    const assignments = [unit('甲', { role: '分办' }), unit('乙', { role: '分办' }), unit('丙', { role: '会办' })];
    expect(isAnsweredInTime({ assignments, replies: [reply('甲', '2024-05-01')] }, context)).toBe(false);
    const both = [reply('甲', '2024-05-01'), reply('乙', '2024-05-02')];
    expect(isAnsweredInTime({ assignments, replies: both }, context)).toBe(true);
  });

  it('批准延期的按延长后的期限；退回重办的答复不算答复；退办走了的单位不用答复', () => {
    const late = [reply('甲', '2024-08-01')];
    expect(isAnsweredInTime({ assignments: [unit('甲', { extendedTo: '2024-08-31' })], replies: late }, context)).toBe(
      true,
    );
    const sentBack = [reply('甲', '2024-05-01', { review: '退回重办' })];
    expect(isAnswered({ assignments: [unit('甲')], replies: sentBack })).toBe(false);
    const gone = unit('乙', { state: '退办申请', returnResult: '同意退办' });
    expect(isAnsweredInTime({ assignments: [gone, unit('甲')], replies: [reply('甲', '2024-05-01')] }, context)).toBe(
      true,
    );
  });

  it('旧台账：没有承办行、答复没写单位、没有期限的，答复了即算', () => {
    expect(isAnsweredInTime({ replies: [{ class: 'A', repliedOn: '2020-01-01' }] }, context)).toBe(true);
    const bare = { assignments: [{ unit: '甲', role: '主办' }], replies: [{ class: 'A' }] };
    expect(isAnsweredInTime(bare, context)).toBe(true);
    expect(isAnsweredInTime({}, context)).toBe(false);
  });
});

describe('满意与面商', () => {
  it('看最近一次办理：头一次不满意、重办后满意的算满意；没有征询过的不算已反馈', () => {
    const unhappy = { member: 'a', attitude: '满意', result: '不满意', round: 1 };
    expect(isSatisfied({ feedback: [unhappy] })).toBe(false);
    expect(isSatisfied({ feedback: [unhappy, { member: 'a', result: '基本满意', round: 2 }] })).toBe(true);
    expect(isSatisfied({ feedback: [{ member: 'a', opinion: '还没表态' }] })).toBeUndefined();
  });

  it('走访面谈、座谈会、督办“面对面”算当面，电话不算', () => {
    expect(isFaceToFace({ replies: [{ contactWays: ['电话', '座谈会'] }] })).toBe(true);
    expect(isFaceToFace({ feedback: [{ heardBy: '走访面谈' }] })).toBe(true);
    expect(isFaceToFace({ followUps: [{ form: '面对面' }] })).toBe(true);
    expect(isFaceToFace({ replies: [{ contactWays: ['电话'] }], followUps: [{ form: '书面催办' }] })).toBe(false);
  });
});

describe('合计', () => {
  const cases = [
    record('a', { state: '办结', replies: [{ class: 'B' }] }),
    record('b', { state: '并案', mergedInto: 'a' }),
    record('c', { state: '不予立案' }),
    record('d', { state: '初审' }),
    record('e', { state: '撤回' }),
  ];
  const ids = (id: string) => proposalTallies(cases).find((tally) => tally.id === id)?.ids;

  it('收件等于立案、并案、不予立案、转出、待审查之和：一件不漏一件不重', () => {
    const parts = ['filed', 'merged', 'rejected', 'toOpinion', 'elsewhere', 'examining'].flatMap((id) => ids(id) ?? []);
    expect(parts.sort()).toEqual([...(ids('received') ?? [])].sort());
    expect(ids('toLookBack')).toEqual(['a']);
  });

  it('看板的列盖住流程的每一个状态（草稿除外），一个状态只在一列', () => {
    const shown = BOARD.flatMap(({ states }) => states);
    expect([...shown].sort()).toEqual(
      Object.keys(proposalMachine.states)
        .filter((state) => state !== '草稿')
        .sort(),
    );
  });

  it('采纳率按条合计；没有建议的件不进分母', () => {
    const entry = (id: string, adoption: string) => record(id, { proposal: 'a', adoption });
    const list = (kind: string) => (kind === 'suggestion' ? [entry('s1', '采纳'), entry('s2', '留作参考')] : cases);
    const share = proposalShares(cases, list, context).find(({ id }) => id === 'adopted');
    expect(share).toMatchObject({ met: ['a'], of: ['a'], counts: { met: 1, of: 2 } });
  });

  it('界别按第一提案人；集体提案自成一行；不知道的排最后', () => {
    const member = record('m', { sector: '教育' });
    const lookup = (kind: string, id: string) => (kind === 'member' && id === 'm' ? member : undefined);
    const some = [
      record('x', { state: '立案', lead: 'm' }),
      record('y', { state: '立案', leadUnit: '民盟某支部' }),
      record('z', { state: '初审' }),
    ];
    expect(bySector(some, lookup).map(({ key }) => key)).toEqual(['教育', COLLECTIVE, '']);
  });
});
