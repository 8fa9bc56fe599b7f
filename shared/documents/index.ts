import { briefing } from './briefing.ts';
import type { DocumentDefinition } from './definition.ts';
import { booksDocuments } from './definitions/books/index.ts';
import { consultationDocuments } from './definitions/consultation/index.ts';
import { meetingsDocuments } from './definitions/meetings/index.ts';
import { membersDocuments } from './definitions/members/index.ts';
import { officeDocuments } from './definitions/office/index.ts';
import { opinionsDocuments } from './definitions/opinions/index.ts';
import { proposalsDocuments } from './definitions/proposals/index.ts';
import { streetsDocuments } from './definitions/streets/index.ts';
import { memberRoster } from './member-roster.ts';
import { minutes } from './minutes.ts';
import { reportPaper } from './report-paper.ts';
import { scorePublicity } from './score-publicity.ts';
import { scoreStatement } from './score-statement.ts';

export { checkModel } from './schema.ts';

/** The papers that can be made, in the order in which they are offered. */
export const documents: readonly DocumentDefinition[] = [
  minutes,
  briefing,
  memberRoster,
  reportPaper,
  scoreStatement,
  scorePublicity,
  ...meetingsDocuments,
  ...officeDocuments,
  ...proposalsDocuments,
  ...opinionsDocuments,
  ...consultationDocuments,
  ...streetsDocuments,
  ...membersDocuments,
  ...booksDocuments,
];

export function documentOf(id: string): DocumentDefinition | undefined {
  return documents.find((definition) => definition.id === id);
}
