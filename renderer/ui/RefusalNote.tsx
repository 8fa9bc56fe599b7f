import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { Refusal } from '../app/errors.ts';

interface RefusalNoteProps {
  readonly refusal: Refusal | undefined;
  readonly onClose?: () => void;
  /** What can be done about it, such as 重新载入. */
  readonly verbs?: ReactNode;
}

/** What was refused and what to do, in the page where it happened; read out at once. */
export function RefusalNote({ refusal, onClose, verbs }: RefusalNoteProps) {
  if (!refusal || refusal.code === 'cancelled') return null;
  return (
    <Alert
      type={refusal.code === 'invalid' || refusal.code === 'conflict' ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={refusal.message}
      action={verbs}
      {...(onClose ? { closable: { onClose, 'aria-label': '关闭说明' } } : {})}
    />
  );
}
