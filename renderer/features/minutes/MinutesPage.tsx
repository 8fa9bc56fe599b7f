import { PageFrame } from '../../ui/PageFrame.tsx';

/** Holds the route until the page itself lands. */
export function MinutesPage() {
  return <PageFrame title="纪要">{null}</PageFrame>;
}
