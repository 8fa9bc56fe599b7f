import type { ReactNode } from 'react';
import './page-frame.css';

interface PageFrameProps {
  readonly title: ReactNode;
  /** Quiet words after the title: 286 名 · 十届. */
  readonly sub?: ReactNode;
  /** Verbs, right; one of them `type="primary"`, last. */
  readonly verbs?: ReactNode;
  /** A line between title and content: chips, filters, tabs. */
  readonly bar?: ReactNode;
  /** The content scrolls by itself (lists, paper); otherwise the page scrolls. */
  readonly fixed?: boolean;
  readonly children: ReactNode;
}

/** Every page: title left, verbs right, content under them. */
export function PageFrame({ title, sub, verbs, bar, fixed, children }: PageFrameProps) {
  return (
    <section className="page" data-fixed={fixed || undefined}>
      <header className="page-head">
        <h1 className="page-title">{title}</h1>
        {sub && <div className="page-sub">{sub}</div>}
        {verbs && <div className="page-verbs">{verbs}</div>}
      </header>
      {bar && <div className="page-bar">{bar}</div>}
      <div className="page-body">{children}</div>
    </section>
  );
}
