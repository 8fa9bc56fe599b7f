import { committee } from './committee.ts';
import { pointingAt } from './counting.ts';
import type { RecordKind } from './kind.ts';
import { joined, listOf, targetTitle, textOf } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';
import { subdistrictOffice } from './subdistrict-office.ts';

/** 功能型党支部, formed at a committee or a subdistrict. */
export const partyBranch: RecordKind = {
  id: 'partyBranch',
  label: '功能型党支部',
  unit: '个',
  group: '组织',
  purpose: '依托专委会或街道建立的功能型党支部。登记书记和党员委员，支部活动记在会议活动里。',
  fields: {
    name: {
      type: 'text',
      label: '名称',
      required: true,
      aliases: ['党支部', '支部名称', '党支部名称', '功能型党支部'],
      width: 260,
    },
    base: {
      type: 'choice',
      label: '依托',
      expected: true,
      enumeration: 'branchBase',
      aliases: ['依托单位', '设立在'],
      width: 90,
    },
    committee: {
      type: 'reference',
      label: '专委会',
      expected: true,
      target: 'committee',
      aliases: ['所在专委会', '专门委员会'],
      width: 180,
    },
    subdistrictOffice: {
      type: 'reference',
      label: '街道政协工委',
      expected: true,
      target: 'subdistrictOffice',
      aliases: ['街道', '所在街道'],
      width: 180,
    },
    secretary: {
      type: 'reference',
      label: '书记',
      target: 'person',
      aliases: ['支部书记', '党支部书记'],
      width: 110,
    },
    members: {
      type: 'references',
      label: '党员委员',
      target: 'member',
      aliases: ['支部党员', '成员'],
      width: 220,
    },
    foundedOn: { type: 'date', label: '成立日期', aliases: ['成立时间', '建立日期'], width: 120 },
    active: { type: 'boolean', label: '在用', required: true, initial: true, unsearched: true, width: 80 },
    memberCount: { type: 'integer', label: '党员委员人数', readOnly: true, computed: true, unit: '名', width: 120 },
    eventCount: { type: 'integer', label: '支部活动', readOnly: true, computed: true, unit: '次', width: 100 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'name') || '未命名的党支部',
  subtitle: (values, lookup) =>
    joined(
      targetTitle(committee, values.committee, lookup) ||
        targetTitle(subdistrictOffice, values.subdistrictOffice, lookup),
      values.active === false ? '已撤销' : '',
    ),
  list: {
    columns: ['name', 'base', 'committee', 'subdistrictOffice', 'secretary', 'memberCount', 'eventCount', 'active'],
    filters: ['base', 'committee', 'subdistrictOffice', 'members', 'active', 'foundedOn'],
    sort: [
      ['base', 'asc'],
      ['subdistrictOffice', 'asc'],
      ['committee', 'asc'],
      ['name', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['name', 'base', 'foundedOn', 'active'] },
    { label: '依托的专委会', fields: ['committee'], when: { base: ['专委会'] } },
    { label: '依托的街道', fields: ['subdistrictOffice'], when: { base: ['街道'] } },
    { label: '组成', fields: ['secretary', 'members'] },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { names: ['secretary', 'members'] },
  unique: [['name']],
  warn: warnBranch,
  computed: (record, { list }) => ({
    memberCount: listOf(record.values, 'members').length,
    ...(list ? { eventCount: pointingAt(list('event'), 'partyBranch', record.id).length } : {}),
  }),
  migrations: [],
};

/** The members of a branch belong to the party (预备党员 included); a roster sometimes says otherwise. */
function warnBranch(values: Values, lookup: Lookup): Problems {
  const outside = listOf(values, 'members').filter((id) => {
    const about = lookup('person', textOf(lookup('member', id)?.values ?? {}, 'person'))?.values ?? {};
    const parties = listOf(about, 'parties');
    return parties.length > 0 && !parties.some((party) => party.startsWith('中共'));
  });
  if (outside.length === 0) return {};
  const names = outside.map((id) =>
    textOf(lookup('person', textOf(lookup('member', id)?.values ?? {}, 'person'))?.values ?? {}, 'name'),
  );
  return {
    members: `${names.filter(Boolean).join('、') || `有${outside.length}名委员`}的政治面貌不是中共党员，请核对`,
  };
}
