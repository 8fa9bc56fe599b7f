import type { DocumentDefinition } from '../../definition.ts';
import { adoptionNotice } from './adoption-notice.ts';
import { bulletinIssue } from './bulletin-issue.ts';
import { opinionPiece } from './opinion-piece.ts';

/** 文书 of the group 社情民意, in the order in which they are offered. */
export const opinionsDocuments: readonly DocumentDefinition[] = [bulletinIssue, opinionPiece, adoptionNotice];
