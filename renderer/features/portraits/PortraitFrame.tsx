import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { explain } from '../../app/errors.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { YearPick } from '../../ui/YearPick.tsx';

interface PortraitFrameProps {
  readonly title: string;
  readonly sub: string;
  readonly year: number;
  readonly years: readonly number[];
  readonly onYear: (year: number) => void;
  /** Other pages of the same. */
  readonly links: ReactNode;
  readonly children: ReactNode;
}

/** A portrait: year, links, print; on paper one sheet of A4. */
export function PortraitFrame({ title, sub, year, years, onYear, links, children }: PortraitFrameProps) {
  useKeys({ print: () => window.print() });
  return (
    <PageFrame
      title={title}
      sub={sub}
      verbs={
        <>
          <YearPick year={year} years={years} onChange={onYear} />
          {links}
          <Button onClick={() => window.print()}>打印</Button>
        </>
      }
    >
      <article className="portrait">{children}</article>
    </PageFrame>
  );
}

/** One that cannot be opened says why, and where to go on. */
export function PortraitProblem({ error, title }: { readonly error: unknown; readonly title: string }) {
  return (
    <PageFrame title={title}>
      <EmptyState title="打不开这份画像" verbs={<Link to="/desk/members">去履职一览</Link>}>
        {explain(error).message}
      </EmptyState>
    </PageFrame>
  );
}
