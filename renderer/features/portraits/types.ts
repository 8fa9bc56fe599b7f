import type { api, Output } from '../../app/api.ts';

export type Body = Output<typeof api.portraits.body>;
