import type { DocumentDefinition } from '../../definition.ts';

/** 文书 of the group 公文, in the order in which they are offered. */
export const officeDocuments: readonly DocumentDefinition[] = [];
