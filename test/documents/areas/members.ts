import type { AreaSamples } from './area-samples.ts';

/** What each document of 委员履职 is made of in the sample library. */
export const membersSamples: AreaSamples = {};
