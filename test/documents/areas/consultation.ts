import type { AreaSamples } from './area-samples.ts';

/** What each document of 协商监督 is made of in the sample library. */
export const consultationSamples: AreaSamples = {};
