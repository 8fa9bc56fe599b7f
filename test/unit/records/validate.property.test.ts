import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../shared/records/derive.ts';
import { displayValue, subtitleOf, titleOf } from '../../../shared/records/display.ts';
import { defaultEnumerations } from '../../../shared/records/enumerations.ts';
import type { Field } from '../../../shared/records/field.ts';
import type { Values } from '../../../shared/records/record.ts';
import { referencesOf } from '../../../shared/records/references.ts';
import { kindOf, kinds } from '../../../shared/records/registry.ts';
import { validateRecord } from '../../../shared/records/validate.ts';
import { wholeOffice as office, stored } from './records-in-memory.ts';

const options = { lookup: office.lookup, enumerations: defaultEnumerations };
const kind = fc.constantFrom(...kinds);

/** What forms, scripts and spreadsheets may send for a field: good, nearly good, and anything. */
function inputFor(field: Field): fc.Arbitrary<unknown> {
  const words = defaultEnumerations.find((item) => item.id === field.enumeration)?.values ?? [];
  const choice = words.flatMap((item) => [item.value, ...(item.aliases ?? [])]);
  const ids = office.list(field.target ?? '').map((record) => record.id);
  const likely: fc.Arbitrary<unknown>[] = [
    fc.constantFrom(
      '2024.2.26',
      '2023-02-30',
      '2024年2月26日上午9时',
      '1975.3',
      '２０',
      '1,200',
      '是',
      '否',
      '  甲　乙 ',
      '',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('王', '毅', '·', '•', ' ', '　', '\n', '\r', '\t', '\u200b', 'ａ', '、'),
      maxLength: 8,
    }),
    fc.integer(),
    fc.boolean(),
  ];
  if (choice.length > 0)
    likely.push(fc.constantFrom(...choice), fc.array(fc.constantFrom(...choice), { maxLength: 4 }));
  if (ids.length > 0) likely.push(fc.constantFrom(...ids), fc.array(fc.constantFrom(...ids), { maxLength: 4 }));
  if (field.row) likely.push(fc.array(inputs(field.row), { maxLength: 4 }));
  if (field.type === 'body') {
    const span = fc.record(
      { text: fc.string({ maxLength: 6 }), note: fc.string({ maxLength: 4 }) },
      { requiredKeys: ['text'] },
    );
    const block = fc.record({ type: fc.constant('paragraph'), text: fc.array(span, { maxLength: 3 }) });
    likely.push(fc.record({ blocks: fc.array(block, { maxLength: 4 }) }));
  }
  return fc.oneof({ weight: 5, arbitrary: fc.oneof(...likely) }, { weight: 1, arbitrary: fc.anything() });
}

function inputs(fields: Readonly<Record<string, Field>>): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, inputFor(field)])), {
    requiredKeys: [],
  });
}

/** The kind by its id only, so that a counterexample stays readable. */
const withInput = fc
  .constantFrom(...kinds.map((k) => k.id))
  .chain((id) => inputs(kindOf(id)?.fields ?? {}).map((values) => ({ id, values })));

/** A record with its required fields only, for kinds of which there is none at hand. */
function leastOf(fields: Readonly<Record<string, Field>>): Values {
  const given = Object.entries(fields).filter(([, field]) => field.required && field.initial === undefined);
  return Object.fromEntries(
    given.map(([name, field]) => {
      const word = defaultEnumerations.find((item) => item.id === field.enumeration)?.values[0]?.value;
      const target = office.list(field.target ?? '')[0]?.id;
      const byType: Partial<Record<Field['type'], unknown>> = {
        ...{ text: '题', longText: '题', tags: ['题'], integer: field.min ?? 1, decimal: field.min ?? 1, year: 2024 },
        ...{ date: '2024-03-01', month: '2024-03', dateTime: '2024-03-01T09:00', boolean: true },
        ...{ choice: word, choices: [word], reference: target, references: [target] },
      };
      return [name, byType[field.type]];
    }),
  );
}

/**
 * An input that is accepted: a good record of the kind with whatever of `values` can be taken. Most random records
 * have some field that is refused, and what is refused is never stored.
 */
