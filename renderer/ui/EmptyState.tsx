import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** 还没有委员 */
  readonly title: string;
  /** What belongs here and what the first step is. */
  readonly children?: ReactNode;
  /** The first step as a button. */
  readonly verbs?: ReactNode;
}

/** Nothing here yet: says what belongs here and offers the first step. */
export function EmptyState({ title, children, verbs }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {verbs && <div className="empty-verbs">{verbs}</div>}
    </div>
  );
}
