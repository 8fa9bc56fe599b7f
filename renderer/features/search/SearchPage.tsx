import { PageFrame } from '../../ui/PageFrame.tsx';

/** Holds the route until the page itself lands. */
export function SearchPage() {
  return <PageFrame title="检索">{null}</PageFrame>;
}
