import { useState } from 'react';
import { api, type Output } from '../../../app/api.ts';
import { deliver } from '../../../app/deliver.ts';
import { explain, type Refusal } from '../../../app/errors.ts';
import { type Progress, useJob } from '../../../app/use-job.ts';

type ManyInput = Parameters<typeof api.documentsMany.export>[0];
export type ManyWish = Omit<ManyInput, 'folder'>;
type Place = Output<typeof api.documentsMany.choose>;

export interface ManyOutcome {
  readonly written: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  readonly failed: readonly { readonly id: string; readonly title: string; readonly reason: string }[];
  readonly stopped?: string | undefined;
  readonly notKept?: string | undefined;
  readonly path?: string | undefined;
  readonly name?: string | undefined;
}

export interface Many {
  readonly run: (wish: ManyWish) => Promise<void>;
  readonly cancel: () => void;
  readonly running: boolean;
  readonly progress: Progress | undefined;
  readonly outcome: ManyOutcome | undefined;
  /** Called off: how many had been gone through, and where they lie. */
  readonly cancelled: { readonly done: number; readonly path?: string | undefined } | undefined;
  readonly refusal: Refusal | undefined;
  /** Desktop: opens the folder of the last run. */
  readonly openFolder: (() => Promise<void>) | undefined;
}

/** 批量出文书: asks for the folder first, then makes one paper after the other; a browser gets one .zip. */
export function useMany(): Many {
  const job = useJob(api.documentsMany.export);
  const [place, setPlace] = useState<Place>();
  const [outcome, setOutcome] = useState<ManyOutcome>();
  const [refusal, setRefusal] = useState<Refusal>();
  const run = async (wish: ManyWish): Promise<void> => {
    setRefusal(undefined);
    setOutcome(undefined);
    try {
      const chosen = await api.documentsMany.choose({});
      if (chosen.way === 'folder' && !chosen.folder) return;
      setPlace(chosen);
      const made = await job.run({ ...wish, ...(chosen.folder ? { folder: chosen.folder } : {}) });
      if (!made) return;
      if (made.handle) await deliver((await api.files.take({ handle: made.handle })).file);
      setOutcome(made);
    } catch (error) {
      setRefusal(explain(error));
    }
  };
  const folder = place?.folder;
  const wasCancelled = job.refusal?.code === 'cancelled';
  return {
    run,
    cancel: job.cancel,
    running: job.running,
    progress: job.progress,
    outcome,
    cancelled: wasCancelled ? { done: job.progress?.done ?? 0, path: place?.path } : undefined,
    refusal: refusal ?? (wasCancelled ? undefined : job.refusal),
    openFolder: folder
      ? async () => {
          await api.documentsMany.open({ folder }).catch((error: unknown) => setRefusal(explain(error)));
        }
      : undefined,
  };
}
