import type { api, Output } from '../../app/api.ts';

/** What the office answers, for all parts of the pages. */
export type Overview = Output<typeof api.workProposals.overview>;
export type Timeline = Output<typeof api.workProposals.timeline>;
