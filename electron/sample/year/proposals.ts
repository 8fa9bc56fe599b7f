import type { Chance } from '../chance.ts';
import type { Seat } from '../roll.ts';
import type { Issue } from './issues.ts';
import { later, servingOn, turn, workday, YEAR, type YearSetting } from './setting.ts';
import { paragraphs } from './writing.ts';

/** Cases filed and handled in the session year, merged ones counted once. */
const FILED = 212;
const MERGED = 18;
const REFUSED = 9;
const TURNED = 14;
const KEY = 12;
const OPENED = '2024-02-20';
const HANDED = '2024-03-15';

const FORMS = ['加强', '推进', '做好', '完善', '规范', '深化'];
const LEVELS = ['区委领衔', '区政府领衔', '政协主席督办', '副主席督办', '专委会督办'];

/** Proposals of the third session: drafted, filed, merged, refused, handed over, answered, asked about, closed. */
export function makeProposals(setting: YearSetting): void {
  const lot = setting.chance('proposals');
  // Not everybody hands one in: the list of those who did not has somebody on it.
  const seats = servingOn(setting.seats, OPENED).filter((_, index) => index % 11 !== 6);
  const total = FILED + MERGED + REFUSED + TURNED;
  for (let index = 0; index < total; index++) {
    const told = tellProposal(setting, seats, index, lot);
    if (index < FILED) makeFiled(setting, told, index, lot);
    else if (index < FILED + MERGED) makeMerged(setting, told, index);
    else if (index < FILED + MERGED + REFUSED) makeRefused(setting, told, index);
    else makeTurned(setting, told);
  }
}

interface Told {
  readonly key: string;
  readonly issue: Issue;
  readonly lead: Seat;
  readonly values: Record<string, unknown>;
}

function tellProposal(setting: YearSetting, seats: readonly Seat[], index: number, lot: Chance): Told {
  const { id, issues, data } = setting;
  // A case merged into another is about the same matter.
  const issue = turn(issues, index >= FILED && index < FILED + MERGED ? index - FILED : index);
  const round = Math.floor(index / issues.length);
  const { street } = turn(data.organisation.subdistricts, index * 3 + round);
  const lead = turn(seats, index * 7 + 3);
  const cosigners = lot.happens(0.25)
    ? lot.shuffled(seats.filter((seat) => seat !== lead)).slice(0, lot.between(1, 3))
    : [];
  const inSession = index % 6 !== 5;
  const form = turn(FORMS, index + round);
  const place = round === 0 ? '我区' : street;
  const { name, org, orgDuty } = lead.who;
  return {
    key: `2024 ${index + 1}`,
    issue,
    lead,
    values: {
      term: id('term', '10'),
      session: id('session', '3'),
      serialIn: index + 1,
      timing: inSession ? '大会提案' : '平时提案',
      proposalKind: cosigners.length > 0 ? '委员联名' : '委员个人',
      lead: id('member', lead.key),
      cosigners: cosigners.map((seat) => ({ member: id('member', seat.key), name: seat.who.name, org: seat.who.org })),
      liaisonName: name,
      liaisonOrg: org,
      liaisonDuty: orgDuty,
      ...reachedAt(setting, lead),
      title: `关于${form}${place}${issue.topic}的提案`,
      body: paragraphs(
        `${place === '我区' ? '我区' : `${street}一带`}${issue.situation}。为此开展了走访和座谈，现提出如下意见。`,
        '一、存在问题',
        ...turnedBy(issue.problems, round).map((line, at) => `（${'一二三四'[at]}）${line}。`),
        '二、建议',
        ...turnedBy(issue.advices, round).map((line, at) => `（${'一二三四'[at]}）${line}。`),
      ),
      category: issue.category,
      subcategory: issue.subcategory,
      advisedUnits: [id('organisation', issue.mainUnit)],
      advisedCoUnits: issue.coUnits.map((unit) => id('organisation', unit)),
      isOpen: true,
      origin: turn(['自拟', '调研转化', '自拟', '协商转化', '社情民意转化'], index),
      submittedOn: inSession ? workday(2, 20 + (index % 2)) : workday(3 + (index % 5), 6 + (index % 18)),
    },
  };
}

/** The list begun at another item, so that cases about the same matter do not read alike. */
const turnedBy = <T>(items: readonly T[], by: number): T[] => [
  ...items.slice(by % items.length),
  ...items.slice(0, by % items.length),
];

