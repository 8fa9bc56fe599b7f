import { pointingAt } from './counting.ts';
import type { RecordKind } from './kind.ts';
import { joined, textOf } from './read-value.ts';
import type { Problems } from './record.ts';
import { CANDIDATE_STATES } from './service.ts';
import { readStrokes } from './stroke-overrides.ts';

/**
 * 人: once for all terms; what changes with the term stands in member. The identity card number is left out on
 * purpose: nothing the office does with this program needs it, and what is not collected cannot leak.
 *
 * Required is the name alone. The model marks sex, ethnicity, birth, party, organisation and duty as ●, but an office
 * that takes in the roster it has must not be stopped by the gaps in it: those are pointed out instead (expected).
 */
export const person: RecordKind = {
  id: 'person',
  label: '人员',
  unit: '人',
  group: '组织',
  purpose: '委员、机关干部等人的基本情况，一人一份，跨届沿用。可从名册表格导入。',
  fields: {
    name: {
      type: 'text',
      label: '姓名',
      required: true,
      format: 'name',
      aliases: ['委员姓名', '名字', '姓　名', '姓 名'],
      width: 110,
    },
    nameNote: {
      type: 'text',
      label: '区分标识',
      help: '有同名的人时写，例如“教育界”',
      aliases: ['同名区分', '姓名备注'],
      width: 110,
    },
    sex: { type: 'choice', label: '性别', expected: true, enumeration: 'sex', width: 70 },
    ethnicity: { type: 'choice', label: '民族', expected: true, enumeration: 'ethnicity', width: 90 },
    birth: {
      type: 'month',
      label: '出生年月',
      expected: true,
      personal: true,
      aliases: ['出生日期', '出生', '生日', '出生时间'],
      width: 100,
    },
    nativePlace: { type: 'text', label: '籍贯', width: 140 },
    parties: {
      type: 'choices',
      label: '政治面貌',
      expected: true,
      enumeration: 'party',
      help: '可多选，例如民建会员兼中共党员',
      aliases: ['党派', '党派（政治面貌）', '政治面貌/党派', '政治面貌（党派）'],
      width: 140,
    },
    religion: { type: 'text', label: '宗教信仰', personal: true, unsearched: true, width: 100 },
    partyDuty: { type: 'text', label: '党派内职务', aliases: ['党派职务'], width: 160 },
    education: { type: 'text', label: '学历', aliases: ['文化程度', '最高学历'], width: 100 },
    degree: { type: 'text', label: '学位', width: 100 },
    professionalTitle: { type: 'text', label: '职称', aliases: ['技术职称', '专业技术职务'], width: 120 },
    org: { type: 'text', label: '工作单位', expected: true, aliases: ['单位', '单位名称', '所在单位'], width: 220 },
    orgDuty: {
      type: 'text',
      label: '职务',
      expected: true,
      aliases: ['单位职务', '工作职务', '现任职务', '单位及职务', '工作单位及职务', '单位职务（职称）'],
      width: 200,
    },
    orgNature: { type: 'choice', label: '单位性质', enumeration: 'orgNature', width: 110 },
    inSystem: { type: 'choice', label: '体制内外', enumeration: 'inSystem', width: 100 },
    mobile: {
      type: 'text',
      label: '手机',
      personal: true,
      format: 'mobile',
      aliases: ['手机号', '手机号码', '联系电话', '联系方式', '移动电话'],
      width: 130,
    },
    tel: {
      type: 'text',
      label: '电话',
      personal: true,
      format: 'phone',
      aliases: ['办公电话', '固定电话'],
      width: 130,
    },
    email: {
      type: 'text',
      label: '电子邮箱',
      personal: true,
      format: 'email',
      aliases: ['邮箱', 'Email', 'E-mail'],
      width: 180,
    },
    wechat: { type: 'text', label: '微信', personal: true, aliases: ['微信号'], unsearched: true, width: 120 },
    address: { type: 'text', label: '通讯地址', personal: true, aliases: ['地址', '联系地址', '住址'], width: 240 },
    zip: {
      type: 'text',
      label: '邮编',
      personal: true,
      format: 'postcode',
      aliases: ['邮政编码'],
      unsearched: true,
      width: 80,
    },
    expertise: { type: 'text', label: '专长领域', aliases: ['专长', '特长', '关注领域', '关注重点'], width: 200 },
    resume: { type: 'longText', label: '工作经历', aliases: ['简历', '个人简历'] },
    photo: { type: 'files', label: '证件照' },
    honours: {
      type: 'rows',
      label: '荣誉',
      aliases: ['奖励', '荣誉称号'],
      row: {
        name: { type: 'text', label: '名称', required: true },
        awardedBy: { type: 'text', label: '授予单位' },
        level: { type: 'choice', label: '级别', enumeration: 'level' },
        date: { type: 'date', label: '日期' },
      },
    },
    termCount: { type: 'integer', label: '任委员届数', readOnly: true, computed: true, unit: '届', width: 100 },
    isStaff: { type: 'boolean', label: '机关工作人员', unsearched: true, width: 110 },
    strokeOverride: {
      type: 'text',
      label: '生僻字笔顺',
      help: '排序表里没有的字，写出字和笔顺（横1竖2撇3点4折5），例如“㛃53112125”',
      unsearched: true,
      width: 120,
    },
    files: { type: 'files', label: '附件' },
    remark: { type: 'longText', label: '备注' },
  },
  title: (values) => {
    const name = textOf(values, 'name') || '未填姓名的人';
    const note = textOf(values, 'nameNote');
    return note ? `${name}（${note}）` : name;
  },
  subtitle: (values) => joined(textOf(values, 'org'), textOf(values, 'orgDuty')),
  list: {
    columns: ['name', 'sex', 'ethnicity', 'birth', 'parties', 'org', 'orgDuty', 'mobile'],
    filters: ['sex', 'ethnicity', 'parties', 'birth', 'orgNature', 'inSystem', 'isStaff', 'org', 'termCount'],
    sort: [['name', 'stroke']],
  },
  form: [
    {
      label: '基本情况',
      fields: [
        'name',
        'nameNote',
        'sex',
        'ethnicity',
        'birth',
        'nativePlace',
        'parties',
        'partyDuty',
        'religion',
        'photo',
      ],
    },
    { label: '单位', fields: ['org', 'orgDuty', 'orgNature', 'inSystem', 'isStaff'] },
    { label: '联系方式', fields: ['mobile', 'tel', 'email', 'wechat', 'address', 'zip'] },
    { label: '学历与专长', fields: ['education', 'degree', 'professionalTitle', 'expertise'] },
    { label: '经历与荣誉', fields: ['resume', 'honours'] },
    { label: '其他', fields: ['strokeOverride', 'files', 'remark'] },
  ],
  search: { names: ['name'] },
  alike: [['name', 'nameNote']],
  check: (values): Problems => {
    const strokes = textOf(values, 'strokeOverride');
    return strokes && !readStrokes(strokes)
      ? { strokeOverride: '请写出字和它的笔顺，笔顺只用1到5：横1竖2撇3点4折5' }
      : {};
  },
  computed: (record, { list }) => {
    if (!list) return {};
    const held = pointingAt(list('member'), 'person', record.id).filter(
      ({ values }) => !CANDIDATE_STATES.includes(textOf(values, 'status')),
    );
    // Nothing rather than 0: most of these people are not members and nobody wonders why.
    return held.length > 0 ? { termCount: new Set(held.map(({ values }) => values.term)).size } : {};
  },
  migrations: [],
};
