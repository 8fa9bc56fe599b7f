import type { api, Output } from '../../app/api.ts';

/** What the office answers, for all parts of the page. */
export type Overview = Output<typeof api.workSuggestions.overview>;
export type Item = Overview['cases'][number];
