import { useCallback, useRef, useState } from 'react';
import { explain, type Refusal } from './errors.ts';
import { liveState, setLive } from './live-store.ts';

export interface Command<Input, Result> {
  /** Resolves with the result, or with undefined when it was refused (then `refusal` says why). */
  readonly run: (input: Input) => Promise<Result | undefined>;
  readonly saving: boolean;
  readonly refusal: Refusal | undefined;
  readonly reset: () => void;
}

/** Refusals that mean the disk or the process failed, not that the clerk has to mend what was typed. */
const FAILURES: readonly Refusal['code'][] = ['diskFull', 'damaged', 'failed', 'offline'];

/**
 * A change asked of the library, with its saving state. The status line hears of it too, so that 未能保存 stands
 * there until a save comes through again. A second press while the first is on its way is ignored.
 */
export function useCommand<Input, Result>(call: (input: Input) => Promise<Result>): Command<Input, Result> {
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const busy = useRef(false);
  const latest = useRef(call);
  latest.current = call;

  const run = useCallback(async (input: Input) => {
    if (busy.current) return undefined;
    busy.current = true;
    setSaving(true);
    setRefusal(undefined);
    setLive({ pending: liveState().pending + 1 });
    try {
      const result = await latest.current(input);
      setLive({ failure: undefined });
      return result;
    } catch (error) {
      const found = explain(error);
      setRefusal(found);
      if (FAILURES.includes(found.code)) setLive({ failure: found.message });
      return undefined;
    } finally {
      busy.current = false;
      setSaving(false);
      setLive({ pending: liveState().pending - 1 });
    }
  }, []);

  return { run, saving, refusal, reset: useCallback(() => setRefusal(undefined), []) };
}
