import { derive } from './derive.ts';
import type { Enumeration } from './enumerations.ts';
import { decidingFields, hiddenFields } from './form-groups.ts';
import type { List, RecordKind } from './kind.ts';
import { measured } from './measure-word.ts';
import { isValues } from './read-value.ts';
import type { Lookup, Problems, Values } from './record.ts';
import { kindOf } from './registry.ts';
import { findTwins } from './twins.ts';
import { validateField } from './validate-field.ts';
import type { ValidateContext } from './validate-scalar.ts';

export interface ValidateOptions {
  readonly lookup: Lookup;
  /** As the office has them: effectiveEnumerations(setting). */
  readonly enumerations: readonly Enumeration[];
  /** Id of the record being changed; absent for a new one. */
  readonly id?: string;
  /** Values before the change; looked up by `id` when absent. */
  readonly before?: Values;
  /** Needed to find records that must not exist twice; without it that rule is not checked. */
  readonly list?: List;
  /** false: whoever saves many records at once looks for twins (findTwins) when all of them stand. */
  readonly twins?: false;
}

export interface Validation {
  /** Normalised: trimmed, dates in ISO form, blanks absent. What may be stored when there are no problems. */
  readonly values: Values;
  /** Why it cannot be saved, by field path (rows count from 0: 'attendance.3.member'). Empty when it can. */
  readonly problems: Problems;
  /** What the clerk should look at; does not stop saving. */
  readonly warnings: Problems;
}

/**
 * Whether values may be stored, and in which form. Never throws, whatever comes in. Values are what forms, scripts and
 * spreadsheets give: dates and numbers may come as text. `derive` is to be applied to the result before storing.
 */
export function validateRecord(kindId: string, input: unknown, options: ValidateOptions): Validation {
  const kind = kindOf(kindId);
  if (!kind) return { values: {}, problems: { '': `没有“${String(kindId)}”这种记录` }, warnings: {} };
  return validateKind(kind, input, options);
}

/** The same for a kind at hand (tests bring their own). */
export function validateKind(kind: RecordKind, input: unknown, options: ValidateOptions): Validation {
  if (!isValues(input)) return { values: {}, problems: { '': '内容应是栏目与值的对应' }, warnings: {} };
  // Without a prototype, so that a field called __proto__ is refused like any other.
  const problems: Record<string, string> = Object.create(null);
  const warnings: Record<string, string> = Object.create(null);
  const before = options.before ?? (options.id === undefined ? undefined : options.lookup(kind.id, options.id)?.values);
  const context: ValidateContext = {
    lookup: options.lookup,
    enumerations: options.enumerations,
    before: before ?? {},
    isNew: before === undefined,
    findings: { problems, warnings },
    kept: {},
  };
  const values = validateFields(kind, input, context);
  if (Object.keys(problems).length === 0) crossCheck(kind, values, options, context);
  return { values, problems: { ...problems }, warnings: { ...warnings } };
}

function validateFields(kind: RecordKind, input: Values, context: ValidateContext): Values {
  for (const name of Object.keys(input)) {
    if (!Object.hasOwn(kind.fields, name)) context.findings.problems[name] = `没有“${name}”这个栏目`;
  }
  const values: Record<string, unknown> = {};
  const hidden = unasked(kind, input, context);
  for (const [name, field] of Object.entries(kind.fields)) {
    // Computed values come back with a record that was shown; they are not the clerk's and never stored.
    if (field.computed) continue;
    const asked = hidden.has(name) ? { ...field, required: false, expected: false } : field;
    const value = validateField(asked, Object.hasOwn(input, name) ? input[name] : undefined, name, name, context);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** Fields whose group this record has no use for: a visit is not asked for its quorum. */
function unasked(kind: RecordKind, input: Values, context: ValidateContext): ReadonlySet<string> {
  const deciding = decidingFields(kind);
  if (deciding.length === 0) return new Set();
  // What decides is read as it will be stored (the word of an alias, an initial value); its faults are told later.
  const aside: ValidateContext = { ...context, findings: { problems: {}, warnings: {} }, kept: {} };
  const decided: Record<string, unknown> = { ...input };
  for (const name of deciding) {
    const field = kind.fields[name];
    if (field)
      decided[name] = validateField(field, Object.hasOwn(input, name) ? input[name] : undefined, name, name, aside);
  }
  return hiddenFields(kind, decided);
}

/** Rules over several fields and several records; they may rely on each field being good by itself. */
function crossCheck(kind: RecordKind, values: Values, options: ValidateOptions, context: ValidateContext): void {
  const { findings } = context;
  const complete = derive(kind.id, values, options.lookup, {
    ...(options.list ? { list: options.list } : {}),
    ...(options.id === undefined ? {} : { id: options.id }),
  });
  Object.assign(findings.problems, selfReferences(kind, complete, options.id));
  for (const [path, text] of Object.entries(kind.check?.(complete, options.lookup, options.id) ?? {})) {
    findings.problems[inputPath(path, context)] = text;
  }
  for (const [path, text] of Object.entries(kind.warn?.(complete, options.lookup) ?? {}))
    findings.warnings[inputPath(path, context)] ??= text;
  if (!options.list || options.twins === false) return;
  const { lookup, id } = options;
  const twins = findTwins(kind, complete, { lookup, all: options.list(kind.id), ...(id === undefined ? {} : { id }) });
  for (const [field, text] of Object.entries(twins.problems)) findings.problems[field] ??= text;
  for (const [field, text] of Object.entries(twins.warnings)) findings.warnings[field] ??= text;
}

/** A version before itself, a proposal merged into itself, a member looked after by himself: always a slip. */
function selfReferences(kind: RecordKind, values: Values, id: string | undefined): Problems {
  const problems: Record<string, string> = {};
  if (id === undefined) return problems;
  for (const [name, field] of Object.entries(kind.fields)) {
    const value = values[name];
    if (field.target === kind.id && !field.computed && (value === id || (Array.isArray(value) && value.includes(id)))) {
      problems[name] = `${field.label}不能是这${measured(kind)}自己，请重新选择`;
    }
  }
  return problems;
}

/** 'attendance.1.member' of the values kept is 'attendance.2.member' of the input when a blank row stood before it. */
function inputPath(path: string, context: ValidateContext): string {
  const [field = '', index, ...rest] = path.split('.');
  const place = context.kept[field]?.[Number(index)];
  return place === undefined ? path : [field, place, ...rest].join('.');
}
