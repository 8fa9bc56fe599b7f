import type { AreaSamples } from './area-samples.ts';

/** What each document of 提案 is made of in the sample library. */
export const proposalsSamples: AreaSamples = {};
