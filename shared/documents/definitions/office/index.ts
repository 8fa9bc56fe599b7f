import type { DocumentDefinition } from '../../definition.ts';
import { archiveCatalogue } from './archive-catalogue.ts';
import { officialPaper } from './official-paper.ts';

/** 文书 of the group 公文, in the order in which they are offered. */
export const officeDocuments: readonly DocumentDefinition[] = [officialPaper, archiveCatalogue];
