import { Select } from 'antd';

const NAMES = ['一季度', '二季度', '三季度', '四季度'];

/** 2024 年二季度 */
export const spanWords = (year: number, quarter: number | undefined): string =>
  `${year} 年${quarter === undefined ? '' : (NAMES[quarter - 1] ?? '')}`;

interface QuarterPickProps {
  readonly quarter: number | undefined;
  readonly onChange: (quarter: number | undefined) => void;
}

/** The whole year, or one quarter of it: the report on members' work goes out every quarter. */
export function QuarterPick({ quarter, onChange }: QuarterPickProps) {
  return (
    <Select
      aria-label="季度"
      className="member-quarter"
      value={quarter ?? 0}
      onChange={(chosen: number) => onChange(chosen || undefined)}
      options={['全年', ...NAMES].map((label, value) => ({ value, label }))}
    />
  );
}
