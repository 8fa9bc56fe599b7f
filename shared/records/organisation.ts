import type { RecordKind } from './kind.ts';
import { joined, targetTitle, textOf } from './read-value.ts';
import type { Problems, Values } from './record.ts';
import { subdistrictOffice } from './subdistrict-office.ts';

/**
 * 单位: handling units, reporting units and companies are one kind, so that an organisation that is both stands once.
 * Renamed by every reform of the administration: the former names keep old replies findable.
 */
export const organisation: RecordKind = {
  id: 'organisation',
  label: '单位',
  unit: '个',
  group: '组织',
  purpose: '提案承办单位、信息报送单位、走访的企业。机构改了名，把旧名记在曾用名里，过去的办理照样找得到。',
  fields: {
    name: {
      type: 'text',
      label: '名称',
      required: true,
      aliases: ['单位', '单位名称', '单位全称', '部门', '部门名称', '承办单位', '企业名称', '报送单位'],
      width: 260,
    },
    // 简称 is ● in the model; lists of units mostly lack it and nothing is decided by it.
    shortName: { type: 'text', label: '简称', aliases: ['单位简称', '部门简称'], width: 130 },
    category: {
      type: 'choice',
      label: '类别',
      expected: true,
      enumeration: 'orgCategory',
      aliases: ['单位类别', '系统', '单位性质'],
      width: 110,
    },
    formerNames: {
      type: 'tags',
      label: '曾用名',
      help: '改名、合并前的名称',
      aliases: ['原名', '原名称', '原单位名称', '旧名'],
      width: 200,
    },
    order: { type: 'integer', label: '排序', min: 0, max: 9999, help: '名单中的先后，小的在前', width: 80 },
    isHandling: {
      type: 'boolean',
      label: '承办提案',
      help: '选是的，交办时列在承办单位里',
      aliases: ['是否承办单位', '是否承办'],
      unsearched: true,
      width: 100,
    },
    active: {
      type: 'boolean',
      label: '在用',
      required: true,
      initial: true,
      help: '撤销、合并了的选否，旧资料仍然保留',
      unsearched: true,
      width: 80,
    },
    contact: {
      type: 'text',
      label: '联系人',
      format: 'name',
      aliases: ['经办人', '联络员'],
      width: 100,
    },
    contactDuty: { type: 'text', label: '联系人职务', aliases: ['联系人科室'], width: 140 },
    tel: {
      type: 'text',
      label: '联系电话',
      personal: true,
      format: 'phone',
      aliases: ['电话', '联系方式', '手机'],
      width: 140,
    },
    address: { type: 'text', label: '地址', aliases: ['单位地址', '通讯地址', '企业地址'], width: 240 },
    subdistrictOffice: {
      type: 'reference',
      label: '所在街道',
      target: 'subdistrictOffice',
      aliases: ['街道', '所属街道', '辖区'],
      width: 160,
    },
    isMemberCompany: {
      type: 'boolean',
      label: '委员企业',
      aliases: ['是否委员企业'],
      unsearched: true,
      width: 100,
    },
    owner: {
      type: 'reference',
      label: '负责人（委员）',
      target: 'member',
      aliases: ['委员', '企业负责人', '负责人'],
      width: 130,
    },
    industry: { type: 'text', label: '行业', aliases: ['所属行业', '主营业务'], width: 140 },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => textOf(values, 'name') || textOf(values, 'shortName') || '未命名的单位',
  subtitle: (values, lookup) =>
    joined(
      textOf(values, 'category'),
      targetTitle(subdistrictOffice, values.subdistrictOffice, lookup),
      values.active === false ? '已不在用' : '',
    ),
  list: {
    columns: ['order', 'name', 'shortName', 'category', 'isHandling', 'formerNames', 'contact', 'tel', 'active'],
    filters: ['category', 'isHandling', 'isMemberCompany', 'active', 'subdistrictOffice', 'industry', 'owner'],
    sort: [
      ['category', 'asc'],
      ['order', 'asc'],
      ['name', 'asc'],
    ],
  },
  form: [
    { label: '基本', fields: ['name', 'shortName', 'category', 'formerNames', 'order', 'isHandling', 'active'] },
    { label: '联系', fields: ['contact', 'contactDuty', 'tel', 'address', 'subdistrictOffice'] },
    {
      label: '企业',
      fields: ['isMemberCompany', 'owner', 'industry'],
      when: { category: ['企业', '社会组织'] },
    },
    { label: '附件与备注', fields: ['files', 'remark'] },
  ],
  search: { names: ['contact'] },
  unique: [['name']],
  alike: [['shortName']],
  warn: warnOrganisation,
  migrations: [],
};

function warnOrganisation(values: Values): Problems {
  const warnings: Record<string, string> = {};
  if (values.isMemberCompany === true && !values.owner) warnings.owner = '委员企业，请选负责的委员';
  if (values.owner && values.isMemberCompany === false) {
    warnings.isMemberCompany = '选了负责的委员，“委员企业”却为否，请核对';
  }
  const former: unknown = values.formerNames;
  if (Array.isArray(former) && former.includes(values.name)) warnings.formerNames = '曾用名与现在的名称相同';
  return warnings;
}
