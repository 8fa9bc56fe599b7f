import { briefing } from './briefing.ts';
import type { DocumentDefinition } from './definition.ts';
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
];

export function documentOf(id: string): DocumentDefinition | undefined {
  return documents.find((definition) => definition.id === id);
}