function acceptable(id: string, values: Values): Values {
  const good = office.list(id)[0]?.values ?? leastOf(kindOf(id)?.fields ?? {});
  const input: Record<string, unknown> = { ...good, ...values };
  for (let round = 0; round < 60; round += 1) {
    const wrong = Object.keys(validateRecord(id, input, options).problems)[0]?.split('.')[0];
    if (wrong === undefined) return input;
    if (input[wrong] === good[wrong]) delete input[wrong];
    else input[wrong] = good[wrong];
  }
  return good;
}

describe('校验的性质', () => {
  it('对任何内容都不抛出', () => {
    fc.assert(
      fc.property(kind, fc.anything(), (k, values) => {
        const result = validateRecord(k.id, values, options);
        expect(typeof result.problems).toBe('object');
      }),
      { numRuns: 500 },
    );
  });

  it('校验两次与校验一次一样：收下的值再校验，不变也不生新问题', () => {
    let kept = 0;
    fc.assert(
      fc.property(withInput, ({ id, values }) => {
        const input = acceptable(id, values);
        const once = validateRecord(id, input, options);
        expect(once.problems).toEqual({});
        kept += Object.keys(values).filter((name) => name in once.values).length;
        // Blank rows are dropped: what is said of a row after one is said of the row before it the second time.
        const told = ({ values: stored, problems, warnings }: typeof once) => ({
          values: stored,
          problems,
          warnings: Object.values(warnings).sort(),
        });
        const twice = validateRecord(id, once.values, options);
        expect(told(twice)).toEqual(told(once));
        expect(validateRecord(id, once.values, { ...options, before: once.values })).toEqual(twice);
      }),
      { numRuns: 600 },
    );
    // The property would say nothing if nearly everything random were refused.
    expect(kept).toBeGreaterThan(600);
  });

  it('收下的值里没有空白：没有空字符串、null、空列表', () => {
    fc.assert(
      fc.property(withInput, ({ id, values }) => {
        const noBlank = (value: unknown): void => {
          expect(value === '' || value === null || value === undefined).toBe(false);
          if (!Array.isArray(value)) return;
          expect(value.length).toBeGreaterThan(0);
          for (const item of value)
            if (typeof item === 'object' && item) Object.values(item as object).forEach(noBlank);
        };
        Object.values(validateRecord(id, values, options).values).forEach(noBlank);
      }),
      { numRuns: 800 },
    );
  });

  it('程序补的值再补一次不变，补过的记录仍然合格', () => {
    fc.assert(
      fc.property(withInput, ({ id, values }) => {
        const checked = validateRecord(id, acceptable(id, values), options);
        const derived = derive(id, checked.values, office.lookup, { list: office.list });
        expect(derive(id, derived, office.lookup, { list: office.list })).toEqual(derived);
        const again = validateRecord(id, derived, { ...options, before: derived });
        expect(again.problems).toEqual({});
        expect(again.values).toEqual(derived);
      }),
      { numRuns: 800 },
    );
  });
});

describe('显示的性质', () => {
  it('任何值都能显示，得到一段文字', () => {
    fc.assert(
      fc.property(kind, fc.anything(), (k, value) => {
        for (const field of Object.values(k.fields)) {
          const shown = displayValue(field, value, office.lookup);
          expect(typeof shown).toBe('string');
          expect(shown).not.toContain('[object');
          expect(shown).not.toBe('null');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('标题、引用对任何内容都不抛出', () => {
    const anyValues = kind.chain((k) =>
      fc
        .record(Object.fromEntries(Object.keys(k.fields).map((name) => [name, fc.anything()])), { requiredKeys: [] })
        .map((values) => ({ k, values })),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anyValues,
          withInput.map(({ id, values }) => ({ k: kindOf(id) ?? kinds[0]!, values })),
        ),
        ({ k, values }) => {
          const record = stored(k.id, 'x', values);
          expect(titleOf(record, office.lookup)).not.toBe('');
          subtitleOf(record, office.lookup);
          referencesOf(record);
        },
      ),
      { numRuns: 800 },
    );
  });
});
