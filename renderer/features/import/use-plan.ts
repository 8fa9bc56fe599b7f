import { useEffect, useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import type { FileHandle } from '../../app/choose-files.ts';
import { explain, type Refusal } from '../../app/errors.ts';
import type { ImportOptions, Plan, PlanInput } from './import-types.ts';

export interface Planning {
  /** The latest plan; it stays while a newer one is on its way. */
  readonly plan: Plan | undefined;
  readonly planning: boolean;
  readonly refusal: Refusal | undefined;
}

/** Several clicks in a row are planned once. */
const PAUSE = 150;

export const inputOf = (files: readonly FileHandle[], as: string, options: ImportOptions): PlanInput => ({
  files: files.map(({ handle }) => ({ handle })),
  as,
  options,
});

/**
 * The plan for what is chosen, made anew whenever files or options change; a late answer never replaces a newer one.
 * Nothing is planned without a file or before it is settled what the file becomes.
 */
export function usePlan(files: readonly FileHandle[], as: string | undefined, options: ImportOptions): Planning {
  const [state, setState] = useState<Planning>({ plan: undefined, planning: false, refusal: undefined });
  const turn = useRef(0);
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    if (files.length === 0 || as === undefined) {
      setState({ plan: undefined, planning: false, refusal: undefined });
      return undefined;
    }
    setState((before) => ({ ...before, planning: true, refusal: undefined }));
    const answer = (next: Planning) => {
      if (mine === turn.current) setState(next);
    };
    const timer = setTimeout(() => {
      api.import.plan(inputOf(files, as, options)).then(
        (plan) => answer({ plan, planning: false, refusal: undefined }),
        (error: unknown) => answer({ plan: undefined, planning: false, refusal: explain(error) }),
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [files, as, options]);
  return state;
}
