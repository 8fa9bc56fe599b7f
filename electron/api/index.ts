import { createRouterClient } from '@orpc/server';
import './input-sentences.ts';
import { batch } from './batch.ts';
import { calendar } from './calendar.ts';
import { Desk, type DeskOptions } from './desk.ts';
import { documents } from './documents.ts';
import { documentsCheck } from './documents-check.ts';
import { documentsMany } from './documents-many.ts';
import { duplicates } from './duplicates.ts';
import { figures } from './figures.ts';
import { files } from './files.ts';
import { history } from './history.ts';
import { type Context, os } from './implementer.ts';
import { importing } from './import.ts';
import { library } from './library.ts';
import { lists } from './lists.ts';
import { drafts, preferences } from './machine.ts';
import { numbers } from './numbers.ts';
import { overview } from './overview.ts';
import { portraits } from './portraits.ts';
import { records } from './records.ts';
import { refuse } from './refusals.ts';
import { reports } from './reports.ts';
import { rules } from './rules.ts';
import { scores } from './scores.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { sheets } from './sheets.ts';
import { tasks } from './tasks.ts';
import { templates } from './templates.ts';
import { workMembers } from './work-members.ts';
import { workOpinions } from './work-opinions.ts';
import { workPlans } from './work-plans.ts';
import { workProposals } from './work-proposals.ts';
import { workRegulations } from './work-regulations.ts';
import { workRounds } from './work-rounds.ts';
import { workStreets } from './work-streets.ts';
import { workSuggestions } from './work-suggestions.ts';
import { workTopics } from './work-topics.ts';
import { workVenues } from './work-venues.ts';
import { workflow } from './workflow.ts';

/** The router that every door serves. */
export const router = os.router({
  library,
  records,
  batch,
  lists,
  duplicates,
  sheets,
  workflow,
  tasks,
  calendar,
  rules,
  history,
  search,
  files,
  import: importing,
  documents,
  documentsMany,
  templates,
  documentsCheck,
  numbers,
  reports,
  settings,
  preferences,
  drafts,
  overview,
  workMembers,
  workRounds,
  workPlans,
  workRegulations,
  workStreets,
  workTopics,
  workVenues,
  workProposals,
  workOpinions,
  workSuggestions,
  figures,
  portraits,
  scores,
});

export interface Office {
  readonly desk: Desk;
  readonly router: typeof router;
  readonly context: Context;
  /** Saves what is left to save and gives the library free. */
  close(): Promise<void>;
}

export function createOffice(options: DeskOptions): Office {
  const desk = new Desk(options);
  return { desk, router, context: { desk }, close: () => desk.close() };
}

/** The contract called in-process: command line and tests. */
export function officeClient(office: Office) {
  return createRouterClient(office.router, { context: office.context, interceptors: [refuse] });
}

export type OfficeClient = ReturnType<typeof officeClient>;
export { refuse };
