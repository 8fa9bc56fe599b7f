import { z } from 'zod';

/**
 * What a record must fulfil to be counted: by a figure, by an item of a scoring scheme. Data, not code: an office reads
 * it as a sentence (conditionWords) and changes it in a form. All conditions of a list must hold.
 *
 * A path walks from the record: a field (`subtype`), a column of its rows (`adoptions.level`), a field of the record a
 * reference points at (`event.consultForm`, `campaigns.name`, `lead.person.name`).
 */
export type Condition = FieldCondition | RowCondition | PointedCondition | RuleCondition | EitherCondition;

/**
 * any: one of the values at the path is one of `values` (null stands for blank) · contains: what stands there contains
 * `text` · between: from ≤ value ≤ to, a bound that is a day, month or year means all of it · blank / filled
 */
export interface FieldCondition {
  readonly type: 'any' | 'contains' | 'between' | 'blank' | 'filled';
  readonly field: string;
  readonly values?: readonly (string | number | boolean | null)[] | undefined;
  readonly text?: string | undefined;
  readonly from?: string | number | undefined;
  readonly to?: string | number | undefined;
  /** 不是 */
  readonly not?: boolean | undefined;
}

/** One row of `field` fulfils all of `where`; the paths in it begin at the row. */
export interface RowCondition {
  readonly type: 'row';
  readonly field: string;
  readonly where: readonly FieldCondition[];
  readonly not?: boolean | undefined;
}

/** Some record of `kind` that fulfils `where` points at this one through `field` (`items.opinion`). */
export interface PointedCondition {
  readonly type: 'pointed';
  readonly kind: string;
  readonly field: string;
  readonly where?: readonly Condition[] | undefined;
  readonly not?: boolean | undefined;
}

/** A rule that takes more than fields (期限内答复): named in shared/figures/named-rules.ts, with its own words. */
export interface RuleCondition {
  readonly type: 'rule';
  readonly rule: string;
  readonly not?: boolean | undefined;
}

/** At least one of them holds. */
export interface EitherCondition {
  readonly type: 'either';
  readonly of: readonly Condition[];
  readonly not?: boolean | undefined;
}

const not = z.boolean().optional();
const path = z.string().min(1, { error: '请选栏目' }).max(120);

export const fieldCondition = z.object({
  type: z.enum(['any', 'contains', 'between', 'blank', 'filled']),
  field: path,
  values: z
    .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .max(200)
    .optional(),
  text: z.string().max(200).optional(),
  from: z.union([z.string(), z.number()]).optional(),
  to: z.union([z.string(), z.number()]).optional(),
  not,
});

/** The shape as it crosses the contract and stands in settings. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    fieldCondition,
    z.object({ type: z.literal('row'), field: path, where: z.array(fieldCondition).max(20), not }),
    z.object({
      type: z.literal('pointed'),
      kind: z.string().min(1),
      field: path,
      where: z.array(condition).max(20).optional(),
      not,
    }),
    z.object({ type: z.literal('rule'), rule: z.string().min(1), not }),
    z.object({ type: z.literal('either'), of: z.array(condition).min(1).max(20), not }),
  ]),
);