function makeFiled(
  { ledger, id, seats }: YearSetting,
  { key, issue, values, lead }: Told,
  index: number,
  lot: Chance,
): void {
  const filedOn = values.timing === '大会提案' ? '2024-03-06' : later(String(values.submittedOn), 5);
  const handedOn = values.timing === '大会提案' ? HANDED : later(filedOn, 3);
  const unit = id('organisation', issue.mainUnit);
  const repliedOn = later(handedOn, 40 + lot.between(0, 40));
  const again = index % 53 === 52;
  const merged = index < MERGED ? [leadOfMerged(seats, index)] : [];
  const proposers = [lead, ...merged];
  const reply = (on: string, round: number, text: string) => ({
    unit,
    number: `${issue.mainUnit}函〔2024〕${index + 1 + round * 500}号`,
    title: `对区政协十届三次会议第${index + 1}号提案的答复`,
    text,
    class: turn(['A', 'A', 'B', 'A', 'B', 'C'], index + round),
    signer: '主要负责同志',
    contact: '办公室',
    repliedOn: on,
    contactWays: index % 3 === 0 ? ['走访面谈', '电话'] : ['座谈会'],
    contactCount: 1 + (index % 3),
    isOpen: true,
    review: '通过',
    round: round + 1,
  });
  const asked = (on: string, result: string, round: number, who: Seat) => ({
    member: id('member', who.key),
    unit,
    attitude: '满意',
    result,
    heardBy: turn(['走访面谈', '电话', '座谈会'], index),
    targeted: '针对',
    on,
    round,
  });
  const due = addMonths(handedOn, 3);
  const second = later(repliedOn, 25);
  ledger.add('proposal', key, {
    ...values,
    caseNumber: `〔${YEAR}〕${String(index + 1).padStart(3, '0')}`,
    filedOn,
    isKey: index < KEY ? true : undefined,
    keyLevel: index < KEY ? turn(LEVELS, index) : undefined,
    supervisors: index < KEY ? '梁柏年' : undefined,
    isExcellent: index % 18 === 4 ? true : undefined,
    assignments: [
      {
        unit,
        role: issue.coUnits.length > 0 ? '主办' : '独办',
        batch: '全会交办',
        handedOn,
        receivedOn: later(handedOn, 3),
        due,
        state: '办结',
      },
      ...issue.coUnits.map((name) => ({
        unit: id('organisation', name),
        role: '会办',
        batch: '全会交办',
        handedOn,
        receivedOn: later(handedOn, 4),
        due: addMonths(handedOn, 1),
        coOpinionOn: later(handedOn, 22),
        state: '办结',
      })),
    ],
    replies: [
      reply(repliedOn, 0, `您提出的关于${issue.topic}的建议收悉。${issue.advices[0] ?? ''}等意见已纳入工作安排。`),
      ...(again ? [reply(second, 1, `经再次研究，补充答复如下：${issue.advices[1] ?? ''}，年内完成。`)] : []),
    ],
    feedback: proposers.flatMap((who) => [
      asked(later(repliedOn, 7), again ? '不满意' : turn(['满意', '满意', '满意', '基本满意'], index), 1, who),
      ...(again ? [asked(later(second, 6), '满意', 2, who)] : []),
    ]),
    evaluations: [
      {
        direction: '提案质量',
        unit,
        score: 80 + (index % 18),
        grade: index % 18 >= 10 ? '优秀' : '良好',
        on: later(repliedOn, 10),
      },
      {
        direction: '办理质量',
        member: id('member', lead.key),
        score: 82 + (index % 16),
        grade: index % 16 >= 8 ? '优秀' : '良好',
        on: later(repliedOn, 10),
      },
    ],
    followUps:
      index < KEY
        ? [
            {
              form: turn(['面对面', '回头看'], index),
              on: workday(10, 8 + index),
              leaders: '梁柏年',
              result: '现场查看，已落实',
            },
          ]
        : undefined,
    state: index % 3 === 0 ? '归档' : '办结',
  });
}

const leadOfMerged = (seats: readonly Seat[], index: number): Seat => turn(servingOn(seats, OPENED), index * 11 + 40);

/** Two proposals about one matter: the later goes into the earlier, whose proposers are then two. */
function makeMerged({ ledger, id, seats }: YearSetting, { key, values }: Told, index: number): void {
  const main = index - FILED;
  ledger.add('proposal', key, {
    ...values,
    timing: '大会提案',
    submittedOn: OPENED,
    proposalKind: '委员个人',
    cosigners: undefined,
    lead: id('member', leadOfMerged(seats, main).key),
    mergedInto: id('proposal', `2024 ${main + 1}`),
    state: '并案',
  });
}

const REASONS = ['内容空泛无具体建议', '属于学术研讨', '为本人或亲属解决个人问题', '宣传推介作品或产品'];

function makeRefused({ ledger }: YearSetting, { key, values }: Told, index: number): void {
  ledger.add('proposal', key, { ...values, state: '不予立案', rejectReasons: [turn(REASONS, index)] });
}

function makeTurned({ ledger }: YearSetting, { key, values }: Told): void {
  ledger.add('proposal', key, { ...values, state: '转社情民意' });
}

/** Where the one who answers for a proposal is reached: made up, numbers that nobody has. */
export function reachedAt({ seats }: YearSetting, { key, who }: Seat): Record<string, string> {
  const index = seats.findIndex((seat) => seat.key === key);
  return {
    liaisonAddress: `示例区${who.org}`,
    liaisonZip: '999000',
    liaisonMobile: `1990000${String(index + 1).padStart(4, '0')}`,
  };
}

/** The same day some months on; the day is never past the 28th here, so that no month is too short. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const to = new Date(Date.UTC(year, month - 1 + months, Math.min(date, 28)));
  return to.toISOString().slice(0, 10);
}
