import type { api, Output } from '../../app/api.ts';

export type Compliance = Output<typeof api.workStreets.compliance>;
export type StreetsCoverage = Output<typeof api.workStreets.coverage>;
