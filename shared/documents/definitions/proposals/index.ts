import type { DocumentDefinition } from '../../definition.ts';

/** 文书 of the group 提案, in the order in which they are offered. */
export const proposalsDocuments: readonly DocumentDefinition[] = [];
