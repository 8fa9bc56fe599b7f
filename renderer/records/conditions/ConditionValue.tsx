import { Input, Select } from 'antd';
import { useState } from 'react';
import type { FieldCondition } from '../../../shared/records/conditions/condition.ts';
import { readDate, readNumber, readYear } from '../../../shared/records/date-input.ts';
import type { Field } from '../../../shared/records/field.ts';
import type { Settings } from '../../app/api.ts';
import { RecordPicker } from '../form/RecordPicker.tsx';

interface ConditionValueProps {
  readonly condition: FieldCondition;
  readonly field: Field;
  /** Who is asked, for the label of the control: 第 2 条的值. */
  readonly about: string;
  readonly enumerations: Settings['enumerations'];
  readonly onChange: (condition: FieldCondition) => void;
}

/** What the field must be, after its type: options, records, yes or no, from … to, words. */
export function ConditionValue({ condition, field, about, enumerations, onChange }: ConditionValueProps) {
  const { type } = condition;
  if (type === 'filled' || type === 'blank') return null;
  if (type === 'between') return <Between condition={condition} field={field} about={about} onChange={onChange} />;
  if (type === 'contains') {
    return (
      <Input
        aria-label={about}
        className="condition-value"
        placeholder="这些字"
        maxLength={100}
        value={condition.text ?? ''}
        onChange={({ target }) => onChange({ ...condition, text: target.value })}
      />
    );
  }
  const values = condition.values ?? [];
  const put = (next: FieldCondition['values']) => onChange({ ...condition, values: next });
  if (field.type === 'boolean') {
    return (
      <Select
        aria-label={about}
        className="condition-value"
        placeholder="是还是否"
        value={values.length === 0 ? undefined : values.map(String).includes('true')}
        options={[
          { value: true, label: '勾选了' },
          { value: false, label: '没有勾选' },
        ]}
        onChange={(yes: boolean) => put([yes])}
      />
    );
  }
  const ids = values.flatMap((value) => (typeof value === 'string' ? [value] : []));
  if (field.target) {
    return (
      <div className="condition-value">
        <RecordPicker kind={field.target} multiple label={about} value={ids} onChange={put} />
      </div>
    );
  }
  const options = enumerations.find(({ id }) => id === field.enumeration)?.values;
  return (
    <Select
      aria-label={about}
      className="condition-value"
      mode={options ? 'multiple' : 'tags'}
      placeholder={options ? '选一个或几个' : '打字后按回车，可以几个'}
      value={values.map((value) => (value === null ? BLANK : String(value)))}
      options={[
        ...(options ?? []).map(({ value, retired }) => ({ value, label: retired ? `${value}（已停用）` : value })),
        ...(options || values.includes(null) ? [{ value: BLANK, label: '（没有填）' }] : []),
      ]}
      onChange={(next: string[]) => put(next.map((value) => (value === BLANK ? null : value)))}
    />
  );
}

const BLANK = '\u0000blank';

type BetweenProps = Omit<ConditionValueProps, 'enumerations'>;

/** Numbers and days; a bound that is a year or a month takes in all of it. What cannot be read is said and not taken. */
function Between({ condition, field, about, onChange }: BetweenProps) {
  const [texts, setTexts] = useState({ from: String(condition.from ?? ''), to: String(condition.to ?? '') });
  const [problem, setProblem] = useState<string>();
  const isNumber = field.type === 'integer' || field.type === 'decimal';
  const update = (next: typeof texts) => {
    setTexts(next);
    const from = readBound(field, next.from);
    const to = readBound(field, next.to);
    setProblem(from.problem ?? to.problem);
    if (from.problem || to.problem) return;
    const { from: _from, to: _to, ...rest } = condition;
    onChange({
      ...rest,
      ...(from.value === undefined ? {} : { from: from.value }),
      ...(to.value === undefined ? {} : { to: to.value }),
    });
  };
  const placeholder = isNumber ? '' : '2024 或 2024-02-26';
  return (
    <span className="condition-between condition-value">
      <Input
        aria-label={`${about}：从`}
        placeholder={placeholder}
        value={texts.from}
        status={problem ? 'error' : ''}
        onChange={({ target }) => update({ ...texts, from: target.value })}
      />
      <span>至</span>
      <Input
        aria-label={`${about}：至`}
        placeholder={placeholder}
        value={texts.to}
        status={problem ? 'error' : ''}
        onChange={({ target }) => update({ ...texts, to: target.value })}
      />
      {field.unit && <span className="quiet">{field.unit}</span>}
      {problem && (
        <span role="alert" className="small field-problem">
          {problem}
        </span>
      )}
    </span>
  );
}

function readBound(field: Field, text: string): { readonly value?: string | number; readonly problem?: string } {
  if (!text.trim()) return {};
  if (field.type === 'integer' || field.type === 'decimal') return readNumber(text, field.unit);
  if (field.type === 'year') return readYear(text);
  if (/^\d{4}(-\d{2})?$/u.test(text.trim())) return { value: text.trim() };
  return readDate(text);
}
