import { later, servingOn, spread, turn, workday, YEAR, type YearSetting } from './setting.ts';
import { paragraphs } from './writing.ts';

const REGULATIONS = 78;
const IMPORTANT = 10;
const EXCELLENT_MEMBERS = 61;
const AREAS: Readonly<Record<string, readonly string[]>> = {
  会议制度: [
    '全体会议',
    '常委会会议',
    '主席会议',
    '党组会议',
    '秘书长会议',
    '专委会会议',
    '界别协商会',
    '专题协商会',
    '会议请假',
    '会议纪要',
    '会议公开',
    '列席会议',
    '视频会议',
  ],
  委员履职管理: [
    '委员履职考核',
    '履职档案',
    '委员联系社区',
    '委员退出',
    '委员学习培训',
    '优秀委员评选',
    '委员作业',
    '委员工作站',
    '委员请假',
    '常委联系委员',
    '党员委员联系党外委员',
    '委员述职',
    '委员提醒谈话',
  ],
  提案与协商监督: [
    '提案',
    '重点提案督办',
    '提案双向评价',
    '提案公开',
    '提案审查',
    '民主监督',
    '协商式监督',
    '委派监督',
    '专题调研',
    '视察考察',
    '协商成果转化',
    '有事好商量',
    '微协商',
  ],
  社情民意与文史: [
    '社情民意信息',
    '信息专刊编发',
    '信息员',
    '信息采用反馈',
    '文史资料征集',
    '文史资料编审',
    '口述史采访',
    '图书管理',
    '书稿三审三校',
    '稿酬',
    '史料捐赠',
    '新闻宣传',
    '政协简报',
  ],
  机关党建与纪律: [
    '党组工作',
    '机关党委',
    '功能型党支部',
    '意识形态工作',
    '党风廉政',
    '主题党日',
    '谈心谈话',
    '请示报告',
    '重大事项决策',
    '干部考核',
    '考勤',
    '公务接待',
    '内部监督',
  ],
  机关内务: [
    '公文处理',
    '印章管理',
    '档案管理',
    '保密工作',
    '财务管理',
    '固定资产',
    '车辆管理',
    '值班',
    '信访接待',
    '办公用品',
    '应急处置',
    '政务公开',
    '后勤保障',
  ],
};

export function makeOffice(setting: YearSetting): void {
  makeRegulations(setting);
  makeReports(setting);
  makeAwards(setting);
  makePlans(setting);
  makeLivelihood(setting);
  makeTalks(setting);
}

function makeRegulations({ ledger }: YearSetting): void {
  const all = Object.entries(AREAS).flatMap(([area, names]) => names.map((name) => ({ area, name })));
  if (all.length !== REGULATIONS) throw new Error(`sample has ${all.length} regulations`);
  all.forEach(({ area, name }, index) => {
    const important = index % 8 === 0 && index / 8 < IMPORTANT;
    const revised = index % 3 !== 2;
    const passedOn = spread(index, all.length, 1, 11);
    const title = `${name}${/^(稿酬|考勤|值班|微协商)$/.test(name) ? '管理' : '工作'}办法`;
    const former = revised
      ? ledger.add('regulation', `before ${index}`, {
          title,
          number: `示政协〔2019〕${index + 1}号`,
          area,
          action: '制定',
          meetingType: '主席会议',
          passedOn: workday(4, 3 + (index % 20), 2019),
          effectiveOn: workday(5, 1, 2019),
          state: '被修订',
          body: paragraphs(
            `一、总则`,
            `为规范${name}工作，制定本办法。`,
            '二、要求',
            '有关工作由办公室承办。',
            '三、附则',
            '本办法自印发之日起施行。',
          ),
        })
      : undefined;
    ledger.add('regulation', String(index), {
      title,
      number: `示政协〔${YEAR}〕${index + 1}号`,
      area,
      action: revised ? '修订' : '制定',
      meetingType: important ? '常委会' : turn(['主席会议', '党组会', '主席会议'], index),
      passedOn,
      effectiveOn: later(passedOn, 10),
      state: '现行',
      body: paragraphs(
        '一、总则',
        `为规范${name}工作，根据政协章程和有关规定，结合本区实际，制定本办法。`,
        '二、要求',
        `${name}工作由办公室会同有关专委会承办，实行台账管理，办结销号。`,
        '三、附则',
        '本办法自印发之日起施行，原办法同时废止。',
      ),
      previous: former,
      important: important ? true : undefined,
    });
  });
}

