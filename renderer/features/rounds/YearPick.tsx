import { Select } from 'antd';

interface YearPickProps {
  readonly year: number;
  readonly onChange: (year: number) => void;
}

/** Years of one term and the one before it. */
const BACK = 10;

export function YearPick({ year, onChange }: YearPickProps) {
  const now = new Date().getFullYear();
  const years = new Set([year, ...Array.from({ length: BACK }, (_, index) => now + 1 - index)]);
  return (
    <Select
      aria-label="年度"
      value={year}
      onChange={onChange}
      options={[...years].sort((a, b) => b - a).map((one) => ({ value: one, label: `${one} 年` }))}
    />
  );
}
