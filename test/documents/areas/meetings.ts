import type { AreaSamples } from './area-samples.ts';

/** What each document of 会议 is made of in the sample library. */
export const meetingsSamples: AreaSamples = {};
