interface Shown {
  readonly value: number;
  readonly met?: number | undefined;
  readonly of?: number | undefined;
}

/** 294, 366.8, 98.5%, 14/14: the number as it stands in the table, without its unit. */
export function numberWords({ value, met, of }: Shown, isPercent: boolean): string {
  // Of nothing there is no share.
  if (isPercent && of === 0) return '—';
  if (isPercent) return `${value}%`;
  // A share that was corrected by hand is the number the office says, not the one counted.
  return of !== undefined && met === value
    ? `${value}/${of}`
    : value.toLocaleString('zh-CN', { maximumFractionDigits: 4 });
}

/** +12, −3, 0; of percents in points. */
export function changeWords(now: Shown, before: Shown, isPercent: boolean): string {
  if (isPercent && (now.of === 0 || before.of === 0)) return '—';
  // Tenths are not exact in binary.
  const change = Number((now.value - before.value).toFixed(4));
  if (change === 0) return '持平';
  const size = Math.abs(change).toLocaleString('zh-CN', { maximumFractionDigits: 4 });
  return `${change > 0 ? '+' : '−'}${size}${isPercent ? '个百分点' : ''}`;
}
