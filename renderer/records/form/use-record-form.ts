import { useCallback, useMemo, useRef, useState } from 'react';
import { effectiveEnumerations } from '../../../shared/records/enumerations.ts';
import { hiddenFields } from '../../../shared/records/form-groups.ts';
import type { RecordKind } from '../../../shared/records/kind.ts';
import type { Lookup, Problems, StoredRecord, Values } from '../../../shared/records/record.ts';
import { validateKind } from '../../../shared/records/validate.ts';
import type { Settings } from '../../app/api.ts';

export interface RecordForm {
  readonly values: Values;
  readonly set: (name: string, value: unknown) => void;
  readonly replace: (values: Values) => void;
  /** Why it cannot be saved, by path; a field's own goes away when it is changed. */
  readonly problems: Problems;
  readonly show: (problems: Problems) => void;
  readonly warnings: Problems;
  readonly dirty: boolean;
  /** Looks at one field after the clerk has left it. */
  readonly check: (name: string) => void;
  /** Looks at everything; answers the problems. */
  readonly checkAll: () => Problems;
  /** What is to be sent: all of a new record, of an old one only what changed, null for what was cleared. */
  readonly changes: () => Record<string, unknown>;
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const same = (a: unknown, b: unknown) => (isBlank(a) && isBlank(b)) || JSON.stringify(a) === JSON.stringify(b);

/**
 * The page knows other records by title only. Whether a reference exists is checked by the office when saving; here
 * every reference counts as good, so that the clerk is not bothered with a wrong alarm.
 */
const trusting =
  (record: StoredRecord | undefined): Lookup =>
  (kind, id) =>
    record && record.kind === kind && record.id === id
      ? record
      : { id, kind, rev: 1, createdAt: '', createdBy: '', updatedAt: '', updatedBy: '', values: {} };

export function useRecordForm(
  kind: RecordKind,
  start: Values,
  record: StoredRecord | undefined,
  settings: Settings | undefined,
): RecordForm {
  const [values, setValues] = useState<Values>(start);
  const [problems, setProblems] = useState<Problems>({});
  const [warnings, setWarnings] = useState<Problems>({});
  const latest = useRef(values);
  latest.current = values;
  const enumerations = useMemo(() => effectiveEnumerations(settings?.enumerations), [settings]);

  const set = useCallback((name: string, value: unknown) => {
    const next = { ...latest.current, [name]: value };
    latest.current = next;
    setValues(next);
    setProblems((old) => without(old, name));
  }, []);

  const validate = useCallback(() => {
    const typed = Object.fromEntries(Object.entries(latest.current).filter(([name]) => !kind.fields[name]?.readOnly));
    return validateKind(kind, typed, {
      lookup: trusting(record),
      enumerations,
      ...(record ? { id: record.id } : {}),
    });
  }, [kind, record, enumerations]);

  const check = useCallback(
    (name: string) => {
      const found = validate();
      if (isBlank(latest.current[name])) return; // what is missing is said when saving, not while going round
      setWarnings((old) => ({ ...without(old, name), ...only(found.warnings, name) }));
      setProblems((old) => ({ ...without(old, name), ...only(found.problems, name) }));
    },
    [validate],
  );

  const checkAll = useCallback(() => {
    const found = validate();
    setProblems(found.problems);
    setWarnings(found.warnings);
    return found.problems;
  }, [validate]);

  const names = useMemo(() => kind.form.flatMap((group) => group.fields), [kind]);
  const dirty = names.some((name) => !same(values[name], start[name]));
  const changes = useCallback(() => {
    const changed: Record<string, unknown> = {};
    // A new record keeps no initial value of a field nobody saw.
    const unseen = record ? undefined : hiddenFields(kind, latest.current);
    for (const name of names) {
      if (unseen?.has(name)) continue;
      const now = latest.current[name];
      if (!record) {
        if (!isBlank(now)) changed[name] = now;
      } else if (!same(now, record.values[name])) changed[name] = isBlank(now) ? null : now;
    }
    return changed;
  }, [names, record, kind]);

  return {
    values,
    set,
    replace: setValues,
    problems,
    show: setProblems,
    warnings,
    dirty,
    check,
    checkAll,
    changes,
  };
}

const belongs = (path: string, name: string) => path === name || path.startsWith(`${name}.`);
const only = (problems: Problems, name: string): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([path]) => belongs(path, name)));
const without = (problems: Problems, name: string): Problems =>
  Object.fromEntries(Object.entries(problems).filter(([path]) => !belongs(path, name)));

/** What a new record starts with: the initial values of its fields and what the address brings. */
export function initialValues(kind: RecordKind, given: Values | undefined): Values {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.initial !== undefined) values[name] = field.initial;
  }
  for (const [name, value] of Object.entries(given ?? {})) if (Object.hasOwn(kind.fields, name)) values[name] = value;
  return values;
}
