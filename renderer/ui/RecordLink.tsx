import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Titles } from '../app/api.ts';

interface RecordLinkProps {
  readonly kind: string;
  readonly id: string;
  /** Titles as every answer of the contract carries them. */
  readonly titles?: Titles;
  readonly children?: ReactNode;
}

/** A record by its name, leading to its page. One that is gone says so instead of showing its number. */
export function RecordLink({ kind, id, titles, children }: RecordLinkProps) {
  const known = titles?.[`${kind}/${id}`];
  if (!children && titles && !known) return <span className="quiet">已不在资料库中</span>;
  return (
    <Link to="/records/$kind/$id" params={{ kind, id }} title={known?.subtitle}>
      {children ?? known?.title ?? '查看'}
    </Link>
  );
}
