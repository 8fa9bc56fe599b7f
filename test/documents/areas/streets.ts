import type { AreaSamples } from './area-samples.ts';

/** What each document of 街道 is made of in the sample library. */
export const streetsSamples: AreaSamples = {};
