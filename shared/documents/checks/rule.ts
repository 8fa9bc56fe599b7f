import type { Finding } from '../model.ts';

/** Where a rule belongs in the list of rules; the order is the order of the list. */
export const CHECK_GROUPS = ['标点', '数字', '公文格式', '完整', '编号', '名单', '数据'] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];

/** What a check rests on; the office may switch it off. */
export interface CheckRule {
  /** Stable: kept in settings and in what was ignored. quotes.straight */
  readonly id: string;
  /** What is wrong, in a few words: 全角括号写成了半角. */
  readonly label: string;
  readonly group: CheckGroup;
  readonly severity: Finding['severity'];
  /** Standard and clause, or the practice it comes from. */
  readonly source: string;
}

/**
 * What a text is: sentences, a heading that stands alone, a cell of a table, or a row of names. Names are set with
 * spaces and marks of their own.
 */
export type TextKind = 'running' | 'heading' | 'cell' | 'names';

/** A place of a text where a rule is not kept. UTF-16 offsets; `from` = `to` where something is missing. */
export interface Slip {
  readonly from: number;
  readonly to: number;
  /** Absent: a person has to decide. */
  readonly replacement?: string;
  /** Instead of the rule's label. */
  readonly message?: string;
}

export interface TextRule extends CheckRule {
  /** Absent: everywhere but in rows of names. */
  readonly kinds?: readonly TextKind[];
  /** Texts with a slip; the second is what they become when every offer is taken, absent where none is made. */
  readonly bad: readonly (readonly [slipped: string, mended?: string])[];
  /** Texts that look alike and are right. */
  readonly good: readonly string[];
  readonly find: (text: string) => readonly Slip[];
}

type Mend = string | ((match: RegExpExecArray) => Partial<Slip> | string | undefined);

/**
 * A rule that is one expression. The slip is the whole match, or the group called `slip`.
 * @param pattern global, with indices (`dgu`); linear in the text
 * @param mend what the slip becomes; a function may answer undefined for “no slip after all”, or more than a text
 */
export function matching(pattern: RegExp, mend?: Mend): (text: string) => Slip[] {
  return (text) => {
    const slips: Slip[] = [];
    for (const match of text.matchAll(pattern)) {
      const [from, to] = match.indices?.groups?.slip ?? [match.index, match.index + match[0].length];
      if (typeof mend === 'string') slips.push({ from, to, replacement: mend });
      else if (mend === undefined) slips.push({ from, to });
      else {
        const mended = mend(match);
        if (mended === undefined) continue;
        slips.push({ from, to, ...(typeof mended === 'string' ? { replacement: mended } : mended) });
      }
    }
    return slips;
  };
}

/** Several ways to break one rule. */
export const anyOf =
  (...finds: readonly ((text: string) => readonly Slip[])[]) =>
  (text: string): Slip[] =>
    finds.flatMap((find) => find(text));
