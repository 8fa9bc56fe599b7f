import type { DocumentDefinition } from '../../definition.ts';

/** 文书 of the group 书稿, in the order in which they are offered. */
export const booksDocuments: readonly DocumentDefinition[] = [];
