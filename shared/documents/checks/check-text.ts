import type { Finding } from '../model.ts';
import { numberRules } from './numbers-forms.ts';
import { yearRules } from './numbers-years.ts';
import { markRules } from './punctuation-marks.ts';
import { pairRules } from './punctuation-pairs.ts';
import type { TextKind, TextRule } from './rule.ts';

/** Every rule that looks at the words of one paragraph, cell or part. */
export const textRules: readonly TextRule[] = [...markRules, ...pairRules, ...yearRules, ...numberRules];

/** Web and mail addresses and places of figures ({SQ.IN}) are no sentences. */
const PROTECTED =
  /(?:https?:\/\/|www\.)[^\s，。；、）》”]{1,300}|[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}|\{[^{}]{1,80}\}/gu;

/** Words or figures alone, as most cells are: no rule but those on years has anything to say. */
const PLAIN = /^(?:[\p{Script=Han}\u3000]*|[\d.]*)$/u;

/** Most findings of one rule in one text: a pasted table of half-width commas is told once, not a thousand times. */
const MOST = 50;

export interface TextFinding extends Finding {
  readonly rule: string;
  readonly range: readonly [from: number, to: number];
}

/**
 * Slips in one text, in its order. Knows nothing of documents, so that pasted or dropped text can be checked as well.
 * @param kind what the text is; a heading has no full stop, a cell may be half a sentence
 * @param off ids of rules that are not asked
 */
export function checkText(
  text: string,
  kind: TextKind = 'running',
  off: ReadonlySet<string> = new Set(),
): readonly TextFinding[] {
  if (PLAIN.test(text) && !text.includes('年')) return [];
  const spared = [...text.matchAll(PROTECTED)].map((match) => [match.index, match.index + match[0].length] as const);
  const findings = textRules.flatMap((rule) =>
    off.has(rule.id) || !concerns(rule, kind) ? [] : findingsOf(rule, text, spared),
  );
  return findings.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

const concerns = ({ kinds }: TextRule, kind: TextKind): boolean => (kinds ? kinds.includes(kind) : kind !== 'names');

function findingsOf(rule: TextRule, text: string, spared: readonly (readonly [number, number])[]): TextFinding[] {
  return rule
    .find(text)
    .filter(({ from, to }) => spared.every(([start, end]) => to <= start || from >= end))
    .slice(0, MOST)
    .map(({ from, to, message, replacement }) => ({
      severity: rule.severity,
      message: message ?? `${rule.label}：${excerpt(text, from, to)}`,
      range: [from, to],
      rule: rule.id,
      ...(replacement === undefined ? {} : { replacement }),
    }));
}

const AROUND = 4;
const LONGEST = 30;

/** The slip with a few characters around it: a lone comma says nothing. */
export function excerpt(text: string, from: number, to: number): string {
  const [start, end] = [Math.max(0, from - AROUND), Math.min(text.length, to + AROUND)];
  const words = text.slice(start, Math.min(end, start + LONGEST)).replace(/\s/gu, ' ');
  return `${start > 0 ? '…' : ''}${words}${end < text.length || end > start + LONGEST ? '…' : ''}`;
}
