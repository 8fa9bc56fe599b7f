import { useId } from 'react';
import { DateInput } from './DateInput.tsx';

interface DateFieldProps {
  readonly type: 'date' | 'month' | 'dateTime';
  readonly label: string;
  readonly value: string | undefined;
  /** The stored form ('2024-02-26'), undefined when cleared; what cannot be read comes as it was typed. */
  readonly onChange: (value: string | undefined) => void;
}

/** The date control of the forms, for pages that lay out their own fields. */
export function DateField({ type, label, value, onChange }: DateFieldProps) {
  return (
    <DateInput
      id={useId()}
      aria-label={label}
      type={type}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'string' && next !== '' ? next : undefined)}
    />
  );
}
