import { type FigureResult, yearPeriod } from '../../../figures/figure-result.ts';
import { isFiled, proposalShares } from '../../../figures/proposal-year.ts';
import { countsOf, percent, type Share } from '../../../figures/share.ts';
import type { StoredRecord } from '../../../records/record.ts';
import type { DocumentMaterial } from '../../definition.ts';
import type { Finding, Run, Source } from '../../model.ts';
import * as say from '../../wording.ts';
import { filedOf, type Scope, scopeSource, workOf } from './cases.ts';

/** Numbers of proposals as runs that say where they come from: a figure of the year, or the cases themselves. */

export const text = (words: string): Run => ({ text: words });

/** A number counted from the cases of the scope. */
export function counted(value: number | string, scope: Scope): Run {
  const source = scopeSource(scope);
  return { text: String(value), ...(source ? { source } : {}) };
}

export interface Figures {
  readonly received: Run;
  readonly filed: Run;
  readonly key: Run;
  readonly led: Run;
  readonly supervised: Run;
  /** With the sign: 100%; '' where there is nothing to take a share of. */
  readonly answered: Run;
  readonly satisfied: Run;
  readonly shares: ReadonlyMap<string, Share>;
  readonly findings: readonly Finding[];
}

/** Figures are kept by the calendar year: a session's cases have none, and are counted by the same rules. */
export function figuresOf(scope: Scope, material: DocumentMaterial): Figures {
  const { cases } = scope;
  const filed = filedOf(cases);
  const shares = new Map(proposalShares(cases, material.list, workOf(material)).map((share) => [share.id, share]));
  const findings: Finding[] = [];
  const year = scope.session ? undefined : scope.year;
  const ofYear = (id: string): FigureResult | undefined =>
    year === undefined ? undefined : material.figure?.(id, yearPeriod(year));
  const number = (id: string, own: readonly StoredRecord[]): Run => {
    const result = ofYear(id);
    if (!result) return counted(own.length, scope);
    if (result.value !== own.length) {
      findings.push({
        severity: 'warning',
        message: `年报数字${id}是${result.value}件，这一年的提案数出来是${own.length}件；有提案没有提交日期时两者不同，请核对。`,
      });
    }
    return { text: String(result.value), source: figureSource(id, year) };
  };
  const rate = (id: string, share: string): Run => {
    const result = ofYear(id);
    const counts = shares.get(share);
    const own = counts ? countsOf(counts) : { met: 0, of: 0 };
    if (!result?.of) return counted(percent(own.met, own.of), scope);
    return { text: percent(result.met ?? 0, result.of), source: figureSource(id, year) };
  };
  return {
    received: number('TA.IN', cases),
    filed: number('TA.NUM', cases.filter(isFiled)),
    key: number(
      'TA.KEY',
      filed.filter(({ values }) => values.isKey === true),
    ),
    led: number(
      'TA.LEAD',
      filed.filter(({ values }) => Boolean(values.handlingLeader)),
    ),
    supervised: number(
      'TA.SUPER',
      filed.filter(({ values }) => Boolean(values.supervisors)),
    ),
    answered: rate('TA.RATE', 'answered'),
    satisfied: rate('TA.SAT', 'satisfied'),
    shares,
    findings,
  };
}

/** A figure names its period by the two days. */
function figureSource(figure: string, year: number | undefined): Source {
  const { from, to } = yearPeriod(year ?? 0);
  return { kind: 'figure', id: `${from}/${to}`, figure };
}

/** 212÷212: the two numbers behind a share, for the note. */
export function behind(share: Share | undefined, unit = '件'): string {
  if (!share) return '';
  const { met, of } = countsOf(share);
  return of > 0 ? `${met}${unit}÷${of}${unit}` : '';
}

export const plain = (run: Run): string => say.runsText([run]);
