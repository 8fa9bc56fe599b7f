import type { Enumeration } from './enumeration.ts';
import { fixedWords, words } from './word-list.ts';

/** Lists of 组织, 阵地 and what is kept about them. */
export const organisationEnumerations: readonly Enumeration[] = [
  {
    id: 'orgCategory',
    label: '单位类别',
    values: [
      { value: '党群', aliases: ['党委', '党委部门', '区委'] },
      { value: '政府', aliases: ['政府部门', '区政府', '行政'] },
      { value: '人大' },
      { value: '政协' },
      { value: '法院' },
      { value: '检察院' },
      { value: '群团', aliases: ['人民团体', '群团组织'] },
      { value: '垂直及驻区', aliases: ['垂直', '驻区', '垂直部门', '驻区单位', '垂管'] },
      { value: '街道', fixed: true, aliases: ['乡镇', '街道办事处', '镇街'] },
      { value: '企业', fixed: true, aliases: ['公司'] },
      { value: '社会组织', fixed: true, aliases: ['社团', '协会', '商会', '民非'] },
      { value: '其他', aliases: ['其它'] },
    ],
  },
  {
    id: 'branchBase',
    label: '党支部依托',
    values: [
      { value: '专委会', fixed: true, aliases: ['专门委员会'] },
      { value: '街道', fixed: true, aliases: ['街道政协工委', '街道工委', '联络组'] },
    ],
  },
  {
    // 1+14+N: one of the district, one of every subdistrict, and any number below.
    id: 'venueLevel',
    label: '阵地层级',
    values: [
      { value: '区级', fixed: true, aliases: ['区'] },
      { value: '街道', fixed: true, aliases: ['街道级', '乡镇'] },
      { value: '社区（村）', fixed: true, aliases: ['社区', '村', '社区(村)', '社区·村'] },
      { value: '企业', fixed: true },
      { value: '园区', fixed: true },
    ],
  },
  {
    id: 'venueKind',
    label: '阵地类型',
    values: [
      { value: '协商议事室', fixed: true, aliases: ['有事好商量协商议事室', '议事室', '协商议事厅', '协商议事场所'] },
      { value: '委员之家' },
      { value: '委员工作室', aliases: ['工作室'] },
      { value: '委员联络站', aliases: ['委员工作站', '委员工作联络站', '委员（工作）联络站', '联络站'] },
      { value: '社情民意信息室', aliases: ['信息室', '社情民意室'] },
      { value: '委员爱心书屋', aliases: ['爱心书屋', '书屋'] },
      { value: '其他', aliases: ['其它'] },
    ],
  },
  {
    id: 'venueState',
    label: '阵地状态',
    values: [
      { value: '筹建', fixed: true, aliases: ['在建', '拟建'] },
      { value: '已建', fixed: true, aliases: ['建成', '在用', '正常使用'] },
      { value: '改造中', fixed: true, aliases: ['改造'] },
      { value: '停用', fixed: true, aliases: ['撤销', '停止使用'] },
    ],
  },
  { id: 'sixHas', label: '“六有”', values: fixedWords('有阵地 有标识 有制度 有流程 有活动 有成果') },
  {
    id: 'projectStage',
    label: '项目阶段',
    values: [
      { value: '招商', aliases: ['招商引资', '洽谈', '签约'] },
      { value: '落地', aliases: ['开工'] },
      { value: '推进', aliases: ['在建', '建设中'] },
      { value: '建成', aliases: ['竣工', '投产', '完工'] },
    ],
  },
  {
    id: 'contributionType',
    label: '履职为民类型',
    values: [
      { value: '企业落户招商', fixed: true, aliases: ['招商引资', '企业落户', '招商'] },
      { value: '新增就业', fixed: true, aliases: ['就业', '吸纳就业', '提供就业岗位'] },
      { value: '捐款捐物', fixed: true, aliases: ['捐款', '捐物', '捐赠'] },
      { value: '结对帮扶', fixed: true, aliases: ['帮扶', '帮扶困难群众'] },
      { value: '好事实事', fixed: true, aliases: ['办好事实事', '办实事', '实事'] },
      { value: '志愿服务', fixed: true },
      { value: '义诊法律咨询', fixed: true, aliases: ['义诊', '法律咨询', '公益义诊'] },
    ],
  },
  {
    id: 'reviewState',
    label: '审核',
    values: [
      { value: '待核', fixed: true, aliases: ['待审核', '未审核'] },
      { value: '已核', fixed: true, aliases: ['已审核', '通过'] },
      { value: '不予认定', fixed: true, aliases: ['不认定', '未通过'] },
    ],
  },
  {
    id: 'awardName',
    label: '表彰名称',
    values: [
      { value: '优秀政协委员', fixed: true, aliases: ['优秀委员'] },
      { value: '优秀提案', fixed: true, aliases: ['好提案'] },
      ...words('先进承办单位 先进信息员 优秀社情民意信息 优秀调研报告 先进街道政协工委 先进界别 优秀政协工作者'),
      { value: '其他', aliases: ['其它'] },
    ],
  },
  { id: 'talkType', label: '谈话类型', values: words('提醒 约谈 劝辞建议') },
];
