import type { AreaSamples } from './area-samples.ts';

/** What each document of 书稿 is made of in the sample library. */
export const booksSamples: AreaSamples = {};
