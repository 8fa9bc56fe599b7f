import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLibrary } from '../../../electron/library/index.ts';
import type { Library } from '../../../electron/library/types.ts';
import { createSample } from '../../../electron/sample/index.ts';

export interface Made {
  readonly library: Library;
  readonly remove: () => Promise<void>;
}

/** A real library with the sample in it, in a folder of its own. */
export async function makeSample(now: Date, seed?: number): Promise<Made> {
  const folder = await mkdtemp(join(tmpdir(), 'antou-sample-'));
  const library = await createLibrary(join(folder, 'library'), '样例', { now: () => now });
  await createSample(library, { who: '测试', now, ...(seed === undefined ? {} : { seed }) });
  return {
    library,
    remove: async () => {
      await library.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
