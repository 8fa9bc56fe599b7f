import { defineConfig } from 'vitest/config';

/** One project a kind of test; `npx vitest run --project unit` runs one of them. */
const project = (name: string, timeout: number, parallel = true) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    environment: 'node' as const,
    testTimeout: timeout,
    hookTimeout: timeout,
    fileParallelism: parallel,
    // A real browser on a busy machine may miss a beat once; what fails twice is broken.
    retry: name === 'e2e' || name === 'desktop' ? 1 : 0,
    pool: 'forks' as const,
    // Waiting for something to become true is not a timed test: a busy machine may take its time.
    expect: { poll: { timeout: 15_000, interval: 50 } },
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 60_000),
      project('architecture', 120_000),
      project('contract', 60_000),
      project('faults', 300_000),
      project('documents', 300_000, false),
      project('e2e', 180_000, false),
      project('desktop', 300_000, false),
    ],
  },
});
