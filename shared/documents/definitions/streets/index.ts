import type { DocumentDefinition } from '../../definition.ts';

/** 文书 of the group 街道, in the order in which they are offered. */
export const streetsDocuments: readonly DocumentDefinition[] = [];
