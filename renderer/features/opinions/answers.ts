import type { api, Output } from '../../app/api.ts';

/** What the office answers, for all parts of the page. */
export type Overview = Output<typeof api.workOpinions.overview>;
export type Draft = Output<typeof api.workOpinions.issueDraft>;
