import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { readNumber, readYear } from '../../../shared/records/date-input.ts';
import type { Field } from '../../../shared/records/field.ts';

interface NumberInputProps {
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly autoFocus?: boolean;
  readonly status?: 'error';
}

/** A number as it is typed (full-width digits, thousands, its unit); read when the field is left. */
export function NumberInput({ field, value, onChange, ...common }: NumberInputProps) {
  const [text, setText] = useState(shown(value));
  const sent = useRef<unknown>(value);
  useEffect(() => {
    // 1.0 is already 1 on the way to 1.05: what was just typed stays as typed.
    if (value !== sent.current) setText(shown(value));
    sent.current = value;
  }, [value]);
  const read = (typed: string) => {
    if (!typed.trim()) return undefined;
    const found = field.type === 'year' ? readYear(typed) : readNumber(typed, field.unit);
    return found.value ?? typed; // what cannot be read stays as typed, and the check says what is wrong with it
  };
  return (
    <Input
      {...common}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      maxLength={30}
      className="number-input"
      {...(field.unit ? { suffix: <span className="quiet">{field.unit}</span> } : {})}
      onChange={(event) => {
        setText(event.target.value);
        sent.current = read(event.target.value);
        onChange(sent.current);
      }}
      onBlur={() => setText(shown(read(text)))}
    />
  );
}

const shown = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? String(value) : '');
