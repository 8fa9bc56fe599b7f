import type { Seat } from '../roll.ts';
import { COMPANIES } from './ground.ts';
import type { Issue } from './issues.ts';
import { later, servingOn, spread, turn, workday, YEAR, type YearSetting } from './setting.ts';
import { paragraphs } from './writing.ts';

/** The funnel of the year: collected, sent up, used by the city, sent on to the province and further. */
const COLLECTED = 294;
const SENT_UP = 205;
const CITY = 137;
const PROVINCE = 103;
const NATION = 1;
const SECRETARY = 4;
const MAYOR = 14;
const ISSUES_PRINTED = 6;
const PER_ISSUE = 5;

const SOURCES = ['委员', '街道工委', '委员', '党派团体', '专委会', '委员', '界别', '信息员'];
const ASPECTS = ['存在的问题', '居民反映', '基层做法', '薄弱环节', '群众期盼'];
/** 直报 and what is still in hand at the end of the year. */
const KEPT_STATES = ['留存待用', '未录用', '留存待用', '未录用', '转办'];

export function makeOpinions(setting: YearSetting): void {
  const seats = servingOn(setting.seats, '2024-03-01').filter((_, index) => index % 9 !== 4);
  for (let index = 0; index < COLLECTED; index++) makeOpinion(setting, seats, index);
  makeBulletins(setting);
}

function makeOpinion(setting: YearSetting, seats: readonly Seat[], index: number): void {
  const { ledger, id, issues, data } = setting;
  const issue = turn(issues, index * 7 + Math.floor(index / issues.length));
  const { street, communities } = turn(data.organisation.subdistricts, index);
  const community = turn(communities, Math.floor(index / 14));
  const receivedOn = spread(index, COLLECTED);
  const sourceKind = index === 0 ? '其他' : turn(SOURCES, index);
  const lead = turn(seats, index * 13 + 5);
  const used = index < SENT_UP;
  const aspect = turn(ASPECTS, Math.floor(index / issues.length));
  ledger.add('opinion', String(index + 1), {
    code: `SQ-${YEAR}-${String(index + 1).padStart(4, '0')}`,
    receivedOn,
    sourceKind,
    sourceUnit: index === 0 ? id('organisation', '发展和改革委员会') : undefined,
    subdistrictOffice: sourceKind === '街道工委' ? id('subdistrictOffice', street) : undefined,
    sector: sourceKind === '界别' ? id('sector', lead.sector) : undefined,
    committee: sourceKind === '专委会' && lead.committee ? id('committee', lead.committee) : undefined,
    lead: sourceKind === '其他' ? undefined : id('member', lead.key),
    leadName: sourceKind === '其他' ? '区发展和改革委员会综合科' : undefined,
    authorLevel: ['区政协委员'],
    rawTitle: `${community}${issue.topic}${aspect}`,
    rawBody: paragraphs(
      `${community}${issue.situation}。`,
      ...issue.problems.map((line) => `${line}。`),
      `建议${issue.advices.join('，')}。`,
    ),
    title: used ? `关于${issue.topic}${aspect}的建议（${community}）` : undefined,
    problem: used ? `${issue.situation}。${issue.problems.join('；')}。` : undefined,
    advice: used ? `${issue.advices.map((line, at) => `${'一二三四'[at]}是${line}`).join('；')}。` : undefined,
    category: issue.category,
    subcategory: issue.subcategory,
    state: stateOf(index),
    adoptions: adoptionsOf(index, receivedOn),
    instructions: instructionsOf(setting, issue, index, receivedOn),
    transfers:
      index % 6 === 1 && used
        ? [
            {
              unit: id('organisation', issue.mainUnit),
              on: later(receivedOn, 12),
              repliedOn: later(receivedOn, 40),
              result: '采纳',
            },
          ]
        : undefined,
    notifiedOn: used ? later(receivedOn, 30) : undefined,
  });
}

function stateOf(index: number): string {
  if (index < NATION) return '全国采用';
  if (index < PROVINCE) return '省采用';
  if (index < CITY) return '市采用';
  if (index < SENT_UP) return '已报送';
  return turn(KEPT_STATES, index);
}

function adoptionsOf(index: number, receivedOn: string): Record<string, unknown>[] {
  const way = index % 4 === 0 ? '综合' : '单篇';
  const rows: Record<string, unknown>[] = [];
  if (index < SENT_UP) rows.push({ level: '市', action: '报送', way, body: '市政协', on: later(receivedOn, 5) });
  if (index < CITY) rows.push({ level: '市', action: '采用', way, body: '市政协', on: later(receivedOn, 15) });
  if (index < PROVINCE) rows.push({ level: '省', action: '采用', way, body: '省政协', on: later(receivedOn, 25) });
  if (index < NATION) {
    rows.push({ level: '全国', action: '采用', way: '单篇', body: '全国政协', on: later(receivedOn, 40) });
    rows.push({ level: '全国', action: '转送部门', way: '单篇', body: '中央有关部门', on: later(receivedOn, 45) });
  }
  return rows;
}

/** The secretary's and the mayor's notes; one opinion has both, and is counted for each. */
function instructionsOf(
  { id }: YearSetting,
  issue: Issue,
  index: number,
  receivedOn: string,
): Record<string, unknown>[] {
  const on = later(receivedOn, 18);
  const forwardedTo = id('organisation', issue.mainUnit);
  const back = { forwardedTo, feedback: '已研究落实', feedbackOn: later(on, 30) };
  const rows: Record<string, unknown>[] = [];
  const place = index - 20;
  if (place >= 0 && place < SECRETARY)
    rows.push({ leader: '区委书记', duty: '区委书记', level: '区', on, text: '请区政府研究。', ...back });
  if (place >= SECRETARY - 1 && place < SECRETARY - 1 + MAYOR) {
    rows.push({ leader: '区长', duty: '区长', level: '区', on, text: '请有关部门拿出办法。', ...back });
  }
  return rows;
}

function makeBulletins({ ledger, id }: YearSetting): void {
  for (let number = 1; number <= ISSUES_PRINTED; number++) {
    const printedOn = workday(number * 2, 25);
    ledger.add('bulletin', String(number), {
      publication: '信息专刊',
      year: YEAR,
      number,
      totalNumber: 40 + number,
      editor: '研究室',
      signer: '梁柏年',
      issuer: '政协示例区委员会办公室',
      printedOn,
      receivers: [
        { label: '报', text: '市政协办公室，区委、区政府' },
        { label: '送', text: '区直有关部门，各街道' },
      ],
      copies: 80,
      items: Array.from({ length: PER_ISSUE }, (_, at) => ({
        opinion: id('opinion', String((number - 1) * PER_ISSUE + at + 1)),
        title: ledger.of('opinion')[(number - 1) * PER_ISSUE + at]?.values.title,
        order: at + 1,
      })),
      state: '已印发',
    });
  }
}

/** Companies that came into the district by members: numbers after those the visits go to. */
export const SETTLED_FROM = COMPANIES - 20;
