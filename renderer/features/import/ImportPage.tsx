import { PageFrame } from '../../ui/PageFrame.tsx';

/** Holds the route until the page itself lands. */
export function ImportPage() {
  return <PageFrame title="导入">{null}</PageFrame>;
}
