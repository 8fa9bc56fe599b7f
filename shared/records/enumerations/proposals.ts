import type { Enumeration } from './enumeration.ts';
import { fixedWords, withAliases, withNotes, words } from './word-list.ts';

/** 提案 from the member's paper to the archive (条例; domain E.3, E.3b, E.13). */
export const proposalEnumerations: readonly Enumeration[] = [
  {
    id: 'proposalState',
    label: '提案状态',
    values: withAliases(
      fixedWords(
        '草稿 已提交 初审 退回修改 不予立案 并案 转社情民意 转委员来信 转上级政协 撤回 立案 已交办 办理中 退办异议 已答复 答复退回 ' +
          '征询意见 重新办理 办结 跟踪 归档',
      ),
      {
        不予立案: ['不立案', '未立案'],
        并案: ['已并案', '并案处理'],
        转委员来信: ['转意见建议', '作意见建议处理', '转来信'],
        撤回: ['已撤回', '撤案'],
        立案: ['已立案', '准予立案', '予以立案'],
        已交办: ['交办'],
        办理中: ['正在办理', '在办'],
        已答复: ['已办复', '答复', '办复'],
        办结: ['已办结'],
        归档: ['已归档'],
      },
    ),
  },
  {
    id: 'proposalTiming',
    label: '提出时间',
    values: withAliases(fixedWords('大会提案 平时提案'), {
      大会提案: ['大会', '会议期间', '大会期间'],
      平时提案: ['平时', '闭会', '闭会期间', '闭会提案'],
    }),
  },
  {
    id: 'proposalKind',
    label: '提案种类',
    values: withAliases(fixedWords('委员个人 委员联名 界别 小组 党派 人民团体 专委会 街道组'), {
      委员个人: ['个人', '个人提案', '委员提案'],
      委员联名: ['联名', '联名提案'],
      界别: ['界别提案'],
      小组: ['联组', '小组（联组）', '小组提案'],
      党派: ['民主党派', '党派提案'],
      人民团体: ['团体', '团体提案'],
      专委会: ['专门委员会', '专委会提案'],
      街道组: ['街道政协工委', '街道工委'],
    }),
  },
  {
    // 五位一体 and 党建; opinions and suggestions are sorted by the same words, so that they can be counted together.
    id: 'issueCategory',
    label: '类别',
    values: withAliases(words('经济建设 政治建设 文化建设 社会建设 生态文明建设 党的建设 其他'), {
      经济建设: ['经济', '经济类'],
      政治建设: ['政治', '政治类'],
      文化建设: ['文化', '文化类'],
      社会建设: ['社会', '社会类'],
      生态文明建设: ['生态', '生态文明', '生态类'],
      党的建设: ['党建', '党建类'],
      其他: ['其它'],
    }),
  },
  {
    id: 'issueSubcategory',
    label: '细目',
    values: words(
      '工业与科技 商贸文旅 营商环境 城市建设与管理 交通市政 农业农村 财政金融 教育 卫生健康 养老托育 文化体育 就业社保 生态环保 ' +
        '民政救助 社会治理与安全 民族宗教 统战侨台 政协工作',
    ),
  },
  {
    id: 'proposalOrigin',
    label: '提案来源',
    values: withAliases(words('自拟 调研转化 协商转化 社情民意转化 群众线索'), { 群众线索: ['公开征集'] }),
  },
  {
    // Ten reasons of the national rules and three of practice; the rules are revised at times, so all can be edited.
    id: 'proposalReject',
    label: '不予立案原因',
    values: words(
      '涉及党和国家秘密 国家明令禁止 党员对党内组织人事有意见 民主党派反映本组织内部问题 已进入诉讼或仲裁程序 属于学术研讨 ' +
        '为本人或亲属解决个人问题 宣传推介作品或产品 指名举报 内容空泛无具体建议 重复提案 超出本级职权 格式不全',
    ),
  },
  {
    id: 'keyLevel',
    label: '领衔层级',
    values: withAliases(fixedWords('区委领衔 区政府领衔 政协主席督办 副主席督办 专委会督办'), {
      政协主席督办: ['主席督办'],
    }),
  },
  {
    id: 'assignmentRole',
    label: '承办角色',
    values: withAliases(fixedWords('主办 会办 分办 独办'), { 会办: ['协办'], 独办: ['单办'] }),
  },
  {
    id: 'assignmentState',
    label: '承办状态',
    values: fixedWords('待签收 办理中 退办申请 已答复 超期 重新办理 办结'),
  },
  {
    id: 'replyClass',
    label: '答复类别',
    values: withAliases(
      withNotes(fixedWords('A B C D'), {
        A: '已经解决或采纳',
        B: '正在解决或列入计划',
        C: '因条件限制等留作参考',
        D: '其他',
      }),
      { A: ['A类'], B: ['B类'], C: ['C类'], D: ['D类'] },
    ),
  },
  {
    id: 'contactWay',
    label: '沟通方式',
    values: withAliases(fixedWords('走访面谈 座谈会 电话 书信 邮件 其他 未联系'), {
      走访面谈: ['走访', '面谈', '走访/面谈', '当面'],
      座谈会: ['座谈'],
      书信: ['信函'],
      邮件: ['电子邮件'],
      其他: ['其它'],
    }),
  },
  {
    id: 'replyReview',
    label: '答复审核',
    values: fixedWords('待审 通过 退回重办'),
  },
  {
    id: 'satisfaction',
    label: '满意程度',
    values: withAliases(fixedWords('满意 基本满意 不满意'), { 基本满意: ['较满意', '理解'] }),
  },
  { id: 'replyTargeted', label: '答复针对性', values: words('针对 基本针对 未针对') },
  {
    id: 'evaluationDirection',
    label: '评价方向',
    values: withNotes(fixedWords('提案质量 办理质量'), { 提案质量: '承办单位评', 办理质量: '提案人评' }),
  },
  {
    id: 'evaluationGrade',
    label: '评价等次',
    values: withNotes(fixedWords('优秀 良好 一般 较差'), {
      优秀: '90分以上',
      良好: '75—89分',
      一般: '60—74分',
      较差: '60分以下',
    }),
  },
  { id: 'followUpForm', label: '督办形式', values: fixedWords('面对面 回头看 现场视察 督办协商会 书面催办') },
];
