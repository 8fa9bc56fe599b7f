import { dayOf } from '../days.ts';
import { reachedAt } from './proposals.ts';
import { servingOn, turn, type YearSetting } from './setting.ts';
import { paragraphs } from './writing.ts';

/** Session to which the cases in hand belong. */
const SESSION = '5';

/** What is on the desk today: cases under way, some due this week, some late, so that 待办 has what it is for. */
export function makeLive(setting: YearSetting): void {
  makeCases(setting);
  makeLetters(setting);
  makeTopics(setting);
  makeOpenSuggestions(setting);
  makeDrafts(setting);
}

interface Case {
  readonly state: string;
  /** Days before today on which it came in, was filed, and was handed over. */
  readonly submitted: number;
  readonly filed?: number;
  readonly handed?: number;
  readonly received?: boolean;
  /** Days before today of the answer; `asked` the result the proposer gave. */
  readonly replied?: number;
  readonly asked?: string;
}

const CASES: readonly Case[] = [
  { state: '已提交', submitted: 2 },
  { state: '已提交', submitted: 6 },
  { state: '初审', submitted: 9 },
  { state: '立案', submitted: 20, filed: 11 },
  { state: '已交办', submitted: 30, filed: 22, handed: 8, received: false },
  { state: '办理中', submitted: 100, filed: 95, handed: 87, received: true },
  { state: '办理中', submitted: 120, filed: 112, handed: 99, received: true },
  { state: '办理中', submitted: 60, filed: 52, handed: 40, received: true },
  { state: '已答复', submitted: 96, filed: 90, handed: 80, received: true, replied: 5 },
  { state: '征询意见', submitted: 98, filed: 92, handed: 84, received: true, replied: 12 },
  { state: '重新办理', submitted: 110, filed: 104, handed: 88, received: true, replied: 25, asked: '不满意' },
];

function makeCases(setting: YearSetting): void {
  const { ledger, id, seats, issues, data, now } = setting;
  const ago = (days: number) => dayOf(`-${days}d`, now);
  CASES.forEach((one, index) => {
    const issue = turn(issues, index * 5 + 3);
    const lead = turn(servingOn(seats, '2024-12-31'), index * 17 + 9);
    const unit = id('organisation', issue.mainUnit);
    const { street } = turn(data.organisation.subdistricts, index + 4);
    const handedOn = one.handed === undefined ? undefined : ago(one.handed);
    const state = { 已交办: '待签收', 办理中: '办理中', 重新办理: '重新办理' }[one.state] ?? '已答复';
    ledger.add('proposal', `live ${index}`, {
      term: id('term', '10'),
      session: id('session', SESSION),
      serialIn: index + 1,
      caseNumber: one.filed === undefined ? undefined : `〔${ago(one.filed).slice(0, 4)}〕${300 + index}`,
      timing: '平时提案',
      proposalKind: '委员个人',
      lead: id('member', lead.key),
      liaisonName: lead.who.name,
      liaisonOrg: lead.who.org,
      liaisonDuty: lead.who.orgDuty,
      ...reachedAt(setting, lead),
      title: `关于进一步做好${street}${issue.topic}的提案`,
      body: paragraphs(
        `${street}${issue.situation}。`,
        '一、存在问题',
        ...issue.problems.map((line) => `${line}。`),
        '二、建议',
        ...issue.advices.map((line) => `${line}。`),
      ),
      category: issue.category,
      subcategory: issue.subcategory,
      advisedUnits: [unit],
      isOpen: true,
      origin: '自拟',
      submittedOn: ago(one.submitted),
      filedOn: one.filed === undefined ? undefined : ago(one.filed),
      assignments: handedOn
        ? [
            {
              unit,
              role: '主办',
              batch: '平时交办',
              handedOn,
              receivedOn: one.received && one.handed ? ago(one.handed - 3) : undefined,
              due: threeMonthsAfter(handedOn),
              state,
            },
          ]
        : undefined,
      replies:
        one.replied === undefined
          ? undefined
          : [
              {
                unit,
                number: `${issue.mainUnit}函〔${ago(one.replied).slice(0, 4)}〕${index + 40}号`,
                title: `对区政协十届五次会议第${300 + index}号提案的答复`,
                text: `关于${issue.topic}的建议收悉，现答复如下：${issue.advices[0] ?? ''}。`,
                class: 'B',
                repliedOn: ago(one.replied),
                contactWays: ['电话'],
                contactCount: 1,
                review: one.state === '已答复' ? '待审' : '通过',
                round: 1,
              },
            ],
      feedback:
        one.asked && one.replied
          ? [
              {
                member: id('member', lead.key),
                unit,
                attitude: '基本满意',
                result: one.asked,
                heardBy: '电话',
                opinion: '没有回答第二条建议。',
                on: ago(one.replied - 6),
                round: 1,
              },
            ]
          : undefined,
      state: one.state,
    });
  });
}

function threeMonthsAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 4, 0)).getUTCDate();
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 3, Math.min(date.getUTCDate(), last)))
    .toISOString()
    .slice(0, 10);
}

const LETTER_STATES = ['登记', '登记', '初选', '拟用', '编辑', '核稿', '签发'];

function makeLetters({ ledger, id, seats, issues, data, now }: YearSetting): void {
  LETTER_STATES.forEach((state, index) => {
    const issue = turn(issues, index * 8 + 6);
    const { communities } = turn(data.organisation.subdistricts, index + 3);
    const community = turn(communities, 0);
    const receivedOn = dayOf(`-${2 + index * 3}d`, now);
    const edited = index >= 4;
    ledger.add('opinion', `live ${index}`, {
      code: `SQ-${receivedOn.slice(0, 4)}-${String(index + 1).padStart(4, '0')}`,
      receivedOn,
      sourceKind: '委员',
      lead: id('member', turn(servingOn(seats, '2024-12-31'), index * 23 + 2).key),
      rawTitle: `${community}${issue.topic}近况`,
      rawBody: paragraphs(`${community}${issue.situation}。`, ...issue.problems.map((line) => `${line}。`)),
      title: edited ? `关于${community}${issue.topic}的建议` : undefined,
      problem: edited ? `${issue.problems.join('；')}。` : undefined,
      advice: edited ? `${issue.advices.join('；')}。` : undefined,
      category: issue.category,
      subcategory: issue.subcategory,
      state,
    });
  });
}

const TOPIC_STATES = ['已收集', '已梳理', '入议题清单', '已认领', '列入计划', '协商中', '办理中'];

function makeTopics({ ledger, id, seats, issues, data, now }: YearSetting): void {
  TOPIC_STATES.forEach((state, index) => {
    const issue = turn(issues, index * 4 + 2);
    const { street, communities } = turn(data.organisation.subdistricts, index + 6);
    const community = turn(communities, 1);
    const claimed = index >= 3 ? seats.filter((seat) => seat.subdistrict === street && !seat.exit).slice(0, 2) : [];
    ledger.add('topic', `live ${index}`, {
      title: `${community}${issue.topic}怎么办`,
      source: '群众点单',
      raisedBy: '居民代表',
      anonymous: true,
      raisedOn: dayOf(`-${5 + index * 4}d`, now),
      subdistrictOffice: id('subdistrictOffice', street),
      community: id('community', `${street} ${community}`),
      urgency: index % 3 === 0 ? '紧急' : undefined,
      claimedBy: claimed.map((seat) => id('member', seat.key)),
      units: index >= 5 ? [id('organisation', issue.mainUnit)] : undefined,
      state,
    });
  });
}

function makeOpenSuggestions({ ledger, id, issues, now }: YearSetting): void {
  const ago = (days: number) => dayOf(`-${days}d`, now);
  const open: readonly Record<string, unknown>[] = [
    { state: '待转' },
    { state: '待转' },
    { state: '已转办', deliveredOn: ago(9), due: dayOf('+51d', now) },
    {
      state: '办理中',
      deliveredOn: ago(56),
      receiptOn: ago(54),
      receiptSigner: '办公室',
      receiptNumber: `收〔${ago(54).slice(0, 4)}〕301号`,
      due: dayOf('+4d', now),
    },
    {
      state: '办理中',
      deliveredOn: ago(66),
      receiptOn: ago(64),
      receiptSigner: '办公室',
      receiptNumber: `收〔${ago(64).slice(0, 4)}〕302号`,
      due: ago(6),
    },
  ];
  open.forEach((values, index) => {
    const issue = turn(issues, index * 3 + 7);
    ledger.add('suggestion', `live ${index}`, {
      event: id('event', '71'),
      sourceType: '座谈',
      seq: index + 1,
      suggestionKind: index === 1 ? '问题诉求' : '意见建议',
      text: `关于${issue.topic}，建议${turn(issue.advices, 1)}。`,
      domain: issue.category,
      mainUnit: values.state === '待转' ? undefined : id('organisation', issue.mainUnit),
      ...values,
    });
  });
}

function makeDrafts({ ledger, id, seats, data, now }: YearSetting): void {
  ledger.add('regulation', 'live', {
    title: '委员联络站管理办法',
    area: '委员履职管理',
    action: '制定',
    state: '征求意见',
    body: paragraphs(
      '一、总则',
      '为规范委员联络站建设和使用，制定本办法。',
      '二、值班',
      '委员按季度到站值班，接待群众。',
    ),
  });
  const givers = servingOn(seats, '2024-12-31');
  for (let index = 0; index < 3; index++) {
    const seat = turn(givers, index * 31 + 4);
    ledger.add('contribution', `live ${index}`, {
      title: `${seat.who.name}捐款捐物`,
      member: id('member', seat.key),
      contributionType: '捐款捐物',
      on: dayOf(`-${4 + index * 5}d`, now),
      place: turn(data.organisation.subdistricts, index).street,
      amount: 0.5 + index,
      review: '待核',
    });
  }
}
