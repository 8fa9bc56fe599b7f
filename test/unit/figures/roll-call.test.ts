import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addExpected,
  compareRoll,
  nextToSitIn,
  readNames,
  rollSentence,
  settleRest,
  sittingInTimes,
  withState,
} from '../../../shared/figures/roll-call.ts';

const listed = [
  { id: '1', name: '李桂兰', title: '李桂兰（教育界）' },
  { id: '2', name: '李桂兰', title: '李桂兰（工会）' },
  { id: '3', name: '王毅', title: '王毅' },
  { id: '4', name: '欧阳静怡', title: '欧阳静怡' },
];

describe('签到', () => {
  it('粘贴的名单：认得空格拉开的两字名，同名的不猜，没有的说出来', () => {
    expect(readNames('王　毅\n欧阳静怡、李桂兰，赵某某\n', listed)).toEqual({
      found: ['3', '4'],
      unknown: ['赵某某'],
      several: ['李桂兰'],
    });
    expect(readNames('李桂兰（工会）', listed).found).toEqual(['2']);
    expect(readNames(' \n', listed)).toEqual({ found: [], unknown: [], several: [] });
  });

  it('补名单不动已有的人，不在范围里的只指出来', () => {
    const rows = [
      { member: 'a', role: '应出席', state: '出席' },
      { member: 'x', role: '应出席', state: '出席' },
      { name: '来宾', role: '列席', state: '出席' },
    ];
    expect(compareRoll(rows, ['a', 'b'])).toEqual({ missing: ['b'], outside: ['x'] });
    expect(addExpected(rows, ['b'])).toEqual([...rows, { member: 'b', role: '应出席', state: '待确认' }]);
  });

  it('改成出席，请假的类型、事由、批准人一并去掉', () => {
    const row = {
      member: 'a',
      role: '应出席',
      state: '请假（已批）',
      leaveType: '出差',
      reason: '外出',
      approver: '甲',
    };
    expect(withState(row, '出席')).toEqual({ member: 'a', role: '应出席', state: '出席' });
    expect(withState(row, '请假（未批）')).toEqual({ ...row, state: '请假（未批）' });
  });

  it('报道的那句话：过半数才说符合规定人数，没登记完不下结论', () => {
    const rows = (...states: string[]) => ({ attendance: states.map((state) => ({ role: '应出席', state })) });
    expect(rollSentence(rows('出席', '迟到', '请假（已批）'), true)).toBe(
      '应出席3人，实到2人，请假1人，符合规定人数。',
    );
    expect(rollSentence(rows('出席', '缺席'), true)).toBe('应出席2人，实到1人，缺席1人，未达到规定人数（须过半数）。');
    expect(rollSentence(rows('出席', '待确认'), true)).toBe('应出席2人，实到1人，还有1人没有登记。');
    expect(rollSentence(rows('出席'), false)).toBe('应出席1人，实到1人。');
  });

  it('其余记为出席：只动还不知道的人', () => {
    const states = ['待确认', '确认参加', '出席', '缺席', '请假（已批）', '不参加', '迟到'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states)), (list) => {
        const before = list.map((state) => ({ member: state, role: '应出席', state }));
        settleRest(before).forEach((row, index) => {
          const was = list[index];
          expect(row.state).toBe(was === '待确认' || was === '确认参加' ? '出席' : was);
        });
      }),
    );
  });

  it('分批列席：列席少的先来，一样多的照名册', () => {
    const times = sittingInTimes([
      {
        attendance: [
          { member: 'a', role: '列席', state: '出席' },
          { member: 'b', role: '列席', state: '请假（已批）' },
        ],
      },
      {
        attendance: [
          { member: 'a', role: '列席', state: '出席' },
          { member: 'c', role: '列席', state: '迟到' },
        ],
      },
    ]);
    expect([...times]).toEqual([
      ['a', 2],
      ['c', 1],
    ]);
    expect(nextToSitIn(['a', 'b', 'c', 'd'], times, 3)).toEqual(['b', 'd', 'c']);
  });
});
