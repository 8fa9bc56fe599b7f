import { spread, turn, workday, YEAR, type YearSetting } from './setting.ts';
import { paragraphs } from './writing.ts';

const REPORTS: readonly (readonly [campaign: string, count: number])[] = [
  ['主题教育', 7],
  ['经济高质量发展', 5],
];
const TELLERS: readonly (readonly [name: string, then: string, now: string, born: string])[] = [
  ['郝满仓', '河沿村生产队会计', '退休村民', '1938'],
  ['秦素琴', '国棉厂细纱车间挡车工', '退休职工', '1941'],
  ['雷守田', '东畴大队民兵连长', '退休村民', '1936'],
  ['景月娥', '机杼小学代课教师', '退休教师', '1944'],
  ['阮铁柱', '车辆厂铆工班长', '退休职工', '1940'],
  ['穆清泉', '井台村水利员', '退休村民', '1943'],
  ['花小满', '杨桥渡口摆渡人后代', '个体经营者', '1952'],
  ['尚敬之', '区文化馆干事', '文史爱好者', '1949'],
];
const STORIES = [
  '渡口旧事',
  '第一台细纱机',
  '修渠那一年',
  '村小的煤油灯',
  '厂里的大会战',
  '井台换了三次',
  '一场迟到的社火',
  '老照片里的供销社',
  '扁担队进城',
  '两个村并成一个村',
  '麦场放电影',
  '粮票与布票',
];
const SUBMISSION_STATES = ['编入', '编入', '定稿', '编入', '留用', '退修', '编入', '留用'];

/** Reports of research, speeches, and what has been collected for the archives. */
export function makeArchives(setting: YearSetting): void {
  makeReports(setting);
  makeSpeeches(setting);
  makeCollected(setting);
}

function makeReports({ ledger, data, id, issues }: YearSetting): void {
  REPORTS.forEach(([campaign, count], group) => {
    for (let index = 0; index < count; index++) {
      const issue = turn(issues, group * 27 + index * 5);
      const { name } = turn(data.organisation.committees, index);
      ledger.add('researchReport', `${campaign} ${index}`, {
        title: `关于${issue.topic}的调研报告`,
        subject: issue.topic,
        leadUnit: name,
        committee: id('committee', name),
        writers: ['课题组'],
        finishedOn: workday(5 + (index % 6), 12 + group),
        reportType: '调研报告',
        campaigns: [id('campaign', campaign)],
        highQuality: group === 1 ? true : undefined,
        receivers: '区委、区政府',
        body: paragraphs(
          '一、基本情况',
          `${issue.situation}。`,
          '二、主要问题',
          ...issue.problems.map((line) => `${line}。`),
          '三、对策建议',
          ...issue.advices.map((line) => `${line}。`),
        ),
      });
    }
  });
}

const SPEECHES = 14;

function makeSpeeches({ ledger, seats, id, issues }: YearSetting): void {
  const speakers = seats.filter((seat) => !seat.exit && seat.appointedOn < '2024-01-01');
  for (let index = 0; index < SPEECHES; index++) {
    const issue = turn(issues, index * 4 + 1);
    ledger.add('speech', String(index), {
      event: id('event', '07'),
      session: id('session', '3'),
      member: id('member', turn(speakers, index * 9 + 2).key),
      title: `关于${issue.topic}的几点建议`,
      way: index < 6 ? '口头' : '书面',
      outcome: turn(['采用', '采用', '转提案', '转社情民意'], index),
      on: '2024-02-21',
      body: paragraphs(`${issue.situation}。`, ...issue.advices.map((line) => `建议${line}。`)),
    });
  }
}

function makeCollected({ ledger, data, id, picture, proof }: YearSetting): void {
  TELLERS.forEach(([name, identityThen, identityNow, born], index) => {
    const contributor = ledger.add('contributor', name, { name, identityThen, identityNow, born });
    ledger.add('archiveLead', name, {
      subject: `${turn(STORIES, index)}的知情人`,
      content: `${name}（${identityThen}）能讲清经过。`,
      informant: '街道政协工委',
      org: turn(data.organisation.subdistricts, index).street,
      on: workday(3 + index, 6),
      state: index % 2 === 0 ? '转口述' : '转约稿',
    });
    if (index % 2 === 0) {
      ledger.add('oralHistory', name, {
        title: `${name}口述：${turn(STORIES, index)}`,
        contributor,
        interviewer: '文化文史和学习委员会',
        on: workday(3 + (index % 3), 15),
        place: turn(data.organisation.subdistricts, index).street,
        outline: '一、身世与经历；二、事情的经过；三、现存的物件与照片。',
        checkedOn: workday(5 + (index % 6), 20),
        state: '已归档',
        authorised: true,
        authorisation: [proof],
        edited: paragraphs(`我叫${name}，当年是${identityThen}。`, `说起${turn(STORIES, index)}，我还记得清楚。`),
      });
    }
  });
  STORIES.forEach((title, index) => {
    const [name] = turn(TELLERS, index);
    const { communities } = turn(data.organisation.subdistricts, index);
    const photo = ledger.add('photo', String(index), {
      number: `图${String(index + 1).padStart(3, '0')}`,
      takenOn: `${1958 + index * 3}年`,
      place: turn(communities, index),
      happening: title,
      people: [{ name, duty: '讲述人', position: '左一' }],
      photographer: '佚名',
      provider: id('contributor', name),
      caption: `${title}（${1958 + index * 3}年）`,
      rights: '提供者授权本会使用',
      original: '扫描后退还',
      image: [picture],
      dpi: 300 + index * 10,
      state: index % 3 === 0 ? '已选用' : '已标注',
    });
    ledger.add('submission', String(index), {
      regNumber: `WS-${YEAR}-${String(index + 1).padStart(3, '0')}`,
      title,
      genre: turn(['亲历回忆', '口述整理', '村史'], index),
      sanqin: turn(['亲历', '亲见', '亲闻'], index),
      contributors: [id('contributor', name)],
      receivedOn: spread(index, STORIES.length),
      channel: turn(['约稿', '自投', '线索转', '口述'], index),
      village: turn(communities, index),
      period: `${1958 + index * 3}年前后`,
      photos: [photo],
      license: '已授权',
      book: turn(SUBMISSION_STATES, index) === '编入' ? id('book', '示例区乡村记忆') : undefined,
      reviews: [
        {
          level: '初审',
          reviewer: '责任编辑',
          opinion: '事实清楚，语言朴素。',
          conclusion: '通过',
          on: workday(6, 3 + index),
        },
        {
          level: '复审',
          reviewer: '文史委副主任',
          opinion: '补一处年代依据。',
          conclusion: '通过',
          on: workday(7, 3 + index),
        },
      ],
      body: paragraphs(
        `${title}发生在${1958 + index * 3}年前后。`,
        `我当时就在现场，亲眼看着事情一步步办成。`,
        '如今回想，最难忘的还是那些一起出力的人。',
      ),
      state: turn(SUBMISSION_STATES, index),
    });
  });
}
