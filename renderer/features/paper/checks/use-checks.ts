import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DocumentModel } from '../../../../shared/documents/model.ts';
import { api, type Output, queryClient } from '../../../app/api.ts';

export type Finding = Output<typeof api.documentsCheck.check>['findings'][number];

/** The paper that is checked. */
export interface CheckedPaper {
  readonly document: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** What stands on the desk when it was edited; otherwise it is composed from the records. */
  readonly content: DocumentModel | undefined;
}

const revisions = new WeakMap<DocumentModel, number>();
let last = 0;

/** Each state of an edited paper by a number: a whole book is no key to look things up by. */
function revisionOf(content: DocumentModel | undefined): number {
  if (!content) return 0;
  const known = revisions.get(content);
  if (known !== undefined) return known;
  last += 1;
  revisions.set(content, last);
  return last;
}

const queryOf = ({ document, params, content }: CheckedPaper) => ({
  queryKey: [['documentsCheck', 'check'], { document, params, revision: revisionOf(content) }],
  queryFn: () => api.documentsCheck.check({ document, params: { ...params }, ...(content ? { content } : {}) }),
});

/** Findings of the paper as it stands; while it is looked at anew the old ones stay to be read, not to be taken. */
export function useChecks(paper: CheckedPaper): { readonly findings: readonly Finding[]; readonly stale: boolean } {
  const answer = useQuery({ ...queryOf(paper), placeholderData: keepPreviousData });
  return { findings: answer.data?.findings ?? [], stale: answer.isPlaceholderData || answer.isPending };
}

/** The same once, for whoever has to know before going on. */
export const findingsOf = async (paper: CheckedPaper): Promise<readonly Finding[]> =>
  (await queryClient.fetchQuery(queryOf(paper))).findings;
