import { useCallback, useEffect, useRef, useState } from 'react';
import { explain, type Refusal } from './errors.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

export interface Job<Input, Result> {
  /** Resolves with the result, or undefined when cancelled or refused. */
  readonly run: (input: Input) => Promise<Result | undefined>;
  readonly cancel: () => void;
  readonly running: boolean;
  readonly progress: Progress | undefined;
  readonly result: Result | undefined;
  readonly refusal: Refusal | undefined;
}

/** The part of an event iterator that is used here; spelled out so that the result's type is inferred. */
interface Events<Result> {
  next(): Promise<IteratorResult<Progress, Result>>;
  return?(): Promise<unknown>;
}

type Call<Input, Result> = (input: Input, options: { signal: AbortSignal }) => Promise<Events<Result>>;

/** A job of the contract (yields progress, returns its result) with progress and cancel; leaving the page cancels it. */
export function useJob<Input, Result>(call: Call<Input, Result>): Job<Input, Result> {
  const [running, setRunning] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [result, setResult] = useState<Result>();
  const [refusal, setRefusal] = useState<Refusal>();
  const controller = useRef<AbortController>(undefined);
  const latest = useRef(call);
  latest.current = call;

  const cancel = useCallback(() => controller.current?.abort(), []);
  useEffect(() => cancel, [cancel]);

  const run = useCallback(async (input: Input) => {
    if (controller.current) return undefined;
    const abort = new AbortController();
    controller.current = abort;
    setRunning(true);
    setProgress(undefined);
    setResult(undefined);
    setRefusal(undefined);
    try {
      const events = await latest.current(input, { signal: abort.signal });
      for (;;) {
        const step = await events.next();
        if (step.done) {
          const value = step.value;
          setResult(value);
          return value;
        }
        setProgress(step.value);
        if (abort.signal.aborted) {
          await events.return?.();
          throw new DOMException('aborted', 'AbortError');
        }
      }
    } catch (error) {
      setRefusal(
        abort.signal.aborted ? { code: 'cancelled', message: '已取消，资料没有改动。', fields: {} } : explain(error),
      );
      return undefined;
    } finally {
      controller.current = undefined;
      setRunning(false);
    }
  }, []);

  return { run, cancel, running, progress, result, refusal };
}
