interface DueTagProps {
  /** Days until due; negative when late. */
  readonly days: number;
}

/** 超期 3 天, 今天, 明天, 5 天后: the words say it, the colour helps. */
export const dueWords = (days: number): string => {
  if (days < 0) return `超期 ${-days} 天`;
  if (days === 0) return '今天';
  return days === 1 ? '明天' : `${days} 天后`;
};

export function DueTag({ days }: DueTagProps) {
  return (
    <span className="tag due-tag" data-tone={days < 0 ? 'late' : days <= 1 ? 'soon' : 'quiet'}>
      {dueWords(days)}
    </span>
  );
}
