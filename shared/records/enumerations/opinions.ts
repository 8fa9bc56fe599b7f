import type { Enumeration } from './enumeration.ts';
import { fixedWords, withAliases, withNotes, words } from './word-list.ts';

/** 社情民意, 期刊, 大会发言 and 调研报告 (domain A.5, A.6, E.7). */
export const opinionEnumerations: readonly Enumeration[] = [
  {
    id: 'opinionState',
    label: '信息状态',
    values: withAliases(
      fixedWords(
        '登记 初选 要求补充 留存待用 未录用 拟用 编辑 核稿 签发 已编发 已报送 市采用 省采用 全国采用 转办 办结',
      ),
      {
        登记: ['来稿登记'],
        留存待用: ['留存'],
        未录用: ['不用', '未采用'],
        已编发: ['编发'],
        已报送: ['报送', '上报', '已上报'],
        市采用: ['市政协采用'],
        省采用: ['省政协采用'],
        全国采用: ['全国政协采用'],
        办结: ['已办结'],
      },
    ),
  },
  {
    id: 'opinionSource',
    label: '来稿主体',
    values: withAliases(fixedWords('委员 党派团体 专委会 界别 街道工委 信息员 群众 其他'), {
      党派团体: ['党派', '民主党派', '团体'],
      专委会: ['专门委员会'],
      街道工委: ['街道政协工委', '街道', '联络组'],
      信息员: ['特邀信息员'],
      其他: ['其它'],
    }),
  },
  {
    id: 'authorLevel',
    label: '反映人身份',
    values: withAliases(words('全国政协委员 省政协委员 市政协委员 区政协委员 民主党派成员 其他'), {
      全国政协委员: ['全国委员', '全国'],
      省政协委员: ['省委员', '省'],
      市政协委员: ['市委员', '市'],
      区政协委员: ['区委员', '区'],
      其他: ['其它'],
    }),
  },
  {
    // What a reader of the bulletin must not find there: such papers go another way (H.2).
    id: 'opinionSensitivity',
    label: '敏感标注',
    values: withNotes(words('指名举报 个案信访 涉法涉诉 组织人事 个人隐私 未核实'), { 未核实: '核实以前不编发' }),
  },
  {
    id: 'opinionLevel',
    label: '采用层级',
    values: withAliases(fixedWords('区 市 省 全国'), {
      区: ['区级', '区政协', '本级'],
      市: ['市级', '市政协'],
      省: ['省级', '省政协'],
      全国: ['国家', '国家级', '全国政协'],
    }),
  },
  {
    id: 'adoptionAction',
    label: '采用动作',
    values: withAliases(fixedWords('编发本级专刊 报送 采用 转送部门 上报上级'), {
      编发本级专刊: ['编发', '编入专刊'],
      采用: ['录用'],
      转送部门: ['转送'],
      上报上级: ['转上级'],
    }),
  },
  { id: 'adoptionWay', label: '采用方式', values: fixedWords('单篇 综合') },
  { id: 'transferResult', label: '转办结果', values: fixedWords('采纳 列入计划 说明情况') },
  {
    id: 'publicationName',
    label: '刊名',
    values: fixedWords('社情民意 信息专刊 委员建言 政协简报 增刊'),
  },
  { id: 'bulletinState', label: '期次状态', values: fixedWords('组稿 送审 已签发 已印发') },
  { id: 'speechOutcome', label: '发言采用', values: fixedWords('采用 不采用 转社情民意 转提案') },
  { id: 'reportType', label: '报告类型', values: fixedWords('调研报告 视察报告 监督报告 建议案') },
];
