import type { DocumentDefinition } from '../../definition.ts';

/** 文书 of the group 协商监督, in the order in which they are offered. */
export const consultationDocuments: readonly DocumentDefinition[] = [];
