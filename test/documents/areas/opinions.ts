import type { AreaSamples } from './area-samples.ts';

/** What each document of 社情民意 is made of in the sample library. */
export const opinionsSamples: AreaSamples = {};
