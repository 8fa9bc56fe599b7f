import type { Field } from './field.ts';

/** 协商: what the yearly plan, the notice periods and the figures ask for. */
export const consultationFields: Readonly<Record<string, Field>> = {
  consultForm: {
    type: 'choice',
    label: '协商形式',
    enumeration: 'consultForm',
    help: '大类是协商的，与类型相同；会议兼作协商的在这里选',
    aliases: ['协商类型'],
    width: 140,
  },
  consultLevel: { type: 'choice', label: '协商层级', enumeration: 'consultLevel', aliases: ['层级'], width: 100 },
  planItem: { type: 'reference', label: '年度计划项', target: 'planItem', aliases: ['计划项'], width: 180 },
  topics: { type: 'references', label: '协商议题', target: 'topic', help: '四单里的议题', width: 200 },
  parties: {
    type: 'rows',
    label: '参与方',
    help: '党政部门、街道社区、群众代表、专家等各来了几人',
    row: {
      party: { type: 'text', label: '参与方', required: true, width: 160 },
      count: { type: 'integer', label: '人数', min: 0, max: 100_000, unit: '人', width: 90 },
    },
  },
  noticeOn: { type: 'date', label: '通知日', aliases: ['书面通知日期'], width: 110 },
  materialsOn: { type: 'date', label: '送材料日', width: 110 },
  resultForm: {
    type: 'text',
    label: '协商成果形式',
    help: '纪要、建议案、协商意见或报告',
    width: 130,
  },
  reportDue: { type: 'date', label: '成果报送期限', width: 120 },
  reportedOn: { type: 'date', label: '成果报送日', width: 120 },
  policyList: {
    type: 'rows',
    label: '政策清单',
    help: '部门带到会上的政策，一条一行',
    row: {
      department: { type: 'text', label: '部门', expected: true, width: 160 },
      item: { type: 'text', label: '政策', required: true, width: 320 },
    },
  },
};

/** 监督: streets and projects are counted once, meetings each time. */
export const supervisionFields: Readonly<Record<string, Field>> = {
  supervisionForm: {
    type: 'choice',
    label: '监督形式',
    enumeration: 'supervisionForm',
    help: '大类是监督的，与类型相同',
    width: 130,
  },
  supervised: { type: 'text', label: '监督对象', aliases: ['对象', '监督单位'], width: 180 },
  projects: { type: 'references', label: '涉及项目', target: 'project', aliases: ['项目'], width: 180 },
};

/** 走访: 党外委员 are counted by visit. */
export const visitFields: Readonly<Record<string, Field>> = {
  visitTarget: { type: 'choice', label: '走访对象', enumeration: 'visitTarget', aliases: ['对象类型'], width: 110 },
  visitors: { type: 'references', label: '走访人', target: 'member', aliases: ['走访人员'], width: 160 },
  visited: { type: 'references', label: '走访的委员', target: 'member', width: 160 },
  visitedNonParty: {
    type: 'integer',
    label: '走访党外委员',
    min: 0,
    max: 10_000,
    unit: '人',
    help: '走访的委员登记了政治面貌时，由程序数',
    aliases: ['党外委员人数'],
    width: 120,
  },
};

/** What an event belongs to and counts for, whatever its category. */
export const belongingFields: Readonly<Record<string, Field>> = {
  venue: { type: 'reference', label: '阵地', target: 'venue', help: '基层协商在哪个议事室', width: 180 },
  partyBranch: { type: 'reference', label: '功能型党支部', target: 'partyBranch', aliases: ['党支部'], width: 160 },
  subdistrictOffices: {
    type: 'references',
    label: '涉及街道',
    target: 'subdistrictOffice',
    help: '一次活动到了几个街道的，都选上',
    width: 180,
  },
  companies: {
    type: 'references',
    label: '涉及企业',
    target: 'organisation',
    aliases: ['企业', '走访企业'],
    width: 180,
  },
  proposals: {
    type: 'references',
    label: '涉及提案',
    target: 'proposal',
    help: '督办、提案办理协商的提案',
    width: 180,
  },
  parentResearch: { type: 'reference', label: '所属课题', target: 'researchReport', width: 180 },
  byLeaders: { type: 'boolean', label: '班子成员参加', unsearched: true, width: 110 },
  unitedFront: {
    type: 'boolean',
    label: '党派协同',
    help: '与各民主党派、工商联、无党派人士一起开展',
    unsearched: true,
    width: 90,
  },
  joint: { type: 'boolean', label: '市区联动', unsearched: true, width: 90 },
  higherLevel: {
    type: 'choice',
    label: '上级活动',
    enumeration: 'level',
    help: '上级政协组织的，选组织的一级',
    width: 100,
  },
  firstOfKind: { type: 'boolean', label: '首次', help: '以前没有办过这样的活动', unsearched: true, width: 70 },
  campaigns: {
    type: 'references',
    label: '专项',
    target: 'campaign',
    aliases: ['专项活动'],
    help: '同一项活动按专项分别统计',
    width: 160,
  },
  tags: { type: 'tags', label: '标签', aliases: ['关键词'], width: 140 },
};

/** 党课、讲座 and 交流: who spoke. */
export const studyFields: Readonly<Record<string, Field>> = {
  lecturer: { type: 'text', label: '主讲人', format: 'name', aliases: ['授课人'], width: 110 },
  lectureTitle: { type: 'text', label: '讲课题目', help: '党课、讲座的题目', aliases: ['党课题目'], width: 220 },
  exchangeSpeakers: {
    type: 'integer',
    label: '交流发言',
    min: 0,
    max: 10_000,
    unit: '人次',
    help: '出席情况里登记了发言的，由程序数',
    width: 100,
  },
};

/** 复盘三栏. */
export const lookBackFields: Readonly<Record<string, Field>> = {
  purpose: { type: 'longText', label: '目的', help: '为什么去' },
  content: { type: 'longText', label: '活动内容', help: '做了什么' },
  effect: { type: 'longText', label: '成效', help: '做成了什么' },
};
