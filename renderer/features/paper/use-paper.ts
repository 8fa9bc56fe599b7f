import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentModel } from '../../../shared/documents/model.ts';
import { type api, type Output, queries } from '../../app/api.ts';
import { explain, type Refusal } from '../../app/errors.ts';
import { type Draft, useDraft } from '../../ui/use-draft.ts';

type Findings = Output<typeof api.documents.compose>['findings'];

export interface Paper {
  readonly model: DocumentModel | undefined;
  readonly findings: Findings;
  readonly refusal: Refusal | undefined;
  readonly edited: boolean;
  /** The records have changed since this text was composed and edited. */
  readonly outdated: boolean;
  readonly change: (next: DocumentModel) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Gives the edits up and composes afresh from the records. */
  readonly recompose: () => void;
  readonly draft: Draft<DocumentModel>;
  readonly takeDraft: () => void;
}

interface Edits {
  readonly past: readonly DocumentModel[];
  readonly present: DocumentModel | undefined;
  readonly future: readonly DocumentModel[];
}

const NO_EDITS: Edits = { past: [], present: undefined, future: [] };
const MOST_STEPS = 200;

/**
 * A document on the desk: composed from the records, edited in place, with undo of its own. As long as nothing was
 * edited it follows the records; edited text stays as typed and says when the records have moved on.
 */
export function usePaper(document: string, params: Readonly<Record<string, unknown>>): Paper {
  const answer = useQuery({
    ...queries.documents.compose.queryOptions({ input: { document, params: { ...params } } }),
    placeholderData: undefined,
  });
  const composed = answer.data?.model;
  const [edits, setEdits] = useState<Edits>(NO_EDITS);
  /** What the edits were made on, to tell when the records move on under them. */
  const basis = useRef<string>(undefined);
  const edited = edits.present !== undefined;
  const draft = useDraft(`paper/${document}/${JSON.stringify(params)}`, edits.present as DocumentModel, edited);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another document starts without edits
  useEffect(() => {
    basis.current = undefined;
    setEdits(NO_EDITS);
  }, [document, JSON.stringify(params)]);

  const change = useCallback(
    (next: DocumentModel) => {
      basis.current ??= composed && JSON.stringify(composed);
      setEdits(({ past, present }) => {
        const before = present ?? composed;
        if (!before || next === before) return { past, present, future: [] };
        return { past: [...past, before].slice(-MOST_STEPS), present: next, future: [] };
      });
    },
    [composed],
  );
  const undo = useCallback(
    () =>
      setEdits(({ past, present, future }) => {
        const before = past.at(-1);
        if (!before || !present) return { past, present, future };
        return { past: past.slice(0, -1), present: before, future: [present, ...future] };
      }),
    [],
  );
  const redo = useCallback(
    () =>
      setEdits(({ past, present, future }) => {
        const [next, ...rest] = future;
        if (!next || !present) return { past, present, future };
        return { past: [...past, present], present: next, future: rest };
      }),
    [],
  );
  const recompose = useCallback(() => {
    basis.current = undefined;
    setEdits(NO_EDITS);
    void draft.clear();
  }, [draft.clear]);
  const takeDraft = useCallback(() => {
    if (draft.found) change(draft.found.content);
  }, [draft.found, change]);

  return {
    model: edits.present ?? composed,
    findings: answer.data?.findings ?? [],
    refusal: answer.error ? explain(answer.error) : undefined,
    edited,
    outdated:
      edited && basis.current !== undefined && composed !== undefined && JSON.stringify(composed) !== basis.current,
    change,
    undo,
    redo,
    canUndo: edits.past.length > 0,
    canRedo: edits.future.length > 0,
    recompose,
    draft,
    takeDraft,
  };
}
