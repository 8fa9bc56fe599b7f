import type { DocumentMaterial, OfficeSettings } from '../../shared/documents/definition.ts';
import { documentOf } from '../../shared/documents/index.ts';
import { LiveWorld } from '../../shared/records/conditions/index.ts';
import type { StoredRecord, Values } from '../../shared/records/record.ts';
import { ScoreEngine } from '../../shared/scoring/engine.ts';
import { defaultSchemes, schemeFor } from '../../shared/scoring/schemes/index.ts';
import type { BodyBlock } from '../../shared/text/body.ts';

/** An invented district with invented people, enough for every document. */
export const settings: OfficeSettings = {
  fullName: '中国人民政治协商会议示例区委员会',
  shortName: '示例区政协',
  code: '示政协',
  issuer: '政协示例区委员会办公室',
  fonts: {},
  briefingReceivers: [
    { label: '报', text: '市政协，区委、区人大常委会、区政府领导同志' },
    { label: '送', text: '区直各部门，各街道党工委、办事处，区政协各专门委员会，各民主党派、工商联，区政协常委' },
    { label: '发', text: '各街道政协工委' },
  ],
};

const record = (kind: string, id: string, values: Values): StoredRecord => ({
  id,
  kind,
  rev: 1,
  createdAt: '2024-01-01T00:00:00.000Z',
  createdBy: '测试',
  updatedAt: '2024-01-01T00:00:00.000Z',
  updatedBy: '测试',
  values,
});

const paragraph = (text: string): BodyBlock => ({ type: 'paragraph', text: [{ text }] });