/** The streets' reports on the year. */
function makeReports({ ledger, data, id }: YearSetting): void {
  data.organisation.subdistricts.forEach(({ street, convenor }, index) => {
    ledger.add('officialDocument', `report ${street}`, {
      docType: '述职报告',
      title: `${street}政协工委${YEAR}年度述职报告`,
      issuer: `${street}政协工委`,
      number: `${street.replace('街道', '')}政工〔${YEAR}〕${index + 1}号`,
      signer: convenor,
      mainReceivers: '政协示例区委员会',
      writtenOn: workday(12, 16 + (index % 8)),
      subdistrictOffice: id('subdistrictOffice', street),
      copies: 5,
      body: paragraphs(
        '一、工作情况',
        `${street}政协工委组织委员开展协商、监督、走访和学习。`,
        '二、存在不足',
        '议题征集渠道还不够多。',
        '三、打算',
        '把协商成果跟到底。',
      ),
      state: '归档',
    });
  });
}

function makeAwards({ ledger, seats, id }: YearSetting): void {
  const winners = servingOn(seats, '2024-12-31').filter((_, index) => index % 3 !== 1);
  for (let index = 0; index < EXCELLENT_MEMBERS; index++) {
    const seat = turn(winners, index);
    ledger.add('award', `member ${index}`, {
      year: YEAR,
      name: '优秀政协委员',
      member: id('member', seat.key),
      level: '区级',
      decision: `示政协〔${YEAR + 1}〕3号`,
      awardedOn: workday(1, 15, YEAR + 1),
    });
  }
  for (const { id: proposal } of ledger.of('proposal').filter(({ values }) => values.isExcellent === true)) {
    ledger.add('award', `proposal ${proposal}`, {
      year: YEAR,
      name: '优秀提案',
      proposal,
      level: '区级',
      decision: `示政协〔${YEAR + 1}〕4号`,
      awardedOn: workday(1, 15, YEAR + 1),
    });
  }
}

function makePlans({ ledger, data, id }: YearSetting): void {
  data.organisation.subdistricts.forEach(({ street }, index) => {
    const subdistrictOffice = id('subdistrictOffice', street);
    const events = ledger
      .of('event')
      .filter(
        ({ values }) =>
          values.subdistrictOffice === subdistrictOffice &&
          values.category === '协商' &&
          String(values.start).startsWith(String(YEAR)),
      )
      .map((event) => event.id);
    ledger.add('planItem', `street ${street}`, {
      year: YEAR,
      planType: '街道年度计划',
      topic: `${street}协商议事`,
      form: '微协商',
      month: 1 + (index % 12),
      responsible: `${street}政协工委`,
      subdistrictOffice,
      target: 4,
      approval: '已列入',
      events,
    });
  });
  const district = ledger
    .of('event')
    .filter(({ values }) => values.subtype === '专题协商会' || values.subtype === '对口协商');
  district
    .filter(({ values }) => String(values.start).startsWith(String(YEAR)))
    .forEach((event, index) => {
      ledger.add('planItem', `district ${index}`, {
        year: YEAR,
        planType: '年度协商计划',
        topic: String(event.values.title),
        form: String(event.values.subtype),
        month: Number(String(event.values.start).slice(5, 7)),
        responsible: '区政协办公室',
        target: 1,
        approval: '已列入',
        events: [event.id],
      });
    });
}

const MATTERS = [
  '新建充电口',
  '加装电梯',
  '修整背街小巷',
  '增设停车泊位',
  '建设老年助餐点',
  '补植行道树',
  '改造公厕',
  '建设口袋公园',
  '增设路灯',
  '改造雨污管网',
  '开放校园场地',
  '设立托班',
  '更新健身器材',
  '建设社区书房',
  '清理架空线缆',
  '增设过街设施',
];

function makeLivelihood({ ledger, data, id, issues }: YearSetting): void {
  MATTERS.forEach((matter, index) => {
    const { street } = turn(data.organisation.subdistricts, index);
    ledger.add('livelihoodItem', String(index), {
      title: `${street}${matter}`,
      year: YEAR,
      level: '区级',
      subdistrictOffice: id('subdistrictOffice', street),
      leader: '梁柏年',
      source: '“我为群众办实事”征求意见座谈会',
      responsible: id('organisation', turn(issues, index).mainUnit),
      due: workday(11, 20),
      state: '完成',
      doneOn: workday(6 + (index % 6), 12),
      result: '已完工，交付使用',
    });
  });
}

function makeTalks({ ledger, seats, id }: YearSetting): void {
  servingOn(seats, '2024-12-31')
    .filter((_, index) => index % 60 === 17)
    .forEach((seat, index) => {
      ledger.add('talk', String(index), {
        member: id('member', seat.key),
        talkType: '提醒',
        basis: '半年内参加活动不足两次',
        speaker: '梁柏年',
        on: workday(7, 9 + index),
        result: '本人已说明情况，承诺改进',
      });
    });
}
