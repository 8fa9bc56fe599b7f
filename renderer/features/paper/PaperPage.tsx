import { PageFrame } from '../../ui/PageFrame.tsx';

/** Holds the route until the page itself lands. */
export function PaperPage() {
  return <PageFrame title="文书">{null}</PageFrame>;
}
