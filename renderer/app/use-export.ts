import { api } from './api.ts';
import { deliver } from './deliver.ts';
import { type Job, useJob } from './use-job.ts';

/** `handle` only where the office can open the file, that is on the desktop. */
export interface Exported {
  readonly saved: boolean;
  readonly name: string;
  readonly rows: number;
  readonly path?: string | undefined;
  readonly handle?: string | undefined;
}

type ExportInput = Parameters<typeof api.sheets.export>[0];

/** 导出Excel as a job; in a browser the file goes to its downloads. Cancelled or refused: no file, undefined. */
export function useExport(): {
  readonly job: Job<ExportInput, unknown>;
  readonly run: (input: ExportInput) => Promise<Exported | undefined>;
} {
  const job = useJob(api.sheets.export);
  const run = async (input: ExportInput): Promise<Exported | undefined> => {
    const made = await job.run(input);
    if (!made?.saved) return undefined;
    const { handle, ...rest } = made;
    if (rest.path !== undefined || handle === undefined) return made;
    await deliver((await api.files.take({ handle })).file);
    return rest;
  };
  const { refusal } = job;
  // The library is never touched by an export: what a clerk wants to know is whether there is a file.
  const said = refusal?.code === 'cancelled' ? { ...refusal, message: '已取消，没有写出文件。' } : refusal;
  return { job: { ...job, refusal: said }, run };
}
