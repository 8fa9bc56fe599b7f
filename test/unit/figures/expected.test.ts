import { describe, expect, it } from 'vitest';
import { expectedMembers, SCOPES, scopeOf, servedOn } from '../../../shared/figures/expected.ts';
import type { StoredRecord, Values } from '../../../shared/records/record.ts';

const record = (id: string, values: Values): StoredRecord => ({
  id,
  kind: 'member',
  rev: 1,
  createdAt: '',
  createdBy: '',
  updatedAt: '',
  updatedBy: '',
  values,
});
const term = 't10';
const members = [
  record('chair', { term, roles: ['主席'], isStanding: true, appointedOn: '2022-03-01', status: '在任' }),
  record('standing', {
    term,
    roles: ['常委'],
    isStanding: true,
    appointedOn: '2022-03-01',
    status: '在任',
    committee: 'c1',
  }),
  record('plain', {
    term,
    roles: ['委员'],
    isStanding: false,
    appointedOn: '2022-03-01',
    status: '在任',
    committee: 'c2',
    committee2: 'c1',
    sector: 's1',
    subdistrictOffice: 'o1',
  }),
  record('left', { term, isStanding: true, appointedOn: '2022-03-01', status: '已辞去', exitOn: '2024-06-20' }),
  record('joined', { term, isStanding: false, appointedOn: '2024-05-01', status: '届中增补', sector: 's1' }),
  record('named', { term, isStanding: false, status: '提名' }),
  record('before', {
    term: 't9',
    isStanding: true,
    appointedOn: '2017-03-01',
    status: '换届离任',
    exitOn: '2022-03-08',
  }),
];
const ids = (event: Values, body?: string) => {
  const scope = scopeOf(event);
  if (!scope) throw new Error('no scope');
  return expectedMembers({ term, ...event }, scope, members, body).map(({ id }) => id);
};

describe('应到范围', () => {
  it('全体会议：会议当天在任的本届委员，辞去的从辞去那天起不算，增补的从增补那天起算', () => {
    expect(ids({ subtype: '全体会议', start: '2024-02-20T09:00' })).toEqual(['chair', 'standing', 'plain', 'left']);
    expect(ids({ subtype: '全体会议', start: '2024-06-20T09:00' })).toEqual(['chair', 'standing', 'plain', 'joined']);
  });

  it('常委会只有常委会组成人员，主席会议只有主席、副主席、秘书长', () => {
    expect(ids({ subtype: '常委会会议', start: '2024-03-01T09:00' })).toEqual(['chair', 'standing', 'left']);
    expect(ids({ subtype: '主席会议', start: '2024-03-01T09:00' })).toEqual(['chair']);
  });

  it('专委会会议认第一、第二专委会；没说是哪个专委会就谁也不算', () => {
    expect(ids({ subtype: '专委会会议', start: '2024-03-01T09:00' }, 'c1')).toEqual(['standing', 'plain']);
    expect(ids({ subtype: '专委会会议', start: '2024-03-01T09:00' })).toEqual([]);
    expect(ids({ subtype: '界别会议', start: '2024-06-01T09:00' }, 's1')).toEqual(['plain', 'joined']);
    expect(ids({ subtype: '微协商', start: '2024-03-01T09:00' }, 'o1')).toEqual(['plain']);
  });

  it('座谈会、视察没有固定范围', () => {
    expect(scopeOf({ subtype: '座谈会' })).toBeUndefined();
    expect(scopeOf({ subtype: '视察' })).toBeUndefined();
    expect(SCOPES.filter(({ quorum }) => quorum).map(({ id }) => id)).toEqual(['all', 'standing']);
  });

  it('提名的还不在任，没有任职日期的当作一直在任', () => {
    expect(servedOn(record('a', { status: '提名' }), '2024-01-01')).toBe(false);
    expect(servedOn(record('a', { status: '在任' }), '1900-01-01')).toBe(true);
    expect(servedOn(record('a', { status: '已撤销' }), '2024-01-01')).toBe(false);
  });
});
