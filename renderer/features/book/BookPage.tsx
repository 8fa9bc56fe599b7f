import { PageFrame } from '../../ui/PageFrame.tsx';

/** Holds the route until the page itself lands. */
export function BookPage() {
  return <PageFrame title="书稿">{null}</PageFrame>;
}
