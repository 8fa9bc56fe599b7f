import { AntouError } from '../../shared/api/errors.ts';
import { toRefusal } from './refusals.ts';

export interface Step {
  done: number;
  total: number;
  label: string;
}

/**
 * Runs long work as an async generator: yields the newest progress, returns the result, and stops the work when the
 * caller goes away or cancels. Steps that nobody had time to read are dropped, so a slow reader never slows the work.
 */
export async function* runJob<T>(
  work: (report: (step: Step) => void, signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): AsyncGenerator<Step, T, void> {
  const controller = new AbortController();
  const cancel = () => controller.abort(new AntouError('cancelled', '已取消，没有改动任何内容。'));
  if (outer?.aborted) cancel();
  outer?.addEventListener('abort', cancel, { once: true });
  let newest: Step | undefined;
  let wake: () => void = () => {};
  let finished = false;
  const outcome = work((step) => {
    newest = step;
    wake();
  }, controller.signal).then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  void outcome.then(() => {
    finished = true;
    wake();
  });
  try {
    while (!finished) {
      if (newest) {
        const step = newest;
        newest = undefined;
        yield step;
        continue;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (finished || newest) resolve();
      });
    }
    if (newest) yield newest;
    const result = await outcome;
    if ('error' in result) throw toRefusal(result.error);
    return result.value;
  } finally {
    outer?.removeEventListener('abort', cancel);
    if (!finished) cancel();
  }
}
