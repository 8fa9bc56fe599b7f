import { Select } from 'antd';

interface YearPickProps {
  readonly year: number;
  /** Years there is something in; the last ten when absent. */
  readonly years?: readonly number[] | undefined;
  readonly onChange: (year: number) => void;
}

/** Years of one term and the one before it. */
const BACK = 10;

export function YearPick({ year, years, onChange }: YearPickProps) {
  const now = new Date().getFullYear();
  const all = new Set([year, now, ...(years ?? Array.from({ length: BACK }, (_, index) => now + 1 - index))]);
  return (
    <Select
      aria-label="年度"
      value={year}
      onChange={onChange}
      options={[...all].sort((a, b) => b - a).map((one) => ({ value: one, label: `${one} 年` }))}
    />
  );
}
