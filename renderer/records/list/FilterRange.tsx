import { Input } from 'antd';
import { useState } from 'react';
import { readDate, readNumber, readYear } from '../../../shared/records/date-input.ts';
import type { Field } from '../../../shared/records/field.ts';
import type { Filter } from '../../app/list-state.ts';
import { onKeys } from '../../ui/keys.ts';

export interface FilterValueProps {
  readonly path: string;
  readonly field: Field;
  readonly filter: Filter | undefined;
  readonly onChange: (filter: Filter | undefined) => void;
  readonly onSubmit: () => void;
}

const RANGES: readonly Field['type'][] = ['date', 'month', 'dateTime', 'year', 'integer', 'decimal'];
export const isRange = (field: Field) => RANGES.includes(field.type);

/** From … to …, of numbers and dates; a bound that is a year or a month takes in all of it. */
export function FilterRange({ path, field, filter, onChange, onSubmit }: FilterValueProps) {
  const [from, setFrom] = useState(String(filter?.from ?? ''));
  const [to, setTo] = useState(String(filter?.to ?? ''));
  const [problem, setProblem] = useState<string>();
  const read = (text: string): { value?: string | number; problem?: string } => {
    if (!text.trim()) return {};
    if (field.type === 'integer' || field.type === 'decimal') return readNumber(text, field.unit);
    if (field.type === 'year') return readYear(text);
    // A year or a month alone means all of it.
    if (/^\d{4}(-\d{2})?$/.test(text.trim())) return { value: text.trim() };
    return readDate(text);
  };
  const update = (start: string, end: string) => {
    setFrom(start);
    setTo(end);
    const low = read(start);
    const high = read(end);
    setProblem(low.problem ?? high.problem);
    const good = !low.problem && !high.problem && (low.value !== undefined || high.value !== undefined);
    onChange(
      good
        ? {
            field: path,
            type: 'between',
            ...(low.value !== undefined ? { from: low.value } : {}),
            ...(high.value !== undefined ? { to: high.value } : {}),
          }
        : undefined,
    );
  };
  const keys = onKeys({ enter: onSubmit });
  const placeholder = field.type === 'integer' || field.type === 'decimal' ? '' : '2024 或 2024-02-26';
  return (
    <>
      <div className="filter-range">
        <Input
          aria-label="从"
          value={from}
          placeholder={placeholder}
          onChange={(e) => update(e.target.value, to)}
          onKeyDown={keys}
        />
        <span>至</span>
        <Input
          aria-label="至"
          value={to}
          placeholder={placeholder}
          onChange={(e) => update(from, e.target.value)}
          onKeyDown={keys}
        />
      </div>
      {problem && (
        <p role="alert" className="small field-problem">
          {problem}
        </p>
      )}
    </>
  );
}
