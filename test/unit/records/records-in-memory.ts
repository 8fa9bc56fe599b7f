import { withComputed } from '../../../shared/records/derive.ts';
import type { List } from '../../../shared/records/kind.ts';
import type { Lookup, StoredRecord, Values } from '../../../shared/records/record.ts';

/** A few records at hand, without a library: `shelf({ term: { t10: {…} } })`. */
export function shelf(content: Readonly<Record<string, Readonly<Record<string, Values>>>>) {
  const byKind = new Map<string, Map<string, StoredRecord>>();
  for (const [kind, records] of Object.entries(content)) {
    byKind.set(kind, new Map(Object.entries(records).map(([id, values]) => [id, stored(kind, id, values)])));
  }
  const lookup: Lookup = (kind, id) => byKind.get(kind)?.get(id);
  const list: List = (kind) => [...(byKind.get(kind)?.values() ?? [])];
  const all = (): StoredRecord[] => [...byKind.values()].flatMap((records) => [...records.values()]);
  const shown = (kind: string, id: string): Values => {
    const record = lookup(kind, id);
    return record ? withComputed(record, { lookup, list }).values : {};
  };
  return { lookup, list, all, shown };
}

export function stored(kind: string, id: string, values: Values): StoredRecord {
  const at = '2024-01-01T00:00:00.000Z';
  return { id, kind, rev: 1, createdAt: at, createdBy: '试', updatedAt: at, updatedBy: '试', values };
}

/** An invented office: two members, two sectors, a session, a meeting. */
export const office = shelf({
  term: { t9: { number: 9, title: '政协示例区第九届委员会' }, t10: { number: 10, title: '政协示例区第十届委员会' } },
  session: { s3: { term: 't10', number: 3, openOn: '2024-02-26', closeOn: '2024-02-28' } },
  sector: {
    edu: { term: 't10', name: '教育', order: 18 },
    med: { term: 't10', name: '医药卫生', order: 21 },
    old: { term: 't9', name: '教育', order: 1 },
  },
  committee: { ti: { term: 't10', name: '提案委员会', shortName: '提案委', order: 1 } },
  subdistrictOffice: { ql: { street: '清流', name: '清流街道政协工委' } },
  person: {
    pl: {
      name: '李桂兰',
      sex: '女',
      parties: ['民盟盟员'],
      org: '示例区第一中学',
      orgDuty: '校长',
      mobile: '13800000001',
    },
    pw: { name: '王毅', sex: '男', parties: ['中共党员', '民建会员'], birth: '1971-05' },
  },
  member: {
    ml: { person: 'pl', term: 't10', sector: 'edu', isStanding: true, status: '在任', scoreEnabled: true },
    mw: { person: 'pw', term: 't10', sector: 'med', committee: 'ti', status: '在任', scoreEnabled: true },
  },
  event: {
    e1: {
      category: '会议',
      title: '十届区政协第十次主席会议',
      start: '2024-03-05T09:00',
      status: '已结束',
      chair: 'mw',
      attendance: [
        { member: 'mw', role: '主持', state: '出席' },
        { member: 'ml', role: '应出席', state: '请假（已批）', leaveType: '生病', reason: '住院', approver: '王毅' },
        { name: '赵一鸣', role: '列席', state: '出席' },
      ],
    },
  },
  book: { b: { title: '示例区记忆', status: '组稿' } },
  chapter: { c1: { book: 'b', title: '老街', order: 1, status: '初稿', characters: 1200 } },
});
