import type { DocumentDefinition } from '../../definition.ts';

/** 文书 of the group 社情民意, in the order in which they are offered. */
export const opinionsDocuments: readonly DocumentDefinition[] = [];
