import { numberOf, targetOf, textOf } from '../records/read-value.ts';
import type { Values } from '../records/record.ts';
import type { WorkContext } from './machine.ts';

/**
 * Formats of numbers the office gives, as settings. {号:3} is the running number with leading zeros, then {年}, {届} and
 * {次}; {n:3}, {year}, {term} and {session} say the same. Anything else stands as it is.
 */
export const NUMBER_FORMATS = {
  'proposal.caseNumberFormat': { label: '提案案号', format: '〔{年}〕{号:3}' },
  'suggestion.receiptFormat': { label: '收条编号', format: '收〔{年}〕{号:4}' },
} as const;

/** Where the running number stands, and in how many digits at least. */
export const RUNNING_NUMBER = /\{(?:n|号)(?::([1-9]))?\}/u;

export type NumberFormat = keyof typeof NUMBER_FORMATS;

export function formatOf(name: NumberFormat, context: Pick<WorkContext, 'setting'>): string {
  const own = context.setting(name);
  return typeof own === 'string' && RUNNING_NUMBER.test(own) ? own : NUMBER_FORMATS[name].format;
}

export interface NumberParts {
  readonly year: number;
  readonly term?: number | undefined;
  readonly session?: number | undefined;
}

export function formatNumber(format: string, parts: NumberParts, n: number): string {
  return format
    .replace(RUNNING_NUMBER, (_, width: string | undefined) => String(n).padStart(Number(width ?? 1), '0'))
    .replace(/\{(?:year|年)\}/gu, String(parts.year))
    .replace(/\{(?:term|届)\}/gu, String(parts.term ?? ''))
    .replace(/\{(?:session|次)\}/gu, String(parts.session ?? ''));
}

const MARK = '\u0000';

function patternOf(format: string, parts: NumberParts): RegExp {
  const marked = formatNumber(format.replace(RUNNING_NUMBER, MARK), parts, 0);
  const escaped = marked.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`^${escaped.replace(MARK, '(\\d{1,9})')}$`, 'u');
}

/** The number after the highest one given out in this series. `used` are the numbers of all records that share it. */
export function nextNumber(format: string, parts: NumberParts, used: Iterable<string>): string {
  const pattern = patternOf(format, parts);
  let highest = 0;
  for (const text of used) highest = Math.max(highest, Number(pattern.exec(text)?.[1] ?? 0));
  return formatNumber(format, parts, highest + 1);
}

/** Year, 届 and 次 that the case number of a proposal is made of: those of its session, else of the day it is filed. */
function proposalParts(values: Values, on: string, context: WorkContext): NumberParts {
  const session = targetOf(values, 'session', 'session', context.lookup);
  const term = targetOf(values, 'term', 'term', context.lookup);
  const year = Number((textOf(session, 'openOn') || textOf(values, 'submittedOn') || on).slice(0, 4));
  return { year, term: numberOf(term, 'number'), session: numberOf(session, 'number') };
}

/** Next free case number of the proposal's session; proposals without a session are numbered by the year. */
export function nextCaseNumber(values: Values, on: string, context: WorkContext): string {
  const format = formatOf('proposal.caseNumberFormat', context);
  const used: string[] = [];
  for (const other of context.list('proposal')) {
    const number = other.values.caseNumber;
    if (typeof number === 'string') used.push(number);
  }
  return nextNumber(format, proposalParts(values, on, context), used);
}

export function nextReceiptNumber(on: string, context: WorkContext): string {
  const used: string[] = [];
  for (const other of context.list('suggestion')) {
    const number = other.values.receiptNumber;
    if (typeof number === 'string') used.push(number);
  }
  return nextNumber(formatOf('suggestion.receiptFormat', context), { year: Number(on.slice(0, 4)) }, used);
}

export function isNumberFormat(name: string): name is NumberFormat {
  return Object.hasOwn(NUMBER_FORMATS, name);
}
