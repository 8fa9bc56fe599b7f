import type { AreaSamples } from './area-samples.ts';

/** What each document of 公文 is made of in the sample library. */
export const officeSamples: AreaSamples = {};
