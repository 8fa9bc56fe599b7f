import type { Field } from './field.ts';

const checks: Field = {
  type: 'rows',
  label: '“六有”核验',
  help: '每半年复核一次，每次另起一行；以每一项最近一次为准',
  aliases: ['六有'],
  row: {
    item: { type: 'choice', label: '项目', required: true, enumeration: 'sixHas', width: 100 },
    passed: { type: 'boolean', label: '达标', required: true, initial: true, unsearched: true, width: 80 },
    checkedOn: { type: 'date', label: '核验日期', expected: true, width: 120 },
    evidence: { type: 'files', label: '佐证', width: 200 },
    note: { type: 'text', label: '说明', width: 220 },
  },
};

const duties: Field = {
  type: 'rows',
  label: '值班接待',
  help: '一次一行；固定的值班日写在“固定日”里',
  aliases: ['值班安排', '驻站值日', '接待日'],
  row: {
    on: { type: 'date', label: '日期', width: 120 },
    weekday: { type: 'text', label: '固定日', help: '例如“每月第一个周三”', unsearched: true, width: 140 },
    members: { type: 'references', label: '值班委员', target: 'member', width: 200 },
    leader: { type: 'text', label: '带班领导', width: 110 },
    note: { type: 'text', label: '接待情况', width: 240 },
  },
};

const upgrades: Field = {
  type: 'rows',
  label: '历次改造提升',
  help: '不止一次的，逐次登记；年报按日期数',
  row: {
    on: { type: 'date', label: '日期', required: true, width: 120 },
    text: { type: 'text', label: '内容', width: 300 },
  },
};

/**
 * Required are name and state. 层级, 类型, 地址, 街道 are ● in the model; a list of stations mostly has them in other
 * words or not at all, so they are asked for, not insisted on.
 */
export const venueFields: Readonly<Record<string, Field>> = {
  name: {
    type: 'text',
    label: '名称',
    required: true,
    aliases: ['阵地名称', '阵地', '场所名称', '议事室名称', '站点名称', '工作站名称'],
    width: 260,
  },
  level: {
    type: 'choice',
    label: '层级',
    expected: true,
    enumeration: 'venueLevel',
    aliases: ['阵地层级', '级别'],
    width: 100,
  },
  venueKind: {
    type: 'choice',
    label: '类型',
    expected: true,
    enumeration: 'venueKind',
    aliases: ['阵地类型', '类别'],
    width: 140,
  },
  state: {
    type: 'choice',
    label: '状态',
    required: true,
    initial: '已建',
    enumeration: 'venueState',
    aliases: ['阵地状态', '使用情况'],
    width: 90,
  },
  star: {
    type: 'integer',
    label: '星级',
    min: 0,
    max: 5,
    unit: '星',
    aliases: ['星级评定'],
    unsearched: true,
    width: 80,
  },
  subdistrictOffice: {
    type: 'reference',
    label: '街道',
    target: 'subdistrictOffice',
    aliases: ['所在街道', '所属街道', '街道政协工委'],
    width: 160,
  },
  community: {
    type: 'reference',
    label: '社区（村）',
    target: 'community',
    aliases: ['社区', '村', '所在社区', '村（社区）'],
    width: 150,
  },
  address: { type: 'text', label: '地址', expected: true, aliases: ['地点', '详细地址', '场所地址'], width: 240 },
  organisation: {
    type: 'reference',
    label: '所在企业、园区',
    target: 'organisation',
    aliases: ['所在企业', '所在园区', '依托单位'],
    width: 200,
  },
  builtOn: {
    type: 'date',
    label: '建成日期',
    aliases: ['建成时间', '建立时间', '成立时间', '挂牌时间'],
    width: 120,
  },
  upgradedOn: {
    type: 'date',
    label: '最近改造提升',
    aliases: ['改造提升日期', '改造时间', '提升日期'],
    width: 130,
  },
  upgrades,
  area: { type: 'decimal', label: '面积', min: 0, max: 1_000_000, unit: '平方米', aliases: ['建筑面积'], width: 110 },
  keeper: { type: 'text', label: '负责人', format: 'name', aliases: ['联系人', '站长', '管理员'], width: 110 },
  tel: {
    type: 'text',
    label: '联系电话',
    personal: true,
    format: 'phone',
    aliases: ['电话', '联系方式'],
    width: 130,
  },
  checks,
  duties,
  sixHasCount: { type: 'integer', label: '“六有”达标', readOnly: true, computed: true, unit: '项', width: 110 },
  qualified: { type: 'boolean', label: '达标阵地', readOnly: true, computed: true, width: 100 },
  inUse: { type: 'boolean', label: '在用', readOnly: true, computed: true, width: 80 },
  consultationCount: { type: 'integer', label: '协商活动', readOnly: true, computed: true, unit: '次', width: 100 },
  campaigns: { type: 'references', label: '专项', target: 'campaign', aliases: ['专项活动'], width: 160 },
  files: { type: 'files', label: '附件' },
  remark: { type: 'longText', label: '备注' },
};
