import { describe, expect, it } from 'vitest';
import { defaultEnumerations, kinds } from '../../../shared/records/index.ts';
import { defaultPeriods, machines, NUMBER_FORMATS } from '../../../shared/workflow/index.ts';
import { wordFaults } from '../../support/office-words.ts';

/** Keys under which a description carries words for the clerk; ids, patterns and functions are the program's own. */
const READ = new Set([
  'label',
  'unit',
  'purpose',
  'help',
  'meaning',
  'note',
  'reason',
  'value',
  'group',
  'preset',
  'format',
]);

/** The texts of a description, each with the way to it. */
function textsIn(node: unknown, way: string, seen = new Set<unknown>()): [way: string, text: string][] {
  if (typeof node !== 'object' || node === null || seen.has(node)) return [];
  seen.add(node);
  return Object.entries(node).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? READ.has(key) && !(key === 'format' && way.includes('fields'))
        ? [[`${way}.${key}`, value]]
        : []
      : textsIn(value, `${way}.${key}`, seen),
  );
}

describe('办事的人读到的话里没有程序的话', () => {
  it.each([
    ['记录种类', kinds],
    ['选项', defaultEnumerations],
    ['办理环节', machines],
    ['期限', defaultPeriods.map(({ label, note }) => ({ label, note }))],
    ['编号格式', NUMBER_FORMATS],
  ] as const)('%s', (what, descriptions) => {
    const texts = textsIn(descriptions, what);
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.flatMap(([way, text]) => wordFaults(text).map((fault) => `${way} ${fault}`))).toEqual([]);
  });
});
