import type { Issue } from './issues.ts';
import { later, turn, type YearSetting } from './setting.ts';

/** What is told of the suggestions of one source. */
export interface SuggestionsTold {
  readonly source: { readonly field: string; readonly type: string; readonly id: string };
  readonly day: string;
  readonly count: number;
  /** Where in the list of issues to begin. */
  readonly from: number;
  /** Every so many is a problem of a firm or a citizen instead of advice; none when 0. */
  readonly problemEvery?: number;
  readonly proposers?: readonly string[];
}

/** 收条 within five working days, an answer within sixty. */
const DELIVERED = 4;
const SIGNED = 6;
const ANSWERED = 45;
const ADOPTIONS = ['采纳', '采纳', '部分采纳', '列入计划', '留作参考', '采纳'];

/** Adds suggestions of one meeting or report, all of them answered: the year is over. */
export function makeSuggestions({ ledger, issues, id }: YearSetting, told: SuggestionsTold): void {
  for (let index = 0; index < told.count; index++) {
    const issue = turn(issues, told.from + Math.floor(index / 3));
    const isProblem = (told.problemEvery ?? 0) > 0 && index % (told.problemEvery ?? 1) === 0;
    const adoption = turn(ADOPTIONS, told.from + index);
    const proposer = told.proposers?.[index % told.proposers.length];
    ledger.add('suggestion', `${told.source.id} ${index}`, {
      [told.source.field]: told.source.id,
      sourceType: told.source.type,
      seq: index + 1,
      suggestionKind: isProblem ? '问题诉求' : '意见建议',
      text: isProblem ? problemOf(issue, index) : adviceOf(issue, index),
      proposers: proposer ? [proposer] : undefined,
      domain: issue.category,
      mainUnit: id('organisation', issue.mainUnit),
      coUnits: issue.coUnits.map((name) => id('organisation', name)),
      deliveredOn: later(told.day, DELIVERED),
      receiptNumber: `收〔${told.day.slice(0, 4)}〕${ledger.of('suggestion').length + 1}号`,
      receiptSigner: `${issue.mainUnit}办公室`,
      receiptOn: later(told.day, SIGNED),
      due: later(told.day, 60),
      repliedOn: later(told.day, ANSWERED),
      reply: `${issue.mainUnit}已会同有关单位研究，${adoption === '留作参考' ? '因条件所限留作参考' : '纳入年度工作安排'}。`,
      state: '办结',
      adoption,
      conversions:
        adoption === '采纳' && index % 4 === 0
          ? [{ type: '措施', title: `${issue.topic}专项措施`, on: later(told.day, ANSWERED + 20) }]
          : undefined,
    });
  }
}

const adviceOf = (issue: Issue, index: number): string => `关于${issue.topic}，建议${turn(issue.advices, index)}。`;

const problemOf = (issue: Issue, index: number): string =>
  `${issue.topic}方面，反映${turn(issue.problems, index)}，希望有关部门帮助解决。`;
