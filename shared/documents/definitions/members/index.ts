import type { DocumentDefinition } from '../../definition.ts';

/** 文书 of the group 委员履职, in the order in which they are offered. */
export const membersDocuments: readonly DocumentDefinition[] = [];
