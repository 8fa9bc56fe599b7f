import { PageFrame } from '../../ui/PageFrame.tsx';

/** Holds the route until the page itself lands. */
export function ReaderPage() {
  return <PageFrame title="阅读">{null}</PageFrame>;
}
