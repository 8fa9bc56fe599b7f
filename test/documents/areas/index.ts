import type { AreaSamples } from './area-samples.ts';
import { booksSamples } from './books.ts';
import { consultationSamples } from './consultation.ts';
import { meetingsSamples } from './meetings.ts';
import { membersSamples } from './members.ts';
import { officeSamples } from './office.ts';
import { opinionsSamples } from './opinions.ts';
import { proposalsSamples } from './proposals.ts';
import { streetsSamples } from './streets.ts';

export const areaSamples: AreaSamples = {
  ...meetingsSamples,
  ...officeSamples,
  ...proposalsSamples,
  ...opinionsSamples,
  ...consultationSamples,
  ...streetsSamples,
  ...membersSamples,
  ...booksSamples,
};
