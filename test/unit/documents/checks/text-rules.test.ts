import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkText, type TextFinding, textRules } from '../../../../shared/documents/checks/check-text.ts';
import type { TextKind, TextRule } from '../../../../shared/documents/checks/rule.ts';

const kindFor = (rule: TextRule): TextKind => rule.kinds?.[0] ?? 'running';
const of = (rule: TextRule, text: string): TextFinding[] =>
  checkText(text, kindFor(rule)).filter((finding) => finding.rule === rule.id);

/** Takes every offer, the last one first so that offsets stay right. */
function mended(text: string, findings: readonly TextFinding[]): string {
  return [...findings]
    .filter(({ replacement }) => replacement !== undefined)
    .sort((a, b) => b.range[0] - a.range[0])
    .reduce((now, { range, replacement = '' }) => now.slice(0, range[0]) + replacement + now.slice(range[1]), text);
}

describe.each(textRules.map((rule) => [rule.id, rule] as const))('规则 %s', (_, rule) => {
  test('有出处，正反例各不少于三个', () => {
    expect(rule.source).not.toBe('');
    expect(rule.bad.length).toBeGreaterThanOrEqual(3);
    expect(rule.good.length).toBeGreaterThanOrEqual(3);
  });

  test.each(rule.bad)('查出“%s”', (slipped = '', after) => {
    const found = of(rule, slipped);
    expect(found).not.toEqual([]);
    if (after === undefined) expect(found.every(({ replacement }) => replacement === undefined)).toBe(true);
    else {
      expect(mended(slipped, found)).toBe(after);
      expect(of(rule, after)).toEqual([]);
    }
  });

  test.each(rule.good)('不误报“%s”', (text) => {
    expect(of(rule, text)).toEqual([]);
  });
});

/** Han, marks and figures thrown together: far more slips than any clerk makes. */
const JUMBLE = array(
  constantFrom(
    ...'一二三十〇年月日第会议委员提案天人，。、；：“”‘’《》（）()[]〔〕【】,.;:?!"-—–~～…·0123456789%千百万亿号 \n',
    '等等',
    '2024年',
    '星期',
    '农历',
    '"',
  ),
  { maxLength: 40 },
).map((parts) => parts.join(''));
const KINDS: readonly TextKind[] = ['running', 'heading', 'cell', 'names'];

describe('随意的文字', () => {
  test('任何文字都查得完，位置都在文字里，采纳一处后同一处不再报同一条', () => {
    assert(
      property(oneof(JUMBLE, string({ unit: 'binary', maxLength: 60 })), constantFrom(...KINDS), (text, kind) => {
        for (const { rule, range, replacement } of checkText(text, kind)) {
          const [from, to] = range;
          expect(from >= 0 && from <= to && to <= text.length).toBe(true);
          if (replacement === undefined) continue;
          expect(replacement).not.toBe(text.slice(from, to));
          const after = text.slice(0, from) + replacement + text.slice(to);
          const again = checkText(after, kind).filter((other) => other.rule === rule);
          const same = again.filter((other) => other.range[0] === from && other.range[1] === from + replacement.length);
          // Where something was taken away nothing is left to be reported.
          const here = replacement === '' ? again.filter((other) => other.range[0] === from) : same;
          expect({ text, rule, here }).toEqual({ text, rule, here: [] });
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('网址、邮箱、取数的位置不算', () => {
    expect(checkText('见https://example.cn/a,b?c=1:2，邮箱a.b@example.cn，数{SQ.IN:2024}')).toEqual([]);
  });

  test('关掉的规则不查', () => {
    expect(checkText('会议强调,要抓落实', 'running', new Set(['marks.halfWidth']))).toEqual([]);
  });

  test('很长的文字也只按一遍读', () => {
    const long = '会议强调，要抓落实、重实效；“件件有回音”（试行）2024年2月6日。'.repeat(4000);
    expect(checkText(long)).toEqual([]);
    const bad = '“、'.repeat(20_000) + '('.repeat(20_000);
    expect(checkText(bad).length).toBeGreaterThan(0);
  });
});