const RARE = ['王喆', '赵赟', '钱堃', '孙䶮', '周𬭎'];
const GIVEN = ['伟', '芳华', '建国', '秀英', '志'];
const NAMES = [
  '李桂兰',
  '丁一',
  ...RARE,
  '吴建国',
  '郑秀英',
  '欧阳明远',
  '陈志强',
  '刘洋',
  '黄丽',
  ...[...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'].flatMap((surname) => GIVEN.map((given) => surname + given)),
];
const ROLES: readonly (readonly string[])[] = [['主席'], ['副主席'], ['副主席'], ['秘书长']];

/** Long paragraphs without a character of the Latin kind, so that whole lines can be counted. */
export const HAN =
  '会议指出，各专门委员会、各界别、各街道政协工委要认真贯彻区委部署，围绕老旧小区改造、社区养老服务、沿街商铺规范经营等课题深入调研，' +
  '多到群众身边听意见，多到问题现场找办法，把情况摸清楚，把建议提具体。会议强调，提案办理协商要贯穿始终——既要看答复是否按时，更要看承诺是否落实……' +
  '对久拖未决的事项，由有关专门委员会会同承办单位逐件商量，商量一件、落实一件、反馈一件，做到“件件有回音、事事有着落”。';
const MIXED =
  '今年以来共立案212件，办复率100%，其中A类157件。对047号等3件逾期件，要在2024年6月30日前完成督办，逾期率控制在1.5%以内。';

/** The opening of the long paragraph as a sentence, so that lines end in many places. */
const cut = (length: number): string => `${HAN.slice(0, length).replace(/[\p{P}]+$/u, '')}。`;

export const minutesBody: readonly BodyBlock[] = Array.from({ length: 16 }, (_, index) =>
  paragraph(index % 4 === 3 ? MIXED + cut(60) : cut(HAN.length - index * 5)),
);

const people = NAMES.flatMap((name, index) => [
  record('person', `p${index}`, {
    name,
    sex: index % 2 === 0 ? '女' : '男',
    ethnicity: index === 7 ? '维吾尔族' : '汉族',
    birth: '1978-05',
    parties: index % 5 === 0 ? ['九三学社社员'] : ['民盟盟员'],
    org: `示例区第${index + 1}中学教育集团`,
    orgDuty: '校长',
    mobile: '13800000000',
  }),
  record('member', `m${index}`, {
    person: `p${index}`,
    term: 't10',
    ...(index === 12 ? {} : { sector: `s${index % 3}` }),
    roles: ROLES[index] ?? [],
    status: index === 11 ? '已辞去' : '在任',
  }),
]);

export const records: readonly StoredRecord[] = [
  record('term', 't10', { number: 10, title: '政协示例区第十届委员会', start: '2022-01-10', end: '2026-12-31' }),
  ...['教育', '科技', '工商联'].map((name, index) =>
    record('sector', `s${index}`, { term: 't10', name, order: 3 - index }),
  ),
  ...people,
  record('event', 'e1', {
    category: '会议',
    subtype: '主席会议',
    title: '十届三十八次主席会议',
    start: '2024-02-26T09:00',
    place: '机关三楼会议室',
    chair: 'm0',
    status: '已结束',
    minutesNumber: '38',
    agendaItems: [
      { title: '听取提案办理情况的汇报', reporter: '提案委员会', conclusion: '听取' },
      { title: '审议年度协商工作计划（草案）', reporter: '办公室', conclusion: '原则通过' },
    ],
    attendance: [
      ...NAMES.slice(0, 13).map((_, index) => ({
        member: `m${index}`,
        role: index === 0 ? '主持' : '应出席',
        state: index === 5 || index === 6 ? '请假（已批）' : index === 9 ? '缺席' : '出席',
        ...(index === 5 ? { approver: '李桂兰' } : {}),
      })),
      { name: '张三丰', role: '列席', state: '出席' },
      { name: '何方', role: '列席', state: '出席' },
    ],
    resolutions: [
      {
        text: '督办逾期提案，逐件约谈承办单位',
        department: '提案委',
        coDepartments: ['区政府督查室'],
        due: '2024-12-31',
        state: '未启动',
      },
      { text: '完成文史书稿二审', department: '文史学习委', state: '未启动' },
    ],
    minutes: { blocks: minutesBody },
  }),
  record('event', 'bare', { category: '会议', title: '碰头会', start: '2024-03-01T00:00', status: '已结束' }),
  record('material', 'a1', {
    title: '东关老井的记忆',
    author: '佚名',
    category: '文史资料',
    body: { blocks: [paragraph(HAN), paragraph(MIXED), paragraph(HAN), paragraph(HAN), paragraph(HAN)] },
  }),
  record('material', 'a2', {
    title: '关于进一步加强和改进委员联络工作站建设的做法',
    body: {
      blocks: [
        { type: 'heading', level: 1, text: [{ text: '主要做法' }] },
        {
          type: 'paragraph',
          text: [{ text: '据统计', note: '数字来自区里二〇二三年公报。' }, { text: '，全区建站十四处。' }],
        },
        paragraph(HAN),
        paragraph(HAN),
      ],
    },
  }),
  record('report', 'r1', {
    title: '示例区政协常委会2023年工作报告',
    year: 2023,
    state: '定稿',
    body: `各位委员：\n一、围绕中心协商议政\n全年收集信息{SQ.IN}，编发信息专刊{SQ.ISSUE}。${HAN}\n（一）提案办理\n${HAN}`,
    taken: [
      { figure: 'SQ.IN', value: 294, text: '294条', at: '2024-01-08T09:30' },
      { figure: 'SQ.ISSUE', value: 6, text: '6期', at: '2024-01-08T09:30' },
    ],
  }),
];

const byKey = new Map(records.map((entry) => [`${entry.kind}/${entry.id}`, entry]));

export const material: DocumentMaterial = {
  lookup: (kind, id) => byKey.get(`${kind}/${id}`),
  list: (kind) => records.filter((entry) => entry.kind === kind),
  settings,
  today: '2024-02-28',
  schemes: defaultSchemes,
  scores: (id, year) => {
    const scheme = schemeFor(defaultSchemes, id, year);
    const { list, lookup, today } = material;
    return scheme && new ScoreEngine(scheme, year, new LiveWorld({ list, lookup }), today);
  },
};

export const SAMPLES = {
  minutes: {
    event: 'e1',
    receivers:
      '抄送：区委办公室，区人大常委会办公室，区政府办公室，区纪委监委机关，区人武部，各民主党派区委，各人民团体',
  },
  briefing: {
    records: ['e1', 'a1', 'a2'],
    issue: 6,
    total: 38,
    notice: '内部资料',
    copies: 60,
    editorNote: '为交流各街道做法，现将有关材料摘编如下，供参阅。',
  },
  memberRoster: {},
  report: { report: 'r1' },
  scoreStatement: { member: 'm1', year: 2024 },
  scorePublicity: { year: 2024, content: '全部委员', contact: '0000-12345678' },
} as const;

export function composeSample(id: keyof typeof SAMPLES, params: Readonly<Record<string, unknown>> = {}) {
  const definition = documentOf(id);
  if (!definition) throw new Error(`没有文书 ${id}`);
  return definition.compose({ ...SAMPLES[id], ...params }, material);
}
