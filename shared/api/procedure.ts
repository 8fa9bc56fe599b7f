import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { DocumentModel } from '../documents/model.ts';
import type { ProcedureMeta } from './meta.ts';
import * as s from './schemas.ts';

/** What every procedure of the contract begins with: its errors, its kind, and the shapes that come again and again. */
const refusal = { data: z.object({ fields: z.record(z.string(), z.string()).optional() }).optional() };

const base = oc.$meta<ProcedureMeta>({}).errors({
  invalid: { status: 422, ...refusal },
  notFound: { status: 404, ...refusal },
  conflict: { status: 409, ...refusal },
  locked: { status: 423, ...refusal },
  denied: { status: 403, ...refusal },
  tooNew: { status: 412, ...refusal },
  diskFull: { status: 507, ...refusal },
  damaged: { status: 500, ...refusal },
  cancelled: { status: 499, ...refusal },
  failed: { status: 500, ...refusal },
});

export const query = (label: string, meta: ProcedureMeta = {}) => base.meta({ label, type: 'query', ...meta });
export const command = (label: string, meta: ProcedureMeta = {}) => base.meta({ label, type: 'command', ...meta });
export const job = (label: string, meta: ProcedureMeta = {}) => base.meta({ label, type: 'job', ...meta });

export const nothing = z.object({}).optional();
export const changed = z.object({ seq: z.number(), label: z.string() });
export const recordKey = z.object({ kind: s.kindId, id: s.recordId });

export const model = z.custom<DocumentModel>(
  (value) => typeof value === 'object' && value !== null && 'blocks' in value,
  '文书内容不完整',
);
export const params = z.record(z.string(), z.unknown());
