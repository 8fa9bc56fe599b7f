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

const core = {
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
};

/** An invented office: two members, two sectors, a session, a meeting. */
export const office = shelf(core);

/** The same with a record of every ledger of organisation and people. */
export const wholeOffice = shelf({
  ...core,
  community: { wh: { name: '望河社区', subdistrictOffice: 'ql' }, yd: { name: '雁渡社区', subdistrictOffice: 'ql' } },
  partyBranch: {
    zt: {
      name: '提案委员会功能型党支部',
      base: '专委会',
      committee: 'ti',
      secretary: 'pw',
      members: ['mw'],
      active: true,
    },
  },
  organisation: {
    jy: { name: '区教育局', category: '政府', isHandling: true, active: true },
    qy: { name: '示例新材料有限公司', category: '企业', isMemberCompany: true, owner: 'mw', active: true },
  },
  expert: { zj: { name: '沈砚秋', field: '城市更新', org: '示例大学', term: 't10' } },
  campaign: { sx: { name: '书香政协' } },
  project: { xm: { name: '清流智造园', subdistrictOffice: 'ql', stage: '推进', organisation: 'qy' } },
  venue: {
    ys: { name: '清流街道协商议事室', level: '街道', venueKind: '协商议事室', subdistrictOffice: 'ql', state: '已建' },
  },
  livelihoodItem: { ss: { title: '为老旧小区加装电梯', year: 2024, state: '进行中' } },
  planItem: { jh: { year: 2024, planType: '年度协商计划', topic: '老旧小区改造专题协商', approval: '已列入' } },
  scoreEntry: {
    jf: {
      ...{ member: 'ml', scheme: 'zhongyuan', item: 'X6', on: '2024-05-01', points: -5 },
      ...{ reason: '数据失实', approver: '主席会议' },
    },
  },
  award: { bz: { year: 2023, name: '优秀政协委员', member: 'ml' } },
  talk: { tx: { member: 'mw', talkType: '提醒', on: '2024-06-03' } },
  regulation: { zd: { title: '区政协常委会工作规则', action: '制定', state: '现行', passedOn: '2021-03-01' } },
  officialDocument: { gw: { docType: '通知', title: '关于召开座谈会的通知', state: '拟稿' } },
  contribution: {
    lz: { member: 'mw', contributionType: '捐款捐物', on: '2024-05-01', amount: 2.5, review: '待核' },
  },
});
